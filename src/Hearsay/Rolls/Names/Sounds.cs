using System.Collections.Frozen;
using System.Text;

namespace Hearsay.Rolls.Names;

/// <summary>
/// Reads a written word as sounds, in every way in which somebody may have meant it: <c>Sergej</c> by a German, Polish or Czech habit gives the
/// sounds of <c>Сергей</c>, and so does <c>Sergey</c> by an English one.
/// </summary>
/// <remarks>
/// A sound is one character: the vowels <c>a e i o u</c>, the glide <c>y</c>, and <c>b v d z k l m n p r s t f</c> as in English, <c>g h</c> and
/// <c>x</c> (as in loch), <c>c</c> (ts), <c>q</c> (ch), <c>w</c> (sh), <c>j</c> (zh and its affricate), <c>Q</c> (shch).
/// The idea of reading one word by several languages' rules is that of Beider and Morse (Phonetic Matching, 2008); rules and letters are ours, as data.
/// </remarks>
internal static class Sounds
{
    /// <summary>Letters beyond this are not read: no name needs them, and the cost of comparing grows with the square.</summary>
    public const int MaxLetters = 40;

    private const int MaxReadings = 6;
    private static readonly FrozenDictionary<char, string[]> Letters = LoadLetters();
    private static readonly FrozenDictionary<char, char> Accents = LoadAccents();
    private static readonly FrozenDictionary<char, string> Han = LoadHan();
    private static readonly LatinHabit[] Habits = LatinHabit.Load(NameData.Lines("latin.txt"));

    /// <summary>The letter below the marks: <c>é</c> gives <c>e</c>; other letters themselves.</summary>
    public static char WithoutMarks(char letter) => Accents.GetValueOrDefault(letter, letter);

    /// <summary>The reading of a Chinese character in pinyin, or null where the table has none.</summary>
    public static string? Pinyin(char character) => Han.GetValueOrDefault(character);

    /// <summary>The word's sounds, the most likely reading first; empty where nothing in it has a sound.</summary>
    /// <param name="word">One word in lower case.</param>
    public static string[] Read(string word)
    {
        if (word.Length > MaxLetters) { word = word[..MaxLetters]; }
        var readings = new List<string>(4);
        if (IsLatin(word)) { ReadLatin(word, readings); }
        else { ReadLetters(word, readings); }
        return [.. readings];
    }

    private static bool IsLatin(string word)
    {
        foreach (var letter in word)
        {
            if (char.IsLetter(letter)) { return letter < 0x250 || letter is >= '\u1E00' and < '\u1F00'; }
        }

        return true;
    }

    private static void ReadLatin(string word, List<string> readings)
    {
        Span<char> buffer = stackalloc char[MaxLetters * 3];
        foreach (var habit in Habits)
        {
            if (readings.Count == MaxReadings) { return; }
            if (habit.AppliesTo(word)) { Add(readings, Settle(buffer[..habit.Read(word, buffer)])); }
        }
    }

    private static void ReadLetters(string word, List<string> readings)
    {
        var variants = new List<StringBuilder> { new() };
        for (var at = 0; at < word.Length; at++)
        {
            var letter = WithoutMarks(word[at]);
            if (!Letters.TryGetValue(letter, out var sounds))
            {
                if (HangulSounds(letter) is { } syllable) { sounds = [syllable]; }
                else if (Han.TryGetValue(letter, out var pinyin)) { sounds = [Read(pinyin) is [.., var last] ? last : ""]; }
                else if (letter is >= '\u30A1' and <= '\u30F6' && Letters.TryGetValue((char)(letter - 0x60), out sounds)) { }
                else if (char.IsAsciiLetterLower(letter)) { sounds = [letter.ToString()]; }
                else { continue; }
            }

            if (letter == 'х' && at > 0 && word[at - 1] is 'к' or 'п' or 'т' or 'ч') { sounds = [.. sounds, ""]; } // Korean, Vietnamese and Indian aspirates, as Чхоль and Тхань
            var count = variants.Count;
            for (var i = 0; i < count; i++)
            {
                if (sounds.Length > 1 && variants.Count < 4) { variants.Add(new StringBuilder().Append(variants[i]).Append(sounds[1])); }
                variants[i].Append(sounds[0]);
                if (IsIndian(letter) && (at + 1 == word.Length || !IsIndianVowelSign(word[at + 1])) && at + 1 < word.Length) { variants[i].Append('a'); }
                if (letter is >= '\u3041' and <= '\u30FF' && at + 1 < word.Length && IsSmallKana(word[at + 1]) && variants[i] is [.., 'i']) { variants[i].Length--; }
            }
        }

        foreach (var variant in variants) { Add(readings, Settle(variant.ToString())); }
    }

