using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Events;

/// <summary>Finds the events that the pack knows in a document's sentences, by their trigger words and the tree around these. It knows no event itself.</summary>
/// <param name="pack">What is known of the domain.</param>
internal sealed class EventFinder(DomainPack pack)
{
    private const int MostSteps = 6; // from a word to the trigger that it is an argument of

    /// <summary>The events in text order; none where the document has no grammar.</summary>
    public ImmutableArray<EventMention> Find(AnnotatedDocument document)
    {
        if (document.Grammar is not { } grammar) { return []; }
        var found = ImmutableArray.CreateBuilder<EventMention>();
        var trees = new GrammarTree(document);
        var words = new DocumentWords(document, grammar, trees);
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            SentenceTree? tree = null;
            List<Told>? told = null;
            for (var word = 0; word < sentence.TokenCount; word++)
            {
                var triggers = pack.Events.Find(grammar.Lemmas[sentence.FirstToken + word]);
                if (triggers.IsEmpty || IsInName(document, document.Tokens[sentence.FirstToken + word].Span)) { continue; }
                tree ??= new SentenceTree(trees, sentence);
                foreach (var trigger in triggers)
                {
                    if (Matches(trigger, document, tree, word, words, out var used))
                    {
                        (told ??= []).Add(new Told(trigger, word, used));
                        break;
                    }
                }
            }

            if (told is null) { continue; }
            var roles = new RoleReader(document, tree!, pack.Events.People);
            // What one event is about is no event of its own: who refuses an exchange holds none.
            foreach (var one in told.Where(one => !told.Exists(other => other.Used == one.Word && other.Word != one.Word)))
            {
                found.Add(roles.Read(one.Trigger, one.Word, sentence));
            }
        }

