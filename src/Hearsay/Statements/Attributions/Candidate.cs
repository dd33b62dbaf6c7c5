namespace Hearsay.Statements.Attributions;

/// <summary>A cue with its words and its source, in tokens; last tokens included.</summary>
/// <param name="Head">The cue's head.</param>
/// <param name="Probability">How likely the head is one.</param>
/// <param name="CueFirst">First token of the cue.</param>
/// <param name="CueLast">Last token of the cue.</param>
/// <param name="Source">Head of the source, -1 where the sentence names none.</param>
/// <param name="SourceProbability">How likely this is the source.</param>
/// <param name="SourceFirst">First token of the source; past <paramref name="SourceLast"/> where there is none.</param>
/// <param name="SourceLast">Last token of the source.</param>
internal readonly record struct Candidate(
    int Head, float Probability, int CueFirst, int CueLast, int Source, float SourceProbability, int SourceFirst, int SourceLast)
{
    /// <summary>True for the cue's and the source's own tokens.</summary>
    public bool Holds(int token) => (token >= CueFirst && token <= CueLast) || (token >= SourceFirst && token <= SourceLast);
}
