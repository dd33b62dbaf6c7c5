using System.Collections.Immutable;
using Hearsay.Matters.Reckonings;

namespace Hearsay.Matters.Checks;

/// <summary>Figures that a text reckons from one another, and whether they fit: as its words say it, and else as the numbers themselves tell, the weightiest reckonings first.</summary>
internal sealed class ReckoningsCheck : IDocumentCheck
{
    private static readonly ImmutableArray<IDocumentCheck> Worded = [new PartsCheck(), new ShareCheck(), new ChangeCheck(), new DifferenceCheck(), new ReckoningCheck()];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var told = new List<HashSet<TextSpan>>();
        foreach (var finding in Worded.SelectMany(check => check.Check(document)))
        {
            told.Add([.. finding.Evidence.Select(evidence => evidence.Span)]);
            yield return finding;
        }

        foreach (var reckoning in document.Sums.Concat(Sums.FindMisses(document)).Concat(Factors.Find(document.Numbers)).Concat(Factors.FindBeside(document)).OrderByDescending(reckoning => reckoning.Weight).ThenByDescending(reckoning => reckoning.Numbers.Length).ThenBy(reckoning => reckoning.Numbers[0].Span.Start))
        {
            // Two numbers are reckoned with each other once.
            if (told.Exists(other => reckoning.Numbers.Count(number => other.Contains(number.Span)) >= 2)) { continue; }
            told.Add([.. reckoning.Numbers.Select(number => number.Span)]);
            yield return reckoning.Report(document);
        }
    }
}
