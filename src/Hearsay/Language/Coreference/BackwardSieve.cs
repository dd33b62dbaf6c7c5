using System.Collections.Frozen;
using Hearsay.Documents;
using Hearsay.Packs;

namespace Hearsay.Language.Coreference;

/// <summary>Goes through nouns and pronouns in text order and looks back for what each means.</summary>
/// <remarks>
/// A pronoun's antecedent is sought sentence by sentence, going back; in a sentence subjects come first, those who say something before others, and else what stands first (after Hobbs 1978),
/// of those that agree in number, gender and kind. What stands in quotation marks is passed over from outside.
/// </remarks>
internal sealed class BackwardSieve(GrammarTree tree, DomainPack pack)
{
    private const int SentencesBack = 7;
    private const int NounsBack = 60; // mentions

    private static readonly FrozenSet<string> AnyPerson = Set("official man woman politician expert candidate nominee author speaker lawyer analyst leader activist");
    // What else someone of an office is called.
    private static readonly (string Noun, FrozenSet<string> Offices)[] Kin =
    [
        ("diplomat", Set("ambassador envoy consul minister spokesman spokeswoman spokesperson")), ("envoy", Set("ambassador diplomat representative")),
        ("ombudsman", Set("commissioner ombudswoman")), ("ombudswoman", Set("commissioner ombudsman")), ("commissioner", Set("ombudsman ombudswoman")),
        ("lawmaker", Set("senator deputy congressman congresswoman representative member")), ("officer", Set("general colonel major captain lieutenant commander")),
        ("serviceman", Set("soldier private sergeant corporal fighter")), ("soldier", Set("private sergeant corporal serviceman fighter")), ("commander", Set("general colonel major captain")),
        ("head", Set("chief director chairman chairwoman")), ("chief", Set("head director commander")), ("leader", Set("head chairman president founder")),
    ];

    private static readonly FrozenSet<string> AnyBody = Set("group organisation organization body company firm outlet agency institute committee board party campaign network union team side charity publication");
    private static readonly FrozenSet<string> AnyPaper = Set("newspaper paper outlet magazine site website broadcaster station channel agency portal daily weekly publication");

    private readonly SourceWords words = pack.Sources;

    public void Join(List<Mention> mentions)
    {
        for (var m = 0; m < mentions.Count; m++)
        {
            var mention = mentions[m];
            if (mention.Kind is MentionKind.Pronoun) { Link(mention, Antecedent(mentions, m)); }
            else if (mention.Kind is MentionKind.Nominal && !mention.Referent.IsNamed && IsDefinite(mention)) { Link(mention, Earlier(mentions, m)); }
        }
    }

    private static void Link(Mention mention, Referent? meant)
    {
        if (meant is not null && meant != mention.Referent) { meant.Absorb(mention.Referent); }
    }

    // "the general", "this report": with a determiner that points, and nothing that tells it from others of its kind.
    private bool IsDefinite(Mention mention)
    {
        var points = false;
        foreach (var child in tree.Children(mention.Head))
        {
            switch (tree.Relation(child))
            {
                case "det": points |= tree.Is(child, "the", "this", "that", "these", "those"); break;
                case "nmod:poss" when !tree.IsPronoun(child) && mention.Type is ReferentType.Person: return true; // "the mission's head"
                case "nmod:poss" or "nummod" or "acl" or "acl:relcl": return false;
                case "nmod" when tree.Children(child).Any(mark => tree.Is(mark, "of", "for", "at", "in", "from")) && child > mention.Head && child - mention.Head < 6: return false;
                case "amod" or "compound" when child < mention.Head && !tree.Is(child, "same", "former", "three-star"): return tree.Relation(child) is "compound" && points && NamedSo(mention, child);
            }
        }

        return points;
    }

    // "the defence minister": what the noun is joined with must have been said of the one who is meant; the sieve of nouns looks at the noun alone, so only titles pass.
    private bool NamedSo(Mention mention, int child) => mention.Type is ReferentType.Person && words.Titles.Contains(tree.Lower(child));

    private Referent? Earlier(List<Mention> mentions, int m)
    {
        var mention = mentions[m];
        Referent? same = null;
        Referent? general = null;
        var owner = tree.Child(mention.Head, "nmod:poss");
        for (var i = m - 1; i >= 0 && i >= m - NounsBack; i--)
        {
            var before = mentions[i];
            var referent = before.Referent;
            if (before.Kind is MentionKind.Pronoun || before.IsAdjective || referent == mention.Referent || referent.IsPlural != mention.IsPlural && !(mention.Type is ReferentType.Organisation)) { continue; }
            if (mention.Gender is not Gender.Unknown && referent.Gender is not Gender.Unknown && mention.Gender != referent.Gender) { continue; }
            if (referent.IsNamed && referent.Is(mention.Text) && Agrees(mention.Type, referent.Type) && (owner < 0 || IsOf(before, owner))) { return referent; }
            if (owner >= 0) { continue; }
            if (same is null && before.Kind is MentionKind.Nominal && before.Text == mention.Text && before.IsPlural == mention.IsPlural) { same = referent; }
            general ??= IsGeneral(mention, before, referent) ? referent : null;
        }

        return same ?? general;
    }

