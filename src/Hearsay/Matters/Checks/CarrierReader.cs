using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Hearsay.Language;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>Reads from the trees who passed a report on and whom he had it from: "The post was picked up by the portal, and two days later by the agency, which referred to the portal".</summary>
internal sealed partial class CarrierReader
{
    private const int LinesBack = 3;   // to where "the post" was first spoken of
    private const int MostSteps = 4;   // up to what a relative clause belongs to
    private const int MostLinks = 200; // of a document; each is followed to its root

    private static readonly FrozenSet<string> Object = WordLists.Carrying["object"], To = WordLists.Carrying["to"], On = WordLists.Carrying["on"], From = WordLists.Carrying["from"], Up = WordLists.Carrying["up"], Texts = WordLists.Carrying["text"], PutOut = WordLists.Carrying["put out"], Outlets = WordLists.Carrying["outlet"], Copies = WordLists.Carrying["copy"], Data = WordLists.Carrying["data"];

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

            reader.AddHad(i);
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
        int whom;
        if (isPassive && (isUp || Object.Contains(lemma)))
        {
            if (tree.Oblique(verb, "by") is not (>= 0 and var by)) { return; }
            foreach (var hand in WithConjuncts(by)) { Add(carriers, NameOf(hand, line)); }
            // "And two days later by the agency": parsed beside the first.
            foreach (var child in tree.Children(verb))
            {
                if (child != by && tree.Relation(child) is "nmod" or "conj" && tree.Preposition(child) is "by") { Add(carriers, NameOf(child, line)); }
            }

            whom = tree.Child(verb, "nsubjpass", "nsubj");
        }
        else
        {
            if (isPassive) { return; }
            var subject = tree.Child(verb, "nsubj");
            if (subject < 0 && tree.Relation(verb) is "conj" && tree.IsVerb(tree.Head(verb))) { subject = tree.Child(tree.Head(verb), "nsubj"); }
            if (subject < 0 && tree.Tag(verb) is "VBG" && tree.Relation(verb) is "advcl" or "xcomp" && tree.IsVerb(tree.Head(verb))) { subject = tree.Child(tree.Head(verb), "nsubj"); }
            if (subject < 0) { return; }
            foreach (var hand in WithConjuncts(subject)) { Add(carriers, NameOf(hand, line)); }
            whom = To.Contains(lemma) ? tree.Oblique(verb, "to") : On.Contains(lemma) ? tree.Oblique(verb, "on", "upon") : From.Contains(lemma) && !Object.Contains(lemma) ? tree.Oblique(verb, "from") : tree.Child(verb, "dobj");
        }

