using Hearsay.Language;
using Hearsay.Matters.Text;
using Hearsay.Packs;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Where a document says itself that it could not verify what it passes on.</summary>
internal sealed class UnverifiedCheck : IDocumentCheck
{
    private const int Quoted = 160;
    private const int Reach = 800; // characters to the statements that are meant
    private const int Nearby = 200; // characters from a claim's end to the sentence that takes it up

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        if (document.Tree is not { } tree) { yield break; }
        foreach (var line in document.Lines)
        {
            var word = Unchecked(document, tree, tree.Range(line.Span));
            if (word < 0) { continue; }
            var words = line.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
            if (words.Length > Quoted) { words = words[..words.LastIndexOf(' ', Quoted)] + " …"; }
            var claim = Meant(document, tree, line, word);
            yield return Finding.Of(
                FindingKind.Unverified, Severity.Notice, $"{(IsObservers(tree, word) ? $"Those who looked into it could not verify what {document.NameWithin} reports" : $"{document.Name} says that it could not verify what it reports")}: “{DeniedCheck.Bare(words)}”.",
                document.Statements.Where(statement => statement == claim || (statement.Certainty is Certainty.Unverified && Math.Abs(statement.Content[0].Start - line.Span.Start) < Reach)).Select(statement => statement.Id),
                claim is null ? [document.Evidence(line.Span)] : [document.Evidence(line.Span), document.Evidence(document.Lines.Last(other => other.Span.Start <= claim.Content[0].Start).Span)]);
        }
    }

    // What was said just before in the paragraph, where the words point back to it: "could not verify the report", "his account", "that figure".
    private static Statement? Meant(DocumentView document, GrammarTree tree, Line line, int word)
    {
        var claim = tree.Child(word, "dobj", "nsubjpass") is >= 0 and var taken ? taken : tree.Child(word, "nmod"); // "verify that assertion", where "that" was taken for a preposition
        if (claim < 0 || !(WordLists.Checking["claim"].Contains(tree.Lemma(claim)) || tree.Is(claim, "it", "this", "that", "them", "these", "those"))) { return null; }
        return document.Statements.LastOrDefault(statement => statement.Content[^1].End <= line.Span.Start && line.Span.Start - statement.Content[^1].End < Nearby && statement is { Source: not null, Polarity: Polarity.Affirmed } && document.Document.Blocks[line.Block].Span.Contains(statement.Content[0].Start));
    }

    // The word that says so, or -1.
    private static int Unchecked(DocumentView document, GrammarTree tree, TokenRange sentence)
    {
        for (var t = sentence.Start; t < sentence.End; t++)
        {
            var isSaid = tree.IsVerb(t) ? IsUncheckedVerb(document, tree, sentence, t) : IsMissing(tree, t) || IsLeftOpen(tree, t);
            if (isSaid && !IsAnothers(document, tree, sentence, t) && !IsOvercome(tree, sentence, t)) { return t; }
        }

        return -1;
    }

    // "Could not verify", "can be neither proved nor disproved", "is in no position to corroborate", "cannot say whether this is true", "tried to confirm this, and could not".
    private static bool IsUncheckedVerb(DocumentView document, GrammarTree tree, TokenRange sentence, int verb)
    {
        var lemma = tree.Lemma(verb);
        if (WordLists.Checking["verify"].Contains(lemma))
        {
            if (lemma is "bear" && !tree.Is(verb + 1, "out")) { return false; }
            if (lemma is "prove" or "disprove" && tree.Child(verb, "auxpass", "dobj", "ccomp") < 0) { return false; }
            if (lemma is "check" or "establish" && tree.Child(verb, "dobj", "ccomp", "nsubjpass", "nmod", "advcl", "xcomp") < 0 && tree.Relation(verb) is not "xcomp") { return false; }
            if (tree.Child(verb, "csubj", "csubjpass") >= 0 || tree.Children(verb).Any(child => child < verb && tree.IsVerb(child) && Enumerable.Range(tree.Subtree(child).Start, 2).Any(t => tree.Is(t, "whether")))) { return false; } // "whether they may stay cannot be proved" is no claim
            return (IsTriedInVain(tree, sentence, verb) || Undone.Is(tree, verb, WordLists.Checking["power"])) && IsForTheDocument(document, tree, verb, WordLists.Checking["strict"].Contains(lemma));
        }

        if (WordLists.Checking["visit"].Contains(lemma)) { return Undone.Is(tree, verb, WordLists.Checking["power"]) && (lemma is "see" ? IsSeenByNobody(tree, verb) : tree.Child(verb, "dobj") is >= 0 and var where && WordLists.Checking["spot"].Contains(tree.Lemma(where)) && !tree.Children(verb).Any(child => tree.Is(child, "if", "until", "unless")) && IsForTheDocument(document, tree, verb, strict: true) && tree.Child(Root(tree, verb), "nsubj") >= 0 && !tree.Is(tree.Child(Root(tree, verb), "nsubj"), "it")); }
        return WordLists.Checking["tell"].Contains(lemma) && tree.Child(verb, "ccomp", "advcl") is >= 0 and var clause && tree.Children(clause).Any(child => tree.Is(child, "if", "whether"))
            && (WordLists.Checking["true"].Contains(tree.Lemma(clause)) || tree.Children(clause).Any(child => WordLists.Checking["true"].Contains(tree.Lower(child)))) && Undone.Is(tree, verb, WordLists.Checking["power"]) && IsForTheDocument(document, tree, verb, strict: false);
    }

    private static bool IsTriedInVain(GrammarTree tree, TokenRange sentence, int verb) => tree.Lemma(tree.Head(verb) is >= 0 and var head ? head : verb) is "try" or "attempt" or "seek" or "effort"
        && Enumerable.Range(verb, sentence.End - verb).Any(t => tree.Is(t, "vain", "failed", "unsuccessfully", "unsuccessful") || (tree.Is(t, "not", "n't", "unable") && t > verb && t >= sentence.Start && tree.Tag(t - 1) is "MD" or "VBD" or "VBP" or "VBZ") || (tree.Is(t, "success", "avail") && tree.Is(t - 1, "without", "no")));

    // "Nobody outside the army has seen them"
    private static bool IsSeenByNobody(GrammarTree tree, int verb) => tree.Child(verb, "nsubj") is >= 0 and var nobody && Undone.IsNone(tree, nobody) && tree.Child(verb, "dobj") is >= 0 and var what && tree.Is(what, "them", "it", "this", "these")
        && tree.Children(nobody).Any(child => tree.Children(child).Append(child).Any(each => tree.Is(each, "outside", "independent", "besides")));

    // "No independent confirmation", "has no proof of its own", "independent numbers do not exist"
    private static bool IsMissing(GrammarTree tree, int noun)
    {
        if (!tree.IsNoun(noun)) { return false; }
        var isIndependent = tree.Children(noun).Any(child => tree.Is(child, "independent", "outside", "official"));
        var isResult = WordLists.Checking["result"].Contains(tree.Lemma(noun));
        if (!(isIndependent && WordLists.Checking["thing"].Contains(tree.Lemma(noun)))) { return false; }
        return tree.Children(noun).Any(child => tree.Is(child, "no")) || (tree.Child(noun, "neg") >= 0) || (noun > 1 && tree.Is(noun - 2, "no", "without"))
            || (tree.Relation(noun) is "nsubj" or "dobj" or "nsubjpass" && tree.Head(noun) is >= 0 and var verb && (isResult || tree.Children(noun).Any(child => tree.Is(child, "independent"))) && tree.Lemma(verb) is "exist" or "have" or "be" or "get" or "receive" or "find" or "obtain" or "see" or "lack" && (tree.Lemma(verb) is "lack" || Undone.Is(tree, verb, WordLists.Checking["power"])));
    }

    // "Remains unconfirmed"
    private static bool IsLeftOpen(GrammarTree tree, int t) => WordLists.Checking["unchecked"].Contains(tree.Lower(t)) && (tree.Child(t, "cop") >= 0 || (tree.Relation(t) is "xcomp" or "acomp" or "dep" && tree.Head(t) is >= 0 and var verb && tree.Lemma(verb) is "remain" or "stay" or "go"));

    private static int Root(GrammarTree tree, int verb)
    {
        while (tree.Child(verb, "nsubj", "nsubjpass") < 0 && tree.Relation(verb) is "xcomp" or "ccomp" or "advcl" or "conj" or "dep" or "acl" or "nmod" && tree.Head(verb) >= 0) { verb = tree.Head(verb); }
        return verb;
    }

    // The document, its outlet, other media, whoever checks, nobody, or a passive; what a party cannot confirm is that party's word.
    private static bool IsForTheDocument(DocumentView document, GrammarTree tree, int verb, bool strict)
    {
        if (tree.Child(verb, "auxpass") >= 0 || tree.Children(verb).Any(child => tree.Is(child, "independently"))) { return true; }
        var subject = tree.Child(Root(tree, verb), "nsubj", "nsubjpass");
        if (subject < 0 || Undone.IsNone(tree, subject) || tree.Is(subject, "which", "there", "it", "we", "i")) { return true; }
        if (tree.IsPronoun(subject) || NamelessPerson.IsHuman(tree, subject) && !WordLists.Checking["checker"].Contains(tree.Lemma(subject))) { return false; }
        var last = tree.Lower(subject);
        if (WordLists.Checking["checker"].Contains(tree.Lemma(subject)) || WordLists.Checking["checker"].Contains(last) || WordLists.Checking["outlet"].Contains(last)) { return true; }
        var phrase = tree.Span(tree.Subtree(subject)).SliceOf(document.Text);
        if (document.Document.Outlet is { } outlet && (phrase.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(phrase, StringComparison.OrdinalIgnoreCase))) { return true; }
        // A newspaper that is a party's own, and whoever was told what the text passes on.
        if (document.Annotated.Parties.Any(party => party.Kind is PartyTermKind.Press or PartyTermKind.StateMedia && party.Span.Overlaps(tree.Span(subject))) || document.Text.Contains($" told {phrase}", StringComparison.Ordinal)) { return true; }
        if (document.Annotated.Parties.Any(party => party.Party.Kind is not PartyKind.Body && party.Span.Overlaps(tree.Span(subject)))) { return false; }
        var isTitle = tree.IsName(subject) && tree.Children(subject).Any(child => tree.Is(child, "the")); // "the Sentinel", whatever the models took it for
        return !strict && (isTitle || IsAcronym(tree, subject) || !document.Annotated.Entities.Any(entity => entity.Type is EntityType.Person or EntityType.Role or EntityType.Place && entity.Span.Contains(tree.Span(subject))));
    }

    private static bool IsAcronym(GrammarTree tree, int t) => tree.Form(t).Length > 2 && !tree.Form(t).ContainsAnyExceptInRange('A', 'Z');

    // "Ms Bell noted that the mission had not been able to verify that figure": observers on what another says.
    private static bool IsObservers(GrammarTree tree, int verb) => tree.IsVerb(verb) && tree.Child(Root(tree, verb), "nsubj") is >= 0 and var subject && !tree.IsPronoun(subject)
        && (WordLists.Checking["checker"].Contains(tree.Lemma(subject).ToLowerInvariant()) || IsAcronym(tree, subject)) && tree.Child(verb, "dobj") is >= 0 and var claim
        && (WordLists.Checking["claim"].Contains(tree.Lemma(claim)) || tree.Children(claim).Any(child => tree.Is(child, "this", "that", "these", "those")));

    // Somebody else's doubts are what somebody says, and no caveat of the document's.
    private static bool IsAnothers(DocumentView document, GrammarTree tree, TokenRange sentence, int t)
    {
        if (IsObservers(tree, t)) { return false; }
        var at = tree.Span(t).Start;
        var line = tree.Span(sentence);
        return document.Statements.Any(statement =>
            statement.Kind is StatementKind.Direct or StatementKind.Indirect or StatementKind.Mixed
            && statement.Content.Any(span => span.Contains(at)) && statement.Source is { } source && source.Name != document.Document.Outlet && !source.Name.Equals("we", StringComparison.OrdinalIgnoreCase)
            && statement.Cue is { } cue && !(cue.Span.Start <= at && at < cue.Span.End) && line.Overlaps(cue.Span));
    }

    // "At first it could not be verified, but since then …"
    private static bool IsOvercome(GrammarTree tree, TokenRange sentence, int t) => Enumerable.Range(sentence.Start, t - sentence.Start).Any(before => tree.Is(before, "initially") || (tree.Is(before, "first") && tree.Is(before - 1, "at")))
        && Enumerable.Range(t, sentence.End - t).Any(after => tree.Is(after, "but", "until", "since", ";"));
}
