using System.Globalization;
using Hearsay.Language.Figures;

namespace Hearsay.Matters.Reckonings;

/// <summary>Numbers of which one is the other times a third: products, shares of a whole, changes, what a day's number is in a month.</summary>
internal static class Factors
{
    private const int Near = 10;             // numbers
    private const int LinesNear = 2;         // sentences between the first number and the last
    private const double Rounding = 0.6;     // points by which an exact percentage may miss
    private const double AboutRounding = 1.6; // one that is told as "about", or in words
    private const double LeastProduct = 12;
    private const double LeastWhole = 10;
    private const double Weight = 3;

    /// <summary>The reckonings of numbers that stand near each other.</summary>
    public static IEnumerable<Reckoning> Find(List<Number> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            for (var j = i + 1; j < Math.Min(numbers.Count, i + Near) && numbers[j].Line - numbers[i].Line <= LinesNear; j++)
            {
                if (Rate(numbers[i], numbers[j]) is { } rate) { yield return rate; }
                if (Twice(numbers[i], numbers[j]) is { } twice) { yield return twice; }
                for (var k = j + 1; k < Math.Min(numbers.Count, i + Near) && numbers[k].Line - numbers[i].Line <= LinesNear; k++)
                {
                    Number[] three = [numbers[i], numbers[j], numbers[k]];
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
        var spreads = one.Clause.Has(Vocabulary.Each) || other.Clause.Has(Vocabulary.Each) || one.Per is not null || other.Per is not null;
        var ends = Math.Max(one.Line, other.Line);
        // Factors stand side by side, in the sentence of the product or the one before it.
        return spreads && Math.Abs(one.Line - other.Line) <= 1 && product.Line - ends is >= -1 and <= 1 && (product.MayBeOf(one) || product.MayBeOf(other) || one.IsTime || other.IsTime)
            ? Reckoning.Of([one, other, product], $"{Reckoning.Join(" × ", one.Value, other.Value)} = {Reckoning.Join("", product.Value)}", true, Weight) : null;
    }

    // "166 of the 174, or about 95 per cent"; "a quarter of them, 280".
    private static Reckoning? Share(Number part, Number whole, Number share)
    {
        if (share.Kind is not (FigureKind.Percent or FigureKind.Ratio) || !part.IsAmount || !whole.IsAmount || part.Value >= whole.Value || whole.Value < LeastWhole || !part.MayBeOf(whole)) { return null; }
        var percent = share.Kind is FigureKind.Percent ? share.Value : share.Value * 100;
        if (percent is <= 0 or >= 100 || Math.Abs((part.Value / whole.Value * 100) - percent) > (share is { IsExact: true, Kind: FigureKind.Percent } ? Rounding : AboutRounding)) { return null; }
        // Whoever tells a share of something else names it: "70 per cent of the guards", "21 of thirty villages".
        if (share.Noun is not null && part.Noun is not null && share.Noun != part.Noun) { return null; }
        var isNear = share.Line == part.Line || (share.Line == whole.Line && Math.Abs(part.Line - share.Line) == 1);
        return isNear ? Reckoning.Of([part, whole, share], string.Create(CultureInfo.InvariantCulture, $"{Reckoning.Join(" ÷ ", part.Value, whole.Value)} = {part.Value / whole.Value * 100:0.#} %"), true, Weight) : null;
    }

    // "Rose from 240 to 379, a jump of 58 per cent"; "has tripled: from 17 to 62".
    private static Reckoning? Change(Number early, Number late, Number by)
    {
        if (!early.IsAmount || !late.IsAmount || early.Value < 4 || late.Value < 4 || !early.MayBeOf(late) || !(by.Clause.Has(Vocabulary.Changing) || early.Clause.Has(Vocabulary.Changing) || late.Clause.Has(Vocabulary.Changing))) { return null; }
        var times = late.Value / early.Value;
        var fits = by.Kind is FigureKind.Percent ? Math.Abs((Math.Abs(times - 1) * 100) - by.Value) <= (by.IsExact ? Rounding : AboutRounding)
            : by.Kind is FigureKind.Ratio && by.Value >= 1.5 && times >= by.Value * 0.95 && times < by.Value + 1;
        return fits && early.Line <= late.Line ? Reckoning.Of([early, late, by], string.Create(CultureInfo.InvariantCulture, $"{Reckoning.Join(" ÷ ", late.Value, early.Value)} = {times:0.##}"), true, Weight) : null;
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
