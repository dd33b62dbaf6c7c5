using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Hearsay.Matters.Origins;

/// <summary>Finds what is said more than once in a matter: the same particular figure of the same thing, or the same run of words.</summary>
internal static class ClaimFinder
{
    private const float SameThing = 0.12f; // cosine of the words near two equal figures
    private const int RunOfWords = 6;      // words in a row that are hardly the same by chance
    private const int SameDays = 4;        // days that reports of one thing may be apart
    private const int MostMentions = 300;  // of one value; pairs of them are compared

    /// <summary>The claims of a matter, by their first passage.</summary>
    public static ImmutableArray<Claim> Find(MatterView matter)
    {
        var shared = SharedRuns(matter.Passages);
        var tracer = new OriginTracer(matter, shared);
        return [.. FigureClaims(matter, tracer).Concat(WordClaims(matter, tracer, shared))];
    }

    private static IEnumerable<Claim> FigureClaims(MatterView matter, OriginTracer tracer)
    {
        var byValue = matter.Figures.Where(mention => mention.Figure.Value is not null && mention.Figure.Kind is Language.Figures.FigureKind.Count && mention.Figure.Value >= 4 && !mention.IsRequirement)
            .GroupBy(mention => mention.Figure.Value!.Value).OrderBy(group => group.Key);
        foreach (var group in byValue)
        {
            var left = group.Take(MostMentions).ToList();
            while (left.Count > 0)
            {
                // Whatever can be reached from the first mention by steps from like to like.
                List<FigureMention> same = [left[0]];
                left.RemoveAt(0);
                for (var i = 0; i < same.Count; i++)
                {
                    var mention = same[i];
                    var likes = left.Where(other => Same(mention, other)).ToList();
                    same.AddRange(likes);
                    left.RemoveAll(likes.Contains);
                }

                ImmutableArray<Passage> passages = [.. matter.Passages.Where(passage => same.Any(mention => mention.Passage == passage))];
                if (passages.Length < 2) { continue; }
                var first = same.OrderBy(mention => mention.Of is null).ThenBy(mention => matter.Passages.IndexOf(mention.Passage)).First();
                yield return new Claim(first.Text, [.. same], passages, tracer.Trace(passages, [.. same]));
            }
        }
    }

    // What was counted on days far apart was counted twice.
    private static bool AreOfOtherTimes(Passage left, Passage right) => left.Time is { } mine && right.Time is { } its && (mine.Last.AddDays(SameDays) < its.First || its.Last.AddDays(SameDays) < mine.First);

    private static bool Same(FigureMention left, FigureMention right) =>
        left.MayCountSame(right) && !AreOfOtherTimes(left.Passage, right.Passage) && (left.IsParticular ? (left.Noun == right.Noun && left.Noun is not null) || left.Window.Similarity(right.Window) >= (left.Noun is null && right.Noun is null ? SameThing * 2 : SameThing) : left.Noun == right.Noun && left.Noun is not null && left.Window.Similarity(right.Window) >= SameThing * 1.5f);

    private static IEnumerable<Claim> WordClaims(MatterView matter, OriginTracer tracer, Dictionary<(string, int), HashSet<Passage>> shared)
    {
        var seen = new HashSet<Passage>();
        foreach (var passage in matter.Passages)
        {
            if (!seen.Add(passage)) { continue; }
            List<Passage> same = [passage];
            for (var i = 0; i < same.Count; i++)
            {
                if (!shared.TryGetValue(KeyOf(same[i]), out var others)) { continue; }
                same.AddRange(others.Where(other => !same.Exists(one => AreOfOtherTimes(one, other))).Where(seen.Add).OrderBy(matter.Passages.IndexOf));
            }

            if (same.Count < 2) { continue; }
            ImmutableArray<Passage> passages = [.. matter.Passages.Where(same.Contains)];
            yield return new Claim($"“{passages[0].Quote(90).Trim('"', '“', '”', '«', '»')}”", [], passages, tracer.Trace(passages, []));
        }
    }

    /// <summary>Passages that share a run of words, by passage.</summary>
    internal static Dictionary<(string, int), HashSet<Passage>> SharedRuns(ImmutableArray<Passage> passages)
    {
        var runs = new Dictionary<ulong, List<Passage>>();
        foreach (var passage in passages)
        {
            for (var i = 0; i + RunOfWords <= passage.Words.Length; i++)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(runs, Hash(passage, i), out _);
                list ??= [];
                if (list.Count < MostMentions && (list.Count == 0 || list[^1] != passage)) { list.Add(passage); }
            }
        }

        var shared = new Dictionary<(string, int), HashSet<Passage>>();
        foreach (var list in runs.Values.Where(list => list.Count > 1))
        {
            foreach (var passage in list)
            {
                ref var others = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, KeyOf(passage), out _);
                (others ??= []).UnionWith(list.Where(other => other != passage));
            }
        }

        return shared;
    }

    internal static (string, int) KeyOf(Passage passage) => (passage.Document.Sha256, passage.Index);

    // FNV-1a over the words.
    private static ulong Hash(Passage passage, int start)
    {
        var hash = 14695981039346656037UL;
        for (var i = start; i < start + RunOfWords; i++)
        {
            foreach (var c in passage.Words[i].Lower)
            {
                hash = unchecked((hash ^ c) * 1099511628211UL);
            }

            hash = unchecked((hash ^ ' ') * 1099511628211UL);
        }

        return hash;
    }
}
