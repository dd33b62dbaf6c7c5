using System.Globalization;

namespace Hearsay.Rolls.Names;

/// <summary>Whether two names may be written forms of one person's name.</summary>
/// <param name="Score">From 0 to 1, monotone in that belief; a match from one half on. Not a probability that the two are one person: people share names.</param>
/// <param name="IsMatch">True where they may be.</param>
/// <param name="Why">What agrees and what differs, in words.</param>
public sealed record NameScore(double Score, bool IsMatch, string Why);

/// <summary>
/// Compares two names word by word, whatever the order, script, spelling and length. The weakest part decides: a different given name, patronymic or surname
/// counts against, a part that only one of them has does not.
/// </summary>
public static class NameScorer
{
    // In units of log-odds; found on the half of the labelled pairs that is for tuning.
    private const double Spelling = 2.5;
    private const double ShortForm = 1.3;
    private const double InitialForm = 0.9;
    private const double Conflict = -4;
    private const double OtherGiven = -2.5;
    private const double Doubtful = 0; // below this the other parts change nothing
    private const double EachOtherAgreeing = 0.45;
    private const double OneSided = 0.25;
    private const double SingleWord = -3;
    private const double OneGeneration = -0.6;

    /// <summary>Compares two names. Never throws for what the names are; takes time bounded by caps on their length.</summary>
    public static NameScore Compare(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (a, b) = (PersonName.Read(one), PersonName.Read(other));
        if (a.Words.IsEmpty || b.Words.IsEmpty)
        {
            var same = one.Trim().Length > 0 && string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
            return new NameScore(same ? 1 : 0, same, same ? "the same" : "one of them has no words that could be compared");
        }

        var alignment = NameAlignment.Of(a, b);
        var odds = Weigh(a, b, alignment);
        var score = 1 / (1 + Math.Exp(-odds));
        return new NameScore(Math.Round(score, 4), score >= 0.5, InWords(a, b, alignment));
    }

    private static double Weigh(PersonName a, PersonName b, NameAlignment alignment)
    {
        var weakest = Spelling;
        var (agreeing, full) = (0, 0);
        foreach (var pair in alignment.Pairs)
        {
            var evidence = Evidence(pair);
            weakest = Math.Min(weakest, evidence);
            if (pair.Kind is PairKind.Same or PairKind.Close && evidence > 0.5) { agreeing++; }
            if (pair.Kind != PairKind.Initial && evidence > 0) { full += pair.Words; }
        }

        var left = Math.Abs(alignment.LeftA.Count - alignment.LeftB.Count);
        if (alignment.LeftA.Count > 0 && alignment.LeftB.Count > 0) { weakest = Math.Min(weakest, Conflict); }
        var odds = weakest + (weakest > Doubtful ? EachOtherAgreeing * Math.Max(0, agreeing - 1) : 0) - (OneSided * left);
        if (full == 0) { odds -= 2; }
        else if (full == 1 && left > 0 && alignment.Pairs.Count == 1) { odds += SingleWord; }
        if (a.Suffix > 0 && b.Suffix > 0 && a.Suffix != b.Suffix) { odds = Math.Min(odds, Conflict); }
        else if (a.Suffix != b.Suffix) { odds += OneGeneration; }
        return odds;
    }

    private static double Evidence(WordPair pair) => pair.Kind switch
    {
        PairKind.Same => Spelling,
        PairKind.ShortForm => ShortForm,
        PairKind.Initial => InitialForm,
        PairKind.OtherGiven => OtherGiven,
        _ => Math.Max(Spelling * (1 - (pair.Distance / pair.Tolerance)), Conflict),
    };

    private static string InWords(PersonName a, PersonName b, NameAlignment alignment)
    {
        var parts = new List<string>();
        foreach (var pair in alignment.Pairs)
        {
            parts.Add(pair.Kind switch
            {
                PairKind.Same when pair.A == pair.B => $"{pair.A} in both",
                PairKind.Same => $"{pair.A} and {pair.B} are spellings or forms of one name",
                PairKind.ShortForm => $"{pair.A} and {pair.B} are forms of one given name, long and short",
                PairKind.Initial => $"{pair.A} and {pair.B} agree in the initial",
                PairKind.OtherGiven => $"{pair.A} and {pair.B} are different given names",
                _ when pair.Distance <= pair.Tolerance => $"{pair.A} and {pair.B} sound alike but for a slip",
                _ => $"{pair.A} and {pair.B} differ",
            });
        }

        if (alignment.LeftA.Count > 0 && alignment.LeftB.Count > 0) { parts.Add($"{List(a, alignment.LeftA)} has nothing like it, nor has {List(b, alignment.LeftB)}"); }
        else if (alignment.LeftA.Count + alignment.LeftB.Count > 0) { parts.Add($"only one has {(alignment.LeftA.Count > 0 ? List(a, alignment.LeftA) : List(b, alignment.LeftB))}"); }
        if (a.Suffix != b.Suffix) { parts.Add(a.Suffix > 0 && b.Suffix > 0 ? "they state different generations" : "one states a generation"); }
        return string.Join("; ", parts);
    }

    private static string List(PersonName name, List<int> words) => string.Join(' ', words.Select(word => name.Words[word].Text.ToString(CultureInfo.InvariantCulture)));
}
