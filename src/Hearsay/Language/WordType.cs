using Hearsay.Models;

namespace Hearsay.Language;

/// <summary>The outward form of a word, as far as spelling tells.</summary>
internal enum WordShape : byte
{
    /// <summary>Only marks.</summary>
    Mark,
    /// <summary>Lower-case letters.</summary>
    Lower,
    /// <summary>First letter upper case, others lower.</summary>
    Capitalised,
    /// <summary>One upper-case letter, perhaps with a period.</summary>
    Initial,
    /// <summary>Upper-case letters only.</summary>
    Upper,
    /// <summary>Upper case inside.</summary>
    Mixed,
    /// <summary>Digits and separators only.</summary>
    Number,
    /// <summary>Digits and letters.</summary>
    NumberWord,
}

/// <summary>What the models know of a word from its spelling and, for known words, from training: everything that does not depend on where it stands.</summary>
internal struct WordType
{
    /// <summary>Hash of the form with digits and curly marks made alike.</summary>
    public uint Form;
    /// <summary>Hash of the same in lower case.</summary>
    public uint Lower;
    /// <summary>Hashes of the last two and three characters and the first two, in lower case.</summary>
    public uint Suffix2, Suffix3, Prefix;
    /// <summary>Outward form.</summary>
    public WordShape Shape;
    /// <summary>True where a hyphen stands inside.</summary>
    public bool IsHyphenated;
    /// <summary>The tag of a word that always has the same, plus one; 0 for other words.</summary>
    public byte OnlyTag;
    /// <summary>Which set of tags the word had in training; 0 for unknown words.</summary>
    public ushort TagClass;
    /// <summary>Distributional cluster; 0 where none is known.</summary>
    public ushort Cluster;

    /// <summary>What names the word was part of in training: 0 unknown, 1 never any, else a class of its own for each common kind.</summary>
    public byte Naming;

    /// <summary>Reads a word's form. What only training tells is left at 0.</summary>
    public static WordType Read(ReadOnlySpan<char> word)
    {
        Span<char> form = stackalloc char[Math.Min(word.Length, 64)];
        Span<char> lower = stackalloc char[form.Length];
        var (upper, lowers, digits, letters) = (0, 0, 0, 0);
        for (var i = 0; i < form.Length; i++)
        {
            var character = word[i];
            character = character switch
            {
                '\u2019' or '\u2018' => '\'',
                >= '1' and <= '9' => '0',
                _ => character,
            };
            form[i] = character;
            lower[i] = char.ToLowerInvariant(character);
            if (char.IsDigit(character)) { digits++; }
            else if (char.IsUpper(character)) { upper++; letters++; }
            else if (char.IsLetter(character)) { lowers++; letters++; }
        }

        return new WordType
        {
            Form = FeatureHash.OfText(form),
            Lower = FeatureHash.OfText(lower),
            Suffix2 = FeatureHash.OfText(lower[Math.Max(0, lower.Length - 2)..], 2),
            Suffix3 = FeatureHash.OfText(lower[Math.Max(0, lower.Length - 3)..], 3),
            Prefix = FeatureHash.OfText(lower[..Math.Min(3, lower.Length)], 4),
            IsHyphenated = form.Length > 2 && form[1..^1].Contains('-'),
            Shape = digits > 0 ? letters == 0 ? WordShape.Number : WordShape.NumberWord
                : letters == 0 ? WordShape.Mark
                : upper == 0 ? WordShape.Lower
                : upper == 1 && lowers == 0 ? WordShape.Initial
                : lowers == 0 ? WordShape.Upper
                : upper == 1 && char.IsUpper(form[0]) ? WordShape.Capitalised
                : WordShape.Mixed,
        };
    }
}
