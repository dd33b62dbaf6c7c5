using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>Finds the cue words of a sentence and the group that each heads, by closed classes and the words around.</summary>
internal sealed class CueFinder(CueLexicon cues)
{
    private const int LongestGroup = 8;

    /// <summary>The candidates of a sentence in text order, at most one a word.</summary>
    public List<CueCandidate> Find(SentenceWords words)
    {
        var found = new List<CueCandidate>();
        var titled = IsTitled(words);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Capital && i > 0 && !titled && !words[i].Quoted && words[i - 1].IsWord) { continue; } // "the Harbour Post"
            CueCandidate? best = null;
            foreach (var form in cues.Find(words[i].Lower))
            {
                var candidate = form.Word.Class switch
                {
                    CueClass.Verb => Verb(words, i, form),
                    CueClass.Noun => Noun(words, i, form),
                    _ => Adjective(words, i, form),
                };
                if (candidate is not null && (best is null || candidate.Word.Rate > best.Word.Rate)) { best = candidate; }
            }

            if (best is not null) { found.Add(best); }
        }

        return found;
    }

    /// <summary>True where a finite cue verb of at least this rate stands at <paramref name="i"/>.</summary>
    public bool IsFiniteCue(SentenceWords words, int i, double rate)
    {
        foreach (var form in cues.Find(words[i].Lower))
        {
            if (form.Word.Class is CueClass.Verb && form.Word.Rate >= rate && Verb(words, i, form) is { Shape: CueShape.Finite }) { return true; }
        }

        return false;
    }

    /// <summary>True where <paramref name="lower"/> is the "-ing" form of a cue verb of at least this rate.</summary>
    public bool HasGerund(string lower, double rate) => HasForm(lower, WordForm.Gerund, rate);

    /// <summary>True where <paramref name="lower"/> is one of the given forms of a reporting verb of at least this rate.</summary>
    public bool HasForm(string lower, WordForm forms, double rate)
    {
        foreach (var form in cues.Find(lower))
        {
            if (form.Word.Class is CueClass.Verb && form.Word.Rate >= rate && (form.Form & forms) != 0) { return true; }
        }

        return false;
    }

    // Most words of a headline in title case are capitalised.
    private static bool IsTitled(SentenceWords words)
    {
        var (capitals, letters) = (0, 0);
        for (var i = 0; i < words.Count; i++)
        {
            if (!char.IsLetter(words[i].Lower[0])) { continue; }
            letters++;
            if (words[i].Capital) { capitals++; }
        }

        return capitals * 10 >= letters * 6;
    }

    private static CueCandidate? Verb(SentenceWords words, int i, CueForm cue)
    {
        var (start, auxiliary, to) = GroupStart(words, i);
        var form = cue.Form;
        CueShape? shape = null;
        if ((form & WordForm.Gerund) != 0)
        {
            shape = auxiliary is not null && Lexicon.Be.Contains(auxiliary) ? CueShape.Finite : CueShape.Gerund;
            if (shape is CueShape.Gerund && i > 0 && (Lexicon.Articles.Contains(words[i - 1].Lower) || words[i - 1].Lower is "of" && i > 1 && !words[i - 2].IsComma)) { return null; }
        }
        else if (auxiliary is not null)
        {
            shape = Lexicon.Be.Contains(auxiliary) && auxiliary != "'s" ? (form & WordForm.Participle) != 0 ? CueShape.Passive : null
                : Lexicon.Have.Contains(auxiliary) || auxiliary == "'s" ? (form & WordForm.Participle) != 0 ? CueShape.Finite : null
                : (form & WordForm.Base) != 0 ? CueShape.Finite : null;
            if (shape is null && auxiliary == "'d" && (form & WordForm.Base) != 0) { shape = CueShape.Finite; }
        }
        else if (to)
        {
            shape = (form & WordForm.Base) != 0 ? CueShape.Infinitive : null;
        }
        else if (!IsNounPosition(words, i))
        {
            var by = i + 1 < words.Count && words[i + 1].Lower == "by";
            shape = (form & WordForm.Past) != 0 ? by ? CueShape.Passive : CueShape.Finite
                : (form & WordForm.Participle) != 0 ? by ? CueShape.Passive : null
                : (form & WordForm.Third) != 0 ? CueShape.Finite
                : FollowsPluralSubject(words, start) ? CueShape.Finite : null;
        }

        return shape is { } found ? new CueCandidate(cue.Word, i, start, i + 1, found, form, auxiliary is not null) : null;
    }

    // Walks left over adverbs, negation, auxiliaries and "to". The auxiliary is the one nearest to the head.
    private static (int Start, string? Auxiliary, bool To) GroupStart(SentenceWords words, int head)
    {
        var start = head;
        string? auxiliary = null;
        var to = false;
        for (var k = head - 1; k >= 0 && head - k <= LongestGroup; k--)
        {
            var lower = words[k].Lower;
            if (words[k].Quoted != words[head].Quoted) { break; }
            if (lower == "to" && auxiliary is null && !to) { to = true; start = k; }
            else if (Lexicon.Auxiliaries.Contains(lower) && !(lower is "'s" && (k == 0 || !Lexicon.Pronouns.Contains(words[k - 1].Lower))))
            {
                if (!to) { auxiliary ??= lower; }
                else if (Lexicon.Be.Contains(lower)) { break; }
                start = k;
            }
            else if (Lexicon.IsAdverb(lower) && !(k == 0 && words[k].Capital && head - k > 1)) { start = k; }
            else { break; }
        }

        while (start < head && Lexicon.IsAdverb(words[start].Lower) && words[start].Lower is "all" or "both" or "each" or "here" or "there") { start++; }
        return (start, auxiliary, to);
    }

    private static bool IsNounPosition(SentenceWords words, int i)
    {
        if (i == 0) { return false; }
        var before = words[i - 1];
        return (Lexicon.Determiners.Contains(before.Lower) && before.Lower is not ("that" or "this" or "all" or "some" or "both" or "many" or "most" or "few" or "several" or "each" or "another"))
            || before.Lower is "'s" or "'"
            || (Lexicon.IsPreposition(before.Lower) && before.Lower is not ("since" or "than" or "as" or "like" or "off" or "around" or "before" or "after"));
    }

    private static bool FollowsPluralSubject(SentenceWords words, int start)
    {
        if (start == 0) { return false; }
        var before = words[start - 1];
        return before.Lower is "i" or "we" or "you" or "they" or "who" or "which" or "that" or "people" or "police" or "and" or "men" or "women" or "some" or "many" or "others" or "most" or "officials" or "percent"
            || (before.Lower.Length > 3 && before.Lower[^1] == 's' && !before.Lower.EndsWith("ss", StringComparison.Ordinal))
            || (before.IsComma && start > 1)
            || before.Capital;
    }

    private static CueCandidate? Noun(SentenceWords words, int i, CueForm cue)
    {
        if (i + 1 >= words.Count) { return null; }
        var next = words[i + 1].Lower;
        var links = next == "that" ? cue.Word.Has(Complements.Clause)
            : next == "to" ? cue.Word.Has(Complements.Infinitive) || cue.Word.Prepositions.Contains("to")
            : cue.Word.Prepositions.Contains(next);
        if (!links || (i > 0 && Lexicon.SubjectPronouns.Contains(words[i - 1].Lower))) { return null; }
        return new CueCandidate(cue.Word, i, i, i + 1, CueShape.Noun, cue.Form, false);
    }

    private static CueCandidate? Adjective(SentenceWords words, int i, CueForm cue)
    {
        var start = i;
        var linked = false;
        for (var k = i - 1; k >= 0 && i - k <= LongestGroup; k--)
        {
            var lower = words[k].Lower;
            if (Lexicon.Auxiliaries.Contains(lower) || lower is "feel" or "feels" or "felt" or "seem" or "seems" or "seemed" or "remain" or "remains" or "remained" or "become" or "became" or "appeared")
            {
                linked = true;
                start = k;
            }
            else if (Lexicon.IsAdverb(lower) || lower is "very" or "more" or "less" or "most") { if (!linked) { continue; } start = k; }
            else { break; }
        }

        return linked ? new CueCandidate(cue.Word, i, start, i + 1, CueShape.Adjective, cue.Form, true) : null;
    }
}
