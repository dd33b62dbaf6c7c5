using System.Globalization;
using Hearsay.Rolls.Linkage;

namespace Hearsay.Rolls;

/// <summary>Says in words what agrees and what differs between two records. No names.</summary>
internal static class AuditReasons
{
    private static readonly string[] FactNames = ["rank", "unit", "place", "sex"];

    public static string InWords(string? problem, Levels? match, int? duplicateOf, Levels? twin, People list, int record, People? register, int row)
    {
        var parts = new List<string>();
        if (problem is not null) { parts.Add(problem); }
        if (match is { } levels) { parts.Add(Describe(levels, list, record, register!, row)); }
        else if (problem is null && duplicateOf is null) { parts.Add("no record of the registers agrees well enough"); }
        if (duplicateOf is { } earlier)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"repeats row {earlier}") + (twin is { } how ? $" ({Describe(how, list, record, list, earlier - 1)})" : ""));
        }

        return string.Join("; ", parts);
    }

    private static string Describe(Levels levels, People list, int record, People register, int row)
    {
        var words = new List<string>();
        if (levels.Order == NameOrderLevel.Exchanged && list.OrderKnown[record] && register.OrderKnown[row]) { words.Add("surname and given name have changed places"); }
        words.Add($"surname {OfName(levels.Surname)}");
        words.Add($"given name {OfName(levels.Given)}");
        var (ours, theirs) = (list.Words[(record * People.Slots) + People.Patronymic] >= 0, register.Words[(row * People.Slots) + People.Patronymic] >= 0);
        words.Add(levels.Patronymic != NameLevel.Missing ? $"patronymic {OfName(levels.Patronymic)}" : ours ? "patronymic only here" : theirs ? "patronymic left out here" : "no patronymic");
        words.Add(levels.Born switch
        {
            DateLevel.Same => "same birth date",
            DateLevel.Swapped => "birth date with day and month exchanged",
            DateLevel.Slip => "birth date one slip off",
            DateLevel.TwoOfThree => "birth date agrees in two of day, month and year",
            DateLevel.Year => "same year of birth, no more known",
            DateLevel.Different => "birth date different",
            _ => list.Born[record] == 0 && register.Born[row] == 0 ? "no birth dates to compare" : "birth date missing on one side",
        });
        for (var fact = 0; fact < FactNames.Length; fact++)
        {
            var level = (levels.Facts >> (2 * fact)) & 3;
            if (level > 0) { words.Add($"{FactNames[fact]} {(level == 2 ? "the same" : "different")}"); }
        }

        return string.Join(", ", words);
    }

    private static string OfName(NameLevel level) => level switch
    {
        NameLevel.Same => "the same or another spelling of it",
        NameLevel.Near => "close, as a slip makes it",
        NameLevel.Initial => "agrees with the initial",
        NameLevel.Weak => "only somewhat alike",
        NameLevel.Different => "different",
        _ => "missing on one side",
    };
}
