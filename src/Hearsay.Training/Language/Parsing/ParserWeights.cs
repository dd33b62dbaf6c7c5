using Hearsay.Language;

namespace Hearsay.Training.Language.Parsing;

/// <summary>Where a matrix lies among the dense weights.</summary>
internal readonly record struct Part(int Start, int Rows, int Columns)
{
    public int Length => Rows * Columns;

    public int End => Start + Length;
}

/// <summary>The parser's weights while it learns: a table of embeddings, of which a sentence touches few rows, and dense matrices.</summary>
internal sealed class ParserWeights
{
    /// <summary>Zeros.</summary>
    public ParserWeights(ParserShape shape)
    {
        Shape = shape;
        var end = 0;
        Narrowing = [.. Enumerable.Range(0, shape.Layers).Select(_ => Next(shape.Width, shape.Rank))];
        Recurrent = [.. Enumerable.Range(0, shape.Layers).Select(_ => Next(shape.Rank, shape.Gates))];
        Cells = [.. Enumerable.Range(0, shape.Layers).Select(_ => Next(4, shape.Width))];
        Views = Next(shape.Width, shape.Views);
        ViewBias = Next(1, shape.Views);
        Arcs = Next(shape.Arc, shape.Arc);
        Root = Next(1, shape.Arc);
        Relations = Next(shape.Relation, shape.LabelLanes);
        Pairs = Next(1, ParserInputs.Pairs);
        Dense = new float[end];
        Transposed = new float[end];
        Embeddings = new float[ParserInputs.Rows * shape.Width];

        Part Next(int rows, int columns)
        {
            var part = new Part(end, rows, columns);
            end = part.End;
            return part;
        }
    }

    public ParserShape Shape { get; }

    /// <summary>Rows of <see cref="ParserShape.Width"/>.</summary>
    public float[] Embeddings { get; }

    /// <summary>All matrices, one after another.</summary>
    public float[] Dense { get; }

    /// <summary>Each matrix transposed, at the same place.</summary>
    public float[] Transposed { get; }

    /// <summary>From a word's vector to a narrower one, by layer.</summary>
    public Part[] Narrowing { get; }

    /// <summary>From that to its candidate and gates, by layer.</summary>
    public Part[] Recurrent { get; }

    /// <summary>By layer four rows: weight of the state in the forget gate and in the reset gate, bias of each.</summary>
    public Part[] Cells { get; }

    /// <summary>From a word's last vector to its views.</summary>
    public Part Views { get; }

    public Part ViewBias { get; }

    /// <summary>Bilinear form between a dependent and a head.</summary>
    public Part Arcs { get; }

    /// <summary>The artificial root's view as a head.</summary>
    public Part Root { get; }

    /// <summary>From the rectified sum of a dependent's and a head's views to labels.</summary>
    public Part Relations { get; }

    /// <summary>Scores of arcs by the two tags and the distance.</summary>
    public Part Pairs { get; }

    public Span<float> this[Part part] => Dense.AsSpan(part.Start, part.Length);

    public Span<float> Transpose(Part part) => Transposed.AsSpan(part.Start, part.Length);

    /// <summary>Brings <see cref="Transposed"/> up to date.</summary>
    public void RefreshTransposed()
    {
        foreach (var part in (Part[])[.. Narrowing, .. Recurrent, Views, Arcs, Relations])
        {
            var from = this[part];
            var to = Transpose(part);
            unchecked
            {
                for (var row = 0; row < part.Rows; row++)
                {
                    for (var column = 0; column < part.Columns; column++)
                    {
                        to[(column * part.Rows) + row] = from[(row * part.Columns) + column];
                    }
                }
            }
        }
    }

    /// <summary>Random small weights.</summary>
    public static ParserWeights Random(ParserShape shape, ulong seed)
    {
        var weights = new ParserWeights(shape);
        var dice = new Dice(seed);
        Fill(weights.Embeddings, 0.2f);
        foreach (var part in (Part[])[.. weights.Narrowing, .. weights.Recurrent])
        {
            Fill(weights[part], MathF.Sqrt(3f / part.Rows));
        }

        Fill(weights[weights.Views], MathF.Sqrt(3f / shape.Width));
        Fill(weights[weights.Arcs], MathF.Sqrt(1f / shape.Arc));
        Fill(weights[weights.Root], 0.1f);
        Fill(weights[weights.Relations], MathF.Sqrt(1f / shape.Relation));
        weights.RefreshTransposed();
        return weights;

        void Fill(Span<float> span, float range)
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = ((2 * dice.Next()) - 1) * range;
            }
        }
    }
}

/// <summary>Random numbers that are the same everywhere (SplitMix64; Steele, Lea and Flood 2014).</summary>
internal struct Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>At least 0, below 1.</summary>
    public float Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 40) * (1f / (1 << 24));
        }
    }

    /// <summary>A random order.</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = Math.Min(i, (int)(Next() * (i + 1)));
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}

/// <summary>What a share of a batch says about the weights.</summary>
internal sealed class ParserGradients(ParserWeights weights)
{
    private readonly bool[] isTouched = new bool[ParserInputs.Rows];

    public float[] Dense { get; } = new float[weights.Dense.Length];

    public float[] Embeddings { get; } = new float[weights.Embeddings.Length];

    /// <summary>Rows of the embeddings that are not zero, in the order in which they were first touched.</summary>
    public List<int> Touched { get; } = [];

    public Span<float> this[Part part] => Dense.AsSpan(part.Start, part.Length);

    /// <summary>A row of the embeddings, noted as touched.</summary>
    public Span<float> Row(int row)
    {
        if (!isTouched[row])
        {
            isTouched[row] = true;
            Touched.Add(row);
        }

        var width = weights.Shape.Width;
        return Embeddings.AsSpan(row * width, width);
    }

    /// <summary>Adds another share and empties it.</summary>
    public void Take(ParserGradients other)
    {
        MatrixProduct.Add(other.Dense, Dense);
        foreach (var row in other.Touched)
        {
            MatrixProduct.Add(other.Row(row), Row(row));
        }

        other.Clear();
    }

    public void Clear()
    {
        Dense.AsSpan().Clear();
        foreach (var row in Touched)
        {
            Row(row).Clear();
            isTouched[row] = false;
        }

        Touched.Clear();
    }
}
