using Hearsay.Language;

namespace Hearsay.Training.Language.Parsing;

/// <summary>Labels of arcs: a layer over the rectified sum of a view of the dependent and a view of the head (Kiperwasser and Goldberg 2016). It keeps the room that the work needs.</summary>
internal sealed class LabelLearning(ParserWeights weights)
{
    private readonly ParserShape shape = weights.Shape;
    private readonly List<Arc> arcs = [];
    private float[] hidden = [], hiddenSlopes = [], scores = [];

    /// <summary>Learns from the arcs of sentences whose heads are words; gives the loss.</summary>
    /// <param name="batch">The sentences, and each one's first word.</param>
    /// <param name="views">All words' views.</param>
    /// <param name="viewSlopes">The loss's slope in them, to which is added.</param>
    /// <param name="gradients">Its slope in the weights, to which is added.</param>
    /// <param name="trust">How much of what is learnt is what sentences are taught.</param>
    /// <param name="scale">What the loss counts.</param>
    public double Learn(IReadOnlyList<(ParserExample Example, int First)> batch, ReadOnlySpan<float> views, Span<float> viewSlopes, ParserGradients gradients, float trust, float scale)
    {
        Score(batch, views);
        var (width, lanes, loss) = (shape.Relation, shape.LabelLanes, 0.0);
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            var (example, word) = (arcs[arc].Example, arcs[arc].Word);
            loss += Softmax.ToSlope(ScoresOf(arc), example.Labels[word], example.Taught is { } taught ? taught.LabelsOf(word, example.Heads.Length) : [], trust, scale);
        }

        MatrixProduct.Add(hidden, 1, width, scores, gradients[weights.Relations], width, lanes, arcs.Count);
        hiddenSlopes.AsSpan(0, arcs.Count * width).Clear();
        MatrixProduct.Add(scores, lanes, 1, weights.Transpose(weights.Relations), hiddenSlopes, arcs.Count, width, lanes);
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            var slope = hiddenSlopes.AsSpan(arc * width, width);
            Rectifier.Return(slope, hidden.AsSpan(arc * width, width));
            MatrixProduct.Add(slope, viewSlopes.Slice(arcs[arc].Dependent, width));
            MatrixProduct.Add(slope, viewSlopes.Slice(arcs[arc].Head, width));
        }

        return loss;
    }

    /// <summary>Writes the probabilities of the labels of a sentence's words whose heads are words, those of each word in its place.</summary>
    public void Teach(ParserExample example, ReadOnlySpan<float> views, Span<Half> labels)
    {
        Score([(example, 0)], views);
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            var row = ScoresOf(arc);
            Softmax.ToProbabilities(row);
            Softmax.Write(row[..shape.Labels], labels.Slice(arcs[arc].Word * shape.Labels, shape.Labels));
        }
    }

    private void Score(IReadOnlyList<(ParserExample Example, int First)> batch, ReadOnlySpan<float> views)
    {
        var (width, lanes, start) = (shape.Relation, shape.LabelLanes, 2 * shape.Arc);
        arcs.Clear();
        foreach (var (example, first) in batch)
        {
            for (var word = 0; word < example.Heads.Length; word++)
            {
                if (example.Heads[word] > 0)
                {
                    arcs.Add(new Arc(example, word, ((first + word) * shape.Views) + start, ((first + example.Heads[word] - 1) * shape.Views) + start + width));
                }
            }
        }

        Grow(ref hidden, arcs.Count * width);
        Grow(ref hiddenSlopes, arcs.Count * width);
        Grow(ref scores, arcs.Count * lanes);
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            var sum = hidden.AsSpan(arc * width, width);
            views.Slice(arcs[arc].Dependent, width).CopyTo(sum);
            MatrixProduct.Add(views.Slice(arcs[arc].Head, width), sum);
            Rectifier.Apply(sum);
        }

        scores.AsSpan(0, arcs.Count * lanes).Clear();
        MatrixProduct.Add(hidden, width, 1, weights[weights.Relations], scores, arcs.Count, lanes, width);
        for (var arc = 0; arc < arcs.Count; arc++)
        {
            ScoresOf(arc)[shape.Labels..].Fill(Softmax.Impossible);
        }
    }

    private Span<float> ScoresOf(int arc) => scores.AsSpan(arc * shape.LabelLanes, shape.LabelLanes);

    private static void Grow(ref float[] room, int size)
    {
        if (room.Length < size)
        {
            room = new float[size * 5 / 4];
        }
    }

    /// <summary>An arc to label.</summary>
    /// <param name="Example">Its sentence.</param>
    /// <param name="Word">Its dependent there.</param>
    /// <param name="Dependent">Where the dependent's view lies among all.</param>
    /// <param name="Head">Where the head's view lies.</param>
    private readonly record struct Arc(ParserExample Example, int Word, int Dependent, int Head);
}
