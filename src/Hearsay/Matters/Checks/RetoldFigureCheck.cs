using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Hearsay.Language;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>One speaker's two counts of one thing in one document: 62 on Monday, 58 on Thursday, where what was counted cannot have become fewer.</summary>
internal sealed partial class RetoldFigureCheck : IDocumentCheck
{
    private const double Least = 3;
    private const double MostApart = 3;  // further apart they count different things
    private const int MostCompared = 300;

    // What there is at a time may fall; what has happened may not.
    private static readonly FrozenSet<string> States = FrozenSet.ToFrozenSet(["be", "have", "hold", "remain", "keep", "stay", "serve", "work", "live", "await", "wait", "need", "miss", "face", "want", "own", "employ", "stand", "lack", "require", "expect", "seek", "fight", "stop", "continue", "get", "do", "make", "use", "see", "run", "lead", "vote", "win", "support", "believe", "think", "say", "know"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Deeds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["die"] = "kill", ["perish"] = "kill", ["murder"] = "kill", ["seize"] = "capture", ["take"] = "capture", ["repatriate"] = "return", ["come"] = "return", ["go"] = "return", ["bring"] = "return", ["detain"] = "arrest", ["injure"] = "wound", ["hurt"] = "wound",
        ["release"] = "free", ["liberate"] = "free", ["enlist"] = "recruit", ["swap"] = "exchange", ["propose"] = "offer", ["flee"] = "escape", ["leave"] = "escape", ["contain"] = "list", ["comprise"] = "list", ["name"] = "list", ["include"] = "list",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Words for people that leave open which: 62 men and 58 soldiers may be the same.
    private static readonly FrozenSet<string> Anyone = FrozenSet.ToFrozenSet(["peopl", "people", "person", "men", "man", "soldier", "servicemen", "serviceman", "troop", "prison", "prisoner", "pow", "fighter", "captiv", "captive", "detaine", "detainee"], StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        if (document.Tree is not { } tree) { yield break; }
        var counts = Counts(document, tree);
        for (var i = 0; i < counts.Count; i++)
        {
            var later = counts.Skip(i + 1).FirstOrDefault(other => Conflict(document, counts[i], other));
            if (later is null) { continue; }
            yield return Report(document, counts[i], later);
            yield break; // the same two numbers come again and again
        }
    }

    private static List<Told> Counts(DocumentView document, GrammarTree tree)
    {
        var counts = new List<Told>();
        foreach (var line in document.Lines)
        {
            foreach (var figure in line.Figures.Where(figure => figure.Kind is FigureKind.Count && (figure.Value ?? figure.Low ?? figure.High) is >= Least).Take(MostCompared - counts.Count))
            {
                if (IsAside(document, line, figure)) { continue; }
                if (Put(document, tree, line, figure) is { } put) { counts.Add(put); }
                else if (figure.Of is { } of && SpeakerOf(document, figure) is { } statement && DeedOf(tree, figure, out var noun) is { } deed)
                {
                    counts.Add(new Told(figure, line, NameOf(statement.Source!), statement, deed, StemsOf(document, of), noun));
                }
            }
        }

        return counts;
    }

    // "It had put the number of those who returned at 203": a count without what is counted behind it.
    private static Told? Put(DocumentView document, GrammarTree tree, Line line, Figure figure)
    {
        if (figure.Of is not null || tree.HeadOf(figure.Span) is not (>= 0 and var number)) { return null; }
        var verb = number;
        for (var steps = 0; verb >= 0 && steps < 4 && !tree.Is(verb, "put", "puts", "gave", "given", "set", "estimated"); steps++) { verb = tree.Head(verb); }
        if (verb < 0 || !tree.IsVerb(verb) || tree.Child(verb, "dobj") is not (>= 0 and var quantity) || !tree.Is(quantity, "number", "toll", "figure", "count", "total") || tree.Child(verb, "nsubj") is not (>= 0 and var subject)) { return null; }
        // Who goes on as "it" or "they" spoke last.
        var speaker = (document.Annotated.References?.At(subject)?.Referent is { IsNamed: true } known ? known.Name : null) ?? (tree.IsPronoun(subject) ? document.Statements.LastOrDefault(statement => statement.Start < line.Span.Start && statement.Source is not null)?.Source!.Name : null);
        if (speaker is null) { return null; }
        var counted = tree.Children(quantity).FirstOrDefault(child => tree.Relation(child) is "nmod", -1);
        var deed = counted >= 0 && tree.Child(counted, "acl", "acl:relcl") is >= 0 and var did ? Deeds.GetValueOrDefault(tree.Lemma(did), tree.Lemma(did)) : tree.Is(quantity, "toll") ? "kill" : null;
        if (deed is null || States.Contains(deed)) { return null; }
        var noun = counted >= 0 && tree.IsNoun(counted) ? tree.Lemma(counted) : "people";
        return new Told(figure, line, speaker, null, deed, [noun == "people" ? "people" : Stemmer.Stem(noun)], noun);
    }

    // The innermost statement that claims it; "spoke of 58 soldiers who …" may hold it in its cue.
    private static Statement? SpeakerOf(DocumentView document, Figure figure) => document.Statements
        .Where(statement => (statement.Content.Any(span => span.Contains(figure.Span)) || statement.Cue?.Span.Contains(figure.Span) is true)
            && statement is { Kind: not StatementKind.Narrated, Polarity: Polarity.Affirmed, Certainty: not Certainty.Forecast, Source.Name.Length: > 2 } && MatterView.IsClaim(statement))
        .MinBy(statement => statement.Content.Sum(span => span.Length));

    private static string NameOf(StatementSource source) => source.Name.StartsWith("same ", StringComparison.Ordinal) ? source.Name[5..] : source.Name;

    private static HashSet<string> StemsOf(DocumentView document, TextSpan of) => [.. WordScanner.Scan(document.Text, of).Select(word => Stemmer.Stem(word.Lower))];

    // What befell or did the counted: the verb that they are subject or object of, or that stands behind them ("58 soldiers who had defected").
    private static string? DeedOf(GrammarTree tree, Figure figure, out string noun)
    {
        var head = tree.HeadOf(figure.Of!.Value);
        noun = head >= 0 ? tree.Lemma(head) : "";
        if (head < 0) { return null; }
        var verb = tree.Child(head, "acl", "acl:relcl");
        if (verb < 0 || !tree.IsVerb(verb)) { verb = tree.Relation(head) is "nsubj" or "nsubjpass" or "dobj" ? tree.Head(head) : -1; }
        if (verb < 0 || !tree.IsVerb(verb) || tree.Children(verb).Any(child => tree.Relation(child) is "neg" || tree.Tag(child) is "MD")) { return null; }
        var lemma = tree.Lemma(verb);
        return Deeds.GetValueOrDefault(lemma, lemma) is var deed && States.Contains(deed) ? null : deed;
    }

    private static bool Conflict(DocumentView document, Told one, Told two)
    {
        if (one.Line == two.Line || one.Speaker != two.Speaker || (one.Statement is not null && one.Statement == two.Statement) || one.Deed != two.Deed || !AreAlike(one, two)) { return false; }
        var (a, b) = (Bounds.Of(one.Figure), Bounds.Of(two.Figure));
        if (a.Meets(b) || Size(one) / Size(two) is > MostApart or < 1 / MostApart || DifferInPlaceOrTime(document, one, two)) { return false; }
        if (IsBefore(document, one) != IsBefore(document, two)) { return Fell(IsBefore(document, one) ? one : two, IsBefore(document, one) ? two : one); }
        return DayOf(one) is { } day && DayOf(two) is { } other && day != other && Fell(day < other ? one : two, day < other ? two : one);
    }

    // A count that grew is a development.
    private static bool Fell(Told first, Told last) => Size(last) < Size(first);

    private static DateOnly? DayOf(Told told) => told.Statement is { SaidOn: { Basis: not SaidOnBasis.Unknown, Value: var day } } ? SayingReference.DayOf(day) : null;

    private static bool AreAlike(Told one, Told two)
    {
        if (one.Noun != two.Noun && !(one.Words.Any(Anyone.Contains) && two.Words.Any(Anyone.Contains))) { return false; }
        return one.Words.Except(two.Words).All(Anyone.Contains) || two.Words.Except(one.Words).All(Anyone.Contains);
    }

    private static bool DifferInPlaceOrTime(DocumentView document, Told one, Told two)
    {
        string[] Places(Told told) => [.. document.Annotated.Places.Where(place => told.Line.Span.Contains(place.Span)).Select(place => place.Name)];
        string[] Times(Told told) => [.. (told.Statement?.Dates ?? []).Where(date => date.Span != told.Statement!.SaidOn.Span).Select(date => date.Value)];
        bool Apart(string[] left, string[] right) => left.Except(right).Any() && right.Except(left).Any();
        return Apart(Places(one), Places(two)) || (Times(one), Times(two)) is ({ Length: > 0 } left, { Length: > 0 } right) && Apart(left, right);
    }

    // "had earlier spoken of", "in an earlier post", "previously"
    private static bool IsBefore(DocumentView document, Told told) => Earlier().IsMatch(told.Line.Span.In(document.Text));

    // "Another 58", "seven of them", "58 more": a part, or something beside it.
    private static bool IsAside(DocumentView document, Line line, Figure figure)
    {
        var text = document.Text;
        var before = text.AsSpan(line.Span.Start, figure.Span.Start - line.Span.Start);
        var after = text.AsSpan(figure.Span.End, Math.Max(0, Math.Min(16, line.Span.End - figure.Span.End)));
        return Aside().IsMatch(before.Length > 24 ? before[^24..] : before) || after.StartsWith(" of them") || after.StartsWith(" more") || after.StartsWith(" others") || Supposing().IsMatch(before) || Stages().IsMatch(line.Span.In(text));
    }

    private static double Size(Told told) => told.Figure.Value ?? told.Figure.Low ?? told.Figure.High ?? 0;

    private static Finding Report(DocumentView document, Told one, Told two)
    {
        string Words(Told told) => told.Figure.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        return Finding.Of(
            FindingKind.FiguresDisagree, Severity.Warning, $"{one.Speaker} gives “{Words(one)}” in one place and “{Words(two)}” in another for the same quantity; both cannot hold.",
            new[] { one.Statement, two.Statement }.OfType<Statement>().Select(statement => statement.Id), [document.Evidence(one.Line.Span), document.Evidence(two.Line.Span), document.Evidence(one.Figure.Span), document.Evidence(two.Figure.Span)],
            Calculation.Of($"{Bounds.Of(one.Figure)} and {Bounds.Of(two.Figure)} have no value in common", "quantity", (one.Figure.Of ?? two.Figure.Of)?.SliceOf(document.Text).ReplaceLineEndings(" ") ?? one.Noun, "one", Words(one), "other", Words(two)));
    }

    /// <summary>A count with who gives it and what it counts.</summary>
    private sealed record Told(Figure Figure, Line Line, string Speaker, Statement? Statement, string Deed, HashSet<string> Words, string Noun);

    [GeneratedRegex(@"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at first|before that|originally|(?:had|has) (?:put|spoken|given|said|reported|told|claimed|counted|announced|named|written))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(?:another|additional|further|other|extra|remaining|at least one of|out of|of the|of these|of those|among)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\b(?:would|could|might|if|unless|plans?|planned|hopes?|aims?|expected|projected|promised)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Supposing();

    // Counts of stages: "on the first day", "in the second exchange", "as of May", "per month".
    [GeneratedRegex(@"\b(?:as of|per (?:day|week|month|year)|a (?:day|week|month|year)|each|every|the (?:first|second|third|fourth|last|next|latest) (?:day|stage|exchange|group|swap|round|wave|time)|again|this time|that day|the same day|since then|in (?:19|20)\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stages();
}
