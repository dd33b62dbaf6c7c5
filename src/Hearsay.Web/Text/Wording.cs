using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Hearsay.Documents;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Statements;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Web.Text;

/// <summary>The words in which pages speak of numbers, dates and kinds, in the language of the page whatever the machine's culture.</summary>
public static class Wording
{
    /// <summary><c>1 statement</c>, <c>1,204 statements</c>.</summary>
    public static string Count(long count, string one, string? many = null) =>
        Current.Count(count, one, many ?? one + "s");

    /// <summary>The noun that fits a count.</summary>
    public static string Noun(long count, string one) => Current.Noun(count, one, one + "s");

    /// <summary>The name of a kind, a role, a verdict: what the code calls it, in small letters.</summary>
    public static string Name(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return T(value.ToString().ToLowerInvariant());
    }

    /// <summary><c>once</c>, <c>twice</c>, <c>17 times</c>.</summary>
    public static string Times(int count) => count switch { 1 => T("once"), 2 => T("twice"), _ => Count(count, "time") };

    /// <summary><c>1,204</c>.</summary>
    public static string Number(long count) => count.ToString("N0", Culture);

    /// <summary><c>3 May 2031</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary><c>between 2 and 9 May 2031</c>, <c>on 2 May 2031</c>.</summary>
    public static string Between(DateOnly first, DateOnly last) =>
        first == last ? T($"on {Day(first)}")
        : first.Year == last.Year && first.Month == last.Month ? T($"between {first.Day.ToString(Culture)} and {Day(last)}")
        : first.Year == last.Year ? T($"between {first.ToString("d MMMM", Culture)} and {Day(last)}")
        : T($"between {Day(first)} and {Day(last)}");

    /// <summary>The days of a matter in words: <c>18 to 21 November 2031</c>.</summary>
    public static string Period((DateOnly? First, DateOnly? Last) period) =>
        period is not { First: { } first, Last: { } last } ? T("no day known")
        : first == last ? Day(first)
        : first.Year == last.Year && first.Month == last.Month ? T($"{first.Day.ToString(Culture)} to {Day(last)}")
        : first.Year == last.Year ? T($"{first.ToString("d MMMM", Culture)} to {Day(last)}")
        : T($"{Day(first)} to {Day(last)}");

    /// <summary>A date of publication in words: the day, or the days between which it lies, or that it is not known.</summary>
    public static string Published(PublicationDate published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return (published.Value, published.Earliest, published.Latest) switch
        {
            ({ } day, _, _) => Day(day),
            (null, { } first, { } last) => Between(first, last),
            (null, { } first, null) => T($"not before {Day(first)}"),
            (null, null, { } last) => T($"not after {Day(last)}"),
            _ => T("undated"),
        };
    }

    /// <summary>What a date of publication rests on.</summary>
    public static string Basis(DateBasis basis) => basis switch
    {
        DateBasis.Given => T("as given when it was captured"),
        DateBasis.Metadata => T("as the page’s metadata says"),
        DateBasis.Text => T("as a date line in the text says"),
        DateBasis.Inferred => T("inferred from what the text speaks of"),
        _ => T("no date was found"),
    };

