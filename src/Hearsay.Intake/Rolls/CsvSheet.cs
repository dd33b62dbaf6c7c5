using System.Collections.Immutable;
using System.Text;
using Hearsay.Rolls;

namespace Hearsay.Intake.Rolls;

/// <summary>
/// CSV (RFC 4180) over one UTF-8 buffer, without a string a cell: registers have a million rows, and objects are what reading them would cost.
/// Whatever the file holds, every record is parsed or said to be malformed.
/// </summary>
internal static class CsvSheet
{
    private const int PieceBytes = 1 << 20;
    private const int MaxRecordBytes = 1 << 20; // an unclosed quotation mark would swallow the rest of the file
    private static readonly byte[] Separators = [(byte)',', (byte)';', (byte)'\t']; // where two are as good, the later one

    /// <summary>True where the first line names at least two columns that we know.</summary>
    public static bool HasHeader(ReadOnlyMemory<byte> text)
    {
        var separator = SeparatorOf(text.Span);
        var (first, _) = FirstRecord(text, separator);
        return first.Length > 1 && RollColumns.IsHeader(first);
    }

    public static RollSheet Read(ReadOnlyMemory<byte> text, ImmutableArray<string> notes, bool hasHeader = false)
    {
        var separator = SeparatorOf(text.Span);
        var (first, end) = FirstRecord(text, separator);
        var isHeader = hasHeader || RollColumns.IsHeader(first) || LooksUnlike(text[end..], separator, first);
        var columns = isHeader ? first.Length : 0;
        var content = isHeader ? text[end..] : text;
        var pieces = ImmutableArray.CreateBuilder<Func<RollBatch>>();
        foreach (var (start, stop) in Pieces(content.Span))
        {
            var piece = content[start..stop];
            pieces.Add(() => CsvPiece.Parse(piece, separator, columns, MaxRecordBytes));
        }

        return new RollSheet(isHeader ? [.. first] : [], pieces.ToImmutable(), notes);
    }

    // That which the most of the first lines hold equally often: a header may hold commas between semicolons.
    private static byte SeparatorOf(ReadOnlySpan<byte> text)
    {
        var lines = new List<int[]>();
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var value in text[..Math.Min(text.Length, 1 << 14)])
        {
            if (value == '"') { quoted = !quoted; }
            if (quoted) { continue; }
            if (value == '\n' && counts.AsSpan().ContainsAnyExcept(0))
            {
                lines.Add(counts);
                counts = new int[Separators.Length];
            }
            else if (Separators.AsSpan().IndexOf(value) is >= 0 and var which) { counts[which]++; }
        }

        if (lines.Count == 0) { lines.Add(counts); }
        (int Alike, int Times) Evenness(int separator) => lines.GroupBy(line => line[separator]).Where(group => group.Key > 0).Select(group => (group.Count(), group.Key)).DefaultIfEmpty().Max();
        return Separators[Enumerable.Range(0, Separators.Length).OrderByDescending(Evenness).ThenByDescending(separator => separator).First()];
    }

    private static (string[] Cells, int End) FirstRecord(ReadOnlyMemory<byte> text, byte separator)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = CsvPiece.EndOfRecord(text.Span, start, MaxRecordBytes);
            var batch = CsvPiece.Parse(text[start..end], separator, 0, MaxRecordBytes);
            if (batch.Count > 0) { return ([.. Enumerable.Range(0, batch.Columns).Select(column => Encoding.UTF8.GetString(batch.Cell(0, column)).Trim())], end); }
            start = end;
        }

        return ([], text.Length);
    }

    // A first line whose column names we do not know: below it stand dates where it has none, or full names where it has single words.
    private static bool LooksUnlike(ReadOnlyMemory<byte> rest, byte separator, string[] first)
    {
        var end = rest.Length;
        if (end > 1 << 14) { end = CsvPiece.EndOfRecord(rest.Span, 1 << 14, MaxRecordBytes); }
        var batch = CsvPiece.Parse(rest[..end], separator, 0, MaxRecordBytes);
        if (batch.Count == 0) { return false; }
        var records = Math.Min(batch.Count, 50);
        for (var column = 0; column < Math.Min(batch.Columns, first.Length); column++)
        {
            var cells = Enumerable.Range(0, records).Select(record => Encoding.UTF8.GetString(batch.Cell(record, column))).Where(cell => cell.Length > 0).ToArray();
            if (cells.Length == 0) { continue; }
            if (!first[column].Any(char.IsDigit) && cells.Count(cell => cell.Any(char.IsDigit)) * 5 > cells.Length * 4) { return true; }
            if (first[column].Length > 0 && !first[column].Contains(' ') && cells.Count(cell => cell.Trim().Contains(' ')) * 5 > cells.Length * 4) { return true; }
        }

        return false;
    }

    private static List<(int Start, int End)> Pieces(ReadOnlySpan<byte> text)
    {
        var pieces = new List<(int, int)>();
        var hasQuotes = text.Contains((byte)'"');
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            if (hasQuotes)
            {
                while (end < text.Length && end - start < PieceBytes) { end = CsvPiece.EndOfRecord(text, end, MaxRecordBytes); }
            }
            else
            {
                end = Math.Min(text.Length, start + PieceBytes);
                var line = text[end..].IndexOf((byte)'\n');
                end = line < 0 ? text.Length : end + line + 1;
            }

            pieces.Add((start, end));
            start = end;
        }

        return pieces;
    }
}
