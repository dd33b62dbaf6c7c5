using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Judgements;

/// <summary>What a person decided. The cases are all there are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verdict", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(Reject), "reject")]
[JsonDerivedType(typeof(Correct), "correct")]
[JsonDerivedType(typeof(Add), "add")]
[JsonDerivedType(typeof(Dismiss), "dismiss")]
[JsonDerivedType(typeof(Merge), "merge")]
[JsonDerivedType(typeof(Split), "split")]
[JsonDerivedType(typeof(OverruleOrigins), "origins")]
[JsonDerivedType(typeof(Identify), "identify")]
[JsonDerivedType(typeof(Rate), "rate")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
public abstract record Ruling
{
    private Ruling()
    {
    }

    /// <summary>What is wrong with it in itself, as a sentence, or null.</summary>
    internal virtual string? Problem() => null;

    /// <summary>The statements that it is about; empty for those about something else.</summary>
    internal virtual IEnumerable<StatementAnchor> About => [];

    /// <summary>True where it is about this statement.</summary>
    internal bool Concerns(string statement) => About.Any(anchor => anchor.Id == statement);

    /// <summary>A ruling about one statement that stands instead of any earlier one about it.</summary>
    /// <param name="Statement">Which.</param>
    public abstract record OnStatement(StatementAnchor Statement) : Ruling
    {
        internal override IEnumerable<StatementAnchor> About => [Statement];
    }

    /// <summary>The statement is right as the engine reads it.</summary>
    /// <param name="Statement">Which.</param>
    public sealed record Accept(StatementAnchor Statement) : OnStatement(Statement);

    /// <summary>There is no such statement; it leaves matters, findings and exports.</summary>
    /// <param name="Statement">Which.</param>
    public sealed record Reject(StatementAnchor Statement) : OnStatement(Statement);

    /// <summary>The statement is there and the engine reads it wrongly.</summary>
    /// <param name="Statement">Which.</param>
    /// <param name="Correction">What is right.</param>
    public sealed record Correct(StatementAnchor Statement, Correction Correction) : OnStatement(Statement)
    {
        internal override string? Problem() => Correction.Problem();
    }

    /// <summary>There is a statement that the engine missed. Where the engine finds it at the same spans some day, this changes nothing.</summary>
    /// <param name="Statement">Its spans; its id derives from them as the engine's do.</param>
    /// <param name="Source">Whose word it is.</param>
    /// <param name="Type">What kind of party that is.</param>
    /// <param name="Side">Id of the party that it belongs to, or null.</param>
    /// <param name="Polarity">Whether the source affirms or denies it.</param>
    /// <param name="SaidOn">The day it was said, as <c>2031-03-04</c>; null for the document's.</param>
    /// <param name="Facts">The dates, figures, places and events that the engine found in its content when it was judged, as the contract writes them; <see cref="Pipeline.Complete(Document, Add)"/> finds them.</param>
    public sealed record Add(StatementAnchor Statement, string Source, SourceType Type = SourceType.Organisation, string? Side = null, Polarity Polarity = Polarity.Affirmed, string? SaidOn = null, JsonObject? Facts = null) : Ruling
    {
        internal override IEnumerable<StatementAnchor> About => [Statement];

        internal override string? Problem() =>
            string.IsNullOrWhiteSpace(Source) ? "Say whose word it is." : new Correction(Cue: Statement.Cue, Content: Statement.Content, SaidOn: SaidOn).Problem();
    }

    /// <summary>The finding is no matter of concern; it stays, marked.</summary>
    /// <param name="Finding">Which.</param>
    public sealed record Dismiss(FindingAnchor Finding) : Ruling;

    /// <summary>The matters that these statements belong to are one.</summary>
    /// <param name="Statements">At least two, of different matters.</param>
    public sealed record Merge(ImmutableArray<StatementAnchor> Statements) : Ruling
    {
        internal override IEnumerable<StatementAnchor> About => Statements;

        internal override string? Problem() => Statements.IsDefault || Statements.Length < 2 ? "To merge takes statements of two matters or more." : null;
    }

    /// <summary>These statements make a matter of their own, apart from what they are with.</summary>
    /// <param name="Statements">At least one.</param>
    public sealed record Split(ImmutableArray<StatementAnchor> Statements) : Ruling
    {
        internal override IEnumerable<StatementAnchor> About => Statements;

        internal override string? Problem() => Statements.IsDefaultOrEmpty ? "To split takes at least one statement." : null;
    }

    /// <summary>Whether two statements have one origin or are independent, whatever the engine holds.</summary>
    /// <param name="First">The one.</param>
    /// <param name="Second">The other.</param>
    /// <param name="Same">True where both lead to one origin.</param>
    public sealed record OverruleOrigins(StatementAnchor First, StatementAnchor Second, bool Same) : Ruling
    {
        internal override IEnumerable<StatementAnchor> About => [First, Second];

        internal override string? Problem() => First.Key == Second.Key ? "A statement's origin is its own; name two statements." : null;
    }

    /// <summary>Who a source is: wherever statements have the one name, the other is meant.</summary>
    /// <param name="Source">The name as the engine gives it.</param>
    /// <param name="Identity">Who it is.</param>
    /// <param name="Side">Id of the party that it belongs to, or null to leave it.</param>
    /// <param name="Type">What kind of party it is, or null to leave it.</param>
    /// <param name="Document">SHA-256 of the one document that this holds for; null for all.</param>
    public sealed record Identify(string Source, string Identity, string? Side = null, SourceType? Type = null, string? Document = null) : Ruling
    {
        internal override string? Problem() => string.IsNullOrWhiteSpace(Source) || string.IsNullOrWhiteSpace(Identity) ? "To identify a source takes the name that it goes by and who it is." : null;
    }

    /// <summary>What a fact-checker concludes of a claim. Hearsay gives no such rating itself, and publishes none that nobody signed.</summary>
    /// <param name="Statement">The claim.</param>
    /// <param name="Value">The rating on the fact-checker's scale.</param>
    /// <param name="Worst">The scale's lowest value.</param>
    /// <param name="Best">The scale's highest value.</param>
    /// <param name="Name">The rating in words, as <c>Unsupported</c>.</param>
    /// <param name="Claim">The claim in short, as it is to be published; null for the statement's own words.</param>
    public sealed record Rate(StatementAnchor Statement, int Value, int Worst, int Best, string Name, string? Claim = null) : Ruling
    {
        internal override IEnumerable<StatementAnchor> About => [Statement];

        internal override string? Problem() => string.IsNullOrWhiteSpace(Name) || Worst >= Best || Value < Worst || Value > Best ? "A rating takes a name and a value within its scale." : null;
    }

    /// <summary>An earlier judgement no longer holds. A withdrawal can itself be withdrawn.</summary>
    /// <param name="Judgement">Its id.</param>
    public sealed record Withdraw(string Judgement) : Ruling;
}
