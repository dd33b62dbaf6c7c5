using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Rolls;

namespace Hearsay.Intake.Rolls;

/// <summary>Plain text with one person a line, numbered or not: <c>12. ПЕТРЕНКО Іван Олексійович, 03.05.1991, солдат, 36 ОБрМП</c>.</summary>
internal static partial class PlainListReader
{
    private static readonly string[] Ranks =
    [
        "солдат", "матрос", "сержант", "старшина", "прапорщик", "мічман", "мичман", "лейтенант", "капітан", "капитан", "майор", "полковник", "підполковник", "подполковник", "рядовий", "рядовой", "ефрейтор", "єфрейтор", "штаб",
        "soldier", "private", "sailor", "seaman", "sergeant", "corporal", "lieutenant", "captain", "major", "colonel", "warrant",
    ];

    public static RollSheet Read(string text, ImmutableArray<string> notes)
    {
        var lines = text.Split('\n').Select(line => line.Trim().Trim('\uFEFF')).Where(line => line.Length > 0).ToList();
        var numbered = lines.Count(line => Number().IsMatch(line));
        if (numbered * 5 > lines.Count * 4 && numbered < lines.Count)
        {
            notes = notes.Add(string.Create(CultureInfo.InvariantCulture, $"{lines.Count - numbered} lines without a number in a numbered list were taken for headings."));
            lines.RemoveAll(line => !Number().IsMatch(line));
        }

        var rows = lines.Select(Parse).ToList();
        return new RollSheet(["id", "name", "birth_date", "rank", "unit"], rows.Count == 0 ? [] : [() => RollBatch.From(rows)], notes);
    }

    private static string[] Parse(string line)
    {
        var number = Number().Match(line);
        if (number.Success) { line = line[number.Length..]; }
        var parts = line.Split([',', ';', '\t', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var (name, born, rank, unit) = (parts.Count > 0 ? parts[0] : "", "", "", "");
        if (parts.Count > 1 && !name.Contains(' ') && !parts[1].Any(char.IsDigit) && !IsRank(parts[1]))
        {
            name = $"{name}, {parts[1]}"; // SURNAME, Given
            parts.RemoveAt(1);
        }

        var date = Date().Match(name);
        if (date.Success)
        {
            born = date.Value;
            name = name.Remove(date.Index).TrimEnd(' ', '(', '-', '–', '—');
        }

        foreach (var part in parts.Skip(1))
        {
            if (born.Length == 0 && Date().Match(part) is { Success: true } found) { born = BirthDate.Parse(part).Value > 0 ? part : found.Value; }
            else if (rank.Length == 0 && IsRank(part)) { rank = part; }
            else if (unit.Length == 0) { unit = part; }
        }

        return [number.Value.Trim(' ', '.', ')'), name, born, rank, unit];
    }

    private static bool IsRank(string part) => Ranks.Any(rank => part.Contains(rank, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^\s*(№\s*)?\d{1,6}\s*[.)]\s+|^\s*№\s*\d{1,6}\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s+\p{L}{3,12}\s+\d{4}|\b(18|19|20)\d{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
