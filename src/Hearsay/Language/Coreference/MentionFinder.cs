using Hearsay.Documents;
using Hearsay.Packs;

namespace Hearsay.Language.Coreference;

/// <summary>Finds what may be spoken of again: names, nouns for people, bodies and texts, and pronouns of the third person.</summary>
internal sealed class MentionFinder(AnnotatedDocument document, GrammarTree tree, SourceWords words, PartyLexicon parties, bool[] quoted, Func<int, bool> speaks)
{
    private readonly List<Mention> mentions = [];

    /// <summary>The mentions in text order of their main words; of a comment's words there are none.</summary>
    public List<Mention> Find()
    {
        var taken = new bool[document.Tokens.Length];
        for (var e = 0; e < document.Entities.Length; e++) { AddEntity(e, taken); }
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            if (document.Document.Blocks[sentence.Block].Role is BlockRole.Comment) { continue; }
            for (var t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                if (taken[t]) { continue; }
                if (tree.IsPronoun(t)) { AddPronoun(t, s); }
                else if (IsName(t)) { t = AddUnknownName(t, s, taken, sentence.FirstToken + sentence.TokenCount); }
                else if (tree.IsNoun(t) || IsNounInDisguise(t) || (tree.Is(t, "one", "another") && speaks(t))) { AddNominal(t, s); }
            }
        }

