namespace Hearsay.Rolls.Names;

/// <summary>How two words, or joined words, were paired.</summary>
internal enum PairKind
{
    /// <summary>Spellings or forms of one name.</summary>
    Same,

    /// <summary>A given name and its short form.</summary>
    ShortForm,

    /// <summary>An initial and a word that begins so.</summary>
    Initial,

    /// <summary>Judged by their distance.</summary>
    Close,

    /// <summary>Two given names that the table knows as different.</summary>
    OtherGiven,
}

/// <summary>Words of two names laid beside each other.</summary>
/// <param name="A">The first name's word or joined words.</param>
/// <param name="B">The second name's.</param>
/// <param name="Kind">How they agree.</param>
/// <param name="Distance">By sound.</param>
/// <param name="Tolerance">The distance at which two words of this length are as likely to be one name as two.</param>
/// <param name="Words">How many words of the shorter side it covers.</param>
internal sealed record WordPair(string A, string B, PairKind Kind, double Distance, double Tolerance, int Words);

/// <summary>The pairing of two names' words, and the words left over.</summary>
internal sealed class NameAlignment
{
    public List<WordPair> Pairs { get; } = [];

    public List<int> LeftA { get; } = [];

    public List<int> LeftB { get; } = [];

    /// <summary>Pairs the words that agree best first; neighbouring words may be written as one.</summary>
    public static NameAlignment Of(PersonName a, PersonName b)
    {
        var choices = new List<(double Cost, int A, int LengthA, int B, int LengthB, WordPair Pair)>();
        for (var i = 0; i < a.Words.Length; i++)
        {
            for (var j = 0; j < b.Words.Length; j++)
            {
                var pair = Best(Pair(a.Words[i], b.Words[j]), a, i, b, j);
                choices.Add((Cost(pair) + (0.01 * Math.Abs(i - j)), i, 1, j, 1, pair));
                if (i + 1 < a.Words.Length && Joined(a, i, b.Words[j]) is { } left) { choices.Add((left.Distance + 0.05, i, 2, j, 1, left)); }
                if (j + 1 < b.Words.Length && Joined(b, j, a.Words[i]) is { } right) { choices.Add((right.Distance + 0.05, i, 1, j, 2, right with { A = right.B, B = right.A })); }
            }
        }

        choices.Sort((one, other) => one.Cost.CompareTo(other.Cost));
        var alignment = new NameAlignment();
        var (usedA, usedB) = (new bool[a.Words.Length], new bool[b.Words.Length]);
        foreach (var (_, i, lengthA, j, lengthB, pair) in choices)
        {
            if (usedA.AsSpan(i, lengthA).Contains(true) || usedB.AsSpan(j, lengthB).Contains(true)) { continue; }
            usedA.AsSpan(i, lengthA).Fill(true);
            usedB.AsSpan(j, lengthB).Fill(true);
            alignment.Pairs.Add(pair);
        }

        for (var i = 0; i < usedA.Length; i++)
        {
            if (!usedA[i]) { alignment.LeftA.Add(i); }
        }

        for (var j = 0; j < usedB.Length; j++)
        {
            if (!usedB[j]) { alignment.LeftB.Add(j); }
        }

        return alignment;
    }

    // A particle may have grown together with its word: de Groot and Degroot, al-Masri and Elmasri.
    private static WordPair Best(WordPair pair, PersonName a, int i, PersonName b, int j)
    {
        if (pair.Kind != PairKind.Close || pair.Distance <= 0.5 * pair.Tolerance) { return pair; }
        foreach (var (particles, word, other) in new[] { (a.Particles, a.Words[i], b.Words[j]), (b.Particles, b.Words[j], a.Words[i]) })
        {
            foreach (var particle in particles)
            {
                if (other.Text.Length > word.Text.Length && Word.Of(particle + word.Text) is { } grown && WordComparison.Distance(grown, other) is var distance && distance < pair.Distance)
                {
                    pair = pair with { Distance = distance, Kind = distance <= 0.5 ? PairKind.Same : PairKind.Close };
                }
            }
        }

        return pair;
    }

