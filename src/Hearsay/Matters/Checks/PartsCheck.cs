using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Whether the parts that a text gives of a total add up to it, and whether a remainder is what is left.</summary>
internal sealed partial class PartsCheck : IDocumentCheck
{
    private const int MostParts = 12;
    private const int MostListLines = 14;
    private const int LinesToList = 3;
    private const int LinesToDivision = 8; // to a sentence that divides "them"
    private const int LongestItem = 160; // characters; a longer one is a numbered paragraph
    private const int LinesBack = 4;
    private const double LeastOfOthers = 60; // a total that its parts make exactly, though they name something else

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        List<Finding> told = [.. Told(document)];
        foreach (var finding in told) { yield return finding; }
        foreach (var sum in SeriesSums.Find(document).Concat(document.Lines.Select((_, i) => SeriesSums.Reckoned(document, i)).OfType<SeriesSums.Sum>()).Concat(PlaceSums.Find(document)).Concat(ToldParts.Find(document)).Concat(ListedParts.Find(document)).DistinctBy(sum => string.Join(',', sum.Parts.Select(part => part.Span.Start))))
        {
            // What was found where total and parts stand together is said once.
            if (!told.Exists(finding => sum.Parts.All(part => finding.Evidence.Any(evidence => evidence.Span == part.Span)))) { yield return Report(document, sum.Total, sum.Parts, sum.Value, sum.Holds); }
        }
    }

    // Parts that stand near their total, or after words that tell what they are.
    private static IEnumerable<Finding> Told(DocumentView document)
    {
        var done = new HashSet<TextSpan>();
        for (var i = 0; i < document.Lines.Length; i++)
        {
            foreach (var total in document.Lines[i].Figures.Where(IsCount))
            {
                if (!done.Contains(total.Span) && Divide(document, i, total) is { } finding)
                {
                    done.Add(total.Span);
                    yield return finding;
                }
            }

            foreach (var rest in document.Lines[i].Figures.Where(IsCount))
            {
                if ((Remainder(document, i, rest) ?? Totalled(document, i, rest)) is { } finding) { yield return finding; }
            }
        }
    }

    private static bool IsCount(Figure figure) => figure.Kind is FigureKind.Count && figure.Value is >= 2 && figure.Bound is not FigureBound.Range;

    private static Finding? Divide(DocumentView document, int line, Figure total)
    {
        if (total.Value < 10 || IsItem(document.Lines[line], document.Text)) { return null; }
        return Judge(document, total, Parts(document, line, total)) ?? Unlike(document, line, total) ?? Judge(document, total, (Later(document, line, total), Opening.Explicit));
    }

    // "Of the 9,310 cases, 6,120 concerned recruits and 3,190 officers": parts in words of their own, in the sentence that divides the total, and exactly all of it.
    private static Finding? Unlike(DocumentView document, int line, Figure total)
    {
        var text = document.Text;
        var parts = document.Lines[line].Figures.Where(figure => IsCount(figure) && figure.Span.Start >= total.Span.End && figure.Bound is FigureBound.Exact).Take(MostParts).ToList();
        if (parts.Count < 2 || total.Value < 20 || parts.Sum(part => part.Value!.Value) != total.Value) { return null; }
        var divides = Divides().IsMatch(text[total.Span.End..parts[0].Span.Start]) || OfTheTotal().IsMatch(text.AsSpan(Math.Max(0, total.Span.Start - 30), Math.Min(30, total.Span.Start)));
        return divides ? Report(document, total, parts, total.Value!.Value, holds: true) : null;
    }

    private static Finding? Judge(DocumentView document, Figure total, (List<Figure> Parts, Opening Opening) given)
    {
        var (parts, opening) = given;
        if (parts.Count < 2) { return null; }

        var (text, value) = (document.Text, total.Value!.Value);
        double sum = 0;
        for (var k = 0; k < parts.Count; k++)
        {
            sum += parts[k].Value!.Value;
            if (k >= 1 && sum == value && IsTelling(opening, parts, k + 1, value)) { return Report(document, total, parts.Take(k + 1), sum, holds: true); }
        }

        if (opening is Opening.Explicit && IsWhole(text, total, parts) && total.Bound is not FigureBound.About && parts.TrueForAll(part => part.Bound is FigureBound.Exact) && sum > value * 0.6 && sum < value * 1.4 && !Bounds.Of(total).Holds(sum))
        {
            return Report(document, total, parts, sum, holds: false);
        }

        // A remainder among the parts says that they are all; then they must give the total.
        var last = parts.FindLastIndex(part => Remaining().IsMatch(Around(text, part)));
        if (last < 1 || opening is Opening.None || parts.Take(last + 1).Any(part => part.Bound is not FigureBound.Exact) || total.Bound is FigureBound.About) { return null; }
        var all = parts.Take(last + 1).ToList();
        sum = all.Sum(part => part.Value!.Value);
        return sum > value * 0.8 && sum < value * 1.2 && !Bounds.Of(total).Holds(sum) ? Report(document, total, all, sum, holds: false) : null;
    }

    // "310 had come home in all: 120 in the first stage, 95 in the second and 85 in the third": the total of what is then told one by one, to the last.
    private static bool IsWhole(string text, Figure total, List<Figure> parts)
    {
        var between = text.AsSpan(total.Span.End, parts[0].Span.Start - total.Span.End);
        if (parts.Count < 2 || between.Length > 120 || !between.TrimEnd().EndsWith(":") || !AfterAll().IsMatch(between) && !Counted().IsMatch(between) || between.Contains('.')) { return false; }
        if (SomeOfThem().IsMatch(text.AsSpan(parts[^1].Span.End, Math.Min(40, text.Length - parts[^1].Span.End)))) { return false; }
        for (var i = 1; i < parts.Count; i++)
        {
            var joint = text.AsSpan(parts[i - 1].Span.End, parts[i].Span.Start - parts[i - 1].Span.End);
            if (joint.Length > 60 || joint.ContainsAny('.', ':', ';') || (i == parts.Count - 1 && !joint.TrimEnd().EndsWith(" and"))) { return false; }
        }

        return true;
    }

    private enum Opening { None, NextSentence, Share, Explicit }

    // Two numbers whose sum happens to be a third are no rarity; words that divide make the difference, or numbers too large for chance.
    private static bool IsTelling(Opening opening, List<Figure> parts, int count, double total) => opening switch
    {
        Opening.Explicit => true,
        Opening.Share => total >= 20,
        _ => total >= 100 && total % 10 != 0 && parts.Take(count).All(part => part.Value >= 10 || count > 2),
    };

    // "14,380 foreigners have signed. Each was identified. The republics account for 6,150 of them, the islands for …": a sentence further on that divides what was counted.
    private static List<Figure> Later(DocumentView document, int line, Figure total)
    {
        for (var i = line + 2; i < Math.Min(document.Lines.Length, line + 1 + LinesToDivision) && total.Value >= 100; i++)
        {
            var parts = document.Lines[i].Figures.Where(figure => IsPart(document.Text, figure, total)).Take(MostParts).ToList();
            if (parts.Count > 2 && OfThem().IsMatch(document.Lines[i].Span.In(document.Text))) { return parts; }
        }

        return [];
    }

    private static bool IsPart(string text, Figure figure, Figure total) =>
        IsCount(figure) && figure.Value < total.Value && SameThing(text, figure, total) && figure.Bound is FigureBound.Exact or FigureBound.About;

    private static (List<Figure> Parts, Opening Opening) Parts(DocumentView document, int line, Figure total)
    {
        var text = document.Text;
        var parts = new List<Figure>();
        var opening = Opening.None;
        var current = document.Lines[line];
        var at = total.Span.End;

        // "26 of 31": the part stands before its total.
        var before = current.Figures.LastOrDefault(figure => figure.Span.End <= total.Span.Start && IsCount(figure));
        if (before.Value is { } share && share < total.Value && text[before.Span.End..total.Span.Start].Trim() is "of" or "out of" or "of the" or "of some")
        {
            parts.Add(before);
            opening = Opening.Share;
        }

        AddFrom(current);
        if (parts.Count > 0 && opening is Opening.None && (Divides().IsMatch(text[total.Span.End..parts[0].Span.Start]) || OfTheTotal().IsMatch(text.AsSpan(Math.Max(0, total.Span.Start - 30), Math.Min(30, total.Span.Start))) || OfThem().IsMatch(text.AsSpan(parts[0].Span.End, Math.Min(10, text.Length - parts[0].Span.End))))) { opening = Opening.Explicit; }
        if (line + 1 >= document.Lines.Length) { return (parts, opening); }

        var next = document.Lines[line + 1];
        for (var start = line + 1; start < Math.Min(document.Lines.Length - 1, line + 1 + LinesToList); start++)
        {
            if (!IsItem(document.Lines[start], text) || !IsItem(document.Lines[start + 1], text)) { continue; }
            parts.Clear();
            for (var i = start; i < document.Lines.Length && i < start + MostListLines && IsItem(document.Lines[i], text); i++) { AddFrom(document.Lines[i], first: true); }
            return (parts, Opening.Explicit);
        }

        if (next.Block != current.Block && next.Role is not BlockRole.Body) { return (parts, opening); }
        var own = parts.Count;
        if (own == 0 || opening is Opening.Share || (own == 1 && opening is Opening.Explicit && OfThem().IsMatch(text[total.Span.End..parts[0].Span.Start])) || Divides().IsMatch(text.AsSpan(next.Span.Start, Math.Min(40, next.Span.Length))))
        {
            AddFrom(next);
            if (own == 0 && parts.Count > 0) { opening = OpensWithParts().IsMatch(text.AsSpan(next.Span.Start, next.Span.Length)) ? Opening.Explicit : Opening.NextSentence; }
        }

        return (parts, opening);

        void AddFrom(Line from, bool first = false)
        {
            foreach (var figure in from.Figures)
            {
                if (figure.Span.Start < at || parts.Count >= MostParts || !IsPart(text, figure, total)) { continue; }
                parts.Add(figure);
                if (first) { return; }
            }
        }
    }

    // "Of 62 guards, 41 …": a part counts what its total counts, or names nothing.
    private static bool SameThing(string text, Figure part, Figure total) =>
        FigureMention.NounOf(text, part) is not { } noun || FigureMention.NounOf(text, total) is not { } of || noun == of;

    // "Southern Isles: 2,940", with or without a mark before it; a line of a list.
    private static bool IsItem(Line line, string text) => (line.Role is BlockRole.List && line.Span.Length <= LongestItem) || Item().IsMatch(text.AsSpan(line.Span.Start, line.Span.Length));

    private static Finding? Remainder(DocumentView document, int line, Figure rest)
    {
        var text = document.Text;
        var before = text.AsSpan(Math.Max(0, rest.Span.Start - 24), Math.Min(24, rest.Span.Start));
        if (!Leaves().IsMatch(before)) { return null; }
        var earlier = document.Lines.Skip(Math.Max(0, line - LinesBack)).Take(Math.Min(line, LinesBack) + 1).SelectMany(one => one.Figures).Where(figure => IsCount(figure) && figure.Span.End <= rest.Span.Start && figure.Bound is FigureBound.Exact).ToList();
        for (var t = earlier.Count - 1; t >= 0; t--)
        {
            double left = earlier[t].Value!.Value;
            for (var p = t + 1; p < earlier.Count; p++)
            {
                left -= earlier[p].Value!.Value;
                if (left == rest.Value) { return Report(document, earlier[t], earlier.Skip(t + 1).Take(p - t).Append(rest), earlier[t].Value!.Value, holds: true); }
            }
        }

        return null;
    }

    // "175 came home on Sunday and 140 a week before, 315 in all": a total that stands after its parts.
    private static Finding? Totalled(DocumentView document, int line, Figure total)
    {
        var text = document.Text;
        if (total.Value < 20 || !(InAll().IsMatch(text.AsSpan(Math.Max(0, total.Span.Start - 40), Math.Min(40, total.Span.Start))) || AfterAll().IsMatch(text.AsSpan(total.Span.End, Math.Min(30, text.Length - total.Span.End))))) { return null; }
        var earlier = document.Lines.Skip(Math.Max(0, line - LinesBack)).Take(Math.Min(line, LinesBack) + 1).SelectMany(one => one.Figures).Where(figure => figure.Span.End <= total.Span.Start && (IsPart(text, figure, total) || (IsCount(figure) && figure.Value < total.Value && (document.Lines[line].Span.Contains(figure.Span) || (total.Value >= LeastOfOthers && total.Value % 10 != 0))))).ToList();
        double sum = 0;
        for (var i = earlier.Count - 1; i >= 0 && earlier.Count - i <= MostParts && sum < total.Value; i--)
        {
            sum += earlier[i].Value!.Value;
            if (sum == total.Value && i < earlier.Count - 1) { return Report(document, total, earlier.Skip(i), sum, holds: true); }
        }

        return null;
    }

    private static Finding Report(DocumentView document, Figure total, IEnumerable<Figure> parts, double sum, bool holds)
    {
        var all = parts.OrderBy(part => part.Span.Start).ToList();
        var expression = $"{string.Join(" + ", all.Select(part => Bounds.Show(part.Value!.Value)))} = {Bounds.Show(sum)}";
        var said = total.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        var summary = holds
            ? $"The parts that the text gives add up to its total: {expression}."
            : $"The parts that the text gives add up to {Bounds.Show(sum)}, not to “{said}”.";
        TextSpan[] spans = [total.Span, .. all.Select(part => part.Span)];
        return Finding.Of(
            FindingKind.Arithmetic, holds ? Severity.Info : Severity.Warning, summary, document.StatementsAt(spans),
            spans.Select(document.Evidence).Append(document.Evidence(new TextSpan(spans.Min(span => span.Start), Math.Min(spans.Max(span => span.End), spans.Min(span => span.Start) + 600)))),
            Calculation.Of(holds ? expression : $"{expression} ≠ {Bounds.Of(total)}", "total", said, "difference", Bounds.Show(sum - total.Value!.Value)));
    }

    private static string Around(string text, Figure figure) =>
        text[Math.Max(0, figure.Span.Start - 26)..Math.Min(text.Length, figure.Span.End + 26)];

    [GeneratedRegex(@":|\bof (?:whom|which|these|those|them)\b|\bamong them\b|\bincluding\b|\bcompris|\bmade up of\b|\bdivided\b|\bsplit\b|—|–|\bnamely\b", RegexOptions.IgnoreCase)]
    private static partial Regex Divides();

    [GeneratedRegex(@"^[^\p{L}\p{N}]*(?:of (?:these|those|them|whom)|among them|they (?:were|are|include)|(?:these|that) (?:were|are|includes?)|(?:it|they|\p{L}+(?: \p{L}+)?) (?:breaks?|broke|divides?|divided|splits?|sorts?|sorted) (?:them|it|these|those)\b[^.;\d]{0,40}:)", RegexOptions.IgnoreCase)]
    private static partial Regex OpensWithParts();

    // "Of the 63 prisoners, 21 …"
    [GeneratedRegex(@"(?:^|[.,;:!?…—–]\s*|\n|\b(?:and|that) )(?:out )?of (?:(?:the|these|those|its|their|his|some|about|all) ){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheTotal();

    [GeneratedRegex(@"\bof (?:them|these|those|whom|which|the total)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfThem();

    [GeneratedRegex(@"\b(?:in all|all in all|in total|altogether|a total of|together|(?:total|number|sum) (?:to|of|is|was|at|has reached|reached))\b[ ,]*(?:\p{L}+ ){0,3}$|(?:[.;,] |^)(?:that|this|which) (?:is|makes|made|makes up|comes to|would be|means) (?:\p{L}+ ){0,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex InAll();

    [GeneratedRegex(@"^[^.;]{0,15}\b(?:in all|in total|altogether|together)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AfterAll();

    [GeneratedRegex(@"^[^.;\n]*\b(?:among them|included|and more|or so)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SomeOfThem();

    [GeneratedRegex(@"\b(?:in (?:all|total)|altogether|overall|as follows)[^.;:]{0,20}:\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:others?|elsewhere|the rest|remaining|remainder|everyone else)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Remaining();

    [GeneratedRegex(@"\b(?:remaining|leaving|leaves|left|other|the rest,?|remainder of)\s+(?:\p{L}+ )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Leaves();

    [GeneratedRegex(@"^[^\p{L}\p{N}]{0,4}\s*[\p{L}][\p{L} .’'-]{1,50}: [^\p{L}]{0,3}[\d]")]
    private static partial Regex Item();
}
