using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Finds what follows a verb of saying and a colon without quotation marks: "The board states: no list was ever handed over", "The army told us in May: forty are missing."</summary>
internal sealed class ColonClause(GrammarTree tree, CueLexicon cues)
{
    private const int LongestLead = 12; // tokens before the colon
    private const int LongestHearer = 7; // tokens between verb and colon

    /// <summary>The attribution of a sentence that is built so, or null.</summary>
    public Attribution? Find(int index, TokenRange sentence)
    {
        var colon = sentence.Start + 2;
        while (colon < sentence.End && colon - sentence.Start <= LongestLead && !tree.Is(colon, ":")) { colon++; }
        if (colon + 3 >= sentence.End || !tree.Is(colon, ":") || IsQuoted(colon + 1)) { return null; }
        var verb = colon - 1;
        while (verb > sentence.Start && colon - verb <= LongestHearer && Verb(verb) is null && tree.Tag(verb) is ['N', ..] or "PRP" or "IN" or "DT" or "JJ" or "CD" or "RB") { verb--; } // "told us in summer:"
        if (Verb(verb) is not { } word) { return null; }
        var start = tree.Is(sentence.Start, "and", "but", "so") ? sentence.Start + 1 : sentence.Start;
        for (var t = start; t < verb; t++)
        {
            if (tree.Tag(t) is not (['N', ..] or "DT" or "JJ" or "CD" or "PRP" or "PRP$" or "POS" or "IN" or ",") || tree.Is(t, "in", "on", "at", "as", "that") || cues.Word(tree.Lemma(t), CueClass.Noun) is not null) { return null; }
        }

        var told = tree.WithoutPeriod(sentence) with { Start = colon + 1 };
        return !tree.HasFinite(told) || start >= verb ? null : new Attribution
        {
            Construction = Construction.SubjectClause, Sentence = index, Cue = tree.Span(verb), Lemma = word.Lemma, Act = word.Act, Strength = Math.Max(word.Rate, 0.7), Denies = word.Denies, Hedges = word.Hedges,
            Source = tree.Span(new TokenRange(start, tree.Is(verb - 1, ",") ? verb - 1 : verb)), Content = [tree.Span(told)],
        };
    }

    // A tagger may take "states" or "notes" behind a name for a noun.
    private CueWord? Verb(int t)
    {
        var lemma = tree.IsVerb(t) || tree.Tag(t) is "NNS" ? tree.Lemma(t) : "";
        return cues.Word(lemma, CueClass.Verb) is { Reports: true, Act: StatementAct.Says } word ? word : null;
    }

    private bool IsQuoted(int t) => tree.IsQuotationMark(t) || tree.Form(t)[0] is '\'';
}
