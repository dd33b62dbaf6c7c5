using System.Collections.Immutable;

namespace Hearsay.Matters.Origins;

/// <summary>Finds what is said more than once in a matter: the same particular figure of the same thing, or the same run of words.</summary>
internal static class ClaimFinder
{
    private const float SameThing = 0.12f; // cosine of the words near two equal figures
    private const int SameDays = 4;        // days that reports of one thing may be apart
    private const int MostMentions = 300;  // of one value; pairs of them are compared

    /// <summary>The claims of a matter, by their first passage.</summary>
    public static ImmutableArray<Claim> Find(MatterView matter)
    {
        var shared = new SharedRuns(matter.Passages);
        var tracer = new OriginTracer(matter, shared);
        return [.. FigureClaims(matter, tracer).Concat(WordClaims(matter, tracer, shared))];
    }

    private static IEnumerable<Claim> FigureClaims(MatterView matter, OriginTracer tracer)
    {
        var byValue = matter.Figures.Where(mention => mention.Figure.Value is not null && mention.Figure.Kind is Language.Figures.FigureKind.Count && mention.Figure.Value >= 4 && !mention.IsRequirement)
            .GroupBy(mention => mention.Figure.Value!.Value).OrderBy(group => group.Key);
        foreach (var group in byValue)
        {
            List<FigureMention> left = [.. group.Take(MostMentions)];
            while (left.Count > 0)
            {
                // Whatever can be reached from the first mention by steps from like to like.
                List<FigureMention> same = [left[0]];
                left.RemoveAt(0);
                for (var i = 0; i < same.Count; i++)
                {
                    var mention = same[i];
                    var others = new List<FigureMention>();
                    foreach (var other in left) { (Same(mention, other) ? same : others).Add(other); }
                    left = others;
                }

                var passages = matter.InOrder(same.Select(mention => mention.Passage));
                if (passages.Length < 2) { continue; }
                var first = same.OrderBy(mention => mention.Of is null).ThenBy(mention => matter.PlaceOf(mention.Passage)).First();
                yield return new Claim(first.Text, [.. same], passages, tracer.Trace(passages, [.. same]));
            }
        }
    }

    // What was counted on days far apart was counted twice.
    private static bool AreOfOtherTimes((DateOnly First, DateOnly Last)? left, (DateOnly First, DateOnly Last)? right) => left is { } mine && right is { } its && (mine.Last.AddDays(SameDays) < its.First || its.Last.AddDays(SameDays) < mine.First);

    private static bool Same(FigureMention left, FigureMention right) =>
        left.MayCountSame(right) && !AreOfOtherTimes(left.Passage.Time, right.Passage.Time) && (left.IsParticular ? (left.Noun == right.Noun && left.Noun is not null) || left.Window.Similarity(right.Window) >= (left.Noun is null && right.Noun is null ? SameThing * 2 : SameThing) : left.Noun == right.Noun && left.Noun is not null && left.Window.Similarity(right.Window) >= SameThing * 1.5f);

    private static IEnumerable<Claim> WordClaims(MatterView matter, OriginTracer tracer, SharedRuns shared)
    {
        var seen = new HashSet<Passage>();
        foreach (var passage in matter.Passages)
        {
            if (!seen.Add(passage)) { continue; }
            List<Passage> same = [passage];
            var gone = new HashSet<int>(); // groups that were gone through: who was of another time then still is
            for (var i = 0; i < same.Count; i++)
            {
                var held = same.Select(one => one.Time).Distinct().ToList();
                var others = shared.GroupsOf(same[i]).Where(gone.Add).SelectMany(group => shared[group]).Where(other => !seen.Contains(other) && !held.Exists(time => AreOfOtherTimes(time, other.Time))).Where(seen.Add);
                same.AddRange([.. others.OrderBy(matter.PlaceOf)]);
            }

            if (same.Count < 2) { continue; }
            var passages = matter.InOrder(same);
            yield return new Claim($"“{passages[0].Quote(90).Trim('"', '“', '”', '«', '»')}”", [], passages, tracer.Trace(passages, []));
        }
    }
}
