using System.Collections.Immutable;
using Hearsay.Matters;
using Hearsay.Statements;
using Hearsay.Web.Components;

namespace Hearsay.Web.Matters;

/// <summary>What the sides of a matter say, a column a side: of each the few statements on which most turns.</summary>
public static class SideBySide
{
    private const int MostSides = 3;
    private const int MostStatements = 4;
    private const int FewestStatements = 2; // of a side, so that not everybody who is quoted once gets a column
    private const int LeastShare = 10;      // nor anybody with less than a tenth of what the first side says

    /// <summary>One side.</summary>
    /// <param name="Side">Who, and how much.</param>
    /// <param name="Statements">By day; never empty.</param>
    /// <param name="More">How many more it has.</param>
    public sealed record Column(MatterSide Side, ImmutableArray<(string? Source, QuotedStatement Quote)> Statements, int More);

    /// <summary>The columns; empty where fewer than two sides say enough to be set beside each other.</summary>
    public static ImmutableArray<Column> Of(Matter matter, IReadOnlyDictionary<string, (string? Source, QuotedStatement Quote)> quotes)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(quotes);
        var denying = matter.Links.Where(link => link.Kind is LinkKind.Denies).Select(link => link.From).ToHashSet(StringComparer.Ordinal);
        var aimedAt = matter.Links.ToLookup(link => link.To, link => link.Kind, StringComparer.Ordinal);
        var figures = matter.Figures.Where(series => series.Points.Length > 1).SelectMany(series => series.Points).Select(point => point.Statement).ToHashSet(StringComparer.Ordinal);

        // A denial, what is denied, a figure that others give too, and what others carry on.
        int Weight(DatedStatement statement) =>
            (denying.Contains(statement.Statement) ? 4 : 0) + (aimedAt[statement.Statement].Contains(LinkKind.Denies) ? 3 : 0)
            + (figures.Contains(statement.Statement) ? 2 : 0) + Math.Min(2, aimedAt[statement.Statement].Count(kind => kind is not LinkKind.Denies));

        // Denials first, but not alone: what a side denies and what it puts forward belong together.
        IEnumerable<DatedStatement> Chosen(List<DatedStatement> own)
        {
            var weighed = own.OrderByDescending(Weight).ThenBy(statement => statement.Day ?? DateOnly.MaxValue).ThenBy(statement => statement.Statement, StringComparer.Ordinal)
                .DistinctBy(statement => quotes[statement.Statement].Quote.Content, StringComparer.OrdinalIgnoreCase).ToList();
            var denials = weighed.Where(statement => quotes[statement.Statement].Quote.Polarity is Polarity.Denied).Take(MostStatements / 2).ToList();
            return denials.Concat(weighed.Except(denials).Take(MostStatements - denials.Count)).OrderBy(statement => statement.Day ?? DateOnly.MaxValue);
        }

        var ofSide = matter.Statements.Where(statement => quotes.ContainsKey(statement.Statement)).ToLookup(statement => statement.Side, StringComparer.Ordinal);
        var columns = matter.Sides.Where(side => side.Statements >= FewestStatements && side.Statements * LeastShare >= matter.Sides[0].Statements)
            .Select(side => (side, Own: ofSide[side.Name].ToList()))
            .Where(one => one.Own.Any(statement => Weight(statement) > 0))
            .Take(MostSides)
            .Select(one => new Column(
                one.side,
                [.. Chosen(one.Own).Select(statement => quotes[statement.Statement])],
                Math.Max(0, one.side.Statements - MostStatements)))
            .ToImmutableArray();
        return columns.Length < 2 ? [] : columns;
    }
}
