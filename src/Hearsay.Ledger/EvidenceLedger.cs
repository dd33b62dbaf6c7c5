using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Matters;
using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>What is remembered: originals, captures, the log, and what was derived from them, in one file. Not for several threads at once.</summary>
/// <remarks>Every member throws <see cref="LedgerException"/> where the file is damaged, held by another process for longer than the patience, or out of space.</remarks>
public sealed partial class EvidenceLedger : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly WriterRegister? register;
    private readonly CaptureWriter? writer;
    private readonly TimeProvider clock;

    private EvidenceLedger(string path, SqliteConnection connection, LedgerOptions options, bool writes)
    {
        Path = path;
        this.connection = connection;
        clock = options.Clock;
        if (writes)
        {
            register = WriterRegister.SignIn(connection, options);
            writer = new CaptureWriter(connection, options.Clock);
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>For what reads or fills the tables of lists.</summary>
    internal SqliteConnection Connection => connection;

    /// <summary>Opens a ledger for writing; where there is no file, makes one.</summary>
    public static EvidenceLedger Open(string path, LedgerOptions? options = null) =>
        Open(path, options ?? LedgerOptions.Default, writes: true);

    /// <summary>Opens an existing ledger to read it. Nothing in it is changed but an older schema, which is brought up to date.</summary>
    /// <exception cref="FileNotFoundException">There is no such file; none is made.</exception>
    public static EvidenceLedger OpenForReading(string path, LedgerOptions? options = null)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no ledger '{path}'. Write one with 'hearsay read PATH... --ledger {path}'.", path);
        }

        return Open(path, options ?? LedgerOptions.Default, writes: false);
    }

    /// <summary>True where this capture is recorded and what was derived from it bears the same version, so that recording it would change nothing.</summary>
    public bool Holds(Capture capture, string engine)
    {
        ArgumentNullException.ThrowIfNull(capture);
        return Guard(() => Writer.Holds(capture, engine));
    }

    /// <summary>Records a capture with what was derived from it, in one transaction: after a crash it is there whole or not at all.</summary>
    public RecordOutcome Record(CaptureRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Guard(() => Writer.Write(record));
    }

    /// <summary>Puts all that was recorded on the disk, beyond the reach of a power cut. Until then a committed capture survives the death of the process, but not of the machine.</summary>
    public void Settle() => Guard(() => connection.Scalar<long>("PRAGMA wal_checkpoint(FULL)"));

    /// <summary>Every document with its captures and statements, sorted by hash; read as one snapshot, one document in memory at a time.</summary>
    /// <param name="asJudged">False for statements as the engine found them, whatever people made of them.</param>
    public IEnumerable<StoredDocument> Documents(bool asJudged = true)
    {
        using var documents = Guard(() => new DocumentRows(connection, book: asJudged ? null : JudgementBook.Empty).GetEnumerator());
        while (Guard(documents.MoveNext)) { yield return documents.Current; }
    }

    /// <summary>The documents of some originals, likewise.</summary>
    public IEnumerable<StoredDocument> Documents(IReadOnlyCollection<string> originals, bool asJudged = true)
    {
        using var documents = Guard(() => new DocumentRows(connection, originals, asJudged ? null : JudgementBook.Empty).GetEnumerator());
        while (Guard(documents.MoveNext)) { yield return documents.Current; }
    }

    /// <summary>Every statement as the contract's JSON object, sorted by document and place in it; read as one snapshot. Rejected statements are left out, corrected ones are given as corrected.</summary>
    /// <param name="asJudged">False for all statements exactly as the engine found them.</param>
    public IEnumerable<string> StatementJson(bool asJudged = true)
    {
        asJudged = asJudged && Guard(() => connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM judged_statement)")) == 1;
        using var select = connection.Prepare(asJudged
            ? """
              SELECT ifnull(j.json, s.json) FROM document d JOIN statement s ON s.document = d.id LEFT JOIN judged_statement j ON j.original = d.original AND j.id = s.id
              WHERE ifnull(j.verdict, '') <> 'rejected' ORDER BY d.original, d.facts, s.position
              """
            : "SELECT s.json FROM document d JOIN statement s ON s.document = d.id ORDER BY d.original, d.facts, s.position");
        using var rows = Guard(select.ExecuteReader);
        while (Guard(rows.Read)) { yield return rows.GetString(0); }
        if (!asJudged) { yield break; }
        foreach (var added in AddedPage("", int.MaxValue - 1, null, null).Items) { yield return added; }
    }

    /// <summary>Brings matters and findings up to date with the documents; where they are, nothing is done.</summary>
    /// <param name="engine">Version of engine, pack and models; matters that another version made are made anew.</param>
    public void Examine(string engine)
    {
        ArgumentException.ThrowIfNullOrEmpty(engine);
        _ = Writer; // not in a ledger that was opened for reading
        Guard(() => ThreadTables.Update(connection, engine));
    }

    /// <summary>Matters and findings, as <see cref="Examine"/> left them.</summary>
    public MatterReport Matters() => Report(MatterJson(), FindingJson());

    /// <summary>One matter with its findings; null where there is no such matter.</summary>
    public MatterReport? Matter(string id) => MatterOf(id) is { } json ? Report([json], FindingPage(null, int.MaxValue - 1, matter: id).Items.Concat(Json(RollTables.SelectFindings).Where(finding => finding.Contains(id, StringComparison.Ordinal)))) : null;

    private MatterReport Report(IEnumerable<string> matters, IEnumerable<string> findings)
    {
        using var select = connection.Prepare("SELECT encoding, inspection FROM document WHERE original = $1 LIMIT 1");
        var offsets = new Dictionary<string, CodePointOffsets>(StringComparer.Ordinal);
        return new MatterReport([.. matters.Select(FindingReader.ReadMatter)], [.. findings.Select(json => FindingReader.ReadFinding(json, OffsetsOf))]);

        CodePointOffsets OffsetsOf(string sha256)
        {
            if (offsets.TryGetValue(sha256, out var known)) { return known; }
            using var row = select.With(sha256).ExecuteReader();
            var text = row.Read() ? InspectionReader.ReadDocument(new Packed(row.GetString(0), row.GetFieldValue<byte[]>(1)).Unpack(int.MaxValue)).Text : "";
            return offsets[sha256] = new CodePointOffsets(text);
        }
    }

    /// <summary>Every matter as a JSON object, by first day, undated ones last. As <see cref="Examine"/> left them.</summary>
    public IEnumerable<string> MatterJson() => Json(MatterTables.SelectMatters);

    /// <summary>Every finding as the contract's JSON object, by document and place, as <see cref="Examine"/> left them; those of audits after them, by id.</summary>
    public IEnumerable<string> FindingJson() => Json(MatterTables.SelectFindings).Concat(Json(RollTables.SelectFindings));

    /// <summary>Re-hashes every original, re-reads every stored span, and walks the log.</summary>
    public Verification Verify() => LedgerVerifier.Verify(connection);

    /// <inheritdoc/>
    public void Dispose()
    {
        writer?.Dispose();
        register?.SignOut();
        connection.Dispose();
    }

    private CaptureWriter Writer => writer ?? throw new InvalidOperationException("This ledger was opened for reading.");

    private static EvidenceLedger Open(string path, LedgerOptions options, bool writes)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = writes ? LedgerFile.OpenForWriting(path, options) : LedgerFile.OpenForReading(path, options);
            return new EvidenceLedger(path, connection, options, writes);
        }
        catch (SqliteException failure)
        {
            var holders = connection is null ? WriterRegister.HoldersOf(path) : WriterRegister.Holders(connection);
            connection?.Dispose();
            throw LedgerException.From(path, failure, holders);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    private IEnumerable<string> Json(Func<SqliteConnection, SqliteCommand> select)
    {
        using var command = select(connection);
        using var rows = Guard(command.ExecuteReader);
        while (Guard(rows.Read)) { yield return rows.GetString(0); }
    }

    private void Guard(Action work) => Guard(() => { work(); return true; });

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw LedgerException.From(Path, failure, WriterRegister.Holders(connection));
        }
    }
}