    // "the mission's head" after "Ann Lee, head of the Harbour Mission": the office was given with the same body.
    private bool IsOf(Mention named, int owner)
    {
        const int Office = 14; // tokens to either side of the name
        var sentence = tree.SentenceAround(named.Head);
        for (var t = Math.Max(sentence.Start, named.Head - Office); t < Math.Min(sentence.End, named.Head + Office); t++)
        {
            if (t != owner && tree.Lower(t) == tree.Lower(owner)) { return true; }
        }

        return false;
    }

    private static bool Agrees(ReferentType noun, ReferentType named) =>
        noun == named || noun is ReferentType.Unknown || named is ReferentType.Unknown || (noun is ReferentType.Organisation && named is ReferentType.Place);

    private bool IsGeneral(Mention mention, Mention before, Referent referent) =>
        referent.IsNamed && before.Kind is MentionKind.Name && tree.Relation(before.Head) is not "compound"
        && ((AnyPerson.Contains(mention.Text) && referent.Type is ReferentType.Person)
            || (referent.Type is ReferentType.Person && (Array.Exists(Kin, kin => kin.Noun == mention.Text && referent.IsAny(kin.Offices)) || GoesOn(mention, before)))
            || (AnyPaper.Contains(mention.Text) && referent.Type is ReferentType.Organisation or ReferentType.Unknown or ReferentType.Person && IsPaper(mention.Text, referent))
            || (AnyBody.Contains(mention.Text) && referent.Type is ReferentType.Organisation && !(AnyPaper.Contains(mention.Text))));

    // "Dana Orlik told reporters that … . “…,” the ombudswoman specified": the one who has just spoken, of whose office the text has said nothing.
    private bool GoesOn(Mention mention, Mention before) =>
        mention.Sentence - before.Sentence is 1 or 2 && before.Referent.Mentions.TrueForAll(named => named.Descriptors.IsEmpty && named.Kind is not MentionKind.Nominal) && Speaks(before) && Speaks(mention);

    // "the agency" is one that wires news, "the newspaper" is none; other words for media fit all.
    private bool IsPaper(string noun, Referent referent)
    {
        var agency = words.IsAgency(referent.Name) || referent.Name.EndsWith("Agency", StringComparison.Ordinal);
        return noun is "agency" ? agency : (!agency || noun is "outlet" or "publication") && (words.IsMedia(referent.Name) || referent.IsAny(words.MediaNouns));
    }

    private Referent? Antecedent(List<Mention> mentions, int m)
    {
        var pronoun = mentions[m];
        var i = m - 1;
        Referent? doubtful = null;
        for (var back = 0; back <= SentencesBack && i >= 0; back++)
        {
            Mention? best = null;
            var rank = int.MaxValue;
            for (; i >= 0 && mentions[i].Sentence == pronoun.Sentence - back; i--)
            {
                var candidate = mentions[i];
                if (!Fits(pronoun, candidate) || IsItsOwn(pronoun, candidate) || (back == 0 && (IsToldBy(pronoun, candidate) || IsMeans(pronoun, candidate)))) { continue; }
                var here = Rank(pronoun, candidate, back);
                if (here <= rank) { (best, rank) = (candidate, here); } // going left: the first of equals is the leftmost
            }

            if (best is null) { continue; }
            if (pronoun.Type is not ReferentType.Person || best.Referent.Gender == pronoun.Gender || (back <= 1 && (IsSpeaker(best) || IsCentre(best, pronoun)))) { return best.Referent; }
            doubtful ??= best.Referent;
            if (back >= 2) { return doubtful; }
        }

        return doubtful;
    }

    // Whose given name does not tell whether "he" or "she" is meant, but who has just spoken, and surely is a person.
    private bool IsSpeaker(Mention mention) =>
        (mention.Kind is MentionKind.Nominal || mention.Kind is MentionKind.Name && (mention.Text.Contains(' ', StringComparison.Ordinal) || !mention.Descriptors.IsEmpty || mention.Entity >= 0)) && Speaks(mention);

    // "Mayor Ivar Sten received us. “Nobody was here,” he said", "The former guard is 34. He quit": the subject of the sentence before, in the same paragraph, is what the text is about
    // (Grosz, Joshi and Weinstein 1995).
    private bool IsCentre(Mention mention, Mention pronoun) => mention is { Kind: MentionKind.Name, Entity: >= 0 } or { Kind: MentionKind.Nominal, Type: ReferentType.Person } && tree.Relation(mention.Head) is "nsubj" or "nsubjpass" && tree.HeadOf(tree.SentenceAround(mention.Head)) == tree.Head(mention.Head)
        && tree.Document.Sentences[mention.Sentence].Block == tree.Document.Sentences[pronoun.Sentence].Block;

