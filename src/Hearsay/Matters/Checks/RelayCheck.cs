using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Hearsay.Documents;
using Hearsay.Matters.Grouping;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Near-identical text in a later document that does not credit the earlier one.</summary>
/// <remarks>Documents are compared by runs of words, as in winnowing (Schleimer, Wilkerson and Aiken 2003), but with every run kept, since one matter's documents are few.</remarks>
internal sealed class RelayCheck : IMatterCheck
{
    private const int Run = 5;             // words in a row
    private const int LeastShared = 30;    // runs that two documents share
    private const double LeastShare = 0.2; // of the shorter document's runs
    private const int MostWords = 5000;
    private const int MostHolders = 64;    // documents that hold one run; beyond that it is a formula
    private const int StretchesShown = 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(MatterView matter)
    {
        ImmutableArray<Worded> documents = [.. matter.Passages.Select(passage => passage.Document).DistinctBy(document => document.Sha256, StringComparer.Ordinal)
            .Select(document => new Worded(document)).OrderBy(document => document.Day).ThenBy(document => document.Document.Sha256, StringComparer.Ordinal)];
        if (documents.Length < 2) { yield break; }
        var holders = new Dictionary<ulong, List<int>>();
        for (var d = 0; d < documents.Length; d++)
        {
            foreach (var run in documents[d].Runs)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, run, out _);
                list ??= [];
                if (list.Count <= MostHolders && (list.Count == 0 || list[^1] != d)) { list.Add(d); }
            }
        }

        var shared = new int[documents.Length, documents.Length]; // runs, of each earlier and later document
        foreach (var list in holders.Values.Where(list => list.Count is > 1 and <= MostHolders))
        {
            for (var i = 0; i < list.Count; i++)
            {
                for (var j = i + 1; j < list.Count; j++) { shared[list[i], list[j]]++; }
            }
        }

        var credited = new Dictionary<(string Document, string Outlet), bool>();
        var relayed = new List<(Worded Earlier, Worded Later, int Count)>();
        for (var earlier = 0; earlier < documents.Length; earlier++)
        {
            for (var later = earlier + 1; later < documents.Length; later++)
            {
                var (first, second, count) = (documents[earlier], documents[later], shared[earlier, later]);
                if (count < LeastShared || count < LeastShare * Math.Min(first.Runs.Length, second.Runs.Length) || Credits(second.Document, first.Document, credited) || first.Document.Outlet is { } outlet && outlet == second.Document.Outlet) { continue; }
                relayed.Add((first, second, count));
            }
        }

        var findings = new Finding[relayed.Count];
        Parallel.For(0, findings.Length, i => findings[i] = Report(matter, relayed[i].Earlier, relayed[i].Later, relayed[i].Count));
        foreach (var finding in findings) { yield return finding; }
    }

    private static bool Credits(Document later, Document earlier, Dictionary<(string Document, string Outlet), bool> known)
    {
        if (earlier.Outlet is not { Length: > 2 } outlet) { return false; }
        if (!known.TryGetValue((later.Sha256, outlet), out var credits))
        {
            known[(later.Sha256, outlet)] = credits = later.Blocks.Any(block => block.IsLanguage && block.Role is not BlockRole.Comment && block.Span.In(later.Text).Contains(outlet, StringComparison.OrdinalIgnoreCase));
        }

        return credits;
    }

    private static Finding Report(MatterView matter, Worded earlier, Worded later, int count)
    {
        ImmutableArray<TextSpan> there = [.. later.Stretches(earlier.Known).OrderByDescending(span => span.Length).Take(StretchesShown)];
        ImmutableArray<TextSpan> here = [.. earlier.Stretches(later.Known).OrderByDescending(span => span.Length).Take(StretchesShown)];
        var share = 100.0 * count / later.Runs.Length;
        return Finding.Of(
            FindingKind.Relayed, Severity.Warning,
            $"{Name(later.Document)} carries {(share >= 50 ? "text of" : "passages of")} {Name(earlier.Document)} {(share >= 50 ? "almost " : "")}word for word and does not credit it.",
            matter.Of(later.Document.Sha256).Concat(matter.Of(earlier.Document.Sha256)).Where(passage => there.Concat(here).Any(span => passage.Statement.Content.Any(span.Overlaps))).Select(passage => passage.Statement.Id),
            there.Select(span => new Evidence(later.Document.Sha256, span, span.SliceOf(later.Document.Text)))
                .Concat(here.Select(span => new Evidence(earlier.Document.Sha256, span, span.SliceOf(earlier.Document.Text)))),
            Calculation.Of($"{count} of {later.Runs.Length} runs of {Run} words are the same ({Bounds.Show(Math.Round(share))} %)"));
    }

    private static string Name(Document document) => document.Outlet ?? document.Title ?? "a document";

    private sealed class Worded
    {
        private readonly ImmutableArray<ScannedWord> words;
        private readonly Lazy<HashSet<ulong>> known;

        public Worded(Document document)
        {
            Document = document;
            words = [.. document.Blocks.Where(block => block.Role is BlockRole.Body or BlockRole.List or BlockRole.Headline).SelectMany(block => WordScanner.Scan(document.Text, block.Span)).Take(MostWords)];
            var runs = ImmutableArray.CreateBuilder<ulong>(Math.Max(0, words.Length - Run + 1));
            for (var i = 0; i + Run <= words.Length; i++) { runs.Add(Hash(i)); }
            Runs = runs.ToImmutable();
            known = new(() => [.. Runs]);
        }

        public Document Document { get; }

        public DateOnly Day => ThreadSplitter.DayOf(Document) ?? DateOnly.MaxValue;

        public ImmutableArray<ulong> Runs { get; }

        public HashSet<ulong> Known => known.Value;

        /// <summary>The longest stretches all of whose runs are known.</summary>
        public IEnumerable<TextSpan> Stretches(HashSet<ulong> known)
        {
            for (var i = 0; i < Runs.Length; i++)
            {
                if (!known.Contains(Runs[i])) { continue; }
                var last = i;
                while (last + 1 < Runs.Length && known.Contains(Runs[last + 1])) { last++; }
                yield return new TextSpan(words[i].Span.Start, words[last + Run - 1].Span.End);
                i = last;
            }
        }

        private ulong Hash(int start)
        {
            var hash = 14695981039346656037UL; // FNV-1a
            for (var i = start; i < start + Run; i++)
            {
                foreach (var c in words[i].Lower) { hash = unchecked((hash ^ c) * 1099511628211UL); }
                hash = unchecked((hash ^ ' ') * 1099511628211UL);
            }

            return hash;
        }
    }
}
