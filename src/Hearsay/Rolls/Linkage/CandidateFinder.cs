using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>
/// Runs the register past the list, which is indexed, and keeps the pairs that may be one person. A pair is met where they share a word that is not too common,
/// where they share the surname, or where they share the birth date (also with day and month exchanged); it is kept where the evidence allows it at all.
/// </summary>
internal sealed class CandidateFinder(People list, People register, WordNeighbours neighbours, Chances[] chances, LinkageModel model, bool sameSheet, FactComparison? facts = null)
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

    // What is weaker is not kept but summed up, in units of two to this below the least: whole numbers, so that the order of adding makes no difference.
    private const int UnitsOfWeak = 24;

    /// <summary>For each record of the list, what was found and not kept: the sum of two to the power of its weights. Known after <see cref="Find"/>.</summary>
    public double[] NotKept { get; } = new double[list.Count];

    /// <summary>The candidates, sorted by record of the list and then by weight, the best first; at most twelve a record.</summary>
    public List<Candidate> Find(int threads)
    {
        var reach = Reach();
        var order = ByGivenName();
        var found = new List<Candidate>[(register.Count + BlockSize - 1) / BlockSize];
        var weak = new long[list.Count];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Scratch(list.Count, list.Known.Length), (block, _, scratch) =>
        {
            scratch.Kept = [];
            for (var at = block * BlockSize; at < Math.Min(register.Count, (block + 1) * BlockSize); at++) { Meet(order[at], reach, scratch); }
            found[block] = scratch.Kept;
            return scratch;
        }, scratch =>
        {
            lock (weak)
            {
                for (var record = 0; record < weak.Length; record++) { weak[record] += scratch.Weak[record]; }
            }
        });

        for (var record = 0; record < weak.Length; record++) { NotKept[record] = weak[record] * Math.Pow(2, least - UnitsOfWeak); }
        var all = new List<Candidate>(found.Sum(block => block.Count));
        foreach (var block in found) { all.AddRange(block); }
        all.Sort((one, other) => one.List != other.List ? one.List.CompareTo(other.List) : one.Weight != other.Weight ? other.Weight.CompareTo(one.Weight) : one.Register.CompareTo(other.Register));
        return Best(all);
    }

    // Records of one given name after each other, so that what is near that name is looked up once for all of them.
    private int[] ByGivenName()
    {
        var starts = new int[register.Known.Length + 2];
        for (var record = 0; record < register.Count; record++) { starts[GivenOf(record) + 2]++; }
        for (var word = 1; word < starts.Length; word++) { starts[word] += starts[word - 1]; }
        var order = new int[register.Count];
        for (var record = 0; record < register.Count; record++) { order[starts[GivenOf(record) + 1]++] = record; }
        return order;
    }

    private int GivenOf(int record) => register.Words[(record * People.Slots) + People.Given];

    private List<Candidate> Best(List<Candidate> sorted)
    {
        var (record, rank) = (-1, 0);
        var best = new List<Candidate>(sorted.Count);
        foreach (var candidate in sorted)
        {
            (record, rank) = candidate.List == record ? (record, rank + 1) : (candidate.List, 0);
            if (rank < PerRecord) { best.Add(candidate); }
            else { NotKept[record] += double.Exp2(candidate.Weight); }
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

    private void Meet(int record, int[] reach, Scratch scratch)
    {
        var words = register.Words.AsSpan(record * People.Slots, People.Slots);
        scratch.Mark(words[People.Given], neighbours, register.Known);
        for (var slot = 0; slot < People.Slots; slot++)
        {
            if (words[slot] is >= 0 and var word && (reach[word] <= RareWord || (slot == People.Surname && reach[word] <= MostSurnames)))
            {
                var near = neighbours.WordsNear(word);
                var how = neighbours.AgreementsNear(word);
                for (var at = 0; at < near.Length; at++)
                {
                    if (how[at] < (byte)WordAgreement.Near) { continue; }
                    var end = startsOfPostings[near[at] + 1];
                    for (var posting = startsOfPostings[near[at]]; posting < end; posting++) { Try(postings[posting], record, slot, scratch); }
                }
            }
        }

        var born = register.Born[record];
        if (born % 10000 == 0) { return; }
        if (byDate.TryGetValue(born, out var same)) { TryAll(same, record, scratch); }
        if (DateComparison.Exchanged(born) is > 0 and var exchanged && byDate.TryGetValue(exchanged, out same)) { TryAll(same, record, scratch); }
    }

    private void TryAll(int[] records, int record, Scratch scratch)
    {
        foreach (var other in records) { Try(other, record, -1, scratch); }
    }

    private void Try(int listed, int record, int slot, Scratch scratch)
    {
        // A shared surname alone is nothing: the given name or the birth date must have something to do with each other.
        var mark = scratch.NearGiven;
        var at = listed * People.Slots;
        var given = slot == People.Surname && (mark[list.Words[at + People.Given] + 1] | mark[list.Words[at] + 1] | mark[list.Words[at + People.Patronymic] + 1]) == 0;
        if (given && DateComparison.Compare(list.Born[listed], register.Born[record]) <= DateLevel.Different) { return; }
        if (slot < 0 && (mark[list.Words[at + People.Given] + 1] | mark[list.Words[at] + 1] | mark[list.Words[at + People.Patronymic] + 1]) == 0 && !SharesSurname(at, record)) { return; }
        if (scratch.Seen[listed] == record + 1) { return; }
        scratch.Seen[listed] = record + 1;
        if (sameSheet && listed <= record) { return; } // a record repeats earlier ones
        var (levels, weight) = Compare(listed, record);
        if (weight > least) { scratch.Kept.Add(new Candidate(listed, record, levels, weight)); }
        else if (weight > least - UnitsOfWeak) { scratch.Weak[listed] += (long)double.Exp2(weight - least + UnitsOfWeak); }
    }

    private bool SharesSurname(int at, int record)
    {
        var surname = register.Words[record * People.Slots];
        return surname >= 0 && ((list.Words[at] is >= 0 and var own && neighbours.Between(surname, own) >= WordAgreement.Near)
            || (list.Words[at + People.Given] is >= 0 and var given && neighbours.Between(surname, given) >= WordAgreement.Near));
    }

    /// <summary>Compares two records in every order of the name that may be meant, and gives the best.</summary>
    private (Levels Levels, float Weight) Compare(int listed, int record)
    {
        var ours = list.Words.AsSpan(listed * People.Slots, People.Slots);
        var theirs = register.Words.AsSpan(record * People.Slots, People.Slots);
        var born = DateComparison.Compare(list.Born[listed], register.Born[record]);
        var agreement = facts?.Compare(listed, record) ?? 0;
        var orderKnown = list.OrderKnown[listed] && register.OrderKnown[record];
        var best = (Levels: default(Levels), Weight: float.MinValue);
        var patronymic = Level(ours[People.Patronymic], theirs[People.Patronymic]);
        var surname = Best(Level(ours[People.Surname], theirs[People.Surname]), Level(ours[People.Extra], theirs[People.Surname]), Level(ours[People.Surname], theirs[People.Extra]));
        Consider(new Levels(surname, Level(ours[People.Given], theirs[People.Given]), patronymic, born, NameOrderLevel.AsGiven, agreement), listed, orderKnown, ref best);
        Consider(new Levels(Level(ours[People.Given], theirs[People.Surname]), Level(ours[People.Surname], theirs[People.Given]), patronymic, born, NameOrderLevel.Exchanged, agreement), listed, orderKnown, ref best);
        if (!orderKnown && ours[People.Patronymic] >= 0)
        {
            Consider(new Levels(Level(ours[People.Given], theirs[People.Surname]), Level(ours[People.Patronymic], theirs[People.Given]), Level(ours[People.Surname], theirs[People.Patronymic]), born, NameOrderLevel.Rotated, agreement), listed, orderKnown, ref best);
        }

        return best;
    }

    private void Consider(Levels levels, int listed, bool orderKnown, ref (Levels Levels, float Weight) best)
    {
        if (levels.Surname <= NameLevel.Different && levels.Given <= NameLevel.Initial) { return; }
        var weight = (float)model.Weigh(levels, chances[listed], orderKnown);
        if (weight > best.Weight) { best = (levels, weight); }
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

    /// <summary>What one worker keeps between records.</summary>
    private sealed class Scratch(int records, int words)
    {
        private int marked = -2;

        /// <summary>The last record of the register that each record of the list was compared with, plus one.</summary>
        public int[] Seen { get; } = new int[records];

        /// <summary>Not 0 for words of the list, plus one, that may be the given name of the register's record; the first is for no word.</summary>
        public byte[] NearGiven { get; } = new byte[words + 1];

        public List<Candidate> Kept { get; set; } = [];

        /// <summary>The sum of what was too weak to be kept, for each record of the list.</summary>
        public long[] Weak { get; } = new long[records];

        public void Mark(int given, WordNeighbours neighbours, Word?[] known)
        {
            if (given == marked) { return; }
            marked = given;
            Array.Clear(NearGiven);
            if (given < 0 || known[given] is { IsInitial: true }) { Array.Fill(NearGiven, (byte)1); }
            else
            {
                foreach (var near in neighbours.WordsNear(given)) { NearGiven[near + 1] = 1; }
            }

            NearGiven[0] = 0;
        }
    }
}
