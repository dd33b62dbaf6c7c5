using System.Text.RegularExpressions;
using Hearsay.Language.Figures;

namespace Hearsay.Matters.Checks;

/// <summary>What was so with some of a few, said of all in the same share: "five of the twelve men of one cell … forty per cent of all our captives"; "eleven of 22 in his ward … every second captive".</summary>
internal static partial class ShareOfAll
{
    private const int LinesBack = 4;
    private const double MostFew = 150;
    private const double LeastFew = 4;
    private const double Loose = 0.06; // of the share, by which plain words may be off

    /// <summary>Some, the few that they are of, the words for the share of all, and their sentence.</summary>
    internal readonly record struct Leap(Figure Part, Figure Few, TextSpan Share, double Value, TextSpan Sentence);

    /// <summary>The share that a sentence carries over to all, or null.</summary>
    public static Leap? Find(DocumentView document, int line)
    {
        var (text, lines) = (document.Text, document.Lines);
        if (!Concludes().IsMatch(text.AsSpan(lines[line].Span.Start, lines[line].Span.Length))) { return null; }
        foreach (var (span, bounds, value) in Shares(document, lines[line]))
        {
            List<Figure> counts = [.. lines.Skip(Math.Max(0, line - LinesBack)).Take(Math.Min(line, LinesBack) + 1).SelectMany(one => one.Figures).Where(figure => figure is { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= 2 and <= MostFew } && figure.Span.End <= span.Start && !FigureMention.LooksLikeYear(text, figure))];
            for (var k = counts.Count - 2; k >= 0; k--)
            {
                var (one, other) = (counts[k], counts[k + 1]);
                var (part, few) = one.Value < other.Value ? (one, other) : (other, one);
                if (few.Value < LeastFew || part.Value == few.Value || !bounds.Holds(part.Value!.Value / few.Value!.Value)) { continue; }
                return new Leap(part, few, span, value, lines[line].Span);
            }
        }

        return null;
    }

    // "Nine tenths of our men", "some forty per cent of all captives", "every second captive".
    private static IEnumerable<(TextSpan Span, Text.Bounds Bounds, double Value)> Shares(DocumentView document, Line line)
    {
        foreach (var figure in line.Figures)
        {
            if (ShareCheck.ShareOf(figure) is { } bounds && OfAll().IsMatch(document.Text.AsSpan(figure.Span.Start, line.Span.End - figure.Span.Start))) { yield return (figure.Span, bounds, figure.Kind is FigureKind.Percent ? figure.Value!.Value / 100 : figure.Value!.Value); }
        }

        foreach (Match match in EverySecond().Matches(line.Span.SliceOf(document.Text)))
        {
            var value = match.Groups["of"].Value.ToLowerInvariant() switch { "second" or "other" => 1.0 / 2, "third" => 1.0 / 3, "fourth" => 1.0 / 4, "fifth" => 1.0 / 5, _ => 1.0 / 10 };
            yield return (new TextSpan(line.Span.Start + match.Index, line.Span.Start + match.Index + match.Length), new Text.Bounds(value * (1 - Loose), value * (1 + Loose), false, false), value);
        }

        foreach (Match match in Tenths().Matches(line.Span.SliceOf(document.Text)))
        {
            var value = Array.IndexOf(Numbers, match.Groups["many"].Value.ToLowerInvariant()) / (match.Groups["of"].Value[0] is 't' or 'T' && match.Groups["of"].Length > 5 ? 10.0 : match.Groups["of"].Value.StartsWith('f') ? 5.0 : 4.0);
            var span = new TextSpan(line.Span.Start + match.Index, line.Span.Start + match.Index + match.Length);
            if (!line.Figures.Any(figure => figure.Span.Overlaps(span) && figure.Kind is FigureKind.Ratio)) { yield return (span, new Text.Bounds(value * (1 - Loose), value * (1 + Loose), false, false), value); }
        }
    }

    private static readonly string[] Numbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:it follows|so|then|therefore|hence|thus|accordingly|(?:one|you|we) (?:may|can|must|could) (?:say|conclude|assume)|conclud\w+|ever since|means?|must|would|suggests?|shows? that|extrapolat\w+|projected)\b", Options)]
    private static partial Regex Concludes();

    [GeneratedRegex(@"^[^.;:]{2,40}? of (?:all|our|the (?:whole|entire|country|army|navy|population|nation)|(?:the|their|his|her|its) (?:\p{L}+ )?(?:captives|prisoners|men|soldiers|sailors|servicemen|troops|inmates|pows|detainees|people))\b", Options)]
    private static partial Regex OfAll();

    [GeneratedRegex(@"\bevery (?<of>second|other|third|fourth|fifth|tenth) (?!day|week|month|year|time|night|hour|morning|sunday|monday)\p{L}+", Options)]
    private static partial Regex EverySecond();

    [GeneratedRegex(@"\b(?<many>two|three|four|five|six|seven|eight|nine)[ -](?<of>tenths|fifths|quarters) of (?=all\b|our\b|the\b|their\b|his\b|her\b|its\b)", Options)]
    private static partial Regex Tenths();
}
