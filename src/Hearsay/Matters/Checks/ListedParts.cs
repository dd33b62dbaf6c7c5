using System.Text.RegularExpressions;
using Hearsay.Language.Figures;

namespace Hearsay.Matters.Checks;

/// <summary>Parts that a sentence lists to the last one, "and" before it: "Of those freed, 112 came from the fleet, 31 from the guard and 19 from the police"; "fourteen exchanges: nine in the first year and four in the second".</summary>
/// <remarks>A list that says in no way that it leaves something out ("among them", "others", "some") is meant to be all. That it misses its total is said only where it nearly makes it.</remarks>
internal static partial class ListedParts
{
    private const int LinesBack = 5;        // from the parts to the total that "those" are
    private const int LongestTail = 90;     // characters behind the last part
    private const int MostParts = 8;
    private const double Least = 10;
    private const double Near = 0.2;        // share of the total that a sum may be off and still be meant for it
    private const double NearFar = 0.1;     // the same for a total in an earlier sentence

    /// <summary>The lists of a document that its totals are parted into.</summary>
    public static IEnumerable<SeriesSums.Sum> Find(DocumentView document)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            if ((OfThose(document, i) ?? AfterColon(document, i)) is { } sum) { yield return sum; }
        }
    }

    // "Of those freed, he said, 112 were from the fleet, 31 from the guard and 19 from the police."
    private static SeriesSums.Sum? OfThose(DocumentView document, int line)
    {
        var (text, current) = (document.Text, document.Lines[line]);
        if (OfThem().Match(text, current.Span.Start, current.Span.Length) is not { Success: true } opening) { return null; }
        var figures = current.Figures.Where(figure => figure.Span.Start >= opening.Index).ToList();
        if (OfNumber().IsMatch(text.AsSpan(opening.Index, opening.Length)) && figures is [{ Kind: FigureKind.Count, Bound: FigureBound.Exact } own, ..] && own.Span.Start - opening.Index <= opening.Length + 1)
        {
            return Row(text, current, figures[1..]) is { } parts && Makes(parts, own, Near) ? Sum(parts, own) : null;
        }

        if (Row(text, current, figures) is not { Count: >= 3 } row) { return null; }
        var most = row.Max(part => part.Value!.Value);
        var totals = new List<Figure>();
        for (var i = line - 1; i >= Math.Max(0, line - LinesBack); i--)
        {
            totals.AddRange(document.Lines[i].Figures.Where(figure => figure is { Kind: FigureKind.Count or FigureKind.Money, Bound: FigureBound.Exact, Value: >= Least } && figure.Value > most && (figure.Of is not null || figure.Kind is FigureKind.Money) && !FigureMention.LooksLikeYear(text, figure)));
        }

        // Of several counts before it, the one that the parts come nearest to.
        var sum = row.Sum(part => part.Value!.Value);
        if (totals.Count == 0) { return null; }
        var nearest = totals.MinBy(total => Math.Abs(total.Value!.Value - sum));
        return Makes(row, nearest, NearFar) ? Sum(row, nearest) : null;
    }

    // "Fourteen exchanges, by the count of the ministry: nine in the first year of the war and four in the second."
    private static SeriesSums.Sum? AfterColon(DocumentView document, int line)
    {
        var (text, current) = (document.Text, document.Lines[line]);
        for (var k = 0; k + 2 < current.Figures.Length; k++)
        {
            var (total, first) = (current.Figures[k], current.Figures[k + 1]);
            if (total is not { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= Least, Of: not null } || first.Span.Start < total.Span.End || !Colon().IsMatch(text[total.Span.End..first.Span.Start])) { continue; }
            if (Row(text, current, [.. current.Figures.Skip(k + 1)]) is { } row && AreParallel(text, row) && Makes(row, total, Near)) { return Sum(row, total); }
        }

        return null;
    }

    // All counts from the first to the end of the sentence, where they make one list that ends with "and".
    private static List<Figure>? Row(string text, Line line, List<Figure> figures)
    {
        // The ordinals of "in the first year" count nothing.
        var row = figures.FindAll(figure => figure.Kind is not FigureKind.Ordinal);
        if (row.Count is < 2 or > MostParts || row.Exists(part => part is not { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= 1 } || FigureMention.LooksLikeYear(text, part))) { return null; }
        for (var k = 1; k < row.Count; k++)
        {
            if (row[k].Span.Start < row[k - 1].Span.End) { return null; }
            var joint = text[row[k - 1].Span.End..row[k].Span.Start];
            if (!(k == row.Count - 1 ? LastJoint() : Joint()).IsMatch(joint)) { return null; }
        }

        var end = line.Span.End;
        return end - row[^1].Span.End > LongestTail || Open().IsMatch(text[row[0].Span.Start..end]) || Open().IsMatch(text[Math.Max(line.Span.Start, row[0].Span.Start - 30)..row[0].Span.Start]) ? null : row;
    }

    // "nine in …, four in …", "31 from …, 19 from …"
    private static bool AreParallel(string text, List<Figure> row)
    {
        var words = row.ConvertAll(part => Preposition().Match(text, part.Span.End, Math.Min(24, text.Length - part.Span.End)) is { Success: true } match ? match.Groups["word"].Value : null);
        return words[0] is { } first && words.TrueForAll(word => word == first);
    }

    private static bool Makes(List<Figure> parts, Figure total, double near) => parts.Sum(part => part.Value!.Value) is var sum && parts.Max(part => part.Value!.Value) < total.Value && Math.Abs(sum - total.Value!.Value) <= near * total.Value;

    private static SeriesSums.Sum Sum(List<Figure> parts, Figure total)
    {
        var sum = parts.Sum(part => part.Value!.Value);
        return new SeriesSums.Sum(parts, total, sum, sum == total.Value);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\G[“""‘']?(?:(?:and|but) )?(?:out )?of (?:(?:those|these|them|this|that|the)\b(?: \p{Ll}+){0,4}?(?=,| \d| \p{L}+,)|(?:the|these|those) (?=\d))|\G(?:\p{L}+|\d[\d,]*)(?: \p{Ll}+)? of (?:them|these|those|the \p{Ll}+)\b", Options)]
    private static partial Regex OfThem();

    [GeneratedRegex(@"(?:the|these|those) $", Options)]
    private static partial Regex OfNumber();

    [GeneratedRegex(@"^[^.;:?!\d]{0,110}: ?[“""‘]?$", Options)]
    private static partial Regex Colon();

    [GeneratedRegex(@"^[^.:?!\d()]{0,90}[,;] (?:another |a further |some of )?$", Options)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^[^.:?!\d()]{0,90}[,;]? and (?:another |a further |the (?:other|remaining) )?$", Options)]
    private static partial Regex LastJoint();

    [GeneratedRegex(@"^ (?:(?:was|were|came|is|are|had been|took place|happened) )?(?<word>in|from|at|by|on|with|for|to|near|under)\b", Options)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"\b(?:among|including|others?|the rest|at least|some|most|mostly|so far|more than|elsewhere|etc|both|also|alone|each)\b", Options)]
    private static partial Regex Open();
}
