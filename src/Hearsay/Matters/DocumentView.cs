using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Language.Figures;
using Hearsay.Places;
using Hearsay.Statements;

namespace Hearsay.Matters;

/// <summary>One document with what several checks need: its sentences in reading order, each with its figures.</summary>
internal sealed class DocumentView
{

    public DocumentView(AnnotatedDocument annotated, ImmutableArray<Statement> statements, Gazetteer gazetteer)
    {
        (Annotated, Statements, Gazetteer) = (annotated, statements, gazetteer);
        var lines = ImmutableArray.CreateBuilder<Line>();
        var next = 0;
        foreach (var sentence in annotated.Sentences)
        {
            var block = annotated.Document.Blocks[sentence.Block];
            while (next < annotated.Figures.Length && annotated.Figures[next].Span.Start < sentence.Span.Start) { next++; }
            var figures = ImmutableArray.CreateBuilder<Figure>();
            for (var i = next; i < annotated.Figures.Length && annotated.Figures[i].Span.Start < sentence.Span.End; i++) { figures.Add(annotated.Figures[i]); }
            if (!IsMark(annotated.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)) && block.Role is BlockRole.Headline or BlockRole.Body or BlockRole.List or BlockRole.Quote) { lines.Add(new Line(sentence.Span, sentence.Block, block.Role, figures.ToImmutable())); }
        }

        Lines = lines.ToImmutable();
    }

    // A reference mark alone, as "[2]", is no sentence.
    private static bool IsMark(ReadOnlySpan<char> sentence) => sentence is ['[', .., ']'] && !sentence[1..^1].ContainsAnyExceptInRange('0', '9');

    public AnnotatedDocument Annotated { get; }

    public Document Document => Annotated.Document;

    public string Text => Annotated.Text;

    public ImmutableArray<Statement> Statements { get; }

    /// <summary>The places that are known.</summary>
    public Gazetteer Gazetteer { get; }

    /// <summary>The sentences of the article itself: headline, body, lists and quotations.</summary>
    public ImmutableArray<Line> Lines { get; }

    /// <summary>What the document is called at the beginning of a summary.</summary>
    public string Name => Document.Outlet ?? "The document";

    /// <summary>What it is called within one.</summary>
    public string NameWithin => Document.Outlet ?? "the document";

    /// <summary>A span as evidence.</summary>
    public Evidence Evidence(TextSpan span) => new(Document.Sha256, span, span.SliceOf(Text));

    /// <summary>The statements whose content a span touches.</summary>
    public IEnumerable<string> StatementsAt(params IEnumerable<TextSpan> spans) =>
        Statements.Where(statement => spans.Any(span => statement.Content.Any(content => content.Overlaps(span)))).Select(statement => statement.Id);
}

/// <summary>A sentence of a document.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="Role">Role of its block.</param>
/// <param name="Figures">Its figures in text order.</param>
internal sealed record Line(TextSpan Span, int Block, BlockRole Role, ImmutableArray<Figure> Figures);
