namespace Hearsay.Statements.Attributions;

/// <summary>An attribution as the models for its parts put it forward, before it is known whether it stands.</summary>
/// <param name="Candidate">Cue and source.</param>
/// <param name="Content">The words of the content in text order, as tokens.</param>
/// <param name="HomeCount">How many of them stand in the cue's sentence.</param>
/// <param name="ContentProbability">How likely the content in the cue's sentence is just these words.</param>
/// <param name="Overlap">The F1 of these words with the true content that is to be expected.</param>
/// <param name="RunOnProbability">How likely it goes on just that far.</param>
internal sealed record Proposal(Candidate Candidate, int[] Content, int HomeCount, double ContentProbability, double Overlap, double RunOnProbability);
