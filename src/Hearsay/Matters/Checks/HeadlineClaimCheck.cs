using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>A headline that states as a fact what the text has only on one party's word, and another party's word against it: a headline that drops the "claims".</summary>
internal sealed partial class HeadlineClaimCheck : IDocumentCheck
{
    private const int LeastWords = 3;
    private const double Covered = 0.75; // share of the headline's words that the claim must have, by weight
    private const double Told = 0.6;     // and that no sentence of the document's own may have
    private const float LeastWeight = 1; // of a word that tells anything

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var headline = document.Lines.FirstOrDefault(line => line.Role is BlockRole.Headline);
        if (headline is null || Marks().IsMatch(headline.Span.In(document.Text)) || IsCredited(document, headline)) { yield break; }
        var words = StemsOf(document.Text, headline.Span);
        if (words.Count < LeastWords) { yield break; }
        var claim = document.Statements.FirstOrDefault(statement => statement.Block is not BlockRole.Headline && statement is { Kind: not StatementKind.Narrated, Polarity: Polarity.Affirmed, Source: { Name.Length: > 2, Side: not null } }
            && MatterView.IsClaim(statement) && Share(words, statement.Content.SelectMany(span => StemsOf(document.Text, span))) >= Covered);
        if (claim is null || document.Lines.Any(line => line != headline && !IsCredited(document, line) && Share(words, StemsOf(document.Text, line.Span)) >= Told)) { yield break; }
        if (document.Statements.FirstOrDefault(statement => Denies(document, statement, claim, words)) is not { } denial) { yield break; }
        var said = headline.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        yield return Finding.Of(
            FindingKind.HeadlineUnsupported, Severity.Notice,
            $"The headline of {document.NameWithin} states “{said}” as a fact; the text has it only from {claim.Source!.Name}, and {denial.Source!.Name} denies it.",
            [claim.Id, denial.Id], [document.Evidence(headline.Span), .. claim.Content.Select(document.Evidence), .. denial.Content.Select(document.Evidence)]);
    }

    // Somebody of another side denies what is claimed, or points to it.
    private static bool Denies(DocumentView document, Statement statement, Statement claim, Dictionary<string, float> words)
    {
        if (statement.Source is not { Name: var name, Side: var side } || name == claim.Source!.Name || side is null || side == claim.Source.Side || statement.Block is BlockRole.Headline) { return false; }
        var content = string.Join(' ', statement.Content.Select(span => span.SliceOf(document.Text)));
        if (statement.Polarity is Polarity.Denied) { return Pointing().IsMatch(content) || Share(words, statement.Content.SelectMany(span => StemsOf(document.Text, span))) >= 0.3; }
        return Negates().IsMatch(content) && Share(words, statement.Content.SelectMany(span => StemsOf(document.Text, span))) >= 0.5;
    }

    private static bool IsCredited(DocumentView document, Line line) => document.Statements.Any(statement => statement.Kind is not StatementKind.Narrated && statement.Act is StatementAct.Says or StatementAct.Shows
        && (statement.Content.Any(span => span.Overlaps(line.Span)) || statement.Cue is { } cue && line.Span.Contains(cue.Span)));

    private static Dictionary<string, float> StemsOf(string text, TextSpan span) =>
        WordScanner.Scan(text, span).Select(word => Stemmer.Stem(word.Lower)).Distinct(StringComparer.Ordinal).Select(stem => (stem, Weight: WordWeights.Of(stem))).Where(pair => pair.Weight >= LeastWeight).ToDictionary(pair => pair.stem, pair => pair.Weight, StringComparer.Ordinal);

    private static double Share(Dictionary<string, float> words, IEnumerable<KeyValuePair<string, float>> others)
    {
        var held = others.Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        return words.Where(pair => held.Contains(pair.Key)).Sum(pair => pair.Value) / words.Values.Sum();
    }

    // Words and marks by which a headline says that it is somebody's word.
    [GeneratedRegex(@"[:?""“”‘«]|(?<!\p{L})['’](?!s\b)|\b(?:says?|said|claim\w*|accus\w*|alleg\w*|report\w*|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|according|warn\w*|tells?|told|vow\w*|calls?|insist\w*|admit\w*|may|might|could|would|purported\w*|suspect\w*|reputed\w*|disput\w*|refut\w*|blam\w*|fact[- ]check|verdict|row|spat)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\W*(?:it|this|that|these|those|the|any|all)\b\W*(?:\p{L}+\W+)?(?:claims?|reports?|statements?|accusations?|allegations?|involvement|responsibility)?(?: as \W?.{1,60})?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"\b(?:no|not|never|nobody|none|nothing|n[o’']t)\b|n[’']t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negates();
}
