using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Language.Dates;

namespace Hearsay.Statements.Facts;

/// <summary>Tells when something was said: the date that the cue governs, else the day of publication.</summary>
/// <remarks>Dates come resolved from <see cref="TimeExpressionFinder"/>. A date in the content is no date of saying; nor is one after "since", "until", "before", "after".</remarks>
internal sealed class SaidOnReader(Document document, ImmutableArray<TimeExpression> dates)
{
    /// <summary>The date of saying; without a tree around the cue, the nearest date outside the content.</summary>
    public SaidOn Read(CueFrame frame)
    {
        TimeExpression? best = null;
        var nearest = int.MaxValue;
        foreach (var date in Within(frame.Tree.Span(frame.Sentence)))
        {
            if (date.Type is not (TimeType.Date or TimeType.Time) || date.Value is "PRESENT_REF" or "PAST_REF" or "FUTURE_REF") { continue; }
            if (Distance(frame, date) is { } steps && steps < nearest) { (best, nearest) = (date, steps); }
        }

        if (best is { } stated) { return new SaidOn(Day(stated.Value), SaidOnBasis.Stated, stated.Span); }
        return document.Published.Value is { } day
            ? new SaidOn(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SaidOnBasis.Published, null)
            : SaidOn.Unknown;
    }

    private IEnumerable<TimeExpression> Within(TextSpan span)
    {
        var (low, high) = (0, dates.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (dates[middle].Span.Start < span.Start) { low = middle + 1; } else { high = middle; }
        }

        for (; low < dates.Length && dates[low].Span.Start < span.End; low++) { yield return dates[low]; }
    }

    // The day of a time; nothing where digits are not known.
    private static string? Day(string value)
    {
        var day = value.Split('T')[0];
        return day.Contains('X', StringComparison.Ordinal) || day.Length < 4 || !char.IsAsciiDigit(day[0]) ? null : day;
    }

    // How far the date hangs from the cue: by steps in the tree where it is under the cue or a verb that the cue hangs on, else by words.
    private static int? Distance(CueFrame frame, TimeExpression date)
    {
        var tree = frame.Tree;
        var range = tree.Range(date.Span);
        if (range.Start >= range.End || !frame.InFrame(range.Start)) { return null; }
        var head = tree.HeadOf(range);
        if (head < 0 || (range.Start > frame.Sentence.Start && tree.Is(range.Start - 1, "since", "until", "till", "before", "after", "from", "to", "between"))) { return null; }
        var words = range.Start >= frame.Cue.End ? range.Start - frame.Cue.End : frame.Cue.Start - range.End;
        var governors = frame.Governors().ToList();
        var steps = 0;
        for (var at = head; at >= 0; at = tree.Head(at), steps++)
        {
            if (at == frame.Head) { return (100 * steps) + Math.Max(0, words); }
            if (governors.Contains(at)) { return (100 * (steps + 3)) + Math.Max(0, words); }
            if (frame.InContent(at) && steps > 0) { break; }
        }

        for (var t = frame.Cue.End; t < range.Start; t++)
        {
            if (tree.Is(t, "–", "—", "--", "-")) { return null; } // what a dash adds is another matter
        }

        return 10_000 + Math.Abs(words);
    }
}
