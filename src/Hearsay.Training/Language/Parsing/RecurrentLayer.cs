using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Training.Language.Parsing;

/// <summary>
/// A bidirectional layer of simple recurrent units (Lei et al. 2018): the products are made for all words beforehand, and what runs from word to word is elementwise.
/// Gates are squashed by a piecewise quadratic curve instead of the logistic one, so that integers can follow it exactly.
/// </summary>
/// <param name="cells">Cells in each direction.</param>
internal sealed class RecurrentLayer(int cells)
{
    private const int Lane = MatrixProduct.Lane / 2;

    private readonly int width = 2 * cells;

    /// <summary>What the matrix gave: candidate, forget gate and reset gate of each direction; after <see cref="Backward"/> what they should have been.</summary>
    public float[] Products { get; private set; } = [];

    private float[] states = [], forget = [], reset = [], forgetSlope = [], resetSlope = [];

    /// <summary>Makes room and clears <see cref="Products"/>.</summary>
    public void Start(int words)
    {
        if (states.Length < words * width)
        {
            var size = words * width * 5 / 4;
            Products = new float[size * 3];
            states = new float[size];
            forget = new float[size];
            reset = new float[size];
            forgetSlope = new float[size];
            resetSlope = new float[size];
        }

        Products.AsSpan(0, words * width * 3).Clear();
    }

    /// <summary>Runs over the words of one sentence in both directions.</summary>
    /// <param name="first">Its first word.</param>
    /// <param name="count">How many words it has.</param>
    /// <param name="parameters">Four rows: weights of the state in the two gates, biases of the two.</param>
    /// <param name="input">The layer's input, a word a row.</param>
    /// <param name="output">Its output.</param>
    public void Forward(int first, int count, ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output)
    {
        for (var lane = 0; lane < width; lane += Lane)
        {
            var (isBack, column) = (lane >= cells, ColumnOf(lane));
            var forgetWeight = Vector256.Create(parameters[lane..]);
            var resetWeight = Vector256.Create(parameters[(width + lane)..]);
            var forgetBias = Vector256.Create(parameters[((2 * width) + lane)..]);
            var resetBias = Vector256.Create(parameters[((3 * width) + lane)..]);
            var state = Vector256<float>.Zero;
            for (var step = 0; step < count; step++)
            {
                var word = isBack ? first + count - 1 - step : first + step;
                var (at, from) = ((word * width) + lane, (word * 3 * width) + column);
                var candidate = Load(Products, from);
                var forgets = Squash(Load(Products, from + cells) + forgetBias + (forgetWeight * state), out var slope);
                Store(forgets, forget, at);
                Store(slope, forgetSlope, at);
                var resets = Squash(Load(Products, from + (2 * cells)) + resetBias + (resetWeight * state), out slope);
                Store(resets, reset, at);
                Store(slope, resetSlope, at);
                state = candidate + (forgets * (state - candidate));
                Store(state, states, at);
                var skipped = Vector256.Create(input[at..]);
                (skipped + (resets * (state - skipped))).CopyTo(output[at..]);
            }
        }
    }

    /// <summary>The way back: overwrites <see cref="Products"/> with the loss's slope in them, and <paramref name="outputSlope"/> with its slope in the input as far as that is passed through.</summary>
    public void Backward(int first, int count, ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> outputSlope, Span<float> parameterSlope)
    {
        for (var lane = 0; lane < width; lane += Lane)
        {
            var (isBack, column) = (lane >= cells, ColumnOf(lane));
            var forgetWeight = Vector256.Create(parameters[lane..]);
            var resetWeight = Vector256.Create(parameters[(width + lane)..]);
            var (forgetWeightSlope, resetWeightSlope) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var (forgetBiasSlope, resetBiasSlope) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var later = Vector256<float>.Zero;
            for (var step = count - 1; step >= 0; step--)
            {
                var word = isBack ? first + count - 1 - step : first + step;
                var (at, from) = ((word * width) + lane, (word * 3 * width) + column);
                var before = step == 0 ? Vector256<float>.Zero : Load(states, at + (isBack ? width : -width));
                var (candidate, forgets, resets, state) = (Load(Products, from), Load(forget, at), Load(reset, at), Load(states, at));
                var skipped = Vector256.Create(input[at..]);
                var slope = Vector256.Create<float>(outputSlope[at..]);
                var resetSlopes = slope * (state - skipped) * Load(resetSlope, at);
                var stateSlope = later + (slope * resets);
                var forgetSlopes = stateSlope * (before - candidate) * Load(forgetSlope, at);
                (slope - (slope * resets)).CopyTo(outputSlope[at..]);
                later = (stateSlope * forgets) + (forgetSlopes * forgetWeight) + (resetSlopes * resetWeight);
                forgetWeightSlope += forgetSlopes * before;
                resetWeightSlope += resetSlopes * before;
                forgetBiasSlope += forgetSlopes;
                resetBiasSlope += resetSlopes;
                Store(stateSlope - (stateSlope * forgets), Products, from);
                Store(forgetSlopes, Products, from + cells);
                Store(resetSlopes, Products, from + (2 * cells));
            }

            AddTo(parameterSlope[lane..], forgetWeightSlope);
            AddTo(parameterSlope[(width + lane)..], resetWeightSlope);
            AddTo(parameterSlope[((2 * width) + lane)..], forgetBiasSlope);
            AddTo(parameterSlope[((3 * width) + lane)..], resetBiasSlope);
        }
    }

    /// <summary>From 0 to 1 between -4 and 4 along two parabolas; 1/2 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Squash(Vector256<float> value, out Vector256<float> slope)
    {
        var rest = Vector256.Max(Vector256<float>.Zero, Vector256.Create(4f) - Vector256.Abs(value));
        slope = rest * (1f / 16);
        var tail = rest * rest * (1f / 32);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(value, Vector256<float>.Zero), Vector256<float>.One - tail, tail);
    }

    private int ColumnOf(int lane) => lane < cells ? lane : (3 * cells) + lane - cells;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(float[] values, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> vector, float[] values, int at) => vector.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);

    private static void AddTo(Span<float> sum, Vector256<float> value) => (Vector256.Create<float>(sum) + value).CopyTo(sum);
}
