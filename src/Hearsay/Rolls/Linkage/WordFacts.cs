using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>What comparing needs of a list's words, in columns: they are looked at many times each, and following objects would cost more than comparing them.</summary>
internal sealed class WordFacts
{
    /// <summary>Bits of <see cref="Flags"/>: it is an initial; nothing in it has a sound; it is measured alone, as no batch takes it; it may be a given name; it may be made from a father's name.</summary>
    public const byte Initial = 1, Silent = 2, Alone = 4, Given = 8, Father = 16;

    private readonly byte[] sounds;
    private readonly int[] startsOfReadings; // in the sounds
    private readonly int[] firstReadings; // of each word

    public WordFacts(Word?[] words)
    {
        Words = words;
        Flags = [.. words.Select(word => word is null ? Silent : FlagsOf(word))];
        Hashes = [.. words.Select(word => word is null ? 0 : HashOf(word))];
        firstReadings = new int[words.Length + 1];
        var (starts, numbers) = (new List<int> { 0 }, new List<byte>());
        for (var word = 0; word < words.Length; word++)
        {
            foreach (var reading in words[word]?.Readings ?? [])
            {
                foreach (var sound in reading) { numbers.Add(SoundDistance.NumberOf(sound)); }
                starts.Add(numbers.Count);
            }

            firstReadings[word + 1] = starts.Count - 1;
        }

        (sounds, startsOfReadings) = ([.. numbers], [.. starts]);
    }

    /// <summary>The words; null where a word holds no letter.</summary>
    public Word?[] Words { get; }

    /// <summary>What is known of each word.</summary>
    public byte[] Flags { get; }

    /// <summary>A hash of each word's letters.</summary>
    public int[] Hashes { get; }

    /// <summary>The number of a word's readings.</summary>
    public int ReadingsOf(int word) => firstReadings[word + 1] - firstReadings[word];

    /// <summary>One of a word's readings as the numbers of its sounds.</summary>
    public ReadOnlySpan<byte> Reading(int word, int reading)
    {
        var at = firstReadings[word] + reading;
        return sounds.AsSpan(startsOfReadings[at], startsOfReadings[at + 1] - startsOfReadings[at]);
    }

    /// <summary>What is known of one word.</summary>
    public static byte FlagsOf(Word word) => (byte)((word.IsInitial ? Initial : 0) | (word.Readings.Length == 0 ? Silent : 0)
        | (word.VowelsOptional || word.Readings.Any(reading => reading.Length > SoundBatch.Longest) ? Alone : 0) | (word.Given.IsEmpty ? 0 : Given) | (word.Fathers.IsEmpty ? 0 : Father));

    /// <summary>The hash of one word's letters.</summary>
    public static int HashOf(Word word) => string.GetHashCode(word.Text, StringComparison.Ordinal);
}
