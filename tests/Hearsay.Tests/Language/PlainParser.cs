using Hearsay.Language;
using Hearsay.Models;

namespace Hearsay.Tests.Language;

/// <summary>What <see cref="Parser"/> computes, number by number, without vectors.</summary>
internal static class PlainParser
{
    public static (int[] Heads, byte[] Labels) Parse(TreeModel model, WordType[] words, byte[] tags)
    {
        var (network, shape, count) = (model.Network, model.Network.Shape, words.Length);
        var values = Embed(network, words, tags);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            values = Recur(network, layer, values, count);
        }

        var views = new short[count * shape.Views];
        var sums = Multiply(values, network.Views, count);
        for (var i = 0; i < views.Length; i++)
        {
            var column = i % shape.Views;
            var value = sums[(i / shape.Views * network.Views.Columns) + column] + network.ViewBias[column];
            views[i] = column == shape.Arc - 1 || column == (2 * shape.Arc) + shape.Relation - 1 || column == shape.Views - 1
                ? (short)1024 : (short)Math.Clamp(column < 2 * shape.Arc ? Math.Max(value, value >> 3) : value, -short.MaxValue, short.MaxValue);
        }

        var stride = count + 1;
        var scores = Scores(network, views, tags);
        var heads = new int[count];
        new ProjectiveTree().Find(scores, stride, heads);
        return (heads, [.. heads.Select((head, word) => (byte)(1 + (head < 0 ? Array.IndexOf(model.Labels, "root") : Label(model, views, word, head))))]);
    }

    private static short[] Embed(ParserNetwork network, WordType[] words, byte[] tags)
    {
        var (width, shift) = (network.Shape.Width, 10 - network.EmbeddingBits);
        var rows = new int[words.Length * ParserInputs.Count];
        ParserInputs.Write(words, tags, rows);
        var values = new short[words.Length * width];
        for (var i = 0; i < values.Length; i++)
        {
            var sum = rows.AsSpan(i / width * ParserInputs.Count, ParserInputs.Count).ToArray().Sum(row => network.Embeddings[(row * width) + (i % width)]);
            values[i] = (short)(Math.Clamp(sum, -(16383 >> shift), 16383 >> shift) << shift);
        }

        return values;
    }

    private static short[] Recur(ParserNetwork network, int layer, short[] values, int count)
    {
        var (width, half) = (network.Shape.Width, network.Shape.Cells);
        var (cells, matrix) = (network.Cells[layer], network.Recurrent[layer]);
        var narrow = Multiply(values, network.Narrowing[layer], count);
        var products = Multiply([.. narrow.Select(value => (short)Math.Clamp(value, -16383, 16383))], matrix, count);
        var next = new short[count * width];
        for (var lane = 0; lane < width; lane++)
        {
            var state = 0;
            for (var step = 0; step < count; step++)
            {
                var word = lane < half ? step : count - 1 - step;
                var gates = products.AsSpan((word * matrix.Columns) + (lane / 16 * 48) + (lane % 16));
                var candidate = Math.Clamp(gates[0], -16383, 16383);
                var forget = Squash(gates[16] + cells[(2 * width) + lane] + Round(cells[lane] * state, 12));
                var reset = Squash(gates[32] + cells[(3 * width) + lane] + Round(cells[width + lane] * state, 12));
                state = candidate + Round(forget * (state - candidate), 14);
                int skipped = values[(word * width) + lane];
                next[(word * width) + lane] = (short)(skipped + Round(reset * (state - skipped), 14));
            }
        }

        return next;
    }

    private static int[] Scores(ParserNetwork network, short[] views, byte[] tags)
    {
        var (shape, count) = (network.Shape, tags.Length);
        var scores = new int[count * (count + 1)];
        for (var word = 0; word < count; word++)
        {
            var view = views.AsSpan(word * shape.Views, shape.Arc);
            var query = Array.ConvertAll(Multiply(view.ToArray(), shape.Arc, network.Arcs, 1), sum => Math.Clamp(Round(sum, network.Arcs.Bits + 3), -4095, 4095));
            for (var head = -1; head < count; head++)
            {
                var sum = 0;
                for (var k = 0; k < shape.Arc; k++)
                {
                    sum += query[k] * Math.Clamp(head < 0 ? network.Root[k] : (views[(head * shape.Views) + shape.Arc + k] + 2) >> 2, -4095, 4095);
                }

                var bound = ((1 << 30) / LanguageAnalyser.MaxSentenceTokens) - short.MaxValue - 1;
                scores[(word * (count + 1)) + head + 1] = Math.Clamp(Round(sum, 5), -bound, bound)
                    + network.Pairs[ParserInputs.Pair(tags[word], head < 0 ? 0 : tags[head], head < 0 ? 0 : head - word)];
            }
        }

        return scores;
    }

    private static int Label(TreeModel model, short[] views, int word, int head)
    {
        var (network, shape) = (model.Network, model.Network.Shape);
        var hidden = new short[shape.Relation];
        for (var k = 0; k < hidden.Length; k++)
        {
            var sum = views[(word * shape.Views) + (2 * shape.Arc) + k] + views[(head * shape.Views) + (2 * shape.Arc) + shape.Relation + k];
            hidden[k] = (short)Math.Clamp(Math.Max(sum, sum >> 3), short.MinValue, short.MaxValue);
        }

        var sums = Multiply(hidden, network.Relations, 1);
        return Enumerable.Range(0, shape.Labels).Where(label => model.Labels[label] != "root").MaxBy(label => sums[label]);
    }

    private static int[] Multiply(short[] left, int stride, IntegerMatrix matrix, int rows)
    {
        var result = new int[rows * matrix.Columns];
        IntegerProduct.MultiplyPlainly(left, stride, matrix.Packed, result, rows, matrix.Columns, matrix.Depth);
        return result;
    }

    private static int[] Multiply(short[] left, ByteMatrix matrix, int rows)
    {
        var (depth, columns, panel) = (matrix.Depth, matrix.Columns, ByteProduct.Panel);
        var bytes = new byte[ByteProduct.Padded(rows) * depth];
        for (var i = 0; i < rows * depth; i++)
        {
            bytes[i] = (byte)(Math.Clamp(Round(left[i], 5), -128, 127) + 128);
        }

        var result = new int[rows * columns];
        var sums = new int[ByteProduct.Padded(rows) * panel];
        for (var column = 0; column < columns; column += panel)
        {
            ByteProduct.MultiplyPlainly(bytes, matrix.PanelAt(column), matrix.Starts.AsSpan(column), sums, rows, depth);
            for (var i = 0; i < rows * panel; i++)
            {
                result[(i / panel * columns) + column + (i % panel)] = Round(sums[i] * matrix.Factors[column + (i % panel)], ByteMatrix.Bits);
            }
        }

        return result;
    }

    private static int Squash(int value)
    {
        var rest = Math.Max(0, 4096 - Math.Abs(value));
        return value > 0 ? 16384 - ((rest * rest) >> 11) : (rest * rest) >> 11;
    }

    private static int Round(int value, int bits) => (value + (1 << (bits - 1))) >> bits;
}
