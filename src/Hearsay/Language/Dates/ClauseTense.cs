namespace Hearsay.Language.Dates;

/// <summary>Whether a time lies ahead or behind, by the tense of the verb that governs it.</summary>
/// <param name="document">Where it has no grammar, nothing is known.</param>
internal sealed class ClauseTense(AnnotatedDocument document)
{
    private const int MostSteps = 12; // from a word to what governs it

    private static readonly HashSet<string> Ahead = new(StringComparer.Ordinal) { "schedule", "expect", "plan", "slate", "postpone", "delay", "reschedule", "extend", "hope", "intend", "promise", "vow", "threaten", "prepare", "await" };
    private static readonly HashSet<string> Achieved = new(StringComparer.Ordinal) { "manage", "fail", "begin", "start", "continue", "use", "happen", "help", "choose", "rush", "gather" };

    private static readonly HashSet<string> Plans = new(StringComparer.Ordinal) { "plan", "decision", "deadline", "offer", "promise", "order", "request", "agreement", "proposal", "permission", "vow", "pledge", "deal", "threat" };

    private GrammarTree? tree;

    /// <summary>True for a time ahead, false for one behind, null where the trees do not tell.</summary>
    /// <param name="phrase">The tokens of the time.</param>
    public bool? IsAhead(TokenRange phrase)
    {
        if (document.Grammar is null) { return null; }
        tree ??= new GrammarTree(document);
        var throughNoun = false;
        var at = tree.HeadOf(phrase);
        if (IsDone(at)) { return false; }
        for (var steps = 0; at >= 0 && steps < MostSteps; steps++, at = tree.Head(at))
        {
            if (phrase.Contains(at)) { continue; }
            if (tree.IsVerb(at) || IsPredicate(at))
            {
                if (OfVerb(at, phrase, throughNoun) is { } known) { return known; }
                if (throughNoun || Tag(at) is "VBZ" or "VBP") { return null; }
            }
            else
            {
                throughNoun |= tree.IsNoun(at);
            }
        }

        return null;
    }

    // "After touring the plant Thursday, …": all below what was done before.
    private bool IsDone(int token)
    {
        for (var steps = 0; token >= 0 && steps < MostSteps; steps++, token = tree!.Head(token))
        {
            if (tree!.Tag(token) is "VBG" && tree.Children(token).Any(child => child < token && tree.Is(child, "after", "since"))) { return true; }
        }

        return false;
    }

    private string Tag(int token) => tree!.Tag(token);

    // "He was in Varn on Friday": the words in Varn have a verb beside them.
    private bool IsPredicate(int token) => tree!.Child(token, "cop") >= 0;

    private bool? OfVerb(int verb, TokenRange phrase, bool throughNoun)
    {
        if (Ahead.Contains(tree!.Lemma(verb)) && verb < phrase.Start && tree.Relation(tree.HeadOf(phrase)) is not "dobj" && Tag(verb) is not "VBG") { return true; }
        var isInfinitive = false;
        foreach (var child in tree.Children(verb))
        {
            if (Tag(verb) is "VBG" && tree.Is(child, "after", "since")) { return false; }
            if (tree.Relation(child) is not ("aux" or "auxpass" or "cop" or "mark")) { continue; }
            switch (Tag(child))
            {
                case "MD": return tree.Is(child, "could") || (throughNoun && !tree.Is(child, "will", "shall", "'ll")) ? null : true;
                case "VBD": return tree.Is(child, "was", "were", "had", "did") ? Tag(verb) is "VBG" && tree.Is(child, "was", "were") ? null : false : null;
                case "TO": isInfinitive = true; break;
                case "VBZ" or "VBP" when Tag(verb) is "VBN": return tree.Is(child, "is", "are", "'s", "’s") ? (throughNoun ? null : true) : false;
                case "VBZ" or "VBP" when Tag(verb) is "VBG": return throughNoun ? null : true;
                case "VBZ" or "VBP" when tree.Relation(child) is "cop": return throughNoun ? null : true;
            }
        }

        return Tag(verb) switch
        {
            "VBD" => false,
            "VBN" when tree.Relation(verb) is not "conj" => false,
            "VB" when isInfinitive && !throughNoun => OfInfinitive(verb),
            "VBZ" or "VBP" => throughNoun || IsTelling(verb) ? null : true,
            _ => null,
        };
    }

    // "agreed to meet on Friday", "a plan to leave on Friday"; what somebody managed to do is done, and what somebody came to do may be.
    private bool? OfInfinitive(int verb) => tree!.Relation(verb) switch
    {
        "xcomp" or "ccomp" => !(tree.Head(verb) is >= 0 and var head && Achieved.Contains(tree.Lemma(head))),
        "acl" => tree.Head(verb) is >= 0 and var noun && Plans.Contains(tree.Lemma(noun)) ? true : null,
        _ => null,
    };

    // "Figures show", "she says": what is told lies behind.
    private bool IsTelling(int verb) => tree!.Lemma(verb) is "say" or "show" or "tell" or "report" or "suggest" or "indicate" or "date" or "have";
}
