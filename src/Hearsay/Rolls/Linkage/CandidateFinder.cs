using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>
/// Runs the register past the list, which is indexed, and keeps the pairs that may be one person. A pair is met where they share a word that is not too common,
/// where they share the surname, or where they share the birth date (also with day and month exchanged); it is kept where the evidence allows it at all.
/// </summary>
internal sealed class CandidateFinder(People list, People register, WordNeighbours neighbours, Chances[] chances, LinkageModel model, bool sameSheet)
{
    private const int RareWord = 64; // records of the list that share a word before it counts as common
    private const int MostSurnames = 4000;
    private const int PerRecord = 12;
    private const int BlockSize = 8192;

    private readonly int[] startsOfPostings = StartsOfPostings(list);
    private readonly int[] postings = Postings(list, StartsOfPostings(list));
    private readonly Dictionary<int, int[]> byDate = Enumerable.Range(0, list.Count).Where(record => list.Born[record] % 10000 > 0)
        .GroupBy(record => list.Born[record]).ToDictionary(group => group.Key, group => group.ToArray());

    // The least evidence that could still give a probability worth showing.
    private readonly float least = (float)(Math.Log2(Math.Max(register.Count, 1)) - 9);

    /// <summary>The candidates, sorted by record of the list and then by weight, the best first; at most twelve a record.</summary>
    public List<Candidate> Find(int threads)
    {
        var reach = Reach();
        var found = new List<Candidate>[(register.Count + BlockSize - 1) / BlockSize];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new int[list.Count], (block, _, seen) =>
        {
            var kept = new List<Candidate>();
            for (var record = block * BlockSize; record < Math.Min(register.Count, (block + 1) * BlockSize); record++) { Meet(record, reach, seen, kept); }
            found[block] = kept;
            return seen;
        }, _ => { });

