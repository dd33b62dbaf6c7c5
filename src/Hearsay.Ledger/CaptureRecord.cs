using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Inspections;

namespace Hearsay.Ledger;

/// <summary>A capture with what was derived from it, hashed, packed and ready to be written. Preparing needs no ledger, so many threads can.</summary>
public sealed class CaptureRecord
{
    private CaptureRecord(Capture capture, Inspection inspection, string engine)
    {
        var bytes = capture.Bytes.Span;
        var read = WriteDocument(inspection);
        Provenance = capture.Provenance;
        MediaType = inspection.Document.MediaType;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Sha512 = Convert.ToHexStringLower(SHA512.HashData(bytes));
        Size = bytes.Length;
        Original = Packed.From(bytes);
        Engine = engine;
        Inspection = Packed.From(read);
        Statements = WriteStatements(inspection);
        Findings = WriteFindings(inspection);
        Digest = DigestOf(engine, read, Statements.Concat(Findings));
    }

    internal Provenance Provenance { get; }
    internal string MediaType { get; }
    internal string Sha256 { get; }
    internal string Sha512 { get; }
    internal int Size { get; }
    internal Packed Original { get; }
    internal string Engine { get; }
    internal Packed Inspection { get; }
    internal ImmutableArray<string> Statements { get; }
    internal ImmutableArray<string> Findings { get; }
    internal string Digest { get; }

    /// <summary>Prepares one capture for <see cref="EvidenceLedger.Record"/>.</summary>
    /// <param name="capture">The original bytes and where they came from.</param>
    /// <param name="inspection">What was made of exactly these bytes, with blocks and statements.</param>
    /// <param name="engine">Version of engine, pack and models that made it.</param>
    /// <exception cref="ArgumentException">The inspection is of other bytes.</exception>
    public static CaptureRecord Prepare(Capture capture, Inspection inspection, string engine)
    {
        ArgumentNullException.ThrowIfNull(capture);
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentException.ThrowIfNullOrEmpty(engine);
        var record = new CaptureRecord(capture, inspection, engine);
        return record.Sha256 == inspection.Document.Sha256
            ? record
            : throw new ArgumentException($"The inspection is of {inspection.Document.Sha256} and the capture is {record.Sha256}.", nameof(inspection));
    }

    /// <summary>SHA-256 over the engine's version, the inspection, every statement and every finding, each ended by a line feed, in UTF-8.</summary>
    internal static string DigestOf(string engine, ReadOnlySpan<byte> inspection, IEnumerable<string> derived)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(engine + "\n"));
        hash.AppendData(inspection);
        hash.AppendData("\n"u8);
        foreach (var line in derived) { hash.AppendData(Encoding.UTF8.GetBytes(line + "\n")); }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Captures of the same bytes under several paths share one reading, so the path stays out of it.
    private static byte[] WriteDocument(Inspection inspection)
    {
        var document = inspection.Document with { Provenance = new Provenance("") };
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, InspectionWriter.Options);
        InspectionWriter.Write(json, inspection with { Annotated = inspection.Annotated with { Document = document }, Layers = Layers.Blocks });
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static ImmutableArray<string> WriteStatements(Inspection inspection)
    {
        var statements = ImmutableArray.CreateBuilder<string>(inspection.Statements.Length);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, InspectionWriter.Options);
        InspectionWriter.Write(json, inspection.Document, inspection.Statements, () =>
        {
            json.Flush();
            statements.Add(Encoding.UTF8.GetString(buffer.WrittenSpan));
            buffer.Clear();
            json.Reset();
        });
        return statements.MoveToImmutable();
    }

    private static ImmutableArray<string> WriteFindings(Inspection inspection)
    {
        if (inspection.OwnFindings.IsEmpty) { return []; }
        var offsets = new CodePointOffsets(inspection.Document.Text);
        return [.. inspection.OwnFindings.Select(finding => FindingWriter.ToJson(finding, _ => offsets))];
    }
}
