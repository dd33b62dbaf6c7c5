using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>A count of a document with who gives it.</summary>
internal sealed partial class RivalFigure
{
    private const double MostApart = 40; // figures further apart count different things
    private const double MostRounded = 0.08; // share of a number that rounding may hide
    private const int Named = 3;         // letters of a name that tell two names apart

    private const int MostToOwn = 30;    // characters from a number to what it is of

    private readonly Lazy<Statement?> voice;
    private readonly Lazy<HashSet<string>> fates;
    private readonly bool isNation;

    private RivalFigure(DocumentView document, int line, Figure figure, Bounds bounds)
    {
        (Line, Figure, Bounds) = (line, figure, bounds);
        Words = figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        Noun = FigureMention.NounOf(document.Text, figure);
        if (figure is { Of: null, Kind: FigureKind.Count } && OfOwn().Match(document.Text, figure.Span.End, Math.Min(MostToOwn, document.Text.Length - figure.Span.End)) is { Success: true } own)
        {
            Noun = FigureMention.NounOf(document.Text, figure with { Of = new TextSpan(own.Groups["noun"].Index, own.Groups["noun"].Index + own.Groups["noun"].Length) });
        }

        fates = new Lazy<HashSet<string>>(() => RivalWording.FatesOf(ClauseOf(document, line, figure)));
        if (figure.Of is { } of && WordScanner.Scan(document.Text, of) is { IsEmpty: false } words) { (Last, isNation) = (Stemmer.Stem(words[^1].Lower), words[^1].IsCapital); }
        voice = new Lazy<Statement?>(() => document.Statements.Where(statement => statement.Source is { Name.Length: >= Named } && statement.Cue is { } cue && (cue.Span.Overlaps(figure.Span) || statement.Content.Any(content => content.Overlaps(figure.Span))))
            .MinBy(statement => statement.Content[^1].End - statement.Content[0].Start));
    }

    /// <summary>Index of its sentence.</summary>
    public int Line { get; }

    /// <summary>The figure.</summary>
    public Figure Figure { get; }

    /// <summary>Its value, or the bound that it has instead; 0 where it has neither.</summary>
    public double Size => SizeOf(Figure);

    /// <summary>The values that it admits; other than its words alone say where it is denied.</summary>
    public Bounds Bounds { get; }

    /// <summary>Its words.</summary>
    public string Words { get; }

    /// <summary>What is counted, <c>people</c> for any word for people; null where nothing is named.</summary>
    public string? Noun { get; }

    /// <summary>Stem of the last word for what is counted.</summary>
    public string? Last { get; }

    /// <summary>The statement that gives it, or null where the document does.</summary>
    public Statement? Voice => voice.Value;

    /// <summary>Who gives it.</summary>
    public string Speaker => Voice?.Source!.Name ?? "the text";

    /// <summary>The counts of a sentence that somebody may give another number for.</summary>
    public static IEnumerable<RivalFigure> Of(DocumentView document, int line) => Of(document, line, FigureKind.Count);

    /// <summary>The figures of another kind.</summary>
    public static IEnumerable<RivalFigure> Of(DocumentView document, int line, FigureKind kind) => document.Lines[line].Figures
        .Where(figure => figure.Kind == kind && SizeOf(figure) >= 2 && FigureMention.NounOf(document.Text, figure) is not "point" && !FigureMention.LooksLikeYear(document.Text, figure) && !IsAge(document.Text, figure) && !IsPart(document.Text, figure) && !IsShare(document.Text, figure))
        .Select(figure => new RivalFigure(document, line, figure, Bounds.Of(figure)));

    /// <summary>The same with a bound of its own.</summary>
    public RivalFigure Bounded(DocumentView document, Bounds bounds) => new(document, Line, Figure, bounds);

    /// <summary>True where both may count the same, and no value fits both.</summary>
    public bool Excludes(RivalFigure other) => MayCountSame(other) && ExcludesAny(other);

    /// <summary>True where no value fits both, however far apart they are.</summary>
    public bool Contradicts(RivalFigure other) => MayCountSame(other) && !Bounds.Meets(other.Bounds);

    /// <summary>True where no value fits both, whatever they count.</summary>
    public bool ExcludesAny(RivalFigure other) => Figure.Kind == other.Figure.Kind && Figure.Unit == other.Figure.Unit && !Bounds.Meets(other.Bounds) && !IsRounded(other) && Math.Max(SizeOf(Figure), SizeOf(other.Figure)) <= MostApart * Math.Min(SizeOf(Figure), SizeOf(other.Figure));

