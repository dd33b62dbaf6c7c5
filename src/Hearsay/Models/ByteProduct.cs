using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hearsay.Models;

/// <summary>
/// Products of a matrix of unsigned bytes and a matrix of signed bytes, with 32-bit sums: the same on every machine, whatever its vectors. Eight products are summed for each column
/// before the sums are widened from 16 bits, so the right factor's elements must be small enough together (<see cref="IsExact"/>); then nothing is cut off.
/// </summary>
internal static class ByteProduct
{
    /// <summary>Columns of a panel, which lie side by side.</summary>
    public const int Panel = 48;

    /// <summary>Rows of the left factor that are read together; there is room for a multiple of it.</summary>
    public const int Tall = 6;

    /// <summary>The inner dimension is a multiple of this.</summary>
    public const int Chain = 8;

    /// <summary>Most that the absolute values of four elements may sum up to whose products are summed in 16 bits.</summary>
    public const int MostOfFour = short.MaxValue / byte.MaxValue;

    private const int Lane = 16;
    private const int Half = Lane / 2;

    /// <summary>Where a packed matrix of a depth has an element: panel by panel, in a panel four rows at a time, in these column by column.</summary>
    public static int PlaceOf(int row, int column, int depth) => (column / Panel * Panel * depth) + (row / 4 * Panel * 4) + (column % Panel * 4) + (row % 4);

