using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hearsay.Rolls;

namespace Hearsay.Intake.Rolls;

/// <summary>Reads the table of an HTML page with the most rows; where a page has none, its list items, one person each.</summary>
internal static class TablePageReader
{
    private const int MaxDepth = 2000; // deeper pages are attacks, and walking them would exhaust the stack

    public static RollSheet Read(string page, ImmutableArray<string> notes)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(page);
        var tables = document.QuerySelectorAll("table").OfType<IHtmlTableElement>().Where(table => Depth(table) < MaxDepth).ToList();
        if (tables.MaxBy(table => table.Rows.Length) is { Rows.Length: > 0 } largest)
        {
            if (tables.Count > 1) { notes = notes.Add($"The page has {tables.Count} tables; the one with the most rows was read."); }
            var rows = largest.Rows.Select(row => row.Cells.Select(cell => Clean(cell.TextContent)).ToArray()).Where(row => row.Any(cell => cell.Length > 0)).ToList();
            return RowSheet.From(rows, headerWithin: 5, notes);
        }

        var items = document.QuerySelectorAll("li").Where(item => item.QuerySelector("li") is null).Select(item => Clean(item.TextContent)).Where(item => item.Length > 0).ToList();
        return items.Count > 0 ? PlainListReader.Read(string.Join('\n', items), notes) : throw new RollException("the page has neither a table nor a list. Save the names as CSV.");
    }

    private static int Depth(IElement element)
    {
        var depth = 0;
        for (var parent = element.ParentElement; parent is not null && depth < MaxDepth; parent = parent.ParentElement) { depth++; }
        return depth;
    }

    private static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
