using System.Collections.Frozen;

namespace Hearsay.Language.Figures;

/// <summary>Tells by one look at a token whether a figure may begin with it. Nearly none does, so that the readers, which look at many words each, are seldom asked.</summary>
internal static class FigureOpening
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = RatioReader.Openings.Concat(QuantityReader.Openings).Concat(OrdinalReader.Openings).Concat(CurrencyReader.Openings)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>False where no reader finds a figure that begins with this token.</summary>
    public static bool Opens(ReadOnlySpan<char> token) => token is [>= '0' and <= '9', ..] || token.IndexOf('-') > 0 || Words.Contains(token);
}
