using Hearsay.Language;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Where a sentence says that somebody's name is kept back, or another given: "asked us to leave out her name", "whom it calls ‘Corporal M.’", "is not being named".</summary>
internal static class KeptName
{
    private const int Up = 5; // governors above a name among which it is said what becomes of it

    /// <summary>The first word of a range that says so, or -1.</summary>
    public static int In(GrammarTree tree, TokenRange range)
    {
        for (var t = range.Start; t < range.End; t++)
        {
            if (IsVeil(tree, t) || IsUnnamed(tree, t) || IsKept(tree, t) || IsRenamed(tree, t) || IsBarred(tree, t)) { return t; }
        }

        return -1;
    }

    // "On condition of anonymity", "an unnamed officer", "remains unidentified"; an anonymous letter and an unidentified boat are something else.
    private static bool IsVeil(GrammarTree tree, int t) => WordLists.People["veil"].Contains(tree.Lower(t)) && (!tree.Is(t, "anonymity") || Above(tree, t).Append(t - 1).Any(at => WordLists.People["wish"].Contains(tree.Lemma(at))))
        && (tree.Relation(t) is not ("amod" or "compound") || NamelessPerson.IsHuman(tree, tree.Head(t))) && !(tree.Tag(t) is ['J', ..] && tree.Child(t, "nsubj") is >= 0 and var what && !IsSomebody(tree, what));

    // "Who may not be named", "without naming them", "whom he would not identify".
    private static bool IsUnnamed(GrammarTree tree, int t)
    {
        if (!tree.IsVerb(t) || tree.Lemma(t) is not ("name" or "identify" or "quote")) { return false; }
        if (tree.Lemma(t) is "quote" && !Below(tree, t).Any(child => tree.Lemma(child) is "name")) { return false; }
        if (tree.Tag(t) is "VBN" && tree.Children(t).Any(child => tree.Is(child, "only")) && Below(tree, t).Any(child => tree.Is(child, "as", "by"))) { return tree.Child(t, "nsubjpass") is var who && (who < 0 || IsSomebody(tree, who)); }
        if (tree.Lemma(t) is "identify" && tree.Children(t).Any(child => tree.Relation(child) is "nmod" && tree.Children(child).Any(mark => tree.Is(mark, "with")))) { return false; }
        var named = tree.Child(t, "dobj", "nsubjpass", "nsubj");
        for (int at = t, up = 0; named < 0 && tree.Relation(at) is "xcomp" or "ccomp" && up < 2; up++) { at = tree.Head(at); named = tree.Child(at, "nsubj", "dobj"); }
        return Undone.Is(tree, t) && (named < 0 || IsSomebody(tree, named));
    }

    // "Print neither his name nor his trade", "kept her name back", "only if her name was kept out of it", "gave only his first name".
    private static bool IsKept(GrammarTree tree, int t)
    {
        if (!tree.IsNoun(t)) { return false; }
        var lemma = tree.Lemma(t);
        var isByname = WordLists.People["byname"].Contains(lemma) && (lemma is not ("sign" or "initial") || tree.Children(t).Any(child => tree.Is(child, "call")));
        if (!isByname && !WordLists.People["name"].Contains(lemma)) { return false; }
        var owner = tree.Child(t, "nmod:poss", "nmod");
        if (owner < 0 || !(tree.Is(owner, "his", "her", "their", "whose", "my") || IsSomebody(tree, owner)))
        {
            // "gave only a first name", "on first names only"
            if (!isByname && !tree.Children(t).Any(child => tree.Is(child, "first", "given", "real"))) { return false; }
        }

        var isFirst = isByname || tree.Children(t).Any(child => tree.Is(child, "first", "given"));
        if (isFirst && Above(tree, t).Take(2).Append(t).Any(at => tree.Children(at).Any(child => tree.Is(child, "only"))))
        {
            return true;
        }

        if (isFirst) { return false; }
        foreach (var at in Above(tree, t))
        {
            if (WordLists.People["withhold"].Contains(tree.Lemma(at)) && !Undone.Is(tree, at) && (tree.Lemma(at) is not ("keep" or "leave" or "stay") || Below(tree, at).Any(child => tree.Is(child, "out", "back", "secret", "hidden", "private", "off", "from", "confidential")))) { return true; }
            if (WordLists.People["give"].Contains(tree.Lemma(at))) { return Undone.Is(tree, at) || tree.Is(t - 1, "neither") || tree.Children(t).Any(child => tree.Is(child, "neither", "no", "not")) || tree.Is(t - 2, "neither", "not"); }
        }

        return tree.Children(t).Any(child => tree.Is(child, "not", "n't")) && tree.Children(t).Any(child => tree.Is(child, "real"));
    }

    // "Whom it calls ‘Corporal M.’", "we shall call him Anders", "signs only as ‘K.’", "goes by the name of Heron".
    private static bool IsRenamed(GrammarTree tree, int t)
    {
        if (!tree.IsVerb(t)) { return false; }
        var lemma = tree.Lemma(t);
        if (lemma is "call")
        {
            var whom = Enumerable.Range(t + 1, 2).FirstOrDefault(at => tree.Is(at, "him", "her", "them"), -1);
            var at = whom >= 0 ? whom + 1 : t + 1;
            if (whom < 0 && !Enumerable.Range(Math.Max(0, t - 4), 4).Any(before => tree.Is(before, "whom", "who"))) { return false; }
            while (tree.Is(at, "only", "here", "simply")) { at++; }
            var isQuoted = tree.Tag(at) is "``" || (tree.Tag(at).Length > 0 && tree.IsQuotationMark(at));
            if (isQuoted) { at++; }
            var ours = tree.Child(t, "nsubj") is >= 0 and var who && tree.Is(who, "we", "i", "paper", "newspaper", "magazine", "weekly", "channel", "agency", "project", "editors", "it");
            return tree.IsName(at) && (isQuoted || ours);
        }

        return (lemma is "sign" && tree.Children(t).Any(child => tree.Is(child, "only")) && Below(tree, t).Any(child => tree.Is(child, "as", "with")))
            || (lemma is "go" or "speak" or "know" or "testify" && Below(tree, t).Any(child => tree.Is(child, "pseudonym", "alias", "nickname") || (tree.Is(child, "name") && tree.Children(child).Any(each => tree.Is(each, "false", "assumed", "invented")))));
    }

    // "Not authorised to speak"
    private static bool IsBarred(GrammarTree tree, int t) => (tree.Is(t, "authorised", "authorized", "permitted", "allowed") && Undone.Is(tree, t) && Below(tree, t).Any(child => tree.Is(child, "speak", "comment", "talk", "discuss")))
        || (tree.Is(t, "unauthorised", "unauthorized") && Below(tree, t).Any(child => tree.Is(child, "speak", "comment", "talk")));

    private static bool IsSomebody(GrammarTree tree, int t) => tree.Is(t, "he", "she", "they", "him", "her", "them", "who", "whom", "himself", "herself", "themselves", "anyone", "anybody", "i", "me", "his", "their") || NamelessPerson.IsHuman(tree, t);

    private static IEnumerable<int> Above(GrammarTree tree, int t)
    {
        var at = tree.Head(t);
        for (var up = 0; at >= 0 && up < Up; at = tree.Head(at), up++) { yield return at; }
    }

    private static IEnumerable<int> Below(GrammarTree tree, int t)
    {
        foreach (var child in tree.Children(t))
        {
            yield return child;
            foreach (var under in tree.Children(child)) { yield return under; foreach (var deeper in tree.Children(under)) { yield return deeper; } }
        }
    }
}
