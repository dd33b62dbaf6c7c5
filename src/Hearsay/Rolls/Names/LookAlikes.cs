using System.Text;

namespace Hearsay.Rolls.Names;

/// <summary>Letters of the Latin and the Cyrillic script that look alike. Lists typed on two keyboards mix them within a word.</summary>
internal static class LookAlikes
{
    private const string Latin = "aceiopxyklmthbsj";
    private const string Cyrillic = "асеіорхуклмтнвѕј";

    /// <summary>Rewrites a lower-case word of both scripts in one: in that whose letters have no look-alike, otherwise in that of the most letters.</summary>
    public static void PutRight(StringBuilder word, int latin, int cyrillic)
    {
        var (onlyLatin, onlyCyrillic) = (0, 0);
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] < 0x250 && !Latin.Contains(word[at])) { onlyLatin++; }
            else if (word[at] is >= '\u0400' and < '\u0530' && !Cyrillic.Contains(word[at])) { onlyCyrillic++; }
        }

        var toCyrillic = onlyLatin != onlyCyrillic ? onlyCyrillic > onlyLatin : cyrillic >= latin;
        var (from, to) = toCyrillic ? (Latin, Cyrillic) : (Cyrillic, Latin);
        for (var at = 0; at < word.Length; at++)
        {
            if (from.IndexOf(word[at]) is >= 0 and var found) { word[at] = to[found]; }
        }
    }
}
