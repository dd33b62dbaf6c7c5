using Hearsay.Language;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>One human being, or a few, of whom a phrase says what they are but not who: "one of the drivers", "a stoker of one of the ferries", "the stoker's cousin".</summary>
/// <param name="Head">The noun, as a token: of "one of the drivers" the last.</param>
/// <param name="Top">The token that governs the phrase: of "one of the drivers" the first.</param>
/// <param name="Phrase">The words.</param>
/// <param name="Weight">What the phrase alone adds up to; from 2 it is a source kept back, whatever it says.</param>
internal sealed record NamelessPerson(int Head, int Top, TextSpan Phrase, int Weight)
{
    private const int LongestPhrase = 140;
    private const int NearWords = 10; // after the noun, in which it is said what it is near to
    private const int NextWords = 3;

    /// <summary>True for a common noun of human beings.</summary>
    public static bool IsHuman(GrammarTree tree, int t) => t >= 0 && !tree.IsName(t) && Kinds.Any(kind => Holds(tree, t, kind));

    private static readonly string[] Kinds = ["person", "kin", "insider", "informant"];

    private static bool Holds(GrammarTree tree, int t, string kind) => WordLists.People[kind].Contains(tree.Lemma(t)) || WordLists.People[kind].Contains(tree.Lower(t));

    /// <summary>Reads the phrase that a noun or pronoun governs; null where it means no human being, a crowd of no account, or somebody whom the phrase names.</summary>
    public static NamelessPerson? At(GrammarTree tree, int top)
    {
        if (top < 0) { return null; }
        var (head, few) = (top, false);
        // "One of the guards", "two of them"
        if ((tree.Tag(top) is "CD" or "DT" || tree.Is(top, "one", "another", "several")) && tree.Child(top, "nmod") is >= 0 and var of && tree.Children(of).Any(child => tree.Is(child, "of")))
        {
            if (tree.IsPronoun(of) || IsNumber(tree, top) == false) { return null; }
            (head, few) = (of, true);
        }

        else if (tree.Child(top, "nmod") is >= 0 and var members && WordLists.People["handful"].Contains(tree.Lemma(top)) && tree.Children(members).Any(child => tree.Is(child, "of"))) { (head, few) = (members, true); }

        var informs = Holds(tree, head, "informant") && !tree.Children(head).Any(child => tree.Relation(child) is "compound" or "amod" && tree.Is(child, "media", "news", "open", "public", "official"));
        var isInside = Holds(tree, head, "insider") || SpeaksForMany(tree, head) || Holds(tree, head, "person") && tree.Children(head).Any(child => WordLists.People["high"].Contains(tree.Lemma(child)));
        if (!IsOneOfThem(tree, head) && (tree.IsName(head) || !(informs || isInside || Holds(tree, head, "person") || Holds(tree, head, "kin")) || tree.IsVerb(head))) { return null; }
        few |= IsFew(tree, head);
        if (IsNamed(tree, top) || (head != top && IsNamed(tree, head)) || SpeaksForOne(tree, head)) { return null; }
        var range = tree.Subtree(top);
        var phrase = Phrased(tree, top, range);
        var end = Math.Min(range.End, head + 1 + NearWords);
        var weight = (informs ? 2 : isInside && few ? 2 : few && !(tree.Is(head, "someone", "somebody") && tree.Child(head, "acl:relcl", "acl", "nmod") < 0) ? 1 : 0)
            + (Enumerable.Range(head + 1, Math.Max(0, end - head - 1)).TakeWhile(t => tree.Span(t).Start < phrase.End).Any(t => IsNear(tree, t)) || Enumerable.Range(head + 1, Math.Min(NextWords, tree.SentenceAround(head).End - head - 1)).TakeWhile(t => tree.Relation(t) is not "punct").Any(t => IsNear(tree, t)) ? 2 : 0);
        return few || weight > 0 || tree.IsPlural(head) || tree.Is(head, "people") ? new NamelessPerson(head, top, phrase, weight) { IsFewOrOne = few, IsNew = top != head || tree.Children(head).Any(child => tree.Is(child, "a", "an", "one", "another")) } : null;
    }

    // A tree may hang "briefed on the move" anywhere, so what stands right behind the noun counts, too.
    private static bool IsNear(GrammarTree tree, int t) => WordLists.People["near"].Contains(tree.Lemma(t)) && tree.Tag(t) is ['J', ..] or "VBN" or "VBD" or "NN" or "RB" or "VB" or "VBP" or "VBZ" && !tree.Is(t, "known");

    // "One Republican", "a Varnian": a name of many, of whom it is one.
    private static bool IsOneOfThem(GrammarTree tree, int head) => tree.Tag(head) is "NNP" && tree.Children(head).Any(child => child < head && tree.Is(child, "a", "an", "one", "another")) && !tree.Children(head).Any(child => tree.Relation(child) is "compound" && tree.IsName(child) && child == head - 1)
        && tree.Document.Entities.FirstOrDefault(entity => entity.Span.Contains(tree.Span(head))) is var entity && entity.Span.Length > 0 && entity.Type is EntityType.Group;

    /// <summary>True for one, a handful, or somebody who belongs to another ("her brother").</summary>
    public bool IsFewOrOne { get; private init; }

