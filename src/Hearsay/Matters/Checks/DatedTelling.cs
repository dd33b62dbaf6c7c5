using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Language.Dates;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>A sentence that puts what it tells of on a day.</summary>
/// <param name="Day">The day; where the text has no year at all, in a leap year that stands for any.</param>
/// <param name="Date">The day's words.</param>
/// <param name="Line">The sentence.</param>
/// <param name="Before">The sentence that it goes on from ("It was on the 3rd"); null where none stands before it in its paragraph.</param>
/// <param name="Voice">Whose word it is; null where the document tells it.</param>
/// <param name="IsRecord">True where a log, a certificate or a caption gives the day.</param>
/// <param name="IsDating">True where words date: "puts it on", "is entered under", "it was on".</param>
/// <param name="IsNew">True where the words bring it up as something new: "an exchange on the 5th", "a letter dated Tuesday".</param>
internal sealed partial record DatedTelling(DateOnly Day, TimeExpression Date, ToldLine Line, ToldLine? Before, Statement? Voice, bool IsRecord, bool IsDating, bool IsNew)
{
    private const int MostDates = 60;
    /// <summary>The year of days whose text has no year at all.</summary>
    public const int AnyYear = 2000;
    private const int FewLetters = 40; // of a sentence that tells nothing itself ("She knows the day.")

