using System.Collections.Immutable;
using Hearsay.Language.Figures;

namespace Hearsay.Matters;

/// <summary>How a matter stands.</summary>
public enum MatterStatus
{
    /// <summary>Nothing in it says more than who said what.</summary>
    Open,
    /// <summary>All that it rests on leads to one origin.</summary>
    SingleOrigin,
    /// <summary>Two or more independent origins say the same.</summary>
    Corroborated,
    /// <summary>Something in it is denied, or cannot hold beside something else.</summary>
    Disputed,
    /// <summary>What was disputed was taken back by whoever had said it.</summary>
    Settled,
}

/// <summary>What several statements are about: a dispute, an event, a claim and what became of it.</summary>
public sealed record Matter
{
    /// <summary>32 hexadecimal digits derived from the earliest document's hash and the place of the matter's first statement in it.</summary>
    public required string Id { get; init; }

    /// <summary>A few words made from its statements.</summary>
    public required string Title { get; init; }

    /// <summary>The first and the last day of its statements, where any is known.</summary>
    public required (DateOnly? First, DateOnly? Last) Period { get; init; }

    /// <summary>Its statements by the day they were said, then by document and place.</summary>
    public required ImmutableArray<DatedStatement> Statements { get; init; }

    /// <summary>Those who speak in it, most statements first.</summary>
    public required ImmutableArray<MatterSide> Sides { get; init; }

    /// <summary>Its figures over time, one series a quantity that is given more than once.</summary>
    public required ImmutableArray<FigureSeries> Figures { get; init; }

    /// <summary>The origins that its statements lead to, most statements first.</summary>
    public required ImmutableArray<MatterOrigin> Origins { get; init; }

    /// <summary>Who denies what, and who carries what on.</summary>
    public required ImmutableArray<StatementLink> Links { get; init; }

    /// <summary>How it stands.</summary>
    public required MatterStatus Status { get; init; }

    /// <summary>The status in words: "disputed, two origins".</summary>
    public required string StatusReason { get; init; }
}

/// <summary>A statement of a matter and the day it counts for.</summary>
/// <param name="Statement">The statement's id.</param>
/// <param name="Document">SHA-256 of its document.</param>
/// <param name="Day">The day it was said, else the day of publication; null where neither is known.</param>
/// <param name="Origin">Name of the origin that it leads to, across documents; null where none is known.</param>
/// <param name="Side">Name of the side that it speaks for.</param>
public sealed record DatedStatement(string Statement, string Document, DateOnly? Day, string? Origin, string Side);

/// <summary>Those who speak for one party of a matter.</summary>
/// <param name="Name">The party, or the speaker where no party is known.</param>
/// <param name="Statements">How many statements are theirs.</param>
/// <param name="Denials">How many of them deny.</param>
public sealed record MatterSide(string Name, int Statements, int Denials)
{
    /// <summary>A party's id in the pack as a name: <c>north-korea</c> as "North Korea".</summary>
    public static string NameOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return string.Join(' ', id.Split('-', '_').Select(word => word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word));
    }
}

/// <summary>One quantity as it was given over time.</summary>
/// <param name="Of">What is counted.</param>
/// <param name="Points">By day, then value.</param>
public sealed record FigureSeries(string Of, ImmutableArray<FigurePoint> Points);

/// <summary>One figure at one time.</summary>
/// <param name="Statement">The statement that gives it.</param>
/// <param name="Day">When it was said, or null.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Text">Its words.</param>
/// <param name="Source">Whose figure it is.</param>
public sealed record FigurePoint(string Statement, DateOnly? Day, Figure Figure, string Text, string Source);

/// <summary>One origin of a matter's statements.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="IsNamed">False where the source is not named.</param>
/// <param name="Statements">How many statements lead to it.</param>
/// <param name="Documents">In how many documents.</param>
/// <param name="Outlets">Through which outlets, sorted.</param>
/// <param name="Names">Every name that it goes by, sorted.</param>
/// <param name="Why">Why these names are held to be one, a sentence each.</param>
public sealed record MatterOrigin(string Name, bool IsNamed, int Statements, int Documents, ImmutableArray<string> Outlets, ImmutableArray<string> Names, ImmutableArray<string> Why);

/// <summary>How one statement bears on another.</summary>
public enum LinkKind
{
    /// <summary>It denies the other.</summary>
    Denies,
    /// <summary>It passes the other on, with credit.</summary>
    Credits,
    /// <summary>It repeats the other's words without credit.</summary>
    Copies,
}

/// <summary>One statement bears on another.</summary>
/// <param name="Kind">How.</param>
/// <param name="From">Id of the statement that does.</param>
/// <param name="To">Id of the other.</param>
public sealed record StatementLink(LinkKind Kind, string From, string To);
