using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Matters;
using Hearsay.Statements;

namespace Hearsay.Exchange;

/// <summary>Who publishes reviews, and where.</summary>
/// <param name="Name">The publisher.</param>
/// <param name="Site">Absolute address that each review's own address begins with; it must be the publisher's own (Google's profile demands it).</param>
public sealed record ReviewPublisher(string Name, Uri Site)
{
    /// <summary>A publisher as somebody names it; null where there is no name, or the site is no absolute address of the web. A site is a place that addresses lie below, so it ends with a slash.</summary>
    public static ReviewPublisher? Parse(string? name, string? site) =>
        !string.IsNullOrWhiteSpace(name) && Uri.TryCreate(site?.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query: "", Fragment: "" }
            ? new ReviewPublisher(name.Trim(), address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/")) : null;
}

/// <summary>Ratings that people signed, as schema.org ClaimReview in JSON-LD, one a line (R20).</summary>
/// <remarks>Hearsay rates nothing: what nobody rated by a judgement is not written. The first appearance is the earliest in the ledger of statements that carry the claim.</remarks>
public static class ClaimReviewExport
{
    /// <summary>Writes a review for each rated statement in scope.</summary>
    /// <param name="scope">What of the ledger.</param>
    /// <param name="judgements">The ledger's judgements.</param>
    /// <param name="publisher">Who publishes them.</param>
    /// <param name="output">Where to.</param>
    /// <returns>How many were written, and the titles of matters that nobody rated.</returns>
    public static (int Written, ImmutableArray<string> Unrated) Write(ExportScope scope, JudgementBook judgements, ReviewPublisher publisher, Stream output)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(judgements);
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentNullException.ThrowIfNull(output);
        var ratings = judgements.Decisive.Where(judgement => judgement.Ruling is Ruling.Rate).ToDictionary(judgement => ((Ruling.Rate)judgement.Ruling).Statement.Key, StringComparer.Ordinal);
        var all = ratings.Count == 0 ? [] : Appearances(scope);
        var written = 0;
        var rated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, appearance) in all.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!ratings.TryGetValue(appearance.Key, out var judgement)) { continue; }
            var matter = scope.Matters.FirstOrDefault(one => one.Statements.Any(statement => statement.Statement == id));
            if (matter is not null) { rated.Add(matter.Id); }
            ImmutableArray<Appearance> carried = [.. Carriers(matter, id).Select(other => all.GetValueOrDefault(other)).OfType<Appearance>().OrderBy(one => one.Day ?? DateOnly.MaxValue).ThenBy(one => one.Sha256, StringComparer.Ordinal)];
            using (var json = new Utf8JsonWriter(output, InspectionWriter.Options)) { WriteReview(json, publisher, judgement, appearance, carried); }
            output.WriteByte((byte)'\n');
            written++;
        }

        return (written, [.. scope.Matters.Where(matter => !rated.Contains(matter.Id)).Select(matter => matter.Title)]);
    }

    private static void WriteReview(Utf8JsonWriter json, ReviewPublisher publisher, Judgement judgement, Appearance claim, ImmutableArray<Appearance> carried)
    {
        var rate = (Ruling.Rate)judgement.Ruling;
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "ClaimReview");
        json.WriteString("url", new Uri(publisher.Site, Uri.EscapeDataString(claim.Id)).AbsoluteUri);
        json.WriteString("claimReviewed", rate.Claim ?? claim.Content);
        json.WriteString("datePublished", judgement.When.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WriteNamed(json, "author", "Organization", publisher.Name, publisher.Site.AbsoluteUri);
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        json.WriteNumber("ratingValue", rate.Value);
        json.WriteNumber("worstRating", rate.Worst);
        json.WriteNumber("bestRating", rate.Best);
        json.WriteString("alternateName", rate.Name);
        json.WriteString("ratingExplanation", judgement.Why);
        WriteNamed(json, "author", "Person", judgement.By, null);
        json.WriteEndObject();
        json.WriteStartObject("itemReviewed");
        json.WriteString("@type", "Claim");
        json.WriteString("name", claim.Content);
        if (claim.Source is { } source) { WriteNamed(json, "author", claim.SourceType is SourceType.Person ? "Person" : "Organization", source, null); }
        if (claim.Said is { } said) { json.WriteString("datePublished", said); }
        WriteAppearance(json, "firstAppearance", carried.IsEmpty ? claim : carried[0]);
        if (carried.Length > 1)
        {
            json.WriteStartArray("appearance");
            foreach (var other in carried[1..]) { WriteAppearance(json, null, other); }
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string property, string type, string name, string? url)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        if (url is not null) { json.WriteString("url", url); }
        json.WriteEndObject();
    }

    private static void WriteAppearance(Utf8JsonWriter json, string? property, Appearance appearance)
    {
        if (property is null) { json.WriteStartObject(); } else { json.WriteStartObject(property); }
        json.WriteString("@type", "CreativeWork");
        json.WriteString("url", appearance.Url ?? Ids.Original(appearance.Sha256));
        if (appearance.Title is { } title) { json.WriteString("headline", title); }
        if (appearance.Day is { } day) { json.WriteString("datePublished", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); }
        if (appearance.Outlet is { } outlet) { WriteNamed(json, "publisher", "Organization", outlet, null); }
        json.WriteEndObject();
    }

    // The statement and all that carry it on, or that it carries on: who credits or copies whom.
    private static HashSet<string> Carriers(Matter? matter, string statement)
    {
        var carriers = new HashSet<string>(StringComparer.Ordinal) { statement };
        for (var known = 0; known != carriers.Count;)
        {
            known = carriers.Count;
            foreach (var link in matter?.Links.Where(link => link.Kind is not LinkKind.Denies) ?? [])
            {
                if (carriers.Contains(link.From) || carriers.Contains(link.To))
                {
                    carriers.Add(link.From);
                    carriers.Add(link.To);
                }
            }
        }

        return carriers;
    }

    private static Dictionary<string, Appearance> Appearances(ExportScope scope)
    {
        var all = new Dictionary<string, Appearance>(StringComparer.Ordinal);
        foreach (var (stored, statements) in scope.Documents())
        {
            var document = stored.Document;
            var offsets = new CodePointOffsets(document.Text);
            foreach (var statement in statements)
            {
                all[statement.Id] = new Appearance(
                    statement.Id, StatementAnchor.Of(statement.Judged?.Machine ?? statement, document, offsets).Key, string.Join(" … ", statement.Content.Select(part => part.SliceOf(document.Text))),
                    statement.Source?.Name, statement.Source?.Type, statement.SaidOn.Value is { Length: 10 } said ? said : null,
                    document.Sha256, WebAnnotationExport.AbsoluteUrl(document.Url), document.Title, document.Outlet, document.Published.Value);
            }
        }

        return all;
    }

    private sealed record Appearance(
        string Id, string Key, string Content, string? Source, SourceType? SourceType, string? Said, string Sha256, string? Url, string? Title, string? Outlet, DateOnly? Day);
}
