using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Matters.Origins;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Claims that end in a source whom the document does not name, although it is one person or a few who have a name: one finding a source.</summary>
/// <remarks>
/// Signs are added up: what the phrase says of whoever speaks (<see cref="NamelessPerson"/>), whether the text says that a name is kept back (<see cref="KeptName"/>), and whether what is said can be checked at all. Two signs make a
/// finding: that a baker likes the weather rests on nobody's name.
/// </remarks>
internal sealed class AnonymousCheck : IDocumentCheck
{
    private const int Enough = 2;
    private const int Shown = 6;
    private const int LongestQuote = 110;
    private const int ShortestClaim = 12;
    private const int SentencesBack = 4; // to whom a pronoun means

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        if (document.Tree is not { } tree) { yield break; }
        var found = new List<TextSpan>();
        var speakers = document.Statements.Where(statement => statement.Block is not BlockRole.Comment && Puts(statement) && !Undone.Is(tree, tree.HeadOf(statement.Cue!.Span)))
            .Select(statement => (Statement: statement, Person: Speaker(document, tree, statement))).Where(each => each.Person is not null)
            .GroupBy(each => PartyNames.Fold(each.Statement.Source!.Name), StringComparer.Ordinal);
        foreach (var speaker in speakers.OrderBy(group => group.First().Statement.Content[0].Start))
        {
            var told = speaker.Where(each => Weight(document, tree, each.Statement, each.Person!) >= Enough).ToList();
            if (told.Count == 0) { continue; }
            found.AddRange(speaker.SelectMany(each => each.Statement.Content.Append(each.Person!.Phrase)));
            var words = told.MaxBy(each => each.Person!.Phrase.Length).Person!.Phrase.SliceOf(document.Text);
            yield return Finding.Of(
                FindingKind.AnonymousOrigin, Severity.Notice,
                $"What {document.NameWithin} reports here rests on a source that it does not name: “{Quoted(words)}”.",
                speaker.Select(each => each.Statement.Id),
                speaker.Take(Shown).SelectMany(each => each.Statement.Content.Concat([each.Person!.Phrase]).Concat(each.Statement.Source!.Span is { } span && !span.Overlaps(each.Person!.Phrase) ? [span] : [])).Select(document.Evidence));
        }

        foreach (var statement in document.Statements.Where(statement => statement is { Source: null, Act: StatementAct.Says } && statement.Block is not BlockRole.Comment && IsNobodys(tree, statement)))
        {
            yield return Finding.Of(
                FindingKind.AnonymousOrigin, Severity.Notice, $"{document.Name} does not say whose word this is: “{Quoted(statement.Content[0].SliceOf(document.Text))}”.",
                [statement.Id], statement.Content.Append(statement.Cue!.Span).Select(document.Evidence));
        }

