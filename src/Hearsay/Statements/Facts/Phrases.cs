using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Statements.Facts;

/// <summary>Reads noun phrases off the trees, as whom a sentence names.</summary>
internal sealed class Phrases(GrammarTree tree, SourceWords sources)
{
    /// <summary>True for a noun or a personal pronoun.</summary>
    public bool Names(int token) => token >= 0 && (tree.IsNoun(token) || tree.Tag(token) is "PRP");

    /// <summary>A noun with what belongs to it, without what a comma or a clause adds; from a given token on, or from its own first one with -1. Null where no noun stands there.</summary>
    public TextSpan? Phrase(int noun, int from)
    {
        if (noun < 0 || !Names(noun)) { return null; }
        var (start, end) = (noun, noun + 1);
        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) is "case" or "mwe" or "punct" or "cc" or "conj" or "acl" or "acl:relcl" or "advcl" or "dep" or "parataxis") { continue; }
            var under = tree.Subtree(child);
            if (child > noun && (under.Start > end || (tree.Relation(child) is not ("nmod" or "compound" or "amod" or "nummod")))) { continue; }
            (start, end) = (Math.Min(start, under.Start), Math.Max(end, under.End));
        }

        if (sources.UnnamedWords.Contains(tree.Lower(noun)) && end == noun + 1) { end = Within(end); }
        var range = Tidy(new TokenRange(from >= 0 ? Math.Max(from, start) : start, end));
        return range.End > range.Start ? tree.Span(range) : null;
    }

    // "a source in the negotiating group": where nobody is named, the place tells who is meant, whatever the parser hung it on.
    private int Within(int end)
    {
        var last = tree.SentenceAround(end - 1).End;
        if (end + 1 >= last || !tree.Is(end, "in", "within", "at", "inside", "from", "close", "familiar")) { return end; }
        var to = end + 1;
        while (to < last && to - end < 10 && tree.Tag(to) is ['N', ..] or "DT" or "JJ" or "POS" or "PRP$" or "IN" or "TO" && !tree.Is(to, "that", "as")) { to++; }
        while (to > end && !tree.IsNoun(to - 1)) { to--; }
        return Math.Max(end, to);
    }

    /// <summary>Without marks at the ends.</summary>
    public TokenRange Tidy(TokenRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (end > start && tree.Relation(end - 1) is "punct" or "cc") { end--; }
        while (start < end && tree.Relation(start) is "punct" && tree.Form(start)[0] is not ('"' or '“' or '«')) { start++; }
        return new TokenRange(start, end);
    }
}
