using System.Text.RegularExpressions;
using Hearsay.Language.Dates;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>
/// One event that two accounts in a text put on two days: "it was the night of the 3rd, he is certain", "the log has the collapse under the 5th". Pairs of days are weighed: who tells them, what happened, words and names in
/// common, words that date, how near the days are, and what speaks for two events.
/// </summary>
internal sealed partial class RivalDatesCheck : IDocumentCheck
{
    private const double Least = 2.25;
    private const double TwoVoices = 1;
    private const double Record = 0.8;        // a log, a certificate, a recording against what somebody says
    private const double OneVoice = 0.5;
    private const double Dating = 0.8;        // "puts it on", "is entered under", "the day on which"
    private const double BothDating = 1.3;
    private const double Doubted = 0.8;       // "the date is uncertain"
    private const double Opposing = 0.4;
    private const double Anaphoric = 0.5;     // "it", right after
    private const double OtherTeller = 0.5;   // the one speaks of the other
    private const double Plain = 1.2;         // so much in common that the deed need not be the same word's
    private const double NoDeed = -0.5;       // nothing that both tell of
    private const double OtherEvent = -1.2;   // "again", "a day later", "the second"
    private const double Farther = 0.12;      // less with each sentence between
    private const int Reach = 14;
    private const int MostDates = 60;
    private const int MostDays = 15;

    private sealed record Dated(DateOnly Day, TimeExpression Date, ToldLine Line, ToldLine? Before, Statement? Voice, bool IsRecord, bool IsDating);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var dated = Read(document);
        var pairs = new List<(Dated First, Dated Second, double Weight)>();
        for (var i = 0; i < dated.Count; i++)
        {
            for (var j = i + 1; j < dated.Count && dated[j].Line.Index - dated[i].Line.Index <= Reach; j++)
            {
                if (Weigh(document, dated[i], dated[j]) is var weight && weight >= Least && !KnowsBoth(dated, dated[i].Day, dated[j].Day)) { pairs.Add((dated[i], dated[j], weight)); }
            }
        }

