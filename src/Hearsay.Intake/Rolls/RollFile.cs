using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Hearsay.Documents.Decoding;
using Hearsay.Rolls;

namespace Hearsay.Intake.Rolls;

/// <summary>Reads lists and registers: CSV, TSV, workbooks, plain text with one person a line, and tables in HTML pages.</summary>
public static class RollFile
{
    /// <summary>Larger files are refused: an array cannot hold them.</summary>
    public const long MaxBytes = 2_000_000_000;

    /// <summary>Reads a file. What kind it is follows from its suffix and, where that says little, from its first bytes.</summary>
    /// <exception cref="RollException">It cannot be read, holds no record, or is none of these kinds.</exception>
    public static RollSheet Read(string path) => Read(path, bytes => Read(bytes, Path.GetExtension(path).ToLowerInvariant()));

    /// <summary>Reads a file as CSV, whatever its suffix; the first record is the header.</summary>
    /// <exception cref="RollException">It cannot be read, or is empty.</exception>
    public static RollSheet ReadCsv(string path) => Read(path, bytes => bytes.Length == 0 ? throw new RollException("it is empty. Check how it was saved.") : CsvSheet.Read(ToUtf8(bytes, ImmutableArray.CreateBuilder<string>()), [], hasHeader: true));

    private static RollSheet Read(string path, Func<byte[], RollSheet> read)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) { throw new RollException($"{path}: there is no such file. Check the path."); }
            if (file.Length > MaxBytes) { throw new RollException(string.Create(CultureInfo.InvariantCulture, $"{path}: it has {file.Length} bytes and the limit is {MaxBytes}. Split it.")); }
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RollException($"{path}: it cannot be read ({failure.Message}). Check its permissions.");
        }

        try
        {
            return read(bytes);
        }
        catch (RollException unusable)
        {
            throw new RollException($"{path}: {unusable.Message}");
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="bytes">The file; not changed, and held on to.</param>
    /// <param name="suffix">Its suffix with the dot, in lower case.</param>
    /// <exception cref="RollException">It holds no record.</exception>
    internal static RollSheet Read(byte[] bytes, string suffix)
    {
        if (bytes.Length == 0) { throw new RollException("it is empty. Check how it was saved."); }
        if (bytes.AsSpan().StartsWith("PK"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) { return WorkbookReader.Read(bytes); }
        var notes = ImmutableArray.CreateBuilder<string>();
        var text = ToUtf8(bytes, notes);
        if (text.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0) { throw new RollException("it holds nothing but blank lines. Check how it was saved."); }
        return suffix switch
        {
            ".html" or ".htm" or ".xhtml" => TablePageReader.Read(Encoding.UTF8.GetString(text.Span), notes.ToImmutable()),
            ".csv" or ".tsv" or ".tab" => CsvSheet.Read(text, notes.ToImmutable()),
            _ => CsvSheet.HasHeader(text) ? CsvSheet.Read(text, notes.ToImmutable()) : PlainListReader.Read(Encoding.UTF8.GetString(text.Span), notes.ToImmutable()),
        };
    }

    private static ReadOnlyMemory<byte> ToUtf8(byte[] bytes, ImmutableArray<string>.Builder notes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) { return Utf8.IsValid(bytes) ? bytes.AsMemory(3) : Decode(bytes, notes); }
        return Utf8.IsValid(bytes) && !bytes.AsSpan(0, Math.Min(bytes.Length, 1000)).Contains((byte)0) ? bytes : Decode(bytes, notes);
    }

    private static byte[] Decode(byte[] bytes, ImmutableArray<string>.Builder notes)
    {
        if (MixedEncodings.Decode(bytes) is { } mixed)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"The file mixes UTF-8 with {mixed.Encoding}: {mixed.Lines} lines were read as {mixed.Encoding}."));
            return mixed.Text;
        }

        var decoded = TextDecoder.Decode(bytes);
        notes.Add($"The file is in {decoded.Encoding}.");
        notes.AddRange(decoded.Notes);
        return Encoding.UTF8.GetBytes(decoded.Text);
    }
}
