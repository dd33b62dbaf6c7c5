namespace Hearsay.Rolls.Names;

/// <summary>
/// How far two words are apart as heard: the least sum of costs of dropping, adding, changing and swapping sounds.
/// Sounds that scripts and habits confuse (g and h, s and z, e and i) cost little, others one.
/// </summary>
/// <remarks>The alignment is that of Damerau (1964) and of Wagner and Fischer (1974), with costs as in Kondrak's work on phonetic alignment (2003).</remarks>
internal static class SoundDistance
{
    /// <summary>The distance of what is further apart than the limit.</summary>
    public const double Far = 9;

    private const double Swap = 0.8;
    private static readonly float[] Change = Changes();
    private static readonly float[] Drop = Drops();

    /// <summary>The distance between two readings (<see cref="Sounds"/>).</summary>
    /// <param name="limit">What is further apart need not be measured: <see cref="Far"/> is given.</param>
    /// <param name="vowelsOptional">True where one of them comes from a script that leaves vowels out, as Arabic and Hebrew do.</param>
    public static double Between(string one, string other, bool vowelsOptional = false, double limit = 99)
    {
        if (one == other) { return 0; }
        var start = 0;
        while (!vowelsOptional && start < one.Length && start < other.Length && one[start] == other[start]) { start++; }
        var end = 0;
        while (!vowelsOptional && end < one.Length - start && end < other.Length - start && one[^(end + 1)] == other[^(end + 1)]) { end++; }
        return Between(one.AsSpan(start, one.Length - start - end), other.AsSpan(start, other.Length - start - end), vowelsOptional, limit);
    }

    // What is the same at both ends needs no alignment.
    private static double Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, bool vowelsOptional, double limit)
    {
        var width = other.Length + 1;
        Span<float> rows = stackalloc float[width * 3];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var now = rows[(2 * width)..];
        last[0] = 0;
        for (var j = 1; j < width; j++) { last[j] = last[j - 1] + DropCost(other, j - 1, vowelsOptional); }
        for (var i = 1; i <= one.Length; i++)
        {
            var a = one[i - 1];
            var dropA = DropCost(one, i - 1, vowelsOptional);
            now[0] = last[0] + dropA;
            var leastOfRow = now[0];
            for (var j = 1; j < width; j++)
            {
                var b = other[j - 1];
                var least = last[j - 1] + (a == b ? 0 : Change[(a << 7) | b]);
                least = Math.Min(least, last[j] + dropA);
                least = Math.Min(least, now[j - 1] + DropCost(other, j - 1, vowelsOptional));
                if (i > 1 && j > 1 && a == other[j - 2] && b == one[i - 2]) { least = Math.Min(least, before[j - 2] + (float)Swap); }
                now[j] = least;
                leastOfRow = Math.Min(leastOfRow, least);
            }

            if (leastOfRow > limit) { return Far; }

            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return last[other.Length] > limit ? Far : last[other.Length];
    }

    private static float DropCost(ReadOnlySpan<char> word, int at, bool vowelsOptional) =>
        vowelsOptional && at > 0 && word[at] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' ? 0.02f : Drop[word[at]];

    private static float[] Drops()
    {
        var costs = new float[128];
        Array.Fill(costs, 1f);
        foreach (var vowel in "aeiou") { costs[vowel] = 0.6f; }
        costs['y'] = 0.08f;
        costs['h'] = 0.4f;
        return costs;
    }

    private static float[] Changes()
    {
        var costs = new float[128 * 128];
        Array.Fill(costs, 1f);
        void Set(string pairs, float cost)
        {
            foreach (var pair in pairs.Split(' ')) { costs[(pair[0] << 7) | pair[1]] = costs[(pair[1] << 7) | pair[0]] = cost; }
        }

        const string Vowels = "aeiou";
        foreach (var a in Vowels)
        {
            foreach (var b in Vowels) { costs[(a << 7) | b] = 0.5f; }
        }

        Set("gh hx iy", 0.08f);
        Set("gx Qw sz", 0.15f);
        Set("ao ei ou ae", 0.3f);
        Set("eo Qq vf vu wj bv vb ey", 0.35f);
        Set("xk zj zc sc cq wq qj ws dt uf gk gj jy", 0.45f);
        Set("bp mn ck fp tf wx sQ", 0.6f);
        return costs;
    }
}
