using System.Collections.Frozen;
using System.Globalization;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Matters.Checks;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Reckonings;

/// <summary>A number of a text that may be reckoned with.</summary>
/// <param name="Span">Its words; of "from 17 to 62" there are two numbers.</param>
/// <param name="Value">Its value; of a length of time the count of its units.</param>
/// <param name="Kind">What it measures.</param>
/// <param name="Unit">Currency or unit of measurement, or null.</param>
/// <param name="Bounds">The values that its words admit.</param>
/// <param name="IsExact">True where no word says that it is about, or at least, so many.</param>
/// <param name="Noun">What is counted, <c>people</c> for any word for people, or null.</param>
/// <param name="Per">The unit of time right behind it, a TIMEX3 duration: <c>P1M</c> of "22,000 crowns a month"; or null.</param>
/// <param name="IsTime">True for a length of time.</param>
/// <param name="Clause">Where it stands.</param>
internal sealed record Number(TextSpan Span, double Value, FigureKind Kind, string? Unit, Bounds Bounds, bool IsExact, string? Noun, string? Per, bool IsTime, Clause Clause)
{
    private const int MostNumbers = 150;
    private const int RightBehind = 12; // characters

    private static readonly FrozenSet<string> Times = FrozenSet.ToFrozenSet(["year", "month", "week", "day", "hour", "minut", "old"], StringComparer.Ordinal);

    /// <summary>Index of its sentence.</summary>
    public int Line => Clause.Line.Index;

    /// <summary>True for a count, a sum of money or a measure.</summary>
    public bool IsAmount => !IsTime && Kind is FigureKind.Count or FigureKind.Money or FigureKind.Measure;

    /// <summary>True for a number without a fraction.</summary>
    public bool IsWhole => Value == Math.Floor(Value);

    /// <summary>Digits that say something: two of "1,400".</summary>
    public int Digits => Math.Round(Value, 2).ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0').Length;

    /// <summary>True where both may be of one kind of thing: prisoners and soldiers are, guards and executions are not.</summary>
    public bool MayBeOf(Number other) => IsAmount && other.IsAmount && (Noun is null || other.Noun is null || Noun == other.Noun) && (Kind == other.Kind ? Unit == other.Unit : IsBare || other.IsBare);

    private bool IsBare => Kind is FigureKind.Count && Noun is null;

    /// <summary>The numbers of a document in text order.</summary>
    public static List<Number> Read(DocumentView document)
    {
        var numbers = new List<Number>();
        foreach (var line in document.Told)
        {
            var inLine = new List<Number>();
            foreach (var figure in line.Line.Figures) { inLine.AddRange(Of(document, line, figure).Where(number => !inLine.Exists(other => other.Span.Overlaps(number.Span)))); }
            foreach (var time in document.DatesIn(line.Line).Where(time => time.Type is TimeType.Duration && !inLine.Exists(other => other.Span.Overlaps(time.Span))))
            {
                if (time.Value is ['P', .. var count, 'D' or 'W' or 'M' or 'Y'] && double.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units >= 2)
                {
                    inLine.Add(new Number(time.Span, units, FigureKind.Measure, time.Value[^1..], new Bounds(units, units, false, false), true, null, null, true, new Clause(document, line, time.Span)));
                }
            }

            inLine.Sort((one, other) => one.Span.Start.CompareTo(other.Span.Start));
            inLine.RemoveAll(number => inLine.Exists(other => IsOneOf(document.Text, number, other) || IsOneOf(document.Text, other, number)));
            numbers.AddRange(inLine.Take(MostNumbers - numbers.Count));
        }

        return numbers;
    }

    private static IEnumerable<Number> Of(DocumentView document, ToldLine line, Figure figure)
    {
        if (figure.Kind is FigureKind.Ordinal || FigureMention.LooksLikeYear(document.Text, figure) || RivalFigure.IsAge(document.Text, figure) || figure.Span.In(document.Text).Contains("point", StringComparison.OrdinalIgnoreCase)) { yield break; }
        var clause = new Clause(document, line, figure.Span);
        var noun = FigureMention.NounOf(document.Text, figure) ?? SharedOf(line, figure.Span);
        if (figure.Value is > 0 and { } value)
        {
            yield return new Number(figure.Span, value, figure.Kind, figure.Unit, Bounds.Of(figure), figure.Bound is FigureBound.Exact, noun, PerOf(document, line, figure.Span), noun is not null && Times.Contains(noun), clause);
        }
        else if (figure is { Value: null, Bound: FigureBound.Range, Low: > 0 and { } low, High: { } high } && document.Text.AsSpan(figure.Span.Start).StartsWith("from ", StringComparison.OrdinalIgnoreCase)
            && figure.Span.SliceOf(document.Text).LastIndexOf(" to ", StringComparison.Ordinal) is > 0 and var to)
        {
            yield return new Number(figure.Span with { End = figure.Span.Start + to }, low, figure.Kind, figure.Unit, new Bounds(low, low, false, false), true, noun, null, false, clause);
            yield return new Number(figure.Span with { Start = figure.Span.Start + to + 1 }, high, figure.Kind, figure.Unit, new Bounds(high, high, false, false), true, noun, null, false, clause);
        }
    }

    // "6 in 10": a share, and no two numbers.
    private static bool IsOneOf(string text, Number number, Number other) => other.Span.Start > number.Span.End && text.AsSpan(number.Span.End, other.Span.Start - number.Span.End) is " in ";

    // "Guards" of "70 per cent of the guards", "27 of the guards"; a pronoun names nothing.
    private static string? SharedOf(ToldLine line, TextSpan span)
    {
        var words = line.Scanned;
        var i = 0;
        while (i < words.Length && words[i].Span.Start < span.End) { i++; }
        if (i + 1 >= words.Length || words[i].Lower is not "of") { return null; }
        if (words[i + 1].Lower is "the" or "these" or "those" or "its" or "their" or "all" or "his" or "her" or "our") { i++; }
        if (i + 1 >= words.Length || words[i + 1].Lower is "them" or "whom" or "which" or "these" or "those" or "it" or "all") { return null; }
        return CountedPeople.Contains(line.Stems[i + 1]) ? "people" : i + 2 < words.Length && CountedPeople.Contains(line.Stems[i + 2]) ? "people" : line.Stems[i + 1];
    }

    private static string? PerOf(DocumentView document, ToldLine line, TextSpan span)
    {
        foreach (var time in document.DatesIn(line.Line))
        {
            if (time.Span.Start >= span.End && time.Span.Start - span.End < RightBehind && time.Value is "P1D" or "P1W" or "P1M" or "P1Y") { return time.Value; }
        }

        return null;
    }
}
