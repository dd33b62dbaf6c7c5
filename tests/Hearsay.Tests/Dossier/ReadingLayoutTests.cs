using Hearsay.Documents;
using Hearsay.Web.Reading;

namespace Hearsay.Tests.Dossier;

public sealed class ReadingLayoutTests
{
    [Fact]
    public void Statements_are_numbered_as_their_contents_begin_and_noted_where_they_do()
    {
        var stored = InventedDocuments.Newspaper();
        var layout = ReadingLayout.Of(stored.Document, stored.Statements);
        var rows = Assert.Single(layout.Parts).Rows;
        Assert.Equal(stored.Document.Blocks.Select(block => block.Span), rows.Select(row => row.Shown));
        Assert.Equal(Enumerable.Range(1, stored.Statements.Length), rows.SelectMany(row => row.Notes).Select(note => note.Number));
        Assert.All(rows, row => Assert.All(row.Notes, note => Assert.True(row.Shown.Contains(note.Statement.Content[0].Start))));
    }

    [Fact]
    public void A_statement_that_runs_over_blocks_is_marked_in_each()
    {
        var draft = new Draft().Block(BlockRole.Body, "The minister said:").Block(BlockRole.Quote, "No list came.").Block(BlockRole.Quote, "None will.");
        var stored = draft.Says("The minister", "said", "No list came.", "None will.").Store();
        var rows = ReadingLayout.Of(stored.Document, stored.Statements).Parts[0].Rows;
        Assert.Equal([2, 1, 1], rows.Select(row => row.Marks.Length));
        Assert.Equal([0, 1, 0], rows.Select(row => row.Notes.Length));
    }

    [Fact]
    public void A_very_long_block_is_cut_over_parts_without_losing_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("Words without end are here and there. ", 20_000)).TrimEnd();
        var stored = new Draft().Block(BlockRole.Body, text).Store();
        var parts = ReadingLayout.Of(stored.Document, []).Parts;
        Assert.True(parts.Length >= text.Length / ReadingLayout.PageCharacters);
        Assert.All(parts, part => Assert.True(part.Rows.Sum(row => row.Shown.Length) <= ReadingLayout.PageCharacters));
        Assert.Equal(text, string.Concat(parts.SelectMany(part => part.Rows).Select(row => row.Shown.SliceOf(text))));
    }

    [Fact]
    public void A_block_crowded_with_statements_is_cut_as_well()
    {
        const int Count = 1000;
        var draft = new Draft().Block(BlockRole.Body, string.Join(' ', Enumerable.Range(0, Count).Select(number => $"<{number}>")));
        foreach (var number in Enumerable.Range(0, Count)) { draft.Says("", "", $"<{number}>"); }
        var stored = draft.Store();
        var layout = ReadingLayout.Of(stored.Document, stored.Statements);
        Assert.True(layout.Parts.Length > 3);
        Assert.All(layout.Parts, part => Assert.True(part.Rows.Sum(row => row.Notes.Length) <= ReadingLayout.PageStatements));
        Assert.All(layout.Statements, statement => Assert.Contains(layout.Parts[layout.PartOf(statement.Number) - 1].Rows, row => row.Notes.Contains(statement)));
    }

    [Fact]
    public void A_document_without_blocks_has_one_empty_part() =>
        Assert.Empty(Assert.Single(ReadingLayout.Of(new Draft().Store().Document, []).Parts).Rows);
}
