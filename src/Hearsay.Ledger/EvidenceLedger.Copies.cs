using System.Text.Json;

namespace Hearsay.Ledger;

public sealed partial class EvidenceLedger
{
    /// <summary>Original bytes with their hash and media type, by hash; those that were erased are left out.</summary>
    /// <param name="originals">Which; null for all.</param>
    public IEnumerable<(string Sha256, string MediaType, byte[] Bytes)> Originals(IReadOnlyCollection<string>? originals = null)
    {
        using var select = connection.Prepare($"""
            SELECT o.sha256, o.encoding, o.bytes, o.size, (SELECT media_type FROM capture c WHERE c.original = o.sha256 ORDER BY entry LIMIT 1)
            FROM original o WHERE o.bytes IS NOT NULL{(originals is null ? "" : " AND o.sha256 IN (SELECT value FROM json_each($1))")} ORDER BY o.sha256
            """);
        if (originals is not null) { select.With(JsonSerializer.Serialize(originals)); }
        using var rows = Guard(select.ExecuteReader);
        while (Guard(rows.Read)) { yield return (rows.GetString(0), rows.Text(4) ?? "application/octet-stream", new Packed(rows.GetString(1), rows.GetFieldValue<byte[]>(2)).Unpack(rows.GetInt64(3))); }
    }

    /// <summary>The ledger, or some of its documents, as lines that <see cref="Restore"/> takes.</summary>
    /// <param name="originals">SHA-256 of the documents; null for the whole ledger.</param>
    /// <param name="withNames">True to give the names on audited lists, which <see cref="LogDisclosure"/> must have logged before.</param>
    public LedgerCopy Copy(IReadOnlyCollection<string>? originals = null, bool withNames = false)
    {
        var of = originals is null ? null : JsonSerializer.Serialize(originals);
        return new LedgerCopy(
            Guard(() => CopyTables.Engine(connection)),
            of is null ? Json(CopyTables.SelectLog) : null,
            Json(connection => CopyTables.SelectCaptures(connection, of)),
            CopyTables.Readings(connection, of),
            Json(connection => CopyTables.SelectJudgements(connection, of)),
            of is null ? Json(connection => CopyTables.SelectAudits(connection, withNames)) : [],
            sha256 => Originals([sha256]).Select(original => original.Bytes).FirstOrDefault());
    }

    /// <summary>Takes over what another ledger gave. Into an empty ledger a whole one is taken with its log, entry by entry; otherwise captures and judgements that are not here get entries of their own.</summary>
    /// <exception cref="BrokenCopyException">A part of it does not fit its hash, or is no such part. Then nothing is taken over.</exception>
    public RestoreOutcome Restore(LedgerCopy copy)
    {
        ArgumentNullException.ThrowIfNull(copy);
        _ = Writer;
        return Guard(() =>
        {
            RestoreOutcome outcome;
            using (var transaction = connection.BeginTransaction(deferred: false))
            {
                outcome = new CopyReader(connection, clock, copy).Restore();
                transaction.Commit();
            }

            if ((CopyTables.Engine(connection) ?? copy.Engine) is { } engine) { ThreadTables.Update(connection, engine); }
            return outcome;
        });
    }
}
