using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Packs;
using Hearsay.Places;
using Hearsay.Rolls.Linkage;

namespace Hearsay.Rolls;

/// <summary>Checks a published list against registers: who on it is in which of them, who is on it twice, and which records cannot be right.</summary>
public sealed class RollAuditor(RollAuditOptions? options = null)
{
    private readonly RollAuditOptions options = options ?? new RollAuditOptions();

    /// <summary>Audits a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="registers">The registers with the role that each plays; roles may repeat.</param>
    /// <exception cref="RollException">A sheet has no column with names.</exception>
    public RollAudit Audit(RollSource list, IReadOnlyList<RollSource> registers)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(registers);
        var notes = ImmutableArray.CreateBuilder<string>();
        var ours = Read(list, notes);
        var links = new Links[registers.Count];
        var theirs = new People[registers.Count];
        var twins = RollLinker.Link(ours, ours, options.Threads, Places);
        for (var register = 0; register < registers.Count; register++)
        {
            theirs[register] = Read(registers[register], notes);
            if (theirs[register].Problems.Count > 0)
            {
                var first = theirs[register].Problems.MinBy(problem => problem.Key);
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"{theirs[register].Problems.Count} records of the register '{registers[register].Role}' are malformed and were used as far as they go; the first is record {first.Key + 1}: {first.Value}."));
            }

            links[register] = RollLinker.Link(ours, theirs[register], options.Threads, Places);
        }

        var duplicates = Duplicates(ours, twins);
        var best = Assignment.Settle(links, ours.Count, duplicates);
        var rows = ImmutableArray.CreateBuilder<AuditedRow>(ours.Count);
        for (var record = 0; record < ours.Count; record++)
        {
            rows.Add(Describe(record, best[record], duplicates[record], twins));
        }

        return new RollAudit(rows.MoveToImmutable(), [.. registers.Select((register, at) => (register.Role, theirs[at].Count))], notes.ToImmutable());

        AuditedRow Describe(int record, ImmutableArray<Assigned> candidates, int duplicateOf, Links twins)
        {
            var top = candidates.IsEmpty ? default(Assigned?) : candidates[0];
            var problem = ours.Problems.GetValueOrDefault(record);
            var verdict = problem is not null ? RollVerdict.Malformed
                : top?.Score >= options.Match ? RollVerdict.Match
                : top?.Score >= options.Possible ? RollVerdict.Possible
                : duplicateOf >= 0 ? RollVerdict.Duplicate
                : RollVerdict.None;
            var shown = top is { } found && found.Score >= options.Possible ? top : null;
            RegisterPlace Place(Assigned candidate) => new(registers[candidate.Register].Role, candidate.Row + 1, candidate.Score);
            var comparison = shown is { } at ? AuditReasons.Compare(at.Levels, ours, record, theirs[at.Register], at.Row) : null;
            var twin = duplicateOf >= 0 && twins.OfRecord[record] is [var first, ..] ? AuditReasons.Compare(first.Levels, ours, record, ours, duplicateOf, "this row", "the earlier one") : null;
            var reasons = AuditReasons.InWords(problem, comparison, duplicateOf >= 0 ? duplicateOf + 1 : null, twin);
            return new AuditedRow(record + 1, ours.NameOf(record), verdict, shown is { } place ? Place(place) : null, reasons,
                shown is { } named ? theirs[named.Register].NameOf(named.Row) : null,
                [.. candidates.Skip(shown is null ? 0 : 1).Where(candidate => candidate.Score >= options.Shown).Take(3).Select(Place)],
                duplicateOf >= 0 ? duplicateOf + 1 : null, problem) { Fields = comparison?.Fields ?? [], Born = Day(ours.Born[record]), RegisterBorn = shown is { } born ? Day(theirs[born.Register].Born[born.Row]) : null };
        }
    }

    private static string? Day(int born) => born == 0 ? null : born % 10000 == 0 ? Text($"{born / 10000}") : Text($"{born / 10000}-{born / 100 % 100:00}-{born % 100:00}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private Gazetteer Places() => options.Pack?.Invoke().Places ?? Gazetteer.Empty;

    private People Read(RollSource source, ImmutableArray<string>.Builder notes)
    {
        if (source.Index is { } index) { return index.People; }
        notes.AddRange(source.Sheet.Notes);
        try
        {
            var columns = RollColumns.Find(source.Sheet, source.Columns);
            if (columns.Note is { } note) { notes.Add($"{source.Name}: {note}"); }
            return PeopleReader.Read(source.Sheet, columns, options.Threads);
        }
        catch (RollException unusable)
        {
            throw new RollException($"{source.Name}: {unusable.Message}");
        }
    }

    // The earliest record that each one repeats, -1 where it repeats none.
    private int[] Duplicates(People list, Links twins)
    {
        var of = new int[list.Count];
        for (var record = 0; record < list.Count; record++)
        {
            of[record] = twins.OfRecord[record] is [var twin, ..] && twin.Probability >= options.Match ? twin.Register : -1;
            if (of[record] >= 0 && of[of[record]] >= 0) { of[record] = of[of[record]]; }
        }

        return of;
    }
}

/// <summary>A list or a register to be audited.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Role">What it is: <c>list</c>, or the register's role.</param>
/// <param name="Sheet">Its content.</param>
/// <param name="Columns">What the user says of its columns, see <see cref="RollColumns.Find"/>; null where nothing.</param>
public sealed record RollSource(string Name, string Role, RollSheet Sheet, IReadOnlyDictionary<RollField, string>? Columns = null)
{
    /// <summary>The register's index, in place of a sheet to be parsed; null where there is none.</summary>
    public RollIndex? Index { get; init; }
}

/// <summary>How strict an audit is.</summary>
public sealed record RollAuditOptions
{
    /// <summary>The least probability of a match.</summary>
    public double Match { get; init; } = 0.6;

    /// <summary>The least probability of a possible match.</summary>
    public double Possible { get; init; } = 0.15;

    /// <summary>The least probability of a runner-up that is shown.</summary>
    public double Shown { get; init; } = 0.005;

    /// <summary>What is known of the domain, for the names that places have in several languages; asked for only where places are compared.</summary>
    public Func<DomainPack>? Pack { get; init; }

    /// <summary>How many threads to use.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
