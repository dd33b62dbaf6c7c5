using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Language.Figures;

namespace Hearsay.Matters.Checks;

/// <summary>A count of one place or a few people that the text carries over to all by words alone: "that is only our stretch; take the whole line and it is at least 9,000", "if it is the same in the other camps, we speak of more than six thousand", "on that basis she estimates".</summary>
internal static partial class CarriedOver
{
    private const int LinesBack = 4;        // from the words that carry over to what was counted
    private const int LinesToShare = 16;    // the same for a share, which is named again
    private const int LinesOn = 1;          // from them to what comes of it
    private const double LeastResult = 30;
    private const double LeastGrowth = 3;
    private const double LeastOfMultiplied = 4;
    private const double LeastOfSupposed = 2; // growth, where a clause says that it supposes
    private const double MostCounted = 5000;
    private const double Loose = 0.12;      // share by which "around 4,500" may be off

    /// <summary>What was counted, and what the text makes of it.</summary>
    /// <param name="Sentence">The sentence of the result.</param>
    internal readonly record struct Leap(Figure From, Figure To, TextSpan Sentence);

    /// <summary>A share, the many that it is carried over to, and what comes of it.</summary>
    internal readonly record struct Shared(Figure Share, Figure Many, Figure To, TextSpan Sentence);

    /// <summary>The leap that a sentence makes, or null.</summary>
    public static Leap? Find(DocumentView document, int line)
    {
        if ((Supposed(document, line) ?? Multiplied(document, line)) is { } supposed) { return supposed; }
        var (text, lines) = (document.Text, document.Lines);
        foreach (var match in Carries().EnumerateMatches(text.AsSpan(lines[line].Span.Start, lines[line].Span.Length)))
        {
            var (start, end) = (lines[line].Span.Start + match.Index, lines[line].Span.Start + match.Index + match.Length);
            if (Result(document, line, end) is not { } result) { continue; }
            var counted = Before(lines, line, LinesBack)
                .Where(figure => IsCount(text, figure) && figure.Span.End <= end && figure.Value is <= MostCounted && figure.Value * LeastGrowth <= result.To.Value).ToList();
            var noun = FigureMention.NounOf(text, result.To);
            var from = counted.FindLast(figure => noun is not null && FigureMention.NounOf(text, figure) == noun);
            if (from.Value is null) { from = counted.FindLast(figure => figure.Span.End <= start || figure.Value >= 5); }
            if (from.Value is not null) { return new Leap(from, result.To, lines[result.Line].Span); }
        }

        return null;
    }

    // "Has put the total at 12,000, multiplying the 570 cases of her own province", "recovered 26 bodies. Somebody then multiplied that by the whole front. That gave you 13,000".
    private static Leap? Multiplied(DocumentView document, int line)
    {
        var (text, lines) = (document.Text, document.Lines);
        if (Multiplies().Match(text, lines[line].Span.Start, lines[line].Span.Length) is not { Success: true } match) { return null; }
        var end = match.Index + match.Length;
        var from = lines[line].Figures.FirstOrDefault(figure => IsCount(text, figure) && figure.Span.Start >= end);
        if (from.Value is null) { from = Before(lines, line, LinesBack).LastOrDefault(figure => IsCount(text, figure) && figure.Span.End <= match.Index && figure.Value is >= 3 and <= MostCounted); }
        if (from.Value is null) { return null; }
        var result = lines.Skip(line).Take(LinesOn + 1).Where(one => one.Block == lines[line].Block).SelectMany(one => one.Figures).Select(Ended)
            .FirstOrDefault(figure => IsCount(text, figure) && figure.Span != from.Span && (figure.Span.Start >= from.Span.End || lines[line].Span.Contains(figure.Span)) && figure.Value >= Math.Max(LeastResult, LeastOfMultiplied * from.Value!.Value));
        return result.Value is null ? null : new Leap(from, result, lines[line].Span);
    }

    // "Assuming similar rates elsewhere, they put the total at around 50,000", "if those men are typical, then about 5,000 are beaten": a clause that supposes one place or a few to be like all.
    private static Leap? Supposed(DocumentView document, int line)
    {
        var (text, lines) = (document.Text, document.Lines);
        if (Supposes().Match(text, lines[line].Span.Start, lines[line].Span.Length) is not { Success: true } match) { return null; }
        var end = match.Index + match.Length;
        foreach (var result in lines[line].Figures.Select(Ended).Where(figure => IsCount(text, figure) && figure.Value >= LeastResult && figure.Bound is not FigureBound.Exact && figure.Span.Start >= end && !IsAlready().IsMatch(text[end..figure.Span.Start])))
        {
            var from = Before(lines, line, LinesBack)
                .Where(figure => IsCount(text, figure) && figure.Span.End <= result.Span.Start && figure.Value >= 5 && figure.Value * LeastOfSupposed <= result.Value).MaxBy(figure => figure.Value);
            if (from.Value is not null) { return new Leap(from, result, lines[line].Span); }
        }

        return null;
    }

