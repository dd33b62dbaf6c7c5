using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Reads from the trees who passed a report on and whom he had it from: "The post was picked up by the portal, and two days later by the agency, which referred to the portal".</summary>
internal sealed class CarrierReader
{
    private const int LinesBack = 3;   // to where "the post" was first spoken of
    private const int MostSteps = 4;   // up to what a relative clause belongs to
    private const int MostLinks = 200; // of a document; each is followed to its root

    private static readonly FrozenSet<string> Object = WordLists.Carrying["object"], To = WordLists.Carrying["to"], On = WordLists.Carrying["on"], From = WordLists.Carrying["from"], Up = WordLists.Carrying["up"], Texts = WordLists.Carrying["text"], PutOut = WordLists.Carrying["put out"], Outlets = WordLists.Carrying["outlet"];

    private readonly DocumentView document;
    private readonly GrammarTree tree;
    private readonly List<ToldLink> links = [];

    private CarrierReader(DocumentView document, GrammarTree tree) => (this.document, this.tree) = (document, tree);

    /// <summary>The links in text order; none without grammar.</summary>
    public static List<ToldLink> Read(DocumentView document)
    {
        if (document.Tree is not { } tree) { return []; }
        var reader = new CarrierReader(document, tree);
        for (var i = 0; i < document.Lines.Length && reader.links.Count < MostLinks; i++)
        {
            var range = tree.Range(document.Lines[i].Span);
            for (var t = range.Start; t < range.End; t++)
            {
                if (tree.IsVerb(t)) { reader.AddOf(t, i); }
            }
        }

        return reader.links;
    }

    private void AddOf(int verb, int line)
    {
        var lemma = tree.Lemma(verb);
        var isUp = Up.Contains(lemma) && tree.Children(verb).Any(child => tree.Is(child, "up") && !tree.IsNoun(child));
        if (!isUp && !Object.Contains(lemma) && !To.Contains(lemma) && !On.Contains(lemma) && !From.Contains(lemma)) { return; }
        if (tree.Children(verb).Any(child => tree.Relation(child) is "neg" || tree.Tag(child) is "MD" or "TO" && tree.Relation(child) is "aux" or "mark")) { return; }
        var isPassive = tree.Child(verb, "auxpass") >= 0 || (tree.Relation(verb) is "acl" && tree.Tag(verb) is "VBN");
        List<string> carriers = [];
        string? supplier;
        if (isPassive && (isUp || Object.Contains(lemma)))
        {
            if (tree.Oblique(verb, "by") is not (>= 0 and var by)) { return; }
            foreach (var hand in WithConjuncts(by)) { Add(carriers, NameOf(hand, line)); }
            // "And two days later by the agency": parsed beside the first.
            foreach (var child in tree.Children(verb))
            {
                if (child != by && tree.Relation(child) is "nmod" or "conj" && tree.Preposition(child) is "by") { Add(carriers, NameOf(child, line)); }
            }

            var subject = tree.Child(verb, "nsubjpass", "nsubj");
            supplier = subject < 0 ? null : NameOf(subject, line);
        }
        else
        {
            if (isPassive) { return; }
            var subject = tree.Child(verb, "nsubj");
            if (subject < 0 && tree.Relation(verb) is "conj" && tree.IsVerb(tree.Head(verb))) { subject = tree.Child(tree.Head(verb), "nsubj"); }
            if (subject < 0 && tree.Tag(verb) is "VBG" && tree.Relation(verb) is "advcl" or "xcomp" && tree.IsVerb(tree.Head(verb))) { subject = tree.Child(tree.Head(verb), "nsubj"); }
            if (subject < 0) { return; }
            foreach (var hand in WithConjuncts(subject)) { Add(carriers, NameOf(hand, line)); }
            var whom = To.Contains(lemma) ? tree.Oblique(verb, "to") : On.Contains(lemma) ? tree.Oblique(verb, "on", "upon") : From.Contains(lemma) && !Object.Contains(lemma) ? tree.Oblique(verb, "from") : tree.Child(verb, "dobj");
            supplier = whom < 0 ? null : NameOf(whom, line);
        }

        if (supplier is null) { return; }
        foreach (var carrier in carriers)
        {
            if (!ToldLink.AreOne(carrier, supplier)) { links.Add(new ToldLink(carrier, supplier, false, line)); }
        }
    }

