using System.Globalization;
using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Facts;

/// <summary>
/// Units by their number, their size and their branch, in several languages and as abbreviations: <c>36 ОБрМП</c>, <c>36th Separate Marine Brigade</c>. Those without a number
/// by the sound of their names; numbers of four digits and more are those of garrisons (<c>в/ч А0000</c>) and not compared with those of formations.
/// </summary>
internal static class UnitNames
{
    /// <summary>Bits of <see cref="FactValue.Kind"/>.</summary>
    private const int ByNumber = 1, ByGarrison = 2, ByName = 4;

    private const int Sizes = 16; // the lower bits of the marks are sizes, the others branches
    private static readonly (List<(string Beginning, bool IsWhole, ulong Marks)> Words, List<(string Piece, ulong Marks)> Pieces) Table = Load();

    /// <summary>A unit as it is compared.</summary>
    public static FactValue Of(string text)
    {
        var (numbers, names) = (new List<ulong>(), new List<ulong>());
        var (kind, marks) = (0, 0UL);
        foreach (var word in FactWords.Split(text))
        {
            if (char.IsAsciiDigit(word[0]))
            {
                if (word.Length > 9) { continue; }
                var number = ulong.Parse(word, CultureInfo.InvariantCulture);
                numbers.Add(number);
                kind |= number < 1000 ? ByNumber : ByGarrison;
                continue;
            }

            var readings = FactWords.Readings(word).ToList();
            if (MarksOf(readings) is { } known) { marks |= known; }
            else if (word.Length > 3) { names.AddRange(readings.Select(FactWords.KeyOf)); }
        }

        if (numbers.Count > 0) { return new FactValue([.. numbers.Distinct().Order()], kind, marks); }
        return names.Count > 0 ? new FactValue([.. names.Distinct().Order()], ByName, marks) : FactValue.Unknown;
    }

    /// <summary>True where a word of the text says of what size or branch a unit is.</summary>
    public static bool IsUnit(string text) => FactWords.Split(text).Any(word => !char.IsAsciiDigit(word[0]) && MarksOf([.. FactWords.Readings(word)]) > 0);

    /// <summary>True where the two are said to be of different sizes or branches.</summary>
    public static bool Differ(ulong one, ulong other)
    {
        var sizes = (1UL << Sizes) - 1;
        return ((one & sizes) != 0 && (other & sizes) != 0 && (one & other & sizes) == 0) || ((one & ~sizes) != 0 && (other & ~sizes) != 0 && (one & other & ~sizes) == 0);
    }

    private static ulong? MarksOf(List<string> readings)
    {
        foreach (var (beginning, isWhole, marks) in Table.Words)
        {
            if (readings.Any(reading => isWhole ? reading == beginning : reading.StartsWith(beginning, StringComparison.Ordinal))) { return marks; }
        }

        foreach (var reading in readings)
        {
            if (reading.Length <= 9 && TakeApart(reading) is { } marks) { return marks; }
        }

        return null;
    }

    // The longest pieces first; null where something is left that is none.
    private static ulong? TakeApart(string rest)
    {
        if (rest.Length == 0) { return 0; }
        foreach (var (piece, marks) in Table.Pieces)
        {
            if (rest.StartsWith(piece, StringComparison.Ordinal) && TakeApart(rest[piece.Length..]) is { } others) { return marks | others; }
        }

        return null;
    }

    private static (List<(string, bool, ulong)>, List<(string, ulong)>) Load()
    {
        var (words, pieces) = (new List<(string Beginning, bool IsWhole, ulong)>(), new List<(string Piece, ulong)>());
        var (sizes, branches) = (new List<string>(), new List<string>());
        ulong Mark(string meaning)
        {
            if (meaning == "-") { return 0; }
            var known = meaning[0] == 's' ? sizes : branches;
            if (!known.Contains(meaning)) { known.Add(meaning); }
            return 1UL << (known.IndexOf(meaning) + (meaning[0] == 's' ? 0 : Sizes));
        }

        var areWords = true;
        foreach (var line in NameData.Lines("units.txt", "Facts"))
        {
            if (line[0] == '=') { areWords = false; continue; }
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (areWords)
            {
                foreach (var form in cells[1..])
                {
                    foreach (var reading in FactWords.Readings(form.TrimEnd('-'))) { words.Add((reading, form[^1] != '-', Mark(cells[0]))); }
                }
            }
            else
            {
                foreach (var reading in FactWords.Readings(cells[0])) { pieces.Add((reading, cells[1..].Aggregate(0UL, (marks, meaning) => marks | Mark(meaning)))); }
            }
        }

        return (words, [.. pieces.OrderByDescending(piece => piece.Piece.Length)]);
    }
}
