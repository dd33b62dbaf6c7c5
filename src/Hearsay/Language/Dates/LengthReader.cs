using static Hearsay.Language.Dates.TimePhrase;
using Kind = Hearsay.Language.Dates.TimeWordKind;

namespace Hearsay.Language.Dates;

/// <summary>Reads lengths of time, what recurs, and references to past, present and future.</summary>
internal readonly ref struct LengthReader(TimeRow row)
{
    private readonly TimeRow row = row;

    public Fixed? Read(int at, ref int length) => Recurring(at, ref length) ?? Span(at, ref length) ?? Vague(at, ref length);

    private Fixed? Recurring(int at, ref int length)
    {
        switch (row.KindAt(at))
        {
            case Kind.Every when row.KindAt(at + 1) is Kind.Unit or Kind.Weekday or Kind.PartOfDay:
                length = 2;
                return new Fixed(TimeType.Set, row.KindAt(at + 1) == Kind.Unit ? TimexValue.Period(1, (TimeUnit)row.ValueAt(at + 1)) : row.KindAt(at + 1) == Kind.Weekday ? TimexValue.AnyWeekday(row.ValueAt(at + 1)) : "P1D");
            case Kind.Every when row[at + 1] is { Kind: Kind.More, Value: 0 } && row.KindAt(at + 2) == Kind.Unit: // "every other day"
                length = 3;
                return new Fixed(TimeType.Set, TimexValue.Period(2, (TimeUnit)row.ValueAt(at + 2)));
            case Kind.Every when Amount(at + 1, out var amount) && row.KindAt(at + 1 + amount.Taken) is Kind.Units or Kind.Unit:
                length = 2 + amount.Taken;
                return new Fixed(TimeType.Set, TimexValue.Period(amount.Number, (TimeUnit)row.ValueAt(at + 1 + amount.Taken)));
            case Kind.Frequency or Kind.Number when row.KindAt(at) == Kind.Frequency || row.KindAt(at + 1) == Kind.Times: // "twice a week"
                var rate = at + (row.KindAt(at) == Kind.Frequency ? 1 : 2);
                if (row[rate] is not ({ Kind: Kind.Article, Value: 0 } or { Kind: Kind.Every }) || row.KindAt(rate + 1) != Kind.Unit) { return null; }
                length = rate + 2 - at;
                return new Fixed(TimeType.Set, TimexValue.Period(1, (TimeUnit)row.ValueAt(rate + 1)));
            case Kind.Units when row.ValueAt(at) == (int)TimeUnit.Weekend:
                length = 1;
                return new Fixed(TimeType.Set, "XXXX-WXX-WE");
            case Kind.Weekdays:
                length = 1;
                return new Fixed(TimeType.Set, TimexValue.AnyWeekday(row.ValueAt(at)));
            case Kind.Adverb:
                length = 1;
                return new Fixed(TimeType.Set, row[at].Text!);
            default:
                return null;
        }
    }

    /// <summary>A length of time: "nearly four months", "21-month", "the past two years", "recent days", "half an hour".</summary>
    private Fixed? Span(int at, ref int length)
    {
        if (row.KindAt(at) == Kind.HyphenDuration)
        {
            length = 1;
            var unit = (TimeUnit)row[at].Second;
            return new Fixed(TimeType.Duration, row[at].Value switch
            {
                -2 => TimexValue.QuarterOf(unit),
                < 0 => TimexValue.Period(null, unit),
                0 => TimexValue.Half(unit),
                var amount => TimexValue.Period(amount, unit),
            });
        }

        var start = at;
        if (row.KindAt(start) == Kind.Article && row.KindAt(start + 1) is Kind.Last or Kind.Next or Kind.Recent) { start++; }
        var framed = row.KindAt(start) is Kind.Last or Kind.Next or Kind.Recent;
        if (framed) { start++; }
        if (row.KindAt(start) is Kind.Half or Kind.Article && row.KindAt(start + 1) is Kind.Half or Kind.Article && row.KindAt(start) != row.KindAt(start + 1) && row.KindAt(start + 2) == Kind.Unit)
        {
            length = start + 3 - at;
            return new Fixed(TimeType.Duration, TimexValue.Half((TimeUnit)row.ValueAt(start + 2)));
        }

        if (row.KindAt(start) == Kind.Article && row.KindAt(start + 1) == Kind.Quarter && row.KindAt(start + 2) == Kind.Of && row.KindAt(start + 3) == Kind.Article && row.KindAt(start + 4) == Kind.Unit)
        {
            length = start + 5 - at;
            return new Fixed(TimeType.Duration, TimexValue.QuarterOf((TimeUnit)row.ValueAt(start + 4)));
        }

        if (Amount(start, out var count) && row.KindAt(start + count.Taken) is Kind.Units or Kind.Unit && row.KindAt(start + count.Taken + 1) != Kind.Old)
        {
            var (unit, behind) = ((TimeUnit)row.ValueAt(start + count.Taken), start + count.Taken + 1);
            if (count.Quarters == 0 && row.KindAt(behind) == Kind.And && row.KindAt(behind + 1) == Kind.Article && row.KindAt(behind + 2) == Kind.Half) // "a year and a half"
            {
                (count, behind) = (count with { Quarters = 2 }, behind + 3);
            }

            length = behind - at;
            return new Fixed(TimeType.Duration, TimexValue.Period(count.Number, unit, count.Quarters));
        }

        if (row.KindAt(start) == Kind.Many) { start++; }
        if (row.KindAt(start) == Kind.Units && row.ValueAt(start) >= (int)TimeUnit.Day)
        {
            length = start + 1 - at;
            return new Fixed(TimeType.Duration, TimexValue.Period(null, (TimeUnit)row.ValueAt(start)));
        }

        return null;
    }

    // "now", "the future", "the near future", "the past"
    private Fixed? Vague(int at, ref int length)
    {
        var behind = at + (row.KindAt(at) == Kind.Article && row.KindAt(at + 1) is Kind.Nearness or Kind.Recent ? 2 : row.KindAt(at) == Kind.Article ? 1 : 0);
        if (behind > at && row[behind] is { Kind: Kind.Last, Value: 1 })
        {
            length = behind + 1 - at;
            return new Fixed(TimeType.Date, "PAST_REF");
        }

        if (row.KindAt(behind) != Kind.Reference || (behind > at && row.ValueAt(behind) != 1)) { return null; }
        length = behind + 1 - at;
        return new Fixed(TimeType.Date, row[behind].Text!);
    }

    /// <summary>"two", "a", "5 1/2", "two and a half", "a few", "two more": how many units follow.</summary>
    public bool Amount(int at, out CountedUnits amount)
    {
        amount = default;
        if (row.KindAt(at) == Kind.Article && row.KindAt(at + 1) == Kind.Few)
        {
            amount = new CountedUnits(null, 0, row.KindAt(at + 2) == Kind.Of ? 3 : 2);
            return true;
        }

        switch (row.KindAt(at))
        {
            case Kind.Number when row.KindAt(at + 1) == Kind.Fraction:
                amount = new CountedUnits(row.ValueAt(at), row.ValueAt(at + 1), 2);
                break;
            case Kind.Number when row.KindAt(at + 1) == Kind.And && row.KindAt(at + 2) == Kind.Article && row.KindAt(at + 3) == Kind.Half:
                amount = new CountedUnits(row.ValueAt(at), 2, 4);
                break;
            case Kind.Number or Kind.Article when row.KindAt(at + 1) == Kind.Hundred && row[at] is { Value: < 100 }: // "two hundred", "a hundred"
                amount = new CountedUnits((row.KindAt(at) == Kind.Number ? row.ValueAt(at) : 1) * row.ValueAt(at + 1), 0, 2);
                break;
            case Kind.MixedNumber:
                amount = new CountedUnits(row.ValueAt(at), row[at].Second, 1);
                break;
            case Kind.Number when !row.IsYear(at) || row[at].Second == 1:
                amount = new CountedUnits(row.ValueAt(at), 0, 1);
                break;
            case Kind.Article when row.KindAt(at + 1) is Kind.Unit && row.ValueAt(at) == 0:
                amount = new CountedUnits(1, 0, 1);
                break;
            case Kind.Article or Kind.All when row[at + 1] is { Kind: Kind.More, Value: 1 } && row.KindAt(at + 2) == Kind.Unit: // "an entire month"
                amount = new CountedUnits(1, 0, 2);
                return true;
            case Kind.All when row.KindAt(at + 1) == Kind.Unit && row.ValueAt(at + 1) >= (int)TimeUnit.Day:
                amount = new CountedUnits(1, 0, 1);
                break;
            case Kind.Few:
                amount = new CountedUnits(null, 0, 1);
                break;
            default:
                return false;
        }

        if (row.KindAt(at + amount.Taken) == Kind.More) { amount = amount with { Taken = amount.Taken + 1 }; }
        return true;
    }
}

/// <summary>How many units of time some words count.</summary>
/// <param name="Number">Whole units; null where the words leave it open ("several").</param>
/// <param name="Quarters">Quarters of a unit beyond the whole ones, 0 to 3.</param>
/// <param name="Taken">Tokens that say so.</param>
internal readonly record struct CountedUnits(int? Number, int Quarters, int Taken);