        return found.DrainToImmutable();
    }

    // "Captivity Coordination Bureau", "Free Trade Agreement"
    private static bool IsInName(AnnotatedDocument document, TextSpan word)
    {
        foreach (var mention in SortedSpans.Touching(document.Parties, word, mention => mention.Span))
        {
            if (mention.Kind is PartyTermKind.Organ or PartyTermKind.Name or PartyTermKind.StateMedia) { return true; }
        }

        if (!char.IsUpper(document.Text[word.Start])) { return false; }
        foreach (var entity in SortedSpans.Touching(document.Entities, word, entity => entity.Span))
        {
            if (entity.Type is EntityType.Organisation && entity.Span.Length > word.Length) { return true; }
        }

        return false;
    }

    private bool Matches(EventTrigger trigger, AnnotatedDocument document, SentenceTree tree, int word, DocumentWords words, out int used)
    {
        used = -1;
        if (!IsOf(trigger.Class, tree, word) || !tree.Follows(word, trigger.Rest)) { return false; }
        if (!trigger.Verbs.IsEmpty && !(Arguments.LightVerb(tree, word) is >= 0 and var verb && tree.Holds(trigger.Verbs, verb))) { return false; }
        var isAbout = !trigger.About.IsEmpty && words.Mention(trigger.About, tree);
        if (!trigger.About.IsEmpty && trigger.Also.IsEmpty && !isAbout) { return false; }
        if (trigger.With.IsEmpty) { return true; }
        // "A proposal to build a hotel" is about its own content, whatever is done with it.
        var hasContent = trigger.Class is TriggerClass.Noun && trigger.Reach is TriggerReach.Document && HasContent(tree, word);
        foreach (var argument in Arguments.Of(tree, word, trigger.HappensToSubject || trigger.Class is not TriggerClass.Verb))
        {
            if (hasContent && !IsUnder(tree, argument, word)) { continue; }
            if (trigger.OfPatient && !IsPatient(tree, trigger, argument, word)) { continue; }
            if (argument != word && ((tree.Holds(trigger.With, argument) && HappensToPeople(document, tree, trigger, argument)) || (tree.Holds(trigger.Also, argument) && (isAbout || HasParty(document, tree, argument))) || (trigger.HappensToPeople && IsPeople(document, tree.Span(argument)))))
            {
                used = tree.Tag(argument) is "VBN" ? -1 : argument; // "shot captured men" tells of a capture, too
                return true;
            }
        }

        // A verb that has an object of its own is about that.
        if (trigger.Class is TriggerClass.Verb && HasObject(tree, word)) { return false; }
        if (hasContent) { return false; }
        return trigger.Reach switch
        {
            TriggerReach.Sentence => Enumerable.Range(0, tree.Count).Any(other => other != word && tree.Holds(trigger.With, other)),
            TriggerReach.Document => words.IsAbout(trigger.With),
            _ => false,
        };
    }

    // "Willing to accept an interview" and "offered free sandwiches" are of no people, "ready to hand over 200" and "to return them" are.
    private bool HappensToPeople(AnnotatedDocument document, SentenceTree tree, EventTrigger trigger, int argument)
    {
        if (tree.Tag(argument) is ['J', ..]) { return trigger.OfPatient && tree.Relation(argument) is "amod"; }
        if (!tree.IsVerb(argument) || tree.Child(argument, "dobj") is not (>= 0 and var given)) { return true; }
        if (tree.Tag(given) is "PRP" or "CD" or "WP" or "WDT" or "DT" || tree.Holds(trigger.With, given) || tree.Holds(pack.Events.People, given) || IsPeople(document, tree.Span(given))) { return true; }
        foreach (var child in tree.Children(given))
        {
            if (tree.Relation(child) is "nummod" || tree.Holds(pack.Events.People, child) || tree.Holds(trigger.With, child) || IsPeople(document, tree.Span(child))) { return true; }
        }

        return false;
    }

    // "Released the men", "the release of the men", "men who were released", "released the bodies of the men".
    private static bool IsPatient(SentenceTree tree, EventTrigger trigger, int argument, int word)
    {
        if (argument == word + 1 && tree.Relation(argument) is "xcomp" or "ccomp" && tree.Tag(argument) is "VBN") { return true; } // "shot captured men", of which trees make two verbs
        for (var (at, steps) = (argument, 0); at >= 0 && steps < MostSteps; (at, steps) = (tree.Head(at), steps + 1))
        {
            var relation = tree.Relation(at);
            if (tree.Head(at) == word)
            {
                return relation is "dobj" or "nsubjpass" or "amod" || (trigger.Class is TriggerClass.Noun ? relation is "nmod" or "nmod:poss" or "compound" : relation is "nsubj" && tree.Child(word, "dobj") < 0 || relation is "nmod" && tree.Child(word, "dobj") < 0);
            }

            if (at == Arguments.Modified(tree, word)) { return true; }
            if (relation is not ("nmod" or "compound" or "conj" or "nummod" or "amod" or "nmod:poss" or "dep" or "appos")) { return false; }
        }

        return false;
    }

    // "Two Varnian officers" are the war's in any document.
    private static bool HasParty(AnnotatedDocument document, SentenceTree tree, int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) is "amod" or "compound" && !SortedSpans.Touching(document.Parties, tree.Span(child), mention => mention.Span).IsEmpty) { return true; }
        }

        return false;
    }

    // "62 Varnians" are people as much as 62 soldiers are.
    private static bool IsPeople(AnnotatedDocument document, TextSpan word)
    {
        foreach (var mention in SortedSpans.Touching(document.Parties, word, mention => mention.Span))
        {
            if (mention.Kind is PartyTermKind.People) { return true; }
        }

        return false;
    }

    private static bool HasObject(SentenceTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Relation(child) is "dobj" or "xcomp" or "ccomp" or "nsubjpass" && tree.Tag(child) is not ("PRP" or "WP" or "WDT")) { return true; }
        }

        return false;
    }

    // "A proposal to …", "their tax proposals", "an offer of a seat"
    private static bool HasContent(SentenceTree tree, int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) is "acl" or "compound" or "ccomp") { return true; }
        }

        return tree.Prepositional(noun, "of") >= 0 || tree.Prepositional(noun, "for") >= 0 || tree.Prepositional(noun, "on") >= 0;
    }

    private static bool IsUnder(SentenceTree tree, int word, int top)
    {
        for (; word >= 0; word = tree.Head(word))
        {
            if (word == top) { return true; }
        }

        return false;
    }

    private static bool IsOf(TriggerClass word, SentenceTree tree, int at) => word switch
    {
        TriggerClass.Verb => tree.IsVerb(at),
        TriggerClass.Noun => tree.IsNoun(at),
        _ => tree.Tag(at) is "JJ" or "VBN" or "RB",
    };

    private sealed record Told(EventTrigger Trigger, int Word, int Used);

    /// <summary>Whether a document is about the words of a list, each list asked once: at least two sentences, and one in twelve, have one.</summary>
    private sealed class DocumentWords(AnnotatedDocument document, Grammar grammar, GrammarTree trees)
    {
        private readonly Dictionary<WordList, bool> known = [];
        private readonly Dictionary<WordList, bool> mentioned = [];

        private const int Share = 12;
        private const int LeastShare = 40;
        private const int FewSentences = 6; // of so few one is enough

        /// <summary>Whether the sentence, or two sentences and one in forty, have a word of a list.</summary>
        public bool Mention(WordList list, SentenceTree tree)
        {
            if (!mentioned.TryGetValue(list, out var has))
            {
                var sentences = document.Sentences.Count(sentence => Has(list, sentence));
                mentioned.Add(list, has = sentences >= (document.Sentences.Length <= FewSentences ? 1 : 2) && sentences * LeastShare >= document.Sentences.Length);
            }

            return has || Enumerable.Range(0, tree.Count).Any(word => tree.Holds(list, word));
        }

        private bool Has(WordList list, Sentence sentence)
        {
            for (var token = sentence.FirstToken; token < sentence.FirstToken + sentence.TokenCount; token++)
            {
                foreach (var rest in list.Rests(grammar.Lemmas[token])) { if (rest.Length == 0) { return true; } }
                if (grammar.Lemmas[token] is { Length: > 3 } lemma && lemma[^1] == 's') // "POWs", which the tagger takes for a name
                {
                    foreach (var rest in list.Rests(lemma[..^1])) { if (rest.Length == 0) { return true; } }
                }
            }

            return false;
        }

        public bool IsAbout(WordList list)
        {
            if (!known.TryGetValue(list, out var has))
            {
                var sentences = document.Sentences.Count(sentence => new SentenceTree(trees, sentence) is var tree && Enumerable.Range(0, tree.Count).Any(word => tree.Holds(list, word)));
                has = sentences >= Math.Min(2, document.Sentences.Length) && sentences * Share >= document.Sentences.Length;
                known.Add(list, has);
            }

            return has;
        }
    }
}
