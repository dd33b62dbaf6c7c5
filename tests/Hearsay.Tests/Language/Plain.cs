using Hearsay.Documents;
using Hearsay.Language;

namespace Hearsay.Tests.Language;

/// <summary>Short ways to documents for the tests of the language stage.</summary>
internal static class Plain
{
    /// <summary>One body block that holds all of <paramref name="text"/>.</summary>
    public static Document Document(string text, BlockRole role = BlockRole.Body, string? language = "en")
    {
        var span = new TextSpan(0, text.Length).Trim(text);
        return new Document
        {
            Sha256 = new string('0', 64),
            Provenance = new Provenance("test.txt"),
            MediaType = "text/plain",
            Encoding = "utf-8",
            Text = text,
            Blocks = span.IsEmpty ? [] : [new Block(role, span)],
            Language = language,
        };
    }

    /// <summary>The tokens of a text, with a blank between each two and <c>|</c> between sentences.</summary>
    public static string Cut(string text, BlockRole role = BlockRole.Body, string? language = "en")
    {
        var annotated = new LanguageAnalyser().Analyse(Document(text, role, language));
        return string.Join(" | ", annotated.Sentences.Select(sentence =>
            string.Join(' ', annotated.TokensOf(sentence).ToArray().Select(token => token.Span.SliceOf(text).Replace(' ', '\u00B7')))));
    }
}
