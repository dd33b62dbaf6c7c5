using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Web.Reading;

/// <summary>A block, or a stretch of a very long one, with what is marked in it and the statements whose notes stand beside it.</summary>
/// <param name="Block">The block.</param>
/// <param name="Shown">The stretch shown; a block of ordinary length is shown whole.</param>
/// <param name="Marks">The marks that overlap the stretch.</param>
/// <param name="Notes">The statements whose content begins in it.</param>
public sealed record ReadingRow(Block Block, TextSpan Shown, ImmutableArray<Mark> Marks, ImmutableArray<NumberedStatement> Notes);

/// <summary>Rows that are set back or shown together.</summary>
/// <param name="Role">Their block's role, where they are furniture or comments; null for the text itself.</param>
/// <param name="Rows">In text order; never empty.</param>
public sealed record ReadingSection(BlockRole? Role, ImmutableArray<ReadingRow> Rows);

/// <summary>What one page shows of a document.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Rows">In text order.</param>
public sealed record ReadingPart(int Number, ImmutableArray<ReadingRow> Rows)
{
    /// <summary>The rows, consecutive furniture and comments put together.</summary>
    public IEnumerable<ReadingSection> Sections()
    {
        var start = 0;
        for (var row = 1; row <= Rows.Length; row++)
        {
            if (row == Rows.Length || SetBack(Rows[row].Block.Role) != SetBack(Rows[start].Block.Role))
            {
                yield return new ReadingSection(SetBack(Rows[start].Block.Role), Rows[start..row]);
                start = row;
            }
        }
    }

    private static BlockRole? SetBack(BlockRole role) => role is BlockRole.Boilerplate or BlockRole.Comment ? role : null;
}

/// <summary>Lays a document out on pages that stay usable whatever its length. Linear in text and marks for documents as people write them.</summary>
public sealed class ReadingLayout
{
    /// <summary>Characters (UTF-16 code units) after which a page ends.</summary>
    public const int PageCharacters = 120_000;

    /// <summary>Rows after which a page ends.</summary>
    public const int PageRows = 500;

    /// <summary>Statements after which a page ends.</summary>
    public const int PageStatements = 300;

    private readonly Dictionary<int, int> partOfStatement = [];

    private ReadingLayout(ImmutableArray<NumberedStatement> statements) => Statements = statements;

    /// <summary>The document's statements in the order in which their contents begin.</summary>
    public ImmutableArray<NumberedStatement> Statements { get; }

    /// <summary>At least one part, which is empty for a document without blocks.</summary>
    public ImmutableArray<ReadingPart> Parts { get; private set; } = [];

    /// <summary>The number of the part that holds a statement's note.</summary>
    public int PartOf(int statement) => partOfStatement[statement];

    /// <summary>Lays out a document.</summary>
    public static ReadingLayout Of(Document document, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        var numbered = statements
            .OrderBy(Beginning).ThenBy(statement => statement.Cue?.Span.Start ?? 0).ThenBy(statement => statement.Id, StringComparer.Ordinal)
            .Select((statement, index) => new NumberedStatement(index + 1, statement))
            .ToImmutableArray();
        var layout = new ReadingLayout(numbered);
        var pieces = Pieces(document, numbered);
        var rows = Rows(document, pieces, numbered);
        layout.Parts = layout.Paginate(rows);
        return layout;
    }

    private static int Beginning(Statement statement) => statement.Content.IsDefaultOrEmpty ? 0 : statement.Content[0].Start;

    /// <summary>The blocks, very long ones cut at white space, and at contents where very many begin in one.</summary>
    private static List<(Block Block, TextSpan Shown)> Pieces(Document document, ImmutableArray<NumberedStatement> statements)
    {
        var pieces = new List<(Block, TextSpan)>(document.Blocks.Length);
        var next = 0;
        foreach (var block in document.Blocks)
        {
            var start = block.Span.Start;
            while (start < block.Span.End)
            {
                var end = block.Span.End - start <= PageCharacters ? block.Span.End : CutBefore(document.Text, start + PageCharacters);
                while (next < statements.Length && Beginning(statements[next].Statement) < start) { next++; }
                var crowded = next + PageStatements;
                if (crowded < statements.Length && Beginning(statements[crowded].Statement) is var cut && cut > start && cut < end)
                {
                    end = cut;
                }

                pieces.Add((block, new TextSpan(start, end)));
                start = end;
            }
        }

        return pieces;
    }

    private static int CutBefore(string text, int limit)
    {
        for (var offset = limit; offset > limit - 2000; offset--)
        {
            if (char.IsWhiteSpace(text[offset - 1])) { return offset; }
        }

        return char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    private static List<ReadingRow> Rows(Document document, List<(Block Block, TextSpan Shown)> pieces, ImmutableArray<NumberedStatement> statements)
    {
        Mark[] marks = [.. statements.SelectMany(statement => Mark.Of(statement, document.Text.Length))];
        Array.Sort(marks, Mark.CompareOpening);
        var rows = new List<ReadingRow>(pieces.Count);
        var active = new List<Mark>();
        var (nextMark, nextNote) = (0, 0);
        for (var index = 0; index < pieces.Count; index++)
        {
            var (block, shown) = pieces[index];
            active.RemoveAll(mark => mark.Span.End <= shown.Start);
            while (nextMark < marks.Length && marks[nextMark].Span.Start < shown.End)
            {
                if (marks[nextMark].Span.End > shown.Start) { active.Add(marks[nextMark]); }
                nextMark++;
            }

            // The last row takes what is left, so that every statement has its note.
            var firstNote = nextNote;
            while (nextNote < statements.Length && (Beginning(statements[nextNote].Statement) < shown.End || index == pieces.Count - 1))
            {
                nextNote++;
            }

            rows.Add(new ReadingRow(block, shown, [.. active], statements[firstNote..nextNote]));
        }

        return rows;
    }

    private ImmutableArray<ReadingPart> Paginate(List<ReadingRow> rows)
    {
        var parts = ImmutableArray.CreateBuilder<ReadingPart>();
        var current = ImmutableArray.CreateBuilder<ReadingRow>();
        var (characters, notes) = (0, 0);
        foreach (var row in rows)
        {
            var full = characters + row.Shown.Length > PageCharacters || current.Count == PageRows || notes + row.Notes.Length > PageStatements;
            if (full && current.Count > 0)
            {
                Break();
            }

            current.Add(row);
            characters += row.Shown.Length;
            notes += row.Notes.Length;
            foreach (var note in row.Notes)
            {
                partOfStatement[note.Number] = parts.Count + 1;
            }
        }

        if (current.Count > 0 || parts.Count == 0)
        {
            Break();
        }

        // A document without a single block still has to say where its statements are.
        foreach (var statement in Statements)
        {
            partOfStatement.TryAdd(statement.Number, 1);
        }

        return parts.DrainToImmutable();

        void Break()
        {
            parts.Add(new ReadingPart(parts.Count + 1, current.DrainToImmutable()));
            (characters, notes) = (0, 0);
        }
    }
}
