using System.Collections.Immutable;

namespace Hearsay.Matters.Reckonings;

/// <summary>Parts and their sum: in one breath or not, beside their total or far from it; a remainder is one of the parts.</summary>
/// <remarks>That numbers fit by chance is the likelier the fewer digits they have; so small and round ones need words, or a list, that make parts of them.</remarks>
internal static class Sums
{
    private const double Least = 3;
    private const int Near = 14;          // numbers
    private const int LinesOfParts = 2;   // sentences from the first part to the last
    private const int MostParts = 8;
    private const double Digit = 1;       // for each digit of the total after the first
    private const int MostDigits = 2;
    private const double List = 1;        // three parts or more, one behind the other
    private const double OneBreath = 1;   // parts of one sentence with no number between
    private const double Beside = 1;      // the total is no more than a sentence away
    private const double InHeadline = 0.5;
    private const double FarAway = -0.5;
    private const double Words = 1;       // words that divide or total
    private const double OfSmall = -1.5;  // small numbers without such words
    private const double Small = 40;
    private const double SmallOfSeveral = 20;
    private const double Skipped = -0.75; // a number between the parts that is none of them
    private const double OtherTimes = -1;
    private const double OtherVoice = -0.5;
    private const int Farthest = 3;       // sentences
    private const double MostOff = 0.15;  // of a total, by which its parts may miss it
    private const double MostOver = 0.35; // by which they may be more

    /// <summary>The sums that hold, the weightiest of each total.</summary>
    public static IEnumerable<Reckoning> Find(ImmutableArray<Number> numbers)
    {
        List<Number> amounts = [.. numbers.Where(number => number.IsAmount)];
        var byValue = amounts.ToLookup(number => number.Value);
        for (var i = 0; i < amounts.Count; i++)
        {
            for (var k = i + 1; k < Math.Min(amounts.Count, i + Near) && amounts[k].Line - amounts[i].Line <= LinesOfParts; k++)
            {
                if (Fit([amounts[i], amounts[k]]) is { } pair) { yield return pair; }
            }

            // A run of like parts, each at most a sentence from the one before, in which one number, a total perhaps, is left out.
            List<Number> like = [.. amounts.Skip(i).Take(Near).Where(number => number.MayBeOf(amounts[i]))];
            for (var left = 0; left < like.Count; left++)
            {
                var run = new List<Number> { amounts[i] };
                for (var k = 1; k < like.Count && run.Count < MostParts && like[k].Line - run[^1].Line <= 1; k++)
                {
                    if (k == left) { continue; }
                    run.Add(like[k]);
                    if (run.Count >= 3 && Fit([.. run]) is { } found) { yield return found; }
                }
            }
        }

        Reckoning? Fit(List<Number> parts)
        {
            var sum = parts.Sum(part => part.Value);
            if (sum < 5 || parts.Exists(part => !part.MayBeOf(parts[0]) || part.Value < 1 || !part.IsWhole)) { return null; }
            Reckoning? best = null;
            foreach (var total in byValue[sum].Where(number => !parts.Contains(number) && parts.TrueForAll(part => number.MayBeOf(part)) && (parts.TrueForAll(part => part.IsExact) || parts.Append(number).All(one => !one.IsExact))))
            {
                if (Weigh(amounts, parts, total) is var weight && weight >= Least && (best is null || weight > best.Weight))
                {
                    best = Reckoning.Of(parts.Append(total), $"{Reckoning.Join(" + ", parts.Select(part => part.Value))} = {Reckoning.Join("", sum)}", true, weight);
                }
            }

            return best;
        }
    }

    private static double Weigh(List<Number> amounts, List<Number> parts, Number total)
    {
        var (first, last) = (parts[0], parts[^1]);
        var away = total.Line < first.Line ? first.Line - total.Line : Math.Max(0, total.Line - last.Line);
        var between = amounts.Count(number => number.Span.Start > first.Span.Start && number.Span.Start < last.Span.Start && number != total && !parts.Contains(number));
        var weight = Digit * Math.Min(MostDigits, total.Digits - 1) + (Skipped * between);
        if (between == 0 && parts.Count >= 3) { weight += List; }
        if (between == 0 && first.Line == last.Line) { weight += OneBreath; }
        weight += away <= 1 ? Beside : total.Line == 0 ? InHeadline : away > Farthest ? FarAway : 0;
        weight += parts.Exists(part => part.Clause.Has(Vocabulary.Dividing)) || total.Clause.Has(Vocabulary.Totalling) || total.Clause.Has(Vocabulary.Dividing) ? Words : total.Value < (parts.Count > 2 ? SmallOfSeveral : Small) ? OfSmall : 0;
        if (parts.Exists(part => part.Line != total.Line && part.Clause.Line.IsAtOtherTimes(total.Clause.Line))) { weight += OtherTimes; }
        if (parts.Exists(part => part.Clause.Voice is { } voice && total.Clause.Voice is { } other && voice.Source?.Name != other.Source?.Name)) { weight += OtherVoice; }
        return weight;
    }

