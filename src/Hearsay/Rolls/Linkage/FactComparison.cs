using System.Text;
using Hearsay.Places;
using Hearsay.Rolls.Facts;

namespace Hearsay.Rolls.Linkage;

/// <summary>Compares rank, unit, place and sex, which lists give coarsely, in several languages and scripts. What each cell says is worked out once.</summary>
internal sealed class FactComparison
{
    /// <summary>The number of facts that a record has.</summary>
    public const int Facts = 4;

    private const int Rank = 0, Unit = 1, Place = 2;
    private readonly int[] listed;
    private readonly int[] registered;
    private readonly FactValue?[][] ours;
    private readonly FactValue?[][] theirs;

    private FactComparison(People list, People register, Func<Gazetteer> gazetteer)
    {
        var places = new Lazy<PlaceNames>(() => new PlaceNames(gazetteer()));
        (listed, registered) = (list.Facts!, register.Facts!);
        ours = Values(list, places);
        theirs = ReferenceEquals(list, register) ? ours : Values(register, places);
    }

    /// <summary>The comparison; null where one of the two has no facts.</summary>
    public static FactComparison? Of(People list, People register, Func<Gazetteer> gazetteer) =>
        list.Facts is null || register.Facts is null ? null : new FactComparison(list, register, gazetteer);

    /// <summary>Two bits a fact: 0 where one is unknown or the two cannot be compared, 1 where they differ, 2 where they are the same.</summary>
    public byte Compare(int one, int other)
    {
        var facts = 0;
        for (var fact = 0; fact < Facts; fact++)
        {
            var (a, b) = (listed[(one * Facts) + fact], registered[(other * Facts) + fact]);
            if (a >= 0 && b >= 0) { facts |= Compare(fact, ours[fact][a]!, theirs[fact][b]!) << (2 * fact); }
        }

        return (byte)facts;
    }

    /// <summary>For each record of the list and each fact, four a record: the share of the register's known values that are the same; of no use where the list's is unknown.</summary>
    public float[] Shares()
    {
        var shares = new float[listed.Length];
        for (var fact = 0; fact < Facts; fact++)
        {
            var (counts, known) = (new Dictionary<ulong, int>(), 0);
            for (var at = fact; at < registered.Length; at += Facts)
            {
                if (registered[at] < 0 || theirs[fact][registered[at]]!.Keys.Length == 0) { continue; }
                known++;
                foreach (var key in theirs[fact][registered[at]]!.Keys) { counts[key] = counts.GetValueOrDefault(key) + 1; }
            }

            for (var at = fact; at < listed.Length; at += Facts)
            {
                var most = listed[at] < 0 ? 0 : ours[fact][listed[at]]!.Keys.Select(key => counts.GetValueOrDefault(key)).DefaultIfEmpty().Max();
                shares[at] = (most + 0.5f) / (known + 1);
            }
        }

        return shares;
    }

    private static int Compare(int fact, FactValue one, FactValue other)
    {
        if ((one.Kind & other.Kind) == 0) { return 0; }
        if (!one.Shares(other)) { return fact == Rank && one.Kind == 1 && Math.Max(one.Marks, other.Marks) - Math.Min(one.Marks, other.Marks) <= 1 ? 0 : 1; } // people are promoted
        return fact == Unit && UnitNames.Differ(one.Marks, other.Marks) ? 1 : 2;
    }

    private static FactValue?[][] Values(People people, Lazy<PlaceNames> places)
    {
        var values = new FactValue?[Facts][];
        for (var fact = 0; fact < Facts; fact++)
        {
            values[fact] = new FactValue?[people.Written.Count];
            for (var at = fact; at < people.Facts!.Length; at += Facts)
            {
                if (people.Facts[at] is >= 0 and var word) { values[fact][word] ??= Read(fact, Encoding.UTF8.GetString(people.Written[word]), places); }
            }
        }

        return values;
    }

    private static FactValue Read(int fact, string text, Lazy<PlaceNames> places) => fact switch
    {
        Rank => RankNames.Of(text),
        Unit => UnitNames.Of(text),
        Place => places.Value.Of(text),
        _ => char.ToLowerInvariant(text.TrimStart().FirstOrDefault()) switch
        {
            'm' or 'ч' or 'м' => new FactValue([1], 1, 0),
            'f' or 'w' or 'ж' or 'k' => new FactValue([2], 1, 0),
            _ => FactValue.Unknown,
        },
    };
}
