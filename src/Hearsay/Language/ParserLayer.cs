using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Hearsay.Models;
using static Hearsay.Language.FixedPoint;

namespace Hearsay.Language;

/// <summary>
/// A layer of simple recurrent units in both directions (Lei et al. 2018), whose matrix is the product of two narrow ones, as theirs may be. Sixteen units forwards and sixteen backwards at a time: the products of their gates for all words,
/// which so stay in the nearest cache, and then the units themselves, eight of a direction at a time, word by word, the two directions side by side, since each step waits for the one before.
/// </summary>
internal readonly ref struct ParserLayer(ParserNetwork network, int layer, int[] products)
{
    private readonly ByteMatrix narrowing = network.Narrowing[layer];
    private readonly ByteMatrix matrix = network.Recurrent[layer];
    private readonly int[] cells = network.Cells[layer];
    private readonly int[] products = products;
    private readonly int half = network.Shape.Cells;

    /// <summary>Units of a direction whose products are made together: a panel has their candidates, forget gates and reset gates.</summary>
    private const int Together = ByteProduct.Panel / 3;

    /// <summary>Most that <see cref="Run"/> needs of the room for products.</summary>
    public static int RoomFor(int words) => 2 * ByteProduct.Padded(words) * ByteProduct.Panel;

    /// <summary>Runs over sentences.</summary>
    /// <param name="bytes">The words' vectors as bytes, padded as <see cref="ByteProduct.Padded"/> says.</param>
    /// <param name="narrow">Room for the narrower vectors, padded likewise.</param>
    /// <param name="values">The same with 16 bits; becomes the result.</param>
    /// <param name="nextBytes">The result as bytes.</param>
    /// <param name="ends">Where each sentence ends, in words.</param>
    public void Run(ReadOnlySpan<byte> bytes, Span<byte> narrow, Span<short> values, Span<byte> nextBytes, ReadOnlySpan<int> ends)
    {
        Narrow(bytes, narrow, ends[^1]);
        var room = ByteProduct.Padded(ends[^1]) * ByteProduct.Panel;
        for (var lane = 0; lane < half; lane += Together)
        {
            Multiply(narrow, lane, 0, ends[^1]);
            Multiply(narrow, half + lane, room, ends[^1]);
            var first = 0;
            foreach (var end in ends)
            {
                Recur(lane, 0, room, values, nextBytes, first, end);
                Recur(lane, Lane, room, values, nextBytes, first, end);
                first = end;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Narrow(ReadOnlySpan<byte> bytes, Span<byte> narrow, int words)
    {
        var width = matrix.Depth;
        for (var column = 0; column < width; column += ByteProduct.Panel)
        {
            ByteProduct.Multiply(bytes, narrowing.PanelAt(column), narrowing.Starts.AsSpan(column), products, words, narrowing.Depth);
            for (var i = 0; i < ByteProduct.Panel; i += Lane)
            {
                var factor = Load(narrowing.Factors, column + i);
                for (var word = 0; word < words; word++)
                {
                    var value = Round(Load(products, (word * ByteProduct.Panel) + i) * factor, ByteMatrix.Bits);
                    WriteBytes(FixedPoint.Narrow(Clamp(value, ParserNetwork.MaxValue)), ref narrow[(word * width) + column + i]);
                }
            }
        }
    }

    private void Multiply(ReadOnlySpan<byte> bytes, int lane, int to, int words)
    {
        var column = lane / Together * ByteProduct.Panel;
        ByteProduct.Multiply(bytes, matrix.PanelAt(column), matrix.Starts.AsSpan(column), products.AsSpan(to), words, matrix.Depth);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Recur(int lane, int part, int backRoom, Span<short> values, Span<byte> nextBytes, int first, int end)
    {
        var width = 2 * half;
        var (forth, back) = (new Units(this, lane, part), new Units(this, half + lane, part));
        var (forthState, backState) = (Vector256<int>.Zero, Vector256<int>.Zero);
        ref var product = ref MemoryMarshal.GetArrayDataReference(products);
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var nextByte = ref MemoryMarshal.GetReference(nextBytes);
        for (var (word, opposite) = (first, end - 1); word < end; word++, opposite--)
        {
            var at = (word * width) + lane + part;
            forthState = forth.Step(ref Unsafe.Add(ref product, (word * ByteProduct.Panel) + part), forthState, ref Unsafe.Add(ref value, at), ref Unsafe.Add(ref nextByte, at));
            at = (opposite * width) + half + lane + part;
            backState = back.Step(ref Unsafe.Add(ref product, backRoom + (opposite * ByteProduct.Panel) + part), backState, ref Unsafe.Add(ref value, at), ref Unsafe.Add(ref nextByte, at));
        }
    }

    /// <summary>Weights of eight units.</summary>
    private readonly struct Units
    {
        private readonly Vector256<int> forgetWeight, resetWeight, forgetBias, resetBias, candidateFactor, forgetFactor, resetFactor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Units(in ParserLayer layer, int lane, int part)
        {
            var width = 2 * layer.half;
            var (unit, column) = (lane + part, (lane / Together * ByteProduct.Panel) + part);
            (forgetWeight, resetWeight) = (Low(Load(layer.cells, unit)), Low(Load(layer.cells, width + unit)));
            (forgetBias, resetBias) = (Load(layer.cells, (2 * width) + unit), Load(layer.cells, (3 * width) + unit));
            var factors = layer.matrix.Factors;
            (candidateFactor, forgetFactor, resetFactor) = (Load(factors, column), Load(factors, column + Together), Load(factors, column + (2 * Together)));
        }

        /// <summary>One word; gives the next state.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<int> Step(ref int product, Vector256<int> state, ref short value, ref byte nextByte)
        {
            var candidate = Clamp(Round(Vector256.LoadUnsafe(ref product) * candidateFactor, ByteMatrix.Bits), ParserNetwork.MaxValue);
            var forget = Squash(Round(Vector256.LoadUnsafe(ref product, Together) * forgetFactor, ByteMatrix.Bits) + forgetBias + Round(Times(forgetWeight, state), ParserNetwork.StateBits));
            var reset = Squash(Round(Vector256.LoadUnsafe(ref product, 2 * Together) * resetFactor, ByteMatrix.Bits) + resetBias + Round(Times(resetWeight, state), ParserNetwork.StateBits));
            var next = candidate + Round(Times(forget, state - candidate), GateBits);
            var skipped = Widen(Vector128.LoadUnsafe(ref value));
            var result = FixedPoint.Narrow(skipped + Round(Times(reset, next - skipped), GateBits));
            result.StoreUnsafe(ref value);
            WriteBytes(result, ref nextByte);
            return next;
        }
    }
}
