using System.Globalization;
using System.Text;
using System.Text.Json;
using Hearsay.Exchange;
using Hearsay.Judgements;
using Hearsay.Statements.Evaluation;
using Hearsay.Tests.Judgements;

namespace Hearsay.Tests.Exchange;

/// <summary>What each format's specification demands, as far as it can be said here; docs/exchange.md tells what was checked with the publishers' own schemas.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly JudgedSamples samples = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        samples.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Annotations_point_at_the_words_in_code_points()
    {
        samples.Judge(new Ruling.Accept(samples.Anchor(samples.Some().Id)));
        using var json = Parse(stream => WebAnnotationExport.Write(ExportScope.Everything(samples.Ledger), stream));
        var root = json.RootElement;
        Assert.Equal(("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection"), (Text(root, "@context"), Text(root, "type")));
        var texts = samples.Ledger.Documents().DistinctBy(stored => stored.Document.Sha256).ToDictionary(stored => Ids.Original(stored.Document.Sha256), stored => stored.Document.Text.EnumerateRunes().ToArray());
        var items = root.GetProperty("first").GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(root.GetProperty("total").GetInt32(), items.Count);
        Assert.Equal(samples.Ledger.Documents().DistinctBy(stored => stored.Document.Sha256).Sum(stored => stored.Statements.Length), items.Count);
        Assert.Equal(items.Count, items.Select(item => Text(item, "id")).Distinct().Count());
        Assert.Contains(items, item => item.TryGetProperty("creator", out var creator) && Text(creator, "name") == "R. Analyst");
        foreach (var target in items.SelectMany(item => item.GetProperty("target").EnumerateArray()))
        {
            Assert.True(Uri.IsWellFormedUriString(Text(target, "source"), UriKind.Absolute));
            var (state, selectors) = (target.GetProperty("state"), target.GetProperty("selector"));
            Assert.Equal(("TimeState", "TextPositionSelector", "TextQuoteSelector"), (Text(state, "type"), Text(selectors[0], "type"), Text(selectors[1], "type")));
            Assert.Equal(StoppedClock.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Text(state, "sourceDate"));
            var (start, end) = (selectors[0].GetProperty("start").GetInt32(), selectors[0].GetProperty("end").GetInt32());
            var runes = texts[Text(state, "cached")];
            Assert.Equal(Text(selectors[1], "exact"), string.Concat(runes[start..end]));
            Assert.EndsWith(Text(selectors[1], "prefix"), string.Concat(runes[..start]), StringComparison.Ordinal);
            Assert.StartsWith(Text(selectors[1], "suffix"), string.Concat(runes[end..]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Annotations_have_the_properties_of_the_specification_in_its_numbers_and_no_others()
    {
        samples.Judge(new Ruling.Accept(samples.Anchor(samples.Some().Id)));
        using var json = Parse(stream => WebAnnotationExport.Write(ExportScope.Everything(samples.Ledger), stream));
        AnnotationModel.Check(json.RootElement);
        var annotation = json.RootElement.GetProperty("first").GetProperty("items")[0].GetRawText();
        foreach (var (sound, broken) in (ReadOnlySpan<(string, string)>)[("\"motivation\":\"describing\"", "\"motivation\":\"rumour\""), ("\"exact\":", "\"exactly\":"), ("\"start\":", "\"start\":-"), ("\"type\":\"TimeState\"", "\"type\":\"Timestamp\""), ("\"target\":", "\"body\":")])
        {
            using var changed = JsonDocument.Parse(annotation.Replace(sound, broken, StringComparison.Ordinal));
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AnnotationModel.Check(changed.RootElement));
        }
    }

    [Fact]
    public void Provenance_relates_only_what_it_names()
    {
        var judgement = samples.Judge(new Ruling.Accept(samples.Anchor(samples.Some().Id)));
        using var json = Parse(stream => ProvExport.Write(ExportScope.AllMatters(samples.Ledger), [judgement], stream));
        var root = json.RootElement;
        string[] sections = ["prefix", "entity", "activity", "agent", "wasGeneratedBy", "used", "wasAssociatedWith", "wasDerivedFrom", "wasAttributedTo"];
        Assert.Equal(sections.Order(), root.EnumerateObject().Select(section => section.Name).Order());
        HashSet<string> Named(string section) => [.. root.GetProperty(section).EnumerateObject().Select(one => one.Name)];
        var named = new Dictionary<string, HashSet<string>> { ["entity"] = Named("entity"), ["activity"] = Named("activity"), ["agent"] = Named("agent") };
        Related("wasGeneratedBy", ("prov:entity", "entity"), ("prov:activity", "activity"));
        Related("used", ("prov:activity", "activity"), ("prov:entity", "entity"));
        Related("wasAssociatedWith", ("prov:activity", "activity"), ("prov:agent", "agent"));
        Related("wasDerivedFrom", ("prov:generatedEntity", "entity"), ("prov:usedEntity", "entity"));
        Related("wasAttributedTo", ("prov:entity", "entity"), ("prov:agent", "agent"));
        Assert.Contains($"hearsay:judgement-{judgement.Id}", named["entity"]);
        Assert.All(named.Values.SelectMany(ids => ids), id => Assert.Matches("^hearsay:[a-z]+(-[0-9a-f]+)?$", id));
        foreach (var activity in root.GetProperty("activity").EnumerateObject().Where(activity => activity.Value.TryGetProperty("prov:startTime", out _)))
        {
            Assert.True(DateTimeOffset.TryParseExact(Text(activity.Value, "prov:startTime"), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
        }

        void Related(string section, params (string Role, string Kind)[] roles)
        {
            var relations = root.GetProperty(section).EnumerateObject().ToList();
            Assert.NotEmpty(relations);
            Assert.All(relations, relation => Assert.All(roles, role => Assert.Contains(Text(relation.Value, role.Role), named[role.Kind])));
        }
    }

    [Fact]
    public void Entities_have_the_models_properties_and_refer_to_each_other()
    {
        // The published model's properties of these schemata, as far as they are used.
        string[] thing = ["name", "summary", "description", "keywords", "proof", "notes", "publisher", "sourceUrl", "createdAt", "retrievedAt", "weakAlias"];
        var model = new Dictionary<string, string[]>
        {
            ["Article"] = [.. thing, "title", "fileName", "mimeType", "author", "publishedAt", "language"], ["Note"] = [.. thing, "entity"], ["Event"] = [.. thing, "startDate", "endDate", "involved"],
            ["Person"] = thing, ["Organization"] = thing, ["LegalEntity"] = thing,
        };
        var entities = Lines(stream => FollowTheMoneyExport.Write(ExportScope.AllMatters(samples.Ledger), stream)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var schemata = entities.ToDictionary(entity => Text(entity, "id"), entity => Text(entity, "schema"));
        Assert.Superset(new HashSet<string> { "Article", "Note", "Event", "Person", "Organization" }, new HashSet<string>(schemata.Values));
        foreach (var entity in entities)
        {
            foreach (var property in entity.GetProperty("properties").EnumerateObject())
            {
                Assert.Contains(property.Name, model[Text(entity, "schema")]);
                Assert.All(property.Value.EnumerateArray(), value => Assert.NotEqual("", value.GetString()));
                if (property.Name is "proof") { Assert.All(property.Value.EnumerateArray(), value => Assert.Equal("Article", schemata[value.GetString()!])); }
                if (property.Name is "entity" or "involved") { Assert.All(property.Value.EnumerateArray(), value => Assert.Contains(schemata[value.GetString()!], (string[])["Person", "Organization", "LegalEntity"])); }
                if (property.Name.EndsWith("Date", StringComparison.Ordinal) || property.Name is "publishedAt" or "createdAt") { Assert.All(property.Value.EnumerateArray(), value => Assert.Matches(@"^\d{4}(-\d\d(-\d\d)?)?$", value.GetString())); }
            }

            Assert.NotEmpty(entity.GetProperty("properties").GetProperty("name").EnumerateArray());
        }
    }

    [Fact]
    public void A_review_is_written_of_what_somebody_rated_and_of_nothing_else()
    {
        var publisher = new ReviewPublisher("The Ledger Desk", new Uri("https://example.org/checks/"));
        var matters = ExportScope.AllMatters(samples.Ledger);
        using (var nothing = new MemoryStream())
        {
            var (none, unrated) = ClaimReviewExport.Write(matters, JudgementBook.Empty, publisher, nothing);
            Assert.Equal((0, 0L, matters.Matters.Length), (none, nothing.Length, unrated.Length));
        }

        var matter = samples.Report.Matters.First(matter => matter.Links.Any(link => link.Kind is not Hearsay.Matters.LinkKind.Denies));
        var link = matter.Links.First(link => link.Kind is not Hearsay.Matters.LinkKind.Denies);
        samples.Judge(new Ruling.Rate(samples.Anchor(link.From), 2, 1, 5, "Mostly unsupported", "A short claim"), "one origin, and it is not named");
        var book = new JudgementBook(samples.Ledger.Judgements().Select(stored => stored.Judgement));
        using var review = JsonDocument.Parse(Assert.Single(Lines(stream => ClaimReviewExport.Write(ExportScope.OneMatter(samples.Ledger, matter.Id)!, book, publisher, stream))));
        var root = review.RootElement;
        Assert.Equal(("https://schema.org", "ClaimReview", "A short claim", $"https://example.org/checks/{link.From}", "2031-04-07"), (Text(root, "@context"), Text(root, "@type"), Text(root, "claimReviewed"), Text(root, "url"), Text(root, "datePublished")));
        var rating = root.GetProperty("reviewRating");
        Assert.Equal((2, 1, 5, "Mostly unsupported", "one origin, and it is not named", "R. Analyst"), (rating.GetProperty("ratingValue").GetInt32(), rating.GetProperty("worstRating").GetInt32(), rating.GetProperty("bestRating").GetInt32(), Text(rating, "alternateName"), Text(rating, "ratingExplanation"), Text(rating.GetProperty("author"), "name")));
        var claim = root.GetProperty("itemReviewed");
        Assert.Equal("Claim", Text(claim, "@type"));
        var first = Text(claim.GetProperty("firstAppearance"), "datePublished");
        Assert.NotEmpty(claim.GetProperty("appearance").EnumerateArray());
        Assert.All(claim.GetProperty("appearance").EnumerateArray(), other => Assert.True(!other.TryGetProperty("datePublished", out var day) || string.CompareOrdinal(first, day.GetString()) <= 0));
    }

    [Fact]
    public void Judgements_come_out_as_training_data_that_the_evaluation_reads()
    {
        var accepted = samples.Some();
        var corrected = samples.Some(statement => statement.Document == accepted.Document && statement.Id != accepted.Id && statement.Content[0].Length > 10);
        var rejected = samples.Some(statement => statement.Document == accepted.Document && statement.Id != accepted.Id && statement.Id != corrected.Id);
        samples.Judge(new Ruling.Accept(samples.Anchor(accepted.Id)));
        samples.Judge(new Ruling.Reject(samples.Anchor(rejected.Id)));
        var anchor = samples.Anchor(corrected.Id);
        var content = anchor.Content[0] with { End = anchor.Content[0].Start + 5, Text = string.Concat(anchor.Content[0].Text.EnumerateRunes().Take(5)) };
        samples.Judge(new Ruling.Correct(anchor, new Correction(Content: [content])));
        Assert.Equal((1, 2), TrainingExport.Write(samples.Ledger, folder["training"]));
        var read = AttributionCorpus.Read(folder["training/attributions.jsonl"], name => File.ReadAllText(folder[$"training/text/{name}.txt"], Encoding.UTF8));
        var relations = Assert.Single(read).Value;
        Assert.Contains(relations, relation => relation.Source.SequenceEqual([accepted.Source!.Span!.Value]) && relation.Content.SequenceEqual(accepted.Content));
        Assert.Contains(relations, relation => relation.Content.SequenceEqual([new TextSpan(corrected.Content[0].Start, corrected.Content[0].Start + content.Text.Length)]));
        Assert.DoesNotContain(relations, relation => relation.Content.SequenceEqual(rejected.Content) && relation.Cue.SequenceEqual(rejected.Cue is { } cue ? [cue.Span] : []));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static JsonDocument Parse(Action<Stream> write) => JsonDocument.Parse(string.Join('\n', Lines(write)));

    private static string[] Lines(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
