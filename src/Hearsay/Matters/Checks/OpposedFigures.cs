using System.Text.RegularExpressions;
using Hearsay.Language.Dates;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>The numbers of two who speak one after the other of the same thing: 118 passengers, reports the one; 131, insists the other.</summary>
/// <remarks>Goes by what the two sentences have in common and by words that oppose; each must give one such number alone, and nothing may tell that they speak of different people, places or times.</remarks>
internal static partial class OpposedFigures
{
    private const double Least = 5;
    private const double MostApart = 4;
    private const float Telling = 2.2f;    // weight from which a shared word tells that both speak of one thing
    private const int NameLetters = 5;     // "Varnia" and "Varnian" share as many
    private const int StretchesBack = 8;
    private const int LinesToAnnounced = 3;

    // A sentence, or a clause of one that begins after a semicolon or "while".
    private readonly record struct Stretch(int Line, TextSpan Span, List<RivalFigure> Figures, bool Tells);

    /// <summary>The pairs of a document.</summary>
    public static IEnumerable<(RivalFigure First, RivalFigure Second)> Find(DocumentView document, List<List<RivalFigure>> given)
    {
        var stretches = Enumerable.Range(0, document.Lines.Length).SelectMany(i => Parts(document, given, i)).ToList();
        for (var i = 1; i < stretches.Count; i++)
        {
            var second = stretches[i];
            if (second.Figures.Count != 1) { continue; } // who gives several divides them
            var first = stretches[i - 1].Figures.Count == 0 && i > 1 ? stretches[i - 2] : stretches[i - 1]; // a sentence between them may count nothing
            if (Earlier(document, stretches, i) is { } far) { yield return (far, second.Figures[0]); }
            else if (first.Figures.Count > 0 && document.Lines[second.Line].Block - document.Lines[first.Line].Block <= 1 && Pair(document, first, second) is { } pair) { yield return (pair, second.Figures[0]); }
        }
    }

    // "6,204 Varnians have returned. … The commissioner contends that 7,100 Varnians have been released": further back, only of what is named by the same word, and of the same fate.
    private static RivalFigure? Earlier(DocumentView document, List<Stretch> stretches, int at)
    {
        var (its, after) = (stretches[at].Figures[0], stretches[at].Span.SliceOf(document.Text));
        if (its.Last is null || its.Voice is null || !Opposes().IsMatch(after) || Others().IsMatch(after) || RivalWording.FatesOf(after) is not { Count: > 0 } fates) { return null; }
        for (var i = at - 1; i >= Math.Max(0, at - StretchesBack); i--)
        {
            if (stretches[i].Figures.Find(figure => figure.Last == its.Last && MayBe(figure, its)) is not { } mine) { continue; }
            return mine.IsOthers(its) && RivalWording.FatesOf(stretches[i].Span.SliceOf(document.Text)).Overlaps(fates) && !NamesOthers(document, mine.Line, its) && !HasOtherTimes(document, mine.Line, its.Line) ? mine : null;
        }

        return null;
    }

    private static IEnumerable<Stretch> Parts(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        var span = document.Lines[line].Span;
        var start = span.Start;
        foreach (Match match in Breaks().Matches(span.SliceOf(document.Text)).Append(Match.Empty))
        {
            var end = match.Success ? span.Start + match.Index : span.End;
            var part = new TextSpan(start, Math.Max(start, end));
            yield return new Stretch(line, part, given[line].FindAll(figure => part.Contains(figure.Figure.Span)), start > span.Start && OwnVoice().IsMatch(part.In(document.Text)));
            start = end + match.Length;
        }
    }

    private static RivalFigure? Pair(DocumentView document, Stretch first, Stretch second)
    {
        var (before, after) = (first.Span.SliceOf(document.Text), second.Span.SliceOf(document.Text));
        if (Others().IsMatch(after)) { return null; }
        var opposes = Opposes().IsMatch(after) || IsAnnounced(document, second.Line);
        var its = second.Figures[0];
        var rivals = first.Figures.Where(figure => MayBe(figure, its)).ToList();
        if (rivals.Count != 1 || rivals[0] is not { } mine || (its.Noun is not null && its.Noun != mine.Noun)) { return null; }
        if ((mine.Voice is null && !opposes && !second.Tells) || (its.Voice is null && !second.Tells && !ByReckoning().IsMatch(after)) || !(second.Tells || mine.IsOthers(its))) { return null; }
        var (fates, others) = (RivalWording.FatesOf(before), RivalWording.FatesOf(after));
        if (fates.Count > 0 && others.Count > 0 && !fates.Overlaps(others)) { return null; } // the one tells of the freed, the other of recruits
        var alike = opposes || fates.Overlaps(others) || (mine.IsOtherSides(its) && Words(document, mine).Overlaps(Words(document, its))) || (Gives().IsMatch(before) && Receives().IsMatch(after)) || (Receives().IsMatch(before) && Gives().IsMatch(after));
        return alike && !NamesOthers(document, first.Line, its) && !HasOtherTimes(document, first.Line, second.Line) ? mine : null;
    }

