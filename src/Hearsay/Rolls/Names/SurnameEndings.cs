namespace Hearsay.Rolls.Names;

/// <summary>
/// Endings that make Slavic surnames of one root: <c>Клименко</c>, <c>Климчук</c>, <c>Климець</c>. Two words that end in different ones are different names,
/// however few sounds the difference takes.
/// </summary>
internal static class SurnameEndings
{
    // By sound (see Sounds), those that contain others first. Forms of one ending in different languages, and of sons and daughters, stand on one line.
    private static readonly string[][] Endings =
    [
        ["enko", "enka"], ["quk", "yuk", "uk"], ["evec", "ovec", "ec"], ["skiy", "ski", "cki", "ska", "cka", "skaya", "ckaya", "sky", "cky"],
        ["oviq", "eviq", "iviq", "iq"], ["iwin"], ["ov", "ev", "iv", "ova", "eva", "of", "ef"], ["in", "ina"], ["qak", "yak", "ak"], ["qik", "ik"], ["ko"],
    ];

    /// <summary>True where both readings end in one of these, and not in the same.</summary>
    public static bool Differ(string one, string other) => Of(one) is >= 0 and var ending && Of(other) is >= 0 and var otherEnding && ending != otherEnding;

    private static int Of(string reading)
    {
        for (var ending = 0; ending < Endings.Length; ending++)
        {
            foreach (var written in Endings[ending])
            {
                if (reading.Length > written.Length + 1 && reading.EndsWith(written, StringComparison.Ordinal)) { return ending; }
            }
        }

        return -1;
    }
}
