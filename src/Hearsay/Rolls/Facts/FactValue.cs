namespace Hearsay.Rolls.Facts;

/// <summary>A rank, a unit, a place or a sex as it is compared: values that share a key are the same unless something else tells them apart.</summary>
/// <param name="Keys">Ascending; none where nothing is known.</param>
/// <param name="Kind">Bits of what the keys are; values that have none in common cannot be compared.</param>
/// <param name="Marks">For a unit: what it is said to be (see <see cref="UnitNames"/>). For a rank: its step.</param>
internal sealed record FactValue(ulong[] Keys, int Kind, ulong Marks)
{
    /// <summary>Nothing that could be compared.</summary>
    public static FactValue Unknown { get; } = new([], 0, 0);

    /// <summary>True where the two share a key.</summary>
    public bool Shares(FactValue other)
    {
        var (here, there) = (0, 0);
        while (here < Keys.Length && there < other.Keys.Length)
        {
            if (Keys[here] == other.Keys[there]) { return true; }
            if (Keys[here] < other.Keys[there]) { here++; }
            else { there++; }
        }

        return false;
    }
}
