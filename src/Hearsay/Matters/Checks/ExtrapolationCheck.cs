using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>A large figure that the text makes from a small count by multiplying: "sixty-two times seventeen is 1,054".</summary>
internal sealed partial class ExtrapolationCheck : IDocumentCheck
{
    private const int LinesBack = 3;
    private const int MostToEach = 60; // characters from a count to what there is so many of
    private const int MostReckoned = 8; // counts before a sum that is left to the reader
    private const int LinesOn = 2;
    private const double MostAsked = 200; // people or papers that an estimate rests on; more are a survey
    private const double LeastVague = 200; // "hundreds"
    private const double LeastGrowth = 3; // a product less than this many times the count is no leap

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var told = new HashSet<string>(StringComparer.Ordinal); // the same reckoning may be found by its words and by its product
        for (var i = 0; i < document.Lines.Length; i++)
        {
            var finding = Leap(document, i) is { } leap ? Report(document, leap) : Projected(document, document.Lines[i]) ?? BasedOn(document, i) ?? Concluded(document, i) ?? InEach(document, i) ?? (ShareProjection.Find(document, i) is { } projection ? Report(document, projection) : null)
                ?? (CarriedOver.FindShare(document, i) is { } shared ? Report(document, shared) : null) ?? (ShareOfAll.Find(document, i) is { } share ? Report(document, share) : null) ?? (RateLeap.Find(document, i) is { } rate ? Report(document, rate) : null)
                ?? (CarriedOver.Find(document, i) is { } carried ? Rests(document, carried.Sentence, carried.From, carried.To) : null);
            if (finding is not null && told.Add(finding.Calculation!.Expression)) { yield return finding; }
        }
    }

    // "Extrapolating from 23 cases to 4,600 foreigners": the text says itself what it rests on.
    private static Finding? Projected(DocumentView document, Line sentence)
    {
        if (IfHere().Match(sentence.Span.SliceOf(document.Text)) is { Success: true } here && Conditional(document, sentence, sentence.Span.Start + here.Index, sentence.Span.Start + here.Index + here.Length) is { } conditional) { return conditional; }
        if (!Extrapolates().IsMatch(sentence.Span.In(document.Text))) { return null; }
        var counts = sentence.Figures.Where(figure => figure.Kind is FigureKind.Count && figure.Value is >= 2).ToList();
        var from = counts.Find(figure => document.Text.AsSpan(sentence.Span.Start, figure.Span.Start - sentence.Span.Start).Contains("from ", StringComparison.Ordinal));
        var to = counts.Find(figure => figure.Span.Start > from.Span.End && figure.Value >= from.Value * LeastGrowth);
        if (from.Value is null || to.Value is null) { return null; }
        return Rests(document, sentence.Span, from, to);
    }

    // "Up to 200 men may be affected … The estimate rests on interviews with 14 soldiers"
    private static Finding? BasedOn(DocumentView document, int line)
    {
        var sentence = document.Lines[line];
        foreach (var from in sentence.Figures.Where(figure => figure is { Kind: FigureKind.Count, Value: >= 2 and <= MostAsked }))
        {
            if (!RestsOn().IsMatch(document.Text[sentence.Span.Start..from.Span.Start])) { continue; }
            var to = document.Lines.Skip(Math.Max(0, line - LinesBack)).Take(Math.Min(line, LinesBack)).SelectMany(one => one.Figures)
                .LastOrDefault(figure => figure.Kind is FigureKind.Count && figure.Bound is not FigureBound.Exact && figure.Value >= from.Value * LeastGrowth && !FigureMention.LooksLikeYear(document.Text, figure));
            if (to.Value is not null) { return Rests(document, sentence.Span, from, to); }
        }

        return null;
    }

    // "If twenty come over in one place, five hundred do along the line"
    private static Finding? Conditional(DocumentView document, Line sentence, int start, int end)
    {
        var from = sentence.Figures.FirstOrDefault(figure => figure is { Kind: FigureKind.Count, Value: >= 2 } && figure.Span.Start >= start && figure.Span.End <= end);
        var to = sentence.Figures.FirstOrDefault(figure => figure is { Kind: FigureKind.Count, Value: >= 30 } && figure.Span.Start >= end && figure.Value >= from.Value * LeastGrowth);
        return from.Value is null || to.Value is null ? null : Rests(document, sentence.Span, from, to);
    }

    // "If one camp holds six hundred … Do the sum. I make it more than three thousand": a reckoning that the text leaves to the reader, and what comes of it.
    private static Finding? Concluded(DocumentView document, int line)
    {
        if (LeavesTheSum().Match(document.Lines[line].Span.SliceOf(document.Text)) is not { Success: true } match) { return null; }
        bool IsCounted(Figure figure) => figure is { Kind: FigureKind.Count, Value: >= 2 } && !FigureMention.LooksLikeYear(document.Text, figure);
        var at = document.Lines[line].Span.Start + match.Index;
        for (var i = line; i < Math.Min(document.Lines.Length, line + LinesOn + 1) && document.Lines[i].Block == document.Lines[line].Block; i++)
        {
            foreach (var to in document.Lines[i].Figures.Where(figure => IsCounted(figure) && figure.Value >= 30 && figure.Span.Start >= at && !document.Text.AsSpan(0, figure.Span.Start).EndsWith("1 in ") && !document.Text.AsSpan(0, figure.Span.Start).EndsWith("one in ")))
            {
                var counts = document.Lines.Skip(Math.Max(0, line - LinesBack)).Take(Math.Min(line, LinesBack) + 1).SelectMany(one => one.Figures)
                    .Where(figure => IsCounted(figure) && figure.Span.End <= at && figure.Value * LeastGrowth <= to.Value && figure.Value >= 3).TakeLast(MostReckoned).ToList();
                foreach (var count in counts)
                {
                    var factor = counts.Find(figure => figure.Span != count.Span && figure.Value <= count.Value && Fits(to, figure.Value!.Value * count.Value!.Value));
                    if (factor.Value is not null) { return Report(document, new Product(count, factor, null, to, document.Lines[i].Span)); }
                }

                if (counts.Count > 0) { return Rests(document, document.Lines[i].Span, counts[^1], to); }
            }
        }

        // "It's thousands who went that way; the world may do the sum."
        var vague = document.Lines[line].Figures.LastOrDefault(figure => figure is { Kind: FigureKind.Count, Value: null, Low: >= LeastVague } && figure.Span.End <= at);
        var few = document.Lines.Skip(Math.Max(0, line - LinesBack)).Take(Math.Min(line, LinesBack) + 1).SelectMany(one => one.Figures).FirstOrDefault(figure => IsCounted(figure) && figure is { Value: >= 3 and <= MostAsked } && figure.Span.End <= at);
        return vague.Low is null || few.Value is null ? null : Rests(document, document.Lines[line].Span, few, vague with { Value = vague.Low });
    }

    // "Fourteen in every hut", "a hundred huts", "1,400 men": a product that the text makes without a word for it.
    private static Finding? InEach(DocumentView document, int line)
    {
        foreach (var each in document.Lines[line].Figures.Where(figure => figure is { Kind: FigureKind.Count, Value: >= 2 }))
        {
            var match = PerEach().Match(document.Text.Substring(each.Span.End, Math.Min(MostToEach, document.Text.Length - each.Span.End)));
            if (!match.Success) { match = EachHas().Match(document.Text[Math.Max(document.Lines[line].Span.Start, each.Span.Start - MostToEach)..each.Span.Start]); }
            if (!match.Success) { continue; }
            var noun = Stemmer.Stem(match.Groups["each"].Value.ToLowerInvariant());
            var near = document.Lines.Skip(Math.Max(0, line - LinesBack)).Take(Math.Min(line, LinesBack) + 1 + LinesBack).SelectMany(one => one.Figures).Where(figure => figure.Kind is FigureKind.Count && figure.Span != each.Span).ToList();
            foreach (var factor in near.Where(figure => figure.Value >= LeastGrowth && FigureMention.NounOf(document.Text, figure) == noun))
            {
                var result = near.Find(figure => figure.Value >= 30 && figure.Span != factor.Span && Fits(figure, each.Value!.Value * factor.Value!.Value));
                if (result.Value is not null) { return Report(document, new Product(each, factor, null, result, document.Lines[line].Span)); }
            }
        }

        return null;
    }

    private static Finding Rests(DocumentView document, TextSpan sentence, Figure from, Figure to)
    {
        var (small, large) = (from.Value!.Value, to.Value!.Value);
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        return Finding.Of(
            FindingKind.Extrapolation, Severity.Warning, $"What the text says of “{Words(to)}” rests on “{Words(from)}”: it extrapolates.",
            document.StatementsAt(from.Span, to.Span), [document.Evidence(sentence), document.Evidence(document.Lines.First(line => line.Span.Contains(from.Span)).Span), document.Evidence(from.Span), document.Evidence(to.Span)],
            Calculation.Of($"{Bounds.Show(large)} ÷ {Bounds.Show(small)} = {Bounds.Show(Math.Round(large / small))}", "count", Words(from), "result", Words(to)));
    }

    /// <summary>A count, what it was multiplied by, and what came of it.</summary>
    /// <param name="Again">A second factor, "48 times 16 times four"; null where there is one only.</param>
    internal readonly record struct Product(Figure Count, Figure Factor, Figure? Again, Figure Result, TextSpan Sentence)
    {
        /// <summary>"48 × 16 × 4 = 3,072".</summary>
        public string Expression => $"{Bounds.Show(Count.Value!.Value)} × {Bounds.Show(Factor.Value!.Value)}{(Again is { } again ? $" × {Bounds.Show(again.Value!.Value)}" : "")} = {Bounds.Show(Value)}";

        private double Value => Count.Value!.Value * Factor.Value!.Value * (Again?.Value ?? 1);
    }

    /// <summary>The multiplication in a sentence, or null.</summary>
    internal static Product? Leap(DocumentView document, int line)
    {
        var sentence = document.Lines[line];
        if (!Multiplies().IsMatch(sentence.Span.In(document.Text))) { return null; }
        var near = document.Lines.Skip(Math.Max(0, line - LinesBack)).Take(Math.Min(line, LinesBack) + 1).SelectMany(one => one.Figures)
            .Where(figure => figure.Kind is FigureKind.Count or FigureKind.Ratio && figure.Value is >= 2).ToList();
        foreach (var result in sentence.Figures.Where(figure => figure.Kind is FigureKind.Count && figure.Value is >= 30))
        {
            foreach (var count in near)
            {
                foreach (var factor in near)
                {
                    if (count.Span == factor.Span || count.Span == result.Span || factor.Span == result.Span || count.Value < factor.Value || factor.Value < LeastGrowth) { continue; }
                    if (Fits(result, count.Value!.Value * factor.Value!.Value)) { return new Product(count, factor, null, result, sentence.Span); }
                    foreach (var again in sentence.Figures.Where(figure => figure.Kind is FigureKind.Count or FigureKind.Ratio && figure.Value is >= 2 && figure.Value <= factor.Value && figure.Span != count.Span && figure.Span != factor.Span && figure.Span != result.Span))
                    {
                        if (sentence.Span.Contains(factor.Span) && sentence.Span.Contains(count.Span) && Fits(result, count.Value!.Value * factor.Value!.Value * again.Value!.Value)) { return new Product(count, factor, again, result, sentence.Span); }
                    }
                }
            }
        }

        return null;
    }

    /// <summary>True where a product is what a figure says, as far as its words are exact.</summary>
    internal static bool Fits(Figure result, double product) => result.Bound switch
    {
        FigureBound.Exact => Math.Abs(result.Value!.Value - product) < 0.5,
        FigureBound.MoreThan or FigureBound.AtLeast => product >= result.Value && product <= result.Value * 1.15,
        _ => Bounds.Of(result).Holds(product),
    };

    private static Finding Report(DocumentView document, Product leap)
    {
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        var expression = leap.Expression;
        var larger = document.Lines.SelectMany(line => line.Figures)
            .Where(figure => figure.Kind is FigureKind.Count && figure.Value is { } value && value >= leap.Result.Value * 0.8 && value <= leap.Result.Value && figure.Span != leap.Result.Span && figure.Bound is not FigureBound.Exact).Take(3);
        return Finding.Of(
            FindingKind.Extrapolation, Severity.Warning,
            $"“{Words(leap.Result)}” was not counted: the text multiplies “{Words(leap.Count)}” by “{Words(leap.Factor)}” ({expression}).",
            document.StatementsAt(leap.Count.Span, leap.Result.Span),
            [document.Evidence(leap.Sentence), document.Evidence(leap.Count.Span), document.Evidence(leap.Factor.Span), document.Evidence(leap.Result.Span), .. larger.Select(figure => document.Evidence(figure.Span))],
            Calculation.Of(expression, "count", Words(leap.Count), "factor", Words(leap.Factor), "result", Words(leap.Result)));
    }

    private static Finding Report(DocumentView document, ShareProjection.Projection projection)
    {
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        var (part, few, many, result) = (projection.Part, projection.Few, projection.Many, projection.Result);
        return Finding.Of(
            FindingKind.Extrapolation, Severity.Warning,
            $"“{Words(result)}” was not counted: the text carries a share of a few, {Bounds.Show(part.Value!.Value)} of {Bounds.Show(few.Value!.Value)}, over to “{Words(many)}”.",
            document.StatementsAt(few.Span, part.Span, many.Span, result.Span),
            [document.Evidence(projection.Sentence), document.Evidence(few.Span), document.Evidence(part.Span), document.Evidence(many.Span), document.Evidence(result.Span)],
            Calculation.Of($"{Bounds.Show(part.Value.Value)} ÷ {Bounds.Show(few.Value.Value)} × {Bounds.Show(many.Value!.Value)} = {Bounds.Show(Math.Round(projection.Value))}", "part", Words(part), "sample", Words(few), "total", Words(many), "result", Words(result)));
    }

    private static Finding Report(DocumentView document, ShareOfAll.Leap leap)
    {
        string Words(TextSpan span) => span.SliceOf(document.Text).ReplaceLineEndings(" ");
        TextSpan[] spans = [leap.Part.Span, leap.Few.Span, leap.Share];
        var sample = document.Lines.Where(line => line.Span.Contains(leap.Part.Span) || line.Span.Contains(leap.Few.Span)).Select(line => line.Span);
        return Finding.Of(
            FindingKind.Extrapolation, Severity.Warning, $"“{Words(leap.Share)}” rests on “{Words(leap.Part.Span)}” of “{Words(leap.Few.Span)}”: what was found with a few is said of all.",
            document.StatementsAt(spans), [document.Evidence(leap.Sentence), .. sample.Select(document.Evidence), .. spans.Select(document.Evidence)],
            Calculation.Of($"{Bounds.Show(leap.Part.Value!.Value)} ÷ {Bounds.Show(leap.Few.Value!.Value)} = {Bounds.Show(Math.Round(leap.Part.Value.Value / leap.Few.Value.Value, 2))}", "part", Words(leap.Part.Span), "sample", Words(leap.Few.Span), "share", Words(leap.Share)));
    }

    private static Finding Report(DocumentView document, RateLeap.Rate rate)
    {
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        TextSpan[] spans = rate.Places is { } places ? [rate.Count.Span, places.Span, rate.Result.Span] : [rate.Count.Span, rate.Result.Span];
        return Finding.Of(
            FindingKind.Extrapolation, Severity.Warning, $"“{Words(rate.Result)}” was not counted: the text makes a rate of “{Words(rate.Count)}” ({rate.Expression}).",
            document.StatementsAt(spans), [document.Evidence(rate.Sentence), .. spans.Select(document.Evidence)],
            Calculation.Of(rate.Expression, "count", Words(rate.Count), "times", Bounds.Show(rate.Times), "result", Words(rate.Result)));
    }

    private static Finding Report(DocumentView document, CarriedOver.Shared shared)
    {
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        var (share, many, result) = (shared.Share, shared.Many, shared.To);
        var part = share.Kind is FigureKind.Percent ? share.Value!.Value / 100 : share.Value!.Value;
        return Finding.Of(
            FindingKind.Extrapolation, Severity.Warning, $"“{Words(result)}” was not counted: the text carries “{Words(share)}” over to “{Words(many)}”.",
            document.StatementsAt(share.Span, many.Span, result.Span), [document.Evidence(shared.Sentence), document.Evidence(share.Span), document.Evidence(many.Span), document.Evidence(result.Span)],
            Calculation.Of($"{Bounds.Show(part)} × {Bounds.Show(many.Value!.Value)} = {Bounds.Show(Math.Round(part * many.Value.Value))}", "share", Words(share), "total", Words(many), "result", Words(result)));
    }

    [GeneratedRegex(@"\b(?:if|when|where) [^.;?!]{0,90}?\b(?:in|at|from|on|by) (?:one|a single|just one|each|every|our|this|that)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IfHere();

    [GeneratedRegex(@"\b(?:estimates?|assessments?|figures?|numbers?|projections?|calculations?|reckoning|extrapolation)\b[^.;:]{0,30}?\b(?:rest(?:s|ed)?|(?:is|are|was|were) (?:based|built)|rel(?:y|ies|ied)|draws?|drew) (?:solely |only |mainly |largely )?(?:up)?on\b[^.;:\d]{0,60}$", RegexOptions.IgnoreCase)]
    private static partial Regex RestsOn();

    [GeneratedRegex(@"^[”""]?(?: \p{L}+){0,2} (?:(?:in|from|for|at|on|to) (?:every|each|a single)(?: single)?|per|a) (?<each>\p{Ll}{3,})\b", RegexOptions.IgnoreCase)]
    private static partial Regex PerEach();

    // "each container takes 20 men"
    [GeneratedRegex(@"\b(?:each|every|a single) (?<each>\p{Ll}{3,}) (?:\p{L}+ ){1,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex EachHas();

    [GeneratedRegex(@"\b(?:extrapolat\w+|project(?:s|ed|ing)|scal(?:e|es|ed|ing) up)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Extrapolates();

    [GeneratedRegex(@"\b(?:do|did|does|doing|done) (?:the|that|your|my|his|her|their) (?:own )?(?:sums?|maths?|arithmetic|multiplication|reckoning)\b|\bwork(?:s|ed)? (?:it|that) out(?: for (?:yoursel(?:f|ves)|himself|herself|themselves))?(?=[.,:;!?—–-])|\b(?:if|when|what if) (?:(?:it|this|that)[’']?s?|things|those) (?:is |are |was |were )?(?:so|true|like that|the same|typical|the case)\b[^.;]{0,40}\b(?:one|a single|every|each|all|elsewhere)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LeavesTheSum();

    [GeneratedRegex(@"^[“""‘']?(?:so|thus|hence|therefore|that (?:makes|would make)|which makes|accordingly)\b|[,;“""] [“""]?so\b[^.;]{0,60}\b(?:must|would|about|some|around|roughly|makes?|at least)\b|\b(?:times|multipl\w+|extrapolat\w+|at (?:this|that) (?:pace|rate)|if (?:the same|every|each|all)\b|scaled? up)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Multiplies();
}
