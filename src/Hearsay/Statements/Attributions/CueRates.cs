using System.Runtime.InteropServices;

namespace Hearsay.Statements.Attributions;

/// <summary>How often each lemma heads a cue, by part of speech, in seven steps.</summary>
internal sealed class CueRates
{
    private const int MostLemmas = 1 << 20;

    private readonly uint[] keys;
    private readonly byte[] steps;
    private readonly int[] firstOf;
    private readonly int shift;

    /// <summary>Takes keys in ascending order and the step of each.</summary>
    public CueRates(uint[] keys, byte[] steps)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(steps);
        (this.keys, this.steps) = (keys, steps);

        // Keys are hashes: sorted by their first bits, there are one or two to look at.
        var bits = Math.Max(1, int.Log2(keys.Length + 1));
        shift = 32 - bits;
        firstOf = new int[(1 << bits) + 1];
        foreach (var key in keys) { firstOf[(key >> shift) + 1]++; }
        for (var i = 1; i < firstOf.Length; i++) { firstOf[i] += firstOf[i - 1]; }
    }

    /// <summary>Reads rates as <see cref="WriteTo"/> writes them.</summary>
    /// <exception cref="InvalidDataException">There are impossibly many.</exception>
    public static CueRates ReadFrom(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > MostLemmas)
        {
            throw new InvalidDataException($"A model of attributions claims to know {count} lemmas. Train it anew.");
        }

        var (keys, steps) = (new uint[count], new byte[count]);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(keys.AsSpan()));
        reader.BaseStream.ReadExactly(steps);
        return new CueRates(keys, steps);
    }

    /// <summary>Writes the number of lemmas, the keys, and the steps; little-endian.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write(keys.Length);
        writer.Write(MemoryMarshal.AsBytes(keys.AsSpan()));
        writer.Write(steps);
    }

    /// <summary>Key of a token: its lemma and whether it is verb, noun or neither.</summary>
    public static uint KeyOf(AttributionText text, int token) => Hash.Finish(Hash.Mix(
        text.Lemma[token], text.Has(token, Traits.Verb) ? 1u : text.Has(token, Traits.Noun) ? 2u : 3u));

    /// <summary>The step of <paramref name="cues"/> cues among <paramref name="all"/> tokens: 1 for a lemma that never was one, up to 8.</summary>
    public static byte StepOf(double cues, double all)
    {
        if (cues <= 0)
        {
            return all < 20 ? (byte)1 : (byte)2;
        }

        var rate = (cues + 0.05) / (all + 1);
        return rate switch { < 0.02 => 3, < 0.05 => 4, < 0.15 => 5, < 0.35 => 6, < 0.6 => 7, _ => 8 };
    }

    /// <summary>Fills <see cref="AttributionText.Rate"/>: the step of each token that may head a cue, 0 for the others. Verbs always may; nouns if they once were; other words if they are in two of a hundred cases.</summary>
    public void Apply(AttributionText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            var verb = text.Has(i, Traits.Verb);
            var at = Find(KeyOf(text, i));
            text.Rate[i] = at >= 0 ? steps[at] : verb ? (byte)1 : (byte)0;
            if (!verb && text.Rate[i] < (text.Has(i, Traits.Noun) ? 3 : 4))
            {
                text.Rate[i] = 0;
            }
        }
    }

    // Index of a key, or -1.
    private int Find(uint key)
    {
        var prefix = key >> shift;
        var found = keys.AsSpan(firstOf[prefix]..firstOf[prefix + 1]).IndexOf(key);
        return found < 0 ? -1 : firstOf[prefix] + found;
    }
}
