using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Language;

namespace Hearsay.Tests.Language;

public sealed partial class SentenceTests
{
    [Theory]
    [InlineData("They left. Nobody saw it! Who knew? All did.", 4)]
    [InlineData("\"They left.\" \"Nobody saw it.\" Orlen agreed.", 3)]
    [InlineData("“Who knew?” she asked. “All did!” he said.", 2)]
    [InlineData("(They left.) Nobody [of them] said “no.” That was all.", 3)]
    [InlineData("Mr. J. B. Orlen met Lt. Col. Velk in the U.N. building.", 1)]
    [InlineData("She works for the U.N. The ministry does not.", 2)]
    [InlineData("They sell arms, fuel, etc. But nobody buys.", 2)]
    [InlineData("Well... maybe. He thought about it… Then he left.", 3)]
    [InlineData("1. The list was sent. 2. It was read.", 2)]
    [InlineData("It rose by 3.5 points. 630 names were read.", 2)]
    [InlineData("''No list came,'' he said. ''None at all.''", 2)]
    [InlineData("The rate was approx. five. de Vries agreed", 1)]
    public void Stops(string text, int sentences) => Assert.Equal(sentences, Plain.Cut(text).Split(" | ").Length);

    [Fact]
    public void A_lone_line_break_within_a_paragraph_ends_nothing() => Assert.Equal("They read the list of the U.N. and left .", Plain.Cut("They read the\nlist of the U.N.\r\nand left."));

    [Fact]
    public void A_blank_line_ends_a_sentence() => Assert.Equal("No list came | Nobody asked .", Plain.Cut("No list came\r\n \r\nNobody asked."));

    [Fact]
    public void A_bullet_at_a_line_start_begins_a_sentence() => Assert.Equal("Two points : | • one list | • no answer", Plain.Cut("Two points:\n• one list\n• no answer"));

    [Fact]
    public void Capitals_of_a_headline_open_no_sentence() => Assert.Equal("U.N. And Varnia Agree", Plain.Cut("U.N. And Varnia Agree", BlockRole.Headline));

    [Fact]
    public void Furniture_is_not_read() => Assert.Equal("", Plain.Cut("Subscribe now. It is free.", BlockRole.Boilerplate));

    [Fact]
    public void A_sentence_never_crosses_a_block()
    {
        const string Text = "Varnia denies it\nThe ministry said so.";
        var document = Plain.Document(Text) with { Blocks = [new Block(BlockRole.Headline, new TextSpan(0, 16)), new Block(BlockRole.Body, new TextSpan(17, Text.Length))] };
        var annotated = new LanguageAnalyser().Analyse(document);
        Assert.Equal([(0, 3), (1, 5)], annotated.Sentences.Select(sentence => (sentence.Block, sentence.TokenCount)));
        Assert.Equal(new TextSpan(17, Text.Length), annotated.Sentences[1].Span);
    }

    [Fact]
    public void A_sentence_is_cut_at_the_stated_number_of_tokens()
    {
        var annotated = new LanguageAnalyser().Analyse(Plain.Document(string.Join(' ', Enumerable.Repeat("list", 1000))));
        Assert.Equal([LanguageAnalyser.MaxSentenceTokens, LanguageAnalyser.MaxSentenceTokens, 1000 - (2 * LanguageAnalyser.MaxSentenceTokens)], annotated.Sentences.Select(sentence => sentence.TokenCount));
    }

    /// <summary>Any Unicode string is cut into tokens that cover all that can be seen, in order, inside their sentence and block.</summary>
    [Fact]
    public void Any_text_is_covered_in_order()
    {
        const string Alphabet = "ab.AZ Ié'’“”\"«»-–—$£€09,:;/@#&_*()[]<>!?…\n\r\t\u00A0\u00AD\u200D\uFEFF\0їЖ中\uD83D\uDC4D\u0301n'ts''``httpwww.";
        var random = new Random(20261122);
        for (var round = 0; round < 4000; round++)
        {
            var characters = new char[random.Next(1, 60)];
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = random.Next(12) == 0 ? (char)random.Next(0x10000) : Alphabet[random.Next(Alphabet.Length)];
            }

            Check(new string(characters), random.Next(3) switch { 0 => "uk", 1 => null, _ => "en" });
        }
    }

    [Fact]
    public void Time_grows_no_faster_than_the_text()
    {
        foreach (var pattern in (string[])["a.", "'", "x'", "A.) ", "<a ", "1,000", "http://a.b/", "((", "... ", "\u0301", "no-", "a@b.", " \u200B"])
        {
            var analyser = new LanguageAnalyser();
            var text = string.Concat(Enumerable.Repeat(pattern, 2_000_000 / pattern.Length));
            analyser.Analyse(Plain.Document(text[..100_000]));
            var clock = System.Diagnostics.Stopwatch.StartNew();
            analyser.Analyse(Plain.Document(text));
            Assert.True(clock.Elapsed.TotalSeconds < 30, $"'{pattern}' repeated to 2 MB took {clock.Elapsed.TotalSeconds:F1} s; a quadratic rule would take minutes.");
        }
    }

    [GeneratedRegex(@"\[(?:\d{1,3}|[a-z]|note \d{1,3}|[a-z ]+needed|[a-z ]+\?|update)\]")]
    private static partial Regex NoteMark();

    [Theory]
    [InlineData("The board held 412 men.[12] Varnia denied it.[13][14] Nobody knows.", "The board held 412 men .|Varnia denied it .|Nobody knows .")]
    [InlineData("He left in May,[a] they say.[citation needed] She stayed.", "He left in May , they say .|She stayed .")]
    [InlineData("“They [the men] were gone [1],” he said.", "“ They [ the men ] were gone [ 1 ] , ” he said .")]
    public void The_marks_of_notes_stand_outside_sentences(string text, string sentences)
    {
        var document = new LanguageAnalyser().Analyse(Plain.Document(text));
        Assert.Equal(sentences, string.Join('|', document.Sentences.Select(sentence => string.Join(' ', document.TokensOf(sentence).ToArray().Select(token => token.Span.SliceOf(text))))));
    }

    private static void Check(string text, string? language)
    {
        var document = Plain.Document(text, language: language);
        var annotated = new LanguageAnalyser().Analyse(document);
        var end = 0;
        foreach (var token in annotated.Tokens)
        {
            Assert.True(token.Span.Length > 0, text);
            AssertNothingVisible(text[end..token.Span.Start]);
            Assert.False(token.Span.Start > 0 && char.IsSurrogatePair(text[token.Span.Start - 1], text[token.Span.Start]), "a pair was cut");
            end = token.Span.End;
        }

        AssertNothingVisible(text[end..]);
        var next = 0;
        foreach (var sentence in annotated.Sentences)
        {
            Assert.Equal(next, sentence.FirstToken);
            Assert.True(sentence.TokenCount > 0);
            var tokens = annotated.TokensOf(sentence);
            Assert.Equal(new TextSpan(tokens[0].Span.Start, tokens[^1].Span.End), sentence.Span);
            Assert.True(document.Blocks[sentence.Block].Span.Contains(sentence.Span));
            next += sentence.TokenCount;
        }

        Assert.Equal(annotated.Tokens.Length, next);
    }

    private static void AssertNothingVisible(string between) =>
        Assert.All(NoteMark().Replace(between, ""), character => Assert.True(char.IsWhiteSpace(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format, $"U+{(int)character:X4} is in no token"));
}
