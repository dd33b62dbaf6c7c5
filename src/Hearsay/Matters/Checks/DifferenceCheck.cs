using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Whether two counts and the difference that a sentence gives between them fit: "1,140 names, 96 more than the 1,044 of May", "fell from 812 to 540, a drop of 272", "rose by 45 to 300 from 255"; and halves and their whole, "66 men, 33 each way".</summary>
internal sealed partial class DifferenceCheck : IDocumentCheck
{
    private const double Least = 10;
    private const double Loose = 0.1; // share by which "about 90" may be off

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        foreach (var line in document.Lines)
        {
            List<Figure> counts = [.. line.Figures.Where(figure => figure.Kind is FigureKind.Count or FigureKind.Money && !FigureMention.LooksLikeYear(document.Text, figure))];
            for (var k = 0; k < counts.Count; k++)
            {
                if ((FromTo(document, line, counts, k) ?? ByShare(document, line, counts, k) ?? MoreThan(document, counts, k) ?? EachWay(document, counts, k)) is { } finding) { yield return finding; }
            }
        }
    }

    // "From 812 to 540, a drop of 272", "from 812 by 272 to 540", "by 272 to 540 from 812": the three in any order, each with its word.
    private static Finding? FromTo(DocumentView document, Line line, List<Figure> counts, int k)
    {
        if (k + 2 >= counts.Count) { return RangeBy(document, line, counts, k); }
        Figure[] three = [counts[k], counts[k + 1], counts[k + 2]];
        if (three[2].Span.Start - three[0].Span.End > 130 || document.Text.AsSpan(three[0].Span.End, three[2].Span.Start - three[0].Span.End).ContainsAny('.', ';', ':')) { return null; }
        var roles = Array.ConvertAll(three, figure => RoleOf(document.Text, line, figure));
        var (from, to, by) = (Array.IndexOf(roles, 'f'), Array.IndexOf(roles, 't'), Array.IndexOf(roles, 'b'));
        return from < 0 || to < 0 || by < 0 ? RangeBy(document, line, counts, k) : Judge(document, three[from], three[to], three[by]);
    }

    // "from 1,044 to 1,140, 96 more": read as one range.
    private static Finding? RangeBy(DocumentView document, Line line, List<Figure> counts, int k)
    {
        if (k + 1 >= counts.Count || counts[k] is not { Bound: FigureBound.Range, Low: { } low, High: { } high } range) { return null; }
        // "rose by 45 to 300, from 255"
        if (RoleOf(document.Text, line, range) is 'b' && RoleOf(document.Text, line, counts[k + 1]) is 'f' && counts[k + 1].Span.Start - range.Span.End is >= 0 and < 60) { return Judge(document, counts[k + 1], Plain(high), Plain(low)); }
        if (RoleOf(document.Text, line, counts[k + 1]) is not 'b' || counts[k + 1].Span.Start - range.Span.End is < 0 or > 60
            || !document.Text.AsSpan(range.Span.Start, Math.Min(5, range.Span.Length)).StartsWith("from ", StringComparison.OrdinalIgnoreCase) || document.Text.AsSpan(range.Span.End, counts[k + 1].Span.Start - range.Span.End).ContainsAny('.', ';', ':')) { return null; }
        Figure Plain(double value) => range with { Value = value, Low = value, High = value, Bound = FigureBound.Exact };
        return Judge(document, Plain(low), Plain(high), counts[k + 1]);
    }

    // "dropped from 240 in March to 180 in April, that is by a quarter"
    private static Finding? ByShare(DocumentView document, Line line, List<Figure> counts, int k)
    {
        if (k + 1 >= counts.Count || RoleOf(document.Text, line, counts[k]) is not 'f' || RoleOf(document.Text, line, counts[k + 1]) is not 't' || counts[k] is not { Bound: FigureBound.Exact, Value: >= Least and var from } || counts[k + 1] is not { Bound: FigureBound.Exact, Value: { } to } || !Alike(document.Text, counts[k], counts[k + 1])) { return null; }
        if (counts[k + 1].Span.Start - counts[k].Span.End > 60 || Share().Match(document.Text, counts[k + 1].Span.End, Math.Min(70, Math.Max(0, line.Span.End - counts[k + 1].Span.End))) is not { Success: true } share) { return null; }
        var value = share.Groups["part"].Value.ToLowerInvariant() switch { "half" => 1.0 / 2, "third" => 1.0 / 3, "quarter" => 1.0 / 4, "fifth" => 1.0 / 5, _ => 1.0 / 10 };
        var real = Math.Abs(to - from) / from;
        var loose = share.Groups["about"].Success ? 2 * Loose : Loose;
        return Report(document, [counts[k], counts[k + 1], counts[k] with { Span = new TextSpan(share.Groups["share"].Index, share.Groups["share"].Index + share.Groups["share"].Length) }], Math.Abs(real - value) <= loose * value, $"|{Bounds.Show(to)} − {Bounds.Show(from)}| ÷ {Bounds.Show(from)} = {Bounds.Show(Math.Round(real, 2))}", Bounds.Show(Math.Round(value, 2)));
    }

    // What a figure is in a change, by the word before it: what it was ('f'), what it became ('t'), by how much ('b').
    private static char RoleOf(string text, Line line, Figure figure)
    {
        var before = text[Math.Max(line.Span.Start, figure.Span.Start - 34)..figure.Span.Start];
        return From().IsMatch(before) ? 'f' : By().IsMatch(before) ? 'b' : To().IsMatch(before) ? 't' : ' ';
    }

    // "1,140 names, 96 more than the 1,044 of May"
    private static Finding? MoreThan(DocumentView document, List<Figure> counts, int k)
    {
        if (k + 2 >= counts.Count) { return null; }
        var (to, by, from) = (counts[k], counts[k + 1], counts[k + 2]);
        if (by.Span.Start < to.Span.End || from.Span.Start < by.Span.End || !Apposed().IsMatch(document.Text[to.Span.End..by.Span.Start]) || Than().Match(document.Text[by.Span.End..from.Span.Start]) is not { Success: true } than) { return null; }
        return than.Groups["more"].Success == to.Value > from.Value ? Judge(document, from, to, by) : null;
    }

    // "66 men, 33 each way"
    private static Finding? EachWay(DocumentView document, List<Figure> counts, int k)
    {
        if (k + 1 >= counts.Count || counts[k] is not { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= Least and var whole } total || counts[k + 1] is not { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= 2 and var half } each || half > whole) { return null; }
        var text = document.Text;
        if (!Alike(text, total, each) || each.Span.Start - total.Span.End is < 0 or > 80 || !Apposed().IsMatch(text[total.Span.End..each.Span.Start]) || !OnEachSide().IsMatch(text.AsSpan(each.Span.End, Math.Min(40, text.Length - each.Span.End)))) { return null; }
        return Report(document, [total, each], 2 * half == whole, $"2 × {Bounds.Show(half)} = {Bounds.Show(2 * half)}", Bounds.Show(whole));
    }

    private static Finding? Judge(DocumentView document, Figure from, Figure to, Figure by)
    {
        if (from is not { Bound: FigureBound.Exact, Value: { } before } || to is not { Bound: FigureBound.Exact, Value: { } after } || by.Bound is not (FigureBound.Exact or FigureBound.About) || by.Value is not { } change || before == after || Math.Max(before, after) < Least
            || from.Unit != to.Unit || (by.Unit != to.Unit && by.Unit is not null) || !Alike(document.Text, from, to) || !Alike(document.Text, to, by)) { return null; }
        var real = Math.Abs(after - before);
        if (change > 3 * Math.Max(before, after)) { return null; }
        var holds = by.Bound is FigureBound.Exact ? change == real : Math.Abs(change - real) <= Loose * change;
        return Report(document, [from, to, by], holds, $"{Bounds.Show(Math.Max(before, after))} − {Bounds.Show(Math.Min(before, after))} = {Bounds.Show(real)}", Bounds.Of(by).ToString());
    }

    private static bool Alike(string text, Figure one, Figure other) => FigureMention.NounOf(text, one) is not { } noun || FigureMention.NounOf(text, other) is not { } another || noun == another;

    private static Finding Report(DocumentView document, Figure[] figures, bool holds, string expression, string said)
    {
        var words = figures[^1].Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        var (start, end) = (figures.Min(figure => figure.Span.Start), figures.Max(figure => figure.Span.End));
        return Finding.Of(
            FindingKind.Arithmetic, holds ? Severity.Info : Severity.Warning, holds ? $"“{words}” fits the counts in the text: {expression}." : $"“{words}” does not fit the counts in the text: {expression}.",
            document.StatementsAt(figures.Select(figure => figure.Span)), [.. figures.Select(figure => document.Evidence(figure.Span)), document.Evidence(new TextSpan(start, end))],
            Calculation.Of(holds ? expression : $"{expression} ≠ {said}", "said", words));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:from|(?:up|down) (?:from|on)) (?:(?:the|its|their|a|last year[’']s|only|just) ){0,2}$", Options)]
    private static partial Regex From();

    [GeneratedRegex(@"\bto (?:(?:the|its|their|a|reach|stand at|only|just|now) ){0,2}$|\bto (?:a )?(?:total|level) of $", Options)]
    private static partial Regex To();

    [GeneratedRegex(@"\b(?:by|(?:rise|increase|growth|jump|gain|drop|fall|decrease|decline|loss|difference|change) of|an? (?:additional|extra)) (?:(?:exactly|some|about|another|a further) )?$", Options)]
    private static partial Regex By();

    [GeneratedRegex(@"\G[^.;\d]{0,40}?\b(?:by|(?:rise|increase|growth|drop|fall|decrease|decline) of) (?<share>(?<about>almost |nearly |about |around |roughly |some )?(?:a |one )?(?<part>half|third|quarter|fifth|tenth))\b", Options)]
    private static partial Regex Share();

    [GeneratedRegex(@"^[^.;:?!\d]{0,60}?(?:,| \(|:| [—–]) ?(?:(?:that|which) is |with |of whom )?$", Options)]
    private static partial Regex Apposed();

    [GeneratedRegex(@"^ (?:(?<more>more|above)|fewer|less|below)(?: \p{Ll}+)? than (?:(?:the|its|their|his|her|our|last year[’']s|those|[\p{L} ]{2,24}, when (?:it|there|the \p{L}+) (?:was|were|had|had been)) )?$|^ (?:(?<more>above)|below) (?:the |its |their )?$", Options)]
    private static partial Regex Than();

    [GeneratedRegex(@"^(?: \p{Ll}+)? (?:each way|(?:on|from|to|for|by) (?:each|either) side|(?:on|from) both sides|a side|apiece for the two|in each direction|in either direction)\b", Options)]
    private static partial Regex OnEachSide();
}
