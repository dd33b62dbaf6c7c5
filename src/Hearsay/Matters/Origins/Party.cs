namespace Hearsay.Matters.Origins;

/// <summary>Someone whose word statements of a matter are, under however many names. Equal where the keys are.</summary>
/// <param name="Key">Stands for the party within the matter.</param>
/// <param name="Name">What it is called for display.</param>
/// <param name="IsNamed">False for sources that the text deliberately or simply does not name.</param>
/// <param name="IsOutlet">True for the outlet itself, where nobody is credited.</param>
internal sealed record Party(string Key, string Name, bool IsNamed, bool IsOutlet)
{
    /// <summary>Equal where the keys are.</summary>
    public bool Equals(Party? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
