using Hearsay.Language;

namespace Hearsay.Training.Language.Parsing;

/// <summary>A sentence for the parser to learn from.</summary>
/// <param name="Rows">Rows of the embeddings, <see cref="ParserInputs.Count"/> a word.</param>
/// <param name="Heads">Head of each word, words counted from 1, 0 for the root; -1 where it is not known.</param>
/// <param name="Labels">Label of each word.</param>
/// <param name="Tags">Tag of each word, plus one.</param>
internal sealed record ParserExample(int[] Rows, int[] Heads, byte[] Labels, byte[] Tags)
{
    /// <summary>What another network thinks of the sentence, if the example is to be learnt from that too.</summary>
    public TaughtTree? Taught { get; init; }
}

/// <summary>What a network thinks of a sentence: probabilities.</summary>
/// <param name="Heads">Of each word's heads, first the root and then every word.</param>
/// <param name="Labels">Of each word's labels under the head that the example gives it.</param>
internal sealed record TaughtTree(Half[] Heads, Half[] Labels)
{
    /// <summary>A word's heads.</summary>
    public ReadOnlySpan<Half> HeadsOf(int word, int words) => Heads.AsSpan(word * (words + 1), words + 1);

    /// <summary>A word's labels.</summary>
    public ReadOnlySpan<Half> LabelsOf(int word, int words) => Labels.AsSpan(Labels.Length / words * word, Labels.Length / words);
}
