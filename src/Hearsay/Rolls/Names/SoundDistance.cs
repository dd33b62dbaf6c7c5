namespace Hearsay.Rolls.Names;

/// <summary>
/// How far two words are apart as heard: the least sum of costs of dropping, adding, changing and swapping sounds.
/// Sounds that scripts and habits confuse (g and h, s and z, e and i) cost little, others one. Costs are whole hundredths, so that sums are exact.
/// </summary>
/// <remarks>The alignment is that of Damerau (1964) and of Wagner and Fischer (1974), with costs as in Kondrak's work on phonetic alignment (2003).</remarks>
internal static class SoundDistance
{
    /// <summary>The distance of what is further apart than the limit.</summary>
    public const double Far = 9;

    /// <summary>Sounds are numbered below this.</summary>
    public const int Alphabet = 32;

    /// <summary>Hundredths for two neighbouring sounds that change places.</summary>
    public const int Swap = 80;

    private const int OptionalVowel = 2;
    private const string Sounds = "aeiouybvdzklmnprstfghxcqwjQ";

    // Numbers of sounds by their characters; whatever else a reading might hold has the number after the last.
    private static readonly byte[] Numbers = [.. Enumerable.Range(0, 128).Select(character => (byte)(Sounds.IndexOf((char)character) is >= 0 and var at ? at : Sounds.Length))];
    private static readonly byte[] Changes = ChangeCosts();
    private static readonly byte[] Drops = DropCosts();

    /// <summary>The cost of changing a sound into each of the others, in hundredths.</summary>
    public static ReadOnlySpan<byte> ChangesOf(int sound) => Changes.AsSpan(sound * Alphabet, Alphabet);

    /// <summary>The cost of dropping each sound, in hundredths.</summary>
    public static ReadOnlySpan<byte> DropCostsOfSounds => Drops;

    /// <summary>The number of a sound.</summary>
    public static byte NumberOf(char sound) => sound < 128 ? Numbers[sound] : (byte)Sounds.Length;

    /// <summary>The distance between two readings (<see cref="Names.Sounds"/>).</summary>
    /// <param name="one">A reading.</param>
    /// <param name="other">Another.</param>
    /// <param name="limit">What is further apart need not be measured: <see cref="Far"/> is given.</param>
    /// <param name="vowelsOptional">True where one of them comes from a script that leaves vowels out, as Arabic and Hebrew do.</param>
    public static double Between(string one, string other, bool vowelsOptional = false, double limit = 99)
    {
        if (one == other) { return 0; }
        var distance = Hundredths(one, other, vowelsOptional) / 100.0;
        return distance > limit ? Far : distance;
    }

    private static int Hundredths(ReadOnlySpan<char> one, ReadOnlySpan<char> other, bool vowelsOptional)
    {
        var width = other.Length + 1;
        Span<int> rows = stackalloc int[width * 3];
        Span<byte> others = stackalloc byte[other.Length];
        Span<byte> drops = stackalloc byte[other.Length];
        for (var j = 0; j < other.Length; j++)
        {
            others[j] = NumberOf(other[j]);
            drops[j] = DropCost(others[j], j, vowelsOptional);
        }

        var before = rows[..width];
        var last = rows.Slice(width, width);
        var now = rows[(2 * width)..];
        last[0] = 0;
        for (var j = 1; j < width; j++) { last[j] = last[j - 1] + drops[j - 1]; }
        var previous = -1;
        for (var i = 0; i < one.Length; i++)
        {
            var sound = NumberOf(one[i]);
            var changes = ChangesOf(sound);
            var dropped = DropCost(sound, i, vowelsOptional);
            now[0] = last[0] + dropped;
            for (var j = 1; j < width; j++)
            {
                var least = Math.Min(last[j - 1] + changes[others[j - 1]], Math.Min(last[j] + dropped, now[j - 1] + drops[j - 1]));
                if (j > 1 && others[j - 1] == previous && others[j - 2] == sound) { least = Math.Min(least, before[j - 2] + Swap); }
                now[j] = least;
            }

            previous = sound;
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return last[other.Length];
    }

    private static byte DropCost(byte sound, int at, bool vowelsOptional) => vowelsOptional && at > 0 && sound <= 5 ? (byte)OptionalVowel : Drops[sound];

    private static byte[] DropCosts()
    {
        var costs = new byte[Alphabet];
        Array.Fill(costs, (byte)100);
        foreach (var vowel in "aeiou") { costs[NumberOf(vowel)] = 60; }
        costs[NumberOf('y')] = 8;
        costs[NumberOf('h')] = 40;
        return costs;
    }

    private static byte[] ChangeCosts()
    {
        var costs = new byte[Alphabet * Alphabet];
        Array.Fill(costs, (byte)100);
        void Set(string pairs, byte cost)
        {
            foreach (var pair in pairs.Split(' '))
            {
                var (a, b) = (NumberOf(pair[0]), NumberOf(pair[1]));
                costs[(a * Alphabet) + b] = costs[(b * Alphabet) + a] = cost;
            }
        }

        foreach (var a in "aeiou")
        {
            foreach (var b in "aeiou") { Set($"{a}{b}", 50); }
        }

        Set("gh hx iy", 8);
        Set("gx Qw sz", 15);
        Set("ao ei ou ae", 30);
        Set("eo Qq vf vu wj bv vb ey", 35);
        Set("xk zj zc sc cq wq qj ws dt uf gk gj jy", 45);
        Set("bp mn ck fp tf wx sQ", 60);
        foreach (var sound in Sounds) { Set($"{sound}{sound}", 0); }
        return costs;
    }
}