        var taken = new HashSet<DateOnly>();
        foreach (var (first, second, _) in pairs.OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.First.Date.Span.Start))
        {
            if (taken.Contains(first.Day) || taken.Contains(second.Day)) { continue; }
            taken.UnionWith([first.Day, second.Day]);
            yield return Report(document, first, second);
        }
    }

    private static List<Dated> Read(DocumentView document)
    {
        var lines = ToldLine.Of(document);
        var found = new List<Dated>();
        foreach (var line in lines.Where(line => line.Line.Role is not Documents.BlockRole.Headline && !line.Words.Contains("http", StringComparison.Ordinal)))
        {
            foreach (var date in document.DatesIn(line.Line))
            {
                if (date.Type is not (TimeType.Date or TimeType.Time) || date.Value.Length < 10 || SayingReference.DayOf(date.Value[..10]) is not { } day || found.Count >= MostDates) { continue; }
                var (before, after) = (document.Text[line.Line.Span.Start..date.Span.Start], document.Text[date.Span.End..line.Line.Span.End]);
                var isDating = Dates().IsMatch(before) || DatesAfter().IsMatch(after);
                if (IsDateline(document, line, date) || (!isDating && day == document.Document.Published.Value && !HasMonth().IsMatch(date.Span.SliceOf(document.Text))) || (!isDating && (Bounded().IsMatch(before) || document.Statements.Any(statement => statement.SaidOn.Span is { } said && said.Overlaps(date.Span) && !statement.Content.Any(content => content.Contains(said)))))) { continue; }
                found.Add(new Dated(Past(document, date, day), date, line, line.Index > 0 && lines[line.Index - 1].Line.Block == line.Line.Block ? lines[line.Index - 1] : null, line.VoiceAt(date.Span), Records().IsMatch(line.Words), isDating));
            }
        }

        return found;
    }

    // "Is dated 12 October" in a text of February: what is dated has been, whatever the tense.
    private static DateOnly Past(DocumentView document, TimeExpression date, DateOnly day)
    {
        var words = date.Span.SliceOf(document.Text);
        if ((document.Document.Published.Value ?? document.Document.Published.Latest ?? Latest(document)) is not { } published || day <= published || day.Year < 2 || HasYear().IsMatch(words)) { return day; }
        return HasMonth().IsMatch(words) ? day.AddYears(-1) : day.AddMonths(-1);
    }

    // The latest day that the text gives with its year.
    private static DateOnly? Latest(DocumentView document) => document.Annotated.Dates.Where(date => date.Value.Length == 10 && HasYear().IsMatch(date.Span.SliceOf(document.Text))).Select(date => SayingReference.DayOf(date.Value)).Max();

    // "KARTH, 7 March (Agency) -" tells when the text was written.
    private static bool IsDateline(DocumentView document, ToldLine line, TimeExpression date)
    {
        var after = document.Text.AsSpan(date.Span.End, Math.Min(40, document.Text.Length - date.Span.End));
        var rest = line.Line.Span.Length - date.Span.Length;
        return rest < 12 || (date.Span.Start - document.Document.Blocks[line.Line.Block].Span.Start < 40 && after.IndexOfAny('-', '–', '—') is >= 0 and < 30) || Published().IsMatch(document.Text[line.Line.Span.Start..date.Span.Start]);
    }

    // A sentence that names both days knows that they are two.
    private static bool KnowsBoth(List<Dated> dated, DateOnly one, DateOnly other) => dated.GroupBy(mention => mention.Line.Index).Any(group => group.Any(mention => mention.Day == one) && group.Any(mention => mention.Day == other));

    private static double Weigh(DocumentView document, Dated first, Dated second)
    {
        var days = DaysApart(document, first, second);
        if (days is 0 or > MostDays || first.Line == second.Line || first.Line.IsElsewhere(second.Line)) { return 0; }
        var voices = Voices(first, second);
        if (voices == 0) { return 0; }
        var between = second.Line.Index - first.Line.Index;
        // "It happened on 3 February": what happened was told in the sentence before.
        ToldLine[] mine = first.Before is { } before && Points(first) ? [first.Line, before] : [first.Line], its = second.Before is { } earlier && Points(second) ? [second.Line, earlier] : [second.Line];
        var own = mine.Any(one => its.Any(other => one != other && one.Deeds.Overlaps(other.Deeds)));
        var common = mine.Max(one => its.Max(other => one == other ? 0 : one.Common(other)));
        if (NamesTeller(first, second.Voice) || NamesTeller(second, first.Voice)) { common += OtherTeller; }
        var isAnaphoric = between <= 2 && (It().IsMatch(second.Line.Words) || (second.IsRecord && second.IsDating));
        var isDoubted = Enumerable.Range(Math.Max(0, first.Line.Index - 2), between + 3).Any(i => i < document.Lines.Length && i <= second.Line.Index && Uncertain().IsMatch(document.Lines[i].Span.In(document.Text)));
        if (!isDoubted && ((common <= 0 && !isAnaphoric) || (!own && !isAnaphoric && !(first.IsDating && second.IsDating) && common < Plain))) { return 0; }
        var weight = voices + common + (first.IsDating && second.IsDating ? BothDating : first.IsDating || second.IsDating ? Dating : 0) + Nearness(days) - Farther * (between - 1) + (isAnaphoric ? Anaphoric : 0) + (own || isAnaphoric || common >= 0.7 ? 0 : NoDeed);
        weight += Opposes().IsMatch(second.Line.Words) ? Opposing : 0;
        weight += isDoubted ? Doubted : 0;
        weight += Others().IsMatch(second.Line.Words) || Others().IsMatch(first.Line.Words) ? OtherEvent : 0;
        return weight;
    }

    // A day without its year may be of the other's.
    private static int DaysApart(DocumentView document, Dated first, Dated second)
    {
        var days = Math.Abs(first.Day.DayNumber - second.Day.DayNumber);
        if (days <= MostDays || HasYear().IsMatch(first.Date.Span.SliceOf(document.Text)) && HasYear().IsMatch(second.Date.Span.SliceOf(document.Text)) || !HasMonth().IsMatch(first.Date.Span.SliceOf(document.Text)) || !HasMonth().IsMatch(second.Date.Span.SliceOf(document.Text))) { return days; }
        return Math.Abs(first.Day.DayNumber - second.Day.AddYears(first.Day.Year - second.Day.Year).DayNumber);
    }

    // "Her meeting with Lubin" in the one, what Lubin says in the other.
    private static bool NamesTeller(Dated date, Statement? voice) => voice?.Source?.Name is { } name && Origins.PartyNames.IsWholeName(name) && Origins.PartyNames.Surname(name) is { Length: > 3 } surname
        && date.Line.Words.Contains(surname, StringComparison.Ordinal) && date.Voice?.Source?.Name is { } own && !own.Contains(surname, StringComparison.Ordinal);

    private static bool Points(Dated date) => It().IsMatch(date.Line.Words) || date.Line.Deeds.Count == 0;

    private static double Voices(Dated first, Dated second)
    {
        if (first.Voice is not null && second.Voice is not null)
        {
            return WeighedFigures.AreTwo(first.Voice, second.Voice) ? TwoVoices : first.IsRecord != second.IsRecord ? Record : 0;
        }

        return first.IsRecord != second.IsRecord ? Record : first.Voice is null && second.Voice is null ? 0 : OneVoice;
    }

    private static double Nearness(int days) => days switch { <= 1 => 0.7, <= 3 => 0.6, <= 7 => 0.4, _ => 0.25 };

    private static Finding Report(DocumentView document, Dated first, Dated second)
    {
        var (one, other) = (DateConflictCheck.Show(first.Day), DateConflictCheck.Show(second.Day));
        string Who(Dated date) => date.Voice?.Source!.Name is { } name ? $" ({name})" : "";
        return Finding.Of(
            FindingKind.DatesDisagree, Severity.Notice, $"Two accounts in {document.NameWithin} date the same event differently: {one}{Who(first)} and {other}{Who(second)}.",
            document.StatementsAt(first.Date.Span, second.Date.Span), [document.Evidence(first.Line.Line.Span), document.Evidence(second.Line.Line.Span), document.Evidence(first.Date.Span), document.Evidence(second.Date.Span)],
            Calculation.Of($"{one} ≠ {other}"));
    }

    [GeneratedRegex(@"\b(?:since|until|till|before|after|from|between|through|to|than|ahead of|for|planned for|scheduled for|set for)(?: (?:the|about|around|early|late|\p{L}+day,?|\p{Lu}\p{Ll}+))* $", RegexOptions.IgnoreCase)]
    private static partial Regex Bounded();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex HasYear();

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")]
    private static partial Regex HasMonth();

    [GeneratedRegex(@"\b(?:published|updated|posted|accessed|photo|retrieved|last modified)\b[^.;]{0,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex Published();

    [GeneratedRegex(@"\b(?:puts?|places?|placed|dates?|dated|sets?)\b [^.;]{0,60}$|\b(?:entered|recorded|logged|noted|registered|booked|listed|filed|dated|stamped|postmarked)\b[^.;]{0,20}$|\b(?:gives?|gave|shows?|showed|has|names?|bears?|bore|says?|reads?)(?: the date(?: of)?)? $|\b(?:it|this|that) (?:was|is)(?: on)?(?: the)?(?: night| morning| evening)?(?: (?:of|to))? (?:\p{L}+day,? )?$|\bit (?:happened|took place|occurred)\b[^.;]{0,40}$|\btook place(?: on)? $", RegexOptions.IgnoreCase)]
    private static partial Regex Dates();

    [GeneratedRegex(@"^,? (?:the (?:day|date|night|morning) (?:on|when|in) |is the (?:date|day))", RegexOptions.IgnoreCase)]
    private static partial Regex DatesAfter();

    [GeneratedRegex(@"\b(?:log|logbook|register|registers|certificate|recording|caption|photo|photograph|footage|video|envelope|stamp|postmark|diary|letter|file|document|notice|metadata|timestamp|minutes|archive|inscription|gravestone|receipt|protocol|report of)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Records();

    [GeneratedRegex(@"\bit\b|\b(?:this|that) (?:was|is|happened|took|had)\b", RegexOptions.IgnoreCase)]
    private static partial Regex It();

    [GeneratedRegex(@"\b(?:insist(?:s|ed)|maintain(?:s|ed)|however|but|afterwards|claim(?:s|ed)|certain|contradict(?:s|ed)|actually|in fact|not on|only on|as early as|already)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opposes();

    [GeneratedRegex(@"\b(?:date|day|dates|when|time)\b[^.;]{0,40}\b(?:uncertain|unclear|differ|differs|disputed|disagree|vary|varies|contested|not agree|do not match|does not match)\b|\b(?:differ|disagree|disputed?)\b[^.;]{0,30}\b(?:on|over|about) (?:when|the (?:date|day))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Uncertain();

    [GeneratedRegex(@"\b(?:again|another|second|third|(?:a|one|two|three|four|five|six|seven|ten|\d+) (?:day|days|week|weeks) (?:later|earlier|before|after)|the (?:next|following|previous) \p{L}+|following|previous|latest|another|also|next|then|later|subsequently|meanwhile|in return|separately|first|last)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Others();
}