    /// <summary>"If that share were the same for the 6,800 registered, around 4,500 would have been beaten": the share that a sentence carries over, or null.</summary>
    public static Shared? FindShare(DocumentView document, int line)
    {
        var (text, lines) = (document.Text, document.Lines);
        if (SameShare().Match(text, lines[line].Span.Start, lines[line].Span.Length) is not { Success: true } match) { return null; }
        var end = match.Index + match.Length;
        var after = lines[line].Figures.Concat(line + 1 < lines.Length && lines[line + 1].Block == lines[line].Block ? lines[line + 1].Figures : []).Where(figure => IsCount(text, figure) && figure.Span.Start >= end).ToList();
        var shares = Before(lines, line, LinesToShare).Where(figure => figure.Span.End <= end && ShareCheck.ShareOf(figure) is not null).Reverse().ToList();
        for (var m = 0; m + 1 < after.Count; m++)
        {
            foreach (var share in shares)
            {
                var part = share.Kind is FigureKind.Percent ? share.Value!.Value / 100 : share.Value!.Value;
                if (after[m + 1].Value >= LeastResult && Math.Abs(part * after[m].Value!.Value - after[m + 1].Value!.Value) <= Loose * after[m + 1].Value) { return new Shared(share, after[m], after[m + 1], lines[line].Span); }
            }
        }

        return null;
    }

    // The figures of a line and of some before it.
    private static IEnumerable<Figure> Before(ImmutableArray<Line> lines, int line, int back) => lines.Skip(Math.Max(0, line - back)).Take(Math.Min(line, back) + 1).SelectMany(one => one.Figures);

    // Of "fifteen or twenty thousand", the greater.
    private static Figure Ended(Figure figure) => figure is { Value: null, Bound: FigureBound.Range, High: { } high } ? figure with { Value = high } : figure;

    private static bool IsCount(string text, Figure figure) => figure is { Kind: FigureKind.Count, Value: >= 2 } && !FigureMention.LooksLikeYear(text, figure);

