using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Matters;
using Hearsay.Statements;

namespace Hearsay.Judgements;

/// <summary>Words of a document as a judgement keeps them, so that they can be found again and read without the document.</summary>
/// <param name="Start">Where they begin, in Unicode code points.</param>
/// <param name="End">Where they end, exclusive, in code points.</param>
/// <param name="Text">The words.</param>
public sealed record QuotedSpan(int Start, int End, string Text)
{
    /// <summary>The span of a text in UTF-16; null where the text does not read so there.</summary>
    internal TextSpan? In(string text, CodePointOffsets offsets)
    {
        if (Start < 0 || End <= Start || End > text.Length) { return null; }
        var (start, end) = (offsets.ToUtf16(Start), offsets.ToUtf16(End));
        return end <= text.Length && text.AsSpan(start, end - start).SequenceEqual(Text) ? new TextSpan(start, end) : null;
    }

    /// <summary>A span of a text, given in UTF-16.</summary>
    public static QuotedSpan Of(TextSpan span, string text, CodePointOffsets offsets)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        return new(offsets.ToCodePoint(span.Start), offsets.ToCodePoint(span.End), span.SliceOf(text));
    }
}

/// <summary>Which statement a judgement is about: the capture's hash and the statement's spans, whatever id an engine gives them.</summary>
/// <param name="Document">SHA-256 of the document.</param>
/// <param name="Id">The statement's id when it was judged.</param>
/// <param name="Content">Its content.</param>
/// <param name="Reading">What the engine made of it besides, in a line: source, polarity, day, figures.</param>
/// <param name="Source">The words that name its source, or null.</param>
/// <param name="Cue">Its cue, or null.</param>
public sealed record StatementAnchor(string Document, string Id, ImmutableArray<QuotedSpan> Content, string Reading, QuotedSpan? Source = null, QuotedSpan? Cue = null)
{
    /// <summary>The anchor of a statement as the engine found it.</summary>
    public static StatementAnchor Of(Statement statement, Document document, CodePointOffsets offsets)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(document);
        return new StatementAnchor(
            statement.Document,
            statement.Id,
            [.. statement.Content.Select(part => QuotedSpan.Of(part, document.Text, offsets))],
            ReadingOf(statement),
            statement.Source?.Span is { } source ? QuotedSpan.Of(source, document.Text, offsets) : null,
            statement.Cue is { } cue ? QuotedSpan.Of(cue.Span, document.Text, offsets) : null);
    }

    /// <summary>The anchor of a statement that the engine missed: its id is the one that the engine would give these spans.</summary>
    public static StatementAnchor OfMissed(Document document, TextSpan? source, TextSpan? cue, ImmutableArray<TextSpan> content, string name, Polarity polarity, string? saidOn)
    {
        ArgumentNullException.ThrowIfNull(document);
        var offsets = new CodePointOffsets(document.Text);
        QuotedSpan? Quoted(TextSpan? span) => span is { } one ? QuotedSpan.Of(one, document.Text, offsets) : null;
        return new StatementAnchor(
            document.Sha256, StatementId.Of(document.Sha256, source, cue, content), [.. content.Select(span => Quoted(span)!)], $"{name}; {JsonNames.Of(polarity)}; {saidOn ?? "no day"}", Quoted(source), Quoted(cue));
    }

    /// <summary>What a statement says besides its spans, in a line.</summary>
    public static string ReadingOf(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var figures = statement.Figures.Select(figure => string.Create(CultureInfo.InvariantCulture, $"{JsonNames.Of(figure.Bound)} {figure.Value ?? figure.Low ?? figure.High}"));
        return string.Join("; ", [statement.Source?.Name ?? "no source", JsonNames.Of(statement.Polarity), statement.SaidOn.Value ?? "no day", .. figures]);
    }

    /// <summary>What stands for the statement among judgements: two about the same spans have the same.</summary>
    internal string Key => $"{Document}|{SpanKey(Source)}|{SpanKey(Cue)}|{string.Join(',', Content.Select(SpanKey))}";

    private static string SpanKey(QuotedSpan? span) => span is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");
}

/// <summary>Which finding a judgement is about: its kind and the evidence that it rests on.</summary>
/// <param name="Id">The finding's id when it was judged, which derives from kind, evidence and calculation.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Summary">What it said.</param>
/// <param name="Evidence">SHA-256 and words of what it rested on.</param>
public sealed record FindingAnchor(string Id, FindingKind Kind, string Summary, ImmutableArray<QuotedEvidence> Evidence)
{
    private const int MostEvidence = 20;

    /// <summary>The anchor of a finding.</summary>
    public static FindingAnchor Of(Finding finding, Func<string, CodePointOffsets> offsets)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(offsets);
        return new FindingAnchor(finding.Id, finding.Kind, finding.Summary, [.. finding.Evidence.Take(MostEvidence).Select(part =>
            new QuotedEvidence(part.Document, offsets(part.Document).ToCodePoint(part.Span.Start), offsets(part.Document).ToCodePoint(part.Span.End), part.Text))]);
    }
}

/// <summary>Words of a document that a finding rests on.</summary>
/// <param name="Document">SHA-256 of the document.</param>
/// <param name="Start">Where they begin, in code points.</param>
/// <param name="End">Where they end, exclusive.</param>
/// <param name="Text">The words.</param>
public sealed record QuotedEvidence(string Document, int Start, int End, string Text);
