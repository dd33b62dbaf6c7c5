namespace Hearsay.Matters.Checks;

/// <summary>Looks across the statements of one matter for one kind of finding. Keeps nothing between calls.</summary>
internal interface IMatterCheck
{
    /// <summary>The findings, in any order; their matter is set afterwards.</summary>
    IEnumerable<Finding> Check(MatterView matter);
}
