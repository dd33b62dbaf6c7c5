namespace Hearsay.Matters.Checks;

/// <summary>Looks within one document for one kind of finding. Keeps nothing between calls.</summary>
internal interface IDocumentCheck
{
    /// <summary>The findings, in any order.</summary>
    IEnumerable<Finding> Check(DocumentView document);
}
