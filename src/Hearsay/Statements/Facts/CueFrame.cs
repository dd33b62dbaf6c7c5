using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Facts;

/// <summary>An attribution as its sentence's tree has it: the cue's head, the words that belong to it, what heads its content and its source.</summary>
internal sealed class CueFrame
{
    private readonly ImmutableArray<TokenRange> content;
    private ImmutableArray<int> roots;
    private ImmutableArray<int> verbs;

    /// <param name="tree">The document's trees.</param>
    /// <param name="attribution">An attribution of the document.</param>
    public CueFrame(GrammarTree tree, Attribution attribution)
    {
        Tree = tree;
        Attribution = attribution;
        Cue = tree.Range(attribution.Cue);
        Head = HeadOfCue();
        Sentence = tree.SentenceAround(Cue.Start);
        content = [.. attribution.Content.Select(tree.Range)];
        Source = attribution.Source is { } source ? tree.Range(source) : default;
        SourceHead = Source == default ? -1 : tree.HeadOf(Source);
    }

    public GrammarTree Tree { get; }

    public Attribution Attribution { get; }

    /// <summary>The cue's words.</summary>
    public TokenRange Cue { get; }

    /// <summary>The cue's main word.</summary>
    public int Head { get; }

    /// <summary>The words of the cue's sentence.</summary>
    public TokenRange Sentence { get; }

    /// <summary>The source's words; empty where there is none.</summary>
    public TokenRange Source { get; }

    /// <summary>The source's main word, or -1.</summary>
    public int SourceHead { get; }

    /// <summary>The main words of the content's clauses or phrases in the sentence in which it begins; the cue's own complement first.</summary>
    public ImmutableArray<int> Roots => roots.IsDefault ? roots = [.. RootsOfContent()] : roots;

    /// <summary>The verbs of the cue, in text order, its head among them.</summary>
    public ImmutableArray<int> Verbs => verbs.IsDefault ? verbs = [.. Enumerable.Range(Cue.Start, Cue.End - Cue.Start).Where(t => Tree.IsVerb(t) || t == Head)] : verbs;

    /// <summary>The same frame for another act.</summary>
    public CueFrame With(StatementAct act) => act == Attribution.Act ? this : new(Tree, Attribution with { Act = act });

    public bool InContent(int token)
    {
        foreach (var range in content)
        {
            if (range.Contains(token)) { return true; }
        }

        return false;
    }

    /// <summary>True for words of the cue's sentence that are not content.</summary>
    public bool InFrame(int token) => Sentence.Contains(token) && !InContent(token);

    /// <summary>The words of a content span in the sentence in which the content begins, at most <paramref name="most"/>.</summary>
    public IEnumerable<int> Opening(int most)
    {
        var sentence = Tree.SentenceAround(content[0].Start);
        return content.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start)).Where(sentence.Contains).Take(most);
    }

    /// <summary>The verbs above the cue by which its clause hangs on others, nearest first: of "X met Y and said" or "X left, saying" the main verb.</summary>
    public IEnumerable<int> Governors()
    {
        for (var t = Head; Tree.Relation(t) is "advcl" or "xcomp" or "ccomp" or "conj" or "dep" or "parataxis" or "acl";)
        {
            t = Tree.Head(t);
            if (t < 0 || InContent(t)) { yield break; }
            yield return t;
        }
    }

    private int HeadOfCue()
    {
        for (var t = Cue.Start; t < Cue.End; t++)
        {
            if (Tree.Lemma(t).Equals(Attribution.Lemma, StringComparison.OrdinalIgnoreCase)) { return t; }
        }

        return Tree.HeadOf(Cue) is >= 0 and var head ? head : Cue.Start;
    }

    private IEnumerable<int> RootsOfContent()
    {
        if (content.IsEmpty) { return []; }
        var sentence = Tree.SentenceAround(content[0].Start);
        var roots = new List<int>();
        foreach (var range in content)
        {
            for (var t = range.Start; t < Math.Min(range.End, sentence.End); t++)
            {
                if (!InContent(Tree.Head(t)) && Tree.Relation(t) is not ("punct" or "mark" or "case" or "cc" or "mwe")) { roots.Add(t); }
            }
        }

        return roots.OrderBy(t => Tree.Head(t) == Head ? 0 : Tree.Head(t) < 0 || Tree.IsVerb(t) ? 1 : 2).ThenBy(t => t);
    }
}
