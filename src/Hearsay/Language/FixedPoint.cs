using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hearsay.Language;

/// <summary>Arithmetic of the parser's network on eight integers at a time, the same on every machine. Wider vectors would be slower on the many that have none.</summary>
internal static class FixedPoint
{
    /// <summary>Integers at a time.</summary>
    public const int Lane = 8;

    private const int StepBits = ParserNetwork.ValueBits - ParserNetwork.ByteBits;
    private const short HalfStep = 1 << (StepBits - 1);

    /// <summary>Bits behind the point of a gate.</summary>
    public const int GateBits = 14;

    /// <summary>A gate between 0 and 1 with <see cref="GateBits"/>: two parabolas between -4 and 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Squash(Vector256<int> value)
    {
        var rest = Vector256.Max(Vector256<int>.Zero, Vector256.Create(4 << ParserNetwork.ValueBits) - Vector256.Abs(value));
        var tail = Times(rest, rest) >> ((2 * ParserNetwork.ValueBits) + 5 - GateBits);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(value, Vector256<int>.Zero), Vector256.Create(1 << GateBits) - tail, tail);
    }

    /// <summary>Divides by a power of two, and rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Round(Vector256<int> value, int bits) => bits == 0 ? value : (value + Vector256.Create(1 << (bits - 1))) >> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Clamp(Vector256<int> value, int bound) => Vector256.Min(Vector256.Max(value, Vector256.Create(-bound)), Vector256.Create(bound));

    /// <summary>Products of integers within 16 bits, of which the first have no other bits set: negative ones must have been cut by <see cref="Low"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Times(Vector256<int> low, Vector256<int> other) =>
        Avx2.IsSupported ? Avx2.MultiplyAddAdjacent(low.AsInt16(), other.AsInt16()) : ((low << 16) >> 16) * other;

    /// <summary>The lower 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Low(Vector256<int> value) => value & Vector256.Create(0xFFFF);

    /// <summary>As 16-bit integers; the others are cut off at their bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Narrow(Vector256<int> value) => Vector128.NarrowWithSaturation(value.GetLower(), value.GetUpper());

    /// <summary>Elements of a word's vector as the bytes by which matrices multiply them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> ToBytes(Vector256<short> values)
    {
        var steps = (values + Vector256.Create(HalfStep)) >> StepBits;
        return Vector128.NarrowWithSaturation(steps.GetLower(), steps.GetUpper()).AsByte() ^ Vector128.Create((byte)0x80);
    }

    /// <summary>The same for eight elements, whose bytes are written side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteBytes(Vector128<short> values, ref byte to)
    {
        var steps = (values + Vector128.Create(HalfStep)) >> StepBits;
        Unsafe.WriteUnaligned(ref to, (Vector128.NarrowWithSaturation(steps, steps).AsByte() ^ Vector128.Create((byte)0x80)).AsUInt64().ToScalar());
    }

    /// <summary>16-bit integers as integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Widen(Vector128<short> value) => Avx2.IsSupported ? Avx2.ConvertToVector256Int32(value) : Vector256.Create(Vector128.WidenLower(value), Vector128.WidenUpper(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(int[] from, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(from), (nuint)at);
}
