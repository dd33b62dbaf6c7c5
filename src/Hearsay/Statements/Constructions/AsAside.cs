using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Finds who is credited behind a clause by "as": "The list has 41 names, as the board's envoy said on Monday", "a request is no surrender, as the group itself points out".</summary>
internal sealed class AsAside(GrammarTree tree, CueLexicon cues)
{
    private const int LongestSource = 14; // tokens
    private const int LongestAdjunct = 10;

    /// <summary>The attributions of a sentence in text order; each has the clause before the comma, and what goes on behind the aside.</summary>
    public IEnumerable<Attribution> Find(int index, TokenRange sentence)
    {
        var last = tree.Is(sentence.End - 1, ".", "!") ? sentence.End - 1 : sentence.End;
        for (var comma = sentence.Start + 3; comma + 3 < sentence.End; comma++)
        {
            if (!tree.Is(comma, ",", "–", "—") || !tree.Is(comma + 1, "as") || Verb(comma + 2, sentence.End) is not { } verb || cues.Word(tree.Lemma(verb), CueClass.Verb) is not { } word) { continue; }
            var end = verb + 1;
            while (end < last && !tree.Is(end, ",", ";", "–", "—")) { end++; }
            if (end - verb > LongestAdjunct || Enumerable.Range(verb + 1, end - verb - 1).Any(t => tree.IsFinite(t) || tree.Tag(t) is "``" or "''" || tree.Is(t, "that", ":"))) { continue; }
            var before = new TokenRange(sentence.Start, comma);
            if (!IsClause(before) || (end + 1 < last && tree.IsQuotationMark(end + 1))) { continue; }
            var after = new TokenRange(Math.Min(end + 1, last), last);
            yield return new Attribution
            {
                Construction = Construction.AsClause, Sentence = index, Cue = tree.Span(verb), Lemma = word.Lemma, Act = word.Act, Strength = Math.Max(word.Rate, 0.8), Denies = word.Denies, Hedges = word.Hedges,
                Source = tree.Span(new TokenRange(comma + 2, tree.FirstOfGroup(verb))), Content = after.End - after.Start > 1 && end < last ? [tree.Span(before), tree.Span(after)] : [tree.Span(before)],
            };
        }
    }

    // The verb of saying behind "as" and a noun phrase.
    private int? Verb(int first, int end)
    {
        var relative = false;
        for (var t = first + 1; t < end && t - first <= LongestSource; t++)
        {
            if (tree.Tag(t) is "WP" && t + 2 < end && (tree.IsFinite(t + 1) || tree.IsFinite(t + 2))) { (t, relative) = (t + (tree.IsFinite(t + 1) ? 1 : 2), true); continue; } // "a clerk whom I trust"
            if (tree.Tag(t) is "VBD" or "VBZ" or "VBP" || (relative && tree.Is(t, "told")))
            {
                if (tree.Is(t, "has", "have", "had") && tree.Tag(t + 1) is "VBN") { continue; }
                return cues.Word(tree.Lemma(t), CueClass.Verb) is { Reports: true, Act: StatementAct.Says } ? t : null;
            }

            if (tree.Tag(t) is "VBN" && tree.Is(t - 1, "has", "have", "had")) { return cues.Word(tree.Lemma(t), CueClass.Verb) is { Reports: true, Act: StatementAct.Says } ? t : null; }
            if (tree.Tag(t) is not (['N', ..] or "DT" or "JJ" or "CD" or "PRP" or "PRP$" or "POS" or "IN" or "," or "RB") && !(relative && tree.Tag(t) is "EX")) { return null; }
        }

        return null;
    }

    private bool IsClause(TokenRange range)
    {
        var finite = false;
        for (var t = range.Start; t < range.End; t++)
        {
            if (tree.IsQuotationMark(t) || tree.Is(t, ":")) { return false; } // quotation marks and labels tell better what is said
            finite |= tree.IsFinite(t);
        }

        return finite;
    }
}