    private static bool MayBe(RivalFigure first, RivalFigure second) => first.Excludes(second) && first.Size >= Least && second.Size >= Least && Math.Max(first.Size, second.Size) <= MostApart * Math.Min(first.Size, second.Size);

    // "Their tallies do not agree", in one of the sentences just before.
    private static bool IsAnnounced(DocumentView document, int line)
    {
        for (var i = Math.Max(0, line - LinesToAnnounced); i < line; i++)
        {
            if (Disagree().IsMatch(document.Lines[i].Span.In(document.Text))) { return true; }
        }

        return false;
    }

    // Words that tell what happens, and neither who says it nor what is counted.
    private static HashSet<string> Words(DocumentView document, RivalFigure figure) =>
        [.. document.LemmasOf(document.Lines[figure.Line]).Where(word => !char.IsUpper(document.Text[word.Span.Start]) && !figure.Figure.Span.Overlaps(word.Span) && word.Lemma.Length > 3 && !Tells().IsMatch(word.Lemma) && WordWeights.Of(Stemmer.Stem(word.Lemma)) >= Telling).Select(word => word.Lemma)];

    // A name behind the second number that the first sentence does not have, other than who gives it.
    private static bool NamesOthers(DocumentView document, int before, RivalFigure second)
    {
        var sentence = document.Lines[before].Span.SliceOf(document.Text);
        var source = second.Voice?.Source?.Span ?? default;
        return WordScanner.Scan(document.Text, new TextSpan(second.Figure.Span.End, Math.Max(second.Figure.Span.End, document.Lines[second.Line].Span.End)))
            .Any(word => word is { IsCapital: true, StartsSentence: false } && !source.Overlaps(word.Span) && !sentence.Contains(word.Lower.Length > NameLetters ? word.Lower[..NameLetters] : word.Lower, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasOtherTimes(DocumentView document, int before, int line)
    {
        HashSet<string> Times(int at) => [.. document.DatesIn(document.Lines[at]).Where(date => date.Type is TimeType.Date or TimeType.Time).Select(date => date.Value)];
        var (mine, its) = (Times(before), Times(line));
        return its.Count > 0 && mine.Count > 0 && !its.Overlaps(mine);
    }

    [GeneratedRegex(@"; (?:and |but |while )?|, (?:while|whereas|but) ", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    // "the prisoners' spokesman gave a list of …": a clause that has somebody of its own to tell it.
    [GeneratedRegex(@"^(?!(?:he|she|it|they|we|i|you|who|which|that|this|these|those|there)\b)[\p{L}'’][^,;.:\d]{2,60}? (?:say|says|said|speaks? of|spoke of|puts?|gives?|gave|reports?|reported|writes|wrote|counts?|counted|claims?|claimed|lists?|listed|estimates?|estimated|names|named|insists?|insisted|maintains?|maintained)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnVoice();

    [GeneratedRegex(@"\b(?:hand(?:s|ed|ing)? over|handed|sen[dt]s?|gave|gives?|given|releas(?:e|es|ed)|returned|transferred|delivered|put aboard|shipped|dispatched|let go|passed on)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Gives();

    [GeneratedRegex(@"\b(?:receiv(?:e|es|ed)|got|gets?|took in|taken in|accepted|deliver(?:s|ed)|arrived|had back|came home|counted in)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Receives();

    [GeneratedRegex(@"\b(?:" + RivalWording.Opposing + @"|only|merely|no more than|at most|reckon(?:s|ed|ing)?|not even)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opposes();

    [GeneratedRegex(@"\b(?:tall(?:y|ies)|figures?|numbers?|counts?|accounts?|totals?|versions?|estimates?|tolls?|sides|governments|sources|agencies|witnesses|reports|they)\b[^.;]{0,30} (?:do not|don[’']t|did not|didn[’']t|does not) (?:agree|match|tally|coincide)\b|\b(?:tall(?:y|ies)|figures?|numbers?|counts?|accounts?|totals?|versions?|estimates?|tolls?|sides|sources|agencies|witnesses|reports)\b[^.;]{0,30} (?:differ(?:ed|s)?|diverged?|varied|vary|varies|disagree[ds]?|conflict(?:ed|s)?|(?:is|are|was|were) (?:disputed|in dispute|contested|at odds|contradictory))\b|\bconflicting (?:figures|numbers|accounts|reports|tolls|counts)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Disagree();

    [GeneratedRegex(@"\b(?:own|others?|another|more(?! than)|further|also|too|as well|in return|in turn|in exchange|respectively|additional|separately|elsewhere|earlier|previous|previously|later|since then|meanwhile|average|each|every|of (?:them|these|those|whom|which)|among (?:them|these|those)|including|the (?:first|second|third|last|next|rest|remaining))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"\b(?:by|in|on) (?:the |its |his |her |their )?[\p{L}’' ]{2,40}?(?:reckoning|count|estimate|estimates|telling|tally)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ByReckoning();

    [GeneratedRegex(@"^(?:say|tell|report|claim|announce|add|state|statement|spokesman|spokeswoman|ministry|minister|official|office|number|people|count|accord|confirm|deny|government|president|write|speak|newspaper|agency)$")]
    private static partial Regex Tells();
}
