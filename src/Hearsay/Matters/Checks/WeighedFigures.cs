using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>
/// Two numbers that two who tell of the same thing give for it, paragraphs apart and in other words: "37 died in the three camps", "the ministry acknowledges 12 deaths". Every pair is weighed: who gives them, what is counted,
/// what happened, words and names in common, words that oppose, and what speaks for another time, place or group.
/// </summary>
internal static partial class WeighedFigures
{
    private const double Least = 3.3;
    private const double MostUnopposed = 2;   // times that numbers may differ that no word sets against each other
    private const double LeastUnlike = 10;    // numbers below, for things that are not called alike, count different things
    private const double TwoVoices = 1;
    private const double OneVoice = 0.4;      // the other is the document's own
    private const double OtherSides = 0.5;
    private const double SameNoun = 1;
    private const double BothPeople = 0.6;
    private const double NoNoun = 0.3;        // one of them says only how many
    private const double Opposing = 0.8;
    private const double Comparing = 1.2;     // "the higher figure", "how many died?"
    private const double SameFate = 0.4;
    private const double SameRecord = 0.5;    // both on a list
    private const int LinesOn = 2;
    private const int LinesOpposing = 3;      // from words that oppose to the second; twice as many in its paragraph
    private const int LinesOfQuestion = 4;    // from "how many?" to the second answer
    private const double Numbering = 0.4;     // "put the number at", "acknowledges"
    private const double Nearest = 1;
    private const double Farther = 0.12;      // less with each sentence between
    private const double AlikeInSize = 0.3;
    private const double FarFromEachOther = -0.4;
    private const double OtherScope = -1.3;   // "another", "at the last handover", "so far"
    private const double Bare = 0.8;          // a statement that is the number alone
    private const double Several = -0.5;      // who gives several counts divides them
    private const double Close = 1.5;
    private const double Far = 10;
    private const double FarUntold = 4;       // where nothing else is in common
    private const double Farthest = 100;
    private const double MostRange = 2;       // times that the ends of a range may be apart
    private const double MostFar = 4;         // times that numbers paragraphs apart may differ
    private const double LeastFar = 0.9;      // what their sentences must have in common
    private const int Reach = 40;
    private const int Nearby = 14;            // sentences; further apart, both must be told by somebody or tell of the same deed
    private const int Around = 60;            // characters before a figure that tell its scope
    private const int RightBehind = 35;
    private const int MostFigures = 120;

    private sealed record Count(RivalFigure Figure, ToldLine Line, Statement? Voice, int Beside, bool Divides);

