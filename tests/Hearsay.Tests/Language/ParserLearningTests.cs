using Hearsay.Language;
using Hearsay.Training.Language.Parsing;

namespace Hearsay.Tests.Language;

public sealed class ParserLearningTests
{
    private static readonly ParserShape Shape = new(Cells: 32, Layers: 2, Rank: 48, Arc: 16, Relation: 16, Labels: 5);

    /// <summary>The gradients are the slopes that small changes of weights show.</summary>
    [Fact]
    public void Gradients_are_slopes()
    {
        var weights = ParserWeights.Random(Shape, 1);
        var dice = new Dice(2);
        foreach (ref var weight in weights.Dense.AsSpan()) { weight += (dice.Next() - 0.5f) * 0.4f; }
        foreach (ref var weight in weights.Embeddings.AsSpan()) { weight *= 2; }
        weights.RefreshTransposed();
        var other = new ParserPass(ParserWeights.Random(Shape, 4));
        List<ParserExample> examples = [Example(7, 1), Example(3, 2), .. ((ParserExample[])[Example(5, 3), Example(4, 4)]).Select(example => example with { Taught = other.Teach(example) })];
        var gradients = new ParserGradients(weights);
        Loss(gradients);
        var scratch = new ParserGradients(weights);
        var parts = (Part[])[.. weights.Narrowing, .. weights.Recurrent, .. weights.Cells, weights.Views, weights.ViewBias, weights.Arcs, weights.Root, weights.Relations];
        foreach (var part in parts)
        {
            // Of each matrix the elements with the steepest slopes, and some others.
            var steepest = Enumerable.Range(part.Start, part.Length).OrderByDescending(i => Math.Abs(gradients.Dense[i])).Take(4);
            foreach (var place in steepest.Concat(Enumerable.Range(0, 4).Select(_ => part.Start + (int)(dice.Next() * part.Length))))
            {
                Check(ref weights.Dense[place], gradients.Dense[place], $"{part} at {place - part.Start}");
            }
        }

        foreach (var place in gradients.Touched.Select(row => row * Shape.Width).Take(40))
        {
            Check(ref weights.Embeddings[place], gradients.Embeddings[place], $"embedding {place}");
        }

        foreach (var place in Enumerable.Range(weights.Pairs.Start, weights.Pairs.Length).Where(i => gradients.Dense[i] != 0).Take(20))
        {
            Check(ref weights.Dense[place], gradients.Dense[place], "pair");
        }

        double Loss(ParserGradients into)
        {
            weights.RefreshTransposed();
            var pass = new ParserPass(weights) { Trust = 0.6f };
            pass.Learn(examples, into, 1, seed: 3);
            return pass.Loss;
        }

        void Check(ref float weight, float slope, string what)
        {
            const float Step = 2e-3f;
            var before = weight;
            weight = before + Step;
            var above = Loss(scratch);
            weight = before - Step;
            var below = Loss(scratch);
            weight = before;
            var measured = (above - below) / (2 * Step);
            Assert.True(Math.Abs(measured - slope) < 0.01 + (0.03 * Math.Abs(slope)), $"{what}: {slope} where {measured} was measured");
        }
    }

    /// <summary>A network that is taught nothing but what another thinks comes to think the same, where the examples themselves say otherwise.</summary>
    [Fact]
    public void What_is_taught_is_learnt()
    {
        var examples = Enumerable.Range(0, 40).Select(i => Example(3 + (i % 6), (ulong)i)).ToList();
        var schedule = new ParserSchedule(30, Rate: 0.01f, Values: 0, Words: 0, Trust: 1, Batch: 8);
        var teacher = new ParserPass(ParserLearning.Train(examples, Shape, schedule, seed: 5, (_, _) => { }));
        List<ParserExample> taught = [.. examples.Select(example => example with { Taught = teacher.Teach(example), Heads = [.. example.Heads.Select(_ => 0)] })];
        var student = new ParserPass(ParserLearning.Train(taught, Shape, schedule, seed: 6, (_, _) => { }));
        foreach (var example in taught)
        {
            var (said, answer) = (example.Taught!, student.Teach(example));
            Assert.All(Enumerable.Range(0, said.Heads.Length), i => Assert.Equal((float)said.Heads[i], (float)answer.Heads[i], 0.3f));
            Assert.All(Enumerable.Range(0, example.Heads.Length), word => Assert.Equal(1, answer.HeadsOf(word, example.Heads.Length).ToArray().Sum(share => (float)share), 0.01f));
        }
    }

    /// <summary>On any number of cores the same examples give the same bytes, and they are learnt.</summary>
    [Fact]
    public void The_same_examples_give_the_same_bytes()
    {
        var examples = Enumerable.Range(0, 40).Select(i => Example(3 + (i % 6), (ulong)i)).ToList();
        var reports = new List<string>();
        var first = Train();
        Assert.Equal(first, Train());
        Assert.NotEqual(reports[0], reports[1]);
        var (start, end) = (LossOf(reports[0]), LossOf(reports[(reports.Count / 2) - 1]));
        Assert.True(end < start / 2, $"the loss went from {start} to {end}");

        byte[] Train()
        {
            var weights = ParserLearning.Train(examples, Shape, new ParserSchedule(30, Rate: 0.01f, Values: 0, Words: 0, Batch: 8), seed: 5, (line, _) => reports.Add(line));
            using var file = new MemoryStream();
            ParserRounding.Round(weights).WriteTo(new BinaryWriter(file));
            return file.ToArray();
        }

        static double LossOf(string report) => double.Parse(report.Split("loss ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A sentence whose words hang on the word before, or two before where a tag says so.</summary>
    private static ParserExample Example(int length, ulong seed)
    {
        var dice = new Dice(seed);
        var words = Enumerable.Range(0, length).Select(i => WordType.Read($"word{(char)('a' + (int)(dice.Next() * 8))}")).ToArray();
        byte[] tags = [.. words.Select(_ => (byte)(1 + (int)(dice.Next() * 4)))];
        var rows = new int[length * ParserInputs.Count];
        ParserInputs.Write(words, tags, rows);
        return new ParserExample(rows, [.. tags.Select((tag, i) => i > 1 && tag == 2 ? i - 1 : i)], [.. tags.Select(tag => (byte)(tag % 5))], tags);
    }
}
