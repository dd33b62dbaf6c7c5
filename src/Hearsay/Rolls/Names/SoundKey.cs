namespace Hearsay.Rolls.Names;

/// <summary>
/// The skeleton of a reading: its consonants in twelve classes, with an <c>A</c> for vowels at the beginning. All spellings of a name share it as nearly as possible,
/// so it serves to find words that may be the same; <see cref="SoundDistance"/> then decides. In the manner of Russell's Soundex (1918), for other sounds.
/// </summary>
internal static class SoundKey
{
    private const int Bits = 5;
    private const int MaxConsonants = 12; // twelve times five bits fit into a key

    /// <summary>The skeleton as a number: five bits a class, the first in the lowest bits; never 0.</summary>
    public static ulong Of(string reading)
    {
        ulong key = 0;
        var (count, previous) = (0, 0);
        for (var at = 0; at < reading.Length && count < MaxConsonants; at++)
        {
            var sound = ClassOf(reading[at]);
            if (sound == 0 && at == 0) { sound = 1; }
            if (sound == 0) { previous = 0; continue; }
            if (sound == previous) { continue; }
            if (previous == 1 && count == 1 && reading[at] == 'h') { continue; }
            key |= (ulong)sound << (Bits * count++);
            previous = sound;
        }

        return key == 0 ? 1 : key;
    }

    /// <summary>The number of classes in a skeleton.</summary>
    public static int Length(ulong key)
    {
        var length = 0;
        while (key != 0) { key >>= Bits; length++; }
        return length;
    }

    /// <summary>The skeleton without its class at a place.</summary>
    public static ulong Without(ulong key, int place)
    {
        var low = key & ((1UL << (Bits * place)) - 1);
        return low | (key >> (Bits * (place + 1)) << (Bits * place));
    }

    // Vowels and the glide have no class of their own.
    private static int ClassOf(char sound) => sound switch
    {
        'b' => 2, 'v' or 'f' => 3, 'd' => 4, 'z' or 's' => 5, 'k' => 6, 'l' => 7, 'm' => 8, 'n' => 9, 'p' => 10, 'r' => 11, 't' => 12,
        'g' or 'h' or 'x' => 13, 'c' => 14, 'q' => 15, 'w' or 'j' or 'Q' => 16,
        _ => 0,
    };
}
