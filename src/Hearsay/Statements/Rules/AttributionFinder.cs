using System.Collections.Immutable;
using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>Finds the attributions of one sentence. They are flat: what stands in an attribution's content yields no further one.</summary>
/// <remarks>First come the constructions that claim what stands before them ("…, X said"), then the rest from left to right.</remarks>
internal sealed class AttributionFinder(CueLexicon lexicon)
{
    private readonly CueFinder cues = new(lexicon);
    private readonly ComplementFinder complements = new(new CueFinder(lexicon));

    /// <summary>The attributions in text order of their cues.</summary>
    public List<Attribution> Find(SentenceWords words, IReadOnlyList<Quotation> quotations)
    {
        var candidates = cues.Find(words).Where(cue => !words[cue.Head].Quoted).ToList();
        var claimed = new bool[words.Count];
        var found = new List<Attribution>();
        foreach (var cue in candidates.Where(cue => cue.Shape is CueShape.Finite && cue.Word.Reports))
        {
            if (claimed[cue.Head]) { continue; }
            if ((Postposed(words, cue, quotations, claimed) ?? Inverted(words, cue, quotations, claimed)) is { } attribution) { found.Add(attribution); }
        }

        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (words[i].Lower == "according" && words[i + 1].Lower == "to" && !words[i].Quoted && !claimed[i] && According(words, i, quotations, claimed) is { } attribution) { found.Add(attribution); }
        }

        if (QuotedAs(words, quotations, claimed) is { } quoted) { found.Add(quoted); }
        if (words.Count > 5 && words[0].Lower == "as" && AsClause(words, candidates, claimed) is { } noted) { found.Add(noted); }
        TextSpan? source = null;
        foreach (var cue in candidates)
        {
            if (claimed[cue.Head] || claimed[cue.Start]) { continue; }
            if (Forward(words, cue, quotations, source ?? found.LastOrDefault(a => a.Cue.Start < words[cue.Head].Span.Start)?.Source, claimed) is { } attribution)
            {
                found.Add(attribution);
                source = attribution.Source ?? source;
            }
        }

