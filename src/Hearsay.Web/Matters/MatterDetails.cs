using System.Collections.Immutable;
using Hearsay.Inspections;
using Hearsay.Matters;
using Hearsay.Web.Components;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Web.Matters;

/// <summary>A matter with its findings and the statements as they are quoted, for its page.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Findings">What was found in it, the most pressing first.</param>
/// <param name="Quotes">Its statements by id; those whose document is not in the dossier are missing.</param>
public sealed record MatterDetails(Matter Matter, ImmutableArray<Finding> Findings, IReadOnlyDictionary<string, (string? Source, QuotedStatement Quote)> Quotes)
{
    private const int MostPlots = 4;

    // Laid out once, when a page asks for them.
    private readonly Lazy<ImmutableArray<SideBySide.Column>> columns = new(() => SideBySide.Of(Matter, Quotes));
    private readonly Lazy<ImmutableArray<FigurePlot>> plots = new(() => [.. Matter.Figures.Select(FigurePlot.Of).OfType<FigurePlot>().Take(MostPlots)]);
    private readonly Lazy<OriginGraph?> graph = new(() => OriginGraph.Of(Matter, Quotes));

    /// <summary>How many documents it is told in.</summary>
    public int Documents { get; } = Matter.Statements.Select(statement => statement.Document).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The findings to read first: disputes, and origins that several documents share.</summary>
    public ImmutableArray<Finding> Pressing { get; } = [.. Findings.Where(IsPressing)];

    /// <summary>The rest: sums that hold, unnamed sources, caveats.</summary>
    public ImmutableArray<Finding> Further { get; } = [.. Findings.Where(finding => !IsPressing(finding))];

    /// <summary>What the sides say, set beside each other; empty where fewer than two say enough.</summary>
    public ImmutableArray<SideBySide.Column> Columns => columns.Value;

    /// <summary>Where figures stand over time, a picture a quantity.</summary>
    public ImmutableArray<FigurePlot> Plots => plots.Value;

    /// <summary>How it came about; null where nothing shows that.</summary>
    public OriginGraph? Graph => graph.Value;

    /// <summary>How many of the findings say that something does not hold together.</summary>
    public int Warnings { get; init; } = Findings.Count(finding => finding.Severity is Severity.Warning);

    /// <summary>How many findings there are, where not all are at hand.</summary>
    public int FindingsInAll { get; init; } = Findings.Length;

    /// <summary>Puts a report's matters together with their findings and quotes, the weightiest first.</summary>
    public static ImmutableArray<MatterDetails> Of(MatterReport report, IReadOnlyDictionary<string, (string? Source, QuotedStatement Quote)> quotes)
    {
        ArgumentNullException.ThrowIfNull(report);
        var findings = report.Findings.ToLookup(finding => finding.Matter, StringComparer.Ordinal);
        return
        [
            .. report.Matters.Select(matter => new MatterDetails(
                    matter,
                    [.. findings[matter.Id].OrderBy(finding => finding.Severity is Severity.Info).ThenBy(finding => Rank(finding.Kind)).ThenByDescending(finding => finding.Severity).ThenByDescending(finding => finding.Documents.Length).ThenBy(finding => finding.Id, StringComparer.Ordinal)],
                    quotes))
                .OrderByDescending(matter => matter.Documents > 1).ThenByDescending(matter => matter.Matter.Statements.Length).ThenBy(matter => matter.Matter.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What the kind of a finding is called on a page.</summary>
    public static string Label(FindingKind kind) => kind switch
    {
        FindingKind.SingleOrigin => T("One origin"),
        FindingKind.Corroborated => T("Corroborated"),
        FindingKind.AnonymousOrigin => T("Unnamed source"),
        FindingKind.Unverified => T("Not verified"),
        FindingKind.Denied => T("Denied"),
        FindingKind.AttributionDiffers => T("Credit differs"),
        FindingKind.FiguresDisagree => T("Figures disagree"),
        FindingKind.DatesDisagree => T("Dates disagree"),
        FindingKind.Arithmetic => T("Arithmetic"),
        FindingKind.Extrapolation => T("Multiplied, not counted"),
        FindingKind.HeadlineUnsupported => T("Headline not borne out"),
        FindingKind.PlaceInconsistent => T("Place does not fit"),
        FindingKind.Relayed => T("Copied without credit"),
        FindingKind.RollAlreadyReturned => T("Already home"),
        FindingKind.RollCivilian => T("Civilians on the list"),
        FindingKind.RollDeceased => T("Dead on the list"),
        FindingKind.RollDuplicate => T("Listed twice"),
        FindingKind.RollMalformed => T("Malformed rows"),
        FindingKind.RollContradicts => T("List does not bear it out"),
        _ => JsonNames.Of(kind),
    };

    private static bool IsPressing(Finding finding) => finding.Severity is Severity.Warning
        || finding.Kind is FindingKind.Denied or FindingKind.FiguresDisagree or FindingKind.DatesDisagree or FindingKind.AttributionDiffers or FindingKind.Corroborated;

    /// <summary>Which kinds are to be read first: the lower the earlier.</summary>
    public static int Rank(FindingKind kind) => kind switch
    {
        FindingKind.Denied => 0,
        FindingKind.FiguresDisagree => 1,
        FindingKind.AttributionDiffers => 2,
        FindingKind.DatesDisagree => 3,
        FindingKind.Arithmetic or FindingKind.Extrapolation or FindingKind.HeadlineUnsupported or FindingKind.Relayed => 4,
        FindingKind.SingleOrigin => 5,
        FindingKind.Corroborated => 6,
        _ => 7 + (int)kind,
    };
}
