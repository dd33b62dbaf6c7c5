using System.Runtime.Intrinsics;
using Hearsay.Language;

namespace Hearsay.Training.Language.Parsing;

/// <summary>A sentence for the parser to learn from.</summary>
/// <param name="Rows">Rows of the embeddings, <see cref="ParserInputs.Count"/> a word.</param>
/// <param name="Heads">Head of each word, words counted from 1, 0 for the root; -1 where it is not known.</param>
/// <param name="Labels">Label of each word.</param>
/// <param name="Tags">Tag of each word, plus one.</param>
internal sealed record ParserExample(int[] Rows, int[] Heads, byte[] Labels, byte[] Tags);

/// <summary>
/// One share of a batch on its way through the network and back (biaffine attention over recurrent layers; Dozat and Manning 2017).
/// It keeps the room that the work needs, and serves one thread.
/// </summary>
internal sealed class ParserPass(ParserWeights weights)
{
    /// <summary>Slope of a view's rectifier below 0.</summary>
    public const float Leak = 0.125f;

    private const float Impossible = -1e9f;
    private const int Lane = MatrixProduct.Lane;

    private readonly ParserShape shape = weights.Shape;
    private readonly RecurrentLayer[] layers = [.. Enumerable.Range(0, weights.Shape.Layers).Select(_ => new RecurrentLayer(weights.Shape.Cells))];
    private readonly List<(ParserExample Example, int First)> batch = [];
    private readonly float[][] values = new float[weights.Shape.Layers + 1][];
    private readonly float[][] masks = new float[weights.Shape.Layers + 2][];
    private float[] slopes = [], views = [], viewSlopes = [], dependents = [], dependentSlopes = [], queries = [], querySlopes = [];
    private float[] heads = [], headSlopes = [], headsAcross = [], scores = [];
    private float[] labelHeads = [], labelHeadSlopes = [], labelDependents = [], forms = [], labelScores = [];
    private int[] rows = [];
    private int words;

