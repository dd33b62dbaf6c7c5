namespace Hearsay.Events;

/// <summary>The words that belong to a trigger: those that depend on it, on the light verb that a noun stands with ("made an offer"), and the noun that it modifies.</summary>
internal static class Arguments
{
    private const int Most = 60; // words looked at for one trigger
    private const int Reach = 6; // words behind a trigger that count in any case, since trees err

    /// <summary>Words of its arguments, near ones first, the trigger itself among them.</summary>
    /// <param name="tree">The sentence.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="actors">False to leave out who acts: an exchange is not refused because a prisoners' bureau refuses something.</param>
    public static List<int> Of(SentenceTree tree, int trigger, bool actors = true)
    {
        var words = new List<int> { trigger };
        Expand(tree, words, 0, actors);
        foreach (var root in (ReadOnlySpan<int>)[Modified(tree, trigger), LightVerb(tree, trigger)])
        {
            if (root < 0 || words.Contains(root)) { continue; }
            words.Add(root);
            Expand(tree, words, words.Count - 1, actors);
        }

        for (var i = trigger + 1; i < Math.Min(tree.Count, trigger + 1 + Reach) && tree.Text(i) is not ("," or ";" or ":" or "." or "that" or "who" or "which"); i++)
        {
            if (!words.Contains(i)) { words.Add(i); }
        }

        return words;
    }

    /// <summary>The noun that a participle or a relative clause with this verb modifies ("the exchange offered by", "whom they refused"), or -1.</summary>
    public static int Modified(SentenceTree tree, int trigger) => tree.Relation(trigger) is "acl" or "acl:relcl" or "amod" or "compound" ? tree.Head(trigger) : -1;

    /// <summary>The verb whose subject or object a noun is, or -1.</summary>
    public static int LightVerb(SentenceTree tree, int trigger)
    {
        var noun = trigger;
        for (var i = 0; i < 3 && noun >= 0; i++)
        {
            if (!tree.IsNoun(noun)) { return -1; }
            if (tree.Relation(noun) is "dobj" or "nsubj" or "nsubjpass") { return tree.Head(noun) is >= 0 and var verb && tree.IsVerb(verb) ? verb : -1; }
            if (tree.Relation(noun) is not ("conj" or "compound" or "nmod")) { return -1; }
            noun = tree.Head(noun);
        }

        return -1;
    }

    private static void Expand(SentenceTree tree, List<int> words, int from, bool actors)
    {
        for (var i = from; i < words.Count && words.Count < Most; i++)
        {
            foreach (var child in tree.Children(words[i]))
            {
                if (tree.Relation(child) is "punct" or "cc" or "parataxis" || (tree.Relation(child) is "conj" && tree.IsVerb(child)) || words.Contains(child)) { continue; }
                if (!actors && tree.Relation(child) == "nsubj") { continue; }
                words.Add(child);
            }
        }
    }
}
