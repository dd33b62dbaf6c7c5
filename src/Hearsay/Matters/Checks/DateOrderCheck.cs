using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Language.Dates;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Days in an order that cannot be: a video uploaded before it was shot, pictures that show what had not happened yet, interviews after all had been completed, "two days later, on the 6th" of what was on the 3rd.</summary>
internal sealed partial class DateOrderCheck : IDocumentCheck
{
    private const int MostDays = 60;
    private const int MostDaysOfTrace = 7;
    private const int TraceLines = 5;    // between an event and what shows it
    private const int AnchorLines = 3;   // between a day and "two days later"
    private const int MostDaysOff = 3;
    private const int MostApposed = 60;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        foreach (var apposed in Apposed(document)) { yield return apposed; }
        List<DatedTelling> dated = [.. document.Dated.Where(telling => !Others().IsMatch(telling.Line.Words))];
        foreach (var one in dated)
        {
            foreach (var other in dated)
            {
                if (one.Line == other.Line || one.Day >= other.Day || other.Day.DayNumber - one.Day.DayNumber > MostDays) { continue; }
                if (Why(document, one, other) is { } why) { yield return Report(document, one, other, why); }
            }
        }
    }

    // Why the earlier day cannot be the earlier one's.
    private static string? Why(DocumentView document, DatedTelling early, DatedTelling late)
    {
        var (first, second) = (Around(document, early), Around(document, late));
        if (Shown().IsMatch(first) && Made().IsMatch(second) && KindsIn(early).Overlaps(KindsIn(late))) { return "it was public before it was made"; }
        if (Completed().Match(Before(document, early)) is { Success: true } all && Stemmer.Stem(all.Groups["noun"].Value.ToLowerInvariant()) is var noun && LastOf(noun, late.Line.Words)) { return "all had been completed by then"; }
        if (Math.Abs(early.Line.Index - late.Line.Index) > TraceLines || late.Day.DayNumber - early.Day.DayNumber > MostDaysOfTrace || late.Line.Line.Span.Start > early.Line.Line.Span.Start || Made().IsMatch(second)) { return null; }
        var isTrace = (Already().IsMatch(early.Line.Words) && KindsIn(early).Count > 0) || (NoLater().IsMatch(Before(document, early)) && Made().IsMatch(early.Line.Words));
        return isTrace && late.Line.Occasions.Count > 0 ? "it shows what had not happened yet" : null;
    }

    // "The last interviews … on 11 June"
    private static bool LastOf(string noun, string words) => WordScanner.Scan(words, new TextSpan(0, words.Length)) is var scanned && scanned.Any(word => Stemmer.Stem(word.Lower) == noun) && scanned.Any(word => word.Lower is "last" or "final" or "remaining");

    private static HashSet<string> KindsIn(DatedTelling telling) => [.. telling.About.SelectMany(line => Traces().Matches(line.Words)).Select(match => match.Value.ToLowerInvariant().TrimEnd('s') switch { "video" or "clip" or "footage" or "film" or "recording" => "video", "photo" or "photograph" or "picture" or "image" => "picture", var kind => kind })];

    private static string Before(DocumentView document, DatedTelling telling) => document.Text[telling.Line.Line.Span.Start..telling.Date.Span.Start];

    private static string Around(DocumentView document, DatedTelling telling)
    {
        const int Width = 90;
        var (line, date) = (telling.Line.Line.Span, telling.Date.Span);
        return document.Text[Math.Max(line.Start, date.Start - Width)..Math.Min(line.End, date.End + 20)];
    }

    // "Two days later, on 6 May", after 3 May.
    private static IEnumerable<Finding> Apposed(DocumentView document)
    {
        var left = MostApposed;
        for (var i = 1; i < document.Annotated.Dates.Length && left > 0; i++)
        {
            var (relative, named) = (document.Annotated.Dates[i - 1], document.Annotated.Dates[i]);
            if (relative.Type is not TimeType.Date || named.Type is not TimeType.Date || !Between().IsMatch(document.Text[relative.Span.End..named.Span.Start])) { continue; }
            if (!Relative().IsMatch(relative.Span.SliceOf(document.Text)) || SayingReference.DayOf(relative.Value) is not { } reckoned || SayingReference.DayOf(named.Value) is not { } day || !HasDay().IsMatch(named.Span.SliceOf(document.Text))) { continue; }
            var off = Math.Abs(reckoned.DayNumber - day.DayNumber);
            left--;
            var at = LineOf(document, named.Span);
            if (off is 0 or > MostDaysOff || at < 0 || Anchor(document, i - 1, at) is not { } anchor) { continue; }
            yield return Finding.Of(
                FindingKind.DatesDisagree, Severity.Warning, $"“{relative.Span.SliceOf(document.Text)}” than {anchor.Span.SliceOf(document.Text)} is {DateConflictCheck.Show(reckoned)}, and not {DateConflictCheck.Show(day)}.",
                document.StatementsAt(relative.Span, named.Span), [document.Evidence(document.Lines[at].Span), document.Evidence(anchor.Span), document.Evidence(relative.Span), document.Evidence(named.Span)],
                Calculation.Of($"{DateConflictCheck.Show(reckoned)} ≠ {DateConflictCheck.Show(day)}"));
        }
    }

    // The day that it is reckoned from: the last one spoken of, where that stands close before.
    private static TimeExpression? Anchor(DocumentView document, int relative, int line)
    {
        for (var i = relative - 1; i >= 0; i--)
        {
            var date = document.Annotated.Dates[i];
            if (SayingReference.DayOf(date.Value) is null) { continue; }
            return HasDay().IsMatch(date.Span.SliceOf(document.Text)) && LineOf(document, date.Span) is >= 0 and var at && line - at <= AnchorLines && document.Lines[at].Block == document.Lines[line].Block ? date : null;
        }

        return null;
    }

    private static int LineOf(DocumentView document, TextSpan span)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            if (document.Lines[i].Span.Overlaps(span)) { return document.Lines[i].Role is BlockRole.Headline ? -1 : i; }
        }

        return -1;
    }

    private static Finding Report(DocumentView document, DatedTelling early, DatedTelling late, string why)
    {
        var (one, other) = (DateConflictCheck.Show(early.Day), DateConflictCheck.Show(late.Day));
        return Finding.Of(
            FindingKind.DatesDisagree, Severity.Notice, $"{one} cannot come before {other} here: {why}.",
            document.StatementsAt(early.Date.Span, late.Date.Span), [document.Evidence(early.Line.Line.Span), document.Evidence(late.Line.Line.Span), document.Evidence(early.Date.Span), document.Evidence(late.Date.Span)],
            Calculation.Of($"{one} < {other}"));
    }

    private const string TraceNouns = "(?:videos?|clips?|footage|films?|recordings?|photos?|photographs?|pictures?|images?|screenshots?|letters?|documents?|decrees?|statements?|posts?)";

    [GeneratedRegex(@"\b" + TraceNouns + @"\b", RegexOptions.IgnoreCase)]
    private static partial Regex Traces();

    [GeneratedRegex(@"\b(?:uploaded|published|posted|put online|went online|appeared|surfaced|aired|broadcast|circulat(?:ed|ing)|shared|released)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shown();

    [GeneratedRegex(@"\b(?:was|were|is|are|been|being) (?:\p{L}+ly )?(?:shot|filmed|recorded|taken(?! down)|made(?! public)|written|signed|drawn up|photographed)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Made();

    [GeneratedRegex(@"\b(?:[Aa]ll|[Tt]he|[Ee]very)(?: of the)?(?: \p{Ll}+)? (?<noun>\p{Ll}{4,}) (?:was|were|had been|has been|have been) (?:\p{L}+ly )?(?:completed|finished|concluded|ended|closed|over|wound up|done)(?: by| on| before)? $")]
    private static partial Regex Completed();

    [GeneratedRegex(@"\balready (?:shows?|showed|depicts?|depicted|has|had|reveals?|revealed|records?|recorded|captures?|captured)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Already();

    [GeneratedRegex(@"\b(?:no|not) later than $|\bat the latest on $", RegexOptions.IgnoreCase)]
    private static partial Regex NoLater();

    [GeneratedRegex(@"\b(?:another|other|earlier|older|different|second|third|separate|similar|new) (?:\p{L}+ )?" + TraceNouns + @"\b", RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"^(?:, (?:on )?|,? that is,? (?:on )?| \((?:on )?| [–-] (?:on )?)(?:the )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:later|earlier|after|before|following|next|previous)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\d{1,2}(?:st|nd|rd|th)?\b")]
    private static partial Regex HasDay();
}
