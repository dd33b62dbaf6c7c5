namespace Hearsay.Language.Figures;

/// <summary>A number as read from consecutive tokens, before the words around it bound it.</summary>
/// <param name="Value">The number; null where the words give only an order of magnitude.</param>
/// <param name="Low">Least value meant.</param>
/// <param name="High">Greatest value meant.</param>
/// <param name="Length">Number of tokens.</param>
/// <param name="Digits">True where it is written in digits.</param>
internal readonly record struct Quantity(double? Value, double Low, double High, int Length, bool Digits)
{
    /// <summary>A number that is exactly <paramref name="value"/>.</summary>
    public static Quantity Exactly(double value, int length, bool digits = false) => new(value, value, value, length, digits);
}
