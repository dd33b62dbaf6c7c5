using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Statements.Attributions;

/// <summary>The whole stage with the repository's models on invented sentences: source | cue | content, parts of a content parted by <c>//</c>.</summary>
public class AttributionGoldenTests
{
    private static readonly Lazy<StatementExtractor> Extractor = new(() => new StatementExtractor(DomainPack.Load(Repository.Pack), English.Model));

    [Theory]
    [InlineData("“We will bring every prisoner home,” said Ivo Tarn, the minister of defence.", "Ivo Tarn, the minister of defence | said | “We will bring every prisoner home,”")]
    [InlineData("Oskeland's government announced on Monday that the exchange had been called off.", "Oskeland's government | announced | that the exchange had been called off")]
    [InlineData("According to a report by the Harbour Institute, nearly 300 soldiers are still missing.", "a report by the Harbour Institute | According to | nearly 300 soldiers are still missing")]
    [InlineData("Mira Selk, the head of the commission, denied that any list had been handed over.", "Mira Selk, the head of the commission | denied | that any list had been handed over")]
    [InlineData("The camp was closed in May, two officials said.", "two officials | said | The camp was closed in May")]
    [InlineData("“They never answered our letters,” she said. “We wrote to them nine times.”", "she | said | “They never answered our letters,” // “We wrote to them nine times.”")]
    [InlineData("The families hope to see their sons before winter.", "The families | hope | to see their sons before winter")]
    [InlineData("Selk called for an independent inquiry into the deaths.", "Selk | called for | an independent inquiry into the deaths")]
    [InlineData("The ministry has not said how many men were wounded.", "The ministry | has not said | how many men were wounded")]
    [InlineData("The mayor criticised Oskeland's decision to shut the border.", "The mayor | criticised | Oskeland's decision to shut the border")]
    [InlineData("In a statement, the council warned that food would run out within a week.", "the council | warned | that food would run out within a week")]
    [InlineData("Prime Minister Anton Rusk believes the truce will hold.", "Prime Minister Anton Rusk | believes | the truce will hold")]
    public void Finds_who_said_what(string text, string expected)
    {
        var statement = Assert.Single(Extractor.Value.Extract(English.Analyse(text)));
        Assert.Equal(expected, Describe(text, statement));
        Assert.InRange(statement.Confidence, 0.3, 1);
    }

    [Theory]
    [InlineData("As the press service of the ministry specified, the list of 640 people, the wounded and the young, had been handed over in advance.", "the press service of the ministry | specified | the list of 640 people, the wounded and the young, had been handed over in advance")]
    [InlineData("According to General Ivo Tarn, a member of the delegation, nobody came to the meeting point.", "General Ivo Tarn, a member of the delegation | According to | nobody came to the meeting point")]
    [InlineData("As Mira Selk noted, the doctors will need three months to name the dead.", "Mira Selk | noted | the doctors will need three months to name the dead")]
    [InlineData("According to Anton Rusk, the head of the port, the bridge was closed on Monday.", "Anton Rusk, the head of the port | According to | the bridge was closed on Monday")]
    [InlineData("“Why did the bus not come?” asked Mira Selk, whose son has been missing since May.", "Mira Selk, whose son has been missing since May | asked | “Why did the bus not come?”")]
    [InlineData("The front moved by two kilometres near the river, geolocated footage indicates.", "geolocated footage | indicates | The front moved by two kilometres near the river")]
    [InlineData("“Ninety-six countries is no method,” Henrik Solm was quoted as saying by the Harbour Times.", "Henrik Solm | was quoted as saying | “Ninety-six countries is no method,”")]
    public void Boundaries_follow_the_sentence(string text, string expected) =>
        Assert.Equal(expected, Describe(text, Assert.Single(Extractor.Value.Extract(English.Analyse(text)))));

    [Fact]
    public void I_is_the_author_and_we_who_issued_the_text()
    {
        const string Text = "I think that the list was wrong.";
        var document = new LanguageAnalyser(English.Model).Analyse(Plain.Document(Text) with { Byline = "Mira Selk" });
        Assert.Equal("Mira Selk", Assert.Single(Extractor.Value.Extract(document)).Source!.Name);
        const string Statement = "We demand that all civilians be released.";
        document = new LanguageAnalyser(English.Model).Analyse(Plain.Document(Statement) with { Title = "Statement by the Foreign Ministry of Varnia on the fire", Outlet = "Harbour Post" });
        Assert.Equal("Foreign Ministry of Varnia", Assert.Single(Extractor.Value.Extract(document)).Source!.Name);
    }

    [Theory]
    [InlineData("The bridge over the Lorn was rebuilt in 1998.")]
    [InlineData("Snow fell on the capital for three days.")]
    [InlineData("The Lorn rises in the mountains north of the old capital.")]
    public void Finds_nothing_where_nobody_is_credited(string text) =>
        Assert.Empty(Extractor.Value.Extract(English.Analyse(text)));

    [Fact]
    public void Looks_through_a_newspaper_that_quotes_a_group()
    {
        const string Text = "The Harbour Dispatch quoted the relief group Quiet Road as saying it had received 40 calls from soldiers in a single day.";
        var statement = Assert.Single(Extractor.Value.Extract(English.Analyse(Text)));
        Assert.Equal("Quiet Road", statement.Source!.Name);
        Assert.Contains(statement.Chain, hop => hop.Name == "Harbour Dispatch");
    }

    [Fact]
    public void Rules_are_asked_where_the_models_find_nothing()
    {
        // "general" is tagged as an adjective here, and the verb as a noun.
        const string Text = "The general told reporters that his troops had not crossed the river.";
        var document = English.Analyse(Text);
        Assert.Empty(English.Model.Attributions!.Find(document));
        Assert.Equal("The general | told | that his troops had not crossed the river", Describe(Text, Assert.Single(Extractor.Value.Extract(document))));
    }

    [Theory]
    [InlineData("“They packed in the morning,” Ivo Tarn said.\n“Then an officer came. He told us that nobody wanted us, and that we should sit down again.”", "Ivo Tarn")]
    [InlineData("The surname is wrong, Mira Selk says, but the birthday is hers.\n“I laughed at first, and then I sat down and thought of the others who are still there.", "Mira Selk")]
    public void A_paragraph_of_quotation_is_the_last_speakers(string text, string speaker)
    {
        var statements = Extractor.Value.Extract(Paragraphs(text));
        Assert.Contains(statements, statement => statement.Source?.Name == speaker && statement.Content[^1].Start > text.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_in_quotation_marks_is_nobodys() =>
        Assert.Single(Extractor.Value.Extract(Paragraphs("“They packed in the morning,” Ivo Tarn said.\n“The bus was late”\nThe bridge was rebuilt in 1998.")));

    // One block a line.
    private static AnnotatedDocument Paragraphs(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var line in text.Split('\n'))
        {
            var start = blocks.Count == 0 ? 0 : blocks[^1].Span.End + 1;
            blocks.Add(new Block(BlockRole.Body, new TextSpan(start, start + line.Length)));
        }

        return new LanguageAnalyser(English.Model).Analyse(Plain.Document(text) with { Blocks = blocks.ToImmutable() });
    }

    private static string Describe(string text, Statement statement) =>
        $"{statement.Source?.Span?.SliceOf(text)} | {statement.Cue!.Span.SliceOf(text)} | {string.Join(" // ", statement.Content.Select(span => span.SliceOf(text)))}";
}
