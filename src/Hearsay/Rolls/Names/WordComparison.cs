namespace Hearsay.Rolls.Names;

/// <summary>How two words of names agree, from not at all to wholly.</summary>
internal enum WordAgreement : byte
{
    /// <summary>They are different names.</summary>
    Different,

    /// <summary>They have something in common.</summary>
    Weak,

    /// <summary>One is an initial of the other.</summary>
    Initial,

    /// <summary>They differ as a slip of typing or hearing makes them.</summary>
    Near,

    /// <summary>They are spellings or forms of one name.</summary>
    Same,
}

/// <summary>Compares two words by sound, by the table of given names, and by their letters.</summary>
internal static class WordComparison
{
    /// <summary>The agreement, with the distance by sound where that decided (otherwise 0, or 9 for words that were not alike).</summary>
    public static (WordAgreement Agreement, double Distance) Compare(Word one, Word other)
    {
        if (one.Text == other.Text) { return (WordAgreement.Same, 0); }
        if (one.IsInitial || other.IsInitial) { return (SharesBeginning(one, other) ? WordAgreement.Initial : WordAgreement.Different, 0); }
        var distance = Distance(one, other);
        var length = Math.Min(one.Readings[0].Length, other.Readings[0].Length);
        var agreement = distance <= 0.1 + (0.03 * length) ? WordAgreement.Same
            : distance <= SlipLimit(length) ? WordAgreement.Near
            : distance <= 0.3 * length ? WordAgreement.Weak
            : WordAgreement.Different;
        if (agreement != WordAgreement.Same && (SharesGiven(one, other) || SharesFather(one, other))) { agreement = WordAgreement.Same; }
        return (agreement, distance);
    }

    /// <summary>The least distance by sound over all readings; 9 where one word has none.</summary>
    public static double Distance(Word one, Word other)
    {
        var least = 9.0;
        var vowelsOptional = one.VowelsOptional || other.VowelsOptional;
        foreach (var a in one.Readings)
        {
            foreach (var b in other.Readings)
            {
                if (Math.Abs(a.Length - b.Length) > 4 && !vowelsOptional) { continue; }
                least = Math.Min(least, SoundDistance.Between(a, b, vowelsOptional));
            }
        }

        return least;
    }

    /// <summary>True where both may be forms of one given name.</summary>
    public static bool SharesGiven(Word one, Word other)
    {
        foreach (var a in one.Given)
        {
            foreach (var b in other.Given)
            {
                if (a.Name == b.Name) { return true; }
            }
        }

        return false;
    }

    /// <summary>True where both may be made from one father's name.</summary>
    public static bool SharesFather(Word one, Word other)
    {
        foreach (var a in one.Fathers)
        {
            if (other.Fathers.Contains(a)) { return true; }
        }

        return false;
    }

    // One slip in a word of five sounds or more; in shorter ones only a small one.
    private static double SlipLimit(int length) => length >= 9 ? 1.6 : length >= 5 ? 1.15 : length == 4 ? 0.8 : 0.5;

    private static bool SharesBeginning(Word one, Word other)
    {
        foreach (var a in one.Readings)
        {
            foreach (var b in other.Readings)
            {
                if (SoundDistance.Between(a[..1], b[..1]) <= 0.15 || (a.Length > 1 && a[0] == 'y' && a[1] == b[0]) || (b.Length > 1 && b[0] == 'y' && b[1] == a[0])) { return true; }
            }
        }

        return SharesGiven(one, other);
    }
}
