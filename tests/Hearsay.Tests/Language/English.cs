using Hearsay.Language;

namespace Hearsay.Tests.Language;

/// <summary>The trained models of the repository, loaded once, and analyses to read in a test.</summary>
internal static class English
{
    private static readonly Lazy<LanguageModel> Loaded = new(() => LanguageModel.LoadEnglish(Path.Combine(Repository.Root, "models")));

    public static LanguageModel Model => Loaded.Value;

    public static AnnotatedDocument Analyse(string text) => new LanguageAnalyser(Model).Analyse(Plain.Document(text));

    /// <summary>Each token as <c>form/tag</c>.</summary>
    public static string Tags(string text) => Join(text, (document, i) => document.Grammar!.Tags[i]);

    /// <summary>Each token as <c>form/lemma</c>.</summary>
    public static string Lemmas(string text) => Join(text, (document, i) => document.Grammar!.Lemmas[i]);

    /// <summary>Each arc as <c>label(head, dependent)</c>, punctuation left out.</summary>
    public static string Tree(string text)
    {
        var document = Analyse(text);
        var grammar = document.Grammar!;
        return string.Join(' ', Enumerable.Range(0, document.Tokens.Length).Where(i => grammar.Relations[i] != "punct")
            .Select(i => $"{grammar.Relations[i]}({(grammar.Heads[i] < 0 ? "" : Form(document, grammar.Heads[i]) + ",")}{Form(document, i)})"));
    }

    /// <summary>Each entity as <c>Type:words</c>.</summary>
    public static string Entities(string text)
    {
        var document = Analyse(text);
        return string.Join("; ", document.Entities.Select(entity => $"{entity.Type}:{entity.Span.SliceOf(text)}"));
    }

    private static string Join(string text, Func<AnnotatedDocument, int, string> of)
    {
        var document = Analyse(text);
        return string.Join(' ', Enumerable.Range(0, document.Tokens.Length).Select(i => $"{Form(document, i)}/{of(document, i)}"));
    }

    private static string Form(AnnotatedDocument document, int token) => document.Tokens[token].Span.SliceOf(document.Text);
}
