using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>The records of a list or register as linkage sees them: numbers in columns, not objects.</summary>
internal sealed class People
{
    /// <summary>The number of words that a record keeps: surname, given name, patronymic or middle name, and what is left over.</summary>
    public const int Slots = 4;

    /// <summary>Places of the words in a record.</summary>
    public const int Surname = 0, Given = 1, Patronymic = 2, Extra = 3;

    /// <summary>The number of records.</summary>
    public required int Count { get; init; }

    /// <summary><see cref="Slots"/> words a record, -1 where there is none.</summary>
    public required int[] Words { get; init; }

    /// <summary>Dates of birth, see <see cref="BirthDate.Value"/>.</summary>
    public required int[] Born { get; init; }

    /// <summary>Rank, unit, place and sex as words, four a record, -1 where unknown; null where no column holds any.</summary>
    public required int[]? Facts { get; init; }

    /// <summary>True where the order of a record's name was told by columns or by the words themselves.</summary>
    public required bool[] OrderKnown { get; init; }

    /// <summary>Why records are malformed, by their number.</summary>
    public required IReadOnlyDictionary<int, string> Problems { get; init; }

    /// <summary>The words as they are written.</summary>
    public required WordInterner Written { get; init; }

    /// <summary>What is known of each word; null where it holds no letter.</summary>
    public required Word?[] Known { get; init; }

    /// <summary>How often each word stands in a name.</summary>
    public required int[] Frequency { get; init; }

    /// <summary>The name of a record as it was written, surname first.</summary>
    public string NameOf(int record) => string.Join(' ', Enumerable.Range(0, Slots).Select(slot => Words[(record * Slots) + slot])
        .Where(word => word >= 0).Select(word => System.Text.Encoding.UTF8.GetString(Written[word])));
}
