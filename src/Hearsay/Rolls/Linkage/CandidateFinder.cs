using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>
/// Runs the register past the list, which is indexed, and keeps the pairs that may be one person. A pair is met where they share a word that is not too common,
/// where they share the surname and anything near the given name or the birth date, or where they share the birth date (also with day and month exchanged) and a name; it is kept
/// where the evidence allows it at all.
/// </summary>
internal sealed class CandidateFinder(People list, People register, WordNeighbours neighbours, Chances[] chances, LinkageModel model, bool sameSheet, FactComparison? facts = null)
{
    private const int RareWord = 64; // records of the list that share a word before it counts as common
    private const int MostSurnames = 4000;
    private const int PerRecord = 12;
    private const int BlockSize = 8192;

    // What is weaker than the least is not kept but summed up, in units of two to this below it: whole numbers, so that the order of adding makes no difference.
    private const int UnitsOfWeak = 24;

    private static readonly double[] Fractions = [.. Enumerable.Range(0, 64).Select(part => Math.Pow(2, part / 64.0))];

    private readonly ListIndex index = new(list, register, neighbours);
    private readonly WeightTable weights = new(model, list, chances);
    private readonly bool[] listApart = [.. list.Known.Select(word => word is null or { IsInitial: true })];
    private readonly bool[] registerApart = [.. register.Known.Select(word => word is null or { IsInitial: true })];

    // The least evidence that could still give a probability worth showing.
    private readonly float least = (float)(Math.Log2(Math.Max(register.Count, 1)) - 9);

    /// <summary>For each record of the list, what was found and not kept: the sum of two to the power of its weights. Known after <see cref="Find"/>.</summary>
    public double[] NotKept { get; } = new double[list.Count];

    /// <summary>The candidates, sorted by record of the list and then by weight, the best first; at most twelve a record.</summary>
    public List<Candidate> Find(int threads)
    {
        var reach = index.Reach();
        var order = Sorted(Sorted(null, People.Given), People.Surname);
        var found = new List<Candidate>[(register.Count + BlockSize - 1) / BlockSize];
        var weak = new long[list.Count];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Scratch(list.Count), (block, _, scratch) =>
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

    // Records of one surname after each other, and within them those of one given name, so that what is near them is looked up once for all of them.
    private int[] Sorted(int[]? order, int slot)
    {
        var starts = new int[register.Known.Length + 2];
        var next = new int[register.Count];
        for (var record = 0; record < register.Count; record++) { starts[register.Words[(record * People.Slots) + slot] + 2]++; }
        for (var word = 1; word < starts.Length; word++) { starts[word] += starts[word - 1]; }
        for (var at = 0; at < register.Count; at++)
        {
            var record = order is null ? at : order[at];
            next[starts[register.Words[(record * People.Slots) + slot] + 1]++] = record;
        }

        return next;
    }

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

    private void Meet(int record, int[] reach, Scratch scratch)
    {
        var words = register.Words.AsSpan(record * People.Slots, People.Slots);
        var born = register.Born[record];
        if (scratch.Given != words[People.Given]) { scratch.Begin(words[People.Given], index); }
        if (words[People.Surname] is >= 0 and var surname && reach[surname] <= MostSurnames) { MeetSurname(surname, record, born, scratch); }
        for (var slot = People.Surname + 1; slot < People.Slots; slot++)
        {
            if (words[slot] is < 0 || reach[words[slot]] > RareWord) { continue; }
            var near = neighbours.WordsNear(words[slot]);
            var how = neighbours.AgreementsNear(words[slot]);
            for (var at = 0; at < near.Length; at++)
            {
                if (how[at] < (byte)WordAgreement.Near) { continue; }
                foreach (var listed in index.RecordsWith(near[at])) { Try(listed, record, scratch); }
            }
        }

        if (!index.HasDates || born % 10000 == 0) { return; }
        MeetDay(born, record, scratch);
        if (DateComparison.Exchanged(born) is > 0 and var exchanged) { MeetDay(exchanged, record, scratch); }
    }

    // A shared surname alone is nothing: the given name or the birth date must have something to do with each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as for SoundBatch.Measure
    private void MeetSurname(int surname, int record, int born, Scratch scratch)
    {
        if (scratch.Surname != surname) { Gather(surname, scratch); }
        if (!scratch.PassingKnown) { scratch.Sift(); }
        foreach (var listed in CollectionsMarshal.AsSpan(scratch.Passing)) { Try(listed, record, scratch); }
        if (born == 0 || !index.HasDates || scratch.NearGiven is null) { return; }
        var packed = DateComparison.Pack(born);
        var dates = CollectionsMarshal.AsSpan(scratch.Dates);
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(dates);
        var (days, ours) = (new Vector<int>(511), new Vector<int>(packed));
        for (var at = 0; at < vectors.Length; at++)
        {
            var bits = vectors[at] ^ ours;
            if (Vector.EqualsAny(Vector.ShiftRightArithmetic(bits, 9), Vector<int>.Zero) || Vector.EqualsAny(bits & days, Vector<int>.Zero)) { MeetDates(at * Vector<int>.Count, (at + 1) * Vector<int>.Count, packed, record, scratch); }
        }

        MeetDates(vectors.Length * Vector<int>.Count, dates.Length, packed, record, scratch);
    }

    private void MeetDates(int start, int end, int packed, int record, Scratch scratch)
    {
        for (var at = start; at < end; at++)
        {
            if (!DateComparison.MayAgree(scratch.Dates[at], packed)) { continue; }
            var listed = scratch.Rows[at];
            if (DateComparison.Compare(list.Born[listed], register.Born[record]) > DateLevel.Different) { Try(listed, record, scratch); }
        }
    }

    private void Gather(int surname, Scratch scratch)
    {
        scratch.BeginSurname(surname);
        var near = neighbours.WordsNear(surname);
        var how = neighbours.AgreementsNear(surname);
        for (var at = 0; at < near.Length; at++)
        {
            if (how[at] < (byte)WordAgreement.Near) { continue; }
            foreach (var listed in index.RecordsWith(near[at]))
            {
                scratch.Rows.Add(listed);
                scratch.Dates.Add(DateComparison.Pack(list.Born[listed]));
            }
        }
    }

    private void MeetDay(int day, int record, Scratch scratch)
    {
        foreach (var listed in index.BornOn(day))
        {
            if (scratch.IsNearGiven(listed) || SharesSurname(listed * People.Slots, record)) { Try(listed, record, scratch); }
        }
    }

    private void Try(int listed, int record, Scratch scratch)
    {
        if (scratch.Seen[listed] == record + 1) { return; }
        scratch.Seen[listed] = record + 1;
        if (sameSheet && listed <= record) { return; } // a record repeats earlier ones
        var (levels, weight) = Compare(listed, record);
        if (weight > least) { scratch.Kept.Add(new Candidate(listed, record, levels, weight)); }
        else if (weight > least - UnitsOfWeak) { scratch.Weak[listed] += PowerOfTwo(weight - least + UnitsOfWeak); }
    }

    // Of a number that is not negative, to within one part in a hundred, and the same on every machine.
    private static long PowerOfTwo(float exponent) => (long)(Fractions[(int)(exponent * Fractions.Length) % Fractions.Length] * (1L << (int)exponent));

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
        Consider(new Levels(surname, Level(ours[People.Given], theirs[People.Given]), patronymic, born, NameOrderLevel.AsGiven, agreement));
        Consider(new Levels(Level(ours[People.Given], theirs[People.Surname]), Level(ours[People.Surname], theirs[People.Given]), patronymic, born, NameOrderLevel.Exchanged, agreement));
        if (!orderKnown && ours[People.Patronymic] >= 0)
        {
            Consider(new Levels(Level(ours[People.Given], theirs[People.Surname]), Level(ours[People.Patronymic], theirs[People.Given]), Level(ours[People.Surname], theirs[People.Patronymic]), born, NameOrderLevel.Rotated, agreement));
        }

        return best;

        void Consider(in Levels levels)
        {
            if (levels.Surname <= NameLevel.Different && levels.Given <= NameLevel.Initial) { return; }
            var weight = weights.Weigh(levels, listed, list.Words.AsSpan(listed * People.Slots, People.Slots), orderKnown);
            if (weight > best.Weight) { best = (levels, weight); }
        }
    }

