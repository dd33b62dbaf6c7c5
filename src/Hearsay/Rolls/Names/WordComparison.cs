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
    /// <summary>Readings whose lengths differ by more are not compared.</summary>
    public const int MostLonger = 4;

    private const double GivenNameSlip = 0.6;

    /// <summary>The agreement, with the distance by sound where that decided (otherwise 0, or 9 for words that were not alike).</summary>
    public static (WordAgreement Agreement, double Distance) Compare(Word one, Word other)
    {
        if (one.Text == other.Text) { return (WordAgreement.Same, 0); }
        if (one.IsInitial || other.IsInitial) { return (SharesBeginning(one, other) ? WordAgreement.Initial : WordAgreement.Different, 0); }
        if (one.Readings.Length == 0 || other.Readings.Length == 0) { return (WordAgreement.Different, 9); }
        var length = Math.Min(one.Readings[0].Length, other.Readings[0].Length);
        var distance = Distance(one, other, Math.Max(0.3 * length, 2));
        var agreement = distance <= 0.1 + (0.03 * length) ? WordAgreement.Same
            : distance <= SlipLimit(length) ? WordAgreement.Near
            : distance <= 0.3 * length ? WordAgreement.Weak
            : WordAgreement.Different;
        if (agreement != WordAgreement.Same && (SharesGiven(one, other) || SharesFather(one, other))) { agreement = WordAgreement.Same; }
        return (agreement, distance);
    }

    /// <summary>The agreement as linkage needs it: two given names of the table are one only where the table says so, but for a slip.</summary>
    public static WordAgreement CompareClosely(Word one, Word other) => WithoutDistance(one, other) ?? Judge(one, other, Distance(one, other, LimitOf(one, other)));

    /// <summary>What <see cref="CompareClosely"/> gives where that needs no distance by sound; null where it does.</summary>
    public static WordAgreement? WithoutDistance(Word one, Word other)
    {
        if (one.Text == other.Text) { return WordAgreement.Same; }
        if (one.IsInitial || other.IsInitial) { return SharesBeginning(one, other) ? WordAgreement.Initial : WordAgreement.Different; }
        if (one.Readings.Length == 0 || other.Readings.Length == 0) { return WordAgreement.Different; }
        return SharesGiven(one, other) || SharesFather(one, other) ? WordAgreement.Same : null;
    }

    /// <summary>What <see cref="CompareClosely"/> gives for two words so far apart by sound.</summary>
    public static WordAgreement Judge(Word one, Word other, double distance) =>
        Judge(!one.Given.IsEmpty && !other.Given.IsEmpty, Math.Min(one.Readings[0].Length, other.Readings[0].Length), distance);

    /// <summary>The same for words of which only this is known.</summary>
    /// <param name="areGiven">True where both are given names.</param>
    /// <param name="length">Of the shorter one's first reading.</param>
    /// <param name="distance">By sound.</param>
    public static WordAgreement Judge(bool areGiven, int length, double distance)
    {
        if (areGiven) { return distance <= GivenNameSlip ? WordAgreement.Near : WordAgreement.Different; }
        return distance <= 0.1 + (0.03 * length) ? WordAgreement.Same : distance <= SlipLimit(length) ? WordAgreement.Near : distance <= 0.3 * length ? WordAgreement.Weak : WordAgreement.Different;
    }

    // Beyond this distance two words are different.
    private static double LimitOf(Word one, Word other)
    {
        var length = Math.Min(one.Readings[0].Length, other.Readings[0].Length);
        return !one.Given.IsEmpty && !other.Given.IsEmpty ? GivenNameSlip : Math.Max(SlipLimit(length), 0.3 * length);
    }

    /// <summary>The least distance by sound over all readings; 9 where one word has none.</summary>
    public static double Distance(Word one, Word other, double limit = 9)
    {
        var least = 9.0;
        var vowelsOptional = one.VowelsOptional || other.VowelsOptional;
        foreach (var a in one.Readings)
        {
            foreach (var b in other.Readings)
            {
                if (Math.Abs(a.Length - b.Length) > MostLonger && !vowelsOptional) { continue; }
                least = Math.Min(least, SoundDistance.Between(a, b, vowelsOptional, Math.Max(0, Math.Min(limit, least))));
                if (least == 0) { return 0; }
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