    /// <summary>Shares of what is switched off while learning: elements of vectors, and words.</summary>
    public (float Values, float Words) Dropout { get; init; }

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
        LearnLabels(gradients, scale);
        BackwardViews(gradients);
        BackwardLayers(gradients);
    }

    /// <summary>Best head of each word (0 for the root), each for itself, and the label of each word under the head that <paramref name="example"/> gives it.</summary>
    public void Predict(ParserExample example, Span<int> bestHeads, Span<int> bestLabels)
    {
        var dice = new Dice(0);
        Forward([example], ref dice, isLearning: false);
        var stride = ScoreHeads(example, 0);
        for (var i = 0; i < words; i++)
        {
            bestHeads[i] = Best(scores.AsSpan(i * stride, words + 1));
        }

        var pairs = ScoreLabels();
        bestLabels.Fill(-1);
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            bestLabels[pairs[pair].Dependent] = Best(labelScores.AsSpan(pair * shape.LabelLanes, shape.Labels));
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) { best = i; }
        }

        return best;
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
            MatrixProduct.Add(input, width, 1, weights[weights.Recurrent[layer]], layers[layer].Products, words, shape.Gates, width);
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
        for (var i = 0; i < view.Length; i++)
        {
            view[i] = view[i] > 0 ? view[i] : view[i] * Leak;
        }

        Mask(view, masks[^1], shape.Views, ref dice, isLearning);
        for (var word = 0; word < words; word++)
        {
            // The last element of these views is always 1: thus the bilinear forms have linear and constant parts.
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
        for (var i = 0; i < vector.Length; i += Lane)
        {
            (Vector512.Create(mask[i..]) * Vector512.Create<float>(vector[i..])).CopyTo(vector[i..]);
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

            scores[(word * stride) + word + 1] = Impossible;
            scores.AsSpan((word * stride) + count + 1, stride - count - 1).Fill(Impossible);
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

            Loss += ToSlope(row, example.Heads[word], scale);
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

    /// <summary>Turns scores into the slope of the loss (the negative logarithm of the softmax at <paramref name="right"/>) in them, and gives the loss.</summary>
    private static double ToSlope(Span<float> row, int right, float scale)
    {
        var best = row[0];
        foreach (var score in row)
        {
            best = Math.Max(best, score);
        }

        var of = row[right] - best;
        var sum = 0f;
        for (var i = 0; i < row.Length; i += Lane)
        {
            Vector512.Exp(Vector512.Max(Vector512.Create<float>(row[i..]) - Vector512.Create(best), Vector512.Create(-80f))).CopyTo(row[i..]);
        }

        foreach (var value in row)
        {
            sum += value;
        }

        for (var i = 0; i < row.Length; i++)
        {
            row[i] *= scale / sum;
        }

        row[right] -= scale;
        return Math.Log(sum) - of;
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

    private List<(int Dependent, int Head, byte Label)> ScoreLabels()
    {
        var pairs = new List<(int Dependent, int Head, byte Label)>();
        foreach (var (example, first) in batch)
        {
            for (var word = 0; word < example.Heads.Length; word++)
            {
                if (example.Heads[word] > 0)
                {
                    pairs.Add((first + word, first + example.Heads[word] - 1, example.Labels[word]));
                }
            }
        }

        var (width, lanes) = (shape.Relation, shape.LabelLanes);
        Grow(ref labelHeads, pairs.Count * width);
        Grow(ref labelHeadSlopes, pairs.Count * width);
        Grow(ref labelDependents, pairs.Count * width);
        Grow(ref forms, pairs.Count * width * lanes);
        Grow(ref labelScores, pairs.Count * lanes);
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            views.AsSpan((pairs[pair].Dependent * shape.Views) + (2 * shape.Arc), width).CopyTo(labelDependents.AsSpan(pair * width));
            views.AsSpan((pairs[pair].Head * shape.Views) + (2 * shape.Arc) + width, width).CopyTo(labelHeads.AsSpan(pair * width));
        }

        forms.AsSpan(0, pairs.Count * width * lanes).Clear();
        labelScores.AsSpan(0, pairs.Count * lanes).Clear();
        MatrixProduct.Add(labelHeads, width, 1, weights[weights.Relations], forms, pairs.Count, width * lanes, width);
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            MatrixProduct.Add(labelDependents.AsSpan(pair * width), width, 1, forms.AsSpan(pair * width * lanes), labelScores.AsSpan(pair * lanes), 1, lanes, width);
        }

        return pairs;
    }

    private void LearnLabels(ParserGradients gradients, float scale)
    {
        var pairs = ScoreLabels();
        var (width, lanes) = (shape.Relation, shape.LabelLanes);
        Span<float> slope = stackalloc float[width];
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            var row = labelScores.AsSpan(pair * lanes, lanes);
            row[shape.Labels..].Fill(Impossible);
            Loss += ToSlope(row, pairs[pair].Label, scale);
            var dependent = labelDependents.AsSpan(pair * width, width);
            for (var k = 0; k < width; k++)
            {
                var form = forms.AsSpan(((pair * width) + k) * lanes, lanes);
                var (sum, value) = (Vector512<float>.Zero, Vector512.Create(dependent[k]));
                for (var i = 0; i < lanes; i += Lane)
                {
                    var score = Vector512.Create<float>(row[i..]);
                    sum += Vector512.Create<float>(form[i..]) * score;
                    (score * value).CopyTo(form[i..]);
                }

                slope[k] = Vector512.Sum(sum);
            }

            MatrixProduct.Add(slope, viewSlopes.AsSpan((pairs[pair].Dependent * shape.Views) + (2 * shape.Arc), width));
        }

        MatrixProduct.Add(labelHeads, 1, width, forms, gradients[weights.Relations], width, width * lanes, pairs.Count);
        labelHeadSlopes.AsSpan(0, pairs.Count * width).Clear();
        MatrixProduct.Add(forms, width * lanes, 1, weights.Transpose(weights.Relations), labelHeadSlopes, pairs.Count, width, width * lanes);
        for (var pair = 0; pair < pairs.Count; pair++)
        {
            MatrixProduct.Add(labelHeadSlopes.AsSpan(pair * width, width), viewSlopes.AsSpan((pairs[pair].Head * shape.Views) + (2 * shape.Arc) + width, width));
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
        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = views[i] > 0 ? slope[i] : slope[i] * Leak;
        }

        for (var word = 0; word < words; word++)
        {
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

            MatrixProduct.Add(input, 1, width, own.Products, gradients[weights.Recurrent[layer - 1]], width, shape.Gates, words);
            MatrixProduct.Add(own.Products, shape.Gates, 1, weights.Transpose(weights.Recurrent[layer - 1]), slopes, words, width, shape.Gates);
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
