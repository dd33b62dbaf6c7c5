using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Documents.PlainText;
using Hearsay.Packs;

namespace Hearsay.Tests.Documents.PlainText;

/// <summary>Measures on PolNeAR that reading plain text loses no statement; needs <c>../shared/data/polnear</c>.</summary>
public sealed class AttributionCorpusTests(ITestOutputHelper output)
{
    private static readonly string[] Parts = ["source", "cue", "content"];

    [Fact]
    public void Annotated_attributions_stay_in_the_article_and_the_first_line_is_the_headline()
    {
        var folder = Repository.Shared("data", "polnear");
        var reader = new PlainTextReader(DomainPack.Load(Repository.Pack), ReadLimits.Default);
        var (attributions, kept, discards, setBack, texts, titles) = (0, 0, 0, 0, 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(folder, "attributions", "dev.jsonl")))
        {
            using var gold = JsonDocument.Parse(line);
            var text = File.ReadAllText(Path.Combine(folder, "text", "dev", gold.RootElement.GetProperty("name").GetString() + ".txt"));
            var reading = reader.Read(text);
            texts++;
            titles += reading.Title is { } title && text.TrimStart().StartsWith(title, StringComparison.Ordinal) ? 1 : 0;
            var lost = reading.Blocks.Where(block => block.Role is not (BlockRole.Headline or BlockRole.Body or BlockRole.Quote or BlockRole.List)).Select(block => block.Span).ToArray();
            foreach (var attribution in gold.RootElement.GetProperty("attributions").EnumerateArray())
            {
                attributions++;
                kept += Parts.SelectMany(part => Spans(attribution.GetProperty(part))).Any(span => lost.Any(span.Overlaps)) ? 0 : 1;
            }

            if (gold.RootElement.TryGetProperty("discard", out var discard))
            {
                foreach (var marked in discard.EnumerateArray())
                {
                    discards++;
                    setBack += Spans(marked).Any(span => lost.Any(span.Overlaps)) ? 1 : 0;
                }
            }
        }

        output.WriteLine($"attributions kept {kept} of {attributions}, discards set back {setBack} of {discards}, titles {titles} of {texts}");
        Assert.True(kept >= attributions * 0.997, $"{kept} of {attributions} attributions are wholly in the article");
        Assert.True(setBack * 2 >= discards, $"{setBack} of {discards} discarded spans are furniture");
        Assert.True(titles >= texts * 0.95, $"{titles} of {texts} headlines");
    }

    private static IEnumerable<TextSpan> Spans(JsonElement pairs) => pairs.EnumerateArray().Select(pair => new TextSpan(pair[0].GetInt32(), pair[1].GetInt32()));
}
