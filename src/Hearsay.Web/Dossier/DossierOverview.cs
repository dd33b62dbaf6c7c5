using System.Collections.Immutable;
using Hearsay.Matters;
using Hearsay.Statements;
using Hearsay.Web.Components;
using Hearsay.Web.Matters;
using Hearsay.Web.Text;

namespace Hearsay.Web.Dossier;

/// <summary>What the overview says of a ledger. It does not depend on the order in which documents came.</summary>
public sealed record DossierOverview
{
    /// <summary>Most quoted sources listed on the overview.</summary>
    public const int SourcesShown = 12;

    /// <summary>Documents listed on the overview.</summary>
    public const int DocumentsShown = 60;

    /// <summary>Denials listed on the overview.</summary>
    public const int DenialsShown = 6;

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>A day to print, or null.</summary>
    public DateOnly? GeneratedOn { get; init; }

    /// <summary>In the order of lists.</summary>
    public required IReadOnlyList<DocumentEntry> Documents { get; init; }

    /// <summary>In the order of lists.</summary>
    public required IReadOnlyList<SourceEntry> Sources { get; init; }

    /// <summary>The denials, by date, each with its source's name.</summary>
    public required IReadOnlyList<(string? Source, QuotedStatement Quote)> Denied { get; init; }

    /// <summary>Statements by how surely they are put forward.</summary>
    public required ImmutableArray<CountTable.Row> ByCertainty { get; init; }

    /// <summary>Statements by act, the most frequent first.</summary>
    public required ImmutableArray<CountTable.Row> ByAct { get; init; }

    /// <summary>The matters, the weightiest first.</summary>
    public ImmutableArray<MatterDetails> Matters { get; init; } = [];

    /// <summary>Matters listed on the overview.</summary>
    public const int MattersShown = 8;

    /// <summary>Documents over time.</summary>
    public required ImmutableArray<TimeBin> Timeline { get; init; }

    /// <summary>Languages in which statements were not sought, with the number of documents.</summary>
    public required ImmutableArray<(string Language, int Count)> NotSought { get; init; }

    /// <summary>How many statements there are.</summary>
    public required int Statements { get; init; }

    /// <summary>How many statements end at a source that is not named.</summary>
    public required int Unnamed { get; init; }

    /// <summary>Versions of engine, pack and models, and the days of capture, that the method names.</summary>
    public required (ImmutableArray<string> Engines, DateOnly? First, DateOnly? Last, int Captures) Record { get; init; }

    /// <summary>How many outlets are known.</summary>
    public int Outlets => Documents.Select(document => document.Outlet).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>How many statements are denials.</summary>
    public int Denials => Denied.Count;

    /// <summary>How many statements are not put forward as fact.</summary>
    public int Qualified => ByCertainty.Where(row => row.Name != Label(Certainty.Asserted)).Sum(row => row.Count);

    /// <summary>How many documents bear no date.</summary>
    public int Undated => Documents.Count(document => document.Day is null);

