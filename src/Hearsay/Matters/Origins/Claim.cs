using System.Collections.Immutable;
using Hearsay.Statements;

namespace Hearsay.Matters.Origins;

/// <summary>Something that is said more than once in a matter: a figure, or the same words.</summary>
/// <param name="Name">It in a few words: a figure's words, or a quotation.</param>
/// <param name="Figure">The figures of the passages, where it is a figure; otherwise empty.</param>
/// <param name="Passages">Those who say it, by day, document and place.</param>
/// <param name="Origins">Where it comes from, one origin after another; denials and mere mentions count for none.</param>
internal sealed record Claim(string Name, ImmutableArray<FigureMention> Figure, ImmutableArray<Passage> Passages, ImmutableArray<TracedOrigin> Origins)
{
    /// <summary>The origins that may be counted as independent: bodies and named people, one for each side, since who speaks for one side is one voice. Nobody whom the text merely describes, who may be any of the others.</summary>
    public ImmutableArray<TracedOrigin> Independent
    {
        get
        {
            var found = ImmutableArray.CreateBuilder<TracedOrigin>();
            foreach (var origin in Origins.Where(origin => origin.Party is { IsOutlet: false, Name.Length: > 2 } && !origin.IsMerelyDescribed && !origin.IsOfHeadlines))
            {
                var name = $" {PartyNames.Fold(origin.Party.Name)} ";
                if (found.Any(other => (origin.Side is { } side && side == other.Side) || $" {PartyNames.Fold(other.Party.Name)} " is var its && (its.Contains(name, StringComparison.Ordinal) || name.Contains(its, StringComparison.Ordinal)))) { continue; }
                found.Add(origin);
            }

            return found.ToImmutable();
        }
    }

    /// <summary>In how many documents it is said.</summary>
    public int Documents => Passages.Select(passage => passage.Document.Sha256).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>One origin of a claim.</summary>
/// <param name="Party">Who it is.</param>
/// <param name="Passages">The passages that lead there.</param>
/// <param name="Why">Why they are held to lead there, a sentence each.</param>
internal sealed record TracedOrigin(Party Party, ImmutableArray<Passage> Passages, ImmutableArray<string> Why)
{
    /// <summary>The side that it speaks for, or null.</summary>
    public string? Side => Passages.Select(passage => passage.Speaker.IsOutlet ? null : passage.Statement.Source?.Side).FirstOrDefault(side => side is { Length: > 0 });

    /// <summary>True where only headlines give it, which name their sources in a word or none.</summary>
    public bool IsOfHeadlines => Passages.All(passage => passage.Statement.Block is Documents.BlockRole.Headline);

    /// <summary>True for people without a name of their own: "the Republican candidate", "A".</summary>
    public bool IsMerelyDescribed => !Party.IsNamed || (Passages.All(passage => passage.Statement.Source?.Type is null or SourceType.Person or SourceType.Unnamed) && char.IsLower(Party.Name[(Party.Name.LastIndexOf(' ') + 1)..][0]));
}