        found.Sort((a, b) => a.Cue.Start.CompareTo(b.Cue.Start));
        return found;
    }

    // "…," X said
    private static Attribution? Postposed(SentenceWords words, CueCandidate cue, IReadOnlyList<Quotation> quotations, bool[] claimed)
    {
        if (NounPhrases.Before(words, cue.Start) is not { } subject || subject.Start < 2) { return null; }
        if (subject.Start > 2 && words[subject.Start - 2].IsComma && words[subject.Start - 1] is { Capital: false, Quoted: false, Lower: [.., 'e', 'd'] }) { subject = subject with { Start = subject.Start - 1 }; } // "…, geolocated footage indicates"
        var before = subject.Start - 1;
        var quoted = words[before].Quoted && words[before].IsQuoteMark || words[before].IsComma && before > 0 && words[before - 1].Quoted;
        if (!quoted && !words[before].IsComma && !words[before].IsDash) { return null; }
        var left = Left(words, quoted ? subject.Start : before, quotations);
        if (left is not { } content) { return null; }
        var (stop, ends) = AfterCue(words, cue);
        if (!quoted && (cue.Word.Rate < 0.3 || !cue.Word.Has(Complements.Clause) || (!ends && Lexicon.IsPreposition(words[0].Lower)) || (before < 3 && !(cue.End < words.Count && words[cue.End].IsComma)))) { return null; }
        if (!ends && !(quoted || IsManner(words, cue.End))) { return null; }
        if (!ends && LeadsOn(words, cue.End)) { return null; }
        return Backward(words, cue, Construction.Postposed, subject, content, stop, quoted, quotations, claimed);
    }

    // "…," said X
    private static Attribution? Inverted(SentenceWords words, CueCandidate cue, IReadOnlyList<Quotation> quotations, bool[] claimed)
    {
        if (cue.Start < 2 || cue.Auxiliary || (cue.Form & (WordForm.Past | WordForm.Third)) == 0) { return null; }
        var before = cue.Start - 1;
        var quoted = words[before].Quoted && words[before].IsQuoteMark || words[before].IsComma && before > 0 && words[before - 1].Quoted;
        if (!quoted && !(words[before].IsComma && cue.Word.Rate >= 0.8 && before > 3) && !words[before].IsDash) { return null; }
        if (NounPhrases.After(words, cue.End) is not { } subject || Lexicon.ObjectPronouns.Contains(words[subject.Start].Lower) && words[subject.Start].Lower is not ("it" or "you")
            || words[subject.Start].Lower is "that" or "it" || Left(words, quoted ? cue.Start : before, quotations) is not { } content) { return null; }
        if (!quoted && subject.End < words.Count && !words[subject.End].IsStop && !words[subject.End].IsComma && !Lexicon.IsPreposition(words[subject.End].Lower) && !Lexicon.Days.Contains(words[subject.End].Lower)) { return null; }
        return Backward(words, cue, Construction.Inverted, subject, content, subject.End, quoted, quotations, claimed);
    }

    private static Attribution Backward(SentenceWords words, CueCandidate cue, Construction construction, WordRange subject, TextSpan left, int stop, bool quoted, IReadOnlyList<Quotation> quotations, bool[] claimed)
    {
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        content.Add(left);
        var first = Math.Min(cue.Start, subject.Start);
        Array.Fill(claimed, true, 0, first);
        var last = Math.Max(cue.End, subject.End);
        if (Continuation(words, Math.Max(stop, last), quotations) is { } right)
        {
            content.Add(right);
            Claim(words, right, claimed);
        }

        claimed[cue.Head] = true;
        return Make(words, cue, construction, new WordRange(cue.Start, cue.End), words.Span(subject.Start, subject.End), content.ToImmutable(), Math.Max(cue.Word.Rate, quoted ? 0.9 : 0.6));
    }

    // "According to X, …" and "…, according to X"
    private static Attribution? According(SentenceWords words, int i, IReadOnlyList<Quotation> quotations, bool[] claimed)
    {
        var leads = i == 0 || (i == 1 && !words[0].IsWord) || (i <= 2 && Lexicon.Coordinators.Contains(words[0].Lower));
        if (NounPhrases.After(words, i + 2, leads) is not { } source) { return null; }
        var content = ImmutableArray.CreateBuilder<TextSpan>();
        if (!leads && Left(words, words[i - 1].IsComma || words[i - 1].IsDash ? i - 1 : i, quotations) is { } left)
        {
            content.Add(left);
            Array.Fill(claimed, true, 0, i);
        }

        var end = source.End;
        if (end + 2 < words.Count && words[end].IsComma && words[end + 1].Lower is "citing" or "quoting" && NounPhrases.After(words, end + 2, leads) is { } cited) { end = cited.End; }
        if (end < words.Count && words[end].IsComma && Remainder(words, end + 1) is { } right && (leads || !words[i - 1].IsWord && Trailing(words, end + 1)))
        {
            content.Add(right);
            Claim(words, right, claimed);
        }

        if (content.Count == 0) { return null; }
        Array.Fill(claimed, true, i, end - i);
        return new Attribution
        {
            Construction = Construction.According, Sentence = words.Index, Cue = words.Span(i, i + 2), Lemma = "accord", Act = StatementAct.Says,
            Strength = 0.86, Source = words.Span(source.Start, source.End), Content = content.ToImmutable(),
        };
    }

    /// <summary>"“…,” X was quoted as saying by Y", "X was quoted by Y as saying that …": Y is a hand that it came by, which the trees tell.</summary>
    public static Attribution? QuotedAs(SentenceWords words, IReadOnlyList<Quotation> quotations) => QuotedAs(words, quotations, new bool[words.Count]);

    private static Attribution? QuotedAs(SentenceWords words, IReadOnlyList<Quotation> quotations, bool[] claimed)
    {
        for (var i = 1; i + 2 < words.Count; i++)
        {
            if (words[i].Lower is not ("quoted" or "cited") || words[i].Quoted || claimed[i]) { continue; }
            var start = i;
            while (start > 0 && (Lexicon.Auxiliaries.Contains(words[start - 1].Lower) || words[start - 1].Lower is "also" or "later" or "widely")) { start--; }
            var saying = i + 1;
            while (saying + 1 < words.Count && saying - i < 12 && !(words[saying].Lower == "as" && words[saying + 1].Lower is "saying" or "telling" or "writing")) { saying++; }
            if (start == i || saying + 1 >= words.Count || words[saying].Lower != "as" || NounPhrases.Before(words, start) is not { } subject) { continue; }
            var before = subject.Start - 1;
            var postposed = before > 1 && (words[before].IsComma || words[before].IsQuoteMark);
            var content = postposed ? Left(words, words[before].IsComma ? before : subject.Start, quotations) : Remainder(words, saying + 2);
            if (content is not { } said) { return null; }
            Array.Fill(claimed, true);
            return new Attribution
            {
                Construction = Construction.Postposed, Sentence = words.Index, Cue = words.Span(start, saying + 2), Lemma = "quote", Act = StatementAct.Says,
                Strength = 0.9, Source = words.Span(subject.Start, subject.End), Content = [said],
            };
        }

        return null;
    }

    // "As X noted in an interview, …"
    private static Attribution? AsClause(SentenceWords words, IReadOnlyList<CueCandidate> candidates, bool[] claimed)
    {
        const int LongestAdjunct = 8;
        foreach (var cue in candidates)
        {
            if (cue.Shape is not CueShape.Finite || cue.Word is not { Reports: true, Act: StatementAct.Says } || (cue.Form & (WordForm.Past | WordForm.Third)) == 0 || NounPhrases.Before(words, cue.Start) is not { } subject || subject.Start > 1) { continue; }
            var comma = cue.End;
            while (comma < words.Count && comma - cue.End < LongestAdjunct && words[comma].IsWord && !words[comma].Quoted && !Lexicon.Subordinators.Contains(words[comma].Lower) && !Lexicon.LooksLikeVerb(words[comma].Lower)) { comma++; }
            if (comma + 3 >= words.Count || !words[comma].IsComma || Remainder(words, comma + 1) is not { } content) { return null; }
            Array.Fill(claimed, true);
            return Make(words, cue, Construction.AsClause, new WordRange(cue.Start, cue.End), words.Span(Math.Max(1, subject.Start), subject.End), [content], Math.Max(cue.Word.Rate, 0.8));
        }

        return null;
    }

    // What stands after a subject or where none is needed: X said that …; X hopes to …; adding that …
    private Attribution? Forward(SentenceWords words, CueCandidate cue, IReadOnlyList<Quotation> quotations, TextSpan? lastSource, bool[] claimed)
    {
        if (cue.Shape is CueShape.Finite && cue.Start == 0) { return null; } // an order, a rubric ("EXPLAINED:")
        if (cue.Shape is CueShape.Passive) { return Passive(words, cue, quotations, claimed); }
        if (complements.Find(words, cue) is not { } complement) { return null; }
        if (cue.Start > 1 && Lexicon.Relatives.Contains(words[cue.Start - 1].Lower) && words[cue.Start - 2].IsComma) { complement = UpToMainVerb(words, complement); }
        var strength = Strength(cue, complement.Kind);
        var construction = complement.Kind;
        TextSpan? source;
        switch (cue.Shape)
        {
            case CueShape.Noun:
                construction = Construction.Noun;
                (source, strength) = Possessor(words, cue, strength);
                break;
            case CueShape.Gerund or CueShape.Infinitive:
                construction = Construction.Dependent;
                source = lastSource ?? MainSubject(words, cue.Start);
                strength *= cue.Shape is CueShape.Infinitive || words[cue.Start].Lower == "to" ? 0.6 : source is null ? 0.5 : 0.9;
                break;
            default:
                if (cue.Shape is CueShape.Adjective) { construction = Construction.Adjective; }
                var subject = NounPhrases.Before(words, cue.Start);
                source = subject is { } range && !IsEmptySubject(words, range) ? words.Span(range.Start, range.End) : subject is null ? lastSource ?? MainSubject(words, cue.Start) : null;
                strength *= subject is null ? 0.7 : 1;
                if (cue.Word.Lemma is "seem" or "appear" && subject is { } raised && complement.Kind is Construction.SubjectInfinitive)
                {
                    return strength < Threshold ? null : Accept(words, cue, Construction.Raising, complement, null, [words.Span(raised.Start, raised.End), .. Extent(words, complement.Words, quotations)], strength, claimed);
                }

                break;
        }

        return strength < Threshold ? null : Accept(words, cue, construction, complement, source, Extent(words, complement.Words, quotations), strength, claimed);
    }

    // ", who said that …, left": the comma before the sentence's own verb closes the clause.
    private Complement UpToMainVerb(SentenceWords words, Complement complement)
    {
        for (var i = complement.Words.Start + 1; i + 1 < complement.Words.End; i++)
        {
            if (words[i].IsComma && !words[i].Quoted && (Lexicon.LooksLikeVerb(words[i + 1].Lower) || cues.IsFiniteCue(words, i + 1, 0.1))) { return complement with { Words = complement.Words with { End = i } }; }
        }

        return complement;
    }

    private Attribution? Passive(SentenceWords words, CueCandidate cue, IReadOnlyList<Quotation> quotations, bool[] claimed)
    {
        var subject = NounPhrases.Before(words, cue.Start);
        if (cue.End < words.Count && words[cue.End].Lower == "by" && NounPhrases.After(words, cue.End + 1) is { } agent)
        {
            if (subject is not { } patient || cue.Word.Rate * 0.9 < Threshold || claimed[patient.Start]) { return null; }
            Array.Fill(claimed, true, patient.Start, agent.End - patient.Start);
            return Make(words, cue, Construction.Passive, new WordRange(cue.Start, cue.End), words.Span(agent.Start, agent.End), [words.Span(patient.Start, patient.End)], cue.Word.Rate * 0.9);
        }

        if (!cue.Auxiliary || complements.Find(words, cue) is not { } complement) { return null; }
        var strength = Strength(cue, complement.Kind) * 0.9;
        if (strength < Threshold || complement.Kind is Construction.SubjectObject or Construction.SubjectBare) { return null; }
        var extent = Extent(words, complement.Words, quotations);
        var empty = subject is null || IsEmptySubject(words, subject.Value) || complement.Kind is not (Construction.SubjectInfinitive);
        return Accept(words, cue, Construction.Passive, complement, null, empty ? extent : [words.Span(subject!.Value.Start, subject.Value.End), .. extent], strength, claimed);
    }

    private const double Threshold = 0.3;

    private static double Strength(CueCandidate cue, Construction kind) => kind switch
    {
        Construction.SubjectQuote => cue.Word.Reports ? Math.Max(cue.Word.Rate, 0.8) : cue.Word.Rate * 1.3,
        Construction.SubjectClause => 1 - (1 - cue.Word.Rate) * 0.6,
        Construction.SubjectInfinitive or Construction.SubjectPreposition => cue.Word.Rate * 1.4,
        _ => cue.Word.Rate,
    };

    private static Attribution Accept(SentenceWords words, CueCandidate cue, Construction construction, Complement complement, TextSpan? source, ImmutableArray<TextSpan> content, double strength, bool[] claimed)
    {
        Array.Fill(claimed, true, cue.Start, complement.Words.End - cue.Start);
        return Make(words, cue, construction, new WordRange(cue.Start, complement.CueEnd), source, content, strength);
    }

    private static Attribution Make(SentenceWords words, CueCandidate cue, Construction construction, WordRange cueWords, TextSpan? source, ImmutableArray<TextSpan> content, double strength)
    {
        var cueSpan = words.Span(cueWords.Start, cueWords.End);
        return new Attribution
        {
            Construction = construction, Sentence = words.Index, Cue = cueSpan, Lemma = cue.Word.Lemma, Act = cue.Word.Act,
            Strength = Math.Clamp(strength, 0, 1), Source = source is { } s && s.Overlaps(cueSpan) ? null : source, Content = content,
            Denies = cue.Word.Denies, Hedges = cue.Word.Hedges,
        };
    }

    // The content before `end`: from the sentence's start, or from a quotation's that began before the sentence.
    private static TextSpan? Left(SentenceWords words, int end, IReadOnlyList<Quotation> quotations)
    {
        while (end > 0 && (words[end - 1].IsComma || words[end - 1].IsDash) && !words[end - 1].Quoted) { end--; }
        if (end < 1) { return null; }
        var start = 0;
        while (start < end && !words[start].IsWord && !words[start].Quoted) { start++; }
        if (start >= end) { return null; }
        var from = words[start].Span.Start;
        if (words[start].Quoted) { from = Math.Min(from, quotations[words[start].Quotation].Span.Start); }
        return new TextSpan(from, words[end - 1].Span.End);
    }

    // The words of a range; a quotation that begins in them counts to its end, in whichever sentence that lies.
    private static ImmutableArray<TextSpan> Extent(SentenceWords words, WordRange range, IReadOnlyList<Quotation> quotations)
    {
        var span = words.Span(range.Start, range.End);
        var last = words[range.End - 1];
        return [last.Quoted ? span with { End = Math.Max(span.End, quotations[last.Quotation].Span.End) } : span];
    }

    // After "…," X said: the quotation or clause that goes on.
    private static TextSpan? Continuation(SentenceWords words, int i, IReadOnlyList<Quotation> quotations)
    {
        for (var k = i; k < words.Count && k < i + 25; k++)
        {
            if (ComplementFinder.OpensQuote(words, k)) { return quotations[words[k].Quotation].Span; }
            if (words[k].IsComma && Trailing(words, k + 1)) { return Remainder(words, k + 1); }
            if (words[k].IsStop) { break; }
        }

        return null;
    }

    // True where what follows a comma goes on with the clause that the attribution interrupted.
    private static bool Trailing(SentenceWords words, int i) =>
        i < words.Count && words[i].IsWord && !words[i].Quoted
        && (words[i].Lower is "and" or "but" or "that" or "with" or "because" or "if" or "or" || Lexicon.Auxiliaries.Contains(words[i].Lower));

    private static TextSpan? Remainder(SentenceWords words, int start)
    {
        var end = words.Count;
        while (end > start && words[end - 1].IsStop && !words[end - 1].Quoted) { end--; }
        return end > start ? words.Span(start, end) : null;
    }

    private static void Claim(SentenceWords words, TextSpan span, bool[] claimed)
    {
        for (var i = 0; i < words.Count; i++) { claimed[i] |= words[i].Span.Overlaps(span); }
    }

    // Whether the sentence or the attribution is over after the cue, and where.
    private static (int Stop, bool Ends) AfterCue(SentenceWords words, CueCandidate cue)
    {
        var i = cue.End;
        while (i < words.Count && (Lexicon.IsAdverb(words[i].Lower) || Lexicon.Days.Contains(words[i].Lower))) { i++; }
        return (i, i >= words.Count || words[i].IsStop || words[i].IsComma || words[i].IsDash || words[i].Lower is ";" or ")");
    }

    private static bool IsManner(SentenceWords words, int i) =>
        i < words.Count && (Lexicon.IsPreposition(words[i].Lower) || Lexicon.Days.Contains(words[i].Lower) || Lexicon.IsAdverb(words[i].Lower) || words[i].Lower is "to" or "last" or "this" or "when" or "while");

    // "said in a speech that …": the content is still to come.
    private static bool LeadsOn(SentenceWords words, int i)
    {
        for (var k = i; k < words.Count && k < i + 15; k++)
        {
            if (words[k].Lower is "that" && k + 1 < words.Count) { return true; }
            if (words[k].IsComma || words[k].IsStop) { return false; }
        }

        return false;
    }

    private static bool IsEmptySubject(SentenceWords words, WordRange range) =>
        range.Count == 1 && words[range.Start].Lower is "it" or "there" && range.Start + 1 < words.Count && Lexicon.Be.Contains(words[range.Start + 1].Lower);

    private static (TextSpan? Source, double Strength) Possessor(SentenceWords words, CueCandidate cue, double strength)
    {
        for (var i = cue.Head - 1; i >= 0 && i > cue.Head - 5; i--)
        {
            if (Lexicon.Possessives.Contains(words[i].Lower)) { return (words[i].Span, strength); }
            if (words[i].Lower is "'s" or "'" && i > 0)
            {
                var start = NounPhrases.Edge(words, i);
                return (start < i ? words.Span(start, i) : null, strength);
            }

            if (Lexicon.IsPreposition(words[i].Lower) || Lexicon.LooksLikeVerb(words[i].Lower) || !words[i].IsWord) { break; }
        }

        return (null, strength * 0.6);
    }

    // The subject of the sentence's first verb: whoever "adding that" or "to deny that" speaks of.
    private TextSpan? MainSubject(SentenceWords words, int before)
    {
        for (var i = 1; i < before; i++)
        {
            if (words[i].Quoted || !(Lexicon.LooksLikeVerb(words[i].Lower) || cues.IsFiniteCue(words, i, 0))) { continue; }
            var start = i;
            while (start > 0 && Lexicon.IsAdverb(words[start - 1].Lower)) { start--; }
            if (NounPhrases.Before(words, start) is { } subject && !Lexicon.Relatives.Contains(words[subject.Start].Lower)) { return words.Span(subject.Start, subject.End); }
        }

        return null;
    }
}
