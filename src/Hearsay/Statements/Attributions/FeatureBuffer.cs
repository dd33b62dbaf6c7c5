using System.Runtime.CompilerServices;

namespace Hearsay.Statements.Attributions;

/// <summary>A growing list of feature hashes, reused from one decision to the next. A feature is a template's number with the hashes of its values.</summary>
/// <remarks>Hashing in place of a dictionary: Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009.</remarks>
internal sealed class FeatureBuffer
{
    private uint[] items = new uint[256];
    private int count;

    /// <summary>What has been added since <see cref="Clear"/>.</summary>
    public ReadOnlySpan<uint> Items => items.AsSpan(0, count);

    /// <summary>Number of features.</summary>
    public int Count => count;

    /// <summary>Forgets all features.</summary>
    public void Clear() => count = 0;

    /// <summary>Adds the template itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template) => Push(Hash.Finish(Hash.Mix(template, 0)));

    /// <summary>Adds a template with one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a) => Push(Hash.Finish(Hash.Mix(Hash.Mix(template, 0), a)));

    /// <summary>Adds a template with two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a, uint b) => Push(Hash.Finish(Hash.Mix(Hash.Mix(Hash.Mix(template, 0), a), b)));

    /// <summary>Adds a template with three values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint template, uint a, uint b, uint c) => Push(Hash.Finish(Hash.Mix(Hash.Mix(Hash.Mix(Hash.Mix(template, 0), a), b), c)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Push(uint item)
    {
        var room = items;
        if ((uint)count >= (uint)room.Length)
        {
            room = Grow();
        }

        room[count++] = item;
    }

    private uint[] Grow()
    {
        Array.Resize(ref items, 2 * count);
        return items;
    }
}

/// <summary>The hash that models and features are built on. A change of it makes every model file useless.</summary>
internal static class Hash
{
    /// <summary>Hash of a word, of any length; 0 is never given.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash | 1;
    }

    /// <summary>Takes one more value into a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint hash, uint value) => unchecked((((hash << 5) | (hash >> 27)) ^ value) * 0x9E3779B1u);

    /// <summary>Spreads a hash over all its bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Finish(uint hash)
    {
        unchecked
        {
            hash ^= hash >> 15;
            hash *= 0x85EBCA77u;
            hash ^= hash >> 13;
            return hash;
        }
    }
}