        var all = new List<Candidate>(found.Sum(block => block.Count));
        foreach (var block in found) { all.AddRange(block); }
        all.Sort((one, other) => one.List != other.List ? one.List.CompareTo(other.List) : one.Weight != other.Weight ? other.Weight.CompareTo(one.Weight) : one.Register.CompareTo(other.Register));
        return Best(all);
    }

    private static List<Candidate> Best(List<Candidate> sorted)
    {
        var (record, rank) = (-1, 0);
        var best = new List<Candidate>(sorted.Count);
        foreach (var candidate in sorted)
        {
            (record, rank) = candidate.List == record ? (record, rank + 1) : (candidate.List, 0);
            if (rank < PerRecord) { best.Add(candidate); }
        }

        return best;
    }

    // How many records of the list each word of the register leads to.
    private int[] Reach()
    {
        var reach = new int[register.Known.Length];
        for (var word = 0; word < reach.Length; word++)
        {
            foreach (var near in neighbours.WordsNear(word)) { reach[word] += startsOfPostings[near + 1] - startsOfPostings[near]; }
        }

        return reach;
    }

    private void Meet(int record, int[] reach, int[] seen, List<Candidate> kept)
    {
        var words = register.Words.AsSpan(record * People.Slots, People.Slots);
        for (var slot = 0; slot < People.Slots; slot++)
        {
            if (words[slot] is >= 0 and var word && (reach[word] <= RareWord || (slot == People.Surname && reach[word] <= MostSurnames)))
            {
                foreach (var near in neighbours.WordsNear(word))
                {
                    for (var at = startsOfPostings[near]; at < startsOfPostings[near + 1]; at++) { Try(postings[at], record, seen, kept); }
                }
            }
        }

        var born = register.Born[record];
        if (born % 10000 == 0) { return; }
        if (byDate.TryGetValue(born, out var same)) { TryAll(same, record, seen, kept); }
        if (DateComparison.Exchanged(born) is > 0 and var exchanged && byDate.TryGetValue(exchanged, out same)) { TryAll(same, record, seen, kept); }
    }

    private void TryAll(int[] records, int record, int[] seen, List<Candidate> kept)
    {
        foreach (var other in records) { Try(other, record, seen, kept); }
    }

    private void Try(int listed, int record, int[] seen, List<Candidate> kept)
    {
        if (seen[listed] == record + 1) { return; }
        seen[listed] = record + 1;
        if (sameSheet && listed <= record) { return; } // a record repeats earlier ones
        var (levels, weight) = Compare(listed, record);
        if (weight > least) { kept.Add(new Candidate(listed, record, levels, weight)); }
    }

    /// <summary>Compares two records in every order of the name that may be meant, and gives the best.</summary>
    private (Levels Levels, float Weight) Compare(int listed, int record)
    {
        var ours = list.Words.AsSpan(listed * People.Slots, People.Slots);
        var theirs = register.Words.AsSpan(record * People.Slots, People.Slots);
        var born = DateComparison.Compare(list.Born[listed], register.Born[record]);
        var facts = Facts(listed, record);
        var orderKnown = list.OrderKnown[listed] && register.OrderKnown[record];
        var best = (Levels: default(Levels), Weight: float.MinValue);
        void Consider(NameOrderLevel order, NameLevel surname, NameLevel given, NameLevel patronymic)
        {
            var levels = new Levels(surname, given, patronymic, born, order, facts);
            if (surname <= NameLevel.Different && given <= NameLevel.Initial) { return; }
            var weight = (float)model.Weigh(levels, chances[listed], orderKnown);
            if (weight > best.Weight) { best = (levels, weight); }
        }

        var surname = Best(Level(ours[People.Surname], theirs[People.Surname]), Level(ours[People.Extra], theirs[People.Surname]), Level(ours[People.Surname], theirs[People.Extra]));
        Consider(NameOrderLevel.AsGiven, surname, Level(ours[People.Given], theirs[People.Given]), Level(ours[People.Patronymic], theirs[People.Patronymic]));
        Consider(NameOrderLevel.Exchanged, Level(ours[People.Given], theirs[People.Surname]), Level(ours[People.Surname], theirs[People.Given]), Level(ours[People.Patronymic], theirs[People.Patronymic]));
        if (!orderKnown && ours[People.Patronymic] >= 0)
        {
            Consider(NameOrderLevel.Rotated, Level(ours[People.Given], theirs[People.Surname]), Level(ours[People.Patronymic], theirs[People.Given]), Level(ours[People.Surname], theirs[People.Patronymic]));
        }

        return best;
    }

    // A part of a double name that agrees is not undone by the other part.
    private static NameLevel Best(NameLevel main, NameLevel second, NameLevel third) =>
        main >= NameLevel.Near || (second < NameLevel.Near && third < NameLevel.Near) ? main : NameLevel.Near;

    private NameLevel Level(int listWord, int registerWord)
    {
        if (listWord < 0 || registerWord < 0) { return NameLevel.Missing; }
        if (list.Known[listWord] is not { } one || register.Known[registerWord] is not { } other) { return NameLevel.Missing; }
        var agreement = one.IsInitial || other.IsInitial ? WordComparison.Compare(one, other).Agreement : neighbours.Between(registerWord, listWord);
        return agreement switch
        {
            WordAgreement.Same => one.IsInitial || other.IsInitial ? NameLevel.Initial : NameLevel.Same,
            WordAgreement.Near => NameLevel.Near,
            WordAgreement.Initial => NameLevel.Initial,
            WordAgreement.Weak => NameLevel.Weak,
            _ => NameLevel.Different,
        };
    }

    private byte Facts(int listed, int record)
    {
        if (list.Facts is not { } ours || register.Facts is not { } theirs) { return 0; }
        var facts = 0;
        for (var fact = 0; fact < 4; fact++)
        {
            facts |= FactComparison.Compare(fact, list, ours[(listed * 4) + fact], register, theirs[(record * 4) + fact]) << (2 * fact);
        }

        return (byte)facts;
    }

    private static int[] StartsOfPostings(People list)
    {
        var starts = new int[list.Known.Length + 1];
        foreach (var word in list.Words)
        {
            if (word >= 0) { starts[word + 1]++; }
        }

        for (var word = 0; word < list.Known.Length; word++) { starts[word + 1] += starts[word]; }
        return starts;
    }

    private static int[] Postings(People list, int[] next)
    {
        var postings = new int[next[^1]];
        for (var at = 0; at < list.Words.Length; at++)
        {
            if (list.Words[at] is >= 0 and var word) { postings[next[word]++] = at / People.Slots; }
        }

        return postings;
    }
}