    /// <summary>Sums that are meant to hold and do not: a list to its last part beside its total, or a total less a part and what is said to be left.</summary>
    public static IEnumerable<Reckoning> FindMisses(DocumentView document) => Lists(document).Concat(Remainders(document.Numbers));

    // "205 people: 120 soldiers, 49 guards and 31 police": all like amounts of a sentence behind a colon or a word that divides, with "and" before the last; or those of the sentence before "That comes to 250 in all".
    private static IEnumerable<Reckoning> Lists(DocumentView document)
    {
        List<Number> before = [];
        foreach (var sentence in document.Numbers.Where(number => number.IsAmount).GroupBy(number => number.Line))
        {
            List<Number> inLine = [.. sentence];
            if ((Divided(document, inLine) ?? Totalled(inLine, before)) is { } miss) { yield return miss; }
            before = inLine;
        }
    }

    private static Reckoning? Divided(DocumentView document, List<Number> inLine)
    {
        var total = inLine.MaxBy(number => number.Value)!;
        List<Number> parts = [.. inLine.Where(number => number.Span.Start > total.Span.Start && number.MayBeOf(total))];
        if (parts.Count < 2) { return null; }
        var opening = document.Text.AsSpan(total.Span.End, parts[0].Span.Start - total.Span.End);
        var joint = document.Text.AsSpan(parts[^2].Span.End, parts[^1].Span.Start - parts[^2].Span.End);
        return (opening.Contains(':') || parts[0].Clause.Has(Vocabulary.Dividing)) && joint.Contains(" and ", StringComparison.Ordinal) && Misses(parts, total) ? Miss(parts, total) : null;
    }

    private static Reckoning? Totalled(List<Number> inLine, List<Number> before)
    {
        if (inLine.Find(number => number.Clause.Has(Vocabulary.Summing)) is not { } total) { return null; }
        List<Number> parts = [.. (inLine[0] == total ? before : inLine.TakeWhile(number => number != total)).Where(number => number.MayBeOf(total))];
        return parts.Count >= 3 && parts[^1].Line >= total.Line - 1 && parts.Sum(part => part.Value) < total.Value * (1 + MostOff) && Misses(parts, total) ? Miss(parts, total) : null;
    }

    // Exact parts that come near their total and miss it. Parts that are not all may be fewer than their total, never more.
    private static bool Misses(List<Number> parts, Number total)
    {
        var off = (parts.Sum(part => part.Value) - total.Value) / total.Value;
        return total is { IsExact: true, Value: >= 10 } && parts.TrueForAll(part => part.IsExact && part.MayBeOf(total) && part.Value < total.Value)
            && off is not 0 and >= -MostOff and <= MostOver && (off > 0 || parts[^1].Clause.Has(Vocabulary.Closing) || !parts.Append(total).Any(number => number.Clause.Line.Stems.Any(Vocabulary.Open.Contains)));
    }

    // "Of the 512, 37 are home. That leaves 485."
    private static IEnumerable<Reckoning> Remainders(ImmutableArray<Number> numbers)
    {
        List<Number> amounts = [.. numbers.Where(number => number is { IsAmount: true, IsExact: true })];
        for (var i = 2; i < amounts.Count; i++)
        {
            var rest = amounts[i];
            if (!rest.Clause.Has(Vocabulary.Remaining) || rest.Value < 10) { continue; }
            for (var k = i - 1; k >= Math.Max(1, i - 4) && rest.Line - amounts[k].Line <= LinesOfParts; k--)
            {
                var (part, total) = (amounts[k], amounts[k - 1]);
                if (total.Line != part.Line || total.Value <= rest.Value || part.Value >= total.Value || !total.MayBeOf(rest) || !part.MayBeOf(total)) { continue; }
                var off = (part.Value + rest.Value - total.Value) / total.Value;
                if (off is not 0 and > -MostOff and < MostOff) { yield return Miss([part, rest], total); }
                break;
            }
        }
    }

    private static Reckoning Miss(List<Number> parts, Number total) => Reckoning.Of(
        parts.Append(total), $"{Reckoning.Join(" + ", parts.Select(part => part.Value))} = {Reckoning.Join("", parts.Sum(part => part.Value))}, not {Reckoning.Join("", total.Value)}", false, Least);
}
