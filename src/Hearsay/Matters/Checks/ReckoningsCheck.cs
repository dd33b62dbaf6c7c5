using Hearsay.Matters.Reckonings;

namespace Hearsay.Matters.Checks;

/// <summary>Figures that a text reckons from one another, and whether they fit: the weightiest reckonings first, each figure as the result of one.</summary>
internal sealed class ReckoningsCheck : IDocumentCheck
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        var numbers = Number.Read(document);
        var told = new List<Reckoning>();
        foreach (var reckoning in Sums.Find(numbers).Concat(Sums.FindMisses(document, numbers)).Concat(Factors.Find(numbers)).Concat(Factors.FindBeside(document, numbers)).OrderByDescending(reckoning => reckoning.Weight).ThenByDescending(reckoning => reckoning.Numbers.Length).ThenBy(reckoning => reckoning.Numbers[0].Span.Start))
        {
            // The same numbers, or most of them, are reckoned with once.
            if (told.Exists(other => other.Numbers.Intersect(reckoning.Numbers).Count() >= 2)) { continue; }
            told.Add(reckoning);
            yield return reckoning.Report(document);
        }
    }
}