    private static double Cost(WordPair pair) => pair.Kind switch
    {
        PairKind.Same => 0.1 * pair.Distance,
        PairKind.ShortForm => 0.3,
        PairKind.Initial => 0.5,
        PairKind.OtherGiven => 3 + pair.Distance,
        _ => 0.4 + (pair.Distance / pair.Tolerance),
    };

    private static WordPair Pair(Word one, Word other)
    {
        var (agreement, distance) = WordComparison.Compare(one, other);
        var length = Math.Min(one.Readings.Length > 0 ? one.Readings[0].Length : 0, other.Readings.Length > 0 ? other.Readings[0].Length : 0);
        var tolerance = Tolerance(length);
        if (one.IsInitial || other.IsInitial) { return new WordPair(one.Text, other.Text, agreement >= WordAgreement.Initial ? PairKind.Initial : PairKind.Close, agreement >= WordAgreement.Initial ? 0 : 9, 1, 1); }
        if (length == 0) { return new WordPair(one.Text, other.Text, one.Text == other.Text ? PairKind.Same : PairKind.Close, SoundDistance.Far, 1, 1); }
        var kind = PairKind.Close;
        if (AreOtherGivens(one, other)) { kind = PairKind.OtherGiven; }
        else if (agreement == WordAgreement.Same) { kind = IsShort(one, other) ? PairKind.ShortForm : PairKind.Same; }
        else if (distance > 0.3)
        {
            if (StartsOtherwise(one, other)) { distance += 0.4; }
            if (SurnameEndings.Differ(one.Readings[0], other.Readings[0])) { distance += 0.5; }
            if (IsServant(one) && IsServant(other)) { tolerance = Tolerance(length - 5); }
        }

        return new WordPair(one.Text, other.Text, kind, distance, tolerance, 1);
    }

    // Names of the form "servant of ..." (Abdulkarim, Abdelkader) begin alike and are told apart by the rest.
    private static bool IsServant(Word word) => word.Readings.Any(reading => reading.Length > 7 && reading.StartsWith("abd", StringComparison.Ordinal) && reading[4] is 'l' or 'r');

    private static bool AreOtherGivens(Word one, Word other) => one.Readings.Length > 0 && other.Readings.Length > 0 && one.Readings[0] != other.Readings[0]
        && ((!one.Given.IsEmpty && !other.Given.IsEmpty && !WordComparison.SharesGiven(one, other)) || (one.IsPatronymic && other.IsPatronymic && !WordComparison.SharesFather(one, other)));

    private static bool IsShort(Word one, Word other)
    {
        if (WordComparison.Distance(one, other) <= 0.5) { return false; }
        foreach (var a in one.Given)
        {
            foreach (var b in other.Given)
            {
                if (a.Name == b.Name && !a.IsShort && !b.IsShort) { return false; }
            }
        }

        return WordComparison.SharesGiven(one, other);
    }

    private static bool StartsOtherwise(Word one, Word other) => SoundDistance.Between(one.Readings[0][..1], other.Readings[0][..1]) > 0.4;

    private static WordPair? Joined(PersonName name, int at, Word whole)
    {
        if (name.Words[at].IsInitial || name.Words[at + 1].IsInitial || whole.Readings is not [{ Length: >= 4 }, ..]) { return null; }
        WordPair? best = null;
        foreach (var between in name.Particles.Prepend(""))
        {
            if (Word.Of(name.Words[at].Text + between + name.Words[at + 1].Text) is not { } joined) { continue; }
            var distance = WordComparison.Distance(joined, whole);
            var tolerance = Tolerance(joined.Readings.Length > 0 ? joined.Readings[0].Length : 0);
            if (distance <= 0.5 * tolerance && (best is null || distance < best.Distance))
            {
                best = new WordPair($"{name.Words[at].Text} {name.Words[at + 1].Text}", whole.Text, distance <= 0.2 ? PairKind.Same : PairKind.Close, distance, tolerance, 1);
            }
        }

        return best;
    }

    private static double Tolerance(int length) => length switch { <= 2 => 0.3, 3 => 0.45, 4 => 0.7, 5 => 0.95, <= 7 => 1.25, <= 9 => 1.45, _ => 1.85 };
}
