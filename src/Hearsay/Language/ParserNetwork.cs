using System.Runtime.InteropServices;
using Hearsay.Models;

namespace Hearsay.Language;

/// <summary>
/// The parser's weights as integers. Vectors of words are 16-bit integers in units of 1/1024; the large matrices multiply them rounded to bytes in units of 1/32.
/// </summary>
internal sealed class ParserNetwork
{
    /// <summary>Bits behind the point of a word's vector.</summary>
    public const int ValueBits = 10;

    /// <summary>Bits behind the point of a word's vector as bytes.</summary>
    public const int ByteBits = 5;

    /// <summary>Bound of a word's vector: the difference of two fits 16 bits.</summary>
    public const int MaxValue = short.MaxValue / 2;

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

    /// <summary>A layer's first matrix: from a word's vector to a narrower one.</summary>
    public required ByteMatrix[] Narrowing { get; init; }

    /// <summary>A layer's second matrix: for every 16 elements of the next vector a panel of their candidates, forget gates and reset gates.</summary>
    public required ByteMatrix[] Recurrent { get; init; }

    /// <summary>By layer four rows: weight of the state in the forget gate and in the reset gate, with <see cref="StateBits"/>, and the biases of the two.</summary>
    public required int[][] Cells { get; init; }

    /// <summary>From a word's last vector to its views.</summary>
    public required ByteMatrix Views { get; init; }

    /// <summary>The views' biases, padded as their matrix is.</summary>
    public required int[] ViewBias { get; init; }

    /// <summary>Bilinear form between a dependent and a head.</summary>
    public required IntegerMatrix Arcs { get; init; }

    /// <summary>The artificial root's view as a head.</summary>
    public required int[] Root { get; init; }

    /// <summary>From the rectified sum of a dependent's and a head's views to the labels.</summary>
    public required ByteMatrix Relations { get; init; }

    /// <summary>Scores of arcs by the two tags and the distance.</summary>
    public required short[] Pairs { get; init; }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    public static ParserNetwork ReadFrom(BinaryReader reader)
    {
        var shape = new ParserShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (shape.Cells is < 16 or > 1024 || shape.Layers is < 1 or > 16 || shape.Rank is < 48 or > 960 || shape.Arc is < 16 or > 1024 || shape.Relation is < 16 or > 256 || shape.Labels is < 1 or > 256
            || shape.Cells % 32 != 0 || (shape.Arc | shape.Relation) % 16 != 0 || shape.Rank % ByteProduct.Panel != 0)
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
            Narrowing = [.. Enumerable.Range(0, shape.Layers).Select(_ => ByteMatrix.ReadFrom(reader, shape.Width, shape.Rank))],
            Recurrent = [.. Enumerable.Range(0, shape.Layers).Select(_ => ByteMatrix.ReadFrom(reader, shape.Rank, shape.Gates))],
            Cells = [.. Enumerable.Range(0, shape.Layers).Select(_ => ReadIntegers(reader, 4 * shape.Width))],
            Views = ByteMatrix.ReadFrom(reader, shape.Width, shape.Views),
            ViewBias = ReadIntegers(reader, ByteMatrix.Padded(shape.Views)),
            Arcs = IntegerMatrix.ReadFrom(reader, shape.Arc, shape.Arc),
            Root = ReadIntegers(reader, shape.Arc),
            Relations = ByteMatrix.ReadFrom(reader, shape.Relation, shape.Labels),
            Pairs = ReadShorts(reader, ParserInputs.Pairs),
        };
    }

    /// <summary>Writes the sizes and the weights.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        foreach (var size in (int[])[Shape.Cells, Shape.Layers, Shape.Rank, Shape.Arc, Shape.Relation, Shape.Labels, EmbeddingBits])
        {
            writer.Write(size);
        }

        writer.Write(MemoryMarshal.AsBytes(Embeddings.AsSpan()));
        foreach (var matrix in (ByteMatrix[])[.. Narrowing, .. Recurrent]) { matrix.WriteTo(writer); }
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
