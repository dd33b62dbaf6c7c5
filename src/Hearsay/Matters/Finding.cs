using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hearsay.Inspections;
using Hearsay.Judgements;

namespace Hearsay.Matters;

/// <summary>What a finding says; <c>docs/findings.md</c> has a paragraph on each.</summary>
public enum FindingKind
{
    /// <summary>All that is reported on the point leads to one origin.</summary>
    SingleOrigin,
    /// <summary>Two or more independent origins say it.</summary>
    Corroborated,
    /// <summary>The chain ends in a source that is not named.</summary>
    AnonymousOrigin,
    /// <summary>The document itself says that it could not verify the claim.</summary>
    Unverified,
    /// <summary>A statement denies another.</summary>
    Denied,
    /// <summary>The same claim is credited to different sources in different documents.</summary>
    AttributionDiffers,
    /// <summary>Figures for the same quantity cannot both hold.</summary>
    FiguresDisagree,
    /// <summary>Dates for the same act or statement cannot both hold.</summary>
    DatesDisagree,
    /// <summary>Figures in the text that should fit together, and whether they do.</summary>
    Arithmetic,
    /// <summary>A large figure rests on a smaller count that the text gives.</summary>
    Extrapolation,
    /// <summary>The headline states what the body does not.</summary>
    HeadlineUnsupported,
    /// <summary>A place is put where the gazetteer does not have it.</summary>
    PlaceInconsistent,
    /// <summary>Near-identical text in another document, earlier, uncredited.</summary>
    Relayed,
    /// <summary>A list holds people who have already returned.</summary>
    RollAlreadyReturned,
    /// <summary>A list of prisoners of war holds civilians.</summary>
    RollCivilian,
    /// <summary>A list holds people who are dead.</summary>
    RollDeceased,
    /// <summary>A list holds people twice.</summary>
    RollDuplicate,
    /// <summary>A list holds rows that cannot be right as they stand.</summary>
    RollMalformed,
    /// <summary>What was said of a list does not fit its audit.</summary>
    RollContradicts,
}

/// <summary>How much attention a finding asks for.</summary>
public enum Severity
{
    /// <summary>Good to know: something fits, or is as one would expect.</summary>
    Info,
    /// <summary>A reader should know.</summary>
    Notice,
    /// <summary>Something does not hold together.</summary>
    Warning,
}

/// <summary>Words that a finding rests on.</summary>
/// <param name="Document">SHA-256 of their document.</param>
/// <param name="Span">Where they are in its text.</param>
/// <param name="Text">The words.</param>
public readonly record struct Evidence(string Document, TextSpan Span, string Text);

/// <summary>How a finding was reckoned.</summary>
/// <param name="Expression">In one line, as <c>305 × (1 + 89 %) = 576</c>.</param>
/// <param name="Details">Its parts by name, in the order in which they are read.</param>
public sealed record Calculation(string Expression, ImmutableArray<KeyValuePair<string, string>> Details)
{
    /// <summary>A calculation from names and values in turn.</summary>
    internal static Calculation Of(string expression, params ReadOnlySpan<string> namesAndValues)
    {
        var details = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        for (var i = 0; i + 1 < namesAndValues.Length; i += 2) { details.Add(new(namesAndValues[i], namesAndValues[i + 1])); }
        return new Calculation(expression, details.ToImmutable());
    }
}

/// <summary>Something worth an analyst's look, with what it rests on. Arrays are sorted and without repetition.</summary>
public sealed record Finding
{
    /// <summary>32 hexadecimal digits derived from the kind, the evidence and the expression: the same evidence gives the same id.</summary>
    public required string Id { get; init; }

    /// <summary>What it says.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>How much attention it asks for.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One sentence that a reader understands without the tool.</summary>
    public required string Summary { get; init; }

    /// <summary>Ids of the statements that it concerns.</summary>
    public required ImmutableArray<string> Statements { get; init; }

    /// <summary>SHA-256 of the documents that it concerns.</summary>
    public required ImmutableArray<string> Documents { get; init; }

    /// <summary>Id of the matter that it belongs to, or null.</summary>
    public string? Matter { get; init; }

    /// <summary>The words that it rests on, by document and place.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>How it was reckoned, or null.</summary>
    public Calculation? Calculation { get; init; }

    /// <summary>Who dismissed it, and why; null where nobody did.</summary>
    public Dismissal? Dismissed { get; init; }

    /// <summary>Makes a finding: sorts its parts and derives its id.</summary>
    internal static Finding Of(
        FindingKind kind, Severity severity, string summary, IEnumerable<string> statements, IEnumerable<Evidence> evidence, Calculation? calculation = null)
    {
        ImmutableArray<Evidence> sorted = [.. evidence.Where(part => !part.Span.IsEmpty).Distinct().OrderBy(part => part.Document, StringComparer.Ordinal).ThenBy(part => part.Span.Start).ThenBy(part => part.Span.End)];
        var key = new StringBuilder(kind.ToString());
        foreach (var part in sorted) { key.Append(CultureInfo.InvariantCulture, $"|{part.Document}:{part.Span.Start}-{part.Span.End}"); }
        key.Append('|').Append(calculation?.Expression);
        return new Finding
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())))[..32],
            Kind = kind,
            Severity = severity,
            Summary = summary,
            Statements = [.. statements.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Documents = [.. sorted.Select(part => part.Document).Distinct(StringComparer.Ordinal)],
            Evidence = sorted,
            Calculation = calculation,
        };
    }

    /// <summary>The order of lists: by the first document and place, then kind's name and id.</summary>
    internal static int Compare(Finding left, Finding right)
    {
        var order = left.Evidence.IsEmpty || right.Evidence.IsEmpty ? left.Evidence.Length.CompareTo(right.Evidence.Length)
            : string.CompareOrdinal(left.Evidence[0].Document, right.Evidence[0].Document);
        if (order == 0 && !left.Evidence.IsEmpty) { order = left.Evidence[0].Span.Start.CompareTo(right.Evidence[0].Span.Start); }
        if (order == 0) { order = string.CompareOrdinal(JsonNames.Of(left.Kind), JsonNames.Of(right.Kind)); }
        return order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
    }
}
