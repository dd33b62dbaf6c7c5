using System.Globalization;
using Hearsay.Packs;
using Hearsay.Statements;

namespace Hearsay.Language.Coreference;

/// <summary>Tells which words of a document mean the same party, in English.</summary>
/// <remarks>
/// Deterministic sieves, the surest first, each building on what the ones before have joined (Lee et al., CoNLL 2011; Computational Linguistics 39, 2013): the same name; acronyms;
/// appositions, titles and "is"; short forms of names; nouns; pronouns, sought through the tree in the order of Hobbs (1978). As far as sources of statements need it: what nobody says by name,
/// noun or pronoun of the third person is left alone.
/// </remarks>
internal sealed class ReferenceResolver(DomainPack pack)
{
    /// <summary>The document with its references, and with names and ids for its entities; the same where there is no grammar.</summary>
    public AnnotatedDocument Resolve(AnnotatedDocument document)
    {
        if (document.Grammar is not { } grammar) { return document; }
        document = document with { Entities = Surnames.Add(document.Text, document.Tokens, grammar.Relations, document.Entities) };
        var tree = new GrammarTree(document);
        var references = Resolve(document, tree);
        return document with { References = references, Entities = references.Name(document, tree) };
    }

    /// <summary>The mentions of a document with their referents.</summary>
    /// <param name="document">With grammar.</param>
    /// <param name="tree">Its trees.</param>
    public References Resolve(AnnotatedDocument document, GrammarTree tree)
    {
        var mentions = new MentionFinder(document, tree, pack.Sources, pack.Parties, Quoted(document), t => Speaks(tree, t)).Find();
        foreach (var mention in mentions)
        {
            var referent = new Referent { IsPlural = mention.IsPlural };
            referent.Add(mention);
        }

        var names = new NameIndex(document.Document, pack.Sources);
        new NameSieve(document, tree, pack.Sources, pack.Parties, names).Join(mentions);
        new ConstructionSieve(tree, pack.Sources).Join(mentions);
        new BackwardSieve(tree, pack).Join(mentions);
        foreach (var referent in mentions.Select(mention => mention.Referent).Distinct().ToList()) { referent.Mentions.Sort((a, b) => a.Head.CompareTo(b.Head)); }
        Describe(document, tree, mentions);
        return new References(mentions, names, tree);
    }

    // The subject of a verb of saying.
    private bool Speaks(GrammarTree tree, int t) =>
        tree.Relation(t) is "nsubj" && tree.Head(t) is >= 0 and var verb && pack.Cues.Word(tree.Lemma(verb), CueClass.Verb) is { Reports: true, Act: StatementAct.Says, Rate: >= 0.5 };

    // Names for those who have none: "spokesman of the Harbour Board", "two diplomats".
    private static void Describe(AnnotatedDocument document, GrammarTree tree, List<Mention> mentions)
    {
        foreach (var referent in mentions.Where(mention => mention.Kind is MentionKind.Nominal).Select(mention => mention.Referent).Distinct().Where(referent => !referent.IsNamed))
        {
            var first = referent.Mentions.Find(mention => mention.Kind is MentionKind.Nominal)!;
            var owner = tree.Child(first.Head, "nmod:poss");
            var owned = owner >= 0 && tree.IsPronoun(owner) ? Mention.At(mentions, owner) : null;
            if (owned is { Referent: { Name.Length: > 0 } whose } && whose != referent)
            {
                var noun = tree.Span(new TokenRange(Math.Min(owner + 1, first.Head), first.Head + 1)).SliceOf(document.Text);
                var unknown = whose.Mentions.TrueForAll(mention => mention.Kind is MentionKind.Pronoun);
                referent.Name = unknown ? $"{tree.Lower(owner)} {noun}" : string.Create(CultureInfo.InvariantCulture, $"{noun} of {whose.Name}");
            }
            else
            {
                referent.Name = WithoutArticle(tree.Span(first.Words).SliceOf(document.Text));
            }
        }
    }

    private static string WithoutArticle(string words) =>
        words.Length > 2 && !char.IsLetterOrDigit(words[0]) && words[1] == ' ' ? WithoutArticle(words[2..]) // a bullet
        : words.Split(' ', 2) is [var first, var rest] && first.ToLowerInvariant() is "the" or "a" or "an" or "this" or "that" or "these" or "those" ? rest : words;

    // By quotation marks alone: within a block, from an opening mark to the next closing one.
    private static bool[] Quoted(AnnotatedDocument document)
    {
        var quoted = new bool[document.Tokens.Length];
        var open = false;
        var block = -1;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Block != block) { (open, block) = (false, sentence.Block); }
            for (var t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                var form = document.Tokens[t].Span.In(document.Text);
                open = form is "“" or "«" or "„" || (form is "\"" or "''" ? !open : open && form is not ("”" or "»"));
                quoted[t] = open;
            }
        }

        return quoted;
    }
}
