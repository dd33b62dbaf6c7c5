using System.Collections.Frozen;
using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>A sentence of a document with what tells what it is about and whose word it is, for checks that set two accounts of one thing beside each other.</summary>
internal sealed class ToldLine
{
    private const float Telling = 2.2f;    // weight from which a word in common tells that two sentences speak of one thing
    private const int NameLetters = 5;     // "Varnia" and "Varnian" share as many
    private const double SharedDeed = 0.7;
    private const int MostDeeds = 2;
    private const double SharedWord = 0.3;
    private const int MostWords = 4;
    private const double SharedName = 0.25;
    private const int MostNames = 2;
    private const double OtherDeeds = -1;

    private readonly DocumentView document;
    private readonly Lazy<ImmutableArray<ScannedWord>> words;
    private readonly Lazy<ImmutableArray<string>> allStems;
    private readonly Lazy<HashSet<string>> deeds;
    private readonly Lazy<HashSet<string>> occasions;
    private readonly Lazy<HashSet<string>> stems;
    private readonly Lazy<HashSet<string>> names;
    private readonly Lazy<HashSet<string>> numbers;

    private ToldLine(DocumentView document, Line line, int index)
    {
        (this.document, Line, Index) = (document, line, index);
        words = new(() => WordScanner.Scan(document.Text, Line.Span));
        allStems = new(() => [.. words.Value.Select(word => Stemmer.Stem(word.Lower))]);
        deeds = new(() => Text.Deeds.Of(Stems));
        occasions = new(() => Text.Deeds.Occasions.In(Stems));
        names = new(() => [.. words.Value.Where(word => word is { IsCapital: true, IsNumber: false, StartsSentence: false } && !CalendarNames.Contains(word.Span.In(document.Text)) && !IsSource(word.Span)).Select(word => word.Lower.Length > NameLetters ? word.Lower[..NameLetters] : word.Lower)]);
        numbers = new(() => [.. Line.Figures.Where(figure => figure.Value > 1).Select(figure => figure.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)), .. document.DatesIn(Line).Where(date => date.Type is TimeType.Duration).Select(date => date.Value)]);
        stems = new(() => [.. words.Value.Where(word => word is { IsCapital: false, IsNumber: false, Lower.Length: > 3 }).Select(word => Stemmer.Stem(word.Lower)).Where(stem => WordWeights.Of(stem) >= Telling)]);
    }

    /// <summary>Index among the document's sentences; a caption's is that of the sentence after it.</summary>
    public int Index { get; }

    /// <summary>The sentence.</summary>
    public Line Line { get; }

    /// <summary>Its words.</summary>
    public string Words => Line.Span.SliceOf(document.Text);

    /// <summary>Its words, one by one.</summary>
    public ImmutableArray<ScannedWord> Scanned => words.Value;

    /// <summary>The words' stems.</summary>
    public ImmutableArray<string> Stems => allStems.Value;

    /// <summary>The families of deeds that it tells of.</summary>
    public HashSet<string> Deeds => deeds.Value;

    /// <summary>The occasions that it tells of (<see cref="Text.Deeds.Occasions"/>).</summary>
    public HashSet<string> Occasions => occasions.Value;

    /// <summary>The sentences of a document.</summary>
    public static ImmutableArray<ToldLine> Of(DocumentView document) => [.. document.Lines.Select((line, i) => new ToldLine(document, line, i))];

    /// <summary>The captions of a document's pictures.</summary>
    public static ImmutableArray<ToldLine> CaptionsOf(DocumentView document) => [.. document.Captions.Select(line => new ToldLine(document, line, document.Lines.Count(other => other.Span.Start < line.Span.Start)))];

    /// <summary>
    /// Whose word a stretch of the sentence is: the tightest statement's that holds it; else, where the sentence has no statement of its own, that of the sentence before it in its paragraph, whose speaker goes on ("He had been
    /// there, the minister said. He had counted them."). Null where the document tells it.
    /// </summary>
    public Statement? VoiceAt(TextSpan span) => Own(span) ?? (HasStatement(Line.Span) || Index == 0 || document.Lines[Index - 1].Block != Line.Block ? null
        : document.Statements.Where(statement => statement.Source is not null && statement.Cue is not null && statement.Content[^1].Overlaps(document.Lines[Index - 1].Span)).MaxBy(statement => statement.Content[^1].End));

    /// <summary>How much two sentences have in common: deeds, words and names.</summary>
    /// <param name="sameFate">True where both tell the same fate of people, so that deeds with other words are no other deeds.</param>
    public double Common(ToldLine other, bool sameFate = false) => Common(other, Deeds.Intersect(other.Deeds).Count(), sameFate);

    /// <summary>The same where an occasion that both tell of counts as a deed, for days.</summary>
    public double CommonOfDays(ToldLine other) => Common(other, Math.Max(Deeds.Intersect(other.Deeds).Count(), Occasions.Overlaps(other.Occasions) ? 1 : 0), false);

    private double Common(ToldLine other, int both, bool sameFate)
    {
        return (SharedDeed * Math.Min(MostDeeds, both)) + (both == 0 && !sameFate && Deeds.Count > 0 && other.Deeds.Count > 0 ? OtherDeeds : 0)
            + (SharedWord * Math.Min(MostWords, stems.Value.Intersect(other.stems.Value).Count())) + (SharedName * Math.Min(MostNames, names.Value.Intersect(other.names.Value).Count()));
    }

    /// <summary>How many telling words, numbers and lengths of time two sentences share.</summary>
    public int Shared(ToldLine other) => stems.Value.Intersect(other.stems.Value).Count() + numbers.Value.Intersect(other.numbers.Value).Count();

    /// <summary>The same with names.</summary>
    public int SharedWithNames(ToldLine other) => Shared(other) + Math.Min(MostNames, names.Value.Intersect(other.names.Value).Count());

    /// <summary>True where each is set in a place that the other does not name.</summary>
    public bool IsElsewhere(ToldLine other) => Places.Count > 0 && other.Places.Count > 0 && !Places.Overlaps(other.names.Value) && !other.Places.Overlaps(names.Value);

    /// <summary>True where each tells of days, months or years, and none of the one fits one of the other.</summary>
    /// <param name="besidesSaying">True where days on which something was said count only against a day of the other's that is none such.</param>
    public bool IsAtOtherTimes(ToldLine other, bool besidesSaying = false)
    {
        var (mine, its) = (Times(besidesSaying), other.Times(besidesSaying));
        if (besidesSaying && mine.Count + its.Count > 0) { (mine, its) = (mine.Count > 0 ? mine : Times(false), its.Count > 0 ? its : other.Times(false)); }
        return mine.Count > 0 && its.Count > 0 && !mine.Any(time => its.Any(another => time.StartsWith(another, StringComparison.Ordinal) || another.StartsWith(time, StringComparison.Ordinal)));
    }

    // The names behind "in", "at", "near".
    private HashSet<string> Places => [.. words.Value.Where((word, i) => i > 0 && word.IsCapital && !CalendarNames.Contains(word.Span.In(document.Text)) && (words.Value[i - 1].Lower is "in" or "at" or "near" or "outside" || (i > 1 && words.Value[i - 1].Lower is "of" && PlaceNouns.Contains(words.Value[i - 2].Lower)))).Select(word => word.Lower.Length > NameLetters ? word.Lower[..NameLetters] : word.Lower)];

    private static readonly FrozenSet<string> PlaceNouns = FrozenSet.ToFrozenSet(["camp", "camps", "town", "city", "village", "port", "colony", "prison", "district", "region", "province", "island", "valley", "hospital"], StringComparer.Ordinal);

    /// <summary>The kinds of list that it speaks of.</summary>
    public HashSet<string> Records => [.. words.Value.Where(word => RecordNouns.Contains(word.Lower)).Select(word => word.Lower.TrimEnd('s'))];

    private static readonly FrozenSet<string> RecordNouns = FrozenSet.ToFrozenSet(["list", "lists", "register", "registers", "roll", "rolls", "files", "records", "books", "database", "certificates"], StringComparer.Ordinal);

    private HashSet<string> Times(bool besidesSaying) => [.. document.DatesIn(Line).Where(date => !(besidesSaying && IsOfSaying(date.Span)) && date.Type is TimeType.Date or TimeType.Time && date.Value is ['1' or '2', _, _, _, ..] && date.Value.Length is 4 or 7 or >= 10 && !date.Value.Contains('W', StringComparison.Ordinal) && (date.Value.Length < 7 || char.IsDigit(date.Value[5])))
        .Select(date => date.Value.Length > 10 ? date.Value[..10] : date.Value)];

    // "Wrote on Wednesday": when it was said, and not when it was.
    private bool IsOfSaying(TextSpan date) => document.Statements.Any(statement => statement.SaidOn.Span is { } said && said.Overlaps(date) && !statement.Content.Any(content => content.Overlaps(said)));

    private bool IsSource(TextSpan span) => document.Statements.Any(statement => statement.Source?.Span is { } source && source.Overlaps(span));

    private Statement? Own(TextSpan span) => document.Statements.Where(statement => statement.Source is not null && statement.Cue is { } cue && (cue.Span.Overlaps(span) || statement.Content.Any(content => content.Overlaps(span))))
        .MinBy(statement => statement.Content[^1].End - statement.Content[0].Start);

    private bool HasStatement(TextSpan span) => document.Statements.Any(statement => statement.Source is not null && statement.Content.Any(content => content.Overlaps(span)));
}
