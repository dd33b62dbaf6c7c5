using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Language.Coreference;
using Hearsay.Packs;

namespace Hearsay.Statements.Sources;

/// <summary>Tells whom a source's words mean: by the document's references where there are trees, else by the words alone.</summary>
internal sealed class SourceResolver(SourceDescriber describer, SourceWords words, GrammarTree? tree, References? references)
{
    // The same few phrases are asked for again and again, by whoever looks for relays and by whoever builds the statement.
    private readonly Dictionary<TextSpan, Party> meant = [];
    private readonly Dictionary<TextSpan, Party> read = [];

    /// <summary>Reads a noun phrase as a party, without looking for whom it may stand.</summary>
    public Party Describe(TextSpan span)
    {
        if (!read.TryGetValue(span, out var party)) { read.Add(span, party = describer.Describe(span)); }
        return party;
    }

    /// <summary>Whom the words at <paramref name="span"/> mean: a pronoun's or a surname's full name, the owner of a report, "spokesman of" whoever "its spokesman" is of.</summary>
    public Party Resolve(TextSpan span)
    {
        if (!meant.TryGetValue(span, out var party)) { meant.Add(span, party = Find(span)); }
        return party;
    }

    private Party Find(TextSpan span)
    {
        if (tree is null || references is null) { return Describe(span); }
        var range = tree.Range(span);
        var head = tree.HeadOf(range);
        if (head >= 0 && tree.Tag(head) is "WP" or "WDT" && Antecedent(head) is { } antecedent) { return Resolve(antecedent); }
        if (Writer(span) is { } writer) { return writer; }
        if (Joined(range, head) is { } several) { return several; }
        var described = Describe(span);
        if (Apposed(range) is { } named) { return Named(named, described); }
        if (described.Type is SourceType.Document && head >= 0 && Owner(head) is { } owner) { return new Party(owner.Referent.Name, TypeOf(owner.Referent.Type) ?? SourceType.Organisation) { Entity = owner.Referent.Id }; }
        return references.Of(tree, range) is { } mention ? Named(mention, described) : described;
    }

    // "both Varnia and Oskeland": several who say the same are nobody of them alone.
    private Party? Joined(TokenRange range, int head)
    {
        if (head < 0 || !IsCapital(head) || !tree!.Children(head).Any(child => range.Contains(child) && child > head && tree.Relation(child) is "conj" && IsCapital(child)) || !tree.Children(head).Any(child => tree.Is(child, "and", "or", "nor", "&"))) { return null; }
        if (references!.At(head) is { Type: ReferentType.Organisation } body && body.Words.End > head + 1) { return null; } // "the Search and Rescue Board"
        var own = range;
        while (own.Start < head && tree.Is(own.Start, "both", "either", "neither", "the")) { own = own with { Start = own.Start + 1 }; }
        return new Party(tree.Span(own).SliceOf(tree.Document.Text), SourceType.Group);
    }

    private bool IsCapital(int noun) => tree!.IsNoun(noun) && char.IsUpper(tree.Form(noun)[0]);

    private Party Named(Mention mention, Party described)
    {
        var referent = mention.Referent;
        if (!referent.IsNamed)
        {
            var owned = mention.Kind is MentionKind.Pronoun || (mention.Kind is MentionKind.Nominal && tree!.Child(mention.Head, "nmod:poss") is >= 0 and var owner && tree.IsPronoun(owner));
            return described with { Name = owned ? referent.Name : described.Name, Type = mention.Kind is MentionKind.Pronoun ? OfNoun(referent, described.Type) : described.Type, Entity = referent.Id };
        }

        if (mention.Kind is MentionKind.Name && described.Type is SourceType.Unnamed) { return described; }
        var type = TypeOf(referent.Type) ?? described.Type;
        var fuller = mention.Kind is MentionKind.Name && described.Name.Length > referent.Name.Length && char.IsUpper(described.Name[0]) && described.Type is SourceType.Organisation
            && (described.Name.EndsWith(referent.Name, StringComparison.Ordinal) || GoesOn(described.Name, referent.Name));
        return new Party(fuller ? described.Name : referent.Name, type) { Entity = referent.Id };
    }

