using System.Runtime.Intrinsics;
using Hearsay.Language;

namespace Hearsay.Training.Language.Parsing;

/// <summary>
/// One share of a batch on its way through the network and back (biaffine attention over recurrent layers; Dozat and Manning 2017).
/// It keeps the room that the work needs, and serves one thread.
/// </summary>
internal sealed class ParserPass(ParserWeights weights)
{
    private const int Lane = MatrixProduct.Lane;

    private readonly ParserShape shape = weights.Shape;
    private readonly RecurrentLayer[] layers = [.. Enumerable.Range(0, weights.Shape.Layers).Select(_ => new RecurrentLayer(weights.Shape.Cells))];
    private readonly LabelLearning labels = new(weights);
    private readonly List<(ParserExample Example, int First)> batch = [];
    private readonly float[][] values = new float[weights.Shape.Layers + 1][];
    private readonly float[][] narrow = new float[weights.Shape.Layers][];
    private readonly float[][] masks = new float[weights.Shape.Layers + 2][];
    private float[] slopes = [], narrowSlopes = [], views = [], viewSlopes = [], dependents = [], dependentSlopes = [], queries = [], querySlopes = [];
    private float[] heads = [], headSlopes = [], headsAcross = [], scores = [];
    private int[] rows = [];
    private int words;

    /// <summary>Shares of what is switched off while learning: elements of vectors, and words.</summary>
    public (float Values, float Words) Dropout { get; init; }

    /// <summary>How much of what is learnt is what examples are <see cref="ParserExample.Taught"/>, where they are; the rest is their own heads and labels.</summary>
    public float Trust { get; init; }

    /// <summary>Sum of the losses of the last batch, over heads and over labels.</summary>
    public double Loss { get; private set; }

    /// <summary>Learns from sentences: adds the slope of their summed losses, times <paramref name="scale"/>, to the gradients.</summary>
    public void Learn(IReadOnlyList<ParserExample> examples, ParserGradients gradients, float scale, ulong seed)
    {
        var dice = new Dice(seed);
        Forward(examples, ref dice, isLearning: true);
        Loss = 0;
        viewSlopes.AsSpan(0, words * shape.Views).Clear();
        querySlopes.AsSpan(0, words * shape.Arc).Clear();
        foreach (var (example, first) in batch)
        {
            ScoreHeads(example, first);
            LearnHeads(example, first, gradients, scale);
        }

        BackwardArcs(gradients);
        Loss += labels.Learn(batch, views, viewSlopes, gradients, Trust, scale);
        BackwardViews(gradients);
        BackwardLayers(gradients);
    }

    /// <summary>What the network thinks of a sentence. A word whose head the example does not know has no probabilities of labels.</summary>
    public TaughtTree Teach(ParserExample example)
    {
        var dice = new Dice(0);
        Forward([example], ref dice, isLearning: false);
        var (stride, choices) = (ScoreHeads(example, 0), words + 1);
        var taught = new TaughtTree(new Half[words * choices], new Half[words * shape.Labels]);
        for (var word = 0; word < words; word++)
        {
            var row = scores.AsSpan(word * stride, stride);
            Softmax.ToProbabilities(row);
            Softmax.Write(row[..choices], taught.Heads.AsSpan(word * choices, choices));
        }

        labels.Teach(example, views, taught.Labels);
        return taught;
    }

