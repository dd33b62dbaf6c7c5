using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>
/// Finds a second speaker whom the parser took for a part of what the first says: "Varnia says the delay is due to quarrels in Oskeland and prisoners interviewed by the Courier said they had
/// been left behind". A finite verb of saying without a subject cannot stand there; the words between "and" and the verb are its subject.
/// </summary>
internal sealed class SecondSpeaker(GrammarTree tree, CueLexicon cues)
{
    private const double LeastRate = 0.6;
    private const int LongestSource = 12; // tokens

    /// <summary>The attributions of a sentence with those of second speakers; the first speaker's content ends before "and".</summary>
    public List<Attribution> Part(int index, TokenRange sentence, List<Attribution> found)
    {
        var parted = found;
        for (var verb = sentence.Start + 5; verb + 2 < sentence.End; verb++)
        {
            if (tree.Tag(verb) is not ("VBD" or "VBZ") || tree.Child(verb, "nsubj", "nsubjpass", "auxpass") >= 0 || cues.Word(tree.Lemma(verb), CueClass.Verb) is not { Reports: true, Act: StatementAct.Says, Rate: >= LeastRate } word) { continue; }
            if (tree.IsVerb(verb - 1) && tree.Tag(verb - 1) is not "VBN" || Conjunction(sentence, verb) is not { } and) { continue; }
            parted = Part(index, sentence, parted, verb, and, word);
        }

        return parted;
    }

    private List<Attribution> Part(int index, TokenRange sentence, List<Attribution> found, int verb, int and, CueWord word)
    {
        if (found.Exists(other => other.Cue.Overlaps(tree.Span(verb)) && other.Source is { } source && source.Start > tree.Span(and).Start)) { return found; }
        var second = new Attribution
        {
            Construction = Construction.SubjectBare, Sentence = index, Cue = tree.Span(verb), Lemma = word.Lemma, Act = word.Act, Strength = word.Rate, Denies = word.Denies, Hedges = word.Hedges,
            Source = tree.Span(new TokenRange(and + 1, verb)), Content = [tree.Span(tree.WithoutPeriod(sentence) with { Start = verb + 1 })],
        };
        return [.. found.FindAll(other => !other.Cue.Overlaps(second.Cue)).ConvertAll(other => Before(other, tree.Span(and).Start, tree.Span(verb).Start)), second];
    }

    // Going left over one noun phrase, with a participle and its agent, to the "and" that joins the clauses.
    private int? Conjunction(TokenRange sentence, int verb)
    {
        for (var t = verb - 1; t > sentence.Start + 2 && verb - t <= LongestSource; t--)
        {
            if (tree.Is(t, "and", "but", "while")) { return t + 1 < verb && tree.Tag(t + 1) is ['N', ..] or "DT" or "JJ" or "CD" or "PRP$" or "VBN" ? t : null; }
            if (tree.Tag(t) is not (['N', ..] or "DT" or "JJ" or "CD" or "PRP$" or "POS" or "VBN" or "IN")) { return null; }
        }

        return null;
    }

    private static Attribution Before(Attribution other, int and, int verb)
    {
        var last = other.Content[^1];
        return other.Cue.End <= and && last.Start < and && last.End > and && last.End <= verb + 400 ? other with { Content = other.Content.SetItem(other.Content.Length - 1, last with { End = and }) } : other;
    }
}
