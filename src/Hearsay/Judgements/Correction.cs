using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Statements;

namespace Hearsay.Judgements;

/// <summary>What is right of a statement that the engine read wrongly; what is null stays as the engine has it.</summary>
/// <param name="Source">Whose word it is.</param>
/// <param name="Cue">The words that attribute.</param>
/// <param name="Content">What is claimed: sorted, disjoint spans.</param>
/// <param name="Polarity">Whether the source affirms or denies it.</param>
/// <param name="SaidOn">The day it was said, as <c>2031-03-04</c>.</param>
/// <param name="Figures">All figures of the content.</param>
/// <param name="Facts">The dates, figures, places and events that the engine found in the corrected content; <see cref="Pipeline.Complete(Documents.Document, Statement, Correction)"/> finds them.</param>
public sealed partial record Correction(
    CorrectedSource? Source = null, QuotedSpan? Cue = null, ImmutableArray<QuotedSpan>? Content = null, Polarity? Polarity = null, string? SaidOn = null, ImmutableArray<CorrectedFigure>? Figures = null,
    JsonObject? Facts = null)
{
    /// <summary>What is wrong with it in itself, as a sentence, or null.</summary>
    internal string? Problem()
    {
        if (this == new Correction()) { return "A correction needs to say what is right: source, cue, content, polarity, day or figures."; }
        if (Content is { } content && (content.IsDefaultOrEmpty || content.Zip(content.Skip(1)).Any(pair => pair.First.End > pair.Second.Start))) { return "The content is one span or more, in text order, none within another."; }
        if (SaidOn is not null && !Day().IsMatch(SaidOn)) { return $"The day is written as 2031-03-04, 2031-03 or 2031, not '{SaidOn}'."; }
        return Source is { } source && string.IsNullOrWhiteSpace(source.Name) ? "The source needs a name." : null;
    }

    /// <summary>Every span that it names.</summary>
    internal IEnumerable<QuotedSpan> Spans =>
        new[] { Source?.Span, Cue }.OfType<QuotedSpan>().Concat(Content ?? []).Concat((Figures ?? []).SelectMany(figure => new[] { figure.Span, figure.Of }.OfType<QuotedSpan>()));

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\z")]
    private static partial Regex Day();
}

/// <summary>Whose word a statement is, as a person says.</summary>
/// <param name="Name">Whom the words mean.</param>
/// <param name="Span">The words that name the source; null where the sentence has none.</param>
/// <param name="Type">What kind of party, or null to leave it.</param>
/// <param name="Side">Id of the party that it belongs to, or null to leave it.</param>
public sealed record CorrectedSource(string Name, QuotedSpan? Span = null, SourceType? Type = null, string? Side = null);

/// <summary>A figure, as a person says.</summary>
/// <param name="Span">Its words, within the content.</param>
/// <param name="Value">Its number, or null for an open one.</param>
/// <param name="Low">The least it can be, or null.</param>
/// <param name="High">The most it can be, or null.</param>
/// <param name="Bound">How its number is meant.</param>
/// <param name="Kind">What kind of figure it is.</param>
/// <param name="Unit">Its unit, or null.</param>
/// <param name="Of">The words that say what is counted, or null.</param>
public sealed record CorrectedFigure(
    QuotedSpan Span, double? Value, double? Low = null, double? High = null, FigureBound Bound = FigureBound.Exact, FigureKind Kind = FigureKind.Count, string? Unit = null, QuotedSpan? Of = null);