        if (whom < 0 || NameOf(whom, line) is not { } supplier) { return; }
        var isSame = tree.Children(whom).Any(child => tree.Is(child, "same")); // "citing the same channel": another did before
        foreach (var carrier in carriers)
        {
            if (!ToldLink.AreOne(carrier, supplier)) { links.Add(new ToldLink(carrier, supplier, isSame, line)); }
        }
    }

    // Words that can only tell whence somebody has it ("learnt of it through", "naming as its authority", "waving a copy of"), then from whom; whoever does it is the subject over them.
    private void AddHad(int line)
    {
        var sentence = document.Lines[line].Span;
        var range = tree.Range(sentence);
        foreach (Match had in Had().Matches(sentence.SliceOf(document.Text).ReplaceLineEndings(" ")))
        {
            var from = sentence.Start + had.Index + had.Length;
            var first = range.Start;
            while (first < range.End && tree.Span(first).Start < from) { first++; }
            if (HeadFrom(first, range) is not (>= 0 and var head) || (had.Groups["prop"].Success && !IsText(head)) || (had.Groups["in"].Success && !IsText(head) && !IsOutlet(head))) { continue; }
            if (IsNegated(head, range, sentence.Start + had.Index) || SupplierOf(head, line) is not { } supplier || SubjectOver(head, range) is var over && (over >= 0 ? over : NounBefore(sentence.Start + had.Index, range)) is not (>= 0 and var subject) || (subject >= first && subject <= head)) { continue; }
            foreach (var hand in WithConjuncts(subject))
            {
                if (CarrierOf(hand, line) is { } carrier && !ToldLink.AreOne(carrier, supplier)) { links.Add(new ToldLink(carrier, supplier, true, line)); }
            }
        }
    }

    // The head of the noun phrase that begins at a token.
    private int HeadFrom(int first, TokenRange range)
    {
        var head = first;
        while (head < range.End && tree.Relation(head) is "det" or "amod" or "compound" or "nummod" or "nmod:poss" or "det:predet" && tree.Head(head) is var up && up > head && up < range.End) { head = up; }
        return head < range.End && (tree.IsNoun(head) || tree.IsPronoun(head)) ? head : -1;
    }

    private int SubjectOver(int token, TokenRange range)
    {
        for (var up = tree.Head(token); up >= range.Start && up < range.End; up = tree.Head(up))
        {
            if (tree.Child(up, "nsubj", "nsubjpass") is >= 0 and var subject && subject != token) { return subject; }
            if (tree.Relation(up) is "acl" && tree.IsNoun(tree.Head(up))) { return tree.Head(up); }
        }

        return -1;
    }

    // Where the verb was not read as one: the noun right before it.
    private int NounBefore(int offset, TokenRange range)
    {
        var last = range.Start - 1;
        while (last + 1 < range.End && tree.Span(last + 1).End <= offset && (tree.Span(last + 1).Start < offset)) { last++; }
        while (last > range.Start && (tree.Tag(last) is "RB" or "VBZ" or "VBD" or "VBP")) { last--; }
        return last >= range.Start && tree.IsNoun(last) ? last : -1;
    }

    // "Had not heard it from", "would learn from"
    private bool IsNegated(int head, TokenRange range, int start)
    {
        for (var up = tree.Head(head); up >= range.Start && up < range.End && tree.Span(up).End > start; up = tree.Head(up))
        {
            if (tree.Children(up).Any(child => tree.Relation(child) is "neg" || tree.Tag(child) is "MD")) { return true; }
        }

        return false;
    }

    private bool IsText(int head) => Copies.Contains(tree.Lemma(head)) || Texts.Contains(tree.Lemma(head)) || Data.Contains(tree.Lemma(head));

    private bool IsOutlet(int head) => Outlets.Contains(tree.Lemma(head)) || Called().IsMatch(tree.Form(head)) || (tree.IsName(head) && tree.Children(head).Any(child => tree.Relation(child) is "compound" or "amod" && Outlets.Contains(tree.Lemma(child))));

    // From whom: a name, whose a text is, whoever is known by what he is; of a copy, what it is a copy of.
    private string? SupplierOf(int head, int line)
    {
        if (Copies.Contains(tree.Lemma(head)) && tree.Oblique(head, "of", "from") is >= 0 and var copied) { return SupplierOf(copied, line); }
        if (tree.IsPronoun(head) || tree.IsName(head)) { return NameOf(head, line); }
        if (!tree.IsNoun(head)) { return null; }
        if (!IsText(head)) { return Named(head, line) ?? Whole(head); }
        if (OwnerOf(head) is >= 0 and var owner) { return tree.IsPronoun(owner) ? NameOf(owner, line) : Whole(owner); }
        return IsKnown(head) ? Author(tree.Lemma(head), line) : null;
    }

    // Whose a text is: "the bishop's letter", "a letter of the bishop's", "the Lantern report".
    private int OwnerOf(int text)
    {
        var owner = tree.Child(text, "nmod:poss") is >= 0 and var poss ? poss : tree.Oblique(text, "by", "from", "of", "in");
        if (owner < 0 && tree.Is(text + 1, "by", "from", "of")) { owner = HeadFrom(text + 2, new TokenRange(text, tree.SentenceAround(text).End)); }
        if (owner >= 0) { return tree.IsNoun(owner) || tree.IsPronoun(owner) ? owner : -1; }
        foreach (var child in tree.Children(text))
        {
            if (tree.Relation(child) is "compound" && tree.IsName(child)) { return child; }
        }

        return -1;
    }

    // "The same channel": the name that it was called by.
    private string? Named(int head, int line)
    {
        if (!Outlets.Contains(tree.Lemma(head)) || !IsKnown(head) || HasName(head)) { return null; }
        for (var i = line; i >= Math.Max(0, line - LinesBack); i--)
        {
            var range = tree.Range(document.Lines[i].Span);
            for (var t = Math.Min(head, range.End) - 1; t >= range.Start; t--)
            {
                if (tree.Lemma(t) != tree.Lemma(head)) { continue; }
                if (tree.IsName(tree.Head(t)) && tree.Relation(t) is "appos" or "compound" or "amod" or "dep") { return Plain(tree.Head(t)); }
                if (HasName(t)) { return Plain(t); }
            }
        }

        return null;
    }

    private bool IsKnown(int head) => tree.Children(head).Any(child => tree.Is(child, "the", "this", "that", "same"));

    private string? CarrierOf(int hand, int line)
    {
        if (tree.IsPronoun(hand) || tree.Is(hand, "which", "who", "that") || tree.IsName(hand)) { return NameOf(hand, line); }
        if (!tree.IsNoun(hand)) { return null; }
        if (IsText(hand)) { return OwnerOf(hand) is >= 0 and var owner && !tree.IsPronoun(owner) ? Whole(owner) : Author(tree.Lemma(hand), line); }
        return Named(hand, line) ?? Whole(hand);
    }

    // A noun with the words before it, without article.
    private string Whole(int head) => Plain(head) is var plain && plain.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && plain[..space].ToLowerInvariant() is "the" or "a" or "an" or "this" or "that" ? plain[(space + 1)..] : plain;

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
        return tree.Children(head).Any(child => tree.Is(child, "the")) && (Outlets.Contains(tree.Lemma(head)) || char.IsUpper(tree.Form(head)[0])) ? Named(head, line) ?? tree.Lower(head) : null;
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
                if (tree.IsNoun(t) && OwnerOf(t) is >= 0 and var owner && !tree.IsPronoun(owner)) { return Whole(owner); }
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

    private const string About = @"(?: (?:it|this|that|them|him|her|these|those)| (?:the|this|that|its|their|his|her|all) (?:\p{Ll}+ ){0,2}?\p{Ll}+)?(?: (?:of|about) (?:it|this|that|them|these|those|(?:the|this|that|its|their|his|her) (?:\p{Ll}+ ){0,2}?\p{Ll}+))?";

    [GeneratedRegex(
        @"\b(?:(?:learn(?:ed|t|s)?|heard|hears?|knew|knows?|known|found out)" + About + @" (?:only |just |merely |first )?(?:through|via|thanks to|from)|(?:was|were|been|being) (?:told|informed)" + About + @" (?:only |just )?(?:through|via|by|from)|(?<in>(?:read|reads|seen|saw|heard|learn(?:ed|t))" + About + @" (?:only |just |first )?(?:in|on))"
        + @"|on the (?:strength|basis|authority) of|with reference to|no (?:other )?(?:source|document|authority|evidence|basis)s? (?:other )?(?:than|but)"
        + @"|(?:had|has|have|got|gets|takes?|took|taken) (?:it|this|that|them|these|(?:the|this|that|its|their|his|her) (?:\p{Ll}+ )?(?:story|news|number|figure|claim|report|account|information|tale|phrase|text|count|rumou?r|detail|list|tally|data)s?)(?: over)? (?:\p{Ll}+ )?(?:from|off)"
        + @"|(?:nam(?:es?|ed|ing)|giv(?:es?|ing)|gave|cit(?:es?|ed|ing)|list(?:s|ed|ing)|with) as (?:its|his|her|their|the) (?:only |sole |main )?(?:source|authority|origin|informant|basis)|(?:nam(?:es?|ed|ing)|giv(?:es?|ing)|gave|list(?:s|ed|ing))(?= [^,.;]{3,60} as (?:its|his|her|their|the) (?:only |sole |main )?(?:source|authority|origin|informant|basis)\b)"
        + @"|credit(?:s|ed|ing) (?:it|this|them|(?:the|this|that|its|their|his|her) (?:\p{Ll}+ )?\p{Ll}+) to|bas(?:es?|ed|ing) (?:its|his|her|their|the) (?:\p{Ll}+ ){1,4}?(?:up)?on"
        + @"|(?<prop>(?:hold|held|holds)(?:ing)? up|(?:holding|held|wav(?:ing|ed)|brandish(?:ing|ed)|(?:read|reading)(?: (?:out|aloud))? from)|us(?:es|ed|ing)|reli(?:es|ed) on))(?= )", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Had();

    // The names of papers and stations, and of the places where people post.
    [GeneratedRegex(@"^(?-i:(?=\p{Lu}))(?:" + ToldLink.Titles + "|radio|telegram)$", RegexOptions.IgnoreCase)]
    private static partial Regex Called();
}
