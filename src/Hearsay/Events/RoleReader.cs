using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Packs;
using Hearsay.Parties;

namespace Hearsay.Events;

/// <summary>Reads who takes part in the events of one sentence: from the slots of a trigger to words, from words to names and sides.</summary>
internal sealed class RoleReader(AnnotatedDocument document, SentenceTree tree, WordList people)
{
    private const int Nearby = 8; // words before a verb where its subject may stand, though the tree does not say so
    private const int LongestName = 12; // words of a participant's name

    /// <summary>The event that a trigger tells.</summary>
    public EventMention Read(EventTrigger trigger, int word, Sentence sentence)
    {
        var taken = new List<int>();
        var participants = new List<ParticipantMention>();
        Figure? count = null;
        foreach (var (role, slots) in trigger.Roles)
        {
            var heads = Heads(trigger, word, slots, taken);
            taken.AddRange(heads);
            foreach (var head in heads)
            {
                var (first, end) = Phrase(head);
                participants.Add(Participant(role, head, first, end));
                if (IsOfPeople(head)) { count ??= CountWithin(first, end); }
            }
        }

        return new EventMention(trigger.Type, tree.Span(word), sentence, [.. participants.OrderBy(participant => participant.Span.Start)], IsNegated(word), count ?? CountAmong(word));
    }

    private List<int> Heads(EventTrigger trigger, int word, string[] slots, List<int> taken)
    {
        foreach (var slot in slots)
        {
            var head = slot switch
            {
                "subject" => Subject(trigger.Class, word),
                "object" => Object(trigger.Class, word),
                "people" => Person(word, taken),
                "self" => word,
                _ => Prepositional(word, slot),
            };
            if (slot == "object" && slots.Contains("people") && head >= 0 && !IsOfPeople(head) && Person(word, taken) is >= 0 and var person) { head = person; } // "brought home 40 men"
            if (head >= 0 && !taken.Contains(head) && IsNamable(head)) { return [head, .. Conjuncts(head).Where(other => !taken.Contains(other) && IsNamable(other))]; }
        }

        return [];
    }

    // Numbers and dates take no part, whatever the tree says.
    private bool IsNamable(int word) =>
        (tree.IsNoun(word) || tree.Tag(word) is "PRP" or "PRP$" or "WP" or "DT" || MentionAt(word) is not null || tree.Holds(people, word)) && !IsDate(tree.Span(word));

    private bool IsDate(TextSpan word) => !SortedSpans.Touching(document.Dates, word, date => date.Span).IsEmpty;

    private int Subject(TriggerClass word, int at) => word switch
    {
        TriggerClass.Noun => Owner(at) is >= 0 and var owner ? owner : Arguments.LightVerb(tree, at) is >= 0 and var verb && tree.Relation(at) == "dobj" ? SubjectOf(verb) : -1,
        TriggerClass.Adjective => tree.Child(at, "nsubj") is >= 0 and var subject ? subject : tree.Relation(at) == "amod" ? tree.Head(at) : SubjectOf(at),
        _ => SubjectOf(at),
    };

    private int Object(TriggerClass word, int at)
    {
        if (word is TriggerClass.Noun) { return tree.Prepositional(at, "of"); }
        if (IsPassive(at)) { return tree.Child(at, "nsubjpass") is >= 0 and var subject ? IsRelative(subject) ? Antecedent(at) : subject : tree.Relation(at) is "acl" or "amod" ? tree.Head(at) : tree.Relation(at) == "acl:relcl" ? tree.Head(at) : -1; }
        return tree.Child(at, "dobj") is >= 0 and var thing && !IsRelative(thing) ? thing : tree.Relation(at) == "acl:relcl" ? tree.Head(at) : -1;
    }

    // Who acts: the subject, or the by-phrase of a passive; of an infinitive or a second verb the subject of the verb before.
    private int SubjectOf(int verb)
    {
        var at = verb;
        for (var i = 0; i < 4 && at >= 0; i++)
        {
            if (IsPassive(at)) { return tree.Prepositional(at, "by"); }
            if (tree.Child(at, "nsubj") is >= 0 and var subject) { return IsRelative(subject) ? Antecedent(at) : subject; }
            if (tree.Relation(at) is "acl" or "acl:relcl") { return tree.IsVerb(at) && tree.Tag(at) == "VBG" ? tree.Head(at) : NearestActor(verb); }
            if (tree.Relation(at) is not ("xcomp" or "conj" or "advcl" or "dep") || tree.Head(at) is not (>= 0 and var head) || !(tree.IsVerb(head) || tree.Tag(head) == "JJ")) { break; }
            at = head;
        }

        return NearestActor(verb);
    }

