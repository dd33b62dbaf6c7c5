using System.Runtime.InteropServices;
using Hearsay.Models;

namespace Hearsay.Language;

/// <summary>
/// The parser's weights as integers. Vectors of words are 16-bit integers in units of 1/1024; matrices are 16-bit integers in units of a power of two, so small that no sum overflows.
/// </summary>
internal sealed class ParserNetwork
{
    /// <summary>Bits behind the point of a word's vector.</summary>
    public const int ValueBits = 10;

    /// <summary>Bits behind the point of the gates' weights of the state.</summary>
    public const int StateBits = 12;

    /// <summary>Bits behind the point of <see cref="Pairs"/>.</summary>
    public const int PairBits = 10;

    /// <summary>Sizes.</summary>
    public required ParserShape Shape { get; init; }

    /// <summary>Rows of embeddings.</summary>
    public required sbyte[] Embeddings { get; init; }

    /// <summary>Bits behind their point.</summary>
    public required int EmbeddingBits { get; init; }

    /// <summary>A layer's matrix to candidates and gates.</summary>
    public required IntegerMatrix[] Recurrent { get; init; }

    /// <summary>By layer four rows: weight of the state in the forget gate and in the reset gate, with <see cref="StateBits"/>, and the biases of the two.</summary>
    public required int[][] Cells { get; init; }

    /// <summary>From a word's last vector to its views.</summary>
    public required IntegerMatrix Views { get; init; }

    /// <summary>The views' biases.</summary>
    public required int[] ViewBias { get; init; }

    /// <summary>Bilinear form between a dependent and a head.</summary>
    public required IntegerMatrix Arcs { get; init; }

    /// <summary>The artificial root's view as a head.</summary>
    public required int[] Root { get; init; }

    /// <summary>Bilinear forms of the labels: row by the head's element, column by the dependent's element and the label.</summary>
    public required IntegerMatrix Relations { get; init; }

    /// <summary>Scores of arcs by the two tags and the distance.</summary>
    public required short[] Pairs { get; init; }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    public static ParserNetwork ReadFrom(BinaryReader reader)
    {
        var shape = new ParserShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (shape.Cells is < 16 or > 1024 || shape.Layers is < 1 or > 16 || shape.Arc is < 16 or > 1024 || shape.Relation is < 16 or > 256 || shape.Labels is < 1 or > 256
            || (shape.Cells | shape.Arc | shape.Relation) % 16 != 0)
        {
            throw new InvalidDataException($"A parser cannot have the sizes {shape}. The model file was made by another version: train it anew.");
        }

        var embeddingBits = reader.ReadInt32();
        var embeddings = new sbyte[ParserInputs.Rows * shape.Width];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(embeddings.AsSpan()));
        return new ParserNetwork
        {
            Shape = shape,
            EmbeddingBits = embeddingBits,
            Embeddings = embeddings,
            Recurrent = [.. Enumerable.Range(0, shape.Layers).Select(_ => IntegerMatrix.ReadFrom(reader, shape.Width, shape.Gates))],
            Cells = [.. Enumerable.Range(0, shape.Layers).Select(_ => ReadIntegers(reader, 4 * shape.Width))],
            Views = IntegerMatrix.ReadFrom(reader, shape.Width, shape.Views),
            ViewBias = ReadIntegers(reader, shape.Views),
            Arcs = IntegerMatrix.ReadFrom(reader, shape.Arc, shape.Arc),
            Root = ReadIntegers(reader, shape.Arc),
            Relations = IntegerMatrix.ReadFrom(reader, shape.Relation, shape.Relation * shape.LabelLanes),
            Pairs = ReadShorts(reader, ParserInputs.Pairs),
        };
    }

    /// <summary>Writes the sizes and the weights.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        foreach (var size in (int[])[Shape.Cells, Shape.Layers, Shape.Arc, Shape.Relation, Shape.Labels, EmbeddingBits])
        {
            writer.Write(size);
        }

        writer.Write(MemoryMarshal.AsBytes(Embeddings.AsSpan()));
        foreach (var matrix in Recurrent) { matrix.WriteTo(writer); }
        foreach (var cells in Cells) { writer.Write(MemoryMarshal.AsBytes(cells.AsSpan())); }
        Views.WriteTo(writer);
        writer.Write(MemoryMarshal.AsBytes(ViewBias.AsSpan()));
        Arcs.WriteTo(writer);
        writer.Write(MemoryMarshal.AsBytes(Root.AsSpan()));
        Relations.WriteTo(writer);
        writer.Write(MemoryMarshal.AsBytes(Pairs.AsSpan()));
    }

    private static short[] ReadShorts(BinaryReader reader, int count)
    {
        var integers = new short[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(integers.AsSpan()));
        return integers;
    }

    private static int[] ReadIntegers(BinaryReader reader, int count)
    {
        var integers = new int[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(integers.AsSpan()));
        return integers;
    }
}

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
