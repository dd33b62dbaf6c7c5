using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Matters.Checks;
using Hearsay.Matters.Reckonings;
using Hearsay.Places;
using Hearsay.Statements;

namespace Hearsay.Matters;

/// <summary>One document with what several checks need: its sentences in reading order, each with its figures.</summary>
internal sealed class DocumentView
{
    private const int MostHeadlines = 8;

    private readonly Lazy<ImmutableArray<ToldLine>> told;
    private readonly Lazy<ImmutableArray<DatedTelling>> dated;
    private readonly Lazy<GrammarTree?> tree;
    private readonly Lazy<ImmutableArray<Number>> numbers;
    private readonly Lazy<ImmutableArray<Reckoning>> sums;

    public DocumentView(AnnotatedDocument annotated, ImmutableArray<Statement> statements, Gazetteer gazetteer)
    {
        (Annotated, Statements, Gazetteer) = (annotated, statements, gazetteer);
        var lines = ImmutableArray.CreateBuilder<Line>();
        var captions = ImmutableArray.CreateBuilder<Line>();
        var next = 0;
        foreach (var sentence in annotated.Sentences)
        {
            var block = annotated.Document.Blocks[sentence.Block];
            while (next < annotated.Figures.Length && annotated.Figures[next].Span.Start < sentence.Span.Start) { next++; }
            var figures = ImmutableArray.CreateBuilder<Figure>();
            for (var i = next; i < annotated.Figures.Length && annotated.Figures[i].Span.Start < sentence.Span.End; i++) { figures.Add(annotated.Figures[i]); }
            if (!IsMark(annotated.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)) && block.Role is BlockRole.Headline or BlockRole.Body or BlockRole.List or BlockRole.Quote) { lines.Add(new Line(sentence.Span, sentence.Block, block.Role, figures.ToImmutable())); }
            else if (block.Role is BlockRole.Caption) { captions.Add(new Line(sentence.Span, sentence.Block, block.Role, figures.ToImmutable())); }
        }

        (Lines, Captions) = (lines.ToImmutable(), captions.ToImmutable());
        told = new(() => ToldLine.Of(this));
        dated = new(() => DatedTelling.Read(this));
        numbers = new(() => [.. Number.Read(this)]);
        sums = new(() => [.. Reckonings.Sums.Find(Numbers)]);
        tree = new(() => annotated.Grammar is null ? null : new GrammarTree(annotated));
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

    /// <summary>The same sentences with what they tell; made when first asked for, once for all checks.</summary>
    public ImmutableArray<ToldLine> Told => told.Value;

    /// <summary>The sentences, captions among them, that put something on a day, in text order; made like <see cref="Told"/>.</summary>
    public ImmutableArray<DatedTelling> Dated => dated.Value;

    /// <summary>Its numbers, in text order; made like <see cref="Told"/>.</summary>
    public ImmutableArray<Number> Numbers => numbers.Value;

    /// <summary>What of its numbers are parts and their sum; made like <see cref="Told"/>.</summary>
    public ImmutableArray<Reckoning> Sums => sums.Value;

    /// <summary>The trees of its sentences; null where no grammar is known.</summary>
    public GrammarTree? Tree => tree.Value;

    /// <summary>The sentences of its pictures' captions.</summary>
    public ImmutableArray<Line> Captions { get; }

    /// <summary>The headlines above the text, and not those of its sections: all lines before its first sentence, since plain text does not mark which of them is the headline.</summary>
    public IEnumerable<Line> Headlines => Lines.Take(MostHeadlines).TakeWhile(line => line.Role is BlockRole.Headline or BlockRole.Body && Text[line.Span.End - 1] is not ('.' or ':') && (line.Role is BlockRole.Headline || Text[line.Span.End - 1] is not ('!' or '?' or '"' or '”')));

    /// <summary>The words of a sentence in lower case, in their dictionary form where the grammar is known ("laid" as "lay"), each with where it stands.</summary>
    public IEnumerable<(TextSpan Span, string Lemma)> LemmasOf(Line line)
    {
        var sentence = Annotated.Sentences[Annotated.Sentences.BinarySearch(new Sentence(line.Span, 0, 0, 1), BySpan)];
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            var span = Annotated.Tokens[i].Span;
            if (char.IsLetter(Text[span.Start])) { yield return (span, (Annotated.Grammar?.Lemmas[i] ?? span.SliceOf(Text)).ToLowerInvariant()); }
        }
    }

    /// <summary>The dates and times of a sentence.</summary>
    public IEnumerable<TimeExpression> DatesIn(Line line)
    {
        var at = Annotated.Dates.BinarySearch(new TimeExpression(line.Span, default, ""), ByStart);
        for (var i = at < 0 ? ~at : at; i < Annotated.Dates.Length && Annotated.Dates[i].Span.Start < line.Span.End; i++) { yield return Annotated.Dates[i]; }
    }

    private static readonly Comparer<TimeExpression> ByStart = Comparer<TimeExpression>.Create((left, right) => left.Span.Start.CompareTo(right.Span.Start));

    private static readonly Comparer<Sentence> BySpan = Comparer<Sentence>.Create((left, right) => left.Span.Start.CompareTo(right.Span.Start));

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
