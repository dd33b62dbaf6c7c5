using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>What a text itself tells of two who say the same without knowing of each other: "The two men have never met. In his account, too, …", "asked separately", "is borne out by an unexpected witness".</summary>
internal sealed partial class ToldAgreementCheck : IDocumentCheck
{
    private const int Back = 5;          // sentences before the words that tell
    private const int Ahead = 2;
    private const int MostBlocks = 2;    // paragraphs away
    private const int Fewest = 1;        // telling words in common where the text says that they are two
    private const int FewestOfAlso = 2;  // where it only says "also"
    private const int AlsoBack = 4;
    private const double Farther = 0.4;  // less with each sentence from the words that tell

    private const double Large = 100;
    private const double NearShare = 0.03;
    private const double NearPoints = 3;
    private const int StillSpeaking = 4; // first words of a sentence that goes on about the same one

    private static readonly WordLists Lists = WordLists.Agreement;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var lines = document.Told;
        var covered = new HashSet<int>();
        for (var i = 1; i < lines.Length; i++)
        {
            if (SameCount(document, lines, i) is not { } first || covered.Contains(first.Index) || covered.Contains(i)) { continue; }
            covered.UnionWith([first.Index, i]);
            yield return Report(document, lines, lines[i], first, lines[i]);
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (!Concord().IsMatch(lines[i].Words) && !Ignorance().IsMatch(lines[i].Words) || OneCount(document, lines, i) is not { } counted || covered.Contains(counted.First.Index) || covered.Contains(counted.Second.Index)) { continue; }
            covered.UnionWith([counted.First.Index, counted.Second.Index]);
            yield return Report(document, lines, lines[i], counted.First, counted.Second);
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var isApart = Apart().IsMatch(lines[i].Words) && !Unverified().IsMatch(lines[i].Words);
            if (!isApart && !Also().IsMatch(lines[i].Words)) { continue; }
            if (covered.Any(other => Math.Abs(other - i) <= Ahead) || (isApart ? Group(document, lines, i) ?? Agreeing(document, lines, i) ?? Both(lines, i) : Echo(document, lines, i)) is not { } pair) { continue; }
            covered.UnionWith([i, pair.First.Index, pair.Second.Index]);
            yield return Report(document, lines, lines[i], pair.First, pair.Second);
        }
    }

    // "Volunteers in Tolva also ended up with seven": the same count of the same thing by somebody else, of whom the text says that he agrees or counted for himself.
    private static ToldLine? SameCount(DocumentView document, ImmutableArray<ToldLine> lines, int at)
    {
        var words = WordScanner.Scan(document.Text, lines[at].Line.Span);
        var isApart = words.Any(word => Lists["apart"].Contains(word.Lower));
        if (!(isApart || words.Any(word => Lists["agrees"].Contains(word.Lower)) || AsWell().IsMatch(lines[at].Words)) || words.Any(word => Lists["depends"].Contains(word.Lower) || Lists["else"].Contains(word.Lower)) || words.Take(StillSpeaking).Any(word => Lists["still"].Contains(word.Lower)) || Negates().IsMatch(lines[at].Words)) { return null; }
        var own = Voice(document, lines[at]);
        for (var i = at - 1; i >= Math.Max(0, at - AlsoBack); i--)
        {
            if (lines[at].Line.Block - lines[i].Line.Block > MostBlocks || Voice(document, lines[i]) is not { Polarity: Polarity.Affirmed } other || Negates().IsMatch(lines[i].Words)) { continue; }
            if (own is not null && (!WeighedFigures.AreTwo(own, other) || AreOneSide(own, other)) || words.Any(word => word.IsCapital && other.Source!.Name.Contains(word.Span.SliceOf(document.Text), StringComparison.Ordinal))) { continue; }
            if (lines[at].Line.Figures.Any(figure => lines[i].Line.Figures.Any(its => AreOneCount(document, figure, its) || (isApart && AreOneShare(figure, its))))) { return lines[i]; }
        }

        return null;
    }

    // The text says that two agree, or that the one knew nothing of what the other has: two sentences about it with one count, of which no two voices are one.
    private static (ToldLine First, ToldLine Second)? OneCount(DocumentView document, ImmutableArray<ToldLine> lines, int at)
    {
        for (var j = Math.Min(lines.Length - 1, at + Ahead); j >= Math.Max(1, at - Ahead); j--)
        {
            if (Depends(lines[j]) || lines[j].Line.Block - lines[at].Line.Block > MostBlocks) { continue; }
            for (var i = j - 1; i >= Math.Max(0, Math.Min(at, j) - Back); i--)
            {
                if (lines[at].Line.Block - lines[i].Line.Block > MostBlocks || lines[j].Line.Block - lines[i].Line.Block > MostBlocks) { break; }
                var (one, other) = (Voice(document, lines[i]), Voice(document, lines[j]));
                if ((one is null && other is null) || (one is not null && other is not null && (!WeighedFigures.AreTwo(one, other) || AreOneSide(one, other)))) { continue; }
                if (lines[i].Line.Figures.Any(figure => lines[j].Line.Figures.Any(its => AreOneCount(document, figure, its))) || (Ignorance().IsMatch(lines[at].Words) && AreNear(lines[i], lines[j]))) { return (lines[i], lines[j]); }
            }
        }

        return null;
    }

    private static bool Depends(ToldLine line) => line.Scanned.Any(word => Lists["depends"].Contains(word.Lower));

    private static bool AreOneCount(DocumentView document, Figure one, Figure other) => one.Value is >= 3 && one.Value == other.Value && one.Kind == other.Kind && one.Kind is not FigureKind.Ordinal
        && (one.Of is null || other.Of is null || Noun(document, one) == Noun(document, other));

    // A third and 31 percent, of two who counted each for himself.
    private static bool AreOneShare(Figure one, Figure other) => Share(one) is { } mine && Share(other) is { } its && Math.Abs(mine - its) <= NearPoints;

    private static double? Share(Figure figure) => figure.Kind switch { FigureKind.Percent => figure.Value, FigureKind.Ratio when figure.Value is < 1 => 100 * figure.Value, _ => null };

    // Counts that are not rounded and differ by little: 1,040 and 1,026.
    private static bool AreNear(ToldLine one, ToldLine other) => one.Line.Figures.Any(mine => mine is { Kind: FigureKind.Count, Value: >= Large } && other.Line.Figures.Any(its => its is { Kind: FigureKind.Count, Value: >= Large } && Math.Abs(mine.Value!.Value - its.Value!.Value) <= NearShare * mine.Value.Value));

    private static string Noun(DocumentView document, Figure figure) => Stemmer.Stem(WordScanner.Scan(document.Text, figure.Of!.Value) is [.., var last] ? last.Lower : "");

    // The two sentences about it that have most in common, of two voices as far as voices are known.
    private static (ToldLine First, ToldLine Second)? Agreeing(DocumentView document, ImmutableArray<ToldLine> lines, int at)
    {
        (ToldLine First, ToldLine Second, double Weight)? best = null;
        for (var i = Math.Max(0, at - Back); i <= Math.Min(lines.Length - 1, at + Ahead); i++)
        {
            for (var j = i + 1; j <= Math.Min(lines.Length - 1, at + Ahead); j++)
            {
                if (Math.Abs(lines[i].Line.Block - lines[at].Line.Block) > MostBlocks || Math.Abs(lines[j].Line.Block - lines[at].Line.Block) > MostBlocks || j < at - 1) { continue; }
                var (one, other) = (Voice(document, lines[i]), Voice(document, lines[j]));
                if ((one is null && other is null) || (one is not null && other is not null && !WeighedFigures.AreTwo(one, other)) || Negates().IsMatch(lines[i].Words) != Negates().IsMatch(lines[j].Words) && i != at && j != at) { continue; }
                var shared = lines[i].SharedWithNames(lines[j]) + (AreNear(lines[i], lines[j]) ? 1 : 0);
                var weight = shared - Farther * (Math.Abs(i - at) + (j > at ? 2 * (j - at) : at - j));
                if (shared >= Fewest && (best is null || weight > best.Value.Weight)) { best = (lines[i], lines[j], weight); }
            }
        }

        if (best is { } found) { return (found.First, found.Second); }
        // "Desh, who has never met Brannyk, counts the same hours": what the same hours are is told before, in other words.
        for (var i = at - 1; i >= Math.Max(0, at - AlsoBack) && Same().IsMatch(lines[at].Words); i--)
        {
            if (Voice(document, lines[i]) is { Polarity: Polarity.Affirmed } told && lines[at].Line.Block == lines[i].Line.Block && (Voice(document, lines[at]) is not { } own || WeighedFigures.AreTwo(own, told))) { return (lines[i], lines[at]); }
        }

        return null;
    }

    // "Two former prisoners said independently of each other that …"; "two witnesses who do not know each other", of whom the next sentences tell.
    private static (ToldLine First, ToldLine Second)? Group(DocumentView document, ImmutableArray<ToldLine> lines, int at)
    {
        if (TwoTell().IsMatch(lines[at].Words) && Voice(document, lines[at]) is not null) { return (lines[at], lines[at]); }
        if (TwoWho().Match(lines[at].Words) is not { Success: true } match) { return null; }
        return match.Groups["all"].Success ? (lines[at], lines[at]) : at + 2 < lines.Length && lines[at + 2].Line.Block - lines[at].Line.Block <= MostBlocks ? (lines[at + 1], lines[at + 2]) : null;
    }

    // "Both, asked separately, speak of …", "he had not seen Idris's account and brought up …": one sentence tells it all.
    private static (ToldLine First, ToldLine Second)? Both(ImmutableArray<ToldLine> lines, int at)
    {
        var before = lines[Math.Max(0, at - 1)];
        var after = lines[Math.Min(lines.Length - 1, at + 1)];
        if (Unseen().IsMatch(lines[at].Words)) { return (before, lines[at]); }
        // "They've never exchanged a word, those two": those of whom the sentences before tell, in whatever mouth.
        if (TheTwo().IsMatch(lines[at].Words) && at >= 2 && lines[at - 2].Line.Block == lines[at].Line.Block)
        {
            for (var i = at - 2; i >= Math.Max(0, at - AlsoBack); i--)
            {
                if (lines[i].Line.Block == lines[at].Line.Block && lines[i].Shared(before) >= Fewest) { return (lines[i], before); }
            }
        }

        return BothOfThem().IsMatch(lines[at].Words) ? (lines[at], after.Line.Block == lines[at].Line.Block ? after : lines[at]) : null;
    }

    // "The union also reports two explosions": who says it before.
    private static (ToldLine First, ToldLine Second)? Echo(DocumentView document, ImmutableArray<ToldLine> lines, int at)
    {
        if (Voice(document, lines[at]) is not { } own || own.Polarity is not Polarity.Affirmed) { return null; }
        for (var i = at - 1; i >= Math.Max(0, at - AlsoBack); i--)
        {
            if (Voice(document, lines[i]) is { Polarity: Polarity.Affirmed } other && WeighedFigures.AreTwo(own, other) && !AreOneSide(own, other) && lines[at].Shared(lines[i]) >= FewestOfAlso) { return (lines[i], lines[at]); }
        }

        return null;
    }

    private static bool AreOneSide(Statement one, Statement other) => one.Source?.Side is { } mine && mine == other.Source?.Side;

    private static Statement? Voice(DocumentView document, ToldLine line) => document.Statements.Where(statement => statement is { Source.Name.Length: > 2, Cue: not null } && statement.Content.Any(content => content.Overlaps(line.Line.Span)))
        .MaxBy(statement => statement.Content.Sum(content => Math.Max(0, Math.Min(content.End, line.Line.Span.End) - Math.Max(content.Start, line.Line.Span.Start))));

    private static Finding Report(DocumentView document, ImmutableArray<ToldLine> lines, ToldLine told, ToldLine first, ToldLine second)
    {
        var (one, other) = (Voice(document, first)?.Source!.Name, Voice(document, second)?.Source!.Name);
        var names = new[] { one, other }.OfType<string>().ToList();
        var who = first == second ? $"{one ?? "They"} say alike" : names.Count == 2 ? $"{names[0]} and {names[1]} say alike" : $"{names[0]} and another say alike";
        ImmutableArray<TextSpan> spans = [.. lines.Where(line => line.Index >= Math.Min(told.Index, first.Index) && line.Index <= Math.Max(told.Index, second.Index)).Select(line => line.Line.Span)];
        return Finding.Of(
            FindingKind.Corroborated, Severity.Info, $"{who}, and the text tells of them as two: “{DeniedCheck.Bare(Apart().Match(told.Words) is { Success: true } match ? match.Value : Also().Match(told.Words) is { Success: true } also ? also.Value : told.Words)}”.",
            document.StatementsAt(first.Line.Span, second.Line.Span), spans.Select(document.Evidence), Calculation.Of("2 independent origins", "origin 1", one ?? "one", "origin 2", other ?? "another"));
    }

    [GeneratedRegex(
        @"(?:\b(?:[Tt]he two|[Bb]oth|[Tt]hese two|[Nn]either|[Tt]he (?:men|women|pair))\b[^.;“”""]{0,40}|^\W*They(?: have|['’]ve) |\bwho (?:have |had )?)\b(?:never|not) (?:met|spoken|exchanged a word|speak)\b|\p{Lu}\p{L}+ (?:has|had) never met (?:him|her|them)(?=[.;,])|\b(?:and|who) (?:has|have|had) never met(?: \p{Lu}\p{L}+)?(?=[.;,])"
        + @"|\b(?:do|did|does)(?: not|n['’]t) know (?:of )?(?:each other|one another)\b|\bunknown to each other\b|\bthough they (?:never|do not) speak to each other\b|\bknown? nothing of (?:each other|one another|the other|the \p{L}+['’]s author)\b"
        + @"|\basked(?: (?:them|both|each))?(?: [^.;,]{0,30})? separately\b|\bin (?:a )?separate (?:conversations?|interviews?|calls?)\b|\b(?:interviewed|questioned|spoken to) separately\b"
        + @"|\b(?:learn(?:ed|t)|heard|knew) of [^.;,]{2,30} (?:in|by|through|from) (?:another|a different|an other|other) (?:way|route|source|channel|means|sources)\b|\b(?:fled|came|got out|escaped|returned|travelled) (?:on|by) different (?:routes|roads|ways)\b|\b(?:were|was) (?:questioned|interviewed|heard|asked|examined) in different (?:cities|towns|countries|places|rooms)\b|\bnone of the \p{L}+ knew of\b"
        + @"|\b[Ii]ndependently of (?:each other|one another|the other|him|her|them|that|this|it)\b|^[“""]?Independently,|\b(?:is|was|are|were) borne out by\b|\bhad not (?:seen|read|heard(?: of)?) \p{Lu}[^.;,]{2,40}['’]s? (?:account|statement|interview|letter|report|story)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    // "The listeners had no knowledge of the video": whoever has it for himself.
    [GeneratedRegex(@"\b(?:ha[ds]|have) no (?:knowledge|idea|inkling) of\b|\b(?:[Nn]one|[Nn]either) of (?:the \p{L}+|them) (?:knew|had (?:heard|known|learn(?:ed|t))) of\b|\b(?:(?:knew|known) nothing (?:of|about)|(?:had|were|was) not (?:been )?(?:told|informed|aware|shown)(?: (?:of|about))?|(?:was|were|been) (?:kept )?unaware of|had never (?:seen|read|heard of)|did not know of) (?:the|each|one|his|her|its|their|\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Ignorance();

    // That two agree.
    [GeneratedRegex(@"\b(?:rare|unusual|for once|small) (?:point|instance|moment|case|note|show) of (?:agreement|accord|unanimity|concord|the \p{Ll}+ \p{Ll}+ (?:telling|giving))|\btell(?:ing|s)? the same (?:story|tale)\b|\b(?:there (?:was|is) )?no (?:quarrel|dispute|disagreement|argument)\b|\bneither (?:side )?(?:disputes|contests|denies)\b|\b(?:numbers|figures|counts|totals|accounts|versions|sums|tallies) (?:fit(?:ted)?|match(?:ed)?|agree[ds]?|tall(?:y|ied)|coincided?)\b|\b(?:both|the two) (?:sides|capitals|armies|camps|parties|governments)[^.;,]{0,20} (?:agree|agreed|give|gave|named?) (?:on |the same )", RegexOptions.IgnoreCase)]
    private static partial Regex Concord();

    [GeneratedRegex(@"\bhad not (?:seen|read|heard(?: of)?) \p{Lu}[^.;,]{2,40}['’]s? (?:account|statement|interview|letter|report|story)\b[^.;]{0,80}\b(?:said|told|spoke|brought up|described|mentioned|recalled|remembered)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"^\W*(?:Two|Three|Four|Five|Several) (?:\p{Ll}+ ){1,3}(?:said|told|described|reported|say|tell|describe|report)\b[^.;]{0,20}\b(?:independently of|separately)", RegexOptions.CultureInvariant)]
    private static partial Regex TwoTell();

    [GeneratedRegex(@"\b[Tt]wo\b[^.;:]{0,90}? (?:who (?:do|did) not know|unknown to|(?:who|and) (?:have |had )?never met)\b[^.;:]{0,30}(?<all>: \p{Ll})?", RegexOptions.CultureInvariant)]
    private static partial Regex TwoWho();

    [GeneratedRegex(@"^\W*(?:They|The two|Those two|Neither)\b", RegexOptions.CultureInvariant)]
    private static partial Regex TheTwo();

    [GeneratedRegex(@"\bthe (?:very )?same\b(?! (?:day|time|evening|morning|night|week|month|year)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Same();

    [GeneratedRegex(@"\bas well\b(?! as)", RegexOptions.IgnoreCase)]
    private static partial Regex AsWell();

    [GeneratedRegex(@"\b(?:[Bb]oth|two (?:witnesses|men|women|prisoners|sources|people))\b", RegexOptions.CultureInvariant)]
    private static partial Regex BothOfThem();

    [GeneratedRegex(@"\b(?:not|never|unaware|den(?:y|ies|ied)|no such|nothing)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negates();

    [GeneratedRegex(@"\bindependent(?:ly)? (?:verif|confirm|check|establish|corroborat|audit|invest|review)|\b(?:verif|confirm|check|establish|corroborat|assess)\p{L}*(?: [^.;,]{0,40})? independently\b|\b(?:unable|could not|cannot|no way|not)\b[^.;]{0,60}\bindependently\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unverified();

    [GeneratedRegex(@"\b(?:also|likewise) (?:reports?|reported|remembers?|remembered|recalls?|recalled|noted|notes|describes?|described|speaks? of|spoke of|heard|saw|counted|counts|tells? of|told of|found)\b|\bin (?:his|her|their|its) (?:account|telling|version), too\b", RegexOptions.IgnoreCase)]
    private static partial Regex Also();
}