        foreach (var line in document.Lines.Where(line => line.Role is not BlockRole.Headline && !found.Exists(span => span.Overlaps(line.Span))))
        {
            if ((Supplier(document, tree, line) ?? Hidden(document, tree, line, found)) is not { } finding) { continue; }
            found.Add(line.Span);
            yield return finding;
        }
    }

    // Whoever refuses to say, or says nothing, gives no claim.
    private static bool Puts(Statement statement) => statement is { Act: StatementAct.Says or StatementAct.Believes, Source: not null, Cue: not null } && statement.Cue.Lemma is not ("decline" or "refuse" or "ask");

    private static NamelessPerson? Speaker(DocumentView document, GrammarTree tree, Statement statement)
    {
        var source = statement.Source!;
        if (source.Span is not { } span) { return null; }
        var range = tree.Range(span);
        var head = tree.HeadOf(range);
        // What many believe of whom it is said in passing ("voters who think that …") is no claim of theirs.
        if (statement.Act is StatementAct.Believes && head >= 0 && tree.Is(head, "who", "that")) { return null; }
        if (head >= 0 && tree.Is(head, "who", "which", "that") && tree.Relation(tree.Head(head)) is "acl:relcl" or "acl") { head = tree.Head(tree.Head(head)); }
        else if (head >= 0 && (tree.IsPronoun(head) || tree.Is(head, "who")))
        {
            head = PartyNames.IsNameless(source) ? Antecedent(tree, head, source.Name) : -1;
        }

        var person = NamelessPerson.At(tree, head);
        if (person is null && head >= 0 && !NamelessPerson.IsHuman(tree, head) && !tree.IsName(head))
        {
            // A time of day or an opening phrase may stand before whom the span names.
            for (var t = range.Start; person is null && t < range.End && !tree.IsFinite(t); t++)
            {
                if (NamelessPerson.IsHuman(tree, t) && tree.Relation(t) is "nsubj" or "root" or "dep" or "appos" or "nmod" && tree.Child(t, "det", "nummod") >= 0) { person = NamelessPerson.At(tree, t); }
            }
        }

        return person is null || IsNamedElsewhere(document, tree, source, person) ? null : person;
    }

    private static int Antecedent(GrammarTree tree, int pronoun, string name)
    {
        var last = name.ToLowerInvariant().Split(' ').TakeWhile(word => word is not ("of" or "in" or "who" or "from")).LastOrDefault() ?? "";
        var from = tree.Document.Sentences[Math.Max(0, tree.SentenceOf(pronoun) - SentencesBack)].FirstToken;
        var best = -1;
        for (var t = pronoun - 1; t >= from; t--)
        {
            if (tree.Lower(t) == last && NamelessPerson.IsHuman(tree, t)) { best = t; if (tree.Children(t).Any(child => tree.Is(child, "a", "an", "one"))) { break; } }
        }

        return best;
    }

    // Where references have found a name, or the same breath or the next introduces one: "A stoker told the court so; Ivar Dahl, 31, was heard".
    private static bool IsNamedElsewhere(DocumentView document, GrammarTree tree, StatementSource source, NamelessPerson person)
    {
        var sentence = tree.SentenceOf(person.Top);
        if (!person.IsNew && source is { Type: SourceType.Person, Entity: { } id } && document.Annotated.Entities.Any(entity => entity.Id == id && entity.Type is EntityType.Person && !entity.Span.Overlaps(person.Phrase) && entity.Span.SliceOf(document.Text).Any(char.IsUpper))) { return true; }
        if (!person.IsFewOrOne || person.Weight >= Enough) { return false; }
        var end = document.Annotated.Sentences[Math.Min(sentence + 1, document.Annotated.Sentences.Length - 1)].Span.End;
        return document.Annotated.Entities.Any(entity => entity.Type is EntityType.Person && entity.Span.Start > person.Phrase.End && entity.Span.End < end && IsIntroduced(document, tree, entity));
    }

    // A whole name that stands here first, with an age or a trade after it, and no words of its own.
    private static bool IsIntroduced(DocumentView document, GrammarTree tree, Entity entity)
    {
        var name = entity.Span.SliceOf(document.Text);
        var range = tree.Range(entity.Span);
        return range.End - range.Start > 1 && tree.Is(range.End, ",") && (tree.Tag(range.End + 1) is "CD" || tree.Is(range.End + 1, "a", "an"))
            && document.Text.IndexOf(name[(name.LastIndexOf(' ') + 1)..], StringComparison.Ordinal) >= entity.Span.Start
            && !document.Statements.Any(statement => statement.Source?.Span is { } span && span.Overlaps(entity.Span));
    }

    private static int Weight(DocumentView document, GrammarTree tree, Statement statement, NamelessPerson person)
    {
        var weight = person.Weight;
        if (weight >= Enough) { return weight; }
        if (IsKept(document, tree, statement, person)) { weight += 2; }
        return person.IsFewOrOne && (statement.Act is StatementAct.Says || statement.Figures.Length > 0) && IsCheckable(document, tree, statement) ? weight + 1 : weight;
    }

    // In the sentence, in the next of its paragraph where that goes on with a pronoun, or before: "All of them asked us not to use their names".
    private static bool IsKept(DocumentView document, GrammarTree tree, Statement statement, NamelessPerson person)
    {
        var sentences = document.Annotated.Sentences;
        var at = tree.SentenceOf(person.Top);
        var last = Math.Max(at, tree.SentenceOf(tree.Range(statement.Content[^1]).Start));
        for (var s = Math.Max(0, at - 1); s <= Math.Min(sentences.Length - 1, last + 1); s++)
        {
            if (sentences[s].Block != sentences[at].Block) { continue; }
            var range = new TokenRange(sentences[s].FirstToken, sentences[s].FirstToken + sentences[s].TokenCount);
            var word = KeptName.In(tree, range);
            if (word < 0) { continue; }
            if (s >= at && s <= last) { return true; }
            var first = tree.Is(range.Start, "\"", "“", "``") ? range.Start + 1 : range.Start;
            if (s > last && (tree.Is(first, "he", "she", "they") || tree.Lower(first) is "the" && tree.Lemma(first + 1) == tree.Lemma(person.Head))) { return true; }
            if (s < at && Enumerable.Range(range.Start, 3).Any(t => tree.Is(t, "all", "both", "none", "each", "neither"))) { return true; }
        }

        return false;
    }

    // A number, an event, a deed, or something that somebody else did or suffered: what is so or is not.
    private static bool IsCheckable(DocumentView document, GrammarTree tree, Statement statement)
    {
        if (statement.Content.Sum(span => span.Length) < ShortestClaim) { return false; }
        if (statement.Figures.Length > 0 || statement.Events.Length > 0 || statement.Content.Any(span => TellsDeed(tree, span))) { return true; }
        var root = tree.HeadOf(statement.Content[0]);
        return root >= 0 && tree.Tag(root) is "VBD" or "VBN" && tree.Lemma(root) is not ("be" or "have" or "think" or "want" or "feel" or "hope") && !tree.Children(root).Any(child => tree.Tag(child) is "MD")
            && tree.Child(root, "nsubj", "nsubjpass") is >= 0 and var who && !tree.Is(who, "he", "she", "they", "i", "we");
    }

    private static bool TellsDeed(GrammarTree tree, TextSpan span)
    {
        var range = tree.Range(span);
        return Enumerable.Range(range.Start, range.End - range.Start).Any(t => tree.IsVerb(t) && Deeds.Of(tree.Lemma(t)).Count > 0);
    }

    // "It has been claimed that …"
    private static bool IsNobodys(GrammarTree tree, Statement statement)
    {
        if (statement.Cue is not { } cue || tree.HeadOf(cue.Span) is not (>= 0 and var verb)) { return false; }
        return tree.Tag(verb) is "VBN" && tree.Lemma(verb) is "claim" or "allege" or "rumour" or "rumor" or "whisper" && tree.Child(verb, "auxpass") >= 0
            && !tree.Children(verb).Any(child => tree.Relation(child) is "nmod" or "neg" or "nmod:agent" && (tree.Relation(child) is "neg" || tree.Children(child).Any(mark => tree.Is(mark, "by"))));
    }

    // Whom somebody who is credited has it from, and who gives a number or words without a verb of saying.
    private static Finding? Supplier(DocumentView document, GrammarTree tree, Line line)
    {
        var range = tree.Range(line.Span);
        for (var t = range.Start; t < range.End; t++)
        {
            if (!NamelessPerson.IsHuman(tree, t)) { continue; }
            var top = tree.Relation(t) is "nmod" && tree.Head(t) is >= 0 and var one && tree.Is(one, "one", "two", "several", "another") ? tree.Head(t) : t;
            if (NamelessPerson.At(tree, top) is not { } person) { continue; }
            var role = Role(document, tree, range, person);
            var weight = role + person.Weight + (role > 0 && KeptName.In(tree, range) >= 0 ? 2 : 0);
            if (role == 0 || weight < Enough || (!person.IsFewOrOne && (role < Enough || tree.Child(person.Head, "det") >= 0) && weight < Enough + role)) { continue; }
            return Finding.Of(
                FindingKind.AnonymousOrigin, Severity.Notice,
                $"What {document.NameWithin} reports here leads to a source that nobody names: “{Quoted(person.Phrase.SliceOf(document.Text))}”.",
                document.StatementsAt(line.Span), [document.Evidence(line.Span)]);
        }

        return null;
    }

    // How a person stands to what is told: 1 for giving it, 2 where the words can mean nothing else, 0 for neither.
    private static int Role(DocumentView document, GrammarTree tree, TokenRange range, NamelessPerson person)
    {
        var governor = tree.Head(person.Top);
        if (governor < 0) { return 0; }
        var relation = tree.Relation(person.Top);
        var lemma = tree.Lemma(governor);
        if (relation is "dobj" && WordLists.People["cite"].Contains(lemma)) { return IsBorrowed(tree, person) ? 0 : 1; }
        if (relation is "nmod" && tree.Children(person.Top).Any(mark => tree.Is(mark, "from", "to")))
        {
            var isTold = lemma is "claim" or "write" or "know" or "learn" or "hear" || (WordLists.People["come"].Contains(lemma) && tree.Children(governor).Any(child => tree.Relation(child) is "nsubj" or "dobj" or "nsubjpass" && IsTidings(tree, child))) || (IsTidings(tree, governor) && !tree.IsPronoun(governor))
                || (lemma is "attribute" or "credit" or "ascribe" && tree.Children(governor).Any(child => tree.Relation(child) is "nsubjpass" or "dobj" && IsTidings(tree, child)));
            var marks = lemma is "attribute" or "credit" or "ascribe" ? "to" : "from";
            return isTold && tree.Children(person.Top).Any(mark => tree.Is(mark, marks)) ? tree.Child(person.Head, "acl:relcl") >= 0 ? 2 : 1 : 0;
        }

        // What somebody else says of a man who says something is his word and not the man's.
        if (document.Statements.Any(statement => statement.Source is not null && statement.Content.Any(content => content.Overlaps(tree.Span(person.Top))))) { return 0; }
        if (relation is "nsubj" && WordLists.People["say"].Contains(lemma) && KeptName.In(tree, range) >= 0) { return 1; }
        if (relation is not "nsubj" || !tree.IsVerb(governor) && tree.Child(governor, "cop") < 0 || tree.Children(governor).Any(child => tree.Relation(child) is "neg")) { return 0; }
        if (WordLists.People["reckon"].Contains(lemma) && document.Annotated.Figures.Any(figure => figure.Span.Start > tree.Span(governor).Start && figure.Span.End <= tree.Span(range.End - 1).End)) { return 1; }
        // "An aide was more open: “…”"
        for (var t = governor + 1; t + 1 < range.End; t++)
        {
            if (tree.Is(t, ":") && tree.IsQuotationMark(t + 1)) { return 1; }
        }

        return 0;
    }

    // "Cited a source for his claim" shows where something is written.
    private static bool IsBorrowed(GrammarTree tree, NamelessPerson person) => tree.Is(person.Head, "source", "sources") && tree.Children(person.Top).Any(child => tree.Relation(child) is "nmod" && tree.Children(child).Any(mark => tree.Is(mark, "for", "of")));

    private static bool IsTidings(GrammarTree tree, int t) => WordLists.People["tidings"].Contains(tree.Lemma(t)) || tree.Is(t, "it", "this", "that", "what", "which");

    // The text says that a name is kept back, and whoever it is says something there or right after.
    private static Finding? Hidden(DocumentView document, GrammarTree tree, Line line, List<TextSpan> found)
    {
        var word = KeptName.In(tree, tree.Range(line.Span));
        if (word < 0) { return null; }
        var next = document.Lines.FirstOrDefault(other => other.Span.Start >= line.Span.End);
        var after = new TextSpan(line.Span.Start, next?.Span.End ?? line.Span.End);
        if (found.Exists(span => span.Overlaps(after)) || !Enumerable.Range(0, document.Statements.Length).Any(i => IsSomebodys(tree, document.Statements[i], after))) { return null; }
        return Finding.Of(
            FindingKind.AnonymousOrigin, Severity.Notice,
            $"What {document.NameWithin} reports here rests on somebody whose name is kept back: “{Quoted(line.Span.SliceOf(document.Text))}”.",
            document.StatementsAt(after), [document.Evidence(line.Span)]);
    }

    private static bool IsSomebodys(GrammarTree tree, Statement statement, TextSpan within) =>
        Puts(statement) && statement.Content.Any(content => content.Overlaps(within)) && PartyNames.IsNameless(statement.Source!) && (statement.Source!.Span is not { } span || (tree.HeadOf(span) is >= 0 and var head && (tree.IsPronoun(head) || tree.Is(head, "who") || NamelessPerson.IsHuman(tree, head))));

    private static string Quoted(string words)
    {
        words = words.ReplaceLineEndings(" ");
        if (words.Length > LongestQuote) { words = words[..words.LastIndexOf(' ', LongestQuote)] + " …"; }
        return DeniedCheck.Bare(words);
    }
}
