using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Training.Language.Parsing;

/// <summary>Products of matrices of 32-bit numbers. Each element is summed in the order of the inner index, so that the result does not depend on the width of the machine's vectors.</summary>
internal static class MatrixProduct
{
    /// <summary>Columns are a multiple of this.</summary>
    public const int Lane = 16;

    private const int Tall = 6;

    [ThreadStatic]
    private static float[]? panel;

    /// <summary><paramref name="result"/> += <paramref name="left"/> × <paramref name="right"/>, where element (i, k) of the left lies at <c>i * leftRow + k * leftStep</c>.</summary>
    /// <param name="left">First factor.</param>
    /// <param name="leftRow">Distance of its rows.</param>
    /// <param name="leftStep">Distance of its columns.</param>
    /// <param name="right">Second factor, row by row, <paramref name="columns"/> a row.</param>
    /// <param name="result">Sum, row by row, <paramref name="columns"/> a row.</param>
    /// <param name="rows">Rows of the result.</param>
    /// <param name="columns">Columns of the result, a multiple of <see cref="Lane"/>.</param>
    /// <param name="depth">Columns of the left and rows of the right.</param>
    public static void Add(ReadOnlySpan<float> left, int leftRow, int leftStep, ReadOnlySpan<float> right, Span<float> result, int rows, int columns, int depth)
    {
        if (rows == 0 || depth == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Lane, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(left.Length, ((rows - 1) * leftRow) + ((depth - 1) * leftStep) + 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(right.Length, depth * columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, rows * columns);
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        ref var c = ref MemoryMarshal.GetReference(result);
        if (panel is null || panel.Length < depth * 2 * Lane)
        {
            panel = new float[Math.Max(1024, depth) * 2 * Lane];
        }

        ref var copy = ref MemoryMarshal.GetArrayDataReference(panel);
        unchecked
        {
            for (var column = 0; column < columns; column += column + (2 * Lane) <= columns ? 2 * Lane : Lane)
            {
                var isWide = column + (2 * Lane) <= columns;
                var row = 0;
                if (isWide && rows >= 2 * Tall)
                {
                    // The columns are read once for every few rows: side by side they stay in the nearest cache.
                    for (var k = 0; k < depth; k++)
                    {
                        ref var from = ref Unsafe.Add(ref b, (k * columns) + column);
                        Vector512.LoadUnsafe(ref from).StoreUnsafe(ref copy, (nuint)(k * 2 * Lane));
                        Vector512.LoadUnsafe(ref from, Lane).StoreUnsafe(ref copy, (nuint)((k * 2 * Lane) + Lane));
                    }

                    for (; row + Tall <= rows; row += Tall)
                    {
                        Block(ref Unsafe.Add(ref a, row * leftRow), leftRow, leftStep, ref copy, 2 * Lane, ref Unsafe.Add(ref c, (row * columns) + column), columns, depth);
                    }
                }

                for (; isWide && row + Tall <= rows; row += Tall)
                {
                    Block(ref Unsafe.Add(ref a, row * leftRow), leftRow, leftStep, ref Unsafe.Add(ref b, column), columns, ref Unsafe.Add(ref c, (row * columns) + column), columns, depth);
                }

                for (; row < rows; row++)
                {
                    ref var from = ref Unsafe.Add(ref a, row * leftRow);
                    Single(ref from, leftStep, ref Unsafe.Add(ref b, column), columns, ref Unsafe.Add(ref c, (row * columns) + column), depth);
                    if (isWide)
                    {
                        Single(ref from, leftStep, ref Unsafe.Add(ref b, column + Lane), columns, ref Unsafe.Add(ref c, (row * columns) + column + Lane), depth);
                    }
                }
            }
        }
    }

    /// <summary><paramref name="sum"/> += <paramref name="values"/>.</summary>
    public static void Add(ReadOnlySpan<float> values, Span<float> sum)
    {
        var i = 0;
        for (; i + Lane <= values.Length; i += Lane)
        {
            (Vector512.Create(values[i..]) + Vector512.Create<float>(sum[i..])).CopyTo(sum[i..]);
        }

        for (; i < values.Length; i++)
        {
            sum[i] += values[i];
        }
    }

    private static void Single(ref float a, int step, ref float b, int columns, ref float c, int depth)
    {
        unchecked
        {
            var sum = Vector512.LoadUnsafe(ref c);
            for (var k = 0; k < depth; k++)
            {
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(a), Vector512.LoadUnsafe(ref b), sum);
                a = ref Unsafe.Add(ref a, step);
                b = ref Unsafe.Add(ref b, columns);
            }

            sum.StoreUnsafe(ref c);
        }
    }

    private static void Block(ref float a, int row, int step, ref float b, int bRow, ref float c, int columns, int depth)
    {
        unchecked
        {
            var (c00, c01) = (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref c, Lane));
            var (c10, c11) = (Vector512.LoadUnsafe(ref Unsafe.Add(ref c, columns)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c, columns), Lane));
            var (c20, c21) = (Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 2 * columns)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 2 * columns), Lane));
            var (c30, c31) = (Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 3 * columns)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 3 * columns), Lane));
            var (c40, c41) = (Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 4 * columns)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 4 * columns), Lane));
            var (c50, c51) = (Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 5 * columns)), Vector512.LoadUnsafe(ref Unsafe.Add(ref c, 5 * columns), Lane));
            for (var k = 0; k < depth; k++)
            {
                var b0 = Vector512.LoadUnsafe(ref b);
                var b1 = Vector512.LoadUnsafe(ref b, Lane);
                var x = Vector512.Create(a);
                c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
                c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
                x = Vector512.Create(Unsafe.Add(ref a, row));
                c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
                c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
                x = Vector512.Create(Unsafe.Add(ref a, 2 * row));
                c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
                c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
                x = Vector512.Create(Unsafe.Add(ref a, 3 * row));
                c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
                c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
                x = Vector512.Create(Unsafe.Add(ref a, 4 * row));
                c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
                c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
                x = Vector512.Create(Unsafe.Add(ref a, 5 * row));
                c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
                c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
                a = ref Unsafe.Add(ref a, step);
                b = ref Unsafe.Add(ref b, bRow);
            }

            c00.StoreUnsafe(ref c);
            c01.StoreUnsafe(ref c, Lane);
            c10.StoreUnsafe(ref Unsafe.Add(ref c, columns));
            c11.StoreUnsafe(ref Unsafe.Add(ref c, columns), Lane);
            c20.StoreUnsafe(ref Unsafe.Add(ref c, 2 * columns));
            c21.StoreUnsafe(ref Unsafe.Add(ref c, 2 * columns), Lane);
            c30.StoreUnsafe(ref Unsafe.Add(ref c, 3 * columns));
            c31.StoreUnsafe(ref Unsafe.Add(ref c, 3 * columns), Lane);
            c40.StoreUnsafe(ref Unsafe.Add(ref c, 4 * columns));
            c41.StoreUnsafe(ref Unsafe.Add(ref c, 4 * columns), Lane);
            c50.StoreUnsafe(ref Unsafe.Add(ref c, 5 * columns));
            c51.StoreUnsafe(ref Unsafe.Add(ref c, 5 * columns), Lane);
        }
    }
}
