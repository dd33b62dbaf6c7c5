using System.Runtime.InteropServices;

namespace Hearsay.Models;

/// <summary>
/// A matrix of 8-bit integers, each column in units of its own, that multiplies vectors of bytes; a byte is 128 more than what it stands for. An element of the product is
/// a sum, begun with the column's start, times the column's factor, divided by 2 to the <see cref="Bits"/>.
/// </summary>
/// <param name="Packed">As <see cref="ByteProduct"/> reads it, from the start of a line of the cache; columns beyond the matrix's own are zeros.</param>
/// <param name="Starts">What takes back, column by column, that bytes are too large by 128.</param>
/// <param name="Factors">Column by column, at least 0, and so small that no sum times its factor overflows.</param>
/// <param name="Depth">Rows.</param>
internal sealed record ByteMatrix(ReadOnlyMemory<sbyte> Packed, int[] Starts, int[] Factors, int Depth)
{
    /// <summary>What a byte stands for is so much less.</summary>
    public const int Middle = 128;

    /// <summary>Bits behind the point of a factor.</summary>
    public const int Bits = 12;

    /// <summary>Bytes of a line of the cache. A vector that crosses two lines takes two loads, and products do little else than load.</summary>
    private const int Line = 64;

    /// <summary>Columns, a multiple of <see cref="ByteProduct.Panel"/>.</summary>
    public int Columns => Factors.Length;

    /// <summary>Columns of a matrix when padded to whole panels.</summary>
    public static int Padded(int columns) => (columns + ByteProduct.Panel - 1) / ByteProduct.Panel * ByteProduct.Panel;

    /// <summary>The panel of the matrix that begins with a column.</summary>
    public ReadOnlySpan<sbyte> PanelAt(int column) => Packed.Span.Slice(column * Depth, ByteProduct.Panel * Depth);

    /// <summary>Rounds a matrix. A column whose products could exceed 32 bits is made smaller as a whole, which no matrix that was learnt needs.</summary>
    /// <param name="matrix">Row by row.</param>
    /// <param name="depth">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="unit">What a byte's step is worth, where the product's step is worth 1.</param>
    public static ByteMatrix Of(ReadOnlySpan<float> matrix, int depth, int columns, int unit)
    {
        var room = Aligned(depth * Padded(columns));
        var packed = room.Span;
        var factors = new int[Padded(columns)];
        var values = new double[depth];
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < depth; row++)
            {
                values[row] = (double)matrix[(row * columns) + column] * unit * (1 << Bits);
            }

            // Each element may grow by a half in rounding, and the whole by what rounds the factor up.
            var most = (int.MaxValue / Middle) - (depth * (StepOf(values) + 1)) - (1 << Bits);
            var excess = values.Sum(Math.Abs) / Math.Max(1, most);
            for (var row = 0; row < depth && excess > 1; row++)
            {
                values[row] /= excess;
            }

            factors[column] = (int)Math.Ceiling(StepOf(values));
            for (var row = 0; row < depth && factors[column] > 0; row++)
            {
                packed[ByteProduct.PlaceOf(row, column, depth)] = (sbyte)Math.Round(values[row] / factors[column]);
            }
        }

        return Checked(room, factors, depth);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    public static ByteMatrix ReadFrom(BinaryReader reader, int depth, int columns)
    {
        var factors = new int[Padded(columns)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(factors.AsSpan()));
        var packed = Aligned(depth * factors.Length);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(packed.Span));
        return Checked(packed, factors, depth);
    }

    /// <summary>Writes the matrix.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write(MemoryMarshal.AsBytes(Factors.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(Packed.Span));
    }

    /// <summary>A column's step: the smallest with which its elements fit 8 bits, and what is summed in 16 bits fits these.</summary>
    private static double StepOf(ReadOnlySpan<double> column)
    {
        var step = 0.0;
        Span<double> sums = stackalloc double[2];
        for (var row = 0; row < column.Length; row += ByteProduct.Chain)
        {
            sums.Clear();
            for (var i = 0; i < ByteProduct.Chain; i++)
            {
                var value = Math.Abs(column[row + i]);
                sums[(i >> 1) & 1] += value;
                step = Math.Max(step, value / sbyte.MaxValue);
            }

            // Each of four elements may grow by a half in rounding.
            step = Math.Max(step, Math.Max(sums[0], sums[1]) / (ByteProduct.MostOfFour - 2));
        }

        return step;
    }

    /// <summary>Zeros that begin with a line and stay where they are.</summary>
    private static Memory<sbyte> Aligned(int length)
    {
        var room = GC.AllocateArray<sbyte>(length + Line - 1, pinned: true);
        return room.AsMemory((int)(-Marshal.UnsafeAddrOfPinnedArrayElement(room, 0) & (Line - 1)), length);
    }

    private static ByteMatrix Checked(ReadOnlyMemory<sbyte> room, int[] factors, int depth)
    {
        var packed = room.Span;
        var sums = new (int Plain, int Absolute)[factors.Length];
        for (var i = 0; i < packed.Length; i++)
        {
            // Panel by panel, and in a panel four elements of each column.
            ref var sum = ref sums[(i / (ByteProduct.Panel * depth) * ByteProduct.Panel) + (i / 4 % ByteProduct.Panel)];
            sum = (sum.Plain + packed[i], sum.Absolute + Math.Abs((int)packed[i]));
        }

        for (var column = 0; column < sums.Length; column++)
        {
            if (factors[column] < 0 || ((long)sums[column].Absolute * Middle * factors[column]) + (1 << (Bits - 1)) > int.MaxValue || !ByteProduct.IsExact(packed, depth, column))
            {
                throw new InvalidDataException($"Column {column} of a matrix of bytes has elements or a factor with which its product could overflow. The model file was made by another version: train it anew.");
            }
        }

        return new ByteMatrix(room, [.. sums.Select(sum => -Middle * sum.Plain)], factors, depth);
    }
}