    internal static DossierOverview Of(IReadOnlyCollection<SurveyedDocument> surveyed, DossierOptions options, MatterReport? matters = null)
    {
        DocumentEntry[] documents = [.. surveyed.Select(document => document.Entry)];
        Array.Sort(documents, DocumentEntry.Compare);
        (string? Source, QuotedStatement Quote)[] statements = [.. surveyed.SelectMany(document => document.Statements)];
        Array.Sort(statements, (left, right) => QuotedStatement.Compare(left.Quote, right.Quote));
        return new DossierOverview
        {
            Title = options.Title,
            GeneratedOn = options.GeneratedOn,
            Documents = documents,
            Sources = SourcesOf(statements),
            Matters = matters is null ? [] : MatterDetails.Of(matters, statements.DistinctBy(statement => statement.Quote.Id, StringComparer.Ordinal).ToDictionary(statement => statement.Quote.Id, StringComparer.Ordinal)),
            Denied = [.. statements.Where(statement => statement.Quote.Polarity is Polarity.Denied)],
            ByCertainty = [.. Enum.GetValues<Certainty>().Select(certainty => Row(Label(certainty), Gloss(certainty), statements.Where(statement => statement.Quote.Certainty == certainty)))],
            ByAct =
            [
                .. statements.GroupBy(statement => statement.Quote.Act).OrderBy(group => group.Key)
                    .Select(group => Row(Wording.Verb(group.Key, StatementKind.Indirect), null, group))
                    .OrderByDescending(row => row.Count),
            ],
            Timeline = TimeBins.Of([.. documents.Select(document => document.Day).OfType<DateOnly>()]),
            NotSought =
            [
                .. documents.Where(document => !document.Sought).GroupBy(document => Wording.Language(document.Language), StringComparer.Ordinal)
                    .Select(group => (group.Key, group.Count())).OrderBy(entry => entry.Key, StringComparer.Ordinal),
            ],
            Statements = statements.Length,
            Unnamed = statements.Count(statement => statement.Source is null || statement.Quote.Type is SourceType.Unnamed),
            Record =
            (
                [.. surveyed.Select(document => document.Engine).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                surveyed.Count == 0 ? null : DateOnly.FromDateTime(surveyed.Min(document => document.FirstCaptured).UtcDateTime),
                surveyed.Count == 0 ? null : DateOnly.FromDateTime(surveyed.Max(document => document.LastCaptured).UtcDateTime),
                surveyed.Sum(document => document.Captures)
            ),
        };
    }

    /// <summary>What the ledger holds, in one or two sentences.</summary>
    public string Lead()
    {
        if (Documents.Count == 0)
        {
            return Texts.T("The ledger holds no documents yet.");
        }

        DateOnly[] days = [.. Documents.Select(document => document.Day).OfType<DateOnly>()];
        var outlets = Outlets > 0 ? Texts.T($" from {Wording.Count(Outlets, "outlet")}") : "";
        var published = days.Length > 0 ? Texts.T($", published {Wording.Between(days.Min(), days.Max())},") : "";
        var sources = Sources.Count > 0 ? Texts.T($" by {Wording.Count(Sources.Count, "source")}") : "";
        var lead = Documents.Count == 1
            ? Texts.T($"{Wording.Count(1, "document")}{outlets}{published} holds {Wording.Count(Statements, "statement")}{sources}.")
            : Texts.T($"{Wording.Count(Documents.Count, "document")}{outlets}{published} hold {Wording.Count(Statements, "statement")}{sources}.");
        var notes = new List<string>();
        if (Denials > 0) { notes.Add(Wording.Count(Denials, "is a denial", "are denials")); }
        if (Unnamed > 0) { notes.Add(Texts.T($"{Wording.Count(Unnamed, "rests", "rest")} on a source that nobody names")); }
        return notes.Count == 0 ? lead : $"{lead} {string.Join("; ", notes)}.";
    }

    /// <summary>How the dossier was made, in one or two sentences.</summary>
    public string Method()
    {
        var (engines, first, last, captures) = Record;
        return first is null || last is null
            ? Texts.T("Nothing has been captured yet.")
            : Texts.T($"{Wording.Count(captures, "capture was", "captures were")} recorded {Wording.Between(first.Value, last.Value)} and analysed by engine {string.Join(", ", engines)}. Each original is kept, unchanged, in the ledger under its SHA-256, which stands on its document’s page.");
    }

    private static List<SourceEntry> SourcesOf(IEnumerable<(string? Source, QuotedStatement Quote)> statements)
    {
        var sources = statements
            .GroupBy(statement => SourceKey.Of(statement.Source ?? ""), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .Select(group => new SourceEntry(
                group.Key,
                MostFrequent(group.Select(statement => statement.Source!), StringComparer.Ordinal),
                MostFrequent(group.Select(statement => statement.Quote.Type), Comparer<SourceType>.Default),
                [.. group.Select(statement => statement.Quote)]))
            .ToList();
        sources.Sort(SourceEntry.Compare);
        return sources;
    }

    private static T MostFrequent<T>(IEnumerable<T> values, IComparer<T> order) where T : notnull =>
        values.GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, order).First().Key;

    private static CountTable.Row Row(string name, string? gloss, IEnumerable<(string? Source, QuotedStatement Quote)> statements)
    {
        var (count, denied) = (0, 0);
        foreach (var (_, quote) in statements)
        {
            count++;
            denied += quote.Polarity is Polarity.Denied ? 1 : 0;
        }

        return new CountTable.Row(name, gloss, count, denied);
    }

    private static string Label(Certainty certainty) => certainty switch
    {
        Certainty.Asserted => Texts.T("As fact"),
        _ => Texts.T(certainty.ToString()),
    };

    private static string? Gloss(Certainty certainty) => certainty switch
    {
        Certainty.Hedged => Texts.T("“probably”, “may”, “reportedly”"),
        Certainty.Unverified => Texts.T("the document could not verify it"),
        Certainty.Forecast => Texts.T("of the future"),
        _ => null,
    };
}