    private void Forward(IReadOnlyList<ParserExample> examples, ref Dice dice, bool isLearning)
    {
        batch.Clear();
        words = 0;
        foreach (var example in examples)
        {
            batch.Add((example, words));
            words += example.Heads.Length;
        }

        var width = shape.Width;
        MakeRoom();
        foreach (var (example, first) in batch)
        {
            example.Rows.CopyTo(rows.AsSpan(first * ParserInputs.Count));
            for (var word = first; isLearning && word < first + example.Heads.Length; word++)
            {
                if (dice.Next() < Dropout.Words)
                {
                    ParserInputs.Forget(rows.AsSpan(word * ParserInputs.Count, ParserInputs.Count));
                }
            }
        }

        var sums = values[0].AsSpan(0, words * width);
        sums.Clear();
        for (var i = 0; i < words * ParserInputs.Count; i++)
        {
            MatrixProduct.Add(weights.Embeddings.AsSpan(rows[i] * width, width), sums.Slice(i / ParserInputs.Count * width, width));
        }

        for (var layer = 0; layer <= shape.Layers; layer++)
        {
            var input = values[layer].AsSpan(0, words * width);
            Mask(input, masks[layer], width, ref dice, isLearning);
            if (layer == shape.Layers)
            {
                break;
            }

            layers[layer].Start(words);
            narrow[layer].AsSpan(0, words * shape.Rank).Clear();
            MatrixProduct.Add(input, width, 1, weights[weights.Narrowing[layer]], narrow[layer], words, shape.Rank, width);
            MatrixProduct.Add(narrow[layer], shape.Rank, 1, weights[weights.Recurrent[layer]], layers[layer].Products, words, shape.Gates, shape.Rank);
            foreach (var (example, first) in batch)
            {
                layers[layer].Forward(first, example.Heads.Length, weights[weights.Cells[layer]], input, values[layer + 1]);
            }
        }

        var view = views.AsSpan(0, words * shape.Views);
        for (var word = 0; word < words; word++)
        {
            weights[weights.ViewBias].CopyTo(view[(word * shape.Views)..]);
        }

        MatrixProduct.Add(values[^1], width, 1, weights[weights.Views], view, words, shape.Views, width);

        // Views for arcs are rectified at once, those for labels when a dependent's and a head's are summed.
        for (var word = 0; word < words; word++)
        {
            Rectifier.Apply(view.Slice(word * shape.Views, 2 * shape.Arc));
        }

        Mask(view, masks[^1], shape.Views, ref dice, isLearning);
        for (var word = 0; word < words; word++)
        {
            // The last element of these views is always 1: thus the bilinear form has linear and constant parts, and labels have a bias.
            var row = view.Slice(word * shape.Views, shape.Views);
            (row[shape.Arc - 1], row[(2 * shape.Arc) + shape.Relation - 1], row[^1]) = (1, 1, 1);
            row[..shape.Arc].CopyTo(dependents.AsSpan(word * shape.Arc));
        }

        queries.AsSpan(0, words * shape.Arc).Clear();
        MatrixProduct.Add(dependents, shape.Arc, 1, weights[weights.Arcs], queries, words, shape.Arc, shape.Arc);
    }

    /// <summary>Switches elements of vectors off, the same for all words of a sentence.</summary>
    private void Mask(Span<float> vectors, float[] mask, int width, ref Dice dice, bool isLearning)
    {
        if (!isLearning)
        {
            return;
        }

        var keep = 1 / (1 - Dropout.Values);
        foreach (var (example, first) in batch)
        {
            var own = mask.AsSpan(first * width, width);
            for (var i = 0; i < width; i++)
            {
                own[i] = dice.Next() < Dropout.Values ? 0 : keep;
            }

            for (var word = first; word < first + example.Heads.Length; word++)
            {
                Multiply(own, vectors.Slice(word * width, width));
            }
        }
    }

    /// <summary>Takes a mask's effect back.</summary>
    private void Unmask(Span<float> vectors, float[] mask, int width)
    {
        foreach (var (example, first) in batch)
        {
            for (var word = first; word < first + example.Heads.Length; word++)
            {
                Multiply(mask.AsSpan(first * width, width), vectors.Slice(word * width, width));
            }
        }
    }

    private static void Multiply(ReadOnlySpan<float> mask, Span<float> vector)
    {
        for (var i = 0; i < vector.Length; i += Lane / 2)
        {
            (Vector256.Create(mask[i..]) * Vector256.Create<float>(vector[i..])).CopyTo(vector[i..]);
        }
    }