        mentions.Sort((a, b) => a.Head.CompareTo(b.Head));
        return mentions;
    }

    private void AddEntity(int index, bool[] taken)
    {
        var entity = document.Entities[index];
        var range = tree.Range(entity.Span);
        if (range.End <= range.Start || entity.Type is EntityType.Role) { return; }
        if (document.Document.Blocks[document.Sentences[tree.SentenceOf(range.Start)].Block].Role is BlockRole.Comment) { return; }
        while (range.Start + 1 < range.End && !char.IsLetterOrDigit(tree.Form(range.Start)[0]) && tree.Form(range.Start)[0] is not ('"' or '“' or '«' or '‘')) { range = range with { Start = range.Start + 1 }; } // a bullet
        var adjective = entity.Type is EntityType.Group && tree.Tag(range.End - 1) is ['J', ..];
        while (range.Start + 1 < range.End && IsTitle(range.Start) && !IsBody(range.End - 1)) { range = range with { Start = range.Start + 1 }; }
        for (var t = range.Start; t < range.End; t++) { taken[t] = true; }
        if (entity.Type is EntityType.Person && IsOffice(range))
        {
            AddNominal(range.End - 1, tree.SentenceOf(range.End - 1));
            return;
        }

        for (var t = range.End - 2; entity.Type is EntityType.Person && t >= range.Start; t--)
        {
            var opens = t == range.Start && range.End - t >= 3; // "Envoy Radovan Melk"
            if ((opens || char.IsLower(tree.Form(t)[0])) && words.PersonNouns.Contains(tree.Lower(t))) { range = range with { Start = t + 1 }; } // "Varnian ombudswoman Ann Lee"
        }

        if (entity.Type is EntityType.Organisation && EndsInPerson(range))
        {
            AddName(range with { Start = range.End - 2 }, -1, false, ReferentType.Person);
            range = range with { End = range.End - 2 };
        }

        AddName(range, index, adjective, entity.Type switch
        {
            EntityType.Person => ReferentType.Person,
            EntityType.Organisation => ReferentType.Organisation,
            EntityType.Place => ReferentType.Place,
            _ => ReferentType.Group,
        });
    }

    // "Varnian High Commissioner for Human Rights": an office that the models took for a person's name.
    private bool IsOffice(TokenRange range)
    {
        var last = range.End - 1;
        if (range.End >= document.Tokens.Length || !tree.Is(range.End, "for", "of", "on") || !(IsTitle(last) || words.PersonNouns.Contains(tree.Lower(last)))) { return false; }
        for (var t = range.Start; t < range.End; t++)
        {
            if (GivenNames.Contains(tree.Form(t))) { return false; }
        }

        return true;
    }

    // "(head of the) Regional Administration Ivo Tarn", where the models took the holder's name for a part of the body's.
    private bool EndsInPerson(TokenRange range) =>
        range.End - range.Start >= 4 && (GivenNames.Contains(tree.Form(range.End - 2)) || (range.End < document.Tokens.Length && tree.IsVerb(range.End) && !words.OrganisationWords.Contains(tree.Lower(range.End - 2)))) && !IsBody(range.End - 1) && char.IsUpper(tree.Form(range.End - 1)[0]) && char.IsUpper(tree.Form(range.End - 3)[0]) && IsBody(range.End - 3);

    // A run of capitalised words that the models took for no name.
    private int AddUnknownName(int first, int sentence, bool[] taken, int end)
    {
        var last = first;
        while (last + 1 < end && IsName(last + 1) && !taken[last + 1]) { last++; }
        while (first < last && IsTitle(first) && !IsBody(last)) { first++; }
        if (first < last && first > 0 && CalendarNames.Contains(tree.Form(first)) && tree.Tag(first - 1) is "CD" or "IN") { first++; } // "On 3 April Nord reported"
        var range = new TokenRange(first, last + 1);
        if (!IsTitle(last) && char.IsUpper(tree.Form(last)[0]) && tree.Form(last).Length > 1 && tree.HeadOf(range) == last && tree.Relation(last) is not "compound") { AddName(range, -1, false, ReferentType.Unknown); }
        else if (IsTitle(last) && sentence >= 0) { AddNominal(last, sentence); }
        return last;
    }

    // A given name at a sentence's beginning may have been taken for a common noun.
    private bool IsName(int t) => tree.IsName(t) || (tree.IsNoun(t) && char.IsUpper(tree.Form(t)[0]) && GivenNames.Contains(tree.Form(t)));

    // "the general said", where the tagger saw an adjective.
    private bool IsNounInDisguise(int t) => tree.Tag(t) is "JJ" && tree.Relation(t) is "nsubj" or "nsubjpass" && tree.Child(t, "det") >= 0;

    // "General Staff", "Defence Ministry": what would be a title before a person's name is part of a body's.
    private bool IsBody(int last) => words.OrganisationWords.Contains(tree.Lower(last));

    private bool IsTitle(int t) => words.Titles.Contains(tree.Lower(t));

    private void AddName(TokenRange range, int entity, bool adjective, ReferentType type)
    {
        if (IsDate(range)) { return; }
        if (IsNumberOfName(range)) { range = range with { End = range.End + 1 }; }
        var text = tree.Span(range).SliceOf(document.Text);
        if (text.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) { text = text[4..]; }
        var head = tree.HeadOf(range) is >= 0 and var found ? found : range.End - 1;
        var parts = text.Split(' ');
        if (type is ReferentType.Person or ReferentType.Unknown && (parts.Any(part => words.OrganisationWords.Contains(part.ToLowerInvariant())) || words.IsAgency(text))) { type = ReferentType.Organisation; }
        if (type is ReferentType.Unknown && GivenNames.Contains(parts[0]) && parts.Length <= 3) { type = ReferentType.Person; }
        var descriptors = new List<string>();
        var gender = Gender.Unknown;
        if (type is ReferentType.Unknown && parties.Official(text) is { } official) { (type, gender) = (ReferentType.Person, GivenNames.OfName(official.Name)); }
        for (var t = range.Start - 1; t >= 0 && range.Start - t <= 5 && tree.Head(t) == head && tree.Relation(t) is "compound" or "amod" or "appos"; t--)
        {
            var lower = tree.Lower(t);
            if (gender is Gender.Unknown) { gender = GivenNames.OfWord(lower); }
            if (words.PersonNouns.Contains(lower) || words.OrganisationNouns.Contains(lower)) { descriptors.Add(lower); }
            if (type is ReferentType.Unknown && words.PersonNouns.Contains(lower) || words.Titles.Contains(lower)) { type = ReferentType.Person; }
        }

        if (type is ReferentType.Unknown && range.Start > 0 && tree.SentenceOf(range.Start - 1) == tree.SentenceOf(range.Start) && words.PersonNouns.Contains(tree.Lower(range.Start - 1)))
        {
            type = ReferentType.Person; // "a post by the blogger Old Gunner"
            descriptors.Add(tree.Lower(range.Start - 1));
        }

        if (type is ReferentType.Person && entity >= 0 && descriptors.Count > 0 && gender is Gender.Unknown && words.OrganisationNouns.Contains(descriptors[0])) { type = ReferentType.Organisation; } // "the group Open Gate"
        if (type is ReferentType.Organisation or ReferentType.Unknown)
        {
            descriptors.AddRange(parts.Select(part => part.ToLowerInvariant()).Where(part => words.OrganisationNouns.Contains(part) || words.OrganisationWords.Contains(part)));
        }

        if (text is "Jr" or "Jr." or "Sr" or "Sr.") { return; }
        if (type is ReferentType.Person && gender is Gender.Unknown) { gender = GivenNames.OfName(text); }
        mentions.Add(new Mention
        {
            Kind = MentionKind.Name, Head = head, Words = range, Sentence = tree.SentenceOf(head), Text = text, Type = type, Gender = gender,
            IsPlural = IsPlural(type, range, head), IsQuoted = quoted[head], Descriptors = [.. descriptors],
            IsAdjective = adjective, Entity = entity, FullText = type is ReferentType.Organisation && !adjective ? WithOwner(range, head) : null,
        });
    }

    // "Lubenets" and "Adams" end as plurals do, and so do "Headquarters" and "Nations"; of people only "the Adamses" are several.
    private bool IsPlural(ReferentType type, TokenRange range, int head) =>
        type is ReferentType.Group
        || (tree.Tag(head) is "NNPS" && type is not ReferentType.Organisation && (type is not ReferentType.Person || (range.Start > 0 && tree.Is(range.Start - 1, "the"))));

    // "in April 2024", "on 3 May": a month, though people are called so.
    private bool IsDate(TokenRange range) =>
        range.End - range.Start == 1 && CalendarNames.IsMonth(tree.Form(range.Start))
        && ((range.End < document.Tokens.Length && tree.Tag(range.End) is "CD") || (range.Start > 0 && (tree.Tag(range.Start - 1) is "CD" || tree.Is(range.Start - 1, "in", "since", "until", "last", "early", "late", "mid"))));

    // "Signal 12", "Camp 6": a number that ends a name, and counts nothing.
    private bool IsNumberOfName(TokenRange range)
    {
        var t = range.End;
        return t < document.Tokens.Length && tree.SentenceOf(t) == tree.SentenceOf(t - 1) && tree.Tag(t) is "CD" && !tree.Form(t).ContainsAnyExceptInRange('0', '9') && tree.Form(t).Length <= 3
            && document.Text[tree.Span(t).Start - 1] is ' ' or '-' && !(t + 1 < document.Tokens.Length && tree.SentenceOf(t + 1) == tree.SentenceOf(t) && (tree.IsNoun(t + 1) || tree.Tag(t + 1) is ['J', ..] or "CD"))
            && !CalendarNames.IsMonth(tree.Form(t - 1));
    }

    // "Varnian Defence Ministry", "Oskeland’s Foreign Ministry", "Ministry of Defence": whose body it is, where the models left that out of the name.
    private string? WithOwner(TokenRange range, int head)
    {
        var start = range.Start;
        if (start > 1 && IsBody(range.End - 1) && tree.Is(start - 1, "'s", "’s") && range.Contains(tree.Head(start - 2)) && tree.Relation(start - 2) is "nmod:poss" && tree.IsName(start - 2)) { start -= 2; }
        while (start > 0 && tree.Head(start - 1) is var governor && (range.Contains(governor) || (governor > start - 1 && governor < range.Start && tree.Relation(governor) is "nmod:poss" && range.Contains(tree.Head(governor))))
            && (tree.Relation(start - 1) is "case" or "nmod:poss" || (tree.Relation(start - 1) is "amod" or "compound" && char.IsUpper(tree.Form(start - 1)[0]) && !IsTitle(start - 1)))) { start--; }
        while (start < range.Start && (tree.IsPronoun(start) || tree.Relation(start) is "case")) { start++; }
        if (!IsBody(range.End - 1) && start < range.Start && tree.Is(range.Start - 1, "'s", "’s")) { return null; } // "the mission's Elsvik office" is no name of Elsvik's
        return start < range.Start ? tree.Span(range with { Start = start }).SliceOf(document.Text) : null;
    }

    private void AddPronoun(int t, int sentence)
    {
        var text = tree.Lower(t);
        var type = text switch
        {
            "he" or "him" or "his" or "she" or "her" or "hers" => ReferentType.Person,
            "they" or "them" or "their" or "it" or "its" => ReferentType.Unknown,
            _ => (ReferentType?)null,
        };
        if (type is not { } known) { return; }
        mentions.Add(new Mention
        {
            Kind = MentionKind.Pronoun, Head = t, Words = new TokenRange(t, t + 1), Sentence = sentence, Text = text, Type = known,
            Gender = GivenNames.OfWord(text), IsPlural = text is "they" or "them" or "their", IsQuoted = quoted[t],
        });
    }

    // "a 33-year-old sapper", "the bookkeeper is 50 years old"
    private bool IsAged(int t)
    {
        if (tree.Relation(t) is "nsubj" && tree.Head(t) is >= 0 and var old && tree.Is(old, "old") && tree.Children(old).Any(child => tree.Is(child, "year", "years"))) { return true; }
        foreach (var child in tree.Children(t))
        {
            if (child < t && tree.Relation(child) is "amod" && tree.Form(child).EndsWith("-year-old", StringComparison.OrdinalIgnoreCase)) { return true; }
        }

        return false;
    }

    private void AddNominal(int t, int sentence)
    {
        if (tree.Relation(t) is "compound" or "case" or "mwe" || tree.Is(t, "nobody", "none", "everybody", "everyone", "somebody", "someone", "anybody", "anyone", "nothing", "everything")) { return; }
        foreach (var child in tree.Children(t))
        {
            if (tree.Relation(child) is "det" && tree.Is(child, "any", "every", "each", "no", "either", "neither")) { return; } // nobody in particular
        }

        var (lemma, lower) = (tree.Lemma(t).ToLowerInvariant(), tree.Lower(t));
        var type = words.GroupNouns.Contains(lower) || (tree.IsPlural(t) && words.PersonNouns.Contains(lemma)) || words.UnnamedWords.Contains(lower) && tree.IsPlural(t) ? ReferentType.Group
            : words.PersonNouns.Contains(lemma) || words.UnnamedWords.Contains(lower) || IsAged(t) ? ReferentType.Person
            : words.OrganisationNouns.Contains(lemma) ? ReferentType.Organisation
            : words.DocumentNouns.Contains(lemma) || words.DocumentNouns.Contains(lower) ? ReferentType.Document
            : !tree.IsPlural(t) && speaks(t) && tree.Child(t, "nummod") < 0 && !words.MediaNouns.Contains(lemma) && !words.EvidenceNouns.Contains(lemma) && !words.ClaimNouns.Contains(lower) && !tree.IsName(t) ? ReferentType.Person // "a 33-year-old sapper said"
            : ReferentType.Unknown;
        if (type is ReferentType.Unknown) { return; }
        var range = new TokenRange(t, t + 1);
        foreach (var child in tree.Children(t))
        {
            if (child < t && tree.Relation(child) is "det" or "amod" or "compound" or "nummod" or "nmod:poss" or "neg") { range = range with { Start = Math.Min(range.Start, tree.Subtree(child).Start) }; }
        }

        mentions.Add(new Mention
        {
            Kind = MentionKind.Nominal, Head = t, Words = range, Sentence = sentence, Text = lemma, Type = type, Gender = GivenNames.OfWord(lower), IsPlural = tree.IsPlural(t), IsQuoted = quoted[t],
        });
    }
}