    // What comes of it: a large number that is not exact, or that words suppose or conclude.
    private static (Figure To, int Line)? Result(DocumentView document, int line, int from)
    {
        var (text, lines) = (document.Text, document.Lines);
        for (var i = line; i <= Math.Min(lines.Length - 1, line + LinesOn) && lines[i].Block == lines[line].Block; i++)
        {
            var begin = Math.Max(from, lines[i].Span.Start);
            foreach (var figure in lines[i].Figures.Select(Ended).Where(figure => IsCount(text, figure) && figure.Value >= LeastResult && figure.Span.Start >= begin))
            {
                var before = text[begin..figure.Span.Start];
                if (!IsAlready().IsMatch(before) && (Concludes().IsMatch(before) || MustBe().IsMatch(text.AsSpan(figure.Span.End, Math.Min(30, text.Length - figure.Span.End))) || (i == line && figure.Bound is not FigureBound.Exact && before.Length < 60))) { return (figure, i); }
            }
        }

        return null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string All = @"(?:the (?:other|rest|whole|entire|remaining)|all (?:the )?(?:other|of)?|every(?:where)?|elsewhere|other|each|across|along|throughout)";

    // Words that carry what was found in one place over to all.
    [GeneratedRegex(
        @"^[“""‘']?so,? of (?:the|all|our)\b|\b(?:conclud\w+|infers?|inferred|estimat(?:es?|ed)|reckon(?:s|ed)?|deriv(?:es?|ed)|extrapolat\w+|calculat(?:es?|ed)|projects?|projected) (?:from|on the (?:basis|strength) of|by) (?:them|this|that|these|those|it)\b|\b(?:if|suppose|supposing|assuming|provided|should|were)\b[^.;?!]{0,70}?\b(?:is|are|was|were|be|holds?|held|appl(?:y|ies|ied)|looks?|goes|went|happens?|happened|prove[sd]?)\b[^.;?!\d]{0,40}?\b(?:the same|similar|no different|true|alike|likewise|so|typical|repeated|representative)?\b[^.;?!\d]{0,15}?\b" + All + @"\b"
        + @"|\b(?:take|consider|extend(?:ed|ing)?|spread|carr(?:y|ied)|stretch(?:ed)?|go along|look at|add|count|think of) (?:(?:this|that|it|them) )?(?:(?:up|to|over|across|along|in|for) ){0,2}(?:the )?(?:entire|whole|rest of|other|remaining|all (?:the )?)\b"
        + @"|\bon (?:that|this|the same|such a) (?:basis|showing|evidence|reckoning)\b|\bon the (?:basis|strength) of (?:this|that|these|those|the answers|the sample)\b|\b(?:going|judging) by (?:this|that|these|those)\b|\bat (?:this|that|the (?:current|present|same)) (?:rate|pace|speed)\b|\bfrom (?:this|that|these|those) (?:sample|answers?|cases?|replies|letters|numbers?|figures?|interviews?)?,? ?(?:he|she|it|they|the \p{L}+|\p{Lu}\p{L}+) (?:concludes?|concluded|infers?|inferred|estimates?|estimated|reckons?|reckoned|extrapolates?|extrapolated|projects?|projected|derives?|derived)\b"
        + @"|\b(?:across|along|over|throughout|for) (?:the )?(?:whole|entire) (?!day\b|week\b|month\b|year\b|night\b|time\b|period\b)\p{L}+\b[^.;?!\d]{0,25}?\b(?:it|that|this|there|you|we) (?:is|are|would|must|makes?|comes?|will|gets?|have|reach)"
        + @"|\b(?:that|this|it)(?:[’']s| is| was) (?:only |just )?(?:one|a single|our|my|just one) (?:small |little )?(?:stretch|sector|camp|brigade|company|unit|village|town|district|region|street|hut|prison|colony|ward|hospital|place|section|valley|battalion|regiment|school|parish|week|month|day)\b", Options)]
    private static partial Regex Carries();

    // Somebody multiplies something; that something multiplied is growth.
    [GeneratedRegex(@"\bmultiply(?:ing)? (?=(?:the|that|this|it|them|those|these|her|his|their|our|what|\d)\b)|\bmultipli(?:es|ed) (?=(?:the|that|this|it|them|those|these|her|his|their|our|what|\d)\b[^.;?!]{0,40}? by\b)", Options)]
    private static partial Regex Multiplies();

    // "Extrapolating from that", "assuming similar rates", "if they are typical", "if she is right and 600 is a tenth".
    [GeneratedRegex(
        @"\bextrapolat\w+ from\b|\bscal(?:ed|es|ing) (?:it |this |that |them )?up\b|\b(?:assum(?:es?|ed|ing)|suppos(?:es?|ed|ing)|presum(?:es?|ed|ing))\b[^.;?!\d]{0,40}?\b(?:similar|same|comparable|equal|typical|representative|alike)\b"
        + @"|\b(?:if|suppose|supposing|assuming|provided)\b[^.;?!\d]{0,60}?\b(?:typical|representative|no exceptions?|any guide|anything to go by|hold(?:s)? (?:true )?(?:elsewhere|for the rest|everywhere))\b"
        + @"|\bif\b[^;?!]{0,60}?\b(?:right|correct|true|really|indeed)\b[^.;?!]{0,30}?\b(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|percent|per cent|one in \p{L}+)\b", Options)]
    private static partial Regex Supposes();

    [GeneratedRegex(@"\b(?:if|suppose|supposing|assuming|provided|should|were|appl(?:y|ies|ied|ying)|carr(?:y|ied) over|project(?:ed|ing)?|extrapolat\w+|scal(?:ed|ing) up|transferr?(?:ed|ing)?)\b[^.;?!]{0,60}?\b(?:share|proportion|percentage|rate|ratio|same|pattern|picture|it|this|that)\b", Options)]
    private static partial Regex SameShare();

    [GeneratedRegex(@"\b(?:would|will|must|could|might|may|means?|meaning|makes?|estimat\w+|reckon\w*|assum\w+|conclud\w+|infer\w*|project\w*|calculat\w+|we are (?:speaking|talking)|speaking of|talking (?:of|about)|comes? to|amounts? to|you (?:get|have)|we (?:get|have|arrive)|arriv\w+ at|there are|it is|it[’']s|that is|that[’']s|puts? it at)\b", Options)]
    private static partial Regex Concludes();

    [GeneratedRegex(@"^(?: \p{L}+){0,2} (?:must|would|will|could|might|should) ", Options)]
    private static partial Regex MustBe();

    // "Had already 900", "as in the 3,000 cases before": counted, and not concluded.
    [GeneratedRegex(@"\b(?:already|of the|than the|counted|recorded|documented|registered)\b[^.;]{0,12}$", Options)]
    private static partial Regex IsAlready();
}
