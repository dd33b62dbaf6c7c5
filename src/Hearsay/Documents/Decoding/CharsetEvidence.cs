using System.Collections.Frozen;

namespace Hearsay.Documents.Decoding;

/// <summary>Weighs how well bytes read as text in one character set: letters that are frequent where they stand, next to letters of their own script, upper case only where words begin.</summary>
/// <remarks>
/// The signs are those of Li and Momoi, "A composite approach to language/encoding detection" (2001), cut down to what tells windows-1251, KOI8 and
/// windows-1252 apart. Upper and lower case stand the other way round in KOI8 than in windows-1251, so a wrong reading has its capitals inside words.
/// </remarks>
internal static class CharsetEvidence
{
    /// <summary>The most bytes that are weighed, from the first that is not ASCII: more changes no answer and costs time.</summary>
    private const int SampleLength = 128 * 1024;

    // Letters in thousandths, roughly as Russian and Ukrainian prose has them between them.
    private static readonly FrozenDictionary<char, double> Cyrillic = new Dictionary<char, int>
    {
        ['о'] = 100, ['а'] = 82, ['и'] = 66, ['н'] = 67, ['е'] = 66, ['т'] = 58, ['і'] = 30, ['в'] = 49, ['р'] = 47, ['с'] = 47, ['л'] = 39, ['к'] = 36,
        ['д'] = 31, ['у'] = 29, ['м'] = 31, ['п'] = 28, ['я'] = 21, ['з'] = 20, ['ь'] = 18, ['б'] = 16, ['г'] = 16, ['ч'] = 14, ['й'] = 12, ['ы'] = 10,
        ['х'] = 11, ['ж'] = 9, ['ш'] = 7, ['ю'] = 7, ['ц'] = 7, ['ї'] = 3, ['є'] = 3, ['щ'] = 4, ['э'] = 2, ['ф'] = 2, ['ё'] = 1, ['ъ'] = 1, ['ґ'] = 1, ['ў'] = 1,
        ['ј'] = 1, ['љ'] = 1, ['њ'] = 1, ['ћ'] = 1, ['ђ'] = 1, ['џ'] = 1, ['ѓ'] = 1, ['ќ'] = 1, ['ѕ'] = 1,
    }.ToFrozenDictionary(pair => pair.Key, pair => Math.Log(pair.Value / 12.0));

    private static readonly FrozenSet<char> CommonLatin = "éèêëàâäáãåæçñóòôöõøßüúùûíìîïýşğıąćęłńśźżčďěňřšťůžāēīūăâîșțőű".ToFrozenSet();
    private static readonly FrozenSet<char> CommonMarks = "\u00A0«»“”„‘’‚–—…•·№§©®™°€£½¼¾²³´¿¡¨¶×±\u00AD".ToFrozenSet();

    /// <summary>The evidence that the bytes are in the character set: higher is likelier, and only differences between character sets mean anything. 0 for plain ASCII.</summary>
    public static double Weigh(ReadOnlySpan<byte> bytes, SingleByteTable table)
    {
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (first < 0)
        {
            return 0;
        }

        var from = Math.Max(0, first - 32);
        var sample = bytes.Slice(from, Math.Min(SampleLength, bytes.Length - from));
        var score = 0.0;
        var previous = ' ';
        var latin = false;
        for (var i = 0; i < sample.Length; i++)
        {
            var current = table[sample[i]];
            if (sample[i] >= 0x80)
            {
                score += OfCharacter(current) + OfPair(previous, current);
                if (latin && IsCyrillic(current) && !char.IsLetter(previous))
                {
                    // A lone letter between Latin words is rather an "à" than a Russian "and".
                    score -= 2;
                }
            }
            else if (char.IsAsciiLetter(current) && previous >= '\u0400' && char.IsLetter(previous))
            {
                score -= 3;
            }

            latin = char.IsLetter(current) ? current < '\u0370' : latin;
            previous = current;
        }

        return score;
    }

    private static double OfCharacter(char current)
    {
        if (IsCyrillic(current))
        {
            return Cyrillic.GetValueOrDefault(char.ToLowerInvariant(current), -4);
        }

        if (char.IsLetter(current))
        {
            return current >= '\u0370' ? 0.8 : CommonLatin.Contains(char.ToLowerInvariant(current)) ? 0.8 : -1.5;
        }

        return CommonMarks.Contains(current) ? 0 : current is '\uFFFD' ? -6 : -3;
    }

    /// <summary>What a character that is not ASCII says together with the one before it.</summary>
    private static double OfPair(char previous, char current)
    {
        if (!char.IsLetter(current))
        {
            return 0;
        }

        if (!char.IsLetter(previous))
        {
            // No word begins with a soft or hard sign or with the hard "y".
            return char.ToLowerInvariant(current) is 'ь' or 'ъ' or 'ы' ? -3 : 0;
        }

        if (char.IsUpper(current) && char.IsLower(previous))
        {
            return -4;
        }

        if (IsCyrillic(current) != IsCyrillic(previous))
        {
            return -3;
        }

        if (IsCyrillic(current))
        {
            var (before, here) = (char.ToLowerInvariant(previous), char.ToLowerInvariant(current));
            return here is 'ь' or 'ъ' && (IsVowel(before) || before is 'ь' or 'ъ') ? -4 : IsVowel(before) != IsVowel(here) ? 0.3 : -0.2;
        }

        // Western words rarely have two letters beyond ASCII in a row; Cyrillic read as windows-1252 has nothing else.
        return char.IsAsciiLetter(previous) ? 0.2 : current < '\u0370' ? -3 : 0.2;
    }

    private static bool IsCyrillic(char character) => character is >= '\u0400' and < '\u0530';

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у' or 'я' or 'ю' or 'ы' or 'і' or 'ї' or 'є' or 'э' or 'ё';
}
