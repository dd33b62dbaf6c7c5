namespace Hearsay.Language.Dates;

/// <summary>A unit of time, from fine to coarse.</summary>
internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}
