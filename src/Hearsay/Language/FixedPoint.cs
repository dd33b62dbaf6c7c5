using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hearsay.Language;

/// <summary>Arithmetic of the parser's network on sixteen integers at a time, the same on every machine.</summary>
internal static class FixedPoint
{
    /// <summary>Integers at a time.</summary>
    public const int Lane = 16;

    /// <summary>Bits behind the point of a gate.</summary>
    public const int GateBits = 14;

    /// <summary>A gate between 0 and 1 with <see cref="GateBits"/>: two parabolas between -4 and 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Squash(Vector512<int> value)
    {
        var rest = Vector512.Max(Vector512<int>.Zero, Vector512.Create(4 << ParserNetwork.ValueBits) - Vector512.Abs(value));
        var tail = Times(rest, rest) >> ((2 * ParserNetwork.ValueBits) + 5 - GateBits);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(value, Vector512<int>.Zero), Vector512.Create(1 << GateBits) - tail, tail);
    }

    /// <summary>Divides by a power of two, and rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Round(Vector512<int> value, int bits) => bits == 0 ? value : (value + Vector512.Create(1 << (bits - 1))) >> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Clamp(Vector512<int> value, int bound) => Vector512.Min(Vector512.Max(value, Vector512.Create(-bound)), Vector512.Create(bound));

    /// <summary>Products of integers within 16 bits, of which the first have no other bits set: negative ones must have been cut by <see cref="Low"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Times(Vector512<int> low, Vector512<int> other)
    {
        if (Avx512BW.IsSupported)
        {
            return Avx512BW.MultiplyAddAdjacent(low.AsInt16(), other.AsInt16());
        }

        if (Avx2.IsSupported)
        {
            return Vector512.Create(
                Avx2.MultiplyAddAdjacent(low.GetLower().AsInt16(), other.GetLower().AsInt16()),
                Avx2.MultiplyAddAdjacent(low.GetUpper().AsInt16(), other.GetUpper().AsInt16()));
        }

        return ((low << 16) >> 16) * other;
    }

    /// <summary>The lower 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Low(Vector512<int> value) => value & Vector512.Create(0xFFFF);

    /// <summary>As 16-bit integers; the others are cut off at their bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Narrow(Vector512<int> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Int16WithSaturation(value)
        : Vector256.NarrowWithSaturation(value.GetLower(), value.GetUpper());

    /// <summary>Elements of a word's vector as the bytes by which matrices multiply them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ToBytes(Vector256<short> values)
    {
        const int Bits = ParserNetwork.ValueBits - ParserNetwork.ByteBits;
        var steps = (values + Vector256.Create((short)(1 << (Bits - 1)))) >> Bits;
        var narrow = Avx512BW.VL.IsSupported
            ? Avx512BW.VL.ConvertToVector128SByteWithSaturation(steps)
            : Vector128.NarrowWithSaturation(steps.GetLower(), steps.GetUpper());
        return narrow.AsByte() ^ Vector128.Create((byte)0x80);
    }

    /// <summary>16-bit integers as integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Widen(Vector256<short> value)
    {
        var (lower, upper) = Vector256.Widen(value);
        return Vector512.Create(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load(int[] from, int at) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)at);
}
