using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Web.Text;

namespace Hearsay.Web.Components;

/// <summary>A stretch of days with how many things fall into it.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Label">What it is called: a day, a week, a month or years.</param>
/// <param name="ShortLabel">The same for narrow places.</param>
/// <param name="Count">How many.</param>
public sealed record TimeBin(DateOnly First, string Label, string ShortLabel, int Count);

/// <summary>Puts days into at most <see cref="Most"/> equal bins without gaps, as fine as that allows: days, weeks, months, years, then tens of years and so on.</summary>
public static class TimeBins
{
    /// <summary>Columns that a chart has room for.</summary>
    public const int Most = 60;

    private static readonly (Func<DateOnly, int> Index, Func<int, DateOnly> First, Func<DateOnly, string> Label, string Short)[] Scales =
    [
        (day => day.DayNumber, DateOnly.FromDayNumber, Wording.Day, "d MMM"),
        (day => day.DayNumber / 7, index => DateOnly.FromDayNumber(index * 7), day => Texts.T($"week of {Wording.Day(day)}"), "d MMM"), // day 0 was a Monday
        (day => day.Year * 12 + day.Month - 1, index => new DateOnly(index / 12, index % 12 + 1, 1), day => day.ToString("MMMM yyyy", Texts.Culture), "MMM yyyy"),
        Years(1),
        Years(10),
        Years(100),
        Years(1000),
    ];

    /// <summary>Counts days; empty where there are none.</summary>
    public static ImmutableArray<TimeBin> Of(IReadOnlyCollection<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0)
        {
            return [];
        }

        var (first, last) = (days.Min(), days.Max());
        var (index, firstOf, label, shortLabel) = Scales.First(scale => scale.Index(last) - scale.Index(first) < Most);
        var counts = new int[index(last) - index(first) + 1];
        foreach (var day in days)
        {
            counts[index(day) - index(first)]++;
        }

        return [.. counts.Select((count, offset) => (Day: firstOf(index(first) + offset), count)).Select(bin => new TimeBin(bin.Day, label(bin.Day), bin.Day.ToString(shortLabel, Texts.Culture), bin.count))];
    }

    private static (Func<DateOnly, int>, Func<int, DateOnly>, Func<DateOnly, string>, string) Years(int width) =>
    (
        day => day.Year / width,
        index => new DateOnly(Math.Max(1, index * width), 1, 1),
        day => width == 1 ? day.Year.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{day.Year}–{day.Year / width * width + width - 1}"),
        "yyyy"
    );
}