    // A part of a double name that agrees is not undone by the other part.
    private static NameLevel Best(NameLevel main, NameLevel second, NameLevel third) =>
        main >= NameLevel.Near || (second < NameLevel.Near && third < NameLevel.Near) ? main : NameLevel.Near;

    private NameLevel Level(int listWord, int registerWord)
    {
        if (listWord < 0 || registerWord < 0) { return NameLevel.Missing; }
        if (!listApart[listWord] && !registerApart[registerWord]) { return (NameLevel)((int)neighbours.Between(registerWord, listWord) + (int)NameLevel.Different); }
        if (list.Known[listWord] is not { } one || register.Known[registerWord] is not { } other) { return NameLevel.Missing; }
        return WordComparison.Compare(one, other).Agreement is >= WordAgreement.Initial ? NameLevel.Initial : NameLevel.Different;
    }

    /// <summary>What one worker keeps between records.</summary>
    private sealed class Scratch(int records)
    {
        private readonly ulong[] spare = new ulong[(records + 63) / 64];

        /// <summary>The last record of the register that each record of the list was compared with, plus one.</summary>
        public int[] Seen { get; } = new int[records];

        public List<Candidate> Kept { get; set; } = [];

        /// <summary>The sum of what was too weak to be kept, for each record of the list.</summary>
        public long[] Weak { get; } = new long[records];

        /// <summary>The given name at hand, and the records of the list that hold something near it; null for all of them.</summary>
        public int Given { get; private set; } = -2;

        public ulong[]? NearGiven { get; private set; }

        /// <summary>The surname at hand; the records of the list that hold something near it; their birth dates, packed; and those of them that may have the given name.</summary>
        public int Surname { get; private set; } = -2;

        public List<int> Rows { get; } = [];

        public List<int> Dates { get; } = [];

        public List<int> Passing { get; } = [];

        public bool PassingKnown { get; private set; }

        public void Begin(int given, ListIndex index)
        {
            (Given, PassingKnown) = (given, false);
            NearGiven = index.RecordsNear(given, spare);
        }

        public void BeginSurname(int surname)
        {
            (Surname, PassingKnown) = (surname, false);
            Rows.Clear();
            Dates.Clear();
        }

        public void Sift()
        {
            Passing.Clear();
            foreach (var row in Rows)
            {
                if (IsNearGiven(row)) { Passing.Add(row); }
            }

            PassingKnown = true;
        }

        public bool IsNearGiven(int row) => NearGiven is null || (NearGiven[row >> 6] & (1UL << (row & 63))) != 0;
    }
}
