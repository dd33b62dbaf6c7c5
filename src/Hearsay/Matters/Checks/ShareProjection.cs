using System.Text.RegularExpressions;
using Hearsay.Language.Figures;

namespace Hearsay.Matters.Checks;

/// <summary>A share of a few that a text carries over to many: "in 15 of 40 letters … of 2,900 prisoners … we must assume around 1,100".</summary>
internal static partial class ShareProjection
{
    private const int LinesOn = 6;          // from the few to what comes of them
    private const int LinesToPart = 2;      // from the few to the part of them
    private const int LinesToResult = 2;    // from the many to what comes of them
    private const double LeastLeap = 4;     // how many times more the many are
    private const double MostFew = 2000;
    private const double Rounding = 0.04;   // share of a plain number by which it may be off
    private const double LooseRounding = 0.12; // the same for "around"

    /// <summary>A part of the few, the few, the many, and what the text makes of them.</summary>
    /// <param name="Sentence">The sentence of the result.</param>
    internal readonly record struct Projection(Figure Part, Figure Few, Figure Many, Figure Result, TextSpan Sentence)
    {
        /// <summary>The many, times the share.</summary>
        public double Value => Part.Value!.Value / Few.Value!.Value * Many.Value!.Value;
    }

    /// <summary>The projection that a sentence concludes, or null.</summary>
    public static Projection? Find(DocumentView document, int line)
    {
        var (lines, text) = (document.Lines, document.Text);
        var before = line > 0 && lines[line - 1].Block == lines[line].Block ? lines[line - 1].Span.Start : lines[line].Span.Start;
        if (!Infers().IsMatch(text.AsSpan(before, lines[line].Span.End - before))) { return null; }
        foreach (var result in lines[line].Figures.Where(figure => IsCount(text, figure) && figure.Value >= 30))
        {
            var earlier = lines.Skip(Math.Max(0, line - LinesOn)).Take(Math.Min(line, LinesOn) + 1).SelectMany((one, i) => one.Figures.Where(figure => IsCount(text, figure) && figure.Span.Start < result.Span.Start).Select(figure => (Line: Math.Max(0, line - LinesOn) + i, Figure: figure))).ToList();
            foreach (var many in earlier.Where(one => line - one.Line <= LinesToResult && one.Figure.Value > result.Value))
            {
                foreach (var few in earlier.Where(one => one.Figure.Span.Start < many.Figure.Span.Start && one.Figure.Value <= MostFew && one.Figure.Value * LeastLeap <= many.Figure.Value && one.Figure.Value < result.Value))
                {
                    foreach (var part in earlier.Where(one => one.Figure.Span != few.Figure.Span && one.Figure.Span.Start < many.Figure.Span.Start && one.Figure.Value < few.Figure.Value && one.Line >= few.Line && one.Line - few.Line <= LinesToPart && IsPartOf(text, one.Figure, few.Figure)))
                    {
                        var projection = new Projection(part.Figure, few.Figure, many.Figure, result, lines[line].Span);
                        if (Fits(result, projection.Value)) { return projection; }
                    }
                }
            }
        }

        return null;
    }

    private static bool IsCount(string text, Figure figure) => figure is { Kind: FigureKind.Count, Value: >= 2 } && !FigureMention.LooksLikeYear(text, figure);

    // "15 of 40 letters", "Twelve of the 18", "40 letters … in 15 of them", "nine men … of six it is known"
    private static bool IsPartOf(string text, Figure part, Figure few)
    {
        if (few.Span.Start > part.Span.Start) { return few.Span.Start > part.Span.End && OfMarks().IsMatch(text.AsSpan(part.Span.End, few.Span.Start - part.Span.End)); }
        if (part.Span.Start < few.Span.End) { return false; }
        var after = text.AsSpan(part.Span.End, Math.Min(24, text.Length - part.Span.End));
        if (OfThem().IsMatch(after) || OfThem().IsMatch(text.AsSpan(part.Span.Start, part.Span.Length))) { return true; }
        var opening = text.AsSpan(Math.Max(0, part.Span.Start - 14), Math.Min(14, part.Span.Start));
        return OpensPart().IsMatch(opening) || OfNumber().IsMatch(text.AsSpan(part.Span.Start, Math.Min(60, text.Length - part.Span.Start))) && FigureMention.NounOf(text, part) is null;
    }

    private static bool Fits(Figure result, double product) => result.Bound switch
    {
        FigureBound.Exact => Math.Abs(result.Value!.Value - product) <= Rounding * product,
        FigureBound.MoreThan or FigureBound.AtLeast => product >= result.Value && product <= result.Value * 1.15,
        _ => Math.Abs(result.Value!.Value - product) <= LooseRounding * product,
    };

    // Words that conclude, suppose or reckon.
    [GeneratedRegex(@"\b(?:assum\w+|suppos\w+|suggests?|impl(?:y|ies|ied)|conclud\w+|infer\w*|extrapolat\w+|project(?:s|ed|ing)|estimat\w+|reckon\w*|calculat\w+|scal(?:e|es|ed|ing) up|means?|meaning|would|could|might|must|therefore|hence|thus|accordingly|(?:this|the same|that|such an?) (?:share|proportion|rate|ratio|percentage|pattern)|if (?:it|this|that|we|one|you|the)|appl(?:y|ies|ied|ying)|carr(?:y|ies|ied) over|typical|representative|you (?:have|get)|we (?:get|have|arrive)|comes? to|makes?|amounts? to|works? out|of that|in all likelihood|probably|do the sums?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Infers();

    [GeneratedRegex(@"^ (?:out )?of (?:(?:the|these|those|its|his|her|our|their|all|a total of|some|about) ){0,2}$|^ in $", RegexOptions.IgnoreCase)]
    private static partial Regex OfMarks();

    [GeneratedRegex(@"\bof (?:them|these|those|whom|which)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfThem();

    [GeneratedRegex(@"\b(?:of (?:them|these|those|whom|which),?|(?-i:Of|In|For|From)) $", RegexOptions.IgnoreCase)]
    private static partial Regex OpensPart();

    // "six of the nine" where the nine are counted once more
    [GeneratedRegex(@"^\p{L}+ of the (?:\d+|\p{L}+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfNumber();
}
