using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hearsay.Training.Language.Parsing;

/// <summary>
/// Products of matrices of 32-bit numbers. Each element is summed in the order of the inner index, so that the result does not depend on the width of the machine's vectors.
/// Both factors are copied piece by piece into the order in which they are read (Goto and van de Geijn 2008).
/// </summary>
internal static class MatrixProduct
{
    /// <summary>Columns are a multiple of this.</summary>
    public const int Lane = 16;

    // Rows and columns of a tile of the result, whose sums stay in registers, and how much of the inner index is done at a time, which stays in the nearest cache.
    private const int Tall = 12;
    private const int Wide = 2 * Lane;
    private const int Deep = 192;

    /// <summary>From how many rows on copying pays.</summary>
    private const int Many = 8;

    [ThreadStatic]
    private static float[]? rowCopies, panel, tile;

    /// <summary><paramref name="result"/> += <paramref name="left"/> × <paramref name="right"/>, where element (i, k) of the left lies at <c>i * leftRow + k * leftStep</c>.</summary>
    /// <param name="left">First factor.</param>
    /// <param name="leftRow">Distance of its rows.</param>
    /// <param name="leftStep">Distance of its columns.</param>
    /// <param name="right">Second factor, row by row, <paramref name="columns"/> a row.</param>
    /// <param name="result">Sum, row by row, <paramref name="columns"/> a row.</param>
    /// <param name="rows">Rows of the result.</param>
    /// <param name="columns">Columns of the result, a multiple of <see cref="Lane"/>.</param>
    /// <param name="depth">Columns of the left and rows of the right.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        unchecked
        {
            if (rows < Many)
            {
                for (var row = 0; row < rows; row++)
                {
                    for (var column = 0; column < columns; column += Lane)
                    {
                        Single(ref Unsafe.Add(ref a, row * leftRow), leftStep, ref Unsafe.Add(ref b, column), columns, ref Unsafe.Add(ref c, (row * columns) + column), depth);
                    }
                }

                return;
            }

            for (var from = 0; from < depth; from += Deep)
            {
                var deep = Math.Min(Deep, depth - from);
                AddPart(ref Unsafe.Add(ref a, from * leftStep), leftRow, leftStep, ref Unsafe.Add(ref b, from * columns), ref c, rows, columns, deep);
            }
        }
    }

    /// <summary><paramref name="sum"/> += <paramref name="values"/>.</summary>
    public static void Add(ReadOnlySpan<float> values, Span<float> sum)
    {
        var i = 0;
        for (; i + (Lane / 2) <= values.Length; i += Lane / 2)
        {
            (Vector256.Create(values[i..]) + Vector256.Create<float>(sum[i..])).CopyTo(sum[i..]);
        }

        for (; i < values.Length; i++)
        {
            sum[i] += values[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPart(ref float a, int leftRow, int leftStep, ref float b, ref float c, int rows, int columns, int depth)
    {
        unchecked
        {
            ref var copies = ref RoomFor(ref rowCopies, (rows + Tall - 1) / Tall * Tall * depth);
            for (var row = 0; row < rows; row += Tall)
            {
                CopyRows(ref Unsafe.Add(ref a, row * leftRow), leftRow, leftStep, ref Unsafe.Add(ref copies, row * depth), Math.Min(Tall, rows - row), depth);
            }

            ref var right = ref RoomFor(ref panel, Deep * Wide);
            ref var scratch = ref RoomFor(ref tile, Tall * Wide);
            for (var column = 0; column < columns; column += Wide)
            {
                var isWide = column + Wide <= columns;
                for (var k = 0; k < depth; k++)
                {
                    ref var from = ref Unsafe.Add(ref b, (k * columns) + column);
                    ref var copy = ref Unsafe.Add(ref right, k * Wide);
                    Move(ref from, ref copy, isWide ? Wide : Lane);
                    if (!isWide) { MemoryMarshal.CreateSpan(ref Unsafe.Add(ref copy, Lane), Lane).Clear(); }
                }

                for (var row = 0; row < rows; row += Tall)
                {
                    ref var to = ref Unsafe.Add(ref c, (row * columns) + column);
                    if (isWide && row + Tall <= rows)
                    {
                        Block(ref Unsafe.Add(ref copies, row * depth), ref right, ref to, columns, depth);
                        continue;
                    }

                    // At the result's edges a tile is made beside it.
                    var (height, width) = (Math.Min(Tall, rows - row), isWide ? Wide : Lane);
                    for (var i = 0; i < height; i++)
                    {
                        Move(ref Unsafe.Add(ref to, i * columns), ref Unsafe.Add(ref scratch, i * Wide), width);
                    }

                    Block(ref Unsafe.Add(ref copies, row * depth), ref right, ref scratch, Wide, depth);
                    for (var i = 0; i < height; i++)
                    {
                        Move(ref Unsafe.Add(ref scratch, i * Wide), ref Unsafe.Add(ref to, i * columns), width);
                    }
                }
            }
        }
    }

    private static ref float RoomFor(ref float[]? room, int size)
    {
        if (room is null || room.Length < size)
        {
            room = new float[size];
        }

        return ref MemoryMarshal.GetArrayDataReference(room);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(ref float from, ref float to, int width)
    {
        for (var i = 0; i < width; i += Lane / 2)
        {
            Vector256.LoadUnsafe(ref from, (nuint)i).StoreUnsafe(ref to, (nuint)i);
        }
    }

    /// <summary>Copies some rows, their elements of one column side by side; rows that are missing are zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows(ref float a, int leftRow, int leftStep, ref float to, int count, int depth)
    {
        unchecked
        {
            if (leftRow == 1 && count == Tall)
            {
                for (var k = 0; k < depth; k++)
                {
                    ref var from = ref Unsafe.Add(ref a, k * leftStep);
                    Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to, (nuint)(k * Tall));
                    Vector128.LoadUnsafe(ref from, 8).StoreUnsafe(ref to, (nuint)((k * Tall) + 8));
                }

                return;
            }

            var done = 0;
            if (Sse.IsSupported && leftStep == 1 && count == Tall)
            {
                for (; done + 4 <= depth; done += 4)
                {
                    for (var i = 0; i < Tall; i += 4)
                    {
                        Turn(ref Unsafe.Add(ref a, (i * leftRow) + done), leftRow, ref Unsafe.Add(ref to, (done * Tall) + i));
                    }
                }
            }

            for (var i = 0; i < Tall; i++)
            {
                ref var from = ref Unsafe.Add(ref a, i * leftRow);
                for (var k = done; k < depth; k++)
                {
                    Unsafe.Add(ref to, (k * Tall) + i) = i < count ? Unsafe.Add(ref from, k * leftStep) : 0;
                }
            }
        }
    }

    /// <summary>Copies four elements of each of four rows, those of a column side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(ref float from, int row, ref float to)
    {
        var (first, second) = (Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref Unsafe.Add(ref from, row)));
        var (third, fourth) = (Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 2 * row)), Vector128.LoadUnsafe(ref Unsafe.Add(ref from, 3 * row)));
        var (low, otherLow) = (Sse.UnpackLow(first, second), Sse.UnpackLow(third, fourth));
        var (high, otherHigh) = (Sse.UnpackHigh(first, second), Sse.UnpackHigh(third, fourth));
        Sse.MoveLowToHigh(low, otherLow).StoreUnsafe(ref to);
        Sse.MoveHighToLow(otherLow, low).StoreUnsafe(ref to, Tall);
        Sse.MoveLowToHigh(high, otherHigh).StoreUnsafe(ref to, 2 * Tall);
        Sse.MoveHighToLow(otherHigh, high).StoreUnsafe(ref to, 3 * Tall);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single(ref float a, int step, ref float b, int columns, ref float c, int depth)
    {
        unchecked
        {
            var (first, second) = Halves(ref c);
            for (var k = 0; k < depth; k++)
            {
                var x = Vector256.Create(a);
                (first, second) = (Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b), first), Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, Lane / 2), second));
                a = ref Unsafe.Add(ref a, step);
                b = ref Unsafe.Add(ref b, columns);
            }

            Store(first, second, ref c);
        }
    }

    /// <summary>A tile of the result, of <see cref="Tall"/> rows and <see cref="Wide"/> columns; where registers are too few for its sums, a quarter at a time.</summary>
    private static void Block(ref float a, ref float b, ref float c, int columns, int depth)
    {
        if (Avx512F.IsSupported)
        {
            Whole(ref a, ref b, ref c, columns, depth);
            return;
        }

        for (var row = 0; row < Tall; row += Tall / 2)
        {
            for (var column = 0; column < Wide; column += Lane)
            {
                Quarter(ref Unsafe.Add(ref a, row), ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, (row * columns) + column), columns, depth);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Quarter(ref float a, ref float b, ref float c, int columns, int depth)
    {
        unchecked
        {
            var (c00, c01) = Halves(ref c);
            var (c10, c11) = Halves(ref Unsafe.Add(ref c, columns));
            var (c20, c21) = Halves(ref Unsafe.Add(ref c, 2 * columns));
            var (c30, c31) = Halves(ref Unsafe.Add(ref c, 3 * columns));
            var (c40, c41) = Halves(ref Unsafe.Add(ref c, 4 * columns));
            var (c50, c51) = Halves(ref Unsafe.Add(ref c, 5 * columns));
            for (var k = 0; k < depth; k++)
            {
                var b0 = Vector256.LoadUnsafe(ref b);
                var b1 = Vector256.LoadUnsafe(ref b, Lane / 2);
                var x = Vector256.Create(a);
                (c00, c01) = (Vector256.FusedMultiplyAdd(x, b0, c00), Vector256.FusedMultiplyAdd(x, b1, c01));
                x = Vector256.Create(Unsafe.Add(ref a, 1));
                (c10, c11) = (Vector256.FusedMultiplyAdd(x, b0, c10), Vector256.FusedMultiplyAdd(x, b1, c11));
                x = Vector256.Create(Unsafe.Add(ref a, 2));
                (c20, c21) = (Vector256.FusedMultiplyAdd(x, b0, c20), Vector256.FusedMultiplyAdd(x, b1, c21));
                x = Vector256.Create(Unsafe.Add(ref a, 3));
                (c30, c31) = (Vector256.FusedMultiplyAdd(x, b0, c30), Vector256.FusedMultiplyAdd(x, b1, c31));
                x = Vector256.Create(Unsafe.Add(ref a, 4));
                (c40, c41) = (Vector256.FusedMultiplyAdd(x, b0, c40), Vector256.FusedMultiplyAdd(x, b1, c41));
                x = Vector256.Create(Unsafe.Add(ref a, 5));
                (c50, c51) = (Vector256.FusedMultiplyAdd(x, b0, c50), Vector256.FusedMultiplyAdd(x, b1, c51));
                a = ref Unsafe.Add(ref a, Tall);
                b = ref Unsafe.Add(ref b, Wide);
            }

            Store(c00, c01, ref c);
            Store(c10, c11, ref Unsafe.Add(ref c, columns));
            Store(c20, c21, ref Unsafe.Add(ref c, 2 * columns));
            Store(c30, c31, ref Unsafe.Add(ref c, 3 * columns));
            Store(c40, c41, ref Unsafe.Add(ref c, 4 * columns));
            Store(c50, c51, ref Unsafe.Add(ref c, 5 * columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Whole(ref float a, ref float b, ref float c, int columns, int depth)
    {
        unchecked
        {
            var (c00, c01) = Sums(ref c);
            var (c10, c11) = Sums(ref Unsafe.Add(ref c, columns));
            var (c20, c21) = Sums(ref Unsafe.Add(ref c, 2 * columns));
            var (c30, c31) = Sums(ref Unsafe.Add(ref c, 3 * columns));
            var (c40, c41) = Sums(ref Unsafe.Add(ref c, 4 * columns));
            var (c50, c51) = Sums(ref Unsafe.Add(ref c, 5 * columns));
            var (c60, c61) = Sums(ref Unsafe.Add(ref c, 6 * columns));
            var (c70, c71) = Sums(ref Unsafe.Add(ref c, 7 * columns));
            var (c80, c81) = Sums(ref Unsafe.Add(ref c, 8 * columns));
            var (c90, c91) = Sums(ref Unsafe.Add(ref c, 9 * columns));
            var (ca0, ca1) = Sums(ref Unsafe.Add(ref c, 10 * columns));
            var (cb0, cb1) = Sums(ref Unsafe.Add(ref c, 11 * columns));
            for (var k = 0; k < depth; k++)
            {
                var b0 = Vector512.LoadUnsafe(ref b);
                var b1 = Vector512.LoadUnsafe(ref b, Lane);
                var x = Vector512.Create(a);
                (c00, c01) = (Vector512.FusedMultiplyAdd(x, b0, c00), Vector512.FusedMultiplyAdd(x, b1, c01));
                x = Vector512.Create(Unsafe.Add(ref a, 1));
                (c10, c11) = (Vector512.FusedMultiplyAdd(x, b0, c10), Vector512.FusedMultiplyAdd(x, b1, c11));
                x = Vector512.Create(Unsafe.Add(ref a, 2));
                (c20, c21) = (Vector512.FusedMultiplyAdd(x, b0, c20), Vector512.FusedMultiplyAdd(x, b1, c21));
                x = Vector512.Create(Unsafe.Add(ref a, 3));
                (c30, c31) = (Vector512.FusedMultiplyAdd(x, b0, c30), Vector512.FusedMultiplyAdd(x, b1, c31));
                x = Vector512.Create(Unsafe.Add(ref a, 4));
                (c40, c41) = (Vector512.FusedMultiplyAdd(x, b0, c40), Vector512.FusedMultiplyAdd(x, b1, c41));
                x = Vector512.Create(Unsafe.Add(ref a, 5));
                (c50, c51) = (Vector512.FusedMultiplyAdd(x, b0, c50), Vector512.FusedMultiplyAdd(x, b1, c51));
                x = Vector512.Create(Unsafe.Add(ref a, 6));
                (c60, c61) = (Vector512.FusedMultiplyAdd(x, b0, c60), Vector512.FusedMultiplyAdd(x, b1, c61));
                x = Vector512.Create(Unsafe.Add(ref a, 7));
                (c70, c71) = (Vector512.FusedMultiplyAdd(x, b0, c70), Vector512.FusedMultiplyAdd(x, b1, c71));
                x = Vector512.Create(Unsafe.Add(ref a, 8));
                (c80, c81) = (Vector512.FusedMultiplyAdd(x, b0, c80), Vector512.FusedMultiplyAdd(x, b1, c81));
                x = Vector512.Create(Unsafe.Add(ref a, 9));
                (c90, c91) = (Vector512.FusedMultiplyAdd(x, b0, c90), Vector512.FusedMultiplyAdd(x, b1, c91));
                x = Vector512.Create(Unsafe.Add(ref a, 10));
                (ca0, ca1) = (Vector512.FusedMultiplyAdd(x, b0, ca0), Vector512.FusedMultiplyAdd(x, b1, ca1));
                x = Vector512.Create(Unsafe.Add(ref a, 11));
                (cb0, cb1) = (Vector512.FusedMultiplyAdd(x, b0, cb0), Vector512.FusedMultiplyAdd(x, b1, cb1));
                a = ref Unsafe.Add(ref a, Tall);
                b = ref Unsafe.Add(ref b, Wide);
            }

            Store(c00, c01, ref c);
            Store(c10, c11, ref Unsafe.Add(ref c, columns));
            Store(c20, c21, ref Unsafe.Add(ref c, 2 * columns));
            Store(c30, c31, ref Unsafe.Add(ref c, 3 * columns));
            Store(c40, c41, ref Unsafe.Add(ref c, 4 * columns));
            Store(c50, c51, ref Unsafe.Add(ref c, 5 * columns));
            Store(c60, c61, ref Unsafe.Add(ref c, 6 * columns));
            Store(c70, c71, ref Unsafe.Add(ref c, 7 * columns));
            Store(c80, c81, ref Unsafe.Add(ref c, 8 * columns));
            Store(c90, c91, ref Unsafe.Add(ref c, 9 * columns));
            Store(ca0, ca1, ref Unsafe.Add(ref c, 10 * columns));
            Store(cb0, cb1, ref Unsafe.Add(ref c, 11 * columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> First, Vector512<float> Second) Sums(ref float at) => (Vector512.LoadUnsafe(ref at), Vector512.LoadUnsafe(ref at, Lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> first, Vector512<float> second, ref float to)
    {
        first.StoreUnsafe(ref to);
        second.StoreUnsafe(ref to, Lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> First, Vector256<float> Second) Halves(ref float at) => (Vector256.LoadUnsafe(ref at), Vector256.LoadUnsafe(ref at, Lane / 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> first, Vector256<float> second, ref float to)
    {
        first.StoreUnsafe(ref to);
        second.StoreUnsafe(ref to, Lane / 2);
    }
}
