using System.Text;
using Hearsay.Language;

namespace Hearsay.Tests.Language;

public sealed class GrammarTests
{
    [Theory]
    [InlineData("The ministry said that no list was sent.", "The/DT ministry/NN said/VBD that/IN no/DT list/NN was/VBD sent/VBN ./.")]
    [InlineData("Varnia's soldiers don't trust them.", "Varnia/NNP 's/POS soldiers/NNS do/VBP n't/RB trust/VB them/PRP ./.")]
    [InlineData("She has quickly rejected 14 of his claims.", "She/PRP has/VBZ quickly/RB rejected/VBN 14/CD of/IN his/PRP$ claims/NNS ./.")]
    public void Tags(string text, string expected) => Assert.Equal(expected, English.Tags(text));

    [Theory]
    [InlineData("The wives were told that they had been running.", "The/the wives/wife were/be told/tell that/that they/they had/have been/be running/run ./.")]
    [InlineData("He isn't carrying those studies.", "He/he is/be n't/not carrying/carry those/those studies/study ./.")]
    [InlineData("Orlen zorbified the brontexes.", "Orlen/Orlen zorbified/zorbify the/the brontexes/brontex ./.")]
    public void Lemmas(string text, string expected) => Assert.Equal(expected, English.Lemmas(text));

    [Theory]
    [InlineData("The ministry rejected the list.", "det(ministry,The) nsubj(rejected,ministry) root(rejected) det(list,the) dobj(rejected,list)")]
    [InlineData("The minister said that no list was sent.", "det(minister,The) nsubj(said,minister) root(said) mark(sent,that) neg(list,no) nsubjpass(sent,list) auxpass(sent,was) ccomp(said,sent)")]
    [InlineData("They returned to the city.", "nsubj(returned,They) root(returned) case(city,to) det(city,the) nmod(returned,city)")]
    public void Trees(string text, string expected) => Assert.Equal(expected, English.Tree(text));

    [Theory]
    [InlineData("President Robert Miller met officials in London.", "Role:President; Person:Robert Miller; Place:London")]
    [InlineData("The defense minister spoke to reporters.", "Role:defense minister")]
    public void Names(string text, string expected) => Assert.Equal(expected, English.Entities(text));

    [Fact]
    public void Other_languages_get_tokens_and_no_grammar()
    {
        var annotated = new LanguageAnalyser(English.Model).Analyse(Plain.Document("Міністерство заявило, що списку не було.", language: "uk"));
        Assert.Null(annotated.Grammar);
        Assert.Empty(annotated.Entities);
        Assert.NotEmpty(annotated.Tokens);
    }

    /// <summary>Whatever the text is, every sentence has one root, every head lies in its sentence, and no head goes in circles.</summary>
    [Fact]
    public void Any_text_gets_whole_trees()
    {
        string[] pieces = ["the ", "minister ", "said ", "\"", ", ", "that ", "Varnia ", "’s ", "не ", "630 ", ". ", "? ", "(", ") ", "— ", "and ", "to ", "U.N. ", "👍 ", "\n\n", "of ", "who ", "\uD800", "was "];
        var random = new Random(7);
        var analyser = new LanguageAnalyser(English.Model);
        for (var round = 0; round < 300; round++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 120); length > 0; length--) { text.Append(pieces[random.Next(pieces.Length)]); }
            Check(analyser.Analyse(Plain.Document(text.ToString())));
        }

        Check(analyser.Analyse(Plain.Document(string.Concat(Enumerable.Repeat("the list of ", 700)))));
    }

    [Fact]
    public void The_same_text_gives_the_same_analysis_on_every_thread()
    {
        const string Text = "Gen. Velk told the Varnian News Agency on Monday that the list, which named 630 men, “was never sent”. The ministry denied it.";
        var analyser = new LanguageAnalyser(English.Model);
        var first = Print(analyser.Analyse(Plain.Document(Text)));
        var others = new string[64];
        Parallel.For(0, others.Length, i => others[i] = Print(analyser.Analyse(Plain.Document(Text))));
        Assert.All(others, other => Assert.Equal(first, other));
    }

    /// <summary>The figures that the models' cards state, on PolNeAR dev against CoreNLP's analysis; a fall of more than noise fails.</summary>
    [Fact]
    public void Dev_figures_are_as_recorded()
    {
        var figures = Training.Language.LanguageMeasure.Measure(Hearsay.Language.Evaluation.SilverCorpus.Read(Repository.Shared("data", "polnear"), "dev"), English.Model);
        Assert.True(figures.Tokens >= 0.997, $"tokens {figures.Tokens:F4}");
        Assert.True(figures.Sentences >= 0.979, $"sentences {figures.Sentences:F4}");
        Assert.True(figures.Tags >= 0.977, $"tags {figures.Tags:F4}");
        Assert.True(figures.Lemmas >= 0.987, $"lemmas {figures.Lemmas:F4}");
        Assert.True(figures.Uas >= 0.885, $"UAS {figures.Uas:F4}");
        Assert.True(figures.Las >= 0.861, $"LAS {figures.Las:F4}");
        Assert.True(figures.Names >= 0.877, $"entities {figures.Names:F4}");
    }

    private static void Check(AnnotatedDocument document)
    {
        var grammar = document.Grammar!;
        foreach (var sentence in document.Sentences)
        {
            var roots = 0;
            for (var token = sentence.FirstToken; token < sentence.FirstToken + sentence.TokenCount; token++)
            {
                Assert.False(string.IsNullOrEmpty(grammar.Tags[token]) || string.IsNullOrEmpty(grammar.Relations[token]) || string.IsNullOrEmpty(grammar.Lemmas[token]));
                roots += grammar.Heads[token] < 0 ? 1 : 0;
                var steps = 0;
                for (var node = token; grammar.Heads[node] >= 0; node = grammar.Heads[node])
                {
                    Assert.InRange(grammar.Heads[node], sentence.FirstToken, sentence.FirstToken + sentence.TokenCount - 1);
                    Assert.True(++steps <= sentence.TokenCount, "heads go in circles");
                }
            }

            Assert.Equal(1, roots);
        }

        var end = 0;
        foreach (var entity in document.Entities)
        {
            Assert.True(entity.Span.Start >= end && !entity.Span.IsEmpty);
            end = entity.Span.End;
        }
    }

    private static string Print(AnnotatedDocument document) =>
        string.Join('\n', document.Grammar!.Tags.Zip(document.Grammar.Lemmas, document.Grammar.Relations).Zip(document.Grammar.Heads)) + string.Join(';', document.Entities);
}