    /// <summary>Whether no sum of products of a column with any bytes is cut off.</summary>
    /// <param name="packed">Matrix in the order of <see cref="PlaceOf"/>.</param>
    /// <param name="depth">Its rows.</param>
    /// <param name="column">The column.</param>
    public static bool IsExact(ReadOnlySpan<sbyte> packed, int depth, int column)
    {
        for (var row = 0; row < depth; row += Chain)
        {
            var first = packed.Slice(PlaceOf(row, column, depth), 4);
            var second = packed.Slice(PlaceOf(row + 4, column, depth), 4);
            for (var i = 0; i < 4; i += 2)
            {
                if (Math.Abs((int)first[i]) + Math.Abs((int)first[i + 1]) + Math.Abs((int)second[i]) + Math.Abs((int)second[i + 1]) > MostOfFour)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Writes <paramref name="start"/> + <paramref name="left"/> × a panel.</summary>
    /// <param name="left">First factor, row by row, with room for <see cref="Padded"/> rows, of which the last may hold anything.</param>
    /// <param name="panel">A panel of the second factor.</param>
    /// <param name="start">A row that every row of the product begins from.</param>
    /// <param name="result">Room for the product's padded rows, each of <see cref="Panel"/> elements.</param>
    /// <param name="rows">Rows of the first factor.</param>
    /// <param name="depth">Its columns, a multiple of <see cref="Chain"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<byte> left, ReadOnlySpan<sbyte> panel, ReadOnlySpan<int> start, Span<int> result, int rows, int depth)
    {
        Check(left, panel, start, result, rows, depth);
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var c = ref MemoryMarshal.GetReference(result);
        if (Avx512BW.IsSupported)
        {
            for (var row = 0; row < rows; row += Tall)
            {
                Block(ref Unsafe.Add(ref a, row * depth), ref MemoryMarshal.GetReference(panel), ref MemoryMarshal.GetReference(start), ref Unsafe.Add(ref c, row * Panel), depth);
            }

            return;
        }

        for (var row = 0; row < rows; row++)
        {
            Single(ref Unsafe.Add(ref a, row * depth), ref MemoryMarshal.GetReference(panel), ref MemoryMarshal.GetReference(start), ref Unsafe.Add(ref c, row * Panel), depth);
        }
    }

    /// <summary>What <see cref="Multiply"/> writes, without vectors and without the padding.</summary>
    public static void MultiplyPlainly(ReadOnlySpan<byte> left, ReadOnlySpan<sbyte> panel, ReadOnlySpan<int> start, Span<int> result, int rows, int depth)
    {
        Check(left, panel, start, result, rows, depth);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < Panel; column++)
            {
                var sum = start[column];
                for (var k = 0; k < depth; k++)
                {
                    sum += left[(row * depth) + k] * panel[PlaceOf(k, column, depth)];
                }

                result[(row * Panel) + column] = sum;
            }
        }
    }

    /// <summary>Rows that there must be room for.</summary>
    public static int Padded(int rows) => (rows + Tall - 1) / Tall * Tall;

    private static void Check(ReadOnlySpan<byte> left, ReadOnlySpan<sbyte> panel, ReadOnlySpan<int> start, Span<int> result, int rows, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(depth % Chain, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(left.Length, Padded(rows) * depth);
        ArgumentOutOfRangeException.ThrowIfLessThan(panel.Length, Panel * depth);
        ArgumentOutOfRangeException.ThrowIfLessThan(start.Length, Panel);
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, Padded(rows) * Panel);
    }

    /// <summary>Six rows at a time: 18 sums, for which only machines with vectors of 512 bits have the registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(ref byte a, ref sbyte b, ref int start, ref int c, int depth)
    {
        unchecked
        {
            var (c00, c01, c02) = (Vector512.LoadUnsafe(ref start), Vector512.LoadUnsafe(ref start, Lane), Vector512.LoadUnsafe(ref start, 2 * Lane));
            var (c10, c11, c12) = (c00, c01, c02);
            var (c20, c21, c22) = (c00, c01, c02);
            var (c30, c31, c32) = (c00, c01, c02);
            var (c40, c41, c42) = (c00, c01, c02);
            var (c50, c51, c52) = (c00, c01, c02);
            for (var k = 0; k < depth; k += Chain)
            {
                var b0 = Vector512.LoadUnsafe(ref b);
                var b1 = Vector512.LoadUnsafe(ref b, 4 * Lane);
                var b2 = Vector512.LoadUnsafe(ref b, 8 * Lane);
                var d0 = Vector512.LoadUnsafe(ref b, 12 * Lane);
                var d1 = Vector512.LoadUnsafe(ref b, 16 * Lane);
                var d2 = Vector512.LoadUnsafe(ref b, 20 * Lane);
                var (x, y) = (Four(ref a), Four(ref Unsafe.Add(ref a, 4)));
                c00 += Eights(x, b0, y, d0);
                c01 += Eights(x, b1, y, d1);
                c02 += Eights(x, b2, y, d2);
                (x, y) = (Four(ref Unsafe.Add(ref a, depth)), Four(ref Unsafe.Add(ref a, depth + 4)));
                c10 += Eights(x, b0, y, d0);
                c11 += Eights(x, b1, y, d1);
                c12 += Eights(x, b2, y, d2);
                (x, y) = (Four(ref Unsafe.Add(ref a, 2 * depth)), Four(ref Unsafe.Add(ref a, (2 * depth) + 4)));
                c20 += Eights(x, b0, y, d0);
                c21 += Eights(x, b1, y, d1);
                c22 += Eights(x, b2, y, d2);
                (x, y) = (Four(ref Unsafe.Add(ref a, 3 * depth)), Four(ref Unsafe.Add(ref a, (3 * depth) + 4)));
                c30 += Eights(x, b0, y, d0);
                c31 += Eights(x, b1, y, d1);
                c32 += Eights(x, b2, y, d2);
                (x, y) = (Four(ref Unsafe.Add(ref a, 4 * depth)), Four(ref Unsafe.Add(ref a, (4 * depth) + 4)));
                c40 += Eights(x, b0, y, d0);
                c41 += Eights(x, b1, y, d1);
                c42 += Eights(x, b2, y, d2);
                (x, y) = (Four(ref Unsafe.Add(ref a, 5 * depth)), Four(ref Unsafe.Add(ref a, (5 * depth) + 4)));
                c50 += Eights(x, b0, y, d0);
                c51 += Eights(x, b1, y, d1);
                c52 += Eights(x, b2, y, d2);
                a = ref Unsafe.Add(ref a, Chain);
                b = ref Unsafe.Add(ref b, Chain * Panel);
            }

            Store(c00, c01, c02, ref c);
            Store(c10, c11, c12, ref Unsafe.Add(ref c, Panel));
            Store(c20, c21, c22, ref Unsafe.Add(ref c, 2 * Panel));
            Store(c30, c31, c32, ref Unsafe.Add(ref c, 3 * Panel));
            Store(c40, c41, c42, ref Unsafe.Add(ref c, 4 * Panel));
            Store(c50, c51, c52, ref Unsafe.Add(ref c, 5 * Panel));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> first, Vector512<int> second, Vector512<int> third, ref int to)
    {
        first.StoreUnsafe(ref to);
        second.StoreUnsafe(ref to, Lane);
        third.StoreUnsafe(ref to, 2 * Lane);
    }

    /// <summary>Four elements, over and over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Four(ref byte from) => Vector512.Create(Unsafe.ReadUnaligned<int>(ref from)).AsByte();

    /// <summary>Products of elements, summed by fours in each factor pair and then over both pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Eights(Vector512<byte> a, Vector512<sbyte> b, Vector512<byte> c, Vector512<sbyte> d) =>
        Avx512BW.MultiplyAddAdjacent(Avx512BW.MultiplyAddAdjacent(a, b) + Avx512BW.MultiplyAddAdjacent(c, d), Vector512<short>.One);

    /// <summary>One row: six sums of 256 bits. The panel stays in the nearest cache, from which its rows are read as they are multiplied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single(ref byte a, ref sbyte b, ref int start, ref int c, int depth)
    {
        unchecked
        {
            var (c0, c1, c2) = (Vector256.LoadUnsafe(ref start), Vector256.LoadUnsafe(ref start, Half), Vector256.LoadUnsafe(ref start, 2 * Half));
            var (c3, c4, c5) = (Vector256.LoadUnsafe(ref start, 3 * Half), Vector256.LoadUnsafe(ref start, 4 * Half), Vector256.LoadUnsafe(ref start, 5 * Half));
            for (var k = 0; k < depth; k += Chain)
            {
                var x = Vector256.Create(Unsafe.ReadUnaligned<int>(ref a)).AsByte();
                var y = Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.Add(ref a, 4))).AsByte();
                c0 += Eights(x, y, ref b);
                c1 += Eights(x, y, ref Unsafe.Add(ref b, 4 * Half));
                c2 += Eights(x, y, ref Unsafe.Add(ref b, 8 * Half));
                c3 += Eights(x, y, ref Unsafe.Add(ref b, 12 * Half));
                c4 += Eights(x, y, ref Unsafe.Add(ref b, 16 * Half));
                c5 += Eights(x, y, ref Unsafe.Add(ref b, 20 * Half));
                a = ref Unsafe.Add(ref a, Chain);
                b = ref Unsafe.Add(ref b, Chain * Panel);
            }

            c0.StoreUnsafe(ref c);
            c1.StoreUnsafe(ref c, Half);
            c2.StoreUnsafe(ref c, 2 * Half);
            c3.StoreUnsafe(ref c, 3 * Half);
            c4.StoreUnsafe(ref c, 4 * Half);
            c5.StoreUnsafe(ref c, 5 * Half);
        }
    }

    /// <summary>Products of eight elements with eight columns' next eight, summed a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eights(Vector256<byte> a, Vector256<byte> c, ref sbyte panel)
    {
        var (b, d) = (Vector256.LoadUnsafe(ref panel), Vector256.LoadUnsafe(ref panel, 4 * Panel));
        return Avx2.IsSupported
            ? Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(a, b) + Avx2.MultiplyAddAdjacent(c, d), Vector256<short>.One)
            : Fours(a.AsInt32(), b.AsInt32()) + Fours(c.AsInt32(), d.AsInt32());
    }

    /// <summary>Of each 32 bits the four unsigned bytes times the four signed ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Fours(Vector256<int> a, Vector256<int> b)
    {
        var low = Vector256.Create(0xFF);
        return ((a & low) * ((b << 24) >> 24)) + (((a >> 8) & low) * ((b << 16) >> 24)) + (((a >> 16) & low) * ((b << 8) >> 24)) + (((a >> 24) & low) * (b >> 24));
    }
}
