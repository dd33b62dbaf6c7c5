using System.Runtime.InteropServices;

namespace Hearsay.Models;

/// <summary>A matrix of 16-bit integers.</summary>
/// <param name="Packed">As <see cref="IntegerProduct.Pack"/> gives it.</param>
/// <param name="Bits">Bits behind the point of an element.</param>
/// <param name="Depth">Rows.</param>
/// <param name="Columns">Columns.</param>
internal sealed record IntegerMatrix(short[] Packed, int Bits, int Depth, int Columns)
{
    /// <summary>Rounds a matrix, with as many bits as 16-bit elements and 32-bit sums of products with any 16-bit vector allow.</summary>
    public static IntegerMatrix Of(ReadOnlySpan<float> matrix, int depth, int columns)
    {
        var sums = new double[columns];
        var largest = 0.0;
        for (var i = 0; i < matrix.Length; i++)
        {
            sums[i % columns] += Math.Abs(matrix[i]);
            largest = Math.Max(largest, Math.Abs(matrix[i]));
        }

        // Each element may grow by a half in rounding.
        var bits = 14;
        while (bits > 0 && (largest * (1 << bits) > short.MaxValue - 1 || ((sums.Max() * (1 << bits)) + (depth / 2.0)) * short.MaxValue >= int.MaxValue))
        {
            bits--;
        }

        var rounded = new short[matrix.Length];
        for (var i = 0; i < matrix.Length; i++)
        {
            rounded[i] = (short)MathF.Round(matrix[i] * (1 << bits));
        }

        return new IntegerMatrix(IntegerProduct.Pack(rounded, depth, columns), bits, depth, columns);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    public static IntegerMatrix ReadFrom(BinaryReader reader, int depth, int columns)
    {
        var bits = reader.ReadInt32();
        if (bits is < 0 or > 14)
        {
            throw new InvalidDataException($"A matrix cannot have {bits} bits behind the point. The model file was made by another version: train it anew.");
        }

        var (stored, packed) = (new short[depth * columns], new short[depth * columns]);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(stored.AsSpan()));
        var next = 0;
        for (var row = 0; row < depth; row += 2)
        {
            for (var column = 0; column < columns; column++)
            {
                var place = IntegerProduct.PlaceOf(row, column, depth, columns);
                (packed[place], packed[place + 1]) = (stored[next], stored[next + 1]);
                next += 2;
            }
        }

        return new IntegerMatrix(packed, bits, depth, columns);
    }

    /// <summary>Writes the matrix: two rows at a time, their elements side by side.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write(Bits);
        for (var row = 0; row < Depth; row += 2)
        {
            for (var column = 0; column < Columns; column++)
            {
                var place = IntegerProduct.PlaceOf(row, column, Depth, Columns);
                writer.Write(Packed[place]);
                writer.Write(Packed[place + 1]);
            }
        }
    }
}
