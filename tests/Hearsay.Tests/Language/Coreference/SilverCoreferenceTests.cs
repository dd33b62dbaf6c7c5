using System.IO.Compression;
using System.Text.Json;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Language.Coreference;
using Hearsay.Packs;
using Hearsay.Statements.Evaluation;

namespace Hearsay.Tests.Language.Coreference;

/// <summary>
/// Compares whom sources mean with CoreNLP's chains, on PolNeAR's dev part. Of the sources of gold attributions those count that are a pronoun or a noun without a name, that CoreNLP has in a chain,
/// and whose chain has a name. Recall is the share for which we give a name whose last word stands in the chain; precision, that share among those for which we give a name.
/// </summary>
public sealed class SilverCoreferenceTests(ITestOutputHelper output)
{
    [Fact]
    public void Sources_mean_whom_CoreNLP_says_as_often_as_recorded()
    {
        var texts = Repository.Shared("data", "polnear", "text", "dev");
        var gold = AttributionCorpus.Read(Repository.Shared("data", "polnear", "attributions", "dev.jsonl"), TextOf);
        var analyser = new LanguageAnalyser(English.Model);
        var resolver = new ReferenceResolver(DomainPack.Load(Repository.Pack));
        var (all, named, right) = (0, 0, 0);
        var (pronouns, rightPronouns) = (0, 0);
        foreach (var (name, chains) in Chains())
        {
            var text = TextOf(name);
            var document = analyser.Analyse(Document(text));
            var tree = new GrammarTree(document);
            var references = resolver.Resolve(document, tree);
            foreach (var source in gold[name].SelectMany(relation => relation.Source.Take(1)).Distinct())
            {
                var words = source.SliceOf(text);
                if (!chains.TryGetValue(source, out var chain) || words.Skip(1).Any(char.IsUpper)) { continue; }
                var names = chain.SelectMany(span => span.SliceOf(text).Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal).Split(' ', ',', '.', '“', '”', '"')).Where(IsName).ToHashSet();
                if (names.Count == 0) { continue; }
                var pronoun = !words.Contains(' ', StringComparison.Ordinal);
                all++;
                pronouns += pronoun ? 1 : 0;
                var meant = references.Of(tree, tree.Range(source))?.Referent is { IsNamed: true } referent ? referent.Name : null;
                if (meant is null) { output.WriteLine($"none    {name[..12]} {source.Start} {words} : {string.Join(", ", names)}"); continue; }
                named++;
                if (names.Contains(LastName(meant))) { right++; rightPronouns += pronoun ? 1 : 0; }
                else { output.WriteLine($"other   {name[..12]} {source.Start} {words} : {meant}, not {string.Join(", ", names)}"); }
            }
        }

        output.WriteLine($"{all} sources, {named} named, {right} right: precision {(double)right / named:F3}, recall {(double)right / all:F3}; pronouns {rightPronouns} of {pronouns}");
        Assert.True(right >= 0.70 * named, $"precision {right}/{named}");
        Assert.True(right >= 0.65 * all, $"recall {right}/{all}");

        string TextOf(string name) => File.ReadAllText(Path.Combine(texts, $"{name}.txt"));
    }

    private static bool IsName(string word) => word.Length > 1 && char.IsUpper(word[0])
        && word is not ("The" or "He" or "She" or "They" or "It" or "His" or "Her" or "This" or "That" or "We" or "Its" or "Their" or "My" or "Our" or "You" or "Your" or "These" or "Many" or "Which" or "Who" or "In" or "Those");

    private static string LastName(string words) => words.Split(' ', '-')[^1].TrimEnd('.');

    private static IEnumerable<(string Name, Dictionary<TextSpan, List<TextSpan>> Chains)> Chains()
    {
        using var file = File.OpenRead(Repository.Shared("data", "polnear", "silver", "dev.coref.jsonl.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var chains = new Dictionary<TextSpan, List<TextSpan>>();
            foreach (var chain in json.RootElement.GetProperty("chains").EnumerateArray())
            {
                var spans = chain.EnumerateArray().Select(mention => new TextSpan(mention.GetProperty("span")[0].GetInt32(), mention.GetProperty("span")[1].GetInt32())).ToList();
                foreach (var span in spans) { chains.TryAdd(span, spans); }
            }

            yield return (json.RootElement.GetProperty("name").GetString()!, chains);
        }
    }

    // Each line is a block, the first the headline.
    private static Document Document(string text)
    {
        var blocks = new List<Block>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            if (end < 0) { end = text.Length; }
            var span = new TextSpan(start, end).Trim(text);
            if (!span.IsEmpty) { blocks.Add(new Block(blocks.Count == 0 ? BlockRole.Headline : BlockRole.Body, span)); }
        }

        return Plain.Document(text) with { Blocks = [.. blocks] };
    }
}
