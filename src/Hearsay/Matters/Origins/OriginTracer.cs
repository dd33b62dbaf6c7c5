using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Matters.Origins;

/// <summary>
/// Follows what is said to its origins: by the hands that are credited, by the same quoted words, and by time where an outlet gives nobody.
/// Who only mentions, doubts or denies a claim is no origin of it.
/// </summary>
internal sealed partial class OriginTracer
{
    private const float Alike = 0.3f; // cosine of two contents

    private readonly SharedRuns sharedRuns;
    private readonly Dictionary<string, Document> byOutlet = new(StringComparer.Ordinal);
    private readonly PartyBook parties;
    private readonly OriginJudgements judgements;

    public OriginTracer(MatterView matter, SharedRuns sharedRuns)
    {
        this.sharedRuns = sharedRuns;
        parties = matter.Parties;
        judgements = matter.Judgements;
        foreach (var document in matter.Passages.Select(passage => passage.Document).DistinctBy(document => document.Sha256, StringComparer.Ordinal))
        {
            if (document.Outlet is not { } outlet) { continue; }
            byOutlet.TryAdd(PartyNames.Fold(outlet), document);
            if (Initials(outlet) is { Length: > 2 } initials) { byOutlet.TryAdd(initials, document); }
        }
    }

    /// <summary>The origins that these passages, which say the same, lead to; the one with most passages first.</summary>
    /// <param name="passages">By day, document and place.</param>
    /// <param name="figure">The figures of the passages that say the same; empty where it is no figure.</param>
    public ImmutableArray<TracedOrigin> Trace(ImmutableArray<Passage> passages, ImmutableArray<FigureMention> figure)
    {
        var mentions = figure.ToLookup(mention => mention.Passage);
        ImmutableArray<Passage> supporting = [.. passages.Where(Supports)];
        var union = new UnionFind();
        foreach (var (earlier, later) in judgements.Among(supporting, areOne: false)) { union.Part(earlier.Speaker.Key, later.Speaker.Key); }
        foreach (var (earlier, later) in judgements.Among(supporting, areOne: true)) { union.Union(earlier.Speaker.Key, later.Speaker.Key, $"an analyst holds that {Outlet(earlier)} and {Outlet(later)} have it from one origin"); }
        foreach (var passage in supporting) { Join(passage, supporting, mentions, union); }
        return
        [
            .. supporting.GroupBy(passage => union.Find(passage.Speaker.Key), StringComparer.Ordinal).Select(group =>
            {
                var named = group.OrderBy(passage => passage.Speaker.IsOutlet).ThenBy(passage => !passage.Speaker.IsNamed).First().Speaker;
                return new TracedOrigin(named, [.. group], [.. union.Reasons(group.Key).Concat(group.Select(passage => passage.Speaker.Key).Distinct(StringComparer.Ordinal).SelectMany(parties.Why)).Distinct(StringComparer.Ordinal)]);
            }).OrderByDescending(origin => origin.Passages.Length).ThenBy(origin => origin.Party.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>True where a passage puts the claim forward itself, and neither denies it nor only speaks of it.</summary>
    internal static bool Supports(Passage passage) =>
        passage.Statement.Polarity is Polarity.Affirmed && MatterView.IsClaim(passage.Statement) && !(passage.Statement.Cue is { } cue && NeverSaid().IsMatch(cue.Span.In(passage.Document.Text))) && !Mentions().IsMatch(passage.Quote(400));

    private void Join(Passage passage, ImmutableArray<Passage> supporting, ILookup<Passage, FigureMention> mentions, UnionFind union)
    {
        var mine = passage.Speaker;
        string? heldBy = null; // whom somebody without a name or source rests on: one, or two who are independent would be joined by it
        foreach (var other in supporting)
        {
            if (other == passage || other.Speaker.Key == mine.Key) { continue; }
            if (sharedRuns.Share(passage, other) && passage.Statement.Kind is StatementKind.Direct or StatementKind.Mixed && other.Statement.Kind is StatementKind.Direct or StatementKind.Mixed)
            {
                union.Union(mine.Key, other.Speaker.Key, $"{Outlet(passage)} and {Outlet(other)} quote the same words");
            }
            else if (other.Document.Sha256 == passage.Document.Sha256 && passage.Statement.Content.Any(span => other.Statement.Content.Any(span.Overlaps)))
            {
                union.Union(mine.Key, other.Speaker.Key, $"{mine.Name} and {other.Speaker.Name} are credited with the same words");
            }
            else if (other.Document.Sha256 == passage.Document.Sha256)
            {
                // One document gives the same thing twice: its own words, or an unnamed speaker's, rest on whom it credits.
                if (mine.IsOutlet || !mine.IsNamed) { Rest(other, $"{Outlet(passage)} credits {other.Speaker.Name}"); }
            }
            else if ((!mine.IsNamed || mine.IsOutlet) && !AreAlike(passage, other, mentions))
            {
                // A number that many know is nobody's in particular.
            }
            else if (mine.IsOutlet && !IsAfter(other, passage))
            {
                if (IsAfter(passage, other) || !other.Speaker.IsOutlet) { Rest(other, $"{Outlet(passage)} gives no source of its own, and {Outlet(other)} had it no later"); }
            }
            else if (!mine.IsNamed && !mine.IsOutlet && !other.Speaker.IsNamed && !IsAfter(other, passage))
            {
                union.Union(mine.Key, other.Speaker.Key, $"{Outlet(passage)} names nobody, and nothing shows its source to be another than that of {Outlet(other)}");
            }
            else if (Credits(passage, other.Document))
            {
                union.Union(mine.Key, other.Speaker.Key, $"{Outlet(passage)} credits {Outlet(other)}");
            }
        }

        void Rest(Passage other, string why)
        {
            if (other.Speaker is { IsNamed: true, IsOutlet: false } && (heldBy ??= other.Speaker.Key) != other.Speaker.Key) { return; }
            union.Union(mine.Key, other.Speaker.Key, why);
        }
    }

    // Both put it in like words.
    private bool AreAlike(Passage passage, Passage other, ILookup<Passage, FigureMention> mentions) =>
        sharedRuns.Share(passage, other) || passage.Theme.Similarity(other.Theme) >= Alike
        || mentions[passage].Any(mine => mentions[other].Any(its => mine.Window.Similarity(its.Window) >= Alike));

    // The statement's hands or the words around it name the other document's outlet.
    private bool Credits(Passage passage, Document other)
    {
        foreach (var hop in passage.Statement.Chain)
        {
            if (hop.Role is not HopRole.Outlet && IsOutletOf(hop.Name, other)) { return true; }
        }

        if (passage.Speaker.IsNamed && !passage.Speaker.IsOutlet) { return false; }
        if (passage.Statement.Cue is not { } cue || other.Outlet is not { } outlet) { return false; }
        var (start, end) = Frame(passage, cue.Span);
        var frame = passage.Document.Text.AsSpan(start, end - start);
        return frame.Contains(outlet, StringComparison.Ordinal) || (InitialsOf(outlet) is { Length: > 2 } initials && frame.Contains(initials, StringComparison.Ordinal));
    }

    private bool IsOutletOf(string name, Document other) => byOutlet.TryGetValue(PartyNames.Fold(name), out var document) && document.Sha256 == other.Sha256;

    // The sentence, roughly: from the stop before source, cue and content to the one after.
    private static (int Start, int End) Frame(Passage passage, TextSpan cue)
    {
        var text = passage.Document.Text;
        var start = Math.Min(cue.Start, passage.Statement.Content[0].Start);
        var end = Math.Max(cue.End, passage.Statement.Content[^1].End);
        while (start > 0 && text[start - 1] is not ('\n' or '.' or '!' or '?')) { start--; }
        while (end < text.Length && text[end] is not ('\n' or '.' or '!' or '?')) { end++; }
        return (start, end);
    }

    private static bool IsAfter(Passage passage, Passage other) =>
        (Hearsay.Matters.Grouping.ThreadSplitter.DayOf(passage.Document) ?? DateOnly.MaxValue) > (Hearsay.Matters.Grouping.ThreadSplitter.DayOf(other.Document) ?? DateOnly.MaxValue);

    private static string Outlet(Passage passage) => passage.Document.Outlet ?? passage.Document.Title ?? "a document";

    private static string Initials(string outlet) => InitialsOf(outlet).ToLowerInvariant();

    private static string InitialsOf(string outlet) => string.Concat(outlet.Split(' ').Where(word => word.Length > 0 && char.IsUpper(word[0]) && word is not "The").Select(word => word[0]));

    [GeneratedRegex(@"(?:^|\b(?:the|that|this|its|their|of a|a|\p{L}+['’]s) )(?:figure|number|count|claim|estimate|report|total|tally|list|reports|claims|allegation|story)s? (?:of|that|about)\b|\bno reason to doubt\b|^(?:why|how|whether|what|which)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mentions();

    // "never said", "did not write": the words are somebody else's.
    [GeneratedRegex(@"\b(?:never|not|neither|nor)\b|n[’']t\b", RegexOptions.IgnoreCase)]
    private static partial Regex NeverSaid();
}
