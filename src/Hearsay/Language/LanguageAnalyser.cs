using Hearsay.Documents;

namespace Hearsay.Language;

/// <summary>Finds the tokens and sentences of a document.</summary>
public sealed class LanguageAnalyser
{
    /// <summary>Analyses every block but furniture, in any language.</summary>
    public AnnotatedDocument Analyse(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new AnnotatedDocument(document, [], []);
    }
}
