using System.Collections.Frozen;

namespace Hearsay.Statements.Rules;

/// <summary>Names of months.</summary>
internal static class Dates
{
    public static readonly FrozenDictionary<string, int> Months = new[]
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    }.SelectMany((name, i) => new[] { (name, i + 1), (name[..3], i + 1), (name[..3] + ".", i + 1) }).Append(("sept.", 9)).Append(("sept", 9))
        .DistinctBy(pair => pair.Item1).ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    public static readonly FrozenSet<string> MonthNames = Months.Keys.ToFrozenSet(StringComparer.Ordinal);
}
