using System.Text.RegularExpressions;
using Hearsay.Language.Figures;

namespace Hearsay.Matters.Checks;

/// <summary>Counts that are told one after the other, in one breath or in sentences that begin alike, and the total that the text gives elsewhere; two counts and the change between them, where the text speaks of reckoning.</summary>
internal static partial class SeriesSums
{
    private const int LongestGap = 70;      // characters between two counts of a row
    private const int MostInRow = 10;
    private const double LeastSum = 100;    // smaller sums meet some number of a text by chance
    private const double LeastSmallSum = 20;
    private const int MostTotals = 50;      // places of one number that are looked at
    private const int LinesAround = 4;      // for smaller sums, and for totals that a row does not give
    private const int LinesToReckon = 8;    // between two counts and the words that reckon with them
    private const double Near = 0.15;       // share of the total that a sum may be off and still be meant for it

    /// <summary>Counts, the total that they are compared with, and whether they make it.</summary>
    /// <param name="Parts">In text order; for a change, the count before it and the change, which is negative where it is taken away.</param>
    internal readonly record struct Sum(IReadOnlyList<Figure> Parts, Figure Total, double Value, bool Holds);

    /// <summary>The sums of a document.</summary>
    public static IEnumerable<Sum> Find(DocumentView document)
    {
        var counts = document.Lines.SelectMany((line, i) => line.Figures.Where(figure => figure is { Kind: FigureKind.Count, Value: not null } && !FigureMention.LooksLikeYear(document.Text, figure)).Select(figure => (Line: i, Figure: figure))).ToLookup(count => count.Figure.Value!.Value);
        for (var i = 0; i < document.Lines.Length; i++)
        {
            foreach (var row in InOneBreath(document, document.Lines[i]).Append(InTurn(document, i)))
            {
                if (row.Count < 3) { continue; }
                if (TotalOf(document, counts, i, row) is { } total) { yield return new Sum(row, total, total.Value!.Value, true); }
                else if (Missed(document, i, row) is { } missed) { yield return new Sum(row, missed, row.Sum(part => part.Value!.Value), false); }
            }
        }
    }

    // "187 soldiers, 12 guards and nine civilians"
    private static IEnumerable<List<Figure>> InOneBreath(DocumentView document, Line line)
    {
        var row = new List<Figure>();
        foreach (var figure in line.Figures)
        {
            if (!IsPart(document.Text, figure)) { continue; }
            if (row.Count > 0 && !Goes().IsMatch(Between(document.Text, row[^1], figure)))
            {
                yield return row;
                row = [];
            }

            if (row.Count < MostInRow) { row.Add(figure); }
        }

        yield return row;
    }

    // "There were 611 prisoners. There were 94 who … And there were 122 civilians."
    private static List<Figure> InTurn(DocumentView document, int line)
    {
        var row = new List<Figure>();
        if (line > 0 && FirstOf(document, line - 1) is not null) { return row; }
        for (var i = line; i < document.Lines.Length && row.Count < MostInRow && FirstOf(document, i) is { } first; i++) { row.Add(first); }
        return row;
    }

    private static Figure? FirstOf(DocumentView document, int line)
    {
        foreach (var figure in document.Lines[line].Figures)
        {
            if (IsPart(document.Text, figure)) { return Opens().IsMatch(document.Text[document.Lines[line].Span.Start..figure.Span.Start]) ? figure : null; }
        }

        return null;
    }

    private static bool IsPart(string text, Figure figure) => figure is { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= 1 } && !FigureMention.LooksLikeYear(text, figure) && figure.Value == Math.Floor(figure.Value.Value);

    private static string Between(string text, Figure left, Figure right) => right.Span.Start - left.Span.End is > 0 and <= LongestGap ? text[left.Span.End..right.Span.Start] : "…";

    // The nearest count that they make: anywhere, if it is large enough; close by, and of the same kind, if it is small.
    private static Figure? TotalOf(DocumentView document, ILookup<double, (int Line, Figure Figure)> counts, int line, List<Figure> row)
    {
        var sum = row.Sum(part => part.Value!.Value);
        if (sum < LeastSmallSum || row.TrueForAll(part => part.Value % 10 == 0) || (sum % 100 == 0 && row.Count < 4)) { return null; } // round numbers meet by chance
        Figure? best = null;
        foreach (var (at, figure) in counts[sum].Take(MostTotals))
        {
            if (row.Exists(part => part.Span == figure.Span) || (sum < LeastSum && (Math.Abs(at - line) > LinesAround || !MayBeTotal(document.Text, figure, row)))) { continue; }
            if (best is null || Distance(figure, row) < Distance(best.Value, row)) { best = figure; }
        }

        return best;
    }

    private static int Distance(Figure total, List<Figure> row) => Math.Abs(total.Span.Start - row[0].Span.Start);

