namespace Hearsay.Language.Dates;

/// <summary>What the words of a time expression say, before anything is resolved against a calendar.</summary>
internal abstract record TimePhrase
{
    private TimePhrase() { }

    /// <summary>A calendar date; what the words leave out is null.</summary>
    /// <param name="YearShift">Years from the anchor's where they are named so: -1 for "August last year".</param>
    public sealed record Calendar(int? Year, int? Month, int? Day, int? YearShift = null) : TimePhrase;

    /// <summary>A feast whose day moves, or a day near it.</summary>
    /// <param name="Shift">Days from the feast: 1 for Easter Monday.</param>
    public sealed record FeastDay(Feast Feast, int? Year, int Shift) : TimePhrase;

    /// <summary>The last day of a month or year: "the last day of August".</summary>
    public sealed record LastDayOf(TimePhrase Period) : TimePhrase;

    /// <summary>A day of a month that the words do not name: "the 27th".</summary>
    public sealed record DayOfMonth(int Day) : TimePhrase;

    /// <summary>A half of a year, 1 or 2.</summary>
    /// <param name="YearShift">Years from the anchor's where the words name no year.</param>
    public sealed record HalfYear(int Number, int? Year, int YearShift) : TimePhrase;

    /// <summary>A time counted from one that the words name: "a week from Monday", "the day before yesterday".</summary>
    public sealed record Offset(TimePhrase From, TimeUnit Unit, int Amount) : TimePhrase;

    /// <summary>A day of the week in a week counted from the anchor's: "Tuesday of last week" is (Tuesday, -1).</summary>
    public sealed record WeekdayOf(DayOfWeek Day, int WeekShift) : TimePhrase;

    /// <summary>The period of <paramref name="Unit"/> in which a date lies: "the week of March 6".</summary>
    public sealed record PeriodOf(TimeUnit Unit, TimePhrase Date) : TimePhrase;

    /// <summary>A season of a year, by its TIMEX3 code (<c>SP</c>, <c>SU</c>, <c>FA</c>, <c>WI</c>).</summary>
    /// <param name="Shift">Years from the anchor's: -1 for "last summer"; null where the words leave it open.</param>
    public sealed record Season(string Code, int? Year, int? Shift) : TimePhrase;

    /// <summary>A quarter of a year, 1 to 4.</summary>
    /// <param name="YearShift">Years from the anchor's where they are named so: -1 for "last year's third quarter"; null where the words leave it open.</param>
    public sealed record Quarter(int Number, int? Year, int? YearShift = null) : TimePhrase;

    /// <summary>A day of the week.</summary>
    /// <param name="Shift">-1 for "last", 1 for "next"; 0 where the sentence must tell.</param>
    /// <param name="OfThisWeek">True for "this Friday", which is the week's own.</param>
    public sealed record Weekday(DayOfWeek Day, int Shift, bool OfThisWeek = false) : TimePhrase;

    /// <summary>A unit counted from the anchor: "yesterday" is (Day, -1), "next month" (Month, 1), "two weeks ago" (Week, -2).</summary>
    /// <param name="Exact">True where the value is the unit's own ("last week" is a week); false where it is the anchor moved ("two weeks ago").</param>
    /// <param name="FromSpoken">True where it is counted from the date last spoken of ("the next morning", "two days later").</param>
    public sealed record Shifted(TimeUnit Unit, int Amount, bool Exact = true, bool FromSpoken = false) : TimePhrase;

    /// <summary>A month, or a day of it, named with "last", "this" or "next".</summary>
    public sealed record ShiftedMonth(int Month, int? Day, int Shift) : TimePhrase;

    /// <summary>The date that was last spoken of ("that day", "the same month").</summary>
    public sealed record Same(TimeUnit Unit) : TimePhrase;

    /// <summary>A value that needs no calendar: durations, sets, decades, references to past, present and future.</summary>
    public sealed record Fixed(TimeType Type, string Value) : TimePhrase;

    /// <summary>A part of a day or a time of day upon a date.</summary>
    /// <param name="Date">The date; null for the one last spoken of.</param>
    /// <param name="Suffix">What follows the day's value: <c>TMO</c>, <c>T22:00</c>.</param>
    public sealed record OfDay(TimePhrase? Date, string Suffix) : TimePhrase;
}

/// <summary>A time expression as read from a sentence.</summary>
/// <param name="Span">The words.</param>
/// <param name="Phrase">What they say.</param>
/// <param name="Future">True where the sentence speaks of the future around them.</param>
/// <param name="Sentence">Start of its sentence.</param>
internal readonly record struct TimeMention(TextSpan Span, TimePhrase Phrase, bool Future, int Sentence = 0);
