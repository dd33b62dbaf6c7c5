using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Matters;

namespace Hearsay.Ledger;

/// <summary>Reads what a judgement about a finding is bound to from the finding's JSON, whose offsets are code points already.</summary>
internal static class FindingAnchors
{
    private const int MostEvidence = 20;

    public static FindingAnchor Read(string finding)
    {
        using var parsed = JsonDocument.Parse(finding);
        var json = parsed.RootElement;
        return new FindingAnchor(
            json.GetProperty("id").GetString()!,
            JsonNames.Parse<FindingKind>(json.GetProperty("kind").GetString()!) ?? throw new FormatException($"'{json.GetProperty("kind")}' is no kind of finding."),
            json.GetProperty("summary").GetString()!,
            [.. json.GetProperty("evidence").EnumerateArray().Take(MostEvidence).Select(part => new QuotedEvidence(
                part.GetProperty("document").GetString()!, part.GetProperty("start").GetInt32(), part.GetProperty("end").GetInt32(), part.GetProperty("text").GetString()!))]);
    }
}
