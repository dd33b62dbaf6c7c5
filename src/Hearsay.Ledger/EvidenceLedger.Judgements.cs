using System.Collections.Immutable;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Statements;

namespace Hearsay.Ledger;

public sealed partial class EvidenceLedger
{
    /// <summary>Records what a person decided, and brings statements, matters and findings up to date with it, in one transaction.</summary>
    /// <param name="by">Who decided.</param>
    /// <param name="why">The reason.</param>
    /// <param name="ruling">What was decided; <see cref="AnchorOf"/> and <see cref="FindingAnchorOf"/> give what it is about.</param>
    /// <returns>The judgement as recorded.</returns>
    /// <exception cref="RefusedJudgementException">It cannot be: it lacks a reason, or what it is about is not in the ledger. The message says which.</exception>
    public Judgement Judge(string by, string why, Ruling ruling)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        _ = Writer; // not in a ledger that was opened for reading
        return Guard(() =>
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (new Judgement("", by, default, why, ruling).Problem() is { } problem) { throw new RefusedJudgementException(problem); }
            var before = JudgementTables.Book(connection);
            new JudgementCheck(connection, before).Demand(ruling);
            var judgement = JudgementTables.Append(connection, clock, by, why, ruling);
            JudgementEffects.Update(connection, [judgement]);
            transaction.Commit();
            return judgement;
        });
    }

    /// <summary>Every judgement with how it stands, the earliest first.</summary>
    public ImmutableArray<StoredJudgement> Judgements() => Guard(() =>
    {
        var book = JudgementTables.Book(connection);
        var standings = JudgementEffects.Standings(connection);
        return book.Judgements.Select(judgement => JudgementEffects.Stored(connection, book, judgement, standings)).ToImmutableArray();
    });

    /// <summary>The judgements that bear on one statement, as judged about it or as merged, split and rated; the earliest first.</summary>
    public ImmutableArray<StoredJudgement> JudgementsOf(string statement) => Guard(() =>
    {
        var original = JudgementEffects.OriginalOf(connection, statement);
        if (original is null) { return []; }
        var book = JudgementTables.Book(connection, [original]);
        var own = book.Judgements.Where(judgement => judgement.Ruling.Concerns(statement)).ToList();
        var standings = JudgementEffects.Standings(connection, own.Select(judgement => judgement.Id));
        return own.Select(judgement => JudgementEffects.Stored(connection, book, judgement, standings)).ToImmutableArray();
    });

    /// <summary>A judgement by its id, with how it stands; null where there is none.</summary>
    public StoredJudgement? JudgementOf(string id) => Guard(() =>
    {
        using var select = connection.Prepare("SELECT ifnull(original, '') FROM judgement WHERE id = $1");
        if (select.With(id).ExecuteScalar() is not string original) { return null; }
        var book = JudgementTables.Book(connection, [original]);
        return JudgementEffects.Stored(connection, book, book.Find(id)!, JudgementEffects.Standings(connection, [id]));
    });

    /// <summary>Judgements with how they stand, read on from where the page before ended, so that a page costs what it shows and not all that was ever judged about statements.</summary>
    /// <param name="after">What the page before gave to go on; null for the first.</param>
    /// <param name="size">How many.</param>
    /// <param name="latestFirst">True for the latest first, else the earliest.</param>
    /// <returns>The judgements, and what to go on from; null at the end.</returns>
    public (ImmutableArray<StoredJudgement> Judgements, string? Next) JudgementPage(string? after, int size, bool latestFirst = false) => Guard(() =>
    {
        var ids = new List<(long Entry, string Id, string? Original)>();
        using (var select = connection.Prepare(latestFirst
            ? "SELECT entry, id, original FROM judgement WHERE entry < $1 ORDER BY entry DESC LIMIT $2" : "SELECT entry, id, original FROM judgement WHERE entry > $1 ORDER BY entry LIMIT $2"))
        {
            using var rows = select.With(Row(after) is var from and >= 0 ? from : latestFirst ? long.MaxValue : -1, size + 1).ExecuteReader();
            while (rows.Read()) { ids.Add((rows.GetInt64(0), rows.GetString(1), rows.Text(2))); }
        }

        var shown = ids.Take(size).ToList();
        var book = JudgementTables.Book(connection, shown.Select(one => one.Original).OfType<string>().Distinct(StringComparer.Ordinal));
        var standings = JudgementEffects.Standings(connection, shown.Select(one => one.Id));
        return (shown.Select(one => JudgementEffects.Stored(connection, book, book.Find(one.Id)!, standings)).ToImmutableArray(), ids.Count > size ? Number(shown[^1].Entry) : null);
    });

    /// <summary>What a judgement about a statement is bound to; null where the ledger has no such statement.</summary>
    public StatementAnchor? AnchorOf(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Guard(() => JudgementEffects.AnchorOf(connection, statement));
    }

    /// <summary>A statement as people have judged it, or as the engine read it where somebody rejected it, with its document; null where the ledger has no such statement.</summary>
    public (Document Document, Statement Statement)? StatementOf(string id) => Guard(() =>
    {
        if (JudgementEffects.OriginalOf(connection, id) is not { } original) { return null; }
        var found = Documents([original]).Concat(Documents([original], asJudged: false)).SelectMany(stored => stored.Statements.Where(statement => statement.Id == id).Select(statement => (stored.Document, statement)));
        return found.Select(one => ((Document, Statement)?)one).FirstOrDefault();
    });

    /// <summary>What a judgement about a finding is bound to; null where the ledger has no such finding.</summary>
    public FindingAnchor? FindingAnchorOf(string finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        using var select = connection.Prepare("SELECT json FROM finding WHERE id = $1 UNION ALL SELECT json FROM audit_finding WHERE id = $1");
        return Guard(() => select.With(finding).ExecuteScalar()) is string json ? FindingAnchors.Read(json) : null;
    }

    /// <summary>Words of a document by their place in code points, for a correction; null where the ledger has no such document or it has no such place.</summary>
    public QuotedSpan? Quote(string document, int start, int end)
    {
        using var select = connection.Prepare("SELECT encoding, inspection FROM document WHERE original = $1 LIMIT 1");
        var text = Guard(() =>
        {
            using var row = select.With(document).ExecuteReader();
            return row.Read() ? InspectionReader.ReadDocument(new Packed(row.GetString(0), row.GetFieldValue<byte[]>(1)).Unpack(int.MaxValue)).Text : null;
        });
        if (text is null || start < 0 || end <= start) { return null; }
        var offsets = new CodePointOffsets(text);
        var (from, to) = (offsets.ToUtf16(start), offsets.ToUtf16(end));
        return to <= text.Length ? new QuotedSpan(start, end, text[from..to]) : null;
    }

    /// <summary>What stands for a matter in a judgement: the first statements of its first documents; empty where the ledger has no such matter.</summary>
    public ImmutableArray<StatementAnchor> AnchorsOfMatter(string matter)
    {
        const int Most = 3;
        using var select = connection.Prepare("SELECT json FROM matter WHERE id = $1");
        if (Guard(() => select.With(matter).ExecuteScalar()) is not string json) { return []; }
        return [.. FindingReader.ReadMatter(json).Statements.DistinctBy(statement => statement.Document).Take(Most).Select(statement => AnchorOf(statement.Statement)).OfType<StatementAnchor>()];
    }

    /// <summary>What should be looked at, the most urgent first: what judgements lost, then statements and findings by how much hangs on them and how unsure the engine is.</summary>
    /// <param name="most">How many.</param>
    public ImmutableArray<ReviewItem> ReviewQueue(int most = 100)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return Guard(() => Ledger.ReviewQueue.Of(connection, most));
    }

    /// <summary>Judgements as JSON objects with id, standing and what each is nearest to, the earliest first or the latest; read page by page, so that few are in memory at once.</summary>
    /// <param name="latestFirst">True for the latest first.</param>
    /// <param name="most">How many at most.</param>
    public IEnumerable<string> JudgementJson(bool latestFirst = false, int most = int.MaxValue)
    {
        const int Together = 2000;
        string? after = null;
        do
        {
            (var page, after) = JudgementPage(after, Math.Min(Together, most), latestFirst);
            foreach (var stored in page) { yield return Json(stored); }
            most -= page.Length;
        }
        while (after is not null && most > 0);
    }

    /// <summary>A page of these objects.</summary>
    public JsonPage JudgementJsonPage(string? after, int size)
    {
        var (judgements, next) = JudgementPage(after, size);
        return new JsonPage([.. judgements.Select(Json)], next);
    }

    private static string Json(StoredJudgement stored) =>
        $"{{\"id\":\"{stored.Judgement.Id}\",\"standing\":\"{JsonNames.Of(stored.Standing)}\",\"nearest\":{JsonSerializer.Serialize(stored.Nearest)},{stored.Judgement.ToJson()[1..]}";
}
