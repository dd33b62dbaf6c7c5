using System.Runtime.CompilerServices;

namespace Hearsay.Models;

/// <summary>
/// Hashes of features: what a model knows a feature by, instead of a dictionary of names (the "hashing trick", Weinberger et al. 2009).
/// Model files depend on these functions; a change of one needs a new training.
/// </summary>
internal static class FeatureHash
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;
    private const ulong Third = 0x165667B19E3779F9;
    private const ulong Fourth = 0xD6E8FEB86659FD93;

    /// <summary>Hash of a template's number and up to three values; the high bits are the better ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b = 0, uint c = 0)
    {
        unchecked
        {
            var hash = ((a + (template << 24)) * First) + (b * Second) + (c * Third) + (template * Fourth);
            hash ^= hash >> 29;
            return (uint)((hash * Second) >> 32);
        }
    }

    /// <summary>Hash of characters (FNV-1a over UTF-16 code units, then mixed).</summary>
    public static uint OfText(ReadOnlySpan<char> text, uint seed = 0)
    {
        unchecked
        {
            var hash = 0xCBF29CE484222325 ^ seed;
            foreach (var character in text)
            {
                hash = (hash ^ character) * 0x100000001B3;
            }

            hash ^= hash >> 31;
            return (uint)((hash * First) >> 32);
        }
    }
}
