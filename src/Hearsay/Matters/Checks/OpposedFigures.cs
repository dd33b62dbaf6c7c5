using System.Text.RegularExpressions;
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
    private const int LinesToAnnounced = 3;

    /// <summary>The pairs whose second number stands in a sentence.</summary>
    public static IEnumerable<(RivalFigure First, RivalFigure Second)> Find(DocumentView document, List<List<RivalFigure>> given, int line)
    {
        if (line == 0 || given[line].Count != 1 || IsOfOthers(document, line)) { yield break; } // who gives several divides them
        var before = line - 1;
        if (given[before].Count == 0 && before > 0 && document.Lines[before].Block == document.Lines[line].Block) { before--; } // a sentence between them that counts nothing
        if (document.Lines[line].Block - document.Lines[before].Block > 1) { yield break; }
        var opposes = Opposes().IsMatch(document.Lines[line].Span.SliceOf(document.Text)) || IsAnnounced(document, line);
        var second = given[line][0];
        var rivals = given[before].Where(first => MayBe(first, second)).ToList();
        if (rivals.Count != 1 || !AreVoices(document, rivals[0], second, opposes)) { yield break; }
        if ((opposes || (rivals[0].IsOtherSides(second) && Shared(document, rivals[0], second))) && (second.Noun is null || second.Noun == rivals[0].Noun) && !NamesOthers(document, before, second) && !HasOtherTimes(document, before, line)) { yield return (rivals[0], second); }
    }

    private static bool MayBe(RivalFigure first, RivalFigure second) => first.Excludes(second) && Size(first) >= Least && Size(second) >= Least && Math.Max(Size(first), Size(second)) <= MostApart * Math.Min(Size(first), Size(second));

    private static double Size(RivalFigure figure) => figure.Figure.Value ?? figure.Figure.Low ?? figure.Figure.High ?? 0;

    // Two who are named or described; where words oppose, the first may be the text itself.
    private static bool AreVoices(DocumentView document, RivalFigure first, RivalFigure second, bool opposes) =>
        (first.Voice is not null || opposes) && (second.Voice is not null || ByReckoning().IsMatch(document.Lines[second.Line].Span.In(document.Text))) && first.IsOthers(second);

    // "Their tallies do not agree", in one of the sentences just before.
    private static bool IsAnnounced(DocumentView document, int line)
    {
        for (var i = Math.Max(0, line - LinesToAnnounced); i < line; i++)
        {
            if (Disagree().IsMatch(document.Lines[i].Span.In(document.Text))) { return true; }
        }

        return false;
    }

    // "… received 95 of its own": what the sentence says itself to be other people, or another time.
    private static bool IsOfOthers(DocumentView document, int line) => Others().IsMatch(document.Lines[line].Span.In(document.Text));

    // A telling word in both that is neither name nor what is counted.
    private static bool Shared(DocumentView document, RivalFigure first, RivalFigure second) => Words(document, first).Overlaps(Words(document, second));

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
        HashSet<string> Times(int at) => [.. document.DatesIn(document.Lines[at]).Select(date => date.Value)];
        var (mine, its) = (Times(before), Times(line));
        return its.Count > 0 && mine.Count > 0 && !its.Overlaps(mine);
    }

    [GeneratedRegex(@"\b(?:insist(?:s|ed|ing)?|maintain(?:s|ed)|counter(?:s|ed)|retort(?:s|ed)|object(?:s|ed)|contend(?:s|ed)|however|by contrast|on the contrary|in contrast|whereas|only|merely|no more than|at most|in reality|in truth|in fact|reckon(?:s|ed|ing)?|contradict(?:s|ed)|corrected|not even)\b", RegexOptions.IgnoreCase)]
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
