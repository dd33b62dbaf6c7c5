using System.Collections.Concurrent;

namespace Hearsay.Rolls.Linkage;

/// <summary>A list by its words and birth dates, with the words of a register that lead to them. Safe for use by several threads.</summary>
internal sealed class ListIndex
{
    private const int FirstYear = 1850, LastYear = 2100, DaysOfYear = 12 * 31;
    private const long MostCached = 64_000_000; // bytes of sets of records
    private readonly People list;
    private readonly WordNeighbours neighbours;
    private readonly bool[] initials;
    private readonly int[] starts;
    private readonly int[] postings;
    private readonly int[] startsOfDays = new int[((LastYear - FirstYear + 1) * DaysOfYear) + 1];
    private readonly int[] days;
    private readonly ConcurrentDictionary<int, ulong[]> sets = new();
    private readonly int mostSets;
    private int keptSets;

    public ListIndex(People list, People register, WordNeighbours neighbours)
    {
        (this.list, this.neighbours) = (list, neighbours);
        initials = [.. register.Known.Select(word => word is { IsInitial: true })];
        starts = new int[list.Known.Length + 1];
        foreach (var word in list.Words)
        {
            if (word >= 0) { starts[word + 1]++; }
        }

        for (var word = 0; word < list.Known.Length; word++) { starts[word + 1] += starts[word]; }
        postings = new int[starts[^1]];
        var next = starts.AsSpan().ToArray();
        for (var at = 0; at < list.Words.Length; at++)
        {
            if (list.Words[at] is >= 0 and var word) { postings[next[word]++] = at / People.Slots; }
        }

        days = IndexDays();
        mostSets = (int)(MostCached / ((list.Count / 8) + 1));
    }

    /// <summary>True where some record of the list has a whole birth date.</summary>
    public bool HasDates => days.Length > 0;

    /// <summary>The records in which a word of the list stands.</summary>
    public ReadOnlySpan<int> RecordsWith(int word) => postings.AsSpan(starts[word], starts[word + 1] - starts[word]);

    /// <summary>The records born on a day (<see cref="BirthDate.Value"/>).</summary>
    public ReadOnlySpan<int> BornOn(int day) => DayOf(day) is >= 0 and var at ? days.AsSpan(startsOfDays[at], startsOfDays[at + 1] - startsOfDays[at]) : [];

    /// <summary>How many records of the list each word of the register leads to.</summary>
    public int[] Reach()
    {
        var reach = new int[initials.Length];
        for (var word = 0; word < reach.Length; word++)
        {
            foreach (var near in neighbours.WordsNear(word)) { reach[word] += starts[near + 1] - starts[near]; }
        }

        return reach;
    }

    /// <summary>The records of the list that hold something near a word of the register, a bit each; null where the word, an initial or missing, rules none out.</summary>
    /// <param name="word">The register's word, or -1.</param>
    /// <param name="spare">Room for the set where it is not worth keeping.</param>
    public ulong[]? RecordsNear(int word, ulong[] spare)
    {
        if (word < 0 || initials[word]) { return null; }
        if (sets.TryGetValue(word, out var known)) { return known; }
        var set = keptSets < mostSets ? new ulong[spare.Length] : spare;
        if (set == spare) { Array.Clear(spare); }
        foreach (var near in neighbours.WordsNear(word))
        {
            foreach (var record in RecordsWith(near)) { set[record >> 6] |= 1UL << (record & 63); }
        }

        if (set != spare && sets.TryAdd(word, set)) { Interlocked.Increment(ref keptSets); }
        return set;
    }

    private int[] IndexDays()
    {
        foreach (var born in list.Born)
        {
            if (DayOf(born) is >= 0 and var day) { startsOfDays[day + 1]++; }
        }

        for (var day = 0; day + 1 < startsOfDays.Length; day++) { startsOfDays[day + 1] += startsOfDays[day]; }
        var records = new int[startsOfDays[^1]];
        var next = startsOfDays.AsSpan().ToArray();
        for (var record = 0; record < list.Count; record++)
        {
            if (DayOf(list.Born[record]) is >= 0 and var day) { records[next[day]++] = record; }
        }

        return records;
    }

    private static int DayOf(int born) => born % 10000 == 0 ? -1 : ((((born / 10000) - FirstYear) * 12) + (born / 100 % 100) - 1) * 31 + (born % 100) - 1;
}
