using System.Buffers;

namespace Hearsay.Matters.Text;

/// <summary>Cuts English endings, so that "exchanged", "exchanges" and "exchange" are one. Lighter than Porter's (1980): plurals, participles and a final e.</summary>
internal static class Stemmer
{
    private const int Shortest = 3;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>The stem of a word in lower case.</summary>
    public static string Stem(string word)
    {
        var length = word.Length;
        if (Ends(word, length, "'s") || Ends(word, length, "’s")) { length -= 2; }
        if (Ends(word, length, "ies") && length > 4) { return string.Concat(word.AsSpan(0, length - 3), "y"); }
        if (Ends(word, length, "sses") || Ends(word, length, "shes") || Ends(word, length, "ches") || Ends(word, length, "xes")) { length -= 2; }
        else if (Ends(word, length, "s") && length > Shortest && word[length - 2] is not ('s' or 'u' or 'i')) { length--; }
        if (Ends(word, length, "ied") && length > 4) { return string.Concat(word.AsSpan(0, length - 3), "y"); }
        if (Ends(word, length, "ing") && length - 3 >= Shortest && HasVowel(word, length - 3)) { length = Undouble(word, length - 3); }
        else if (Ends(word, length, "ed") && length - 2 >= Shortest && HasVowel(word, length - 2)) { length = Undouble(word, length - 2); }
        if (length > Shortest && word[length - 1] == 'e') { length--; }
        return length == word.Length ? word : word[..length];
    }

    private static bool Ends(string word, int length, string ending) => length >= ending.Length && word.AsSpan(length - ending.Length, ending.Length).SequenceEqual(ending);

    private static bool HasVowel(string word, int length) => word.AsSpan(0, length).IndexOfAny(Vowels) >= 0;

    private static int Undouble(string word, int length) =>
        length > Shortest && word[length - 1] == word[length - 2] && word[length - 1] is not ('l' or 's' or 'z' or 'e' or 'o') ? length - 1 : length;
}
