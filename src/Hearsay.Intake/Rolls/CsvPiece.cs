using System.Globalization;
using Hearsay.Rolls;

namespace Hearsay.Intake.Rolls;

/// <summary>Some whole records of a CSV file.</summary>
internal static class CsvPiece
{
    private const int MaxColumns = 256;

    /// <summary>Where the record that begins at <paramref name="start"/> ends, its line break included. A quotation mark that is not closed within the limit is a letter like others.</summary>
    public static int EndOfRecord(ReadOnlySpan<byte> text, int start, int limit)
    {
        var line = text[start..].IndexOf((byte)'\n');
        var end = line < 0 ? text.Length : start + line + 1;
        var quotes = text[start..end].Count((byte)'"');
        if (quotes % 2 == 0) { return end; }
        for (var at = end; at < text.Length && at - start < limit;)
        {
            line = text[at..].IndexOf((byte)'\n');
            var next = line < 0 ? text.Length : at + line + 1;
            quotes += text[at..next].Count((byte)'"');
            at = next;
            if (quotes % 2 == 0) { return at; }
        }

        return end;
    }

    /// <summary>Parses a piece.</summary>
    /// <param name="text">Whole records.</param>
    /// <param name="separator">Between fields.</param>
    /// <param name="columns">The number of columns that the header names; 0 where there is none.</param>
    /// <param name="limit">Bytes that a record may have.</param>
    public static RollBatch Parse(ReadOnlyMemory<byte> text, byte separator, int columns, int limit)
    {
        var own = text;
        var quoted = text.Span.Contains((byte)'"');
        byte[]? copy = quoted ? text.ToArray() : null; // doubled quotation marks are made single in the copy
        if (copy is not null) { own = copy; }
        var span = own.Span;
        var width = columns > 0 ? columns : Width(span, separator, limit);
        var bounds = new int[2 * width * Math.Min(span.Count((byte)'\n') + 1, (span.Length / (4 * width)) + 1)]; // where records are very short or lines blank, it grows as they come
        var problems = new Dictionary<int, string>();
        var count = 0;
        Span<int> cells = stackalloc int[2 * MaxColumns];
        for (var start = 0; start < span.Length;)
        {
            var end = quoted ? EndOfRecord(span, start, limit) : span[start..].IndexOf((byte)'\n') is >= 0 and var line ? start + line + 1 : span.Length;
            var record = span[start..end].TrimEnd("\r\n"u8);
            if (record.IndexOfAnyExcept(" \t\uFEFF"u8) >= 0)
            {
                var fields = Split(record, start, separator, copy, cells);
                if (fields > width) { problems.Add(count, string.Create(CultureInfo.InvariantCulture, $"there are {fields} fields and {(columns > 0 ? "the header names" : "the other records have")} {width}")); }
                if (2 * width * (count + 1) > bounds.Length) { Array.Resize(ref bounds, 2 * Math.Max(bounds.Length, width)); }
                cells[..(2 * Math.Min(fields, Math.Min(width, MaxColumns)))].CopyTo(bounds.AsSpan(2 * width * count));
                if (copy is not null && record.Count((byte)'"') % 2 != 0 && record.Contains((byte)'"')) { problems.TryAdd(count, "a quotation mark is not closed"); }
                if (record.IndexOf("\uFFFD"u8) >= 0) { problems.TryAdd(count, "some of its bytes could not be decoded"); }
                count++;
            }

            start = end;
        }

        return new RollBatch(own, width, bounds, count, problems.Count > 0 ? problems : null);
    }

    private static int Width(ReadOnlySpan<byte> text, byte separator, int limit)
    {
        Span<int> cells = stackalloc int[2 * MaxColumns];
        var (width, records) = (1, 0);
        for (var start = 0; start < text.Length && records < 20; records++)
        {
            var end = EndOfRecord(text, start, limit);
            width = Math.Max(width, Math.Min(Split(text[start..end].TrimEnd("\r\n"u8), start, separator, null, cells), MaxColumns));
            start = end;
        }

        return width;
    }

    // Writes start and length of each field; gives their number, which may be larger than what was written.
    private static int Split(ReadOnlySpan<byte> record, int offset, byte separator, byte[]? copy, Span<int> cells)
    {
        var fields = 0;
        for (var at = 0; ; fields++)
        {
            int start, length;
            if (at < record.Length && record[at] == '"' && copy is not null)
            {
                (start, length, at) = Quoted(record, at, offset, separator, copy);
            }
            else
            {
                var next = record[at..].IndexOf(separator);
                var end = next < 0 ? record.Length : at + next;
                (start, length, at) = (offset + at, end - at, end);
            }

            if (fields < MaxColumns) { (cells[2 * fields], cells[(2 * fields) + 1]) = (start, length); }
            if (at >= record.Length) { return fields + 1; }
            at++;
        }
    }

    private static (int Start, int Length, int At) Quoted(ReadOnlySpan<byte> record, int at, int offset, byte separator, byte[] copy)
    {
        var (start, written) = (offset + at + 1, offset + at + 1);
        for (at++; at < record.Length; at++)
        {
            if (record[at] == '"')
            {
                if (at + 1 >= record.Length || record[at + 1] != '"') { at++; break; }
                at++;
            }

            copy[written++] = record[at];
        }

        while (at < record.Length && record[at] != separator) { copy[written++] = record[at++]; } // letters after the closing mark belong to the field all the same
        return (start, written - start, at);
    }
}
