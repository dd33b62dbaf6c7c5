using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language.Figures;

namespace Hearsay.Matters.Reckonings;

/// <summary>Numbers of which one is the other times a third: products, shares of a whole, changes, what a day's number is in a month.</summary>
internal static class Factors
{
    private const int Near = 14;             // numbers
    private const int LinesNear = 3;         // sentences between the first number and the last
    private const double Rounding = 0.6;     // points by which an exact percentage may miss
    private const double AboutRounding = 1.6; // one that is told as "about", or in words
    private const double LeastProduct = 12;
    private const double LeastWhole = 10;
    private const double Weight = 3;
    private const double LeastPercent = 2;   // of a share told in another breath than its count
    private const int LinesBack = 8;         // sentences to the whole of a count that its share stands beside
    private const double LeastMistake = 3;  // points
    private const double MostMistake = 0.5; // of the share: one that is further off is of something else
    private const double MuchMore = 15;     // points by which "more than half" may be more
    private const int MostBetween = 40;     // characters from a count to its share
    private const int Apposed = 14;         // where it is in apposition

    /// <summary>The reckonings of numbers that stand near each other.</summary>
    public static IEnumerable<Reckoning> Find(ImmutableArray<Number> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var j = i + 1; j < Math.Min(numbers.Length, i + Near) && numbers[j].Line - numbers[i].Line <= LinesNear; j++)
            {
                if (Rate(numbers[i], numbers[j]) is { } rate) { yield return rate; }
                if (Twice(numbers[i], numbers[j]) is { } twice) { yield return twice; }
                for (var k = j + 1; k < Math.Min(numbers.Length, i + Near) && numbers[k].Line - numbers[i].Line <= LinesNear; k++)
                {
                    Number[] three = [numbers[i], numbers[j], numbers[k]];
                    if (SameRise(three) is { } rise) { yield return rise; }
                    for (var last = 0; last < three.Length; last++)
                    {
                        var (one, other, third) = (three[(last + 1) % 3], three[(last + 2) % 3], three[last]);
                        if ((Product(one, other, third) ?? Share(one, other, third) ?? Share(other, one, third) ?? Change(one, other, third) ?? Change(other, one, third)) is { } found) { yield return found; }
                    }
                }
            }
        }
    }

    // "Sixteen cages with four men in each, 64 men"; "48 visits in four months, twelve a month".
    private static Reckoning? Product(Number one, Number other, Number product)
    {
        if (!product.IsAmount || product.Value < LeastProduct || one.Kind is FigureKind.Percent or FigureKind.Ratio || other.Kind is FigureKind.Percent or FigureKind.Ratio || one.Value < 2 || other.Value < 2 || one.Value == other.Value || (one.IsTime && other.IsTime) || one.Value * other.Value != product.Value) { return null; }
        if (product.Clause.Has(Vocabulary.Open)) { return null; }
        var spreads = one.Clause.Has(Vocabulary.Each) || other.Clause.Has(Vocabulary.Each) || one.Per is not null || other.Per is not null;
        var ends = Math.Max(one.Line, other.Line);
        // Factors stand side by side, in the sentence of the product or the one before it.
        return spreads && Math.Abs(one.Line - other.Line) <= 1 && product.Line - ends is >= -1 and <= 1 && (product.MayBeOf(one) || product.MayBeOf(other)) && (!(one.IsTime || other.IsTime) || one.Per is not null || other.Per is not null || product.Per is not null)
            ? Reckoning.Of([one, other, product], $"{Reckoning.Join(" × ", one.Value, other.Value)} = {Reckoning.Join("", product.Value)}", true, Weight) : null;
    }

    // "166 of the 174, or about 95 per cent"; "a quarter of them, 280".
    private static Reckoning? Share(Number part, Number whole, Number share) =>
        MayBeShare(part, whole, share) && share.Line == part.Line && whole.Line <= share.Line && Percent(share) >= LeastPercent && Fits(part, whole, share) ? Fit(part, whole, share) : null;

    private static Reckoning Fit(Number part, Number whole, Number share) => Reckoning.Of([part, whole, share], $"{Reckoning.Join(" of ", part.Value, whole.Value)} = {Shown(PercentOf(part, whole))} %", true, Weight);

    /// <summary>
    /// Shares that stand beside a count of a whole that the text has told before: "3,388 of them, almost 24 per cent". There what fits is meant, however far back the whole stands, and what does not fit is a mistake.
    /// </summary>
    public static IEnumerable<Reckoning> FindBeside(DocumentView document)
    {
        var numbers = document.Numbers;
        for (var i = 0; i < numbers.Length; i++)
        {
            var share = numbers[i];
            foreach (var k in (int[])[i - 1, i + 1])
            {
                if (k < 0 || k >= numbers.Length || numbers[k] is not { IsAmount: true } part || !IsBeside(document, part, share)) { continue; }
                var first = Math.Min(part.Span.Start, share.Span.Start);
                List<Number> wholes = [.. numbers.Where(number => number != part && number != share && number.Span.Start < Math.Max(part.Span.End, share.Span.End) && part.Line - number.Line <= LinesBack && MayBeShare(part, number, share))];
                if (wholes.FindLast(whole => Fits(part, whole, share)) is { } fitting) { yield return Fit(part, fitting, share); }
                else if (wholes.FindAll(whole => part.Line - whole.Line <= LinesNear) is [var whole] && IsApposed(document, part, share) && IsMistaken(part, whole, share)) { yield return Reckoning.Of([part, whole, share], $"{Reckoning.Join(" of ", part.Value, whole.Value)} = {Shown(PercentOf(part, whole))} %, not {Shown(Percent(share))} %", false, Weight); }
            }
        }
    }

    // "63 in all" after "a third of the interviewees", "312 of them, nearly a third", "3,388 are dead. That is almost 24%": one beside the other with no number between.
    private static bool IsBeside(DocumentView document, Number part, Number share)
    {
        if (share.Kind is not (FigureKind.Percent or FigureKind.Ratio) || Math.Abs(part.Line - share.Line) > 1) { return false; }
        var (from, to) = part.Span.Start < share.Span.Start ? (part.Span.End, share.Span.Start) : (share.Span.End, part.Span.Start);
        var between = document.Text.AsSpan(from, Math.Max(0, to - from));
        return between.Length < MostBetween && !between.ContainsAny(';', ':') && !between.Contains(" and ", StringComparison.Ordinal)
            && (between.Contains(", ", StringComparison.Ordinal) || between.Contains(" (", StringComparison.Ordinal) || between.Contains(" or ", StringComparison.Ordinal) || (part.Line < share.Line && document.Told[share.Line].Stems is ["that" or "thi" or "this", ..]));
    }

    // "3,388 of them, nearly a third", "a third of the interviewees, 63 in all".
    private static bool IsApposed(DocumentView document, Number part, Number share)
    {
        var (from, to) = part.Span.Start < share.Span.Start ? (part.Span.End, share.Span.Start) : (share.Span.End, part.Span.Start);
        return to - from <= Apposed || document.Text.AsSpan(from).StartsWith(" of ", StringComparison.Ordinal);
    }

    private static bool Fits(Number part, Number whole, Number share)
    {
        var (percent, told) = (PercentOf(part, whole), Percent(share));
        return Math.Abs(percent - told) <= (share is { IsExact: true, Kind: FigureKind.Percent } ? Rounding : AboutRounding) || (share.Bounds.LowOpen && percent > told && percent < told + MuchMore);
    }

    private static bool IsMistaken(Number part, Number whole, Number share) => PercentOf(part, whole) - Percent(share) is var off && Math.Abs(off) > LeastMistake && Math.Abs(off) < Percent(share) * MostMistake && !(off > 0 && double.IsPositiveInfinity(share.Bounds.High)) && !(off < 0 && double.IsNegativeInfinity(share.Bounds.Low));

    private static bool MayBeShare(Number part, Number whole, Number share) => share.Kind is FigureKind.Percent or FigureKind.Ratio && Percent(share) is > 0 and < 100 && part.IsAmount && !(part.Clause.Line.Stems.Any(Vocabulary.Changing.Contains) && (part.Line != whole.Line || part.Kind is FigureKind.Money)) && whole.IsAmount && part.Value < whole.Value && whole.Value >= LeastWhole && part.MayBeOf(whole)
        // Whoever tells a share of something else names it: "70 per cent of the guards", "21 of thirty villages".
        && (share.Noun is null || whole.Noun is null || share.Noun == whole.Noun) && (share.Noun is null || part.Noun is null || share.Noun == part.Noun);

    private static double Percent(Number share) => share.Kind is FigureKind.Percent ? share.Value : share.Value * 100;

    private static double PercentOf(Number part, Number whole) => part.Value / whole.Value * 100;

    private static string Shown(double percent) => percent.ToString("0.#", CultureInfo.InvariantCulture);

    // "Rose from 240 to 379, a jump of 58 per cent"; "has tripled: from 17 to 62".
    private static Reckoning? Change(Number early, Number late, Number by)
    {
        if (!early.IsAmount || !late.IsAmount || early.Value < 4 || late.Value < 4 || !early.MayBeOf(late) || !by.Clause.Has(Vocabulary.Changing) || (by.Line != late.Line && (early.Line != late.Line || Math.Abs(by.Line - late.Line) > 1))) { return null; }
        var times = late.Value / early.Value;
        var fits = by.Kind is FigureKind.Percent ? Math.Abs((Math.Abs(times - 1) * 100) - by.Value) <= (by.IsExact ? Rounding : AboutRounding)
            : by.Kind is FigureKind.Ratio && by.Value >= 1.5 && times >= by.Value * 0.95 && times < by.Value + 1;
        return fits && early.Line <= late.Line ? Reckoning.Of([early, late, by], string.Create(CultureInfo.InvariantCulture, $"{Reckoning.Join(" ÷ ", late.Value, early.Value)} = {times:0.##}"), true, Weight) : null;
    }

    // "An 89 percent increase in requests: 305 requests, almost doubled": one rise in two ways.
    private static Reckoning? SameRise(Number[] three)
    {
        if (Array.Find(three, number => number.Kind is FigureKind.Percent) is not { } percent || Array.Find(three, number => number is { Kind: FigureKind.Ratio, Value: >= 1.5 }) is not { } times || Array.Find(three, number => number is { IsAmount: true, Value: >= 4 }) is not { } count) { return null; }
        var rise = 1 + (percent.Value / 100);
        return count.Noun is { } noun && percent.Clause.Has(Vocabulary.Changing) && (percent.Noun == noun || percent.Clause.Line.Stems.Contains(noun)) && Math.Abs(rise - times.Value) <= times.Value * 0.08
            ? Reckoning.Of(three, $"{Reckoning.Join("", count.Value)} × (1 + {Shown(percent.Value)} %) = {Reckoning.Join("", Math.Round(count.Value * rise))}", true, Weight) : null;
    }

    // "22,000 crowns a month, that is 264,000 a year".
    private static Reckoning? Rate(Number one, Number other)
    {
        var (few, many) = one.Value < other.Value ? (one, other) : (other, one);
        return few.IsAmount && many.IsAmount && few.Per is not null && few.MayBeOf(many) && (few.Per, many.Per, Math.Round(many.Value / few.Value, 3)) is ("P1M", "P1Y" or null, 12) or ("P1D", "P1M" or null, 30 or 31) or ("P1D", "P1W", 7) or ("P1D", "P1Y", 365) or ("P1W", "P1Y", 52) or ("P1W", "P1M", 4)
            ? Reckoning.Of([few, many], string.Create(CultureInfo.InvariantCulture, $"{Reckoning.Join(" × ", few.Value, many.Value / few.Value)} = {Reckoning.Join("", many.Value)}"), true, Weight) : null;
    }

    // "Released 27 and received as many, making 54 people".
    private static Reckoning? Twice(Number one, Number other)
    {
        var (few, many) = one.Value < other.Value ? (one, other) : (other, one);
        return few.IsAmount && few.Value >= LeastWhole && many.Value == 2 * few.Value && few.MayBeOf(many) && many.Clause.Has(Vocabulary.Totalling) && (few.Clause.Line.Stems.Any(Vocabulary.Alike.Contains) || many.Clause.Has(Vocabulary.Alike))
            ? Reckoning.Of([few, many], $"2 × {Reckoning.Join("", few.Value)} = {Reckoning.Join("", many.Value)}", true, Weight) : null;
    }
}
