using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Whether a share that a text gives ("almost 24 percent", "nearly a third") is what its count makes of the total.</summary>
internal sealed partial class ShareCheck : IDocumentCheck
{
    private const int FiguresBack = 8;
    private const double Rounding = 0.6;      // points by which a whole percentage may be off
    private const double LooseRatio = 0.1;    // of the value, for "a third"

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var text = document.Text;
        var figures = document.Lines.SelectMany(line => line.Figures.Concat(Spelled(document.Text, line))).OrderBy(figure => figure.Span.Start).ToList();
        for (var s = 0; s < figures.Count; s++)
        {
            if (ShareOf(figures[s]) is not { } share) { continue; }
            if (OutOf(text, figures, s) is { } spelled)
            {
                yield return Report(document, spelled.Part, figures[s], spelled.Total, share.Holds(spelled.Part.Value!.Value / spelled.Total.Value!.Value));
                continue;
            }

            if (PartOf(text, figures, s) is not { } given) { continue; }
            var (part, ofThem) = given;
            var count = part.Value!.Value;
            var totals = figures.Take(part.Span.Start > figures[s].Span.End ? s + 2 : s).Reverse().Where(total => total.Span != part.Span).Take(FiguresBack)
                .Where(total => total.Kind is FigureKind.Count && total.Value > count && total.Value <= count * 1000).ToList();
            if (totals.Count == 0) { continue; }
            var fitting = totals.FindIndex(total => share.Holds(count / total.Value!.Value));
            if (fitting >= 0) { yield return Report(document, part, figures[s], totals[fitting], holds: true); }
            else if (ofThem && totals.Find(total => total.Value >= 10 && IsAntecedent(text, total, part)) is { Value: not null } total) { yield return Report(document, part, figures[s], total, holds: false); }
        }
    }

    // The count that a share says again, before it ("940 of them, nearly a third") or after it ("of these, about a quarter, 4,100"), and whether the text ties it to its total.
    private static (Figure Part, bool OfThem)? PartOf(string text, List<Figure> figures, int s)
    {
        var before = figures[Math.Max(0, s - 1)];
        if (s > 0 && IsPart(before) && before.Span.End <= figures[s].Span.Start && text[before.Span.End..figures[s].Span.Start] is var joint && joint.Length <= 70 && Restates().IsMatch(joint))
        {
            return (before, OfThese().IsMatch(text[Math.Max(0, before.Span.Start - 30)..before.Span.Start]) || OfThem().IsMatch(joint) || OfThem().IsMatch(text[before.Span.Start..before.Span.End]));
        }

        // "One in three of her 90 patients, 31 men"
        if (s + 2 < figures.Count && IsPart(figures[s + 1]) && IsPart(figures[s + 2]) && figures[s + 2].Value < figures[s + 1].Value && OfTotal().IsMatch(text[figures[s].Span.End..Math.Max(figures[s].Span.End, figures[s + 1].Span.Start)])
            && RestatesAfter().IsMatch(text[figures[s + 1].Span.End..Math.Max(figures[s + 1].Span.End, figures[s + 2].Span.Start)]))
        {
            return (figures[s + 2], true);
        }

        if (s + 1 >= figures.Count || !IsPart(figures[s + 1]) || figures[s + 1].Span.Start < figures[s].Span.End) { return null; }
        var after = figures[s + 1];
        var clause = text[Math.Max(0, figures[s].Span.Start - 30)..figures[s].Span.Start];
        var between = text[figures[s].Span.End..after.Span.Start];
        if (ThatIs().IsMatch(between)) { return (after, !OfAnother().IsMatch(between)); }
        return RestatesAfter().IsMatch(between) && FollowsCount().IsMatch(text.AsSpan(after.Span.End, Math.Min(2, text.Length - after.Span.End)))
            ? (after, OfThese().IsMatch(clause)) : null;
    }

    // "15 percent of those identified, or 180 out of 1,200": the share's own count and total follow it.
    private static (Figure Part, Figure Total)? OutOf(string text, List<Figure> figures, int s)
    {
        // "1,460 of the 2,240 who were asked, or 72 per cent"
        if (s > 1 && figures[s - 2] is { Kind: FigureKind.Count, Value: > 0, Bound: FigureBound.Exact } && figures[s - 1] is { Kind: FigureKind.Count, Value: >= 10, Bound: FigureBound.Exact } && figures[s - 1].Value > figures[s - 2].Value
            && figures[s - 2].Span.End <= figures[s - 1].Span.Start && figures[s - 1].Span.End <= figures[s].Span.Start && OutOfWords().IsMatch(text[figures[s - 2].Span.End..figures[s - 1].Span.Start]) && OrShare().IsMatch(text[figures[s - 1].Span.End..figures[s].Span.Start]))
        {
            return (figures[s - 2], figures[s - 1]);
        }

        // "1,460 (72 per cent) of the 2,240 who were asked"
        if (s > 0 && s + 1 < figures.Count && figures[s - 1] is { Kind: FigureKind.Count, Value: > 0, Bound: FigureBound.Exact } && figures[s + 1] is { Kind: FigureKind.Count, Value: >= 10, Bound: FigureBound.Exact } && figures[s + 1].Value > figures[s - 1].Value
            && figures[s - 1].Span.End <= figures[s].Span.Start && figures[s].Span.End <= figures[s + 1].Span.Start && OrShare().IsMatch(text[figures[s - 1].Span.End..figures[s].Span.Start]) && ThenOf().IsMatch(text[figures[s].Span.End..figures[s + 1].Span.Start]))
        {
            return (figures[s - 1], figures[s + 1]);
        }

        if (s + 2 >= figures.Count || figures[s + 1].Span.Start < figures[s].Span.End || figures[s + 2].Span.Start < figures[s + 1].Span.End) { return null; }
        var (part, total) = (figures[s + 1], figures[s + 2]);
        return part is { Kind: FigureKind.Count, Value: > 0, Bound: FigureBound.Exact } && total is { Kind: FigureKind.Count, Bound: FigureBound.Exact } && total.Value > part.Value
            && Namely().IsMatch(text[figures[s].Span.End..part.Span.Start]) && OutOfWords().IsMatch(text[part.Span.End..total.Span.Start]) ? (part, total) : null;
    }

    private static bool IsPart(Figure figure) => figure is { Kind: FigureKind.Count, Value: >= 20 };

    // "3,388 of them, nearly a third, …": a share that stands alone, which is no figure of anything.
    private static IEnumerable<Figure> Spelled(string text, Line line)
    {
        foreach (Match match in Share().Matches(line.Span.SliceOf(text)))
        {
            var value = match.Groups["part"].Value.ToLowerInvariant() switch { "half" => 1.0 / 2, "third" => 1.0 / 3, "quarter" => 1.0 / 4, "fifth" => 1.0 / 5, _ => 1.0 / 10 };
            var span = new TextSpan(line.Span.Start + match.Groups["share"].Index, line.Span.Start + match.Groups["share"].Index + match.Groups["share"].Length);
            if (line.Figures.Any(figure => figure.Span.Overlaps(span))) { continue; }
            yield return match.Groups["bound"].Value.ToLowerInvariant() switch
            {
                "more than" or "over" => new Figure(span, value, value, null, FigureBound.MoreThan, FigureKind.Ratio, null, null),
                "less than" or "under" => new Figure(span, value, null, value, FigureBound.LessThan, FigureKind.Ratio, null, null),
                "" => new Figure(span, value, value, value, FigureBound.Exact, FigureKind.Ratio, null, null),
                _ => new Figure(span, value, value * (1 - LooseRatio), value * (1 + LooseRatio), FigureBound.About, FigureKind.Ratio, null, null),
            };
        }
    }

    // "3,388 of them": what "them" are was counted just before, and no small number lies between.
    private static bool IsAntecedent(string text, Figure total, Figure part) => part.Span.Start - total.Span.End < 300
        && (total.Of is not null || (!FigureMention.LooksLikeYear(text, total) && OfThese().IsMatch(text[Math.Max(0, part.Span.Start - 30)..part.Span.Start])));

    /// <summary>The values that a share's words admit, as a part of one; null for figures that are no share.</summary>
    internal static Bounds? ShareOf(Figure figure)
    {
        if (figure.Value is not { } value) { return null; }
        var bounds = Bounds.Of(figure);
        return figure.Kind switch
        {
            FigureKind.Percent when value is >= 1 and <= 100 && figure.Bound is FigureBound.Exact => new Bounds((value - Slack(value)) / 100, (value + Slack(value)) / 100, false, false),
            FigureKind.Percent when value is > 0 and <= 100 => new Bounds(bounds.Low / 100, bounds.High / 100, bounds.LowOpen, bounds.HighOpen),
            FigureKind.Ratio when value is > 0 and < 1 && figure.Bound is FigureBound.Exact => new Bounds(value * (1 - LooseRatio), value * (1 + LooseRatio), false, false),
            FigureKind.Ratio when value is > 0 and < 1 => bounds,
            _ => null,
        };
    }

    // A whole percentage may be off by a rounding, one with decimals by less.
    private static double Slack(double percent) => percent == Math.Floor(percent) ? Rounding : Rounding / 10;

    private static Finding Report(DocumentView document, Figure part, Figure share, Figure total, bool holds)
    {
        string Words(Figure figure) => figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        var percent = 100 * part.Value!.Value / total.Value!.Value;
        var expression = $"{Bounds.Show(part.Value.Value)} of {Bounds.Show(total.Value.Value)} = {Bounds.Show(Math.Round(percent, 1))} %";
        var start = Math.Min(part.Span.Start, total.Span.Start);
        return Finding.Of(
            FindingKind.Arithmetic, holds ? Severity.Info : Severity.Warning,
            holds ? $"“{Words(share)}” fits the figures in the text: {expression}." : $"“{Words(share)}” does not fit the figures in the text: {expression}.",
            document.StatementsAt(part.Span, share.Span, total.Span),
            [document.Evidence(part.Span), document.Evidence(share.Span), document.Evidence(total.Span), document.Evidence(new TextSpan(part.Span.Start, Math.Max(part.Span.End, share.Span.End)))],
            Calculation.Of(expression, "part", Words(part), "total", Words(total), "share", Words(share)));
    }

    // Between a count and the share that says it again: "or", a comma, a dash, a bracket, "that is".
    [GeneratedRegex(@"^(?: (?:of|from) (?:them|whom|these|those|the [\p{L}]+(?: [\p{L}]+)?))?(?:,? or(?: about| some)? |, |,? ?[—–-] ?| \(|[^.]{0,30}\. (?:That|This) (?:is|makes|means)(?: that)? |, that is,? |[^.,;\d]{3,50},? or (?:about |some )?|,? (?:is|are|was|were|makes? up|accounts? for|represents?) (?:exactly )?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Restates();

    [GeneratedRegex(@"^(?: of (?:them|these|those|whom|the \p{L}+)(?: who \p{L}+(?: \p{L}+){0,3})?)?(?:,|,? or(?: about| some)?| \(| [—–-])? ?$|^[^.;\d]{0,60}, (?:that is|i\.e\.|namely|which is)(?: about| some)? $", RegexOptions.IgnoreCase)]
    private static partial Regex RestatesAfter();

    // "Nine out of ten were ill. That's 240 people who …"
    [GeneratedRegex(@"^[^.;\d]{0,80}(?:\.[”""]? (?:That|This)(?:[’']s| is| was| makes| means| would be| would mean| comes to| equals)|, which (?:is|makes|means)) (?:(?:about|some|around|roughly|exactly) )?$", RegexOptions.IgnoreCase)]
    private static partial Regex ThatIs();

    // "A third of the wounded": a share of something else than what was counted last.
    [GeneratedRegex(@"^ (?:of|in|among) (?!them\b|these\b|those\b|whom\b)", RegexOptions.IgnoreCase)]
    private static partial Regex OfAnother();

    [GeneratedRegex(@"^[^.;\d]{0,70}(?:,? or|,? that is,?|,? namely|:| \(|,? i\.e\.,?| [—–-]) $|^[^.;\d]{0,70} \($", RegexOptions.IgnoreCase)]
    private static partial Regex Namely();

    [GeneratedRegex(@"^(?: (?:who|which|that) (?:\p{L}+ ){0,2}\p{L}+)?(?:,? or(?: about| some| exactly)? |, that is,? |,? i\.e\. | \(|,? ?[—–-] ?)$", RegexOptions.IgnoreCase)]
    private static partial Regex OrShare();

    [GeneratedRegex(@"^(?:\)|,| [—–])? (?:out )?of (?:(?:the|all|these|those|its|their|a total of) ){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex ThenOf();

    [GeneratedRegex(@"^ (?:out )?of (?:(?:the|a total of|all|some) ){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex OutOfWords();

    [GeneratedRegex(@"^ of (?:(?:the|her|his|its|their|our|these|those|all) ){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex OfTotal();

    // "about a quarter, 4,100, are": a count that names nothing of its own.
    [GeneratedRegex(@"^[,;.)—–]| [—–]")]
    private static partial Regex FollowsCount();

    [GeneratedRegex(@"\bof (?:these|those|them|whom),? (?:about |some )?$", RegexOptions.IgnoreCase)]
    private static partial Regex OfThese();

    [GeneratedRegex(@"(?:[,(—–] ?(?:or )?|\b(?:is|are|was|were) (?:exactly )?)(?<share>(?:(?<bound>nearly|almost|about|around|roughly|some|more than|over|less than|under) )?(?:a|one) (?<part>half|third|quarter|fifth|tenth))(?=[,.;)—–]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex(@"\bof (?:them|whom|these|those|the \p{L}+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfThem();
}