    // What the parts count, if it is one thing, or people.
    private static bool MayBeTotal(string text, Figure total, List<Figure> row) =>
        FigureMention.NounOf(text, total) is { } noun && row.Exists(part => FigureMention.NounOf(text, part) is null || FigureMention.NounOf(text, part) == noun);

    // "The 312 who came were 201 soldiers, 74 sailors and 30 clerks": a row that is said to be all, and a total of the same close by that it misses.
    private static Figure? Missed(DocumentView document, int line, List<Figure> row)
    {
        var text = document.Text;
        var before = text[Math.Max(document.Lines[line].Span.Start, row[0].Span.Start - 90)..row[0].Span.Start];
        if (!IsAll().IsMatch(before) || !document.Lines[line].Span.Contains(row[^1].Span) || Open().IsMatch(text.AsSpan(row[^1].Span.End, Math.Min(40, text.Length - row[^1].Span.End)))) { return null; }
        var sum = row.Sum(part => part.Value!.Value);
        var totals = document.Lines.Skip(Math.Max(0, line - LinesAround)).Take(Math.Min(line, LinesAround) + 1).SelectMany(one => one.Figures)
            .Where(figure => figure is { Kind: FigureKind.Count, Bound: FigureBound.Exact, Of: not null } && figure.Span.End <= row[0].Span.Start && figure.Value >= 20 && figure.Value > row.Max(part => part.Value) && MayBeTotal(text, figure, row)).ToList();
        return totals.Count > 0 && totals.TrueForAll(total => total.Value == totals[0].Value) && Math.Abs(sum - totals[0].Value!.Value) <= Near * totals[0].Value ? totals[^1] : null;
    }

    /// <summary>"1,400 in summer, 1,150 now; 250 have come home: subtract." Two counts and what lies between them, where the text speaks of reckoning; null elsewhere.</summary>
    public static Sum? Reckoned(DocumentView document, int line)
    {
        var match = Reckons().Match(document.Lines[line].Span.SliceOf(document.Text));
        if (!match.Success) { return null; }
        var figures = document.Lines.Skip(Math.Max(0, line - LinesToReckon)).Take(Math.Min(line, LinesToReckon) + 1).SelectMany(one => one.Figures)
            .Where(figure => figure is { Kind: FigureKind.Count, Value: >= 3, Bound: FigureBound.Exact or FigureBound.About } && !FigureMention.LooksLikeYear(document.Text, figure)).TakeLast(MostInRow).ToList();
        // Of several that fit, the ones nearest to the words.
        for (var c = figures.Count - 1; c > 1; c--)
        {
            for (var b = c - 1; b > 0; b--)
            {
                for (var a = b - 1; a >= 0; a--)
                {
                    Figure[] three = [figures[a], figures[b], figures[c]];
                    var whole = three.MaxBy(figure => figure.Value);
                    var rest = three.Where(figure => figure.Span != whole.Span).ToList();
                    if (whole.Value < 10 || rest[0].Value + rest[1].Value != whole.Value) { continue; }
                    return new Sum(rest, whole, whole.Value!.Value, true);
                }
            }
        }

        return null;
    }

    // Between two counts of a row: a few words, then a comma or "and".
    [GeneratedRegex(@"^[^.!?:;\d()“”""\n]{0,60}?(?:, (?:and |plus |as well as )?|;? and |; | plus | as well as | along with )(?:another |a further |the (?:other|remaining) )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Goes();

    [GeneratedRegex(@"^[“""‘]?(?:(?:and|but|then|next|also|finally|of them|of these|of those),? ){0,2}(?:(?:there|those|these) (?:are|were|was)|we (?:have|had|found|counted)|they (?:are|were)|another|a further)? ?$", RegexOptions.IgnoreCase)]
    private static partial Regex Opens();

    [GeneratedRegex(@"(?:\b(?:br(?:eak|eaks|oke|oken) (?:\p{L}+ )?down|divided|split|made up|consist(?:s|ed|ing)?|compris(?:es|ed|ing|e)|composed)\b[^.;]{0,50}|\b(?:those|the \d[\d,]*|the \p{L}+) (?:who|which|that|returned|released|freed|handed|brought|killed|captured|exchanged|dead|men|people|prisoners)\b[^.;,]{0,45} (?:were|are)|\b(?:namely|they (?:were|are))):? ?$", RegexOptions.IgnoreCase)]
    private static partial Regex IsAll();

    // "… and others"
    [GeneratedRegex(@"^[^.;]{0,25}\b(?:among|others?|the rest|including|etc)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(?:subtract\w*|deduct\w*|minus|take (?:one|that|it|this|them) (?:away|off)|taken? away from|(?:do|does|did|doing|done) the (?:sums?|maths?|arithmetic|subtraction)|the (?:sums?|maths?|arithmetic|numbers?|figures?) (?:adds? up|works? out|is simple|fits?|match(?:es)?)|adds? up|the difference|makes? up the difference)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reckons();
}
