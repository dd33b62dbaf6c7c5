using System.Collections.Immutable;
using Hearsay.Language.Figures;
using Hearsay.Matters.Checks;
using Hearsay.Matters.Grouping;
using Hearsay.Matters.Text;

namespace Hearsay.Matters;

/// <summary>A figure of a passage with what tells which quantity it is of.</summary>
internal sealed class FigureMention
{
    private const int Reach = 9; // words to either side that tell what a figure is of

    private const int Beside = 60; // characters

    private bool? tellsOfDead;
    private Theme? window;
    private ImmutableHashSet<string>? names;

    public FigureMention(Passage passage, Figure figure)
    {
        (Passage, Figure) = (passage, figure);
        Bounds = Bounds.Of(figure);
        Of = figure.Of?.SliceOf(passage.Document.Text).ReplaceLineEndings(" ");
        var words = Of is null ? [] : WordScanner.Scan(Of, new TextSpan(0, Of.Length));
        Noun = NounOf(words);
        Nation = Of is { Length: > 3 } of && of[(of.LastIndexOf(' ') + 1)..] is [var first, ..] last && char.IsUpper(first) ? Stemmer.Stem(last.ToLowerInvariant()) : null;
        OfWords = words.IsEmpty ? [] : [.. words.Select(word => Stemmer.Stem(word.Lower))];
    }

    public Passage Passage { get; }

    public Figure Figure { get; }

    public Bounds Bounds { get; }

    /// <summary>The words for what is counted, or null.</summary>
    public string? Of { get; }

    /// <summary>Stem of the noun that is counted, <c>people</c> for any word for people; null where none is given.</summary>
    public string? Noun { get; }

    /// <summary>Stems of the words for what is counted.</summary>
    public ImmutableHashSet<string> OfWords { get; }

    /// <summary>Whose people are counted, where the last word for what is counted is a name: "Varnians"; else null.</summary>
    public string? Nation { get; }

    /// <summary>The words.</summary>
    public string Text => Figure.Span.SliceOf(Passage.Document.Text).ReplaceLineEndings(" ");

    /// <summary>True for numbers so particular that the same one in two places is hardly chance.</summary>
    public bool IsParticular => Figure is { Kind: FigureKind.Count, Value: >= 13 and var value } && !(value >= 100 && value % 100 == 0) && !(value is >= 1900 and <= 2100 && Noun is null);

    /// <summary>True for what is needed and not counted ("137 votes needed"): a rule that everybody knows, and nobody's claim.</summary>
    public bool IsRequirement
    {
        get
        {
            var (text, span) = (Passage.Document.Text, Figure.Span);
            var after = text.AsSpan(span.End, Math.Min(24, text.Length - span.End));
            var before = text.AsSpan(Math.Max(0, span.Start - 32), Math.Min(32, span.Start));
            return after.Contains(" need", StringComparison.OrdinalIgnoreCase) || after.Contains(" requir", StringComparison.OrdinalIgnoreCase) || after.Contains(" necessary", StringComparison.OrdinalIgnoreCase)
                || before.Contains("needs ", StringComparison.OrdinalIgnoreCase) || before.Contains("requires ", StringComparison.OrdinalIgnoreCase) || before.Contains("threshold ", StringComparison.OrdinalIgnoreCase) || before.Contains("the necessary ", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>What the words near the figure are about, numbers left out.</summary>
    public Theme Window
    {
        get
        {
            return window ??= Theme.Of(Theme.Of(Passage.Document.Text, Near).Weights.Where(pair => pair.Key[0] is not ('n' or 'd')));
        }
    }

    /// <summary>The names near the figure, cut to five letters so that "Varnia" and "Varnian" are one; words at the beginning of sentences are none.</summary>
    public ImmutableHashSet<string> Names => names ??=
        [.. WordScanner.Scan(Passage.Document.Text, Near).Where(word => word is { IsCapital: true, StartsSentence: false }).Select(word => word.Lower.Length > 5 ? word.Lower[..5] : word.Lower)];

    private TextSpan Near
    {
        get
        {
            var words = Passage.Words;
            var first = 0;
            while (first < words.Length && words[first].Span.End <= Figure.Span.Start) { first++; }
            var last = first;
            while (last < words.Length && words[last].Span.Start < Figure.Span.End) { last++; }
            var from = words.IsEmpty ? Figure.Span.Start : words[Math.Max(0, first - Reach)].Span.Start;
            var to = words.IsEmpty ? Figure.Span.End : words[Math.Clamp(last + Reach - 1, 0, words.Length - 1)].Span.End;
            return new TextSpan(Math.Min(from, Figure.Span.Start), Math.Max(to, Figure.Span.End));
        }
    }

    /// <summary>True where the statement that gives it, or the words right beside it, tell of the dead.</summary>
    public bool TellsOfDead => tellsOfDead ??= RivalWording.FatesOf(Passage.Document.Text[Math.Max(0, Figure.Span.Start - Beside)..Math.Min(Passage.Document.Text.Length, Figure.Span.End + Beside)]).Contains("dead") || RivalWording.FatesOf(Passage.Quote(400)).Contains("dead");

    /// <summary>The figure as evidence.</summary>
    public Evidence Evidence => Passage.Evidence(Figure.Span);

    /// <summary>True where both may count the same kind of thing.</summary>
    public bool MayCountSame(FigureMention other) => Figure.Kind == other.Figure.Kind && Figure.Unit == other.Figure.Unit && (Noun is null || other.Noun is null || Noun == other.Noun);

    /// <summary>True for a bare number in four digits that may be a year: "2014", and neither "2,014" nor "about 2014 men".</summary>
    public static bool LooksLikeYear(string text, Figure figure) => figure is { Kind: FigureKind.Count, Of: null, Bound: FigureBound.Exact, Value: >= 1900 and <= 2100 } && figure.Span.Length == 4 && char.IsAsciiDigit(text[figure.Span.Start]);

    /// <summary>Stem of the noun that a figure counts, <c>people</c> for any word for people; null where none is given.</summary>
    public static string? NounOf(string text, Figure figure) => figure.Of is { } of ? NounOf(WordScanner.Scan(text, of)) : null;

    private static string? NounOf(ImmutableArray<ScannedWord> words) => words.IsEmpty || words[^1].Lower is "ones" or "theirs" or "ours" or "his" or "hers" or "its" ? null : IsPeople(words) ? "people" : Stemmer.Stem(words[^1].Lower);

    // By the head: "prisoners" of "prisoners of war", "exchanges" of "prisoner exchanges".
    private static bool IsPeople(ImmutableArray<ScannedWord> words)
    {
        var of = 0;
        while (of < words.Length && words[of].Lower is not "of") { of++; }
        var head = words[Math.Max(0, of - 1)];
        return CountedPeople.Contains(Stemmer.Stem(head.Lower)) || (head.IsCapital && head.Lower.EndsWith('s') && (head.Lower.EndsWith("ans", StringComparison.Ordinal) || head.Lower.EndsWith("ers", StringComparison.Ordinal)));
    }
}
