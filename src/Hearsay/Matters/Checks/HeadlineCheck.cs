using Hearsay.Documents;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;
using System.Text.RegularExpressions;

namespace Hearsay.Matters.Checks;

/// <summary>A number in the headline that the body does not have, or has only by multiplying a smaller count.</summary>
internal sealed partial class HeadlineCheck : IDocumentCheck
{
    private const int ShortestBody = 4; // sentences; a teaser proves nothing
    private const double Least = 10;
    private const double OpenEnd = 3;      // "more than 140" is not two thousand
    private const int LeastShared = 2;     // words that a count's sentence shares with the headline
    private const float Telling = 0.8f;    // weight from which a word tells what happens
    private const double MostApart = 3;    // times that a number told instead may differ
    private const int MostSummed = 40; // counts of the body of which two may make the headline's

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var body = document.Lines.Where(line => line.Role is not BlockRole.Headline).ToList();
        var headlines = document.Headlines.ToList();
        foreach (var (line, figure) in headlines.SelectMany(line => line.Figures.Where(figure => figure is { Kind: FigureKind.Count, Value: null, Low: >= 20 }).Select(figure => (line, figure))))
        {
            if (document.Lines.Length - headlines.Count >= ShortestBody && Inflated(document, line, [.. body.Except(headlines)], figure) is { } inflated) { yield return inflated; }
        }

