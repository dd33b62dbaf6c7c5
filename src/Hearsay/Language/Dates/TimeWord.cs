namespace Hearsay.Language.Dates;

/// <summary>What a token contributes to a time expression.</summary>
internal enum TimeWordKind
{
    Other,
    Month,
    Weekday,
    Weekdays,
    Unit,
    Units,
    Number,
    Ordinal,
    Season,
    PartOfDay,
    Clock,
    Meridiem,
    Zone,
    Decade,
    FullDate,
    HyphenDuration,
    HyphenPart,
    HyphenYear,
    DayRange,
    Today,
    Yesterday,
    Tomorrow,
    Tonight,
    Midday,
    Ago,
    Later,
    This,
    Last,
    Next,
    Same,
    Early,
    Mid,
    Late,
    Every,
    Adverb,
    Reference,
    Quarter,
    Article,
    Of,
    Comma,
    Few,
    Many,
    More,
    Recent,
    Half,
    Century,
    Feast,
    And,
    To,
    Dash,
    At,
    Old,
}

/// <summary>A token as the time grammar sees it.</summary>
/// <param name="Kind">What it contributes.</param>
/// <param name="Value">A number's value; a month, 1 to 12; a day of the week; a <see cref="TimeUnit"/>; minutes of a clock time; a year.</param>
/// <param name="Second">A second number: a hyphenated duration's unit, a full date's day of year.</param>
/// <param name="Text">A ready value (a season's code, an adverb's set), or null.</param>
internal readonly record struct TimeWord(TimeWordKind Kind, int Value = 0, int Second = 0, string? Text = null);
