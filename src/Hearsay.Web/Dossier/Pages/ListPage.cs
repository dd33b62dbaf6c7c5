namespace Hearsay.Web.Dossier.Pages;

/// <summary>One page of a long list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">How many pages the list has; at least 1.</param>
/// <param name="Total">How many entries it has.</param>
/// <param name="Rows">This page's.</param>
public sealed record ListPage<T>(int Number, int Count, int Total, IReadOnlyList<T> Rows);

internal static class ListPage
{
    /// <summary>Cuts a list into pages; an empty list has one page without rows.</summary>
    public static IEnumerable<ListPage<T>> Cut<T>(IReadOnlyList<T> entries, int size)
    {
        var count = Math.Max(1, (entries.Count + size - 1) / size);
        for (var page = 0; page < count; page++)
        {
            yield return new ListPage<T>(page + 1, count, entries.Count, [.. entries.Skip(page * size).Take(size)]);
        }
    }
}
