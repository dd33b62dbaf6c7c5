using System.Globalization;

namespace Hearsay.Rolls;

/// <summary>An audit in words and counts, without names.</summary>
public static class AuditSummary
{
    /// <summary>How many rows bear each verdict; matches and possible matches by role, duplicates also where they match.</summary>
    public static IEnumerable<(string Verdict, string? Role, int Count)> Counts(RollAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        foreach (var role in audit.Registers.Select(register => register.Role).Distinct())
        {
            yield return ("match", role, audit.Rows.Count(row => row.Verdict == RollVerdict.Match && row.Best!.Role == role));
            yield return ("possible", role, audit.Rows.Count(row => row.Verdict == RollVerdict.Possible && row.Best!.Role == role));
        }

        yield return ("malformed", null, audit.Rows.Count(row => row.Verdict == RollVerdict.Malformed));
        yield return ("duplicate", null, audit.Rows.Count(row => row.DuplicateOf is not null));
        yield return ("none", null, audit.Rows.Count(row => row.Verdict is RollVerdict.None));
    }

    /// <summary>The audit for people: one sentence of counts, then what each kind means, a line each.</summary>
    public static IEnumerable<string> Lines(RollAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        var parts = new List<string>();
        foreach (var role in audit.Registers.Select(register => register.Role).Distinct())
        {
            var (certain, possible) = (audit.Rows.Count(row => row.Best?.Role == role && IsCertain(row)), audit.Rows.Count(row => row.Best?.Role == role && !IsCertain(row)));
            if (certain + possible > 0) { parts.Add(Text($"{certain}{(possible > 0 ? $" to {certain + possible}" : "")} {role}")); }
        }

        var duplicates = audit.Rows.Count(row => row.DuplicateOf is not null);
        var malformed = audit.Rows.Where(row => row.Verdict == RollVerdict.Malformed).ToList();
        var dates = malformed.Count(row => row.Problem!.Contains("birth date", StringComparison.Ordinal));
        if (duplicates > 0) { parts.Add(Text($"{duplicates} repeated")); }
        if (dates > 0) { parts.Add(Text($"{dates} with impossible dates")); }
        if (malformed.Count > dates) { parts.Add(Text($"{malformed.Count - dates} otherwise malformed")); }
        parts.Add(Text($"{audit.Rows.Count(row => row.Best is null)} not found"));
        yield return Text($"{audit.Rows.Length} rows: {string.Join(", ", parts)}.");
        var doubtful = audit.Rows.Count(row => row.Verdict == RollVerdict.Possible);
        if (doubtful > 0) { yield return Text($"{doubtful} rows are only possible matches; look at 'why' and 'alternatives' before you count them."); }
        if (malformed.Any(row => row.Best is not null)) { yield return Text($"{malformed.Count(row => row.Best is not null)} malformed rows were found in a register all the same and are counted there."); }
    }

    private static bool IsCertain(AuditedRow row) => row.Verdict != RollVerdict.Possible && row.Best is { Score: >= 0.6 };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
