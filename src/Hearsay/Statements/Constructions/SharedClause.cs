using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Finds two who speak of one clause: "The board maintains – and the ministry disputes – that nobody was there".</summary>
internal sealed class SharedClause(GrammarTree tree, CueLexicon cues)
{
    private const int LongestAside = 14; // tokens

    /// <summary>The attributions of a sentence: the first speaker's and the other's, both with the clause behind the aside.</summary>
    public IEnumerable<Attribution> Find(int index, TokenRange sentence)
    {
        for (var mark = sentence.Start + 2; mark + 5 < sentence.End; mark++)
        {
            if (!tree.Is(mark, ",", "–", "—", "-", "--") || !tree.Is(mark + 1, "and", "but", "though", "although", "while") || Reporting(mark - 1) is not { } first || Subject(mark - 1, sentence.Start) is not { } speaker) { continue; }
            var close = mark + 3;
            while (close < sentence.End && close - mark <= LongestAside && !tree.Is(close, ",", "–", "—", "-", "--")) { close++; }
            if (close + 3 >= sentence.End || !tree.Is(close + 1, "that") || Reporting(close - 1) is not { } second) { continue; }
            var verb = close - 1;
            while (verb - 1 > mark + 2 && tree.Tag(verb - 1) is "RB" or "MD" or "VBZ" or "VBP") { verb--; }
            var content = tree.Span(tree.WithoutPeriod(sentence) with { Start = close + 1 });
            yield return Make(index, first, mark - 1, speaker, content);
            yield return Make(index, second, close - 1, new TokenRange(mark + 2, verb), content);
        }
    }

    private Attribution Make(int index, CueWord word, int verb, TokenRange source, TextSpan content) => new()
    {
        Construction = Construction.SubjectClause, Sentence = index, Cue = tree.Span(verb), Lemma = word.Lemma, Act = word.Act, Strength = 0.85, Denies = word.Denies || word.Rejects, Hedges = word.Hedges,
        Source = tree.Span(source), Content = [content],
    };

    private CueWord? Reporting(int token) => tree.Tag(token) is "VBZ" or "VBD" or "VBP" or "VB" or "NNS" && cues.Word(tree.Lemma(token), CueClass.Verb) is { Act: StatementAct.Says or StatementAct.Believes or StatementAct.Promises } word ? word : null;

    private TokenRange? Subject(int verb, int first)
    {
        var end = verb;
        while (end - 1 > first && tree.Tag(end - 1) is "RB" or "MD" or "VBZ" or "VBP" or "VBD") { end--; }
        var start = end;
        while (start > first && tree.Tag(start - 1) is ['N', ..] or "DT" or "JJ" or "PRP" or "PRP$" or "POS" or "CD") { start--; }
        return start < end ? new TokenRange(start, end) : null;
    }
}
