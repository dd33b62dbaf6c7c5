namespace Hearsay.Training.Attributions;

/// <summary>Weights that are learned example by example, each in steps that shrink with the gradients it has met.</summary>
/// <remarks>
/// AdaGrad (Duchi, Hazan and Singer, JMLR 2011), with a step that falls to 0 over the passes and a pull towards 0 whenever a weight is used.
/// Examples come in an order shuffled from a seed, so the same examples and seed give the same weights.
/// </remarks>
internal sealed class AdaptiveDescent(int dimension, Learning learning, int seed)
{
    private readonly float[] squares = new float[dimension];
    private readonly float decay = (float)learning.Pull;
    private float rate;

    /// <summary>The weights as they are.</summary>
    public float[] Weights { get; } = new float[dimension];

    /// <summary>Shows every example, pass by pass.</summary>
    /// <param name="count">Number of examples.</param>
    /// <param name="learn">Learns from the example of that number by calling <see cref="Move"/>.</param>
    public float[] Run(int count, Action<int> learn)
    {
        var order = Enumerable.Range(0, count).ToArray();
        var random = new Random(seed);
        for (var pass = 0; pass < learning.Passes; pass++)
        {
            random.Shuffle(order);
            for (var k = 0; k < count; k++)
            {
                rate = learning.Rate * (1 - ((pass + ((float)k / count)) / learning.Passes));
                learn(order[k]);
            }
        }

        return Weights;
    }

    /// <summary>Moves a weight against its gradient.</summary>
    public void Move(int index, float gradient)
    {
        ref var weight = ref Weights[index];
        var slope = gradient + (decay * weight);
        ref var square = ref squares[index];
        square += slope * slope;
        weight -= rate * slope / MathF.Sqrt(learning.Start + square);
    }
}
