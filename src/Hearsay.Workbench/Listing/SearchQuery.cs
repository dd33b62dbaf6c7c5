using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Hearsay.Workbench.Listing;

/// <summary>What somebody searches for.</summary>
/// <param name="Words">Words that all must occur, phrases in double quotes. Nothing in them is read as an operator.</param>
public sealed record SearchQuery(string Words)
{
    private const int MostTerms = 32;
    private const int MostMonths = 48;
    private const int MostYears = 120;

    /// <summary>True where words need only begin so, as those of which singular and plural are meant.</summary>
    public bool IsOfBeginnings { get; init; }

    /// <summary>Words that the source's name must have, or null.</summary>
    public string? SourceWords { get; init; }

    /// <summary>The source's key, or null.</summary>
    public string? Source { get; init; }

    /// <summary>A party's id, or null.</summary>
    public string? Side { get; init; }

    /// <summary>An act's name, or null.</summary>
    public string? Act { get; init; }

    /// <summary><c>affirmed</c> or <c>denied</c>, or null.</summary>
    public string? Polarity { get; init; }

    /// <summary>An outlet's name, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>A figure that the statement gives, or null.</summary>
    public double? Figure { get; init; }

    /// <summary>First day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>True where nothing is asked for.</summary>
    internal bool IsEmpty => Terms().IsEmpty && Terms(SourceWords ?? "").IsEmpty && StatementFacets().Count == 0 && From is null && To is null;

    /// <summary>True where something is asked that only statements have.</summary>
    internal bool IsOfStatements => Source is not null || Side is not null || Act is not null || Polarity is not null || Figure is not null;

    /// <summary>The expression for FTS5 that finds statements.</summary>
    /// <param name="first">The first day that any statement has; together with <paramref name="last"/> it closes a stretch that is open.</param>
    internal string ForStatements(DateOnly first, DateOnly last) => Expression("{source content}", StatementFacets(), first, last);

    /// <summary>The expression for FTS5 that finds documents.</summary>
    internal string ForDocuments(DateOnly first, DateOnly last) => Expression("{title text}", Outlet is null ? [] : [Facet.Outlet(Outlet)], first, last);

    /// <summary>Words and phrases, each without anything but letters, digits and spaces.</summary>
    internal ImmutableArray<string> Terms() => Terms(Words);

    private static ImmutableArray<string> Terms(string words)
    {
        var terms = ImmutableArray.CreateBuilder<string>();
        var parts = words.Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var cleaned = Clean(parts[i]);
            if (i % 2 == 1 && i < parts.Length - 1) { terms.Add(cleaned); } else { terms.AddRange(cleaned.Split(' ')); }
        }

        return [.. terms.Where(term => term.Length > 0).Take(MostTerms)];
    }

    private string Expression(string columns, List<string> facets, DateOnly first, DateOnly last)
    {
        var conditions = new List<string>();
        if (Terms() is { IsEmpty: false } terms) { conditions.Add($"{columns} : ({string.Join(" AND ", terms.Select(term => $"\"{term}\"{(IsOfBeginnings ? "*" : "")}"))})"); }
        if (SourceWords is not null && Terms(SourceWords) is { IsEmpty: false } names) { conditions.Add($"source : ({string.Join(" AND ", names.Select(name => $"\"{name}\""))})"); }
        conditions.AddRange(facets.Select(facet => $"facets : {facet}"));
        if (From is not null || To is not null)
        {
            var days = Stretch(From > first ? From.Value : first, To < last ? To.Value : last);
            if (days.Count > 0) { conditions.Add($"facets : ({string.Join(" OR ", days)})"); }
        }

        return string.Join(" AND ", conditions);
    }

    private List<string> StatementFacets()
    {
        var facets = new List<string>();
        if (Source is not null) { facets.Add(Facet.Source(Source)); }
        if (Side is not null) { facets.Add(Facet.Side(Side)); }
        if (Act is not null) { facets.Add(Facet.Act(Act)); }
        if (Polarity is not null) { facets.Add(Facet.Polarity(Polarity)); }
        if (Outlet is not null) { facets.Add(Facet.Outlet(Outlet)); }
        if (Figure is { } figure) { facets.Add(Facet.Figure(figure)); }
        return facets;
    }

    // The months of a stretch of days, or its years where those are many; nothing where even these are.
    private static List<string> Stretch(DateOnly from, DateOnly to)
    {
        var facets = new List<string>();
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
        if (months <= 0) { return [Facet.Month(from)]; } // none: the days are compared once more
        if (months <= MostMonths)
        {
            for (var i = 0; i < months; i++) { facets.Add(Facet.Month(new DateOnly(from.Year, from.Month, 1).AddMonths(i))); }
        }
        else if (to.Year - from.Year < MostYears)
        {
            for (var year = from.Year; year <= to.Year; year++) { facets.Add(Facet.Year(new DateOnly(year, 1, 1))); }
        }

        return facets;
    }

    private static string Clean(string text)
    {
        var cleaned = new StringBuilder(Math.Min(text.Length, 400));
        foreach (var rune in text.EnumerateRunes().Take(400))
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) { cleaned.Append(rune); }
            else if (cleaned.Length > 0 && cleaned[^1] != ' ') { cleaned.Append(' '); }
        }

        return cleaned.ToString().Trim();
    }
}
