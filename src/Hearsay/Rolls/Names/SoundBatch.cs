using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hearsay.Rolls.Names;

/// <summary>
/// Up to thirty-two readings whose distances from one more are measured at once, one in each lane of a vector: the numbers are those of <see cref="SoundDistance"/>.
/// The table of the alignment is walked once for all lanes, as in Rognes's alignment of one sequence with many (2011).
/// </summary>
internal sealed class SoundBatch
{
    /// <summary>How many readings there is room for.</summary>
    public const int Lanes = 32;

    /// <summary>Readings of more sounds have no place in a batch.</summary>
    public const int Longest = 24;

    private readonly ushort[] sounds = new ushort[Longest * Lanes]; // a row for each place of the readings
    private readonly int[] lengths = new int[Lanes];
    private readonly ushort[] distances = new ushort[Lanes];
    private readonly Vector512<ushort>[] rows = new Vector512<ushort>[3 * (Longest + 1)];
    private int longest;

    /// <summary>True where batches are faster than one distance after the other.</summary>
    public static bool IsFast { get; } = Avx512BW.IsSupported; // asked for once: methods that ask are not compiled ahead

    /// <summary>How many readings it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Empties it.</summary>
    public void Clear() => (Count, longest) = (0, 0);

    /// <summary>Takes a reading of at most <see cref="Longest"/> sounds, as their numbers (<see cref="SoundDistance.NumberOf"/>). There must be room.</summary>
    public void Add(ReadOnlySpan<byte> reading)
    {
        ref var lane = ref sounds[Count];
        for (var at = 0; at < reading.Length; at++) { Unsafe.Add(ref lane, at * Lanes) = reading[at]; }
        lengths[Count++] = reading.Length;
        longest = Math.Max(longest, reading.Length);
    }

    /// <summary>The number of sounds of a reading.</summary>
    public int LengthOf(int lane) => lengths[lane];

    /// <summary>The distances of every reading from one of at most <see cref="Longest"/> sounds, in hundredths. The result is overwritten by the next call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // code with such vectors is not compiled ahead, and would run unoptimised for its first tenth of a second
    public ReadOnlySpan<ushort> Measure(string one)
    {
        var table = Widen(SoundDistance.DropCostsOfSounds);
        ref var first = ref MemoryMarshal.GetArrayDataReference(sounds);
        var width = longest + 1;
        var before = rows.AsSpan(0, width);
        var last = rows.AsSpan(width, width);
        var now = rows.AsSpan(2 * width, width);
        last[0] = Vector512<ushort>.Zero;
        for (var j = 1; j < width; j++) { last[j] = last[j - 1] + Vector512.Shuffle(table, Row(ref first, j - 1)); }
        var swap = Vector512.Create((ushort)SoundDistance.Swap);
        var previous = Vector512.Create(ushort.MaxValue);
        foreach (var character in one)
        {
            var number = SoundDistance.NumberOf(character);
            var sound = Vector512.Create((ushort)number);
            var changes = Widen(SoundDistance.ChangesOf(number));
            var dropped = Vector512.Create((ushort)SoundDistance.DropCostsOfSounds[number]);
            var left = now[0] = last[0] + dropped;
            var other = previous;
            for (var j = 1; j < width; j++)
            {
                var theirs = Row(ref first, j - 1);
                var least = Vector512.Min(last[j - 1] + Vector512.Shuffle(changes, theirs), Vector512.Min(last[j] + dropped, left + Vector512.Shuffle(table, theirs)));
                if (j > 1)
                {
                    var exchanged = Vector512.Equals(theirs, previous) & Vector512.Equals(other, sound);
                    least = Vector512.ConditionalSelect(exchanged, Vector512.Min(least, before[j - 2] + swap), least);
                }

                now[j] = left = least;
                other = theirs;
            }

            previous = sound;
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        for (var lane = 0; lane < Count; lane++) { distances[lane] = last[lengths[lane]].GetElement(lane); }
        return distances.AsSpan(0, Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Row(ref ushort first, int row) => Vector512.LoadUnsafe(ref first, (nuint)(row * Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Widen(ReadOnlySpan<byte> costs)
    {
        var (lower, upper) = Vector256.Widen(Vector256.Create(costs));
        return Vector512.Create(lower, upper);
    }
}
