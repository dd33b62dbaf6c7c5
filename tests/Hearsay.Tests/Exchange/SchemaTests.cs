using System.Text;
using System.Text.Json;
using Hearsay.Exchange;
using Hearsay.Judgements;
using Hearsay.Tests.Judgements;

namespace Hearsay.Tests.Exchange;

/// <summary>Exports against what their publishers publish: FollowTheMoney's model, and schema.org's types. PROV-JSON and Web Annotation are checked in <see cref="FormatTests"/> by what their specifications say, since their schema and context are in no package.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly JudgedSamples samples = new();
    private readonly TemporaryFolder folder = new();
    private static readonly string Schemas = Path.Combine(Repository.Root, "tests", "schemas");

    public void Dispose()
    {
        samples.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Entities_fit_the_published_model_of_FollowTheMoney()
    {
        NodePackages.Of("schemas", "@alephdata/followthemoney/dist/defaultModel.json");
        var file = folder["entities.jsonl"];
        using (var stream = File.Create(file)) { FollowTheMoneyExport.Write(ExportScope.Everything(samples.Ledger), stream); }
        Assert.Matches("^\\s*[0-9]{3,} entities checked\\s*$", NodePackages.Run("node", Schemas, "followthemoney.mjs", file).Output);

        // The checker finds what does not fit.
        File.AppendAllText(file, """
            {"id":"x","schema":"Note","properties":{"name":["a"],"nonsense":["b"],"entity":["nobody"],"language":["english"]}}

            """);
        var complaints = NodePackages.Run("node", Schemas, "followthemoney.mjs", file).Output;
        Assert.Contains("has no property 'nonsense'", complaints, StringComparison.Ordinal);
        Assert.Contains("refers to nobody", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void Reviews_fit_the_published_types_of_schema_org()
    {
        var modules = NodePackages.Of("schemas", "schema-dts/package.json");
        foreach (var link in samples.Report.Matters.SelectMany(matter => matter.Links).DistinctBy(link => link.From).Take(4)) { samples.Judge(new Ruling.Rate(samples.Anchor(link.From), 2, 1, 5, "Unsupported", "A short claim"), "nobody else says so"); }
        var book = new JudgementBook(samples.Ledger.Judgements().Select(stored => stored.Judgement));
        using var written = new MemoryStream();
        ClaimReviewExport.Write(ExportScope.AllMatters(samples.Ledger), book, new ReviewPublisher("The Desk", new Uri("https://example.org/checks/")), written);
        string[] reviews = Encoding.UTF8.GetString(written.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(reviews);
        Assert.Equal((0, ""), Check(modules, reviews));

        // The types refuse what they do not have.
        var (code, complaint) = Check(modules, [reviews[0].Replace("\"claimReviewed\"", "\"claimDoubted\"", StringComparison.Ordinal)]);
        Assert.NotEqual(0, code);
        Assert.Contains("claimDoubted", complaint, StringComparison.Ordinal);
    }

    // Each review as a constant of the published type, for TypeScript's compiler to object to.
    private (int Code, string Output) Check(string modules, IEnumerable<string> reviews)
    {
        var source = new StringBuilder("import type { ClaimReview, WithContext } from 'schema-dts';\n");
        foreach (var (i, review) in reviews.Index())
        {
            using var json = JsonDocument.Parse(review);
            Assert.Equal("ClaimReview", json.RootElement.GetProperty("@type").GetString());
            source.Append(System.Globalization.CultureInfo.InvariantCulture, $"export const review{i}: WithContext<ClaimReview> = {review};\n");
        }

        File.WriteAllText(folder["reviews.ts"], source.ToString());
        File.Copy(Path.Combine(Schemas, "tsconfig.json"), folder["tsconfig.json"], overwrite: true);
        if (!Directory.Exists(folder["node_modules"])) { Directory.CreateSymbolicLink(folder["node_modules"], modules); }
        var (code, output) = NodePackages.Run("node", folder.Path, Path.Combine(modules, "typescript", "bin", "tsc"), "-p", folder["tsconfig.json"]);
        return (code, output.Trim());
    }
}
