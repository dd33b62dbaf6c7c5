using Hearsay.Packs;

namespace Hearsay.Language.Coreference;

/// <summary>Joins what a construction makes one: "Ivo Tarn, the head of the board", "its spokesman, Ivo Tarn", "the group Open Gate", "Tarn is the governor".</summary>
internal sealed class ConstructionSieve(GrammarTree tree, SourceWords words)
{
    public void Join(List<Mention> mentions)
    {
        for (var m = 0; m < mentions.Count; m++)
        {
            var mention = mentions[m];
            foreach (var child in tree.Children(mention.Head))
            {
                if (tree.Relation(child) is "appos" && !tree.Is(child, "nobody", "everybody", "somebody", "anybody", "nothing", "everything", "everyone", "someone", "anyone") && Mention.At(mentions, child) is { } beside && Fit(mention, beside)) { Make(mention, beside); }
                if (tree.Relation(child) is "acl" && tree.Is(child, "named", "called", "nicknamed") && Called(mentions, m, child) is { } named) { Make(mention, named); }
            }

            if (mention.Kind is MentionKind.Nominal)
            {
                if (tree.Child(mention.Head, "cop") >= 0 && tree.Child(mention.Head, "nsubj") is >= 0 and var subject && tree.Child(mention.Head, "neg") < 0
                    && Mention.At(mentions, subject) is { } subjectNamed && subjectNamed.Kind is MentionKind.Name && Fit(mention, subjectNamed))
                {
                    subjectNamed.Referent.Add(mention.Referent.Mentions.Count == 1 ? mention : new Mention { Kind = MentionKind.Nominal, Head = mention.Head, Words = mention.Words, Sentence = mention.Sentence, Text = mention.Text, Type = mention.Type });
                }

                // A parser may miss an apposition: "its spokesman in Elsvik, Ivo Tarn."
                if (m + 1 < mentions.Count && NextName(mentions, m) is { } next && Fit(mention, next)) { Make(mention, next); }
            }
        }
    }

    // "a soldier named Ivo": the name right behind the participle.
    private static Mention? Called(List<Mention> mentions, int m, int participle)
    {
        for (var next = m + 1; next < mentions.Count && mentions[next].Words.Start <= participle + 1; next++)
        {
            if (mentions[next] is { Kind: MentionKind.Name } name && name.Words.Start == participle + 1) { return Fit(mentions[m], name) ? name : null; }
        }

        return null;
    }

    private static void Make(Mention first, Mention second)
    {
        if (first.Referent == second.Referent) { return; }
        if (second.Referent.IsNamed && !first.Referent.IsNamed) { second.Referent.Absorb(first.Referent); } else { first.Referent.Absorb(second.Referent); }
    }

    // A name and what describes it agree in kind; two names are two parties.
    private static bool Fit(Mention one, Mention other)
    {
        if (one.Kind is MentionKind.Name && other.Kind is MentionKind.Name || one.Kind is MentionKind.Pronoun || other.Kind is MentionKind.Pronoun) { return false; }
        if (one.Referent.IsNamed && other.Referent.IsNamed) { return false; }
        if (IsBodyOfOneWord(one, other) || IsBodyOfOneWord(other, one)) { return true; }
        var (a, b) = (one.Type, other.Type);
        return one.IsPlural == other.IsPlural && (a == b || a is ReferentType.Unknown || b is ReferentType.Unknown) && (one.Gender is Gender.Unknown || other.Gender is Gender.Unknown || one.Gender == other.Gender);
    }

    // "the state agency, Varninform": a name of one word that the models took for a person's.
    private static bool IsBodyOfOneWord(Mention noun, Mention name)
    {
        if (noun.Kind is not MentionKind.Nominal || noun.Type is not ReferentType.Organisation || name.Type is not (ReferentType.Person or ReferentType.Unknown or ReferentType.Place) || noun.IsPlural) { return false; }
        if (name.Text.Contains(' ', StringComparison.Ordinal) || name.Gender is not Gender.Unknown || !name.Descriptors.IsEmpty) { return false; }
        name.Referent.Type = ReferentType.Organisation;
        return true;
    }

    // "According to the office, Varnia is to release 602 men": the name opens the clause behind a phrase that a preposition leads in.
    private bool IsOwnSubject(Mention noun, Mention named) =>
        tree.Relation(named.Head) is "nsubj" or "nsubjpass" && tree.Child(noun.Head, "case") >= 0 && !tree.IsUnder(named.Head, noun.Head);

    // "The head of the Regional Administration Ivo Tarn told": who holds an office, named right behind what the office is of.
    private Mention? Holder(List<Mention> mentions, int m, TokenRange sentence)
    {
        const int Reach = 12, ShortTitle = 3; // "Mrs", "Dr."
        var (office, t) = (mentions[m], mentions[m].Head + 1);
        if (office.Type is not ReferentType.Person || office.IsPlural || t >= sentence.End || !tree.Is(t, "for", "of", "on", "at")) { return null; }
        for (var next = m + 1; next < mentions.Count && mentions[next].Words.Start < Math.Min(sentence.End, t + Reach); next++)
        {
            if (mentions[next] is not { Kind: MentionKind.Name, Type: ReferentType.Person } named) { continue; }
            var before = named.Words.Start - 1;
            return before > t && char.IsUpper(tree.Form(before)[0]) && tree.Form(before).Length > ShortTitle && tree.IsNoun(before) && !words.PersonNouns.Contains(tree.Lower(before))
                && !Enumerable.Range(t, before - t).Any(between => tree.IsVerb(between) || tree.Is(between, ",", "who", "that", "'s", "’s"))
                && (named.Words.End >= sentence.End || tree.IsVerb(named.Words.End) || tree.Relation(named.Words.End) is "punct") ? named : null;
        }

        return null;
    }

    // The name that follows a noun for one person or body with but a comma, or with nothing, between their phrases.
    private Mention? NextName(List<Mention> mentions, int m)
    {
        const int Reach = 9;
        var mention = mentions[m];
        var sentence = tree.SentenceAround(mention.Head);
        if (Holder(mentions, m, sentence) is { } holder) { return holder; }
        var t = mention.Head + 1;
        if (t < sentence.End && !tree.Is(t, ",") && !tree.Is(t, "in", "for", "of", "at", "on"))
        {
            return mentions[m + 1] is { Kind: MentionKind.Name } beside && beside.Words.Start == t && words.OrganisationNouns.Contains(mention.Text) ? beside : null;
        }

        for (; t < sentence.End && t - mention.Head < Reach && !tree.Is(t, ","); t++)
        {
            if (tree.IsVerb(t) || tree.Is(t, "and", "who", "that")) { return null; }
        }

        if (t + 1 >= sentence.End || !tree.Is(t, ",")) { return null; }
        var start = t + 1;
        while (start < sentence.End && words.Titles.Contains(tree.Lower(start))) { start++; }
        for (var next = m + 1; next < mentions.Count && mentions[next].Words.Start <= start; next++)
        {
            if (mentions[next] is { Kind: MentionKind.Name } named && named.Words.Start == start && !IsOwnSubject(mention, named) && (named.Words.End >= sentence.End || tree.Relation(named.Words.End) is "punct" || tree.IsVerb(named.Words.End))) { return named; }
        }

        return null;
    }
}
