using Hearsay.Language;

namespace Hearsay.Training.Language;

/// <summary>The inventories of tags and labels of the corpus, each sorted, so that a name's number does not depend on the corpus's order.</summary>
internal sealed record Inventory(string[] Tags, string[] Labels)
{
    /// <summary>All names that <paramref name="articles"/> use.</summary>
    public static Inventory Of(IEnumerable<SilverArticle> articles)
    {
        var tokens = articles.SelectMany(article => article.Sentences).SelectMany(sentence => sentence).ToList();
        return new Inventory(
            [.. tokens.Select(token => token.Tag).Distinct().Order(StringComparer.Ordinal)],
            [.. tokens.Select(token => token.Label).Distinct().Order(StringComparer.Ordinal)]);
    }
}

/// <summary>A sentence to learn from. Where a sentence of CoreNLP's runs across a line break, each piece is one, and arcs between pieces are left out.</summary>
/// <param name="Article">Index of its article.</param>
/// <param name="Words">Its words as the text spells them.</param>
/// <param name="Lemmas">CoreNLP's lemmas.</param>
/// <param name="Tags">CoreNLP's tags, each plus one.</param>
/// <param name="Classes">CoreNLP's names.</param>
/// <param name="Heads">Each word's head, words counted from 1, 0 being the root; -1 where it lies in another piece.</param>
/// <param name="Labels">Each word's label.</param>
internal sealed record TrainingSentence(int Article, string[] Words, string[] Lemmas, byte[] Tags, byte[] Classes, int[] Heads, byte[] Labels)
{
    /// <summary>What the lexicon knows of the words; set before a model is trained.</summary>
    public WordType[] Types { get; private set; } = [];

    /// <summary>Tags that a tagger gave that had not seen the sentence, each plus one; the corpus's own until they are set.</summary>
    public byte[] Predicted { get; set; } = Tags;

    /// <summary>
    /// The tree that a parser gave that had not seen the sentence: heads as indices into the sentence, -1 for the root, and labels, each plus one. Null until one is set.
    /// </summary>
    public (int[] Heads, byte[] Labels)? Parsed { get; set; }

    /// <summary>Looks the words up.</summary>
    public void LookUp(Lexicon lexicon) => Types = [.. Words.Select(word => lexicon.TypeOf(word, out _))];

    /// <summary>The sentences of articles, in order.</summary>
    public static List<TrainingSentence> From(IReadOnlyList<SilverArticle> articles, Inventory inventory)
    {
        var sentences = new List<TrainingSentence>();
        for (var article = 0; article < articles.Count; article++)
        {
            var text = articles[article].Text;
            foreach (var sentence in articles[article].Sentences)
            {
                var first = 0;
                for (var i = 1; i <= sentence.Length; i++)
                {
                    if (i == sentence.Length || text.AsSpan(sentence[i - 1].Span.End, sentence[i].Span.Start - sentence[i - 1].Span.End).Contains('\n'))
                    {
                        sentences.Add(From(article, text, sentence[first..i], first, inventory));
                        first = i;
                    }
                }
            }
        }

        return sentences;
    }

    private static TrainingSentence From(int article, string text, SilverToken[] tokens, int first, Inventory inventory) => new(
        article,
        [.. tokens.Select(token => token.Span.SliceOf(text))],
        [.. tokens.Select(token => token.Lemma)],
        [.. tokens.Select(token => (byte)(NumberOf(inventory.Tags, token.Tag) + 1))],
        [.. tokens.Select(token => (byte)ClassOf(token.Entity))],
        [.. tokens.Select(token => token.Head < 0 ? 0 : token.Head < first || token.Head >= first + tokens.Length ? -1 : token.Head - first + 1)],
        [.. tokens.Select(token => NumberOf(inventory.Labels, token.Label))]);

    private static byte NumberOf(string[] names, string name) => (byte)Math.Max(0, Array.BinarySearch(names, name, StringComparer.Ordinal));

    /// <summary>The class of a name that CoreNLP's analysis gives.</summary>
    public static EntityClass ClassOf(string entity) => entity switch
    {
        "PERSON" => EntityClass.Person,
        "ORGANIZATION" => EntityClass.Organisation,
        "LOCATION" => EntityClass.Place,
        "MISC" => EntityClass.Other,
        _ => EntityClass.None,
    };
}
