using System.Collections.Immutable;

namespace Hearsay.Matters.Origins;

/// <summary>Something that is said more than once in a matter: a figure, or the same words.</summary>
/// <param name="Name">It in a few words: a figure's words, or a quotation.</param>
/// <param name="Figure">The figures of the passages, where it is a figure; otherwise empty.</param>
/// <param name="Passages">Those who say it, by day, document and place.</param>
/// <param name="Origins">Where it comes from, one origin after another; denials and mere mentions count for none.</param>
internal sealed record Claim(string Name, ImmutableArray<FigureMention> Figure, ImmutableArray<Passage> Passages, ImmutableArray<TracedOrigin> Origins)
{
    /// <summary>In how many documents it is said.</summary>
    public int Documents => Passages.Select(passage => passage.Document.Sha256).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>One origin of a claim.</summary>
/// <param name="Party">Who it is.</param>
/// <param name="Passages">The passages that lead there.</param>
/// <param name="Why">Why they are held to lead there, a sentence each.</param>
internal sealed record TracedOrigin(Party Party, ImmutableArray<Passage> Passages, ImmutableArray<string> Why);