    /// <summary>Scores every head for every word of a sentence. The root comes first; gives the distance of rows.</summary>
    private int ScoreHeads(ParserExample example, int first)
    {
        var count = example.Heads.Length;
        var stride = (count + 1 + Lane - 1) / Lane * Lane;
        Grow(ref heads, stride * shape.Arc);
        Grow(ref headsAcross, stride * shape.Arc);
        Grow(ref scores, count * stride);
        heads.AsSpan(0, stride * shape.Arc).Clear();
        weights[weights.Root].CopyTo(heads);
        for (var word = 0; word < count; word++)
        {
            views.AsSpan(((first + word) * shape.Views) + shape.Arc, shape.Arc).CopyTo(heads.AsSpan((word + 1) * shape.Arc));
        }

        for (var i = 0; i < stride; i++)
        {
            for (var k = 0; k < shape.Arc; k++)
            {
                headsAcross[(k * stride) + i] = heads[(i * shape.Arc) + k];
            }
        }

        scores.AsSpan(0, count * stride).Clear();
        MatrixProduct.Add(queries.AsSpan(first * shape.Arc), shape.Arc, 1, headsAcross, scores, count, stride, shape.Arc);
        var pairs = weights[weights.Pairs];
        for (var word = 0; word < count; word++)
        {
            scores[word * stride] += pairs[ParserInputs.Pair(example.Tags[word], 0, 0)];
            for (var head = 0; head < count; head++)
            {
                scores[(word * stride) + head + 1] += pairs[ParserInputs.Pair(example.Tags[word], example.Tags[head], head - word)];
            }

            scores[(word * stride) + word + 1] = Softmax.Impossible;
            scores.AsSpan((word * stride) + count + 1, stride - count - 1).Fill(Softmax.Impossible);
        }

        return stride;
    }

    private void LearnHeads(ParserExample example, int first, ParserGradients gradients, float scale)
    {
        var count = example.Heads.Length;
        var stride = (count + 1 + Lane - 1) / Lane * Lane;
        var pairs = gradients[weights.Pairs];
        for (var word = 0; word < count; word++)
        {
            var row = scores.AsSpan(word * stride, stride);
            if (example.Heads[word] < 0)
            {
                row.Clear();
                continue;
            }

            Loss += Softmax.ToSlope(row, example.Heads[word], example.Taught is { } taught ? taught.HeadsOf(word, count) : [], Trust, scale);
            pairs[ParserInputs.Pair(example.Tags[word], 0, 0)] += row[0];
            for (var head = 0; head < count; head++)
            {
                pairs[ParserInputs.Pair(example.Tags[word], example.Tags[head], head - word)] += row[head + 1];
            }
        }

        MatrixProduct.Add(scores, stride, 1, heads, querySlopes.AsSpan(first * shape.Arc), count, shape.Arc, stride);
        Grow(ref headSlopes, stride * shape.Arc);
        headSlopes.AsSpan(0, stride * shape.Arc).Clear();
        MatrixProduct.Add(scores, 1, stride, queries.AsSpan(first * shape.Arc), headSlopes, stride, shape.Arc, count);
        MatrixProduct.Add(headSlopes.AsSpan(0, shape.Arc), gradients[weights.Root]);
        for (var word = 0; word < count; word++)
        {
            headSlopes.AsSpan((word + 1) * shape.Arc, shape.Arc).CopyTo(viewSlopes.AsSpan(((first + word) * shape.Views) + shape.Arc));
        }
    }

    private void BackwardArcs(ParserGradients gradients)
    {
        var length = words * shape.Arc;
        MatrixProduct.Add(dependents, 1, shape.Arc, querySlopes, gradients[weights.Arcs], shape.Arc, shape.Arc, words);
        dependentSlopes.AsSpan(0, length).Clear();
        MatrixProduct.Add(querySlopes, shape.Arc, 1, weights.Transpose(weights.Arcs), dependentSlopes, words, shape.Arc, shape.Arc);
        for (var word = 0; word < words; word++)
        {
            dependentSlopes.AsSpan(word * shape.Arc, shape.Arc).CopyTo(viewSlopes.AsSpan(word * shape.Views));
        }
    }

