using System.Text;
using System.Collections.Immutable;

namespace Hearsay.Rolls;

/// <summary>What a column of a list or register holds.</summary>
public enum RollField
{
    /// <summary>The full name, its parts in any order.</summary>
    Name,

    /// <summary>The surname.</summary>
    Surname,

    /// <summary>The given name.</summary>
    Given,

    /// <summary>The patronymic, or a middle name.</summary>
    Patronymic,

    /// <summary>The date of birth, or only its year.</summary>
    BirthDate,

    /// <summary>The military rank.</summary>
    Rank,

    /// <summary>The unit.</summary>
    Unit,

    /// <summary>A place: of birth, of residence, of capture.</summary>
    Place,

    /// <summary>The sex.</summary>
    Sex,

    /// <summary>A number of the record.</summary>
    Id,
}

/// <summary>A list or register as it was read: its header, and its records in pieces that can be parsed side by side.</summary>
/// <param name="Header">The column names; empty where the file has no header.</param>
/// <param name="Pieces">Parse one piece each, in order. Each gives the same batch whenever it is called, on any thread.</param>
/// <param name="Notes">What was unusual about the file, one sentence each.</param>
public sealed record RollSheet(ImmutableArray<string> Header, ImmutableArray<Func<RollBatch>> Pieces, ImmutableArray<string> Notes)
{
    /// <summary>No header and no record.</summary>
    public static RollSheet Empty { get; } = new([], [], []);
}

/// <summary>Some records, as cells over one UTF-8 buffer.</summary>
public sealed class RollBatch(ReadOnlyMemory<byte> text, int columns, int[] bounds, int count, IReadOnlyDictionary<int, string>? problems = null)
{
    /// <summary>The number of records.</summary>
    public int Count => count;

    /// <summary>The number of cells that each record has here; shorter records are filled up with empty cells.</summary>
    public int Columns => columns;

    /// <summary>One cell, in UTF-8; empty where the record or the table has no such column.</summary>
    /// <param name="record">From 0 within the batch.</param>
    /// <param name="column">From 0.</param>
    public ReadOnlySpan<byte> Cell(int record, int column)
    {
        if (column < 0 || column >= columns) { return default; }
        var at = 2 * ((record * columns) + column);
        return text.Span.Slice(bounds[at], bounds[at + 1]);
    }

    /// <summary>Why a record is malformed, or null where its form is sound.</summary>
    public string? Problem(int record) => problems?.GetValueOrDefault(record);

    /// <summary>A batch from rows of strings; rows may differ in length.</summary>
    public static RollBatch From(IReadOnlyList<string[]> rows, IReadOnlyDictionary<int, string>? problems = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Length);
        var bounds = new int[2 * rows.Count * columns];
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                var at = 2 * ((row * columns) + column);
                bounds[at] = buffer.WrittenCount;
                Encoding.UTF8.GetBytes(rows[row][column].AsSpan(), buffer);
                bounds[at + 1] = buffer.WrittenCount - bounds[at];
            }
        }

        return new RollBatch(buffer.WrittenMemory, columns, bounds, rows.Count, problems);
    }
}
