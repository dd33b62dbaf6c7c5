namespace Hearsay.Parties;

/// <summary>Tells that an office is held no longer: who held it once does not speak for it.</summary>
internal static class FormerOffice
{
    /// <summary>True where one of the words says so: "the former minister", "ex-minister", "a retired general".</summary>
    public static bool IsIn(ReadOnlySpan<char> words)
    {
        foreach (var range in words.SplitAny(" \n\t\u00A0"))
        {
            var word = words[range];
            if (word.Equals("former", StringComparison.OrdinalIgnoreCase) || word.Equals("retired", StringComparison.OrdinalIgnoreCase) || word.Equals("exiled", StringComparison.OrdinalIgnoreCase)
                || word.StartsWith("ex-", StringComparison.OrdinalIgnoreCase)) { return true; }
        }

        return false;
    }
}
