using System.Runtime.InteropServices;

namespace Hearsay.Rolls.Linkage;

/// <summary>Numbers the distinct words met, as they are written. Open addressing over one buffer: a million names hold few different words.</summary>
internal sealed class WordInterner
{
    private byte[] text = new byte[1 << 16];
    private int[] ends = new int[1 << 12]; // where each word's bytes end; they begin where the last one's end
    private uint[] hashes = new uint[1 << 12];
    private int[] slots = new int[1 << 13]; // number of the word plus one

    /// <summary>The number of words.</summary>
    public int Count { get; private set; }

    /// <summary>A word's UTF-8.</summary>
    public ReadOnlySpan<byte> this[int word]
    {
        get
        {
            var start = word == 0 ? 0 : ends[word - 1];
            return text.AsSpan(start, ends[word] - start);
        }
    }

    /// <summary>The number of a word, a new one where it has not been met.</summary>
    public int Intern(ReadOnlySpan<byte> word)
    {
        var hash = Hash(word);
        var mask = slots.Length - 1;
        var slot = unchecked((int)hash) & mask;
        while (slots[slot] is > 0 and var taken)
        {
            if (hashes[taken - 1] == hash && this[taken - 1].SequenceEqual(word)) { return taken - 1; }
            slot = (slot + 1) & mask;
        }

        return Add(word, hash, slot);
    }

    private int Add(ReadOnlySpan<byte> word, uint hash, int slot)
    {
        if (Count == ends.Length)
        {
            Array.Resize(ref ends, Count * 2);
            Array.Resize(ref hashes, Count * 2);
        }

        var start = Count == 0 ? 0 : ends[Count - 1];
        if (start + word.Length > text.Length) { Array.Resize(ref text, Math.Max(text.Length * 2, start + word.Length)); }
        word.CopyTo(text.AsSpan(start));
        ends[Count] = start + word.Length;
        hashes[Count] = hash;
        slots[slot] = ++Count;
        if (Count * 2 > slots.Length) { Rehash(); }
        return Count - 1;
    }

    private void Rehash()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var word = 0; word < Count; word++)
        {
            var slot = unchecked((int)hashes[word]) & mask;
            while (slots[slot] > 0) { slot = (slot + 1) & mask; }
            slots[slot] = word + 1;
        }
    }

    // Eight bytes at a time, multiplied and folded, as in Wang Yi's wyhash.
    private static uint Hash(ReadOnlySpan<byte> word)
    {
        unchecked
        {
            var hash = 0x9E3779B97F4A7C15UL ^ (ulong)word.Length;
            while (word.Length >= 8)
            {
                hash = Fold(hash ^ MemoryMarshal.Read<ulong>(word));
                word = word[8..];
            }

            ulong rest = 0;
            foreach (var value in word) { rest = (rest << 8) | value; }
            hash = Fold(hash ^ rest);
            return (uint)(hash ^ (hash >> 32));
        }
    }

    private static ulong Fold(ulong value)
    {
        var high = Math.BigMul(value, 0xD6E8FEB86659FD93UL, out var low);
        return high ^ low;
    }
}