    /// <summary><c>4.2 kB</c>, in powers of ten.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => Count(bytes, "byte"),
        < 1_000_000 => T($"{(bytes / 1000.0).ToString("0.#", Culture)} kB"),
        _ => T($"{(bytes / 1_000_000.0).ToString("0.#", Culture)} MB"),
    };

    /// <summary>The English name of a language code, or the code.</summary>
    public static string Language(string? code) => code switch
    {
        null => T("unknown language"),
        "en" => T("English"),
        "uk" => T("Ukrainian"),
        "ru" => T("Russian"),
        "other" => T("another language"),
        _ => code,
    };

    /// <summary>The value of a <c>lang</c> attribute: a code that is known, else empty, which means unknown.</summary>
    public static string LanguageTag(string? code) => code is "en" or "uk" or "ru" ? code : "";

    /// <summary>The role of a block as its label.</summary>
    public static string Role(BlockRole role) => role switch
    {
        BlockRole.Boilerplate => T("Furniture"),
        _ => T(role.ToString()), // TextCatalogue lists them
    };

    /// <summary>What a kind of wording is called.</summary>
    public static string Kind(StatementKind kind) => kind switch
    {
        StatementKind.Direct => T("direct quote"),
        StatementKind.Mixed => T("part quoted"),
        StatementKind.Narrated => T("the outlet’s own"),
        _ => T("indirect"),
    };

    /// <summary>The act as a verb of its source: <c>says</c>, <c>orders</c>.</summary>
    public static string Verb(StatementAct act, StatementKind kind) => (act, kind) switch
    {
        (_, StatementKind.Narrated) => T("reports"),
        (StatementAct.Other, _) => T("is credited"),
        _ => Name(act),
    };

    /// <summary>What the words of a figure admit, as a bound of its number.</summary>
    public static string Bound(FigureBound bound) => bound switch
    {
        FigureBound.AtLeast => T("at least"),
        FigureBound.AtMost => T("at most"),
        FigureBound.About => T("about"),
        FigureBound.Range => T("a range"),
        FigureBound.MoreThan => T("more than"),
        FigureBound.LessThan => T("less than"),
        _ => T("exactly"),
    };

    /// <summary>When a statement was said: a day that the text states, or the day of publication, by which it was said.</summary>
    public static string Said(SaidOn saidOn)
    {
        ArgumentNullException.ThrowIfNull(saidOn);
        return saidOn switch
        {
            { Value: { } value, Basis: SaidOnBasis.Stated } => T($"{Timex(value)}, stated"),
            { Value: { } value } => T($"by {Timex(value)}"),
            _ => T("day not known"),
        };
    }

    /// <summary>A content's words on one line, its spans joined by an ellipsis, cut to about <paramref name="limit"/> UTF-16 code units.</summary>
    public static string Excerpt(string text, ImmutableArray<TextSpan> content, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new StringBuilder();
        foreach (var span in content)
        {
            if (words.Length > limit) { break; }
            if (words.Length > 0) { words.Append(" … "); }
            var within = new TextSpan(span.Start, Math.Min(span.End, span.Start + limit + 1));
            foreach (var character in within.In(text))
            {
                words.Append(character is '\n' or '\r' or '\t' ? ' ' : character);
            }
        }

        return VisibleText.Shorten(words.ToString(), limit);
    }

    /// <summary>Figures as the text words them, each with its value where the words do not have it in digits: <c>two dozen buses (24); 312 men</c>.</summary>
    public static string Figures(string text, ImmutableArray<Figure> figures) => Listed(figures, figure =>
    {
        var words = Excerpt(text, [figure.Span], FactShown);
        return figure.Value is not { } value || words.Any(char.IsAsciiDigit) ? words : string.Create(Culture, $"{words} ({value:#,0.###})");
    });

    /// <summary>Dates as the text words them, each with the day, month or year that it resolves to: <c>on Monday (12 May 2031)</c>.</summary>
    public static string Dates(string text, ImmutableArray<TimeExpression> dates) => Listed(dates, date =>
    {
        var words = Excerpt(text, [date.Span], FactShown);
        var day = Timex(date.Value);
        return day == date.Value || day == words ? words : $"{words} ({day})";
    });

    private const int FactShown = 60;

    // The first few, and how many more there are.
    private static string Listed<TFact>(ImmutableArray<TFact> facts, Func<TFact, string> worded)
    {
        const int Most = 6;
        var listed = string.Join("; ", facts.Take(Most).Select(worded));
        return facts.Length <= Most ? listed : T($"{listed}; and {Count(facts.Length - Most, "more", "more")}");
    }

    /// <summary>What kind of party a source is.</summary>
    public static string Type(SourceType type) => type switch
    {
        SourceType.Place => T("place, for its authorities"),
        SourceType.Group => T("group of people"),
        SourceType.Document => T("text"),
        SourceType.Unnamed => T("not named"),
        _ => Name(type),
    };

    /// <summary>A probability as a word: what it is likely to be worth to a reader.</summary>
    public static string Confidence(double probability) => probability switch
    {
        >= 0.9 => T("very likely right"),
        >= 0.7 => T("likely right"),
        >= 0.5 => T("more likely right than not"),
        _ => T("doubtful"),
    };

    /// <summary><c>93 %</c>; never 0 or 100 where it is not exactly that.</summary>
    public static string Percent(double probability)
    {
        var percent = Math.Round(probability * 100, MidpointRounding.AwayFromZero);
        percent = probability is > 0 and < 1 ? Math.Clamp(percent, 1, 99) : percent;
        return string.Create(Culture, $"{percent:0} %");
    }

    /// <summary>A TIMEX3 value in words where it is a day, month or year; otherwise as it is.</summary>
    public static string Timex(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var culture = CultureInfo.InvariantCulture;
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day) ? Day(day)
            : DateOnly.TryParseExact(value, "yyyy-MM", culture, DateTimeStyles.None, out var month) ? month.ToString("MMMM yyyy", Culture)
            : value;
    }
}
