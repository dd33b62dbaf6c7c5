using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Matters.Origins;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Claims that end in a source whom the document does not name, although it is one person or a few who have a name: one finding a source.</summary>
internal sealed partial class AnonymousCheck : IDocumentCheck
{
    private const int Shown = 6;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var sources = document.Statements
            .Where(statement => statement.Block is not BlockRole.Comment && statement.Act is StatementAct.Says or StatementAct.Shows or StatementAct.Believes && statement.Source is { } source && IsAnonymous(document, statement, source))
            .GroupBy(statement => PartyNames.Fold(statement.Source!.Name), StringComparer.Ordinal);
        foreach (var source in sources.OrderBy(group => group.First().Content[0].Start))
        {
            var first = source.OrderByDescending(statement => statement.Source!.Span is { } span ? span.Length : 0).First();
            var words = first.Source!.Span is { } span ? span.SliceOf(document.Text).ReplaceLineEndings(" ") : first.Source.Name;
            if (words.Length > 110) { words = words[..words.LastIndexOf(' ', 110)] + " …"; }
            yield return Finding.Of(
                FindingKind.AnonymousOrigin, Severity.Notice,
                $"What {document.Name} reports here rests on a source that it does not name: “{DeniedCheck.Bare(words)}”.",
                source.Select(statement => statement.Id),
                source.Take(Shown).SelectMany(statement => statement.Content.Concat(statement.Source!.Span is { } named ? [named] : Array.Empty<TextSpan>())).Select(document.Evidence));
        }
    }

    private static bool IsAnonymous(DocumentView document, Statement statement, StatementSource source)
    {
        var named = source.Span is { } span ? span.SliceOf(document.Text) : source.Name;
        if (!PartyNames.IsNameless(source) && !Indefinite().IsMatch(named)) { return false; }
        if (Informant().IsMatch(named) || Ranking().IsMatch(named)) { return true; }
        // Others are anonymous where the sentence, or the one after, says that they wanted to be.
        var start = Math.Min(statement.Content[0].Start, source.Span?.Start ?? int.MaxValue);
        var end = Math.Min(document.Text.Length, statement.Content[^1].End + 220);
        return Insiders().IsMatch(named) && Withheld().IsMatch(document.Text.AsSpan(start, Math.Max(0, end - start)));
    }

    [GeneratedRegex(@"\b(?:(?:a|an|one|two|three|four|several|some|unnamed|anonymous|multiple|many|law[- ]enforcement|security|intelligence|our|the agency[’']s|inside)\b[\p{L} ,’'-]{0,40}?\b(?:sources?|insiders?|interlocutors?)|^(?:sources?|insiders?)\b|^(?:the )?sources?$|(?:people|person|persons|officials?|individuals?|aides?|advisers?|diplomats?) (?:who (?:is |are |was |were )?)?(?:familiar with|close to|briefed on|with (?:direct )?knowledge of)|(?:who (?:asked|requested|spoke|declined)[\p{L} ]{0,30}(?:anonym|not to be (?:named|identified)))|(?:not|n[’']t) authori[sz]ed to)", RegexOptions.IgnoreCase)]
    private static partial Regex Informant();

    // "a senior officer of the General Staff", "two high-ranking diplomats"
    [GeneratedRegex(@"^(?i:a|an|one|two|three|another|several) (?:[\p{L}.’'-]+ ){0,3}?(?:senior|high-ranking|top|serving|unnamed) (?:[\p{L}.’'-]+ ){0,3}?(?:officials?|officers?|diplomats?|aides?|advis[eo]rs?|commanders?|negotiators?)\b(?! \p{Lu})(?!, \p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Ranking();

    [GeneratedRegex(@"^(?:a|an|one|two|three|four|five|several|some|another|both|unnamed|senior|former|multiple)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Indefinite();

    [GeneratedRegex(@"\b(?:officials?|officers?|diplomats?|aides?|advis[eo]rs?|clerks?|persons?|people|strategists?|operatives?|staffers?|employees?|negotiators?|lawmakers?|executives?|donors?|commanders?|soldiers?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Insiders();

    [GeneratedRegex(@"\banonym|\bnot (?:be|to be) (?:named|identified|given)|\b(?:not|n[’']t) authori[sz]ed to|\bwithout (?:naming|attribution)|\bon (?:the )?condition\b|\bdid not want (?:his|her|their) name|\bcannot be named|\bis not naming", RegexOptions.IgnoreCase)]
    private static partial Regex Withheld();
}
