using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hearsay.Models;

/// <summary>Products of matrices of 16-bit integers with 32-bit sums: the same on every machine, whatever the width of its vectors.</summary>
internal static class IntegerProduct
{
    /// <summary>Columns of the right factor are a multiple of this, and its rows are even in number.</summary>
    public const int Lane = 16;

    private const int Tall = 2;

    /// <summary>
    /// Brings a matrix into the order that <see cref="Multiply"/> reads: some columns after others, in these two rows at a time, their elements side by side.
    /// So what is read again for every few rows of the other factor lies together.
    /// </summary>
    /// <param name="matrix">Row by row.</param>
    /// <param name="depth">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    public static short[] Pack(ReadOnlySpan<short> matrix, int depth, int columns)
    {
        var packed = new short[depth * columns];
        for (var row = 0; row < depth; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                packed[PlaceOf(row, column, depth, columns)] = matrix[(row * columns) + column];
            }
        }

        return packed;
    }

    /// <summary>Where a packed matrix of such a size has an element.</summary>
    public static int PlaceOf(int row, int column, int depth, int columns)
    {
        var start = column / (2 * Lane) * 2 * Lane;
        var width = Math.Min(2 * Lane, columns - start);
        return (start * depth) + ((row >> 1) * width * 2) + ((column - start) * 2) + (row & 1);
    }

    /// <summary>Writes a column of a matrix into its places.</summary>
    /// <param name="column">The column, even in length.</param>
    /// <param name="packed">The matrix in the order of <see cref="Pack"/>.</param>
    /// <param name="at">The column's number.</param>
    /// <param name="columns">Columns of the matrix.</param>
    public static void PackColumn(ReadOnlySpan<short> column, Span<short> packed, int at, int columns)
    {
        var pairs = MemoryMarshal.Cast<short, int>(column);
        var to = MemoryMarshal.Cast<short, int>(packed)[(PlaceOf(0, at, column.Length, columns) / 2)..];
        var width = Math.Min(2 * Lane, columns - (at / (2 * Lane) * 2 * Lane));
        for (var i = 0; i < pairs.Length; i++)
        {
            to[i * width] = pairs[i];
        }
    }

    /// <summary>Writes <paramref name="left"/> × <paramref name="packed"/>. The sums must fit 32 bits; no element is the lowest of its type.</summary>
    /// <param name="left">First factor, row by row.</param>
    /// <param name="stride">Distance of its rows.</param>
    /// <param name="packed">Second factor as <see cref="Pack"/> gives it.</param>
    /// <param name="result">Room for the product, row by row.</param>
    /// <param name="rows">Rows of the first factor.</param>
    /// <param name="columns">Columns of the second, a multiple of <see cref="Lane"/>.</param>
    /// <param name="depth">Columns of the first and rows of the second, even.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<short> left, int stride, ReadOnlySpan<short> packed, Span<int> result, int rows, int columns, int depth)
    {
        Check(left, stride, packed, result, rows, columns, depth);
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(packed);
        ref var c = ref MemoryMarshal.GetReference(result);
        unchecked
        {
            for (var column = 0; column < columns; column += column + (2 * Lane) <= columns ? 2 * Lane : Lane)
            {
                var isWide = column + (2 * Lane) <= columns;
                var width = isWide ? 2 * Lane : Lane;
                ref var panel = ref Unsafe.Add(ref b, column * depth);
                var row = 0;
                for (; isWide && row + Tall <= rows; row += Tall)
                {
                    Block(ref Unsafe.Add(ref a, row * stride), stride, ref panel, ref Unsafe.Add(ref c, (row * columns) + column), columns, depth);
                }

                for (; row < rows; row++)
                {
                    ref var from = ref Unsafe.Add(ref a, row * stride);
                    ref var to = ref Unsafe.Add(ref c, (row * columns) + column);
                    Single(ref from, ref panel, width, ref to, depth);
                    if (isWide)
                    {
                        Single(ref from, ref Unsafe.Add(ref panel, 2 * Lane), width, ref Unsafe.Add(ref to, Lane), depth);
                    }
                }
            }
        }
    }

    /// <summary>What <see cref="Multiply"/> writes, without vectors.</summary>
    public static void MultiplyPlainly(ReadOnlySpan<short> left, int stride, ReadOnlySpan<short> packed, Span<int> result, int rows, int columns, int depth)
    {
        Check(left, stride, packed, result, rows, columns, depth);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0;
                for (var k = 0; k < depth; k++)
                {
                    sum += left[(row * stride) + k] * packed[PlaceOf(k, column, depth, columns)];
                }

                result[(row * columns) + column] = sum;
            }
        }
    }

    private static void Check(ReadOnlySpan<short> left, int stride, ReadOnlySpan<short> packed, Span<int> result, int rows, int columns, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Lane, 0);
        ArgumentOutOfRangeException.ThrowIfNotEqual(depth % 2, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(left.Length, rows == 0 ? 0 : ((rows - 1) * stride) + depth);
        ArgumentOutOfRangeException.ThrowIfLessThan(packed.Length, depth * columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, rows * columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single(ref short a, ref short b, int width, ref int c, int depth)
    {
        unchecked
        {
            var (c0, c1) = (Vector256<int>.Zero, Vector256<int>.Zero);
            for (var k = 0; k < depth; k += 2)
            {
                var x = Two(ref a);
                c0 += Pairs(x, Vector256.LoadUnsafe(ref b));
                c1 += Pairs(x, Vector256.LoadUnsafe(ref b, Lane));
                a = ref Unsafe.Add(ref a, 2);
                b = ref Unsafe.Add(ref b, 2 * width);
            }

            c0.StoreUnsafe(ref c);
            c1.StoreUnsafe(ref c, Lane / 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(ref short a, int stride, ref short b, ref int c, int columns, int depth)
    {
        unchecked
        {
            var (c00, c01, c02, c03) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
            var (c10, c11, c12, c13) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
            for (var k = 0; k < depth; k += 2)
            {
                var (b0, b1) = (Vector256.LoadUnsafe(ref b), Vector256.LoadUnsafe(ref b, Lane));
                var (b2, b3) = (Vector256.LoadUnsafe(ref b, 2 * Lane), Vector256.LoadUnsafe(ref b, 3 * Lane));
                var x = Two(ref a);
                c00 += Pairs(x, b0);
                c01 += Pairs(x, b1);
                c02 += Pairs(x, b2);
                c03 += Pairs(x, b3);
                x = Two(ref Unsafe.Add(ref a, stride));
                c10 += Pairs(x, b0);
                c11 += Pairs(x, b1);
                c12 += Pairs(x, b2);
                c13 += Pairs(x, b3);
                a = ref Unsafe.Add(ref a, 2);
                b = ref Unsafe.Add(ref b, 4 * Lane);
            }

            Store(c00, c01, c02, c03, ref c);
            Store(c10, c11, c12, c13, ref Unsafe.Add(ref c, columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> first, Vector256<int> second, Vector256<int> third, Vector256<int> fourth, ref int to)
    {
        first.StoreUnsafe(ref to);
        second.StoreUnsafe(ref to, Lane / 2);
        third.StoreUnsafe(ref to, Lane);
        fourth.StoreUnsafe(ref to, 3 * Lane / 2);
    }

    /// <summary>Two elements, over and over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Two(ref short from) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref from))).AsInt16();

    /// <summary>Products of elements, summed by twos.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Pairs(Vector256<short> a, Vector256<short> b)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(a, b);
        }

        // The lower element of each pair, then the upper one, as 32-bit integers.
        var (x, y) = (a.AsInt32(), b.AsInt32());
        return (((x << 16) >> 16) * ((y << 16) >> 16)) + ((x >> 16) * (y >> 16));
    }
}