    private int Antecedent(int verb) => tree.Relation(verb) == "acl:relcl" ? tree.Head(verb) : -1;

    private bool IsPassive(int verb)
    {
        if (!tree.IsVerb(verb)) { return false; }
        if (tree.Child(verb, "auxpass") >= 0 || tree.Child(verb, "nsubjpass") >= 0) { return true; }
        return tree.Tag(verb) == "VBN" && tree.Relation(verb) is "acl" or "amod" && tree.Child(verb, "aux") < 0;
    }

    // "Russia's offer", "Ukrainian proposals".
    private int Owner(int noun)
    {
        var owner = -1;
        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) == "nmod:poss") { return child; }
            if (tree.Relation(child) is "amod" or "compound" && MentionAt(child) is not null) { owner = child; }
        }

        return owner;
    }

    // The tree has lost the subject: the last party that can act shortly before the verb in its clause.
    private int NearestActor(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - Nearby); i--)
        {
            if (tree.Text(i) is ";" or ":" or "that" or "." || (tree.IsVerb(i) && tree.Relation(i) is not ("aux" or "auxpass" or "cop"))) { break; }
            if (MentionAt(i) is { CanAct: true }) { return i; }
        }

        return -1;
    }

    private int Prepositional(int word, string preposition)
    {
        var own = tree.Prepositional(word, preposition);
        if (own < 0 && Arguments.LightVerb(tree, word) is >= 0 and var verb) { own = tree.Prepositional(verb, preposition); }
        return own >= 0 && preposition == "in" && MentionWithin(Phrase(own)) is null ? -1 : own; // "in Varnian captivity" names a party, "in August" none
    }

    private int Person(int word, List<int> taken)
    {
        foreach (var argument in Arguments.Of(tree, word))
        {
            if (argument != word && !taken.Contains(argument) && tree.IsNoun(argument) && tree.Relation(argument) is not "compound" && IsOfPeople(argument)) { return argument; }
        }

        return -1;
    }

    private bool IsOfPeople(int word) => tree.Holds(people, word) || MentionAt(word) is { Kind: PartyTermKind.People };

    private IEnumerable<int> Conjuncts(int head)
    {
        if (tree.Is(head - 1, "and") && head > 1 && MentionAt(head - 2) is { CanAct: true } && MentionAt(head) is not null) { yield return head - 2; } // though the tree parts them
        foreach (var child in tree.Children(head))
        {
            if (tree.Relation(child) == "conj" && tree.IsNoun(child)) { yield return child; }
        }
    }

    // The words of a noun phrase: what stands before its head and belongs to it, and an "of" behind it.
    private (int First, int End) Phrase(int head)
    {
        var (first, end) = (head, head + 1);
        while (first > 0 && first > head - LongestName && IsPremodifier(first - 1, first, head)) { first--; }
        while (end + 1 < tree.Count && end < head + LongestName && tree.Is(end, "of") && tree.Child(head, "nmod") >= 0)
        {
            var noun = end + 1;
            while (noun + 1 < tree.Count && !tree.IsNoun(noun) && noun < end + 4) { noun++; }
            while (noun + 1 < tree.Count && tree.IsNoun(noun) && tree.IsNoun(noun + 1)) { noun++; }
            if (!tree.IsNoun(noun)) { break; }
            end = noun + 1;
        }

        return (first, end);
    }

    private bool IsPremodifier(int word, int next, int head)
    {
        if (tree.Head(word) == head || (tree.Head(word) >= next && tree.Head(word) <= head)) { return tree.Relation(word) is "det" or "amod" or "compound" or "nummod" or "nmod:poss" or "advmod" or "case" or "neg" or "nmod:npmod" && !(tree.Relation(word) == "case" && tree.Head(word) == head); }
        return false;
    }

    private ParticipantMention Participant(string role, int head, int first, int end)
    {
        if (tree.Tag(head) is "PRP" or "PRP$" or "WP" or "WDT" or "DT") { return new ParticipantMention(role, tree.Span(head), null, null, PersonOf(tree.Lemma(head))); }
        var whole = new TextSpan(tree.Span(first).Start, tree.Span(end - 1).End);
        if (MentionAt(head) is { Kind: not PartyTermKind.Adjective } named && named.Span.End >= tree.Span(head).End)
        {
            return new ParticipantMention(role, named.Span, named.Kind is PartyTermKind.People ? named.Span.SliceOf(document.Text) : named.Name, named.Party.Id);
        }

        var side = MentionWithin((first, end));
        if (side is { Kind: PartyTermKind.Adjective } && head == tree.IndexOf(side.First)) { return new ParticipantMention(role, side.Span, side.Name, side.Party.Id); }
        var bare = AfterNumber(first, head);
        while (bare < head && (tree.Tag(bare) is "DT" or "CD" or "PRP$" or "IN" or "RB" or "RBR" or "JJR" or "JJS" or "$" or "QP" || tree.Relation(bare) is "advmod" or "nummod" or "case" or "neg")) { bare++; }
        return new ParticipantMention(role, whole, new TextSpan(tree.Span(bare).Start, tree.Span(end - 1).End).SliceOf(document.Text), side?.Party.Id);
    }

    private int AfterNumber(int first, int head)
    {
        for (var i = head - 1; i >= first; i--)
        {
            if (tree.Relation(i) == "nummod" || EnglishTimeWords.Read(tree.Text(i)).Kind is TimeWordKind.Number) { return i + 1; }
        }

        return first;
    }

    private static GrammaticalPerson PersonOf(string pronoun) => pronoun.ToLowerInvariant() switch
    {
        "i" or "we" or "me" or "us" or "my" or "our" or "ourselves" => GrammaticalPerson.First,
        "he" or "she" or "him" or "her" or "his" => GrammaticalPerson.He,
        "it" or "its" => GrammaticalPerson.It,
        "they" or "them" or "their" => GrammaticalPerson.They,
        _ => GrammaticalPerson.None,
    };

    private PartyMention? MentionWithin((int First, int End) words)
    {
        for (var i = words.First; i < words.End; i++)
        {
            if (MentionAt(i) is { } mention) { return mention; }
        }

        return null;
    }

    private PartyMention? MentionAt(int word) => SortedSpans.Touching(document.Parties, tree.Span(word), mention => mention.Span) is [var mention, ..] ? mention : null;

    private bool IsRelative(int word) => tree.Tag(word) is "WDT" or "WP" || tree.Is(word, "that");

    private bool IsNegated(int word)
    {
        for (var (at, i) = (word, 0); at >= 0 && i < 2; i++)
        {
            if (HasNegation(at)) { return true; }
            if (Arguments.LightVerb(tree, at) is >= 0 and var verb && (HasNegation(verb) || tree.Child(verb, "nsubj") is >= 0 and var subject && HasNegation(subject))) { return true; }
            if (tree.Child(at, "dobj") is >= 0 and var thing && HasNegation(thing)) { return true; }
            if (tree.Child(at, "nsubjpass") is >= 0 and var patient && HasNegation(patient)) { return true; }
            if (tree.Relation(at) is not ("xcomp" or "compound" or "nmod") || tree.Head(at) is var head && head >= 0 && tree.Relation(at) == "nmod" && !tree.IsNoun(head)) { break; }
            at = tree.Head(at);
        }

        return false;
    }

    private bool HasNegation(int word)
    {
        foreach (var child in tree.Children(word))
        {
            if (tree.Relation(child) == "neg" || tree.Lemma(child) is "no" or "never" or "without" or "neither" or "nobody") { return true; }
        }

        return tree.Lemma(word) is "nobody" or "none" or "nothing";
    }

    private Figure? CountWithin(int first, int end)
    {
        var span = new TextSpan(tree.Span(first).Start, tree.Span(end - 1).End);
        return FirstCount(span, _ => true);
    }

    // A number of people near the trigger, though no role holds them.
    private Figure? CountAmong(int word)
    {
        var arguments = Arguments.Of(tree, word);
        var span = new TextSpan(tree.Span(arguments.Min()).Start, tree.Span(arguments.Max()).End);
        return FirstCount(span, figure => figure.Of is not { } of || IsOfPeople(of));
    }

    private bool IsOfPeople(TextSpan of)
    {
        for (var i = 0; i < tree.Count; i++)
        {
            if (tree.Span(i).Start >= of.Start && tree.Span(i).End <= of.End && tree.Holds(people, i)) { return true; }
        }

        return false;
    }

    private Figure? FirstCount(TextSpan within, Func<Figure, bool> counts)
    {
        foreach (var figure in SortedSpans.Touching(document.Figures, within, figure => figure.Span))
        {
            if (figure.Kind is FigureKind.Count && counts(figure)) { return figure; }
        }

        return null;
    }
}