    /// <summary>The pairs of a document, the surest first; no figure is in two of them.</summary>
    public static IEnumerable<(RivalFigure First, RivalFigure Second)> Find(DocumentView document, ImmutableArray<ToldLine> lines, List<List<RivalFigure>> given)
    {
        List<Count> counts = [.. given.SelectMany((line, i) => line.Concat(RivalFigure.Of(document, i, FigureKind.Money)).Where(figure => IsCount(document, figure)).Select(figure => new Count(Capped(document, figure), lines[figure.Line], lines[figure.Line].VoiceAt(figure.Figure.Span), line.Count, line.Exists(other => other != figure && other.Last is not null && other.Last == figure.Last)))).Take(MostFigures)];
        var pairs = new List<(Count First, Count Second, double Weight)>();
        for (var i = 0; i < counts.Count; i++)
        {
            for (var j = i + 1; j < counts.Count && counts[j].Line.Index - counts[i].Line.Index <= Reach; j++)
            {
                if (Weigh(document, lines, counts[i], counts[j]) is var weight && weight >= Least) { pairs.Add((counts[i], counts[j], weight)); }
            }
        }

        var taken = new HashSet<Count>();
        foreach (var (first, second, _) in pairs.OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Second.Figure.Figure.Span.Start))
        {
            if (taken.Contains(first) || taken.Contains(second)) { continue; }
            taken.UnionWith([first, second]);
            yield return (first.Figure, second.Figure);
        }
    }

    // "3.40 a.m." counts nothing, and what a denial quotes is not the denier's number.
    private static bool IsCount(DocumentView document, RivalFigure figure) => figure.Size >= 2 && !IsVague(figure.Figure) && figure.Size == Math.Floor(figure.Size) && !Age().IsMatch(document.Text[Math.Max(0, figure.Figure.Span.Start - 12)..figure.Figure.Span.Start]) && !Clock().IsMatch(document.Text.AsSpan(figure.Figure.Span.End, Math.Min(8, document.Text.Length - figure.Figure.Span.End)))
        && !IsDismissed(document, figure);

    /// <summary>True for a number that only a denial quotes: not the denier's own.</summary>
    internal static bool IsDismissed(DocumentView document, RivalFigure figure) => figure.Voice is { } voice && (voice.Polarity is Polarity.Denied || Origins.DenialWording.CallsFalse(Passage.Quote(document.Document, voice, 500)));

    /// <summary>True where the words about two numbers tell of other places, times, fates or wholes.</summary>
    internal static bool AreApart(DocumentView document, ImmutableArray<ToldLine> lines, RivalFigure one, RivalFigure other)
    {
        if (one.Line == other.Line) { return false; }
        var (mine, its) = (lines[one.Line], lines[other.Line]);
        var (fates, others) = (FatesAt(document, mine, one), FatesAt(document, its, other));
        return (fates.Count > 0 && others.Count > 0 && !fates.Overlaps(others) && !(AreHeldOrMissing(fates) && AreHeldOrMissing(others))) || mine.IsElsewhere(its) || Whole().IsMatch(mine.Words) != Whole().IsMatch(its.Words);
    }

    // "Dozens"; "50 to 60" is a count.
    private static bool IsVague(Figure figure) => figure is { Value: null } && !(figure is { Low: > 0 and var low, High: { } high } && high <= low * MostRange);

    // Who is missing may be held.
    private static bool AreHeldOrMissing(HashSet<string> fates) => fates.Contains("held") || fates.Contains("missing");

    [GeneratedRegex(@"\b(?:so far|by then|in the whole (?:country|world|war)|country-?wide|nationwide|in all its \p{Ll}+|at the last|up to now)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    private static bool Matches(ImmutableArray<ToldLine> lines, int first, int last, Regex words) => Enumerable.Range(Math.Max(0, first), Math.Min(lines.Length - 1, last) - Math.Max(0, first) + 1).Any(i => words.IsMatch(lines[i].Words));

    private static double Weigh(DocumentView document, ImmutableArray<ToldLine> lines, Count first, Count second)
    {

        var between = second.Line.Index - first.Line.Index;
        if (between == 0 || (first.Voice is null && second.Voice is null) || (first.Voice is not null && second.Voice is not null && !AreTwo(first.Voice, second.Voice)) || NounWeight(first, second) is not { } noun) { return 0; }
        var (small, large) = (Math.Min(first.Figure.Size, second.Figure.Size), Math.Max(first.Figure.Size, second.Figure.Size));
        if (large > small * Farthest || first.Figure.Bounds.Meets(second.Figure.Bounds) || first.Figure.IsRounded(second.Figure)) { return 0; }
        if (large > small * MostFar / 2 && (first.Figure.Figure.Value is null || second.Figure.Figure.Value is null)) { return 0; } // "between 90 and 120" and "11"
        if (first.Line.IsAtOtherTimes(second.Line, besidesSaying: first.Voice is not null && second.Voice is not null) || first.Divides || second.Divides || ((first.Beside > 2 || second.Beside > 2) && first.Figure.Last != second.Figure.Last) || AreApart(document, lines, first.Figure, second.Figure)) { return 0; }

        var common = first.Line.Common(second.Line, RivalWording.FatesOf(first.Line.Words).Overlaps(RivalWording.FatesOf(second.Line.Words)));
        var opposes = Enumerable.Range(first.Line.Index + 1, between).Any(i => (second.Line.Index - i <= LinesOpposing || (second.Line.Index - i <= 2 * LinesOpposing && lines[i].Line.Block == second.Line.Line.Block)) && Opposes().IsMatch(lines[i].Words)) || Only().IsMatch(Before(document, second));
        if (IsMisannounced(lines, first, second)) { return 0; }
        var isBare = IsBare(first) || IsBare(second);
        var compares = Matches(lines, Math.Max(first.Line.Index, second.Line.Index - 1), second.Line.Index + LinesOn, Compares()) || (between <= LinesOfQuestion && Matches(lines, first.Line.Index - LinesOn, first.Line.Index, HowMany()));
        if ((large > small * MostUnopposed && !(opposes || isBare || compares)) || (large < LeastUnlike && noun < SameNoun)) { return 0; }
        // Paragraphs apart, both must be told by somebody, of one deed or fate, and may not be far from each other.
        var fates = RivalWording.BefallenBy(ClauseAt(document, first.Line, first.Figure));
        var others = RivalWording.BefallenBy(ClauseAt(document, second.Line, second.Figure));
        var sameFate = first.Figure.Noun is not null && second.Figure.Noun is not null && fates.Overlaps(others);
        // Where the document itself gives one of them, both must be called alike, or tell of one deed.
        if ((first.Voice is null || second.Voice is null) && first.Figure.Last != second.Figure.Last && first.Figure.Last is not null && second.Figure.Last is not null && !(compares || isBare || sameFate || first.Line.Deeds.Overlaps(second.Line.Deeds))) { return 0; }
        if (between > Nearby && (first.Voice is null || second.Voice is null || large > small * MostFar || !(compares || (common >= LeastFar && (sameFate || (fates.Count + others.Count == 0 && first.Line.Deeds.Overlaps(second.Line.Deeds))))))) { return 0; }
        // Of people it must be told what becomes of them, or that the numbers differ; of anything else the number alone.
        if (first.Figure.Figure.Kind is FigureKind.Money ? !isBare || between > 1 : !(opposes || isBare || compares || sameFate || first.Line.Deeds.Overlaps(second.Line.Deeds))) { return 0; }
        if (common <= 0 && large > small * FarUntold) { return 0; }
        var weight = noun + common + (first.Voice is null || second.Voice is null ? OneVoice : TwoVoices) + (AreOtherSides(first.Voice, second.Voice) ? OtherSides : 0) + Math.Max(0, Nearest - Farther * (between - 1));
        weight += (opposes ? Opposing : 0) + (compares ? Comparing : 0) + (sameFate ? SameFate : 0) + (first.Line.Records.Overlaps(second.Line.Records) ? SameRecord : 0) + (isBare ? Bare : 0) + (Numbers().IsMatch(second.Line.Words) || Numbers().IsMatch(first.Line.Words) ? Numbering : 0);
        weight += large <= small * Close ? AlikeInSize : large > small * Far ? FarFromEachOther : 0;
        weight += (IsOfOther(document, first) || IsOfOther(document, second) ? OtherScope : 0) + (first.Beside > 2 || second.Beside > 2 ? Several : 0);
        return weight;
    }

    // "The channel wrote about $5,000."
    private static bool IsBare(Count count) => count.Voice is { } voice && voice.Cue?.Lemma is not ":" && !OwnList().IsMatch(count.Line.Words) && voice.Content.Any(content => content.Overlaps(count.Figure.Figure.Span) && content.Length <= count.Figure.Figure.Span.Length + 8);

    /// <summary>True for the statements of two of whom neither is named within the other.</summary>
    internal static bool AreTwo(Statement one, Statement other) => one != other && one.Source!.Name is var mine && other.Source!.Name is var its
        && !mine.Contains(its, StringComparison.OrdinalIgnoreCase) && !its.Contains(mine, StringComparison.OrdinalIgnoreCase);

    private static bool AreOtherSides(Statement? one, Statement? other) => one?.Source?.Side is { } mine && other?.Source?.Side is { } its && mine != its;

    // How much speaks for it that both count the same; null where they count different things.
    private static double? NounWeight(Count first, Count second)
    {
        var (one, other) = (first.Figure, second.Figure);
        if (one.Figure.Kind != other.Figure.Kind || one.Figure.Unit != other.Figure.Unit) { return null; }
        if (one.Noun is null || other.Noun is null) { return (one.Noun ?? other.Noun) is null or "people" ? (first.Voice is null || second.Voice is null ? 0 : NoNoun) : null; }
        if (one.Noun is not "people" && other.Noun is not "people" && one.Figure.Kind is FigureKind.Count) { return null; }
        if (one.Noun != other.Noun) { return IsOfPeople(one, other, first.Line, second.Line) || IsOfPeople(other, one, second.Line, first.Line) ? NoNoun : null; }
        return one.Last == other.Last ? SameNoun : one.MayCountSame(other) ? BothPeople : null;
    }

    // "64 names" and "51 people" on a list, "37 died" and "12 deaths": a record or a fate of people.
    private static bool IsOfPeople(RivalFigure one, RivalFigure other, ToldLine line, ToldLine others) =>
        one.Noun == "people" && other.Last is { } last && (RivalWording.IsPaper(last) || (Deeds.Of(last).Overlaps(line.Deeds) && others.Deeds.Overlaps(line.Deeds)));

    // "Never held above 130" says at most 130.
    private static RivalFigure Capped(DocumentView document, RivalFigure figure)
    {
        var line = document.Lines[figure.Line].Span;
        return figure.Figure.Value is { } value && figure.Figure.Span.Start > line.Start && Never().IsMatch(document.Text[line.Start..figure.Figure.Span.End])
            ? figure.Bounded(document, new Bounds(double.NegativeInfinity, value, false, false)) : figure;
    }

    // "Another 22", "at the last handover, 290", "so far": of something else, or not the whole.
    private static bool IsOfOther(DocumentView document, Count count)
    {
        var (text, line, span) = (document.Text, count.Line.Line.Span, count.Figure.Figure.Span);
        // When it was said is no scope of what was said.
        var said = count.Voice?.Content.FirstOrDefault(content => content.Overlaps(span)).Start ?? line.Start;
        var (from, to) = (Math.Max(Math.Clamp(said, line.Start, span.Start), span.Start - Around), Math.Min(line.End, span.End + RightBehind));
        var start = text.LastIndexOfAny([';', ':', '–'], span.Start, span.Start - from);
        var end = span.End < to && Next().Match(text, span.End, to - span.End) is { Success: true } next ? next.Index : to; // "134 and as many of its own"
        return Others().IsMatch(text[(start < 0 ? from : start)..end]) || Besides().IsMatch(From(document, count)) || AmongThem().IsMatch(Before(document, count)) || (OfThem().IsMatch(text[span.End..line.End]) && !ThereAre().IsMatch(Before(document, count)));
    }

    // What becomes of the counted, by the words from the mark or "and" before the figure to the one behind it; where they do not say, by the sentence.
    private static HashSet<string> FatesAt(DocumentView document, ToldLine told, RivalFigure figure)
    {
        return RivalWording.FatesOf(ClauseAt(document, told, figure)) is { Count: > 0 } own ? own : RivalWording.FatesOf(told.Words);
    }

    private static string ClauseAt(DocumentView document, ToldLine told, RivalFigure figure)
    {
        var (text, line, span) = (document.Text, told.Line.Span, figure.Figure.Span);
        var before = text[line.Start..span.Start];
        var start = Breaks().Matches(before) is { Count: > 0 } breaks ? line.Start + breaks[^1].Index : line.Start;
        var end = Breaks().Match(text, span.End, line.End - span.End) is { Success: true } next ? next.Index : line.End;
        return text[start..end];
    }

    [GeneratedRegex(@"[,;:–] | and | but | while ")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"[;–]| and | but | while ")]
    private static partial Regex Next();

    private static string From(DocumentView document, Count count) => document.Text[count.Line.Line.Span.Start..Math.Max(count.Line.Line.Span.Start, count.Figure.Figure.Span.Start)];

    private static string Before(DocumentView document, Count count) => document.Text[Math.Max(count.Line.Line.Span.Start, count.Figure.Figure.Span.Start - Around)..count.Figure.Figure.Span.Start];

    // "Gave a lower figure" announces no higher one.
    private static bool IsMisannounced(ImmutableArray<ToldLine> lines, Count first, Count second) => Enumerable.Range(Math.Max(first.Line.Index + 1, second.Line.Index - 1), 2).Any(i => i <= second.Line.Index
        && ((Lower().IsMatch(lines[i].Words) && second.Figure.Size > first.Figure.Size) || (Higher().IsMatch(lines[i].Words) && second.Figure.Size < first.Figure.Size)));

    [GeneratedRegex(@"\b(?:lower|smaller|fewer|less generous|more modest) (?:\p{Ll}+ )?(?:figure|number|count|total|toll|estimate)|\bless generous\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lower();

    [GeneratedRegex(@"\b(?:higher|larger|bigger) (?:\p{Ll}+ )?(?:figure|number|count|total|toll|estimate)", RegexOptions.IgnoreCase)]
    private static partial Regex Higher();

    [GeneratedRegex(@"\b(?:only|merely|just|at most|no more than|not even)(?: \p{Ll}+){0,2} $", RegexOptions.IgnoreCase)]
    private static partial Regex Only();

    [GeneratedRegex(@"\b(?:of|among) (?:them|these|those|whom|which)\b,?[^.,;]{0,30}$|\bincluding\b[^.;]{0,20}$", RegexOptions.IgnoreCase)]
    private static partial Regex AmongThem();

    [GeneratedRegex(@"^ (?:\p{Ll}+ )?of (?:them|these|those|whom|which|(?:the|its|their|his|her|our) (?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve)\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfThem();

    // "There are not even 2,700 of them": all.
    [GeneratedRegex(@"\bthere (?:is|are|was|were|have been|had been)(?: \p{L}+){0,3} $", RegexOptions.IgnoreCase)]
    private static partial Regex ThereAre();

    [GeneratedRegex(@"\b(?:list|register|roll)\b[^.;]{0,30} (?:held|has|had|holds|contains?|contained|names|named)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnList();

    [GeneratedRegex(@"\b(?:" + RivalWording.Opposing + @"|differently|different (?:account|version|picture|figures?|numbers?)|disput(?:es|ed)|less generous|more generous|lower|higher|sees? it|smaller|larger|for (?:its|his|her|their) part|remembers? (?:more|fewer|less)|acknowledg(?:es|ed)|conced(?:es|ed)|admits?|admitted|padded|exaggerated|inflated|by (?:its|his|her|their) (?:own )?(?:reckoning|count)|not (?:one|a single (?:man|person|one)) (?:more|fewer|less)|no more and no (?:less|fewer))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opposes();

    // Before what is said: that it is said besides, or was said before.
    [GeneratedRegex(@"\b(?:also|further|too|separately|meanwhile|in addition|moreover)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Besides();

    // "How many died is harder to say."
    [GeneratedRegex(@"\bhow (?:many|long|large|big|high) (?:\p{L}+ ){0,3}?(?:\p{L}+)?\b[^.!]{0,60}\?|\bhow many\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowMany();

    // "Rejects the higher figure", "neither that number nor the lower one".
    [GeneratedRegex(@"\bthe (?:higher|lower|larger|smaller|bigger|first|second|other) (?:figure|number|count|total|toll|estimate|one)\b|\b(?:both|neither|either|the two) (?:of (?:the|these|those) )?(?:figures|numbers|counts|totals|tolls|estimates|figure|number|count|total|toll|estimate)\b|\b(?:head ?count|figures?|numbers?|counts?|totals?|tolls?) (?:is|are|was|were) (?:not|n[’']t) (?:\p{L}+ )?(?:firm|clear|certain|settled|agreed|undisputed)\b|\b(?:higher|lower|larger|smaller) (?:number|figure|count)\b|\b(?:figures?|numbers?|counts?|totals?|tolls?|sides) (?:differ|diverge|vary|do not (?:agree|match)|don[’']t (?:agree|match))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Compares();

    [GeneratedRegex(@"^ ?(?:[ap]\.?m\b|o[’']clock|hours\b|GMT)", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(?:turn(?:s|ed)|aged?|is|was) $", RegexOptions.IgnoreCase)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(?:puts?|sets?|gives?|gave|estimates?|estimated)\b [^.;\d]{0,60}\bat\b|\b(?:speaks?|spoke|knows?|knew) of\b|\backnowledg(?:es|ed)\b|\b(?:books|lists|listed|carries|ticked|registers) \b|\bcount(?:s|ed)\b|\bthe (?:number|figure|total|toll)\b|\bby (?:its|his|her|their|the) [^.;\d]{0,30}(?:reckoning|count)\b|\baccording to\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b(?:never|not|no|n[’']t)\b[^.;,\d]{0,40}\b(?:above|more than|over|exceed(?:ed|s)?|beyond) (?:some |about |around )?[\p{L}\d,.]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Never();

    [GeneratedRegex(@"\b(?:own|others?(?! hand)|another|(?<!not one |not a single )more(?! than)|further|also|too|as well|in return|in turn|in exchange|respectively|additional(?:ly)?|separately|elsewhere|earlier|previous(?:ly)?|later|since then|meanwhile|on average|each|every|so far|by then|at that (?:point|time)|up from|down from|last (?:year|month|week|summer|winter|spring|autumn)|the (?:first|second|third|fourth|last|next|rest|remaining)|a year (?:ago|before)|compared with|per (?:day|month|week|cent)|at a time|in the whole country)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Others();
}
