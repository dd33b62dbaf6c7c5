using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Language.Dates;
using Hearsay.Matters.Grouping;
using Hearsay.Matters.Origins;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters;

/// <summary>A statement of a matter with what the checks ask of it again and again.</summary>
internal sealed partial class Passage
{
    private readonly Lazy<(DateOnly First, DateOnly Last)?> time;

    public Passage(Document document, Statement statement, int index)
    {
        (Document, Statement, Index) = (document, statement, index);
        time = new(ReadTime);
        Day = ThreadSplitter.DayOf(statement, document);
        Words = [.. WordScanner.Scan(document.Text, statement.Content)];
        Stems = [.. Words.Select(word => Stemmer.Stem(word.Lower))];
        Theme = Theme.Of(document, statement);
    }

    private HashSet<string>? deeds;
    private bool? dismisses;
    private bool? isClause;
    private (bool IsRead, Negation? Value) negation;

    /// <summary>True where its content calls something false (<see cref="DenialWording.CallsFalse"/>) or its speaker rates a claim so.</summary>
    public bool Dismisses => dismisses ??= DenialWording.CallsFalse(Quote(500)) || DenialWording.RatesClaim(this);

    /// <summary>The families of deeds that its content tells of.</summary>
    public HashSet<string> Deeds => deeds ??= Text.Deeds.Of(Stems);

    /// <summary>What its content negates; null where it negates nothing.</summary>
    public Negation? Negation
    {
        get
        {
            if (!negation.IsRead) { negation = (true, Origins.Negation.Of(this)); }
            return negation.Value;
        }
    }

    /// <summary>Where its content begins.</summary>
    public int Start => Statement.Content[0].Start;

    /// <summary>Where its content ends.</summary>
    public int End => Statement.Content[^1].End;

    public Document Document { get; }

    public Statement Statement { get; }

    /// <summary>Place among its document's statements of the matter.</summary>
    public int Index { get; }

    /// <summary>The day it counts for.</summary>
    public DateOnly? Day { get; }

    /// <summary>The days that the one date of its content covers: when what it tells of was. Null where it names none, or several.</summary>
    public (DateOnly First, DateOnly Last)? Time => time.Value;

    /// <summary>The content's words.</summary>
    public ImmutableArray<ScannedWord> Words { get; }

    /// <summary>Their stems.</summary>
    public ImmutableArray<string> Stems { get; }

    /// <summary>What the content is about.</summary>
    public Theme Theme { get; }

    /// <summary>Whose word it is within its document; set when the matter's parties are known.</summary>
    public Party Speaker { get; set; } = null!;

    /// <summary>True where the content says something, and does not merely name it: "that the list was old", not "the recent attacks on the list".</summary>
    public bool IsClause => isClause ??= Statement.Kind is StatementKind.Direct or StatementKind.Mixed || Statement.Events.Any() || Statement.Cue?.Lemma is "accuse" or "blame" || Finite().IsMatch(Quote(600));

    /// <summary>The content's words as one string, cut for display.</summary>
    public string Quote(int longest = 160) => Quote(Document, Statement, longest);

    /// <summary>The words of a statement's content as one string, cut for display.</summary>
    public static string Quote(Document document, Statement statement, int longest)
    {
        var text = string.Join(" … ", statement.Content.Select(span => span.SliceOf(document.Text).ReplaceLineEndings(" ").Trim()));
        if (text.Length <= longest) { return text; }
        var cut = text.LastIndexOf(' ', longest);
        return text[..(cut > longest / 2 ? cut : longest)] + " …";
    }

    /// <summary>The content's spans as evidence.</summary>
    public IEnumerable<Evidence> ContentEvidence => Statement.Content.Select(Evidence);

    /// <summary>Source, cue and content as evidence.</summary>
    public IEnumerable<Evidence> FullEvidence
    {
        get
        {
            var (start, end) = (Statement.Content[0].Start, Statement.Content[^1].End);
            if (Statement.Source?.Span is { } source) { (start, end) = (Math.Min(start, source.Start), Math.Max(end, source.End)); }
            if (Statement.Cue is { } cue) { (start, end) = (Math.Min(start, cue.Span.Start), Math.Max(end, cue.Span.End)); }
            const int Longest = 700;
            return end - start <= Longest ? [Evidence(new TextSpan(start, end))]
                : [.. ContentEvidence, .. Statement.Source?.Span is { } named ? [Evidence(named)] : Array.Empty<Evidence>()];
        }
    }

    private (DateOnly First, DateOnly Last)? ReadTime()
    {
        var days = Statement.Dates.Where(date => date.Type is TimeType.Date && date.Span != Statement.SaidOn.Span).Select(date => DaysOf(date.Value)).OfType<(DateOnly First, DateOnly Last)>().Distinct().ToList();
        if (days.Count == 1) { return days[0]; }
        // "On 2 November 2031, in autumn": the narrower one.
        var narrow = days.Count > 1 ? days.MinBy(day => day.Last.DayNumber - day.First.DayNumber) : default;
        return days.Count > 1 && days.TrueForAll(day => day.First <= narrow.First && day.Last >= narrow.Last) ? narrow : null;
    }

    private static (DateOnly First, DateOnly Last)? DaysOf(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return (day, day); }
        if (DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) { return (month, month.AddMonths(1).AddDays(-1)); }
        return value.Length == 4 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and < 9999 ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : null;
    }

    /// <summary>A span of its document as evidence.</summary>
    public Evidence Evidence(TextSpan span) => new(Document.Sha256, span, span.SliceOf(Document.Text));

    [GeneratedRegex(@"(?<![\p{L}-])(?:is|are|was|were|has|had|have|will|would|did|does|do|can|could|should|may|might|must|\p{Ll}{2,}ed|threw|shot|beat|fled|spoke|stood|saw|knew|kept|met|paid|ran|sold|wrote|drove|broke|brought|fought|hid|led|struck|left|went|took|gave|made|told|came|fell|lost|held|killed|sent|put|n[’']t)(?![\p{L}-])", RegexOptions.CultureInvariant)]
    private static partial Regex Finite();
}