    /// <summary>The dated sentences of a document, captions among them, in text order.</summary>
    public static ImmutableArray<DatedTelling> Read(DocumentView document)
    {
        var lines = document.Told;
        var found = ImmutableArray.CreateBuilder<DatedTelling>();
        var weekday = new Lazy<(DateOnly Day, int Weekday)?>(() => FirstWeekday(document));
        foreach (var line in lines.Concat(ToldLine.CaptionsOf(document)).OrderBy(line => line.Line.Span.Start).Where(line => line.Line.Role is not BlockRole.Headline && !line.Words.Contains("http", StringComparison.Ordinal)))
        {
            foreach (var date in document.DatesIn(line.Line))
            {
                if (date.Type is not (TimeType.Date or TimeType.Time) || !NamesDay().IsMatch(date.Span.SliceOf(document.Text)) || DayOf(date, weekday) is not { } day || found.Count >= MostDates) { continue; }
                var (before, after) = (document.Text[line.Line.Span.Start..date.Span.Start], document.Text[date.Span.End..line.Line.Span.End]);
                var isCaption = line.Line.Role is BlockRole.Caption;
                var isDating = Dates().IsMatch(before) || DatesAfter().IsMatch(after) || NotUntil().IsMatch(before);
                if (!isDating && (Negated().IsMatch(before) || Planned().IsMatch(before))) { continue; }
                if (!isCaption && !isDating && IsDateline(document, line, date)) { continue; }
                if (!isDating && day == (document.Document.Published.Value ?? document.Document.Published.Earliest) && !HasMonth().IsMatch(date.Span.SliceOf(document.Text))) { continue; }
                if (!isDating && ((Bounded().IsMatch(before) && !Traced().IsMatch(before)) || (IsWhenSaid(document, date.Span) && OccasionAt(document, line, date.Span).Count == 0 && !MadePublic().IsMatch(before) && !ReportOf().IsMatch(before)))) { continue; }
                found.Add(new DatedTelling(Past(document, date, day), date, line, isCaption ? null : Antecedent(lines, line), isCaption ? null : line.VoiceAt(date.Span), isCaption || Records().IsMatch(line.Words), isDating, Indefinite().IsMatch(before)));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The sentences that tell what happened: its own, and the one before it where it points back.</summary>
    public ImmutableArray<ToldLine> About => Before is not null && (Points().IsMatch(Line.Words) || (Line.Deeds.Count == 0 && Line.Occasions.Count == 0)) ? [Line, Before] : [Line];

    /// <summary>The families of the noun that a day belongs to ("the exchange on 26 August", "the 26 August exchange"); none where it belongs to no such noun.</summary>
    public static HashSet<string> OccasionAt(DocumentView document, ToldLine line, TextSpan date)
    {
        const int Around = 60;
        var (text, sentence) = (document.Text, line.Line.Span);
        var before = text[Math.Max(sentence.Start, date.Start - Around)..date.Start];
        if (NounBefore().Match(before) is { Success: true } noun) { return Deeds.Occasions.In(noun.Groups["noun"].Value); }
        return TheBefore().IsMatch(before) && NounAfter().Match(text[date.End..sentence.End]) is { Success: true } after ? Deeds.Occasions.In(after.Groups["noun"].Value) : [];
    }

    /// <summary>What a day is written on, where it dates nothing else: "order" of "the payment order dated 20 October", "article" of "the article in the Courier, dated 5 April"; null otherwise.</summary>
    public string? PaperIn(string text) => Paper().Match(text[Line.Line.Span.Start..Date.Span.Start]) is { Success: true } match ? match.Groups["noun"].Value : null;

    /// <summary>True for an answer that is a day and hardly more: "On the eighteenth!"</summary>
    public bool IsAnswer(string text) => Line.Line.Span.Length - Date.Span.Length < FewLetters / 2 && Answer().IsMatch(text[Line.Line.Span.Start..Date.Span.Start]);

    /// <summary>The day as readers are shown it: "6 October 2024", or "6 October" where the text has no year.</summary>
    public string Shown => Day.Year == AnyYear ? Day.ToString("d MMMM", CultureInfo.InvariantCulture) : DateConflictCheck.Show(Day);

    /// <summary>Days from another day.</summary>
    public int DaysApart(DateOnly other) => Math.Abs(Day.DayNumber - other.DayNumber);

    /// <summary>Days between two; a day without its year may be of the other's.</summary>
    public int DaysFrom(DatedTelling other, string text)
    {
        const int Near = 60;
        if (Day.Year == AnyYear != (other.Day.Year == AnyYear)) { return Math.Abs(Day.DayNumber - other.Day.AddYears(Day.Year - other.Day.Year).DayNumber); }
        var days = Math.Abs(Day.DayNumber - other.Day.DayNumber);
        var (mine, its) = (Date.Span.SliceOf(text), other.Date.Span.SliceOf(text));
        if (days <= Near || (HasYear().IsMatch(mine) && HasYear().IsMatch(its)) || !HasMonth().IsMatch(mine) || !HasMonth().IsMatch(its)) { return days; }
        return Math.Abs(Day.DayNumber - other.Day.AddYears(Day.Year - other.Day.Year).DayNumber);
    }

    // The sentence before it in its paragraph, or the one before that where it tells nothing.
    private static ToldLine? Antecedent(ImmutableArray<ToldLine> lines, ToldLine line)
    {
        for (var i = line.Index - 1; i >= Math.Max(0, line.Index - 2) && lines[i].Line.Block == line.Line.Block; i--)
        {
            if (lines[i].Line.Span.Length > FewLetters || i == line.Index - 2) { return lines[i]; }
        }

        if (line.Index > 0 && lines[line.Index - 1].Line.Block == line.Line.Block) { return lines[line.Index - 1]; }
        // An answer goes on from its question.
        return line.Index > 0 && lines[line.Index - 1].Words.TrimEnd().EndsWith('?') ? lines[line.Index - 1] : null;
    }

    private static bool IsWhenSaid(DocumentView document, TextSpan date) => document.Statements.Any(statement => statement.Cue?.Lemma is not ":" && statement.SaidOn.Span is { } said && said.Overlaps(date) && !statement.Content.Any(content => content.Contains(said)));

    private static DateOnly? DayOf(TimeExpression date, Lazy<(DateOnly Day, int Weekday)?>? weekday)
    {
        if (date.Value.Length < 10) { return null; }
        // In a text of no known day: the one nearest to the first date that has its day of the week beside it ("Thursday, 9 April").
        if (date.Value.StartsWith("XXXX-WXX-", StringComparison.Ordinal)) { return weekday?.Value is { } known ? known.Day.AddDays(((date.Value[9] - '0' - known.Weekday + 10) % 7) - 3) : null; }
        var value = date.Value[..10];
        return SayingReference.DayOf(value.StartsWith("XXXX", StringComparison.Ordinal) ? AnyYear.ToString(CultureInfo.InvariantCulture) + value[4..] : value);
    }

    private static (DateOnly Day, int Weekday)? FirstWeekday(DocumentView document)
    {
        foreach (var date in document.Annotated.Dates.Where(date => date.Value.Length == 10))
        {
            if (WeekdayBeside().Match(date.Span.SliceOf(document.Text)) is { Success: true } match && DayOf(date, null) is { } day) { return (day, Array.IndexOf(Weekdays, match.Groups["weekday"].Value) + 1); }
        }

        return null;
    }

    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    [GeneratedRegex(@"^(?<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? (?:the )?\p{L}*\.? ?\d")]
    private static partial Regex WeekdayBeside();

    // "Is dated 12 October" in a text of February: what is dated has been, whatever the tense.
    private static DateOnly Past(DocumentView document, TimeExpression date, DateOnly day)
    {
        var words = date.Span.SliceOf(document.Text);
        if ((document.Document.Published.Value ?? document.Document.Published.Latest ?? Latest(document)) is not { } published || day <= published || day.Year <= AnyYear || HasYear().IsMatch(words)) { return day; }
        return HasMonth().IsMatch(words) ? day.AddYears(-1) : day.AddMonths(-1);
    }

    // The latest day that the text gives with its year.
    private static DateOnly? Latest(DocumentView document) => document.Annotated.Dates.Where(date => date.Value.Length == 10 && HasYear().IsMatch(date.Span.SliceOf(document.Text))).Select(date => SayingReference.DayOf(date.Value)).Max();

    // "KARTH, 7 March (Agency) -" tells when the text was written.
    private static bool IsDateline(DocumentView document, ToldLine line, TimeExpression date)
    {
        var after = document.Text.AsSpan(date.Span.End, Math.Min(40, document.Text.Length - date.Span.End));
        var rest = line.Line.Span.Length - date.Span.Length;
        return (rest < 12 && !StartsWithOn().IsMatch(line.Words)) || (date.Span.Start - document.Document.Blocks[line.Line.Block].Span.Start < 40 && after.IndexOfAny('-', '–', '—') is >= 0 and < 30) || Published().IsMatch(document.Text[line.Line.Span.Start..date.Span.Start]);
    }

    [GeneratedRegex(@"\b(?:[Ss]ince|[Uu]ntil|till|[Bb]efore|[Aa]fter|[Ff]rom|[Bb]etween|through|to|than|ahead of|for|planned for|scheduled for|set for)(?: (?:the|about|around|early|late|\p{L}+day,?|\p{Lu}\p{Ll}+))* $", RegexOptions.CultureInvariant)]
    private static partial Regex Bounded();

    // "Did not return a call on Tuesday": nothing happened.
    [GeneratedRegex(@"(?:\b(?:not|never|declined|refused)|n['’]t)\b[^,.;]{0,60}$", RegexOptions.IgnoreCase)]
    private static partial Regex Negated();

    [GeneratedRegex(@"\b(?:to be|(?:was|were|is|are) (?:to|due|set|scheduled|planned|expected)|will|would)\b[^.;]{0,50}$", RegexOptions.CultureInvariant)]
    private static partial Regex Planned();

    [GeneratedRegex(@"\b[Aa]n? (?:[\p{L}-]+ ){0,3}?\p{Ll}+ (?:on|of|from|dated) (?:the (?:morning|afternoon|evening|night) of )?$|\b[Aa]n? $", RegexOptions.CultureInvariant)]
    private static partial Regex Indefinite();

    // "Did not hand it in until the 21st": it did so then.
    [GeneratedRegex(@"(?:\bnot|n['’]t|\bonly)\b[^.;]{0,60}\b(?:until|till|after|before|on) $", RegexOptions.IgnoreCase)]
    private static partial Regex NotUntil();

    // "Filmed no later than 9 May", "pictures from Wednesday": what they show was then.
    [GeneratedRegex(@"\b(?:no|not) later than $|\b(?:pictures?|photos?|photographs?|images?|footage|videos?|recordings?) from $", RegexOptions.IgnoreCase)]
    private static partial Regex Traced();

    // "Published the letter on …": when it appeared, and not when somebody said something.
    [GeneratedRegex(@"\b(?:published|uploaded|posted|released|aired|broadcast) (?:the|its|his|her|their|that|this) (?:\p{L}+ ){1,2}(?:on )?$", RegexOptions.CultureInvariant)]
    private static partial Regex MadePublic();

    [GeneratedRegex(@"^\W*(?:no\W+)?on\b", RegexOptions.IgnoreCase)]
    private static partial Regex StartsWithOn();

    // "The night" alone names none.
    [GeneratedRegex(@"\b(?:\d{1,2}(?:st|nd|rd|th)|\d{1,4}[./-]\d{1,2}[./-]\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|day\b|\b(?:\p{L}+th|first|second|third|night before|next|following|previous|later|earlier|last night)\b")]
    private static partial Regex NamesDay();

    [GeneratedRegex(@"\b(?:report|article|story|post|video|bulletin) (?:of|from|dated) $", RegexOptions.CultureInvariant)]
    private static partial Regex ReportOf();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex HasYear();

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")]
    private static partial Regex HasMonth();

    [GeneratedRegex(@"^\W*(?:\p{L}+ )?(?:published|updated|posted|accessed|photo|retrieved|last modified)\b[^.;]{0,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex Published();

    [GeneratedRegex(@"\b(?:puts?|places?|placed|dates?|dated|sets?)\b [^.;]{0,60}$|\b(?:entered|recorded|logged|noted|registered|booked|listed|filed|dated|stamped|postmarked)\b[^.;]{0,20}$|\b(?:gives?|gave|shows?|showed|has|names?|bears?|bore|says?|reads?)(?: the (?:date|stamp|mark|postmark|timestamp)(?: of)?)? $|\b(?:it|this|that) (?:was|is)(?: on)?(?: the)?(?: night| morning| evening)?(?: (?:of|to))? (?:\p{L}+day,? )?$|\bit (?:happened|took place|occurred)\b[^.;]{0,40}$|\btook place(?: on)? $|\bdate of (?:his|her|their|its|the) \p{L}+\b[^.;]{0,40}$", RegexOptions.IgnoreCase)]
    private static partial Regex Dates();

    [GeneratedRegex(@"^,? (?:the (?:day|date|night|morning|evening) (?:on|when|in) |(?:is|was) (?:(?:given|entered|recorded|named|listed|noted) as )?the (?:date|day)|when (?:it|they|he|she|the)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex DatesAfter();

    [GeneratedRegex(@"\b(?:log|logbook|register|registers|certificate|recording|caption|photo|photograph|footage|video|envelope|stamp|postmark|diary|letter|file|document|notice|metadata|timestamp|minutes|archive|inscription|gravestone|receipt|protocol|report of)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Records();

    [GeneratedRegex(@"\b(?:[Tt]he|[Tt]his|[Tt]hat|its|their|his|her|our|an?|\p{Lu}\p{L}+['’]s) (?:[\p{L}-]+ ){0,3}?(?<noun>\p{L}+)(?: (?:of|at|in|near) (?:the )?\p{Lu}\p{L}+){0,2} (?:on|of|from) (?:the (?:morning|afternoon|evening|night) of )?$", RegexOptions.CultureInvariant)]
    private static partial Regex NounBefore();

    [GeneratedRegex(@"(?:\b(?:the|its|their|his|her|our)|['’]s) $", RegexOptions.IgnoreCase)]
    private static partial Regex TheBefore();

    [GeneratedRegex(@"^ (?:\p{Ll}+ )?(?<noun>\p{Ll}+)\b")]
    private static partial Regex NounAfter();

    [GeneratedRegex(@"\b(?<noun>(?!is |are |was |were |and |been )\p{L}+)(?: (?:in|of|by|from) [^.;,]{2,40},)? dated (?:on )?$")]
    private static partial Regex Paper();

    [GeneratedRegex(@"^\W*(?:(?:no|yes)\W+)?(?:it was )?(?:on )?$", RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\bit\b|\b(?:this|that) (?:was|is|happened|took|had)\b|\bthe (?:day|date)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Points();
}