    // "I" outside quotation marks is whoever wrote the text, "we" and "(let) us (recall)" the body that issued it.
    private Party? Writer(TextSpan span)
    {
        var document = tree!.Document.Document;
        var word = span.Length <= 2 ? span.SliceOf(document.Text) : "";
        if (word is not ("I" or "We" or "we" or "us") || IsQuoted(document, span)) { return null; }
        if (word is "I") { return document.Byline is { } byline && IsOneName(byline) ? new Party(byline, SourceType.Person) : null; }
        return Issuer(document) is { } issuer ? new Party(issuer, SourceType.Organisation) : document.Outlet is { } outlet ? new Party(outlet, SourceType.Organisation) : null;
    }

    // "Board for Prisoner Relief" where the name was taken to end before "for".
    private static bool GoesOn(string whole, string name) => whole.StartsWith(name, StringComparison.Ordinal) && whole.AsSpan(name.Length) is var rest
        && rest.StartsWith(" for ") && !rest.Contains(',') && char.IsUpper(rest[(rest.LastIndexOf(' ') + 1)..][0]);

    private static bool IsOneName(string byline) =>
        byline.Split(' ') is { Length: >= 2 and <= 4 } parts && Array.TrueForAll(parts, part => part.Length > 0 && char.IsUpper(part[0]) && part.All(c => char.IsLetter(c) || c is '-' or '.' or '\'' or '’'));

    // "Statement by the Foreign Ministry of Varnia on the events in Tolvino"
    private static string? Issuer(Document document)
    {
        const string Lead = "Statement ";
        if (document.Title is not { } title || !title.StartsWith(Lead, StringComparison.OrdinalIgnoreCase)) { return null; }
        var words = title[Lead.Length..].Split(' ').SkipWhile(word => word is "by" or "of" or "from" or "the").ToList();
        var end = words.FindIndex(word => word is "on" or "regarding" or "concerning" or "about" or "following" or "in" or "to" or "at" or "–" or "-" or "—" || word.EndsWith(':'));
        var name = string.Join(' ', end < 0 ? words : words[..end]);
        return words.Count < title.Split(' ').Length - 1 && name.Length > 2 && char.IsUpper(name[0]) ? name : null;
    }

    private static bool IsQuoted(Document document, TextSpan span)
    {
        const int Farthest = 4000; // characters that are looked at
        var at = SortedSpans.FirstEndingAfter(document.Blocks, span.Start, block => block.Span);
        if (at >= document.Blocks.Length) { return false; }
        var from = Math.Max(document.Blocks[at].Span.Start, span.Start - Farthest);
        var open = false;
        foreach (var mark in document.Text.AsSpan(from, Math.Max(0, span.Start - from)))
        {
            open = mark is '“' or '«' or '„' || (mark is '"' ? !open : open && mark is not ('”' or '»'));
        }

        return open;
    }

    // "a member of the board, Ivo Tarn", "head of the port of Elsvik Ivo Tarn": the name at the phrase's end, where one person is described before it.
    private Mention? Apposed(TokenRange range)
    {
        for (var t = range.End - 1; t > range.Start + 1 && range.End - t < 4; t--)
        {
            if (references!.At(t) is not { Kind: MentionKind.Name, Type: ReferentType.Person } mention || mention.Words.End != range.End || mention.Words.Start <= range.Start + 1 || !mention.Text.Contains(' ', StringComparison.Ordinal)) { continue; }
            var end = mention.Words.Start;
            while (end > range.Start && words.Titles.Contains(tree!.Lower(end - 1))) { end--; }
            var comma = end > range.Start && tree!.Is(end - 1, ",");
            var before = range with { End = comma ? end - 1 : end };
            if (!comma && end < mention.Words.Start && Enumerable.Range(before.Start, Math.Max(0, before.End - before.Start)).Any(i => IsAnothers(i))) { return null; }
            if (before.End <= before.Start || Enumerable.Range(before.Start, before.End - before.Start).Any(i => tree!.Is(i, ",", "and", "or", "who", "which", "that") || tree.IsVerb(i))) { return null; }
            var noun = Enumerable.Range(before.Start, before.End - before.Start).FirstOrDefault(i => tree!.IsNoun(i) && !tree.IsName(i) && words.PersonNouns.Contains(tree.Lower(i)) || words.Titles.Contains(tree!.Lower(i)) || (comma && tree.IsNoun(i) && tree.HeadOf(before) == i), -1);
            return noun >= 0 && !tree!.IsPlural(noun) ? mention : null;
        }

        return null;
    }

