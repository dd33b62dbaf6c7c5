using System.Collections.Immutable;
using Hearsay.Rolls;

namespace Hearsay.Web.Audits;

/// <summary>How a list's rows divide: each row is in one part, by the register that holds its person; what is wrong with rows is counted beside that, since a row that cannot be right as written may be found all the same.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Found">Rows that a register holds, by its role, in the order of the registers.</param>
/// <param name="Possible">Rows that a register may hold.</param>
/// <param name="NotFound">Rows that none holds.</param>
/// <param name="Malformed">Rows, among all of these, that cannot be right as written.</param>
/// <param name="Repeats">Rows, among all of these, that repeat an earlier one.</param>
public sealed record AuditParts(int Rows, ImmutableArray<(string Role, int Count)> Found, int Possible, int NotFound, int Malformed, int Repeats)
{
    /// <summary>Adds up counts of rows that have the verdict, the register and the repetition in common.</summary>
    /// <param name="roles">Roles of the registers, in their order.</param>
    /// <param name="counts">The counts; together they hold every row once.</param>
    public static AuditParts Of(IEnumerable<string> roles, IEnumerable<(RollVerdict Verdict, string? Register, bool Repeats, int Count)> counts)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(counts);
        List<(RollVerdict Verdict, string? Register, bool Repeats, int Count)> all = [.. counts];
        List<string> order = [.. roles];
        int Sum(Func<(RollVerdict Verdict, string? Register, bool Repeats, int Count), bool> of) => all.Where(of).Sum(one => one.Count);
        var found = all.Where(one => one.Register is not null && one.Verdict is not RollVerdict.Possible).GroupBy(one => one.Register!, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Sum(one => one.Count))).OrderBy(one => order.IndexOf(one.Key)).ToImmutableArray();
        return new AuditParts(
            Sum(_ => true), found, Sum(one => one.Verdict is RollVerdict.Possible), Sum(one => one.Register is null && one.Verdict is not RollVerdict.Possible),
            Sum(one => one.Verdict is RollVerdict.Malformed), Sum(one => one.Repeats || one.Verdict is RollVerdict.Duplicate));
    }
}
