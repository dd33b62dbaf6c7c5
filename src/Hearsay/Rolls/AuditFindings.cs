using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language.Figures;
using Hearsay.Matters;

namespace Hearsay.Rolls;

/// <summary>A statement that may speak of the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Document">SHA-256 of its document.</param>
/// <param name="Span">Its content's place in the document's text.</param>
/// <param name="Text">Its content.</param>
public sealed record ListStatement(string Id, string Document, TextSpan Span, string Text)
{
    /// <summary>True where the content is denied.</summary>
    public bool IsDenied { get; init; }

    /// <summary>Figures of the content, at their places in the document's text.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];
}

/// <summary>What an audit is worth an analyst's look for: counts by kind, and statements on the list that it does not fit. Row numbers only, no names.</summary>
public static class AuditFindings
{
    private const int RowsNamed = 200;

    /// <summary>The findings of an audit.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="id">Its id.</param>
    /// <param name="matter">The matter that the list belongs to, or null.</param>
    /// <param name="statements">What was said in that matter.</param>
    public static ImmutableArray<Finding> Of(RollAudit audit, string id, string? matter, IEnumerable<ListStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(statements);
        var found = ImmutableArray.CreateBuilder<Finding>();
        var returned = In(audit, "returned");
        var civilian = In(audit, "civilian");
        var deceased = In(audit, "deceased");
        AuditedRow[] repeated = [.. audit.Rows.Where(row => row.DuplicateOf is not null)];
        AuditedRow[] malformed = [.. audit.Rows.Where(row => row.Verdict == RollVerdict.Malformed)];
        void Add(FindingKind kind, AuditedRow[] rows, string one, string many)
        {
            if (rows.Length == 0) { return; }
            var doubtful = rows.Count(row => row.Verdict == RollVerdict.Possible);
            var count = doubtful > 0 && doubtful < rows.Length ? Text($"{rows.Length - doubtful} to {rows.Length}") : doubtful > 0 ? Text($"up to {rows.Length}") : Text($"{rows.Length}");
            found.Add(Finding.Of(kind, Severity.Warning, Text($"Of the {audit.Rows.Length} rows of the list, {count} {(rows.Length == 1 ? one : many)}."), [], [],
                Calculation.Of(Text($"audit {id}: {rows.Length} of {audit.Rows.Length} rows"), "audit", id, "rows", string.Join(", ", rows.Take(RowsNamed).Select(row => row.Row)))) with { Matter = matter });
        }

        Add(FindingKind.RollAlreadyReturned, returned, "is a person who has already returned", "are people who have already returned");
        Add(FindingKind.RollCivilian, civilian, "is a civilian", "are civilians");
        Add(FindingKind.RollDeceased, deceased, "is a person who is dead", "are people who are dead");
        Add(FindingKind.RollDuplicate, repeated, "repeats an earlier one", "repeat earlier ones");
        Add(FindingKind.RollMalformed, malformed, "cannot be right as it stands", "cannot be right as they stand");
        foreach (var statement in statements)
        {
            foreach (var fact in ListClaims.Unfit(audit, statement).Distinct())
            {
                found.Add(Finding.Of(FindingKind.RollContradicts, Severity.Warning, Text($"The statement “{Shorten(statement.Text.Trim('"', '“', '”', '„', '«', '»'))}”{(statement.IsDenied ? ", which is denied there," : "")} does not fit the list: {fact}."),
                    [statement.Id], [new Evidence(statement.Document, statement.Span, statement.Text)], Calculation.Of(Text($"audit {id}: {fact}"), "audit", id)) with { Matter = matter });
            }
        }

        return found.ToImmutable();
    }

    private static AuditedRow[] In(RollAudit audit, string role) => [.. audit.Rows.Where(row => row.Best?.Role == role)];

    private static string Shorten(string text) => text.Length <= 160 ? text : text[..text.LastIndexOf(' ', 159)] + " …";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
