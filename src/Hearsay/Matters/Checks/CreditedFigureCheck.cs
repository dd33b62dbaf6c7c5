using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Language.Figures;
using Hearsay.Matters.Origins;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>
/// One figure that a text calls somebody's ("the government's figure of 900", "the figure of 118, which comes from the General Staff") and credits to somebody else in another place, where nothing joins the two; and what is
/// credited to somebody of whom the text says that he said nothing of the kind.
/// </summary>
internal sealed class CreditedFigureCheck : IDocumentCheck
{
    private const double Least = 10;   // smaller numbers are given by many
    private const int MostSteps = 2;   // from a figure up to what it is called
    private const int MostCredits = 200;
    private const int LinesOn = 2;     // to where somebody disowns it
    private const int LinesBack = 2;   // to what is credited

    private static readonly FrozenSet<string> Called = WordLists.Crediting["figure"], From = WordLists.Crediting["from"], To = WordLists.Crediting["to"], Make = WordLists.Crediting["make"], Says = WordLists.Crediting["says"], Nothing = WordLists.Crediting["nothing"], Disown = WordLists.Crediting["disown"], Bodies = WordLists.Crediting["body"];

    private sealed record Credit(double Value, string? Noun, string Name, string? Id, int Line, bool IsOwner, Statements.Statement? Statement);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        if (document.Tree is not { } tree) { yield break; }
        foreach (var same in Credits(document, tree).Take(MostCredits).GroupBy(credit => credit.Value).Where(group => group.Any(credit => credit.IsOwner)))
        {
            var all = same.ToList();
            if (all.Find(credit => credit.IsOwner && all.Exists(other => AreTwo(document, credit, other))) is not { } owner) { continue; }
            yield return Report(document, owner, all.Find(other => AreTwo(document, owner, other))!);
        }

