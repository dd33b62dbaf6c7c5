using System.Collections.Immutable;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Matters;
using Hearsay.Matters.Grouping;
using Hearsay.Matters.Origins;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>What judgements change in the derived tables, no more of them than they touch.</summary>
internal static class JudgementEffects
{
    /// <summary>Brings the derived tables up to date with new judgements.</summary>
    /// <param name="connection">The ledger, which has the new judgements.</param>
    /// <param name="added">The new judgements.</param>
    public static void Update(SqliteConnection connection, IReadOnlyCollection<Judgement> added)
    {
        var book = JudgementTables.Book(connection);
        ImmutableArray<Ruling> rulings = [.. added.SelectMany(judgement => Reach(judgement.Ruling, book))];
        var sources = rulings.OfType<Ruling.Identify>().ToList();
        var originals = rulings.SelectMany(ruling => ruling.About).Select(anchor => anchor.Document)
            .Concat(sources.Select(identify => identify.Document).OfType<string>())
            .Concat(sources.Exists(identify => identify.Document is null) ? JudgementTables.OriginalsOf(connection, sources.Where(identify => identify.Document is null).Select(identify => identify.Source)) : [])
            .ToHashSet(StringComparer.Ordinal);
        if (rulings.Any(ruling => ruling is Ruling.Dismiss)) { JudgementTables.RefreshDismissals(connection, book); }
        if (originals.Count == 0) { return; }
        var before = Verdicts(connection, originals);
        JudgementTables.Refresh(connection, book, originals);
        var after = Verdicts(connection, originals);
        if (rulings.All(ruling => ruling is Ruling.Accept) && OnlyAccepted(before, after) is { } accepted)
        {
            ReviewQueue.Leave(connection, originals, accepted); // nothing in a matter depends on how sure a statement is
            return;
        }

        var documents = MatterTables.Documents(connection, originals, book);
        if (rulings.OfType<Ruling.Add>().Select(add => add.Statement.Document).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } gained) { ThreadTables.TakeAnew(connection, gained, book); }
        HashSet<string> statements = [.. before.Keys, .. after.Keys, .. BoundIn(connection, originals)];
        MatterTables.Compose(connection, book, TreesOf(connection, originals, statements), [], documents);
    }

    /// <summary>Derives anew what judgements make of documents that came or changed: of some, or of all that a judgement may concern.</summary>
    public static void Refresh(SqliteConnection connection, JudgementBook book, IReadOnlyCollection<string>? originals)
    {
        if (book.Judgements.IsEmpty) { return; }
        HashSet<string> concerned = [.. book.Documents, .. book.IdentifiedSources.Any() ? JudgementTables.OriginalsOf(connection, book.IdentifiedSources) : []];
        if (originals is not null) { concerned.IntersectWith(originals); }
        JudgementTables.Refresh(connection, book, concerned);
    }

    /// <summary>What analysts decided on origins, of statements that are there.</summary>
    public static OriginJudgements Origins(SqliteConnection connection, JudgementBook book)
    {
        var pairs = new List<OriginJudgement>();
        foreach (var judgement in book.Decisive.Where(judgement => judgement.Ruling is Ruling.OverruleOrigins))
        {
            if (Bound(connection, judgement.Id) is [var first, var second]) { pairs.Add(new OriginJudgement(first, second, ((Ruling.OverruleOrigins)judgement.Ruling).Same)); }
        }

        return pairs.Count == 0 ? OriginJudgements.None : new OriginJudgements(pairs);
    }

    /// <summary>Ids of the statements that a judgement is about and that are there.</summary>
    public static ImmutableArray<string> Bound(SqliteConnection connection, string judgement)
    {
        using var select = connection.Prepare("SELECT DISTINCT nearest FROM judgement_standing WHERE judgement = $1 AND standing IN ('holds', 'changed') ORDER BY nearest").With(judgement);
        using var rows = select.ExecuteReader();
        var bound = ImmutableArray.CreateBuilder<string>();
        while (rows.Read()) { bound.Add(rows.GetString(0)); }
        return bound.DrainToImmutable();
    }

    /// <summary>How each judgement about statements stands, of some or of all: the worst of its parts, and what that is nearest to.</summary>
    public static Dictionary<string, (Standing Standing, string? Nearest)> Standings(SqliteConnection connection, IEnumerable<string>? judgements = null)
    {
        var standings = new Dictionary<string, (Standing Standing, string? Nearest)>(StringComparer.Ordinal);
        using var select = connection.Prepare($"SELECT judgement, standing, nearest FROM judgement_standing {(judgements is null ? "" : "WHERE judgement IN (SELECT value FROM json_each($1))")} ORDER BY judgement, original, part");
        if (judgements is not null) { select.With(System.Text.Json.JsonSerializer.Serialize(judgements)); }
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            var standing = JsonNames.Parse<Standing>(rows.GetString(1)) ?? Standing.Orphaned;
            if (!standings.TryGetValue(rows.GetString(0), out var known) || standing > known.Standing) { standings[rows.GetString(0)] = (standing, rows.Text(2)); }
        }

        return standings;
    }

    /// <summary>A judgement with how it stands.</summary>
    public static StoredJudgement Stored(SqliteConnection connection, JudgementBook book, Judgement judgement, Dictionary<string, (Standing Standing, string? Nearest)> standings)
    {
        var standing = book.StandingOf(judgement);
        var (found, nearest) = standings.GetValueOrDefault(judgement.Id, (judgement.Ruling.About.Any() ? Standing.Orphaned : Standing.Holds, null));
        if (standing is Standing.Holds && judgement.Ruling is Ruling.Dismiss dismiss) { return new StoredJudgement(judgement, Exists(connection, dismiss.Finding.Id) ? Standing.Holds : Standing.Orphaned, null); }
        return new StoredJudgement(judgement, standing is Standing.Holds ? found : standing, nearest);
    }

    /// <summary>What a judgement about a statement is bound to: the statement as the engine has it.</summary>
    public static StatementAnchor? AnchorOf(SqliteConnection connection, string statement)
    {
        if (OriginalOf(connection, statement) is not { } original) { return null; }
        var book = JudgementTables.Book(connection, [original]);
        using var rows = new DocumentRows(connection, [original], JudgementBook.Empty).GetEnumerator();
        while (rows.MoveNext())
        {
            var document = rows.Current.Document;
            if (book.WithAdded(document, rows.Current.Statements).FirstOrDefault(one => one.Id == statement) is { } found) { return StatementAnchor.Of(found, document, new CodePointOffsets(document.Text)); }
        }

        return null;
    }

    /// <summary>SHA-256 of the document that a statement stands in, one of the engine's or one that a person added; null where the ledger has no such statement.</summary>
    public static string? OriginalOf(SqliteConnection connection, string statement)
    {
        using var select = connection.Prepare("SELECT d.original FROM statement s JOIN document d ON d.id = s.document WHERE s.id = $1 UNION ALL SELECT original FROM judged_statement WHERE id = $1 LIMIT 1").With(statement);
        return select.ExecuteScalar() as string;
    }

    private static bool Exists(SqliteConnection connection, string finding)
    {
        using var select = connection.Prepare("SELECT 1 FROM finding WHERE id = $1 UNION ALL SELECT 1 FROM audit_finding WHERE id = $1").With(finding);
        return select.ExecuteScalar() is not null;
    }

    // The statements that are accepted now, where nothing else changed and nobody had changed them; otherwise null.
    private static List<string>? OnlyAccepted(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        var (accepted, identified) = (JsonNames.Of(Verdict.Accepted), JsonNames.Of(Verdict.Identified));
        var changed = before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(id => before.GetValueOrDefault(id) != after.GetValueOrDefault(id)).ToList();
        return changed.TrueForAll(id => after.GetValueOrDefault(id) == accepted && (!before.TryGetValue(id, out var verdict) || verdict == identified)) ? changed : null;
    }

    private static Dictionary<string, string> Verdicts(SqliteConnection connection, IEnumerable<string> originals)
    {
        using var select = connection.Prepare("SELECT id, verdict FROM judged_statement WHERE original IN (SELECT value FROM json_each($1))").With(System.Text.Json.JsonSerializer.Serialize(originals));
        using var rows = select.ExecuteReader();
        var verdicts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read()) { verdicts[rows.GetString(0)] = rows.GetString(1); }
        return verdicts;
    }

    // A withdrawal reaches what the withdrawn judgement did.
    private static IEnumerable<Ruling> Reach(Ruling ruling, JudgementBook book)
    {
        for (; ruling is Ruling.Withdraw withdraw && book.Find(withdraw.Judgement) is { } earlier; ruling = earlier.Ruling) { yield return ruling; }
        yield return ruling;
    }

    private static HashSet<string> BoundIn(SqliteConnection connection, IEnumerable<string> originals) =>
        Strings(connection, "SELECT nearest FROM judgement_standing WHERE original IN (SELECT value FROM json_each($1)) AND nearest IS NOT NULL", originals);

    private static HashSet<string> Strings(SqliteConnection connection, string sql, IEnumerable<string> originals)
    {
        using var select = connection.Prepare(sql).With(System.Text.Json.JsonSerializer.Serialize(originals));
        using var rows = select.ExecuteReader();
        var strings = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read()) { strings.Add(rows.GetString(0)); }
        return strings;
    }

    private static HashSet<string> TreesOf(SqliteConnection connection, IEnumerable<string> originals, HashSet<string> statements)
    {
        using var select = connection.Prepare("SELECT matter, facts FROM thread WHERE original IN (SELECT value FROM json_each($1))").With(System.Text.Json.JsonSerializer.Serialize(originals));
        using var rows = select.ExecuteReader();
        var trees = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            if (DocumentThread.FromBytes("", "", null, rows.GetFieldValue<byte[]>(1)).Statements.Any(statements.Contains)) { trees.Add(rows.GetString(0)); }
        }

        return trees;
    }
}
