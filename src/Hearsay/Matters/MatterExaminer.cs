using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Matters.Checks;
using Hearsay.Matters.Grouping;
using Hearsay.Matters.Origins;

namespace Hearsay.Matters;

/// <summary>Finds what statements of many documents are about, where they come from, and where they do not fit together.</summary>
/// <remarks>The result depends on the set of documents alone, in whatever order or batches they come.</remarks>
public static class MatterExaminer
{
    private static readonly ImmutableArray<IMatterCheck> Checks =
        [new OriginCheck(), new DeniedCheck(), new FigureConflictCheck(), new DateConflictCheck(), new EventDatesCheck(), new AttributionCheck(), new RelayCheck()];

    /// <summary>Examines documents together.</summary>
    /// <param name="documents">In any order. Of documents with the same bytes the first by outlet, day and address counts.</param>
    /// <param name="judgements">What analysts decided on origins; of statements that are not there they say nothing.</param>
    public static MatterReport Examine(IEnumerable<ExaminedDocument> documents, params IEnumerable<OriginJudgement> judgements)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(judgements);
        var known = Distinct(documents);
        var forest = new StoryForest();
        forest.Change(known.Values.SelectMany(document => ThreadSplitter.Split(document)));
        ImmutableArray<ImmutableArray<KeptThread>> trees = [.. forest.Trees().Select(tree => tree.Select(id => forest[id]).ToImmutableArray())];
        return Report(trees, Examine([.. trees.Select(tree => Examined(tree).Select(thread => thread.Thread.Value).ToImmutableArray())], known, new OriginJudgements(judgements)), known.Values);
    }

    /// <summary>The threads of a matter that are examined: the earliest ones, until they hold enough statements.</summary>
    /// <param name="threads">Earliest first.</param>
    internal static ImmutableArray<KeptThread> Examined(ImmutableArray<KeptThread> threads)
    {
        var (count, statements) = (0, 0);
        while (count < threads.Length && statements < MatterView.MostPassages) { statements += threads[count++].Statements; }
        return threads[..count];
    }

    /// <summary>Several matters at once, each given by the threads that are examined.</summary>
    internal static (Matter? Matter, ImmutableArray<Finding> Findings)[] Examine(ImmutableArray<ImmutableArray<DocumentThread>> trees, IReadOnlyDictionary<string, ExaminedDocument> documents, OriginJudgements judgements)
    {
        var examined = new (Matter? Matter, ImmutableArray<Finding> Findings)[trees.Length];
        Parallel.For(0, trees.Length, i => examined[i] = Examine(trees[i], documents, judgements));
        return examined;
    }

    /// <summary>One matter with its findings; no matter where a single statement is all there is.</summary>
    private static (Matter? Matter, ImmutableArray<Finding> Findings) Examine(ImmutableArray<DocumentThread> threads, IReadOnlyDictionary<string, ExaminedDocument> documents, OriginJudgements judgements)
    {
        if (threads.Sum(thread => thread.Statements.Length) < 2) { return (null, []); }
        var view = new MatterView(threads.GroupBy(thread => thread.Document, StringComparer.Ordinal).SelectMany(group => Passages(documents[group.Key], [.. group.SelectMany(thread => thread.Statements)])), judgements);
        ImmutableArray<Finding> findings = [.. Checks.SelectMany(check => check.Check(view)).DistinctBy(finding => finding.Id, StringComparer.Ordinal)];
        var matter = MatterComposer.Compose(threads, view, findings);
        return (matter, [.. findings.Select(finding => finding with { Matter = matter.Id })]);
    }

    /// <summary>Puts matters and the findings of documents together: a document's finding belongs to the matter of the first of its statements that has one.</summary>
    private static MatterReport Report(ImmutableArray<ImmutableArray<KeptThread>> trees, IEnumerable<(Matter? Matter, ImmutableArray<Finding> Findings)> examined, IEnumerable<ExaminedDocument> documents)
    {
        var matters = new List<Matter>();
        var findings = new List<Finding>();
        foreach (var (matter, its) in examined)
        {
            if (matter is not null) { matters.Add(matter); }
            findings.AddRange(its);
        }

        var matterOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tree in trees.Where(tree => tree.Sum(thread => thread.Statements) > 1))
        {
            var id = MatterComposer.IdOf(tree[0].Id);
            foreach (var statement in tree.SelectMany(thread => thread.Thread.Value.Statements)) { matterOf.TryAdd(statement, id); }
        }

        findings.AddRange(documents.SelectMany(document => document.Findings.Select(finding => Place(finding, document, matterOf))));
        matters.Sort(Compare);
        // The same evidence may be found in two matters; it counts in the first by id.
        return new MatterReport([.. matters], [.. findings.GroupBy(finding => finding.Id, StringComparer.Ordinal).Select(same => same.MinBy(finding => finding.Matter, StringComparer.Ordinal)!).Order(Comparer<Finding>.Create(Finding.Compare))]);
    }

    /// <summary>Gives a document's finding its matter.</summary>
    internal static Finding Place(Finding finding, ExaminedDocument document, IReadOnlyDictionary<string, string> matterOf)
    {
        foreach (var statement in finding.Statements)
        {
            if (matterOf.TryGetValue(statement, out var matter)) { return finding with { Matter = matter }; }
        }

        if (finding.Evidence.IsEmpty) { return finding; }
        var nearest = document.Statements.Where(statement => matterOf.ContainsKey(statement.Id))
            .MinBy(statement => Math.Abs(statement.Content[0].Start - finding.Evidence[0].Span.Start));
        return nearest is null ? finding : finding with { Matter = matterOf[nearest.Id] };
    }

    /// <summary>Earlier matters first, undated ones last.</summary>
    private static int Compare(Matter left, Matter right)
    {
        var order = (left.Period.First ?? DateOnly.MaxValue).CompareTo(right.Period.First ?? DateOnly.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }

    /// <summary>Documents by hash; of those with the same bytes the one that counts.</summary>
    internal static SortedDictionary<string, ExaminedDocument> Distinct(IEnumerable<ExaminedDocument> documents)
    {
        var known = new SortedDictionary<string, ExaminedDocument>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (!known.TryGetValue(document.Document.Sha256, out var other) || string.CompareOrdinal(Rank(document.Document), Rank(other.Document)) < 0) { known[document.Document.Sha256] = document; }
        }

        return known;
    }

    private static string Rank(Document document) => $"{document.Outlet}\n{document.Published}\n{document.Url}\n{document.Encoding}";

    private static IEnumerable<Passage> Passages(ExaminedDocument document, HashSet<string> statements) =>
        document.Statements.Select((statement, index) => (statement, index)).Where(pair => statements.Contains(pair.statement.Id)).Select(pair => new Passage(document.Document, pair.statement, pair.index));
}
