using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Hearsay.Documents;
using Hearsay.Matters;
using Hearsay.Statements;
using Hearsay.Web.Components;

namespace Hearsay.Workbench.Listing;

/// <summary>A document in a list.</summary>
/// <param name="Row">Its row in the ledger; another one once it is read anew.</param>
/// <param name="Original">SHA-256 of its bytes.</param>
/// <param name="Entry">What lists show.</param>
/// <param name="Captured">When its first capture was recorded.</param>
public sealed record ListedDocument(long Row, string Original, DocumentEntry Entry, DateTimeOffset Captured);

/// <summary>A statement in a list.</summary>
/// <param name="Row">Its place in the order in which statements were listed.</param>
/// <param name="Source">Whose it is, or null.</param>
/// <param name="Quote">What lists show.</param>
public sealed record ListedStatement(long Row, string? Source, QuotedStatement Quote);

/// <summary>A source in a list.</summary>
/// <param name="Key">What its names have in common.</param>
/// <param name="Name">The name used most.</param>
/// <param name="Type">The kind of party that it is most often.</param>
/// <param name="Side">The party's id in the pack, or empty.</param>
/// <param name="Statements">How many statements are its.</param>
/// <param name="Denials">How many of them deny.</param>
/// <param name="Documents">How many documents quote it.</param>
/// <param name="Outlets">How many outlets do.</param>
/// <param name="Relayed">How many of its statements other documents carry on.</param>
/// <param name="Denied">How many somebody denies.</param>
/// <param name="Corroborated">How many independent origins bear out.</param>
public sealed record ListedSource(string Key, string Name, SourceType Type, string Side, int Statements, int Denials, int Documents, int Outlets, int Relayed, int Denied, int Corroborated);

/// <summary>A matter in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Reason">That in words.</param>
/// <param name="Period">Its first and last day.</param>
/// <param name="Statements">How many statements it has.</param>
/// <param name="Documents">In how many documents.</param>
/// <param name="Origins">How many origins they lead to.</param>
/// <param name="Findings">How many findings it has.</param>
/// <param name="Warnings">How many of them warn.</param>
/// <param name="Newest">When the latest of its documents was captured.</param>
/// <param name="Strip">Statements and denials over time, in equal stretches.</param>
public sealed record ListedMatter(
    string Id, string Title, MatterStatus Status, string Reason, (DateOnly? First, DateOnly? Last) Period, int Statements, int Documents, int Origins, int Findings, int Warnings, DateTimeOffset Newest,
    ImmutableArray<(int Statements, int Denials)> Strip);

/// <summary>What is to be looked at in a matter, at a glance.</summary>
/// <param name="Kinds">Kinds of findings with their weight and number, those to read first first.</param>
/// <param name="First">The words of the first, or null.</param>
/// <param name="Sides">Of a disputed matter, who stands against whom.</param>
public sealed record MatterGlance(ImmutableArray<(FindingKind Kind, Severity Severity, int Count)> Kinds, string? First, ImmutableArray<MatterSide> Sides);

/// <summary>The same as it is kept, with the first few findings, of which one may be dismissed later.</summary>
internal sealed record StoredGlance(StoredGlance.OfKind[] Kinds, StoredGlance.InWords[] First, StoredGlance.OfSide[]? Sides)
{
    public sealed record OfKind(FindingKind Kind, Severity Severity, int Count);

    public sealed record InWords(string Id, string Summary);

    public sealed record OfSide(string Name, int Statements, int Denials);
}

/// <summary>How often a check found something in what one side said.</summary>
/// <param name="Side">The party's id; empty for sources of no party that the pack knows.</param>
/// <param name="Statements">How many statements were checked.</param>
/// <param name="Denials">How many of them deny.</param>
/// <param name="Found">Kinds of findings with how many statements they touch.</param>
public sealed record SideChecks(string Side, int Statements, int Denials, Dictionary<string, int> Found);

/// <summary>A page of a list that is read on from where the one before ended.</summary>
/// <param name="Rows">In the order of the list.</param>
/// <param name="Next">Where the next page begins, or null at the end.</param>
public sealed record Slice<T>(ImmutableArray<T> Rows, string? Next);

/// <summary>What is kept of a statement's words for lists.</summary>
internal sealed record StoredQuote(
    string Content, string Before, string After, string? NamedAs, string? Cue, SourceBasis Basis, SourceType Type, StatementKind Kind, StatementAct Act,
    Polarity Polarity, Certainty Certainty, double Confidence, string? Via, string? SaidOn, SaidOnBasis SaidOnBasis, int Part)
{
    public static StoredQuote Of(QuotedStatement quote) => new(
        quote.Content, quote.Before, quote.After, quote.NamedAs, quote.Cue, quote.Basis, quote.Type, quote.Kind, quote.Act, quote.Polarity, quote.Certainty, quote.Confidence, quote.Via, quote.SaidOn.Value, quote.SaidOn.Basis, quote.Part);

    public QuotedStatement Restore(string id, DocumentEntry document, int number, DateOnly? day) => new()
    {
        Id = id, Document = document, Number = number, Part = Part, Content = Content, Before = Before, After = After, NamedAs = NamedAs, Cue = Cue, Basis = Basis, Type = Type, Kind = Kind, Act = Act,
        Polarity = Polarity, Certainty = Certainty, Confidence = Confidence, Via = Via, SaidOn = new SaidOn(SaidOn, SaidOnBasis, null), Day = day,
    };
}

/// <summary>The JSON of the tables of lists.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredQuote))]
[JsonSerializable(typeof(PublicationDate))]
[JsonSerializable(typeof(SideChecks[]))]
[JsonSerializable(typeof(StoredGlance))]
[JsonSerializable(typeof(int[][]))]
internal sealed partial class ListingJson : JsonSerializerContext;