        var headline = document.Lines.FirstOrDefault(line => line.Role is BlockRole.Headline);
        if (headline is null || body.Count < ShortestBody || document.Text[headline.Span.End - 1] is '.') { yield break; } // a sentence that stands on top is the text's first
        var leaps = Enumerable.Range(0, document.Lines.Length).Select(i => ExtrapolationCheck.Leap(document, i)).OfType<ExtrapolationCheck.Product>().ToList();
        foreach (var figure in document.Lines.Where(line => line.Role is BlockRole.Headline).SelectMany(line => line.Figures))
        {
            if (figure.Kind is not (FigureKind.Count or FigureKind.Money or FigureKind.Percent) || figure.Value is not { } value || value < Least || IsYear(figure, value) || Listicle().IsMatch(headline.Span.In(document.Text))) { continue; }
            var bounds = Bounds.Of(figure);
            var leap = leaps.Find(product => bounds.Holds(product.Result.Value!.Value) && product.Result.Value <= value * 1.2);
            if (leap.Result.Value is not null) { yield return Multiplied(document, figure, leap); }
            else if (!body.Any(line => line.Figures.Any(other => other.Kind == figure.Kind && Close(figure, other))) && !Mentions(document, body, figure) && !IsSum(body, figure)) { yield return Missing(document, figure, Nearest(document, body, figure)); }
        }
    }

    // "Thousands lay down arms", where the counts of those who did are all far smaller. Forecasts, and counts of something else, say nothing for or against it.
    private static Finding? Inflated(DocumentView document, Line headline, List<Line> body, Figure figure)
    {
        var noun = FigureMention.NounOf(document.Text, figure) ?? "people"; // "Thousands flee"
        var about = About(document, headline, figure);
        HashSet<string> names = [.. WordScanner.Scan(document.Text, headline.Span).Where(word => word is { IsCapital: true, StartsSentence: false } && !figure.Span.Contains(word.Span)).Select(word => word.Lower)];
        var deeds = Deeds.Of(headline.Span.SliceOf(document.Text));
        Figure? most = null;
        for (var i = 0; i < body.Count; i++)
        {
            var line = body[i];
            if (line.Figures.IsEmpty) { continue; }
            var shared = document.LemmasOf(line).Select(word => Stemmer.Stem(word.Lemma)).Distinct().Count(about.Contains);
            // The deed in other words, or of "they" in the sentence after: "Forty men … They had run away".
            if (shared == 0 && (deeds.Overlaps(Deeds.Of(line.Span.SliceOf(document.Text))) || (i + 1 < body.Count && body[i + 1].Span.SliceOf(document.Text) is var next && next.StartsWith("They ", StringComparison.Ordinal) && deeds.Overlaps(Deeds.Of(next))))) { shared = 1; }
            if (shared == 0) { continue; }
            if (names.Count > 0 && WordScanner.Scan(document.Text, line.Span).Any(word => names.Contains(word.Lower))) { shared++; }
            foreach (var count in line.Figures.Where(count => count.Kind is FigureKind.Count && !IsYear(count, count.Value ?? 0)))
            {
                if (FigureMention.NounOf(document.Text, count) is { } its && its != noun) { continue; }
                var reach = count.Value is { } value ? value * OpenEnd : count.High ?? double.PositiveInfinity;
                if (reach >= figure.Low) { return null; }
                if (shared >= LeastShared && count.Of is not null && count.Value >= 2 && !(most?.Value > count.Value)) { most = count; }
            }
        }

        // "Thousands" may stand in the text again, without a number.
        var magnitude = figure.Span.SliceOf(document.Text).Split(' ', '\n')[0];
        if (most is not { } largest || body.Any(line => line.Figures.Any(other => other.Value is null && other.Low >= figure.Low) || line.Span.In(document.Text).Contains(magnitude, StringComparison.OrdinalIgnoreCase))) { return null; }
        return Finding.Of(
            FindingKind.HeadlineUnsupported, Severity.Warning,
            $"The headline of {document.NameWithin} gives “{Words(document, figure)}”; the largest such count in the text below it is “{Words(document, largest)}”.",
            document.StatementsAt(figure.Span, largest.Span), [document.Evidence(figure.Span), document.Evidence(headline.Span), document.Evidence(largest.Span)], Calculation.Of($"{Bounds.Show(largest.Value!.Value)} < {Bounds.Of(figure)}"));
    }

    // The headline's words for what happens, small words, names, and what is counted left out.
    private static HashSet<string> About(DocumentView document, Line headline, Figure figure) =>
        [.. document.LemmasOf(headline).Where(word => !char.IsUpper(document.Text[word.Span.Start]) && !figure.Span.Contains(word.Span) && WordWeights.Of(Stemmer.Stem(word.Lemma)) >= Telling).Select(word => Stemmer.Stem(word.Lemma))];

    private static bool IsYear(Figure figure, double value) => figure.Kind is FigureKind.Count && value is >= 1900 and <= 2100 && figure.Of is null;

    // The body may be more precise, or rounder.
    private static bool Close(Figure headline, Figure body) =>
        Bounds.Of(headline).Meets(Bounds.Of(body)) && (body.Value ?? body.Low ?? body.High) is { } value && value >= headline.Value * 0.7 && value <= headline.Value * 1.5
        || (body.Value is { } near && Math.Abs(near - headline.Value!.Value) <= headline.Value * 0.06);

    // "More than 500 freed", where each side gives 254.
    private static bool IsSum(List<Line> body, Figure headline)
    {
        if (headline.Kind is not FigureKind.Count) { return false; }
        double[] counts = [.. body.SelectMany(line => line.Figures).Where(figure => figure.Kind is FigureKind.Count && figure.Value is >= Least && figure.Value < headline.Value * 1.1).Select(figure => figure.Value!.Value).Take(MostSummed)];
        for (var i = 0; i < counts.Length; i++)
        {
            for (var j = i + 1; j < counts.Length; j++)
            {
                if (counts[i] + counts[j] is var sum && Bounds.Of(headline).Holds(sum) && sum <= headline.Value * 1.1) { return true; }
            }
        }

        return false;
    }

    // The number may stand in the body in a form that was not read as a figure.
    private static bool Mentions(DocumentView document, List<Line> body, Figure figure)
    {
        var digits = string.Concat(figure.Span.SliceOf(document.Text).Where(char.IsDigit));
        return digits.Length == 0 || body.Any(line => string.Concat(line.Span.SliceOf(document.Text).Where(c => char.IsDigit(c))).Contains(digits, StringComparison.Ordinal));
    }

    // What the text has instead: its count of the same kind that is closest in size.
    private static Figure? Nearest(DocumentView document, List<Line> body, Figure headline)
    {
        var noun = FigureMention.NounOf(document.Text, headline);
        return body.SelectMany(line => line.Figures).Select(figure => (Figure?)figure).Where(other => other is { } figure && figure.Kind == headline.Kind && figure.Unit == headline.Unit && figure.Value is { } value && value >= Least && !IsYear(figure, value) && Apart(figure, headline) <= MostApart
            && (FigureMention.NounOf(document.Text, figure) is not { } its || noun is null || its == noun || headline.Kind is FigureKind.Count && noun is "people")).MinBy(figure => Apart(figure!.Value, headline));
    }

    private static double Apart(Figure one, Figure other) => Math.Max(one.Value!.Value, other.Value!.Value) / Math.Min(one.Value.Value, other.Value.Value);

    private static Finding Missing(DocumentView document, Figure figure, Figure? nearest) => Finding.Of(
        FindingKind.HeadlineUnsupported, Severity.Warning,
        $"The headline of {document.NameWithin} gives “{Words(document, figure)}”; the text below it does not{(nearest is null ? "" : $" (the number closest to it is “{Words(document, nearest.Value)}”)")}.",
        document.StatementsAt(figure.Span), nearest is null ? [document.Evidence(figure.Span)] : [document.Evidence(figure.Span), document.Evidence(nearest.Value.Span)], Calculation.Of($"{Bounds.Of(figure)} is not in the body"));

    private static Finding Multiplied(DocumentView document, Figure figure, ExtrapolationCheck.Product leap) => Finding.Of(
        FindingKind.HeadlineUnsupported, Severity.Warning,
        $"The headline of {document.NameWithin} states “{Words(document, figure)}” as a fact; the text only multiplies “{Words(document, leap.Count)}” by “{Words(document, leap.Factor)}”.",
        document.StatementsAt(figure.Span, leap.Result.Span), [document.Evidence(figure.Span), document.Evidence(leap.Sentence)],
        Calculation.Of(leap.Expression));

    private static string Words(DocumentView document, Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");

    // "12 things to know"
    [GeneratedRegex(@"^\W*(?:the )?\d+ (?:best|worst|things|ways|reasons|times|moments|facts|tips|quotes|questions|takeaways|photos|most|words|lines|charts|maps|key|top|must)\b|\b(?:in |these )?\d+ (?:simple |short |easy )?(?:words|steps|charts|maps|photos|quotes|minutes|seconds|tweets|takeaways)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Listicle();
}