    // "By Ivo Tarn" names who wrote the text, of whom it does not speak.
    private bool IsInText(Mention mention) =>
        tree.Document.Document.Blocks[tree.Document.Sentences[mention.Sentence].Block].Role is not (BlockRole.Byline or BlockRole.Dateline or BlockRole.Sources);

    private bool Fits(Mention pronoun, Mention candidate)
    {
        var referent = candidate.Referent;
        if (!IsInText(candidate)) { return false; }
        if (candidate.IsAdjective || (candidate.IsQuoted && !pronoun.IsQuoted)) { return false; }
        if (pronoun.Type is ReferentType.Person)
        {
            return referent.Type is ReferentType.Person && !candidate.IsPlural && (referent.Gender is Gender.Unknown || referent.Gender == pronoun.Gender);
        }

        return pronoun.IsPlural
            ? referent.Type is ReferentType.Group || (referent.IsPlural && candidate.IsPlural) || (referent.Type is ReferentType.Organisation && candidate.Kind is not MentionKind.Pronoun)
            : referent.Type is ReferentType.Organisation or ReferentType.Place or ReferentType.Document && !referent.IsPlural;
    }

    // "his wife Ann": a possessive does not mean the phrase that it belongs to, nor an object the subject of its own verb.
    private bool IsItsOwn(Mention pronoun, Mention candidate) =>
        tree.IsUnder(pronoun.Head, candidate.Head) && tree.Relation(pronoun.Head) is "nmod:poss"
        || (tree.Head(pronoun.Head) == tree.Head(candidate.Head) && tree.Relation(pronoun.Head) is "dobj" or "nsubj" && tree.Relation(candidate.Head) is "nsubj" or "dobj" or "appos");

    // "All were handed to Varnia, it said", "Asked about Orlik's post, he said": who speaks is neither named in what he says nor in what he was asked.
    private bool IsToldBy(Mention pronoun, Mention candidate)
    {
        if (!Speaks(pronoun)) { return false; }
        var verb = tree.Head(pronoun.Head);
        for (int at = candidate.Head, steps = 0; at >= 0 && at != verb && steps < 40; at = tree.Head(at), steps++)
        {
            if (tree.Head(at) == verb && (tree.Relation(at) is "ccomp" or "parataxis" || (tree.Relation(at) is "advcl" or "dep" && tree.Lemma(at) is "ask"))) { return true; }
        }

        return tree.Relation(verb) is "parataxis" && candidate.Head < pronoun.Head && tree.IsUnder(candidate.Head, tree.Head(verb)) && !Speaks(candidate);
    }

    // "In a letter to the council it denied the report": neither what it is said in says it, nor whom that is sent to.
    private bool IsMeans(Mention pronoun, Mention candidate)
    {
        var (verb, at) = (tree.Head(pronoun.Head), candidate.Head);
        for (var steps = 0; at >= 0 && tree.Head(at) != verb && steps < 10; steps++) { at = tree.Head(at); }
        return at >= 0 && tree.Head(at) == verb && at < pronoun.Head && tree.Relation(at) is "nmod" && words.DocumentNouns.Contains(tree.Lemma(at)) && tree.Children(at).Any(mark => tree.Is(mark, "in", "through", "by", "via", "with"));
    }

    private int Rank(Mention pronoun, Mention candidate, int back)
    {
        var relation = tree.Relation(candidate.Head);
        var subject = relation is "nsubj" or "nsubjpass";
        var rank = Speaks(candidate) ? 0 : subject ? 1 : relation is "dobj" or "nmod" or "appos" ? 3 : 4;
        if (candidate.Referent.Type is ReferentType.Place && !subject) { rank += 3; }
        if (pronoun.IsPlural && candidate.Referent.Type is ReferentType.Organisation) { rank += 2; }
        if (back > 0 && tree.Child(candidate.Head, "nmod:poss") is >= 0 and var owner && tree.Is(owner, "whose")) { rank += 3; } // of whom only a clause beside another tells
        return pronoun.Gender is not Gender.Unknown && candidate.Referent.Gender == pronoun.Gender ? rank : rank + (back == 0 ? 1 : 2);
    }

    private bool Speaks(Mention mention) =>
        tree.Children(mention.Head).Any(mark => tree.Is(mark, "according")) // "according to a former guard"
        || tree.Relation(mention.Head) is "nsubj" or "nsubjpass" && tree.Head(mention.Head) is >= 0 and var verb && pack.Cues.Word(tree.Lemma(verb), CueClass.Verb) is { Reports: true };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
