using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Packs;
using Hearsay.Tests.Language;
using Hearsay.Tests.Samples;

namespace Hearsay.Tests;

/// <summary>What the line allocates a token, over the samples' plain texts: bounds somewhat above what it takes, so that nothing is made for every word unnoticed.</summary>
public sealed class PipelineAllocationTests
{
    [Theory]
    [InlineData(Layers.Tokens, 80)]
    [InlineData(Layers.Statements, 1800)]
    public void Few_bytes_are_allocated_a_token(Layers layers, int most)
    {
        var pack = DomainPack.Load(Repository.Pack);
        var pipeline = new Pipeline(pack, english: English.Model);
        var reader = new DocumentReader(pack);
        Document[] documents = [.. Directory.GetFiles(SampleCorpus.Folder, "*.txt").Order(StringComparer.Ordinal)
            .Select(file => reader.Read(new Capture(File.ReadAllBytes(file), new Provenance(file))))
            .OfType<ReadOutcome.Accepted>().Select(read => read.Document).Where(document => document.Language is "en")];
        foreach (var document in documents) { pipeline.Inspect(document, layers); } // what is made once, and code
        var (tokens, before) = (0, GC.GetAllocatedBytesForCurrentThread());
        foreach (var document in documents) { tokens += pipeline.Inspect(document, layers).Annotated.Tokens.Length; }
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / tokens;

        Assert.True(tokens > 1000);
        Assert.InRange(each, 1, most);
    }
}
