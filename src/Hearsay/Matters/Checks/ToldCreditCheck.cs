using System.Text.RegularExpressions;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Words that a text itself tells to be credited to two: "the remark was spoken not by the minister but by his deputy", "credited it to the prosecutor. In the letter the same sentence bears the signature of the prison service".</summary>
internal sealed partial class ToldCreditCheck : IDocumentCheck
{
    private const int LinesApart = 3;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        foreach (var twice in Twice(document)) { yield return twice; }
        for (var i = 0; i < document.Lines.Length; i++)
        {
            var words = Words(document, i);
            if (NotBy().Match(words) is { Success: true } corrected) { yield return Report(document, [i], corrected.Groups["one"].Value, corrected.Groups["two"].Value); }
            else if (Mistaken().Match(words) is { Success: true } mistaken && i + 1 < document.Lines.Length && document.Lines[i + 1].Block == document.Lines[i].Block && Owner().Match(Words(document, i + 1)) is { Success: true } owner)
            {
                yield return Report(document, [i, i + 1], mistaken.Groups["one"].Value, owner.Groups["two"].Value);
            }
            else if (Belongs().Match(words) is { Success: true } first && Second(document, i, first.Groups["one"].Value) is { } second) { yield return Report(document, [i, second.Line], first.Groups["one"].Value, second.Name); }
        }
    }

    // The same quotation in two mouths, as one text tells.
    private static IEnumerable<Finding> Twice(DocumentView document)
    {
        var quoted = document.Statements.Where(statement => statement is { Kind: StatementKind.Direct or StatementKind.Mixed, Source.Name.Length: > 2, Cue: not null, Block: Documents.BlockRole.Body })
            .SelectMany(statement => statement.Content.SelectMany(span => Quotations().Matches(span.SliceOf(document.Text)).Select(match => (Statement: statement, Words: Plain(match.Groups["words"].Value), At: span.Start + match.Index))))
            .Where(quote => quote.Words.Count(c => c == ' ') + 1 >= FewestWords);
        foreach (var same in quoted.GroupBy(quote => quote.Words, StringComparer.Ordinal))
        {
            var (first, _, at) = same.First();
            // One stretch of text may have been found twice.
            if (same.Any(quote => quote.Statement != first && quote.At == at) || same.FirstOrDefault(quote => quote.At - at > quote.Words.Length && WeighedFigures.AreTwo(first, quote.Statement) && !ToldLink.AreOne(first.Source!.Name, quote.Statement.Source!.Name)).Statement is not { } other) { continue; }
            yield return Finding.Of(
                FindingKind.AttributionDiffers, Severity.Notice, $"The same words are credited to {first.Source!.Name} in one place and to {other.Source!.Name} in another.",
                [first.Id, other.Id], document.Lines.Where(line => first.Content.Any(line.Span.Overlaps) || other.Content.Any(line.Span.Overlaps)).Select(line => document.Evidence(line.Span)), Calculation.Of($"{first.Source.Name} ≠ {other.Source.Name}"));
        }
    }

    private const int FewestWords = 5;

    private static string Plain(string quote) => string.Join(' ', WordScanner.Scan(quote, new TextSpan(0, quote.Length)).Select(word => word.Lower));

    [GeneratedRegex(@"[“""«](?<words>\p{Lu}[^”""»]{12,})[”""»]")]
    private static partial Regex Quotations();

    // To whom else the same words are credited, in the same paragraph.
    private static (int Line, string Name)? Second(DocumentView document, int line, string first)
    {
        for (var i = line + 1; i <= Math.Min(line + LinesApart, document.Lines.Length - 1) && document.Lines[i].Block == document.Lines[line].Block; i++)
        {
            if (Owner().Match(Words(document, i)) is { Success: true } owner && !ToldLink.AreOne(first, owner.Groups["two"].Value)) { return (i, owner.Groups["two"].Value); }
        }

        return null;
    }

    private static string Words(DocumentView document, int line) => document.Lines[line].Span.SliceOf(document.Text).ReplaceLineEndings(" ");

    private static Finding Report(DocumentView document, int[] lines, string one, string two)
    {
        // The words themselves stand just before, or where somebody is quoted with what they are about.
        var before = lines.Prepend(lines[0] - 1).Where(line => line >= 0 && document.Lines[line].Block == document.Lines[lines[0]].Block);
        var quoted = Quoted(document, lines[0]);
        if (quoted?.Source?.Name is { } name && !ToldLink.AreOne(name, two)) { one = name; }
        var spans = before.Distinct().Select(line => document.Lines[line].Span).Concat(quoted is null ? [] : document.Lines.Where(line => quoted.Content.Any(line.Span.Overlaps)).Select(line => line.Span)).Distinct().ToList();
        return Finding.Of(
            FindingKind.AttributionDiffers, Severity.Notice, $"The text itself tells that the same words are credited to two: {one.Trim()} and {two.Trim()}.",
            document.StatementsAt(spans), spans.Select(document.Evidence), Calculation.Of($"{one.Trim()} ≠ {two.Trim()}"));
    }

    // "The sentence about the barley": who is quoted with it.
    private static Statement? Quoted(DocumentView document, int line)
    {
        if (About().Match(Words(document, line)) is not { Success: true } match) { return null; }
        var stems = match.Groups["word"].Captures.Select(capture => Stemmer.Stem(capture.Value.ToLowerInvariant())).ToList();
        return document.Statements.FirstOrDefault(statement => statement is { Kind: StatementKind.Direct or StatementKind.Mixed, Source.Name: not null } && !statement.Content.Any(document.Lines[line].Span.Overlaps)
            && WordScanner.Scan(document.Text, statement.Content).Select(word => Stemmer.Stem(word.Lower)).ToHashSet(StringComparer.Ordinal) is var words && stems.TrueForAll(words.Contains));
    }

    [GeneratedRegex(@"\b" + Said + @" (?:about|on) (?:the )?(?<word>\p{Ll}{3,})(?: and (?:the )?(?<word>\p{Ll}{3,}))?")]
    private static partial Regex About();

    private const string Said = @"(?:remarks?|sentences?|words|quot(?:e|es|ation|ations)|statements?|phrases?|sayings?|line|lines|comments?)";
    private const string Who = @"(?:\p{Lu}[\p{L}-]+|(?:the|his|her|its|their|a|an|another) [\p{L}’'-]+)(?:,? (?:of |for |the )*[\p{L}’'-]+){0,5}?";

    [GeneratedRegex(@"\b" + Said + @"\b[^.;]{0,60}\b(?:was|were|is|had been) (?:spoken|said|made|uttered|written|given|coined|meant) not by (?<one>" + Who + @"),? but by (?<two>" + Who + @")(?=[,.;:]|$| who)")]
    private static partial Regex NotBy();

    [GeneratedRegex(@"\b" + Said + @"\b[^.;]{0,60}\b(?:was|were|had been) (?:(?:wrongly|mistakenly|falsely|erroneously) (?:attributed|credited|ascribed) to (?<one>" + Who + @")(?=[,.;:]|$)|(?:attributed|credited|ascribed) to (?<one>(?:him|her|them|" + Who + @")) (?:by mistake|in error|wrongly|mistakenly|erroneously))")]
    private static partial Regex Mistaken();

    [GeneratedRegex(@"\b" + Said + @"\b[^.;]{0,60}\b(?:belongs? to|(?:is|was|were|are) (?:given|credited|attributed|ascribed)(?: by [\p{L} ]{2,40}?)? to) (?<one>" + Who + @")(?=[,.;:]|$)|\b(?:credited|attributed|ascribed) (?:it|them|the " + Said + @"|this " + Said + @") to (?<one>" + Who + @")(?=[,.;:]|$)")]
    private static partial Regex Belongs();

    [GeneratedRegex(@"\b(?:bears? the (?:signature|name) of|signed by|(?:comes?|came|stems?) from|has it from|belongs? to|(?:credits?|attributes?|ascribes?) (?:it|them) to|was in fact (?:spoken|said|written) by|(?:is|was) (?:by|credited to|attributed to|ascribed to|given to)) (?<two>" + Who + @")(?=[,.;:]|$| and )")]
    private static partial Regex Owner();
}
