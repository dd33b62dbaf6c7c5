using System.Collections.Immutable;
using System.Text;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Packs;
using Hearsay.Statements;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Statements;

/// <summary>Takes plain text through the real stages up to statements: with trees, but without the trained attributions, so that the rules over words are what is tested.</summary>
internal static class Analysed
{
    private static readonly DomainPack Pack = DomainPack.Load(Repository.Pack);
    private static readonly DocumentReader Reader = new(Pack);
    private static readonly LanguageAnalyser Analyser = new(English.Model);
    private static readonly TimeExpressionFinder Dates = new();
    private static readonly StatementExtractor Extractor = new(Pack);

    public static (Document Document, ImmutableArray<Statement> Statements) Text(string text, DateOnly? published = null, string? outlet = null)
    {
        var provenance = new Provenance("test.txt") { Published = published, Outlet = outlet };
        var document = Assert.IsType<ReadOutcome.Accepted>(Reader.Read(new Capture(Encoding.UTF8.GetBytes(text), provenance))).Document;
        return (document, Extractor.Extract(Annotated(document)));
    }

    /// <summary>The statements of a text whose blocks are its lines, all of one role; for text whose layout is not what is tested.</summary>
    public static (Document Document, ImmutableArray<Statement> Statements) Lines(string text, BlockRole role = BlockRole.Body, string? language = "en", DateOnly? published = null, string? outlet = null)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            if (end < 0) { end = text.Length; }
            var span = new TextSpan(start, end).Trim(text);
            if (!span.IsEmpty) { blocks.Add(new Block(role, span)); }
        }

        var document = new Document
        {
            Sha256 = new string('a', 64), Provenance = new Provenance("test.txt"), MediaType = "text/plain", Encoding = "utf-8", Text = text,
            Blocks = blocks.ToImmutable(), Language = language, Outlet = outlet,
            Published = published is { } day ? PublicationDate.On(day, DateBasis.Given) : PublicationDate.Unknown,
        };
        return (document, Extractor.Extract(Annotated(document)));
    }

    private static AnnotatedDocument Annotated(Document document)
    {
        var annotated = Analyser.Analyse(document);
        return annotated with { Dates = Dates.Find(annotated) };
    }
}
