using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Parts that leave nothing over by what their words say: what is left of a total ("of those, 84 … we still wait for 76"), or what became of all ("nine were killed, 23 injured and 31 unharmed").</summary>
internal static partial class ToldParts
{
    private const int LinesOn = 3;
    private const int MostParts = 5;
    private const int Window = 48;      // characters beside a number in which it is said to be what is left
    private const double Least = 10;
    private const double LeastResumed = 100;
    private const double Near = 0.3;    // share of the total that a sum may be off and still be meant for it

    /// <summary>The divisions of a document's totals.</summary>
    public static IEnumerable<SeriesSums.Sum> Find(DocumentView document)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            foreach (var total in document.Lines[i].Figures.Where(figure => figure is { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= Least, Of: not null } && !FigureMention.LooksLikeYear(document.Text, figure)))
            {
                if ((Left(document, i, total) ?? Outcomes(document, i, total) ?? Resumed(document, i, total)) is { } sum) { yield return sum; }
            }
        }
    }

    // "The list has 150 names. Of those, 84 have come back. We still wait for 76."
    private static SeriesSums.Sum? Left(DocumentView document, int line, Figure total)
    {
        var text = document.Text;
        var after = CountsAfter(document, line, total).Take(MostParts + 1).ToList();
        if (after.Count < 2 || !IsOfThem(text, total, after[0])) { return null; }
        for (var i = 1; i < after.Count; i++)
        {
            var end = i + 1 < after.Count ? Math.Min(after[i + 1].Span.Start, after[i].Span.End + Window) : Math.Min(text.Length, after[i].Span.End + Window);
            if (IsNew().IsMatch(text.AsSpan(after[i - 1].Span.End, after[i].Span.Start - after[i - 1].Span.End))) { return null; }
            if (!LeftBefore().IsMatch(text.AsSpan(after[i - 1].Span.End, after[i].Span.Start - after[i - 1].Span.End)) && !LeftAfter().IsMatch(text.AsSpan(after[i].Span.End, end - after[i].Span.End))) { continue; }
            // What else the same sentence counts belongs to it.
            var sentence = document.Lines.First(one => one.Span.Contains(after[i].Span)).Span;
            while (i + 1 < after.Count && sentence.Contains(after[i + 1].Span)) { i++; }
            return Sum(total, after[..(i + 1)]);
        }

        return null;
    }

    // "61 men were there. Nine of them were killed, 23 injured and 31 got away unharmed."
    private static SeriesSums.Sum? Outcomes(DocumentView document, int line, Figure total)
    {
        var text = document.Text;
        for (var i = line; i < Math.Min(document.Lines.Length, line + 2); i++)
        {
            var parts = document.Lines[i].Figures.Where(figure => figure is { Kind: FigureKind.Count, Value: >= 1 } && figure.Span.Start >= total.Span.End).ToList();
            if (parts.Count is < 2 or > MostParts || parts.Exists(part => part.Bound is not FigureBound.Exact || part.Value >= total.Value) || !IsOfThem(text, total, parts[0])) { continue; }
            var words = parts.Select((part, k) => text[part.Span.Start..(k + 1 < parts.Count ? parts[k + 1].Span.Start : document.Lines[i].Span.End)]).ToList();
            var all = (words.Exists(Dead().IsMatch) && words.Exists(Unharmed().IsMatch)) || (words.Exists(Home().IsMatch) && words.Exists(Held().IsMatch));
            if (all && !words.Exists(Open().IsMatch)) { return Sum(total, parts); }
        }

        return null;
    }

    // "1,012 duplicates. Nobody was lost. 640 of the duplicates arose …, 372 had been entered twice": exactly all, named once more.
    private static SeriesSums.Sum? Resumed(DocumentView document, int line, Figure total)
    {
        if (total.Value < LeastResumed) { return null; }
        var text = document.Text;
        var named = total.Of!.Value.SliceOf(text);
        var stems = WordScanner.Scan(named, new TextSpan(0, named.Length)).Select(word => Stemmer.Stem(word.Lower)).ToHashSet(StringComparer.Ordinal);
        for (var i = line + 1; i < Math.Min(document.Lines.Length, line + 1 + LinesOn); i++)
        {
            var parts = document.Lines[i].Figures.Where(figure => figure is { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= 2 } && !FigureMention.LooksLikeYear(text, figure)
                && (FigureMention.NounOf(text, figure) is not { } noun || noun == FigureMention.NounOf(text, total) || stems.Contains(noun))).ToList();
            if (parts.Count < 2 || parts.Sum(part => part.Value!.Value) != total.Value) { continue; }
            var first = text.Substring(parts[0].Span.Start, Math.Min(80, text.Length - parts[0].Span.Start));
            if (IsOfThem(text, total, parts[0]) || (OfThe().Match(first) is { Success: true } again && again.Groups["noun"].Captures.Any(noun => stems.Contains(Stemmer.Stem(noun.Value))))) { return new SeriesSums.Sum(parts, total, total.Value!.Value, true); }
        }

        return null;
    }

    private static SeriesSums.Sum? Sum(Figure total, List<Figure> parts)
    {
        var sum = parts.Sum(part => part.Value!.Value);
        return parts.Exists(part => part.Bound is not FigureBound.Exact) || Math.Abs(sum - total.Value!.Value) > Near * total.Value ? null : new SeriesSums.Sum(parts, total, sum, sum == total.Value);
    }

    private static IEnumerable<Figure> CountsAfter(DocumentView document, int line, Figure total) =>
        document.Lines.Skip(line).Take(LinesOn).SelectMany(one => one.Figures).Where(figure => figure is { Kind: FigureKind.Count, Value: >= 1 } && figure.Span.Start >= total.Span.End && !FigureMention.LooksLikeYear(document.Text, figure));

    // "Of those, 84", "nine of them", "nine of the 61": a part of what was just counted, with no other number between.
    private static bool IsOfThem(string text, Figure total, Figure part)
    {
        var before = text.AsSpan(Math.Max(total.Span.End, part.Span.Start - 16), part.Span.Start - Math.Max(total.Span.End, part.Span.Start - 16));
        return part.Value < total.Value && (OfThese().IsMatch(before) || OfThem().IsMatch(text.AsSpan(part.Span.Start, Math.Min(part.Span.Length + 14, text.Length - part.Span.Start))));
    }

    [GeneratedRegex(@"\bof (?:them|these|those|whom|which),? $", RegexOptions.IgnoreCase)]
    private static partial Regex OfThese();

    [GeneratedRegex(@"^\S+(?: \p{Ll}+)? of (?:them|these|those|whom)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfThem();

    [GeneratedRegex(@"^[\d,]+ of (?:the|these|those) (?<noun>\p{Ll}+)(?: (?<noun>\p{Ll}+))?")]
    private static partial Regex OfThe();

    // Before what is left: "still waiting for", "the remaining".
    [GeneratedRegex(@"\bstill (?:\p{L}+ ){0,2}?(?:wait(?:s|ing)? for|await(?:s|ing)?|miss(?:es|ing)?|expect(?:s|ing)?|lack(?:s|ing)?|need(?:s|ing)?|hold(?:s|ing)?|search(?:es|ing)? for|look(?:s|ing)? for) (?:(?:the|its|our|their) )?(?:(?:other|remaining|last) )?$|\b(?:the (?:other|remaining|rest,?)|leaving|which leaves|that leaves|there remain) $", RegexOptions.IgnoreCase)]
    private static partial Regex LeftBefore();

    // After it: "76 are still missing", "76 remain".
    [GeneratedRegex(@"^(?: \p{Ll}+){0,2} (?:(?:are|is|were|was) (?:still (?:\p{Ll}+ )?(?:missing|held|waiting|awaited|outstanding|there|in captivity|captive|in \p{L}+)|outstanding|left|yet to)|remain(?:s|ed)?\b|(?:have|had|has) (?:still |yet )?(?:not (?:yet )?(?:returned|come|been)|yet to))", RegexOptions.IgnoreCase)]
    private static partial Regex LeftAfter();

    [GeneratedRegex(@"\b(?:another|further|additional|new|also|since then|meanwhile|elsewhere)\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsNew();

    [GeneratedRegex(@"\b(?:killed|died|dead|lost (?:his|her|their) li(?:fe|ves)|drowned|perished)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dead();

    [GeneratedRegex(@"\b(?:un(?:harmed|hurt|injured|scathed|wounded)|survived|alive|safe|not (?:hurt|harmed|injured)|without (?:a scratch|injur\w+))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unharmed();

    [GeneratedRegex(@"\b(?:(?:are|were|is|was|came|come|gone|went|sent|got) (?:back|home)|returned|freed|released|exchanged|repatriated)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Home();

    [GeneratedRegex(@"\b(?:still (?:\p{L}+ )?(?:held|captive|in captivity|prisoners|missing|there)|remain(?:s|ed)? (?:in|captive|prisoners|missing|behind)|in captivity)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Held();

    [GeneratedRegex(@"\b(?:others?|the rest|the fate of|among them|including)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Open();
}