    /// <summary>True where the article says that nobody spoken of before is meant.</summary>
    public bool IsNew { get; private init; }

    private static bool IsFew(GrammarTree tree, int head)
    {
        if (tree.Is(head, "someone", "somebody")) { return true; }
        if (tree.Children(head).Any(child => tree.Is(child, "the", "these", "those", "this", "that", "some", "no", "any", "every", "each", "most", "many"))) { return false; }
        foreach (var child in tree.Children(head))
        {
            if (child < head && ((tree.Is(child, "a", "an", "another") && !tree.IsPlural(head)) || tree.Is(child, "several") || IsNumber(tree, child) == true)) { return true; }
            if (tree.Relation(child) is "nmod:poss" && !tree.IsPlural(head) && (tree.IsPronoun(child) ? tree.Is(child, "my", "our", "its") && !Holds(tree, head, "kin") : !tree.IsName(child))) { return true; }
        }

        return false;
    }

    // One to ten, in words or digits: few enough to have names; null for no number.
    private static bool? IsNumber(GrammarTree tree, int t) => tree.Lower(t) switch
    {
        "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "2" or "3" or "4" or "5" or "6" or "several" or "another" => true,
        _ => tree.Tag(t) is "CD" or "DT" ? false : null,
    };

    // "A representative of the security structures": of nobody in particular.
    private static bool SpeaksForMany(GrammarTree tree, int head) => tree.Lemma(head) is "representative" or "spokesman" or "spokeswoman" or "spokesperson"
        && tree.Children(head).Any(child => tree.Relation(child) is "nmod" && tree.Tag(child) is "NNS" && char.IsLower(tree.Form(child)[0]) && !tree.Children(child).Any(each => tree.Relation(each) is "nmod:poss"));

    // "A lawyer for the miners" is their word.
    private static bool SpeaksForOne(GrammarTree tree, int head) => tree.Lemma(head) is "lawyer" or "attorney" or "advocate" && tree.Children(head).Any(child => tree.Relation(child) is "nmod" && tree.Children(child).Any(mark => tree.Is(mark, "for")));

    /// <summary>True where a name stands beside the noun and not under it: "a stoker, Ivar Dahl", "a man by the name of Dahl"; "an officer of the General Staff" names a body alone.</summary>
    private static bool IsNamed(GrammarTree tree, int head)
    {
        // "Ivar Dahl, a stoker of the line"
        if (tree.Relation(head) is "appos" && tree.IsName(tree.Head(head))) { return true; }
        foreach (var child in tree.Children(head))
        {
            if (tree.Relation(child) is "appos" or "dep" or "name" or "parataxis" && tree.IsName(child)) { return true; }
            if (tree.Relation(child) is "acl" && tree.Lemma(child) is "name" or "call" && !tree.Is(child, "calling")) { return true; }
            if (tree.Is(child, "mine", "ours")) { return true; } // whoever tells it knows him
            if (tree.Is(child, "name") && tree.Relation(child) is "nmod" && tree.Children(child).Any(each => tree.Relation(each) is "nmod")) { return true; }
        }

        // "A negotiator since the first day, he put the sum at …"
        var after = tree.Subtree(head).End;
        if (tree.Is(after, ",") && tree.Is(after + 1, "he", "she", "they") || (tree.Is(after - 1, ",") && tree.Is(after, "he", "she", "they"))) { return true; }

        // "A nurse there, Mara Tolven, since …", which trees may hang elsewhere: a person's name between commas near behind.
        var sentence = tree.SentenceAround(head);
        for (var t = head + 1; t < Math.Min(sentence.End, head + NearWords); t++)
        {
            if (!tree.Is(t, ",", "—", "–", "-", "(") || !tree.IsName(t + 1)) { if (tree.IsFinite(t)) { break; } continue; }
            var last = t + 1;
            while (last + 1 < sentence.End && tree.IsName(last + 1)) { last++; }
            if (tree.Is(last + 1, ",", "—", "–", "-", ")", ".", ";", ":") && IsPerson(tree, t + 1, last)) { return true; }
        }

        return false;
    }

    private static bool IsPerson(GrammarTree tree, int first, int last)
    {
        var span = new TextSpan(tree.Span(first).Start, tree.Span(last).End);
        return !tree.Document.Entities.Any(entity => entity.Span.Overlaps(span) && entity.Type is EntityType.Place or EntityType.Organisation or EntityType.Group);
    }

    // From the article to where the phrase ends, without what a tree may hang on it from before its first word.
    private static TextSpan Phrased(GrammarTree tree, int top, TokenRange range)
    {
        var start = top;
        foreach (var child in tree.Children(top))
        {
            if (child < start && tree.Relation(child) is "det" or "amod" or "compound" or "nummod" or "nmod:poss" or "advmod") { start = Math.Min(start, tree.Relation(child) is "nmod:poss" ? tree.Subtree(child).Start : child); }
        }

        var end = range.End;
        while (end > top + 1 && (tree.Span(end - 1).End - tree.Span(start).Start > LongestPhrase || tree.Relation(end - 1) is "punct")) { end--; }
        return new TextSpan(tree.Span(start).Start, tree.Span(end - 1).End);
    }
}