    private static bool IsIndian(char letter) => letter is >= '\u0915' and <= '\u0939';

    private static bool IsIndianVowelSign(char letter) => letter is >= '\u093E' and <= '\u094D' or '\u093C';

    private static bool IsSmallKana(char letter) => letter is 'ゃ' or 'ゅ' or 'ょ' or 'ャ' or 'ュ' or 'ョ';

    // Hangul syllables are composed by rule (Unicode Standard, section 3.12); the sounds are those of the Revised Romanisation, voiced stops as heard at the beginning.
    private static string? HangulSounds(char letter)
    {
        if (letter is < '\uAC00' or > '\uD7A3') { return null; }
        string[] initials = ["k", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "j", "j", "q", "k", "t", "p", "h"];
        string[] vowels = ["a", "e", "ya", "ye", "o", "e", "yo", "ye", "o", "va", "ve", "ve", "yo", "u", "vo", "ve", "vi", "yu", "u", "i", "i"];
        string[] finals = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];
        var index = letter - 0xAC00;
        return initials[index / 588] + vowels[index % 588 / 28] + finals[index % 28];
    }

    private static void Add(List<string> readings, string reading)
    {
        if (reading.Length > 0 && !readings.Contains(reading)) { readings.Add(reading); }
    }

    /// <summary>One way to write equal sounds: doubled sounds once, a run of i and y as a glide before a vowel and as a vowel elsewhere.</summary>
    internal static string Settle(ReadOnlySpan<char> sounds)
    {
        Span<char> settled = stackalloc char[sounds.Length];
        var length = 0;
        for (var at = 0; at < sounds.Length; at++)
        {
            var sound = sounds[at];
            if (sound is 'i' or 'y')
            {
                while (at + 1 < sounds.Length && sounds[at + 1] is 'i' or 'y') { at++; }
                sound = at + 1 < sounds.Length && sounds[at + 1] is 'a' or 'e' or 'o' or 'u' ? 'y' : 'i';
            }
            else if ((sound is 'd' or 't') && at + 1 < sounds.Length && sounds[at + 1] is var next && (sound == 'd' ? next == 'j' : next is 'q' or 'c'))
            {
                continue; // the affricate is one sound, however it is written
            }
            else if (at + 1 < sounds.Length && (sound, sounds[at + 1]) is ('c', 'z') or ('q', 'j'))
            {
                sound = 'j'; // Chinese j and zh as Russian writes them
                at++;
            }
            else if (sound == 'w' && at + 1 < sounds.Length && sounds[at + 1] == 'q')
            {
                sound = 'Q';
                at++;
            }

            if (length == 0 || settled[length - 1] != sound) { settled[length++] = sound; }
        }

        return settled[..length].ToString();
    }

    private static FrozenDictionary<char, string[]> LoadLetters() => NameData.Lines("alphabets.txt")
        .Where(line => line[0] != '=').Select(line => line.Split(' '))
        .ToFrozenDictionary(cells => cells[0][0], cells => cells[1..].Select(sounds => sounds == "-" ? "" : sounds).ToArray());

    private static FrozenDictionary<char, char> LoadAccents() => NameData.Lines("accents.txt")
        .SelectMany(line => line[2..].Select(letter => (letter, line[0]))).DistinctBy(pair => pair.letter).ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);

    private static FrozenDictionary<char, string> LoadHan() => NameData.Lines("han.txt").Select(line => line.Split(' '))
        .SelectMany(cells => cells[1].Select(character => (character, cells[0]))).ToFrozenDictionary(pair => pair.character, pair => pair.Item2);
}