    // "the press service of Prime Minister Ivo Tarn", "an aide to President Dana Orlik": the name is that of whom the service or the aide serves.
    private bool IsAnothers(int noun) =>
        tree!.Is(noun + 1, "of", "to", "for") && words.ServingNouns.Contains(tree.Lemma(noun));

    private SourceType OfNoun(Referent referent, SourceType described) =>
        words.UnnamedWords.Contains(referent.Mentions.Find(mention => mention.Kind is MentionKind.Nominal)?.Text ?? "") ? SourceType.Unnamed : TypeOf(referent.Type) ?? described;

    // "Olena Hrytsak, who said": what the clause belongs to.
    private TextSpan? Antecedent(int relative)
    {
        for (int at = tree!.Head(relative), steps = 0; at >= 0 && steps < 4; at = tree.Head(at), steps++)
        {
            if (tree.Relation(at) is "acl:relcl" or "acl" && tree.Head(at) is >= 0 and var noun)
            {
                if (tree.Is(relative, "who") && !IsPerson(noun)) { noun = Bearer(noun) ?? noun; }
                var start = Math.Min(noun, tree.Subtree(noun).Start);
                while (start < noun && tree.Relation(start) is "case") { start++; }
                var range = new TokenRange(start, noun + 1);
                return noun < relative ? tree.Span(range) : null;
            }
        }

        return null;
    }

    // "a man in a white coat who", "Ivo Tarn, a member of the Harbour Party, who": going up from what has the clause to a person.
    private int? Bearer(int noun)
    {
        for (var (at, steps) = (noun, 0); steps < 4 && tree!.Relation(at) is "nmod" or "appos" or "compound" or "conj" && tree.Head(at) is >= 0 and var whole; at = whole, steps++)
        {
            if (IsPerson(whole)) { return whole; }
        }

        return null;
    }

    private bool IsPerson(int noun) =>
        words.PersonNouns.Contains(tree!.Lemma(noun)) || words.GroupNouns.Contains(tree.Lower(noun)) || (tree.IsName(noun) && references?.At(noun) is not { Type: ReferentType.Organisation or ReferentType.Place });

    // "the bureau's report", "a statement by the ministry": a text's word is its author's.
    private Mention? Owner(int noun)
    {
        foreach (var child in tree!.Children(noun))
        {
            if (tree.Relation(child) is "acl" && tree.Tag(child) is "VBN" && !tree.Is(child, "seen", "reviewed", "examined", "obtained", "analysed", "analyzed", "verified", "studied", "cited", "checked", "assessed", "viewed") && Owner(child) is { } agent) { return agent; } // "a post published by X"
            var authors = tree.Relation(child) is "nmod:poss" || (tree.Relation(child) is "nmod" && tree.Children(child).Any(mark => tree.Is(mark, "by", "from")));
            if (authors && references!.At(child) is { } owner && (owner.Referent.IsNamed || owner.Referent.Type is ReferentType.Organisation)) { return owner; }
        }

        return null;
    }

    private static SourceType? TypeOf(ReferentType type) => type switch
    {
        ReferentType.Person => SourceType.Person,
        ReferentType.Organisation => SourceType.Organisation,
        ReferentType.Place => SourceType.Place,
        ReferentType.Group => SourceType.Group,
        ReferentType.Document => SourceType.Document,
        _ => null,
    };
}
