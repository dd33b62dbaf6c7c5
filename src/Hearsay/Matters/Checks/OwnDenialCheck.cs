using System.Text.RegularExpressions;
using Hearsay.Documents;

namespace Hearsay.Matters.Checks;

/// <summary>Where a document calls a claim false in its own voice, as ministries' posts do: "The claims of the other side that … are a fabrication."</summary>
internal sealed partial class OwnDenialCheck : IDocumentCheck
{
    private const int Quoted = 180;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        foreach (var line in document.Lines.Where(line => line.Role is not BlockRole.Headline))
        {
            var match = CallsFalse().Match(document.Text, line.Span.Start, line.Span.Length);
            if (!match.Success || IsSaid(document, match.Groups["false"].Index)) { continue; }
            var words = line.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
            if (words.Length > Quoted) { words = words[..words.LastIndexOf(' ', Quoted)] + " …"; }
            yield return Finding.Of(
                FindingKind.Denied, Severity.Notice, $"{document.Name} itself calls a claim false: “{DeniedCheck.Bare(words)}”.", document.StatementsAt(line.Span), [document.Evidence(line.Span)]);
        }
    }

    // What somebody is quoted with is that somebody's; a cue that is the claim's own name ("the claims of …") quotes the one who is contradicted.
    private static bool IsSaid(DocumentView document, int at) => document.Statements.Any(statement =>
        statement.Cue is { } cue && !ClaimNoun().IsMatch(cue.Span.In(document.Text)) && statement.Content.Any(span => span.Contains(at)));

    private const string Nouns = @"(?:claims?|reports?|allegations?|accusations?|assertions?|rumou?rs?|statements?)";

    [GeneratedRegex(@"\b" + Nouns + @"\b (?:of|by|from|that|about|made|spread|circulated|published|in)\b[^.!?;“”""]{5,220}? (?:is|are|was|were) (?:(?:a|an|all|pure|complete|completely|total|totally|entirely|simply|just|utter|utterly|another|absolutely|categorically|deliberate|blatant|not) ){0,3}(?<false>fabricat(?:ed|ions?)|invented|false|untrue|fakes?|baseless|groundless|unfounded|nonsense|lies?|fiction|hoax|disinformation|(?<=not )true)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CallsFalse();

    [GeneratedRegex(Nouns, RegexOptions.IgnoreCase)]
    private static partial Regex ClaimNoun();
}