    /// <summary>True where one of the two may be the other, told in round numbers.</summary>
    public bool IsRounded(RivalFigure other) => Rounds(Figure, other.Figure) || Rounds(other.Figure, Figure);

    /// <summary>True where somebody else gives it.</summary>
    public bool IsOthers(RivalFigure other) => Voice != other.Voice && !(Voice?.Source?.Name is { } mine && other.Voice?.Source?.Name is { } its && (IsPartOf(mine, its) || IsPartOf(its, mine)));

    // "Torran" in "Mila Torran", and no "ferryman" in "brother of ferryman".
    private static bool IsPartOf(string name, string longer) => longer.Contains(name, StringComparison.OrdinalIgnoreCase) && !longer.EndsWith(" of " + name, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the two who give them are of sides that are at odds.</summary>
    public bool IsOtherSides(RivalFigure other) => Voice?.Source?.Side is { } mine && other.Voice?.Source?.Side is { } its && mine != its;

    /// <summary>True where both may count the same: "2,340 Varnians" and "2,285 Oskelanders" are each side's own, and civilians are no soldiers.</summary>
    public bool MayCountSame(RivalFigure other) => (Noun is null || other.Noun is null || Noun == other.Noun) && !(IsKeeper(Last) && IsKept(other.Last)) && !(IsKept(Last) && IsKeeper(other.Last))
        && (Last is null || other.Last is null || Last == other.Last || (!(isNation && other.isNation) && (FigureConflictCheck.IsSubgroup(Last) == FigureConflictCheck.IsSubgroup(other.Last) || (IsFate(Last) && other.fates.Value.Contains("dead")) || (IsFate(other.Last) && fates.Value.Contains("dead")))));

    private static bool IsKeeper(string? stem) => stem is "guard" or "warder" or "warden" or "doctor" or "nurs" or "nurse";

    private static bool IsKept(string? stem) => stem is "prison" or "prisoner" or "captiv" or "captive" or "inmat" or "inmate" or "detaine" or "detainee" or "patient";

    // From one semicolon to the next.
    private static string ClauseOf(DocumentView document, int line, Figure figure)
    {
        var (text, span) = (document.Text, document.Lines[line].Span);
        var start = text.LastIndexOf(';', figure.Span.Start, figure.Span.Start - span.Start);
        var end = text.IndexOf(';', figure.Span.Start, span.End - figure.Span.Start);
        return text[(start < 0 ? span.Start : start)..(end < 0 ? span.End : end)];
    }

    // "14 inmates died", "37 dead"
    private static bool IsFate(string stem) => stem is "dead" or "body" or "bodi";

    // "2,000" may be 1,950, told in round numbers.
    private static bool Rounds(Figure round, Figure other)
    {
        if (round.Value is not { } value || other.Value is not { } exact || value < 100 || value != Math.Floor(value)) { return false; }
        var unit = 1.0;
        while (value % (unit * 10) == 0) { unit *= 10; }
        return unit >= 100 && Math.Abs(value - exact) <= Math.Min(unit / 2, value * MostRounded);
    }

    private static double SizeOf(Figure figure) => figure.Value ?? figure.Low ?? figure.High ?? 0;

    // "22 of his men", "seven of our camps"
    [GeneratedRegex(@"\G of (?:his|her|their|our|its|my|your) (?:own )?(?<noun>\p{Ll}{3,})\b", RegexOptions.CultureInvariant)]
    private static partial Regex OfOwn();

    // "nearly 3 in 10"
    private static bool IsShare(string text, Figure figure) => text.AsSpan(figure.Span.End) is [' ', 'i', 'n', ' ', >= '0' and <= '9', ..];

    // "eleven more", "another eleven"
    private static bool IsPart(string text, Figure figure)
    {
        var before = text.AsSpan(0, figure.Span.Start);
        var after = text.AsSpan(figure.Span.End);
        return after.StartsWith(" more") || after.StartsWith(" other") || before.EndsWith("another ", StringComparison.OrdinalIgnoreCase) || before.EndsWith("further ", StringComparison.OrdinalIgnoreCase) || before.EndsWith("additional ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True for an age in apposition: "Emeka, 24, who …".</summary>
    public static bool IsAge(string text, Figure figure) => figure is { Of: null, Value: < 120 } && figure.Span.Start > 2 && text.AsSpan(figure.Span.Start - 2, 2) is ", " && figure.Span.End < text.Length && text[figure.Span.End] is ',' or '.'
        && char.IsLetter(text[figure.Span.Start - 3]) && text.AsSpan(0, figure.Span.Start - 2).LastIndexOfAny(' ', '\n') is var space && char.IsUpper(text[space + 1]);
}