        foreach (var finding in Disowned(document, tree)) { yield return finding; }
    }

    private static IEnumerable<Credit> Credits(DocumentView document, GrammarTree tree)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            foreach (var figure in document.Lines[i].Figures.Where(figure => figure.Kind is FigureKind.Count or FigureKind.Money && figure.Value >= Least))
            {
                var noun = figure.Of is { } of ? NounOf(tree, of) : null;
                if (OwnerOf(tree, figure) is >= 0 and var owner) { yield return new Credit(figure.Value!.Value, noun, NameOf(document, tree, owner), document.Annotated.References?.At(owner)?.Referent.Id, i, true, null); }
                else if (document.Statements.Where(statement => statement is { Source: { Name.Length: > 2, Basis: Statements.SourceBasis.Stated or Statements.SourceBasis.Inferred } } && statement.Content.Any(content => content.Contains(figure.Span))).MinBy(statement => statement.Content[^1].End - statement.Content[0].Start) is { } said)
                {
                    yield return new Credit(figure.Value!.Value, noun, said.Source!.Name, said.Source.Entity, i, false, said);
                }
            }
        }
    }

    private static string? NounOf(GrammarTree tree, TextSpan of) => tree.HeadOf(of) is >= 0 and var head ? Stemmer.Stem(tree.Lower(head)) : null;

    // Whose the words around a figure say that it is; -1 where they do not say.
    private static int OwnerOf(GrammarTree tree, Figure figure)
    {
        var noun = tree.HeadOf(figure.Span);
        for (var steps = 0; noun >= 0 && steps <= MostSteps; steps++, noun = tree.Head(noun))
        {
            if (steps > 0 && !Called.Contains(tree.Lemma(noun))) { continue; }
            if (Called.Contains(tree.Lemma(noun)) && tree.Child(noun, "nmod:poss") is >= 0 and var owner && !tree.IsPronoun(owner)) { return owner; }
            foreach (var clause in tree.Children(noun))
            {
                if (tree.Relation(clause) is "acl:relcl" && OfVerb(tree, clause) is >= 0 and var hand) { return hand; }
            }

            if (tree.Relation(noun) is "nsubj" or "nsubjpass" or "dobj" && OfVerb(tree, tree.Head(noun)) is >= 0 and var whose && (tree.Relation(noun) is not "dobj" || GivesTo(tree, tree.Head(noun)))) { return whose; }
        }

        return -1;
    }

    private static int OfVerb(GrammarTree tree, int verb)
    {
        if (!tree.IsVerb(verb) || tree.Children(verb).Any(child => tree.Relation(child) is "neg" || tree.Tag(child) is "MD")) { return -1; }
        var lemma = tree.Lemma(verb);
        if (From.Contains(lemma)) { return Named(tree, verb, "from"); }
        if (GivesTo(tree, verb)) { return Named(tree, verb, "to"); }
        if (!Make.Contains(lemma)) { return -1; }
        if (tree.Child(verb, "auxpass") >= 0) { return Named(tree, verb, "by") is >= 0 and var by ? by : Named(tree, verb, "in"); }
        return tree.Relation(verb) is "acl:relcl" && tree.Child(verb, "nsubj") is >= 0 and var subject && tree.IsName(subject) ? subject : -1;
    }

    // "Attributed to", "put down to"
    private static bool GivesTo(GrammarTree tree, int verb) => To.Contains(tree.Lemma(verb)) || (tree.Lemma(verb) is "put" && tree.Children(verb).Any(child => tree.Is(child, "down")));

    private static int Named(GrammarTree tree, int verb, string preposition)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Relation(child) is "nmod" && tree.Preposition(child) == preposition && (tree.IsName(child) || tree.Children(child).Any(tree.IsName))) { return child; }
        }

        return -1;
    }

    private static string NameOf(DocumentView document, GrammarTree tree, int head)
    {
        var start = head;
        foreach (var child in tree.Children(head))
        {
            if (child < head && tree.Relation(child) is "compound" or "amod" or "nmod:poss") { start = Math.Min(start, tree.Subtree(child).Start); }
        }

        var name = tree.Span(new TokenRange(start, head + 1)).SliceOf(document.Text).ReplaceLineEndings(" ");
        return name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
    }

    private static bool AreTwo(DocumentView document, Credit owner, Credit other) => other.Line != owner.Line && (owner.Id is null || owner.Id != other.Id) && !ToldLink.AreOne(owner.Name, other.Name)
        && (owner.Noun is null || other.Noun is null || owner.Noun == other.Noun || !char.IsLetter(owner.Noun[0]))
        && !PartyNames.IsGeneric(PartyNames.Fold(other.Name)) && other.Statement?.Chain.Any(hop => ToldLink.AreOne(hop.Name, owner.Name)) is not true && !AreJoined(document, owner.Name, other.Name);

    // A body and who speaks for it are named together somewhere; so are those of whom the one has it from the other.
    private static bool AreJoined(DocumentView document, string one, string other)
    {
        var (mine, its) = (PartyNames.Surname(one), PartyNames.Surname(other));
        return document.Lines.Any(line => line.Span.In(document.Text) is var words && words.Contains(mine, StringComparison.Ordinal) && words.Contains(its, StringComparison.Ordinal));
    }

    private static Finding Report(DocumentView document, Credit owner, Credit other)
    {
        var lines = new[] { owner.Line, other.Line }.Order().Select(line => document.Lines[line].Span).ToList();
        var number = owner.Value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        return Finding.Of(
            FindingKind.AttributionDiffers, Severity.Notice, $"{number} is called {owner.Name}'s in one place and credited to {other.Name} in another; nothing joins the two.",
            document.StatementsAt(lines), lines.Select(document.Evidence), Calculation.Of($"{owner.Name} ≠ {other.Name}", "figure", number));
    }

    // "It attributed the number to Usov. Usov has said nothing of the sort."
    private static IEnumerable<Finding> Disowned(DocumentView document, GrammarTree tree)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            var range = tree.Range(document.Lines[i].Span);
            for (var t = range.Start; t < range.End; t++)
            {
                if (!tree.IsVerb(t) || !GivesTo(tree, t) || Named(tree, t, "to") is not (>= 0 and var whose) || document.Annotated.References?.At(whose)?.Referent is not { IsNamed: true } referent) { continue; }
                if (Enumerable.Range(i + 1, LinesOn).FirstOrDefault(line => line < document.Lines.Length && Disowns(document, tree, line, referent.Id), -1) is not (>= 0 and var at)) { continue; }
                var last = at + 1 < document.Lines.Length && document.Lines[at + 1].Block == document.Lines[at].Block ? at + 1 : at;
                var spans = Enumerable.Range(Math.Max(0, i - LinesBack), last - Math.Max(0, i - LinesBack) + 1).Where(line => document.Lines[line].Block == document.Lines[i].Block || document.Lines[line].Block == document.Lines[at].Block).Select(line => document.Lines[line].Span).ToList();
                yield return Finding.Of(
                    FindingKind.AttributionDiffers, Severity.Warning, $"The text itself tells that what is credited to {referent.Name} is not what {referent.Name} said.",
                    document.StatementsAt(spans), spans.Select(document.Evidence));
            }
        }
    }

    private static bool Disowns(DocumentView document, GrammarTree tree, int line, string whose)
    {
        var range = tree.Range(document.Lines[line].Span);
        for (var t = range.Start; t < range.End; t++)
        {
            // "The organisation disowned it within a day."
            if (tree.IsVerb(t) && tree.Head(t) < 0 && Disown.Contains(tree.Lemma(t)) && tree.Child(t, "nsubj") is >= 0 and var who && tree.Child(t, "dobj") is >= 0 and var what && (tree.IsPronoun(what) || Called.Contains(tree.Lemma(what)))
                && !tree.Children(t).Any(child => tree.Relation(child) is "neg") && (document.Annotated.References?.At(who)?.Referent.Id == whose || (Bodies.Contains(tree.Lemma(who)) && tree.Children(who).Any(child => tree.Is(child, "the"))))) { return true; }
            if (tree.IsVerb(t) && tree.Head(t) < 0 && Says.Contains(tree.Lemma(t)) && tree.Child(t, "nsubj") is >= 0 and var subject && document.Annotated.References?.At(subject)?.Referent.Id == whose
                && tree.Children(t).Any(child => tree.Relation(child) is "dobj" or "neg" && Nothing.Contains(tree.Lower(child)) || tree.Relation(child) is "dobj" && tree.Child(child, "neg") >= 0)) { return true; }
        }

        return false;
    }
}
