using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Whether a rise or fall that a text gives ("up 58 percent", "more than tripled") is what its counts make, and whether two ways of giving the same rise agree.</summary>
internal sealed partial class ChangeCheck : IDocumentCheck
{
    private const double Rounding = 0.6; // points
    private const int LinesAround = 2;
    private const int LinesOfSameChange = 6;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            foreach (var figure in document.Lines[i].Figures)
            {
                if (ChangeOf(document, document.Lines[i], figure) is not { } change) { continue; }
                if (Counts(document, i, figure, change) is { } counted) { yield return counted; }
                else if (figure.Kind is FigureKind.Percent && SameChange(document, i, figure, change) is { } agreed) { yield return agreed; }
            }
        }
    }

    /// <summary>The factors that a change's words admit: 1.58 for "up 58 percent"; null for figures that are no change.</summary>
    private static Bounds? ChangeOf(DocumentView document, Line line, Figure figure)
    {
        if (figure.Value is not { } value || value <= 0) { return null; }
        var bounds = Bounds.Of(figure);
        if (figure.Kind is FigureKind.Ratio) { return value >= 2 && Multiplied().IsMatch(figure.Span.In(document.Text)) ? bounds : null; }
        if (figure.Kind is not FigureKind.Percent) { return null; }
        var (from, to) = (Math.Max(line.Span.Start, figure.Span.Start - 45), Math.Min(line.Span.End, figure.Span.End + 30));
        var words = document.Text.AsSpan(from, to - from);
        var after = document.Text.AsSpan(figure.Span.End, to - figure.Span.End);
        var (rises, falls) = (Rises().IsMatch(words) || MoreThanBefore().IsMatch(after), Falls().IsMatch(words) || FewerThanBefore().IsMatch(after));
        if (rises == falls) { return null; }
        if (figure.Bound is FigureBound.Exact) { bounds = new Bounds(value - Rounding, value + Rounding, false, false); }
        return rises ? new Bounds(1 + bounds.Low / 100, 1 + bounds.High / 100, bounds.LowOpen, bounds.HighOpen)
            : new Bounds(1 - bounds.High / 100, 1 - bounds.Low / 100, bounds.HighOpen, bounds.LowOpen);
    }

    // "from 240 to 379, a rise of 58 percent"; "61 last year … more than tripled, to 211"
    private static Finding? Counts(DocumentView document, int line, Figure change, Bounds factor)
    {
        var counts = document.Lines.Skip(Math.Max(0, line - LinesAround)).Take(Math.Min(line, LinesAround) + 1 + LinesAround)
            .SelectMany(one => one.Figures).Where(figure => figure.Kind is FigureKind.Count or FigureKind.Money && figure.Value is >= 10 && figure.Bound is FigureBound.Exact or FigureBound.About or FigureBound.AtLeast or FigureBound.MoreThan && figure.Span != change.Span).ToList();
        (Figure From, Figure To)? best = null;
        foreach (var from in counts)
        {
            foreach (var to in counts)
            {
                if (from.Span == to.Span || (from.Kind is FigureKind.Money || to.Kind is FigureKind.Money) && !(from.Span.End < to.Span.Start && FromTo(document.Text, from, to)) || from.Bound is not FigureBound.Exact || !(to.Bound is FigureBound.Exact || (to.Bound is FigureBound.About ? change.Kind is FigureKind.Ratio : change is { Kind: FigureKind.Percent, Bound: FigureBound.Exact })) || !factor.Holds(to.Value!.Value / from.Value!.Value) || !Alike(document, from, to) || !IsPlausible(change, from, to)) { continue; }
                if (best is null || Distance(change, from, to) < Distance(change, best.Value.From, best.Value.To)) { best = (from, to); }
            }
        }

        if (best is { } pair) { return Report(document, change, pair.From, pair.To, holds: true); }
        var sentence = document.Lines[line];
        foreach (var from in sentence.Figures)
        {
            foreach (var to in sentence.Figures)
            {
                if (from.Span.End < to.Span.Start && IsAmount(from) && IsAmount(to)
                    && FromTo(document.Text, from, to) && Distance(change, from, to) < 120)
                {
                    return Report(document, change, from, to, holds: false);
                }
            }
        }

        return null;
    }

    // "from 1.2 million to 1.5 million crowns": the first of the two need not name what it is of.
    private static bool IsAmount(Figure figure) => figure is { Kind: FigureKind.Count or FigureKind.Money, Value: >= 10, Bound: FigureBound.Exact };

    // A multiple is so wide that only counts in the same breath belong to it; a percentage to the point is hardly met by chance.
    private static bool IsPlausible(Figure change, Figure from, Figure to) =>
        change.Kind is FigureKind.Percent && change.Bound is FigureBound.Exact && from.Value >= 20 || Distance(change, from, to) < (change.Bound is FigureBound.MoreThan or FigureBound.AtLeast ? 160 : 240) && to.Value / from.Value < 12;

    private static int Distance(Figure change, Figure from, Figure to) => Math.Abs(change.Span.Start - from.Span.Start) + Math.Abs(change.Span.Start - to.Span.Start);

    private static bool Alike(DocumentView document, Figure from, Figure to)
    {
        string? Noun(Figure figure) => figure.Of is { } of ? Stemmer.Stem(of.SliceOf(document.Text).Split(' ')[^1].ToLowerInvariant()) : null;
        var (left, right) = (Noun(from), Noun(to));
        return left is null || right is null || left == right;
    }

    private static bool FromTo(string text, Figure from, Figure to)
    {
        var before = text.AsSpan(Math.Max(0, from.Span.Start - 6), Math.Min(6, from.Span.Start));
        return before.EndsWith("from ") && From().IsMatch(text[from.Span.End..to.Span.Start]);
    }

    // "an 89 percent increase in requests" and "305 requests … almost doubled" are the same rise, given twice.
    private static Finding? SameChange(DocumentView document, int line, Figure percent, Bounds factor)
    {
        var after = document.Text.AsSpan(percent.Span.End, Math.Min(60, document.Text.Length - percent.Span.End));
        foreach (var match in RiseIn().EnumerateMatches(after))
        {
            var words = after.Slice(match.Index, match.Length).ToString();
            var noun = Stemmer.Stem(words[(words.LastIndexOf(' ') + 1)..].ToLowerInvariant());
            for (var i = Math.Max(0, line - LinesOfSameChange); i < Math.Min(document.Lines.Length, line + LinesOfSameChange + 1); i++)
            {
                var multiple = document.Lines[i].Figures.FirstOrDefault(figure => figure.Kind is FigureKind.Ratio && figure.Value >= 2 && Multiplied().IsMatch(figure.Span.In(document.Text)));
                var count = document.Lines[i].Figures.FirstOrDefault(figure => figure.Kind is FigureKind.Count && figure.Value >= 3 && figure.Of is { } of && of.SliceOf(document.Text).ToLowerInvariant().Split(' ').Any(word => Stemmer.Stem(word) == noun));
                if (multiple.Value is not null && count.Value is { } start) { return Agreement(document, percent, factor, multiple, count, start); }
            }
        }

        return null;
    }

    private static Finding Agreement(DocumentView document, Figure percent, Bounds factor, Figure multiple, Figure count, double start)
    {
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        var middle = 1 + percent.Value!.Value / 100;
        var holds = factor.Meets(Bounds.Of(multiple));
        var expression = $"{Bounds.Show(start)} × (1 + {Bounds.Show(percent.Value.Value)} %) = {Bounds.Show(Math.Round(start * middle))}";
        return Finding.Of(
            FindingKind.Arithmetic, holds ? Severity.Info : Severity.Notice,
            holds ? $"“{Words(percent)}” and “{Words(multiple)}” from “{Words(count)}” fit together: {expression}." : $"“{Words(percent)}” and “{Words(multiple)}” from “{Words(count)}” do not fit together: {expression}.",
            document.StatementsAt(percent.Span, multiple.Span, count.Span),
            [document.Evidence(percent.Span), document.Evidence(multiple.Span), document.Evidence(count.Span)],
            Calculation.Of(expression, "rise", Words(percent), "multiple", Words(multiple), "from", Words(count)));
    }

    private static Finding Report(DocumentView document, Figure change, Figure from, Figure to, bool holds)
    {
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        var ratio = to.Value!.Value / from.Value!.Value;
        var expression = change.Kind is FigureKind.Percent
            ? $"{Bounds.Show(from.Value.Value)} → {Bounds.Show(to.Value.Value)} = {(ratio >= 1 ? "+" : "−")}{Bounds.Show(Math.Round(Math.Abs(ratio - 1) * 100, 1))} %"
            : $"{Bounds.Show(to.Value.Value)} ÷ {Bounds.Show(from.Value.Value)} = {Bounds.Show(Math.Round(ratio, 2))}";
        return Finding.Of(
            FindingKind.Arithmetic, holds ? Severity.Info : Severity.Warning,
            holds ? $"“{Words(change)}” fits the counts in the text: {expression}." : $"“{Words(change)}” does not fit the counts in the text: {expression}.",
            document.StatementsAt(change.Span, from.Span, to.Span),
            [document.Evidence(change.Span), document.Evidence(from.Span), document.Evidence(to.Span)],
            Calculation.Of(expression, "change", Words(change), "from", Words(from), "to", Words(to)));
    }

    [GeneratedRegex(@"\b(?:doubl|tripl|trebl|quadrupl|times\b|fold\b|twice|threefold|twofold)", RegexOptions.IgnoreCase)]
    private static partial Regex Multiplied();

    [GeneratedRegex(@"\b(?:increas\w*|rise|rises|rose|risen|rising|up|grew|grown|growth|jump\w*|surg\w*|soar\w*|climb\w*|higher)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rises();

    [GeneratedRegex(@"\b(?:decreas\w*|fall|falls|fell|fallen|falling|down|drop\w*|declin\w*|shrank|lower|plung\w*|slump\w*|cut)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Falls();

    // "58 percent more than a year ago"
    [GeneratedRegex(@"^ (?:\p{L}+ ){0,2}(?:more|higher|above)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MoreThanBefore();

    [GeneratedRegex(@"^ (?:\p{L}+ ){0,2}(?:fewer|less|lower|below)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FewerThanBefore();

    [GeneratedRegex(@"^[^.;]{0,60}\bto (?:\p{L}+ ){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"^ (?:increase|rise|growth|jump|surge|drop|fall|decline|decrease) in (?:the number of |the )?\p{Ll}+", RegexOptions.IgnoreCase)]
    private static partial Regex RiseIn();
}
