using Hearsay.Documents;

namespace Hearsay.Language;

/// <summary>Finds the tokens and sentences of a document.</summary>
public sealed class LanguageAnalyser
{
    /// <summary>Most tokens of a sentence. A longer one is cut, since the parse of a sentence and the search for statements in it may cost more than its length.</summary>
    public const int MaxSentenceTokens = 400;

    /// <summary>Analyses every block but furniture, in any language. Linear in the text's length.</summary>
    public AnnotatedDocument Analyse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var cutter = new SentenceCutter(document, LanguageRules.For(document.Language));
        for (var block = 0; block < document.Blocks.Length; block++)
        {
            if (document.Blocks[block].IsLanguage)
            {
                cutter.Read(block);
            }
        }

        return cutter.Result();
    }
}
