using System.Collections.Frozen;

namespace Hearsay.Language;

/// <summary>The words seen in training with what is known of each, and rules for the lemmas of others. Immutable.</summary>
/// <remarks>
/// A known word's lemma is looked up by its tag. Any other's is made by the rule of the longest ending of up to five characters that training saw with the tag:
/// so many characters are cut off, so many added.
/// </remarks>
internal sealed class Lexicon
{
    /// <summary>Longest ending that a lemma's rule looks at.</summary>
    public const int LongestEnding = 5;

    private readonly ulong[] keys;
    private readonly int[] slots;
    private readonly WordType[] types;
    private readonly (byte Tag, string Lemma)[] lemmas; // one word's after another's
    private readonly int[] firstLemma; // of each word, and behind the last word's
    private readonly FrozenDictionary<string, LemmaRule>.AlternateLookup<ReadOnlySpan<char>> rules;
    private readonly FrozenSet<byte> namingTags;

    /// <summary>Builds the tables.</summary>
    /// <param name="entries">Each known word once.</param>
    /// <param name="rules">Rules by tag and ending, as <see cref="RuleKey"/> writes them.</param>
    /// <param name="namingTags">Tags (plus one) of names, whose lemmas keep their capitals.</param>
    public Lexicon(IReadOnlyList<LexiconEntry> entries, IReadOnlyDictionary<string, LemmaRule> rules, IEnumerable<byte> namingTags)
    {
        Entries = entries;
        Rules = rules;
        this.rules = rules.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.namingTags = namingTags.ToFrozenSet();
        var size = 16;
        while (size < entries.Count * 2) { size *= 2; }
        keys = new ulong[size];
        slots = new int[size];
        types = new WordType[entries.Count];
        lemmas = [.. entries.SelectMany(entry => entry.Lemmas)];
        firstLemma = new int[entries.Count + 1];
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            types[i] = WordType.Read(entry.Word);
            types[i].TagClass = entry.TagClass;
            types[i].OnlyTag = entry.OnlyTag;
            types[i].Cluster = entry.Cluster;
            types[i].Naming = entry.Naming;
            firstLemma[i + 1] = firstLemma[i] + entry.Lemmas.Length;
            var key = KeyOf(entry.Word);
            var slot = (int)(key & (ulong)(size - 1));
            while (keys[slot] != 0) { slot = (slot + 1) & (size - 1); }
            (keys[slot], slots[slot]) = (key, i);
        }
    }

    /// <summary>The known words.</summary>
    public IReadOnlyList<LexiconEntry> Entries { get; }

    /// <summary>The rules for lemmas of other words.</summary>
    public IReadOnlyDictionary<string, LemmaRule> Rules { get; }

    /// <summary>Index of a known word; -1 for any other. Curly apostrophes are as straight ones.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var key = KeyOf(word);
        for (var slot = (int)(key & (ulong)(keys.Length - 1)); keys[slot] != 0; slot = (slot + 1) & (keys.Length - 1))
        {
            if (keys[slot] == key)
            {
                return slots[slot];
            }
        }

        return -1;
    }

    /// <summary>What is known of a word, with its index as <see cref="Find"/> gives it.</summary>
    public WordType TypeOf(ReadOnlySpan<char> word, out int index)
    {
        index = Find(word);
        return index >= 0 ? types[index] : WordType.Read(word);
    }

    /// <summary>Dictionary form of a word.</summary>
    /// <param name="word">The word as it is spelled.</param>
    /// <param name="index">Its index, or -1.</param>
    /// <param name="tag">Its tag plus one.</param>
    public string LemmaOf(ReadOnlySpan<char> word, int index, byte tag)
    {
        if (index >= 0)
        {
            foreach (var (known, lemma) in lemmas.AsSpan(firstLemma[index]..firstLemma[index + 1]))
            {
                if (known == tag)
                {
                    return lemma;
                }
            }
        }

        if (namingTags.Contains(tag) || word.Length > 64)
        {
            return word.ToString();
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        Span<char> key = stackalloc char[LongestEnding + 1];
        for (var length = Math.Min(LongestEnding, word.Length - 1); length >= 0; length--)
        {
            if (rules.TryGetValue(RuleKey(tag, lower[^length..], key), out var rule))
            {
                return rule.Cut < lower.Length ? string.Concat(lower[..^rule.Cut], rule.Added) : lower.ToString();
            }
        }

        return lower.ToString();
    }

    /// <summary>The key of a rule: the tag as a character, then the ending.</summary>
    public static ReadOnlySpan<char> RuleKey(byte tag, ReadOnlySpan<char> ending, Span<char> room)
    {
        room[0] = (char)tag;
        ending.CopyTo(room[1..]);
        return room[..(ending.Length + 1)];
    }

    /// <summary>Writes the tables.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write(Entries.Count);
        foreach (var entry in Entries)
        {
            writer.Write(entry.Word);
            writer.Write(entry.TagClass);
            writer.Write(entry.OnlyTag);
            writer.Write(entry.Cluster);
            writer.Write(entry.Naming);
            writer.Write((byte)entry.Lemmas.Length);
            foreach (var (tag, lemma) in entry.Lemmas)
            {
                writer.Write(tag);
                writer.Write(lemma);
            }
        }

        writer.Write(Rules.Count);
        foreach (var (key, rule) in Rules.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(key);
            writer.Write(rule.Cut);
            writer.Write(rule.Added);
        }

        writer.Write((byte)namingTags.Count);
        foreach (var tag in namingTags.Order())
        {
            writer.Write(tag);
        }
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote. Equal lemmas become the same string.</summary>
    public static Lexicon ReadFrom(BinaryReader reader)
    {
        var strings = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new LexiconEntry[reader.ReadInt32()];
        for (var i = 0; i < entries.Length; i++)
        {
            var (word, tagClass, onlyTag, cluster, naming) = (reader.ReadString(), reader.ReadUInt16(), reader.ReadByte(), reader.ReadUInt16(), reader.ReadByte());
            var lemmas = new (byte, string)[reader.ReadByte()];
            for (var k = 0; k < lemmas.Length; k++)
            {
                lemmas[k] = (reader.ReadByte(), Shared(reader.ReadString()));
            }

            entries[i] = new LexiconEntry(Shared(word), tagClass, onlyTag, cluster, naming, lemmas);
        }

        var rules = new Dictionary<string, LemmaRule>(StringComparer.Ordinal);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            rules.Add(reader.ReadString(), new LemmaRule(reader.ReadByte(), Shared(reader.ReadString())));
        }

        return new Lexicon(entries, rules, reader.ReadBytes(reader.ReadByte()));

        string Shared(string text)
        {
            if (!strings.TryGetValue(text, out var shared))
            {
                strings.Add(text, shared = text);
            }

            return shared;
        }
    }

    private static ulong KeyOf(ReadOnlySpan<char> word)
    {
        unchecked
        {
            var hash = 0xCBF29CE484222325;
            foreach (var character in word)
            {
                hash = (hash ^ (character == '\u2019' ? '\'' : character)) * 0x100000001B3;
            }

            hash ^= hash >> 32;
            hash *= 0x9E3779B97F4A7C15;
            return hash | 1;
        }
    }
}

/// <summary>What training told of a word.</summary>
/// <param name="Word">Its form, with straight apostrophes.</param>
/// <param name="TagClass">As <see cref="WordType.TagClass"/>.</param>
/// <param name="OnlyTag">As <see cref="WordType.OnlyTag"/>.</param>
/// <param name="Cluster">As <see cref="WordType.Cluster"/>.</param>
/// <param name="Naming">As <see cref="WordType.Naming"/>.</param>
/// <param name="Lemmas">Its lemma for each tag (plus one) that it was seen with.</param>
internal sealed record LexiconEntry(string Word, ushort TagClass, byte OnlyTag, ushort Cluster, byte Naming, (byte Tag, string Lemma)[] Lemmas);

/// <summary>How a lemma is made: so many characters cut off the end, then others added.</summary>
internal readonly record struct LemmaRule(byte Cut, string Added);
