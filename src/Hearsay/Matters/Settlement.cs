using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Matters.Origins;
using Hearsay.Statements;

namespace Hearsay.Matters;

/// <summary>
/// Whether what was disputed in a matter was given up by whoever had said it: who denied it confirms it later, who claimed it takes it back, or who gave another figure gives the other's.
/// Every dispute must be; days and credit that differ are settled by nobody's word.
/// </summary>
internal static partial class Settlement
{
    private const float SameContent = 0.4f; // cosine of two contents, where neither a figure nor an event joins them

    /// <summary>Why a matter with these disputes is settled, in words; null where it is not.</summary>
    public static string? ReasonOf(MatterView view, IReadOnlyCollection<Finding> disputes)
    {
        var reasons = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var finding in disputes)
        {
            var its = view.Passages.Where(passage => finding.Statements.Contains(passage.Statement.Id)).ToHashSet();
            var reason = finding.Kind switch
            {
                FindingKind.Denied => view.Denials.Where(denial => its.Contains(denial.Passage)).Select(denial => Ended(view, denial)).FirstOrDefault(ended => ended is not null),
                FindingKind.FiguresDisagree => Corrected(view, its),
                _ => null,
            };
            if (reason is null) { return null; }
            reasons.Add(reason);
        }

        return reasons.Count == 0 ? null : "settled: " + string.Join("; ", reasons);
    }

    private static string? Ended(MatterView view, Denial denial)
    {
        foreach (var passage in view.Passages.Where(passage => passage.Statement is { Polarity: Polarity.Affirmed, Cue: not null } && passage.Speaker is { IsNamed: true }))
        {
            if (IsOneSide(passage, denial.Passage) && IsAfter(passage, denial.Passage) && Admits().IsMatch(passage.Statement.Cue!.Lemma) && Words(denial).Any(claim => IsAbout(passage, claim)))
            {
                return $"{passage.Speaker.Name}, whose side denied it, confirmed it{On(passage)}";
            }

            if (denial.Denied.Any(claim => claim.Speaker.Key == passage.Speaker.Key && IsAfter(passage, claim)) && Withdraws().IsMatch(passage.Statement.Cue!.Lemma) && Words(denial).Any(claim => IsAbout(passage, claim)))
            {
                return $"{passage.Speaker.Name} took it back{On(passage)}";
            }
        }

        return null;
    }

    // What is denied: the claims, or the denial's own words where nobody is quoted with them.
    private static ImmutableArray<Passage> Words(Denial denial) => denial.Denied.IsEmpty ? [denial.Passage] : denial.Denied;

    private static bool IsAbout(Passage later, Passage claim) => !DenialWording.IsNegated(later)
        && (later.Statement.Events.Any(mine => !mine.Negated && claim.Statement.Events.Any(its => !its.Negated && its.Type == mine.Type))
            || later.Statement.Figures.Any(figure => figure.Value is >= 13 && claim.Statement.Figures.Any(its => its.Value == figure.Value && its.Kind == figure.Kind))
            || later.Theme.Similarity(claim.Theme) >= SameContent);

    // Who gave one of two figures that disagree gives the other one later.
    private static string? Corrected(MatterView view, HashSet<Passage> disputed)
    {
        var figures = view.Figures.Where(mention => disputed.Contains(mention.Passage) && mention.Noun is not null).ToList();
        foreach (var later in view.Figures.Where(mention => mention.Passage.Speaker is { IsNamed: true, IsOutlet: false } && !disputed.Contains(mention.Passage) && mention.Noun is not null))
        {
            var own = figures.Find(mention => mention.Passage.Speaker.Key == later.Passage.Speaker.Key && mention.Noun == later.Noun && IsAfter(later.Passage, mention.Passage) && !mention.Bounds.Meets(later.Bounds));
            var others = figures.Find(mention => mention.Passage.Speaker.Key != later.Passage.Speaker.Key && mention.Noun == later.Noun && mention.Bounds.Meets(later.Bounds));
            if (own is not null && others is not null) { return $"{later.Passage.Speaker.Name}, who had given “{own.Text}”, gave “{later.Text}”{On(later.Passage)}"; }
        }

        return null;
    }

    private static bool IsOneSide(Passage left, Passage right) => left.Speaker.Key == right.Speaker.Key || (left.Statement.Source?.Side is { } side && side == right.Statement.Source?.Side);

    private static bool IsAfter(Passage passage, Passage other) => passage.Day is { } day && other.Day is { } before && day > before;

    private static string On(Passage passage) => passage.Day is { } day ? string.Create(CultureInfo.InvariantCulture, $" on {day:d MMMM yyyy}") : "";

    [GeneratedRegex(@"^(?:admit|acknowledge|concede|confirm|recogni[sz]e)$", RegexOptions.IgnoreCase)]
    private static partial Regex Admits();

    [GeneratedRegex(@"^(?:retract|withdraw|correct|apologi[sz]e|recant|admit|acknowledge|concede)$", RegexOptions.IgnoreCase)]
    private static partial Regex Withdraws();
}
