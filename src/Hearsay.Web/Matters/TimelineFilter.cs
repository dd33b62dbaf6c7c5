using System.Collections.Immutable;
using Hearsay.Matters;

namespace Hearsay.Web.Matters;

/// <summary>What of a matter its timeline shows.</summary>
/// <param name="Lanes">Names of the sides; empty for all.</param>
/// <param name="OnlyDenials">True for denials and what they aim at.</param>
public sealed record TimelineFilter(ImmutableArray<string> Lanes, bool OnlyDenials)
{
    /// <summary>Everything.</summary>
    public static TimelineFilter All { get; } = new([], false);

    /// <summary>True where all is shown.</summary>
    public bool IsAll => Lanes.IsEmpty && !OnlyDenials;

    /// <summary>The same with a side added, or taken out where it is in.</summary>
    public TimelineFilter Toggle(string side) => this with { Lanes = Lanes.Contains(side) ? Lanes.Remove(side) : Lanes.Add(side) };

    /// <summary>The matter with what is shown of it.</summary>
    public Matter Of(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        if (IsAll) { return matter; }
        var disputed = matter.Links.Where(link => link.Kind is LinkKind.Denies).SelectMany(link => new[] { link.From, link.To }).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<DatedStatement> statements = [.. matter.Statements.Where(statement => (Lanes.IsEmpty || Lanes.Contains(statement.Side)) && (!OnlyDenials || disputed.Contains(statement.Statement)))];
        return matter with { Statements = statements, Sides = [.. matter.Sides.Where(side => statements.Any(statement => statement.Side == side.Name))] };
    }
}
