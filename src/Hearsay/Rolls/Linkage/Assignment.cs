using System.Collections.Immutable;

namespace Hearsay.Rolls.Linkage;

/// <summary>A record of one of the registers that a record of the list may be.</summary>
/// <param name="Register">Which register, from 0.</param>
/// <param name="Row">Its record, from 0.</param>
/// <param name="Score">The probability, lowered where another record of the list has the better claim.</param>
/// <param name="Levels">How they agree.</param>
internal readonly record struct Assigned(int Register, int Row, double Score, Levels Levels);

/// <summary>Gives each register record to one person of the list at most: claims are served in the order of their probability, repeated records share one.</summary>
internal static class Assignment
{
    /// <summary>The candidates of each record over all registers, the best first, after all claims are settled.</summary>
    public static ImmutableArray<Assigned>[] Settle(Links[] links, int records, int[] duplicateOf)
    {
        var claims = new List<(double Probability, int Record, int Register, int At)>();
        for (var register = 0; register < links.Length; register++)
        {
            for (var record = 0; record < records; record++)
            {
                for (var at = 0; at < (links[register].OfRecord[record]?.Length ?? 0); at++)
                {
                    claims.Add((links[register].OfRecord[record]![at].Probability, record, register, at));
                }
            }
        }

        claims.Sort((one, other) => one.Probability != other.Probability ? other.Probability.CompareTo(one.Probability) : (one.Record, one.Register, one.At).CompareTo((other.Record, other.Register, other.At)));
        var taken = new Dictionary<(int Register, int Row), (int Person, double Probability)>();
        var settled = new List<Assigned>?[records];
        foreach (var (probability, record, register, at) in claims)
        {
            var link = links[register].OfRecord[record]![at];
            var person = duplicateOf[record] >= 0 ? duplicateOf[record] : record;
            var score = probability;
            if (taken.TryGetValue((register, link.Register), out var holder)) { score *= holder.Person == person ? 1 : 1 - holder.Probability; }
            else { taken.Add((register, link.Register), (person, probability)); }
            (settled[record] ??= []).Add(new Assigned(register, link.Register, score, link.Levels));
        }

        return [.. settled.Select(candidates => candidates is null ? [] : candidates.OrderByDescending(candidate => candidate.Score).ToImmutableArray())];
    }
}