    private void BackwardViews(ParserGradients gradients)
    {
        var slope = viewSlopes.AsSpan(0, words * shape.Views);
        for (var word = 0; word < words; word++)
        {
            var row = slope.Slice(word * shape.Views, shape.Views);
            (row[shape.Arc - 1], row[(2 * shape.Arc) + shape.Relation - 1], row[^1]) = (0, 0, 0);
        }

        Unmask(slope, masks[^1], shape.Views);
        for (var word = 0; word < words; word++)
        {
            Rectifier.Return(slope.Slice(word * shape.Views, 2 * shape.Arc), views.AsSpan(word * shape.Views, 2 * shape.Arc));
            MatrixProduct.Add(slope.Slice(word * shape.Views, shape.Views), gradients[weights.ViewBias]);
        }

        MatrixProduct.Add(values[^1], 1, shape.Width, slope, gradients[weights.Views], shape.Width, shape.Views, words);
        slopes.AsSpan(0, words * shape.Width).Clear();
        MatrixProduct.Add(slope, shape.Views, 1, weights.Transpose(weights.Views), slopes, words, shape.Width, shape.Views);
    }

    private void BackwardLayers(ParserGradients gradients)
    {
        var width = shape.Width;
        for (var layer = shape.Layers; ; layer--)
        {
            Unmask(slopes, masks[layer], width);
            if (layer == 0)
            {
                break;
            }

            var (input, own) = (values[layer - 1], layers[layer - 1]);
            foreach (var (example, first) in batch)
            {
                own.Backward(first, example.Heads.Length, weights[weights.Cells[layer - 1]], input, slopes, gradients[weights.Cells[layer - 1]]);
            }

            var (narrowing, recurrent, rank) = (weights.Narrowing[layer - 1], weights.Recurrent[layer - 1], shape.Rank);
            MatrixProduct.Add(narrow[layer - 1], 1, rank, own.Products, gradients[recurrent], rank, shape.Gates, words);
            narrowSlopes.AsSpan(0, words * rank).Clear();
            MatrixProduct.Add(own.Products, shape.Gates, 1, weights.Transpose(recurrent), narrowSlopes, words, rank, shape.Gates);
            MatrixProduct.Add(input, 1, width, narrowSlopes, gradients[narrowing], width, rank, words);
            MatrixProduct.Add(narrowSlopes, rank, 1, weights.Transpose(narrowing), slopes, words, width, rank);
        }

        for (var i = 0; i < words * ParserInputs.Count; i++)
        {
            MatrixProduct.Add(slopes.AsSpan(i / ParserInputs.Count * width, width), gradients.Row(rows[i]));
        }
    }

    private void MakeRoom()
    {
        var width = shape.Width;
        for (var layer = 0; layer < values.Length; layer++)
        {
            Grow(ref values[layer], words * width);
            Grow(ref masks[layer], words * width);
        }

        for (var layer = 0; layer < narrow.Length; layer++)
        {
            Grow(ref narrow[layer], words * shape.Rank);
        }

        Grow(ref narrowSlopes, words * shape.Rank);
        Grow(ref masks[^1], words * shape.Views);
        Grow(ref slopes, words * width);
        Grow(ref views, words * shape.Views);
        Grow(ref viewSlopes, words * shape.Views);
        Grow(ref dependents, words * shape.Arc);
        Grow(ref dependentSlopes, words * shape.Arc);
        Grow(ref queries, words * shape.Arc);
        Grow(ref querySlopes, words * shape.Arc);
        Grow(ref rows, words * ParserInputs.Count);
    }

    private static void Grow<T>(ref T[] room, int size)
    {
        if (room is null || room.Length < size)
        {
            room = new T[size * 5 / 4];
        }
    }
}