    private static void Add(List<string> names, string? name)
    {
        if (name is not null && !names.Contains(name)) { names.Add(name); }
    }

    private IEnumerable<int> WithConjuncts(int head)
    {
        yield return head;
        foreach (var child in tree.Children(head))
        {
            if (tree.Relation(child) is "conj" && tree.IsNoun(child)) { yield return child; }
        }
    }

    // Who is meant: a name, "the portal", for "it" and "which" what they stand for, for a text whose it is; null for words that are nobody's.
    private string? NameOf(int head, int line)
    {
        if (tree.Is(head, "which", "that", "who"))
        {
            var up = tree.Head(head);
            for (var steps = 0; up >= 0 && tree.Relation(up) is not "acl:relcl" && steps < MostSteps; steps++) { up = tree.Head(up); }
            return up >= 0 && tree.Relation(up) is "acl:relcl" && tree.Head(up) is >= 0 and var named ? NameOf(named, line) : null;
        }

        if (tree.IsPronoun(head)) { return document.Annotated.References?.At(head)?.Referent is { Name.Length: > 4 } referent ? referent.Name : null; }
        if (!tree.IsNoun(head) && tree.Tag(head) is not ("JJ" or "NNP")) { return null; }
        if (!tree.IsName(head) && Texts.Contains(tree.Lemma(head)))
        {
            var owner = tree.Child(head, "nmod:poss") is >= 0 and var poss ? poss : tree.Oblique(head, "of", "by", "from", "in");
            if (owner >= 0 && !tree.IsPronoun(owner) && (tree.IsName(owner) || HasName(owner))) { return Plain(owner); }
            return tree.Children(head).Any(child => tree.Is(child, "the", "this", "that")) ? Author(tree.Lemma(head), line) : null;
        }

        if (tree.IsName(head) || HasName(head)) { return Plain(head); }
        // "The portal", "the French"
        return tree.Children(head).Any(child => tree.Is(child, "the")) && (Outlets.Contains(tree.Lemma(head)) || char.IsUpper(tree.Form(head)[0])) ? tree.Lower(head) : null;
    }

    private bool HasName(int head) => tree.Children(head).Any(child => tree.Relation(child) is "compound" or "appos" or "dep" && tree.IsName(child));

    // "The post": whose text of that name was spoken of last.
    private string? Author(string text, int line)
    {
        for (var i = line; i >= Math.Max(0, line - LinesBack); i--)
        {
            var range = tree.Range(document.Lines[i].Span);
            for (var t = range.End - 1; t >= range.Start; t--)
            {
                if (tree.Lemma(t) != text || (i == line && t > range.Start && tree.Relation(t) is "nsubjpass" or "nsubj")) { continue; }
                if (tree.IsVerb(t) && PutOut.Contains(text) && tree.Child(t, "nsubj") is >= 0 and var subject && (tree.IsName(subject) || HasName(subject))) { return Plain(subject); }
                if (tree.IsNoun(t) && (tree.Child(t, "nmod:poss") is >= 0 and var poss ? poss : tree.Oblique(t, "of", "by", "from")) is >= 0 and var owner && (tree.IsName(owner) || HasName(owner))) { return Plain(owner); }
            }
        }

        return null;
    }

    // The name with the words right before it: "Ekaterinburg portal Vecherniye Vedomosti-66".
    private string Plain(int head)
    {
        var (start, end) = (head, head + 1);
        foreach (var child in tree.Children(head))
        {
            if (tree.Relation(child) is "compound" or "amod" or "nummod" && child < head) { start = Math.Min(start, child); }
            else if (child > head && tree.IsName(child) && tree.Relation(child) is "appos" or "dep" or "compound" or "nmod:npmod") { end = Math.Max(end, child + 1); }
        }

        while (end > head + 1 && !Enumerable.Range(head, end - head).All(t => tree.IsNoun(t) || tree.Tag(t) is "CD" or "IN" or "FW")) { end--; }
        return tree.Span(new TokenRange(start, end)).SliceOf(document.Text).ReplaceLineEndings(" ");
    }
}
