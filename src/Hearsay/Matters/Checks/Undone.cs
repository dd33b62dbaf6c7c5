using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Whether a deed is told as not done: negated itself, by who is to do it ("nobody"), or by what governs it ("was unable to", "refused to", "no way of", "too few to").</summary>
internal static class Undone
{
    private const int Up = 4; // governors above a verb that may negate it

    private static readonly FrozenSet<string> Negations = FrozenSet.ToFrozenSet(["not", "n't", "n’t", "never", "without", "neither", "nor", "cannot"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a verb of something that is not done; false for -1.</summary>
    /// <param name="tree">The trees.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="through">What may govern the verb and negate it for it, where not everything may.</param>
    public static bool Is(GrammarTree tree, int verb, FrozenSet<string>? through = null)
    {
        if (verb < 0) { return false; }
        for (var (at, up) = (verb, 0); at >= 0 && up < Up; at = tree.Head(at), up++)
        {
            if (WordLists.People["decline"].Contains(tree.Lemma(at)) && at != verb || tree.Is(at, "unable", "impossible") || (at != verb && tree.Lemma(at) is "fail")) { return true; }
            foreach (var child in tree.Children(at))
            {
                if (tree.Relation(child) is "neg" || Negations.Contains(tree.Lower(child)) || (tree.Relation(child) is "nsubj" or "nsubjpass" && IsNone(tree, child))) { return true; }
                if (at != verb && tree.Is(child, "too", "no") && !tree.IsVerb(at)) { return true; }
            }

            if (through is not null && (tree.Relation(at) is "conj" || tree.Head(at) < 0 || !through.Contains(tree.Lemma(tree.Head(at))))) { break; }
            var relation = tree.Relation(at);
            if (relation is not ("xcomp" or "ccomp" or "advcl" or "acl" or "dep" or "conj" or "nmod") || (relation is "ccomp" or "acl" or "conj" or "dep" && tree.IsFinite(at)) || (relation is "nmod" && tree.Tag(at) is not "VBG")) { break; }
        }

        return verb > 0 && tree.Is(verb - 1, "not", "without");
    }

    /// <summary>True for "nobody", "none of them", "no authority", "neither side's figure".</summary>
    public static bool IsNone(GrammarTree tree, int noun) => tree.Is(noun, "nobody", "none", "neither", "nothing", "no-one")
        || tree.Children(noun).Any(child => tree.Is(child, "no", "neither", "none") || tree.Children(child).Any(each => tree.Is(each, "no", "neither")));
}
