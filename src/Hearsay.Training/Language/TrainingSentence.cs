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

/// <summary>A sentence to learn from. Where a sentence of CoreNLP's runs across a line break, each piece is one and has no tree.</summary>
/// <param name="Article">Index of its article.</param>
/// <param name="Words">Its words as the text spells them.</param>
/// <param name="Lemmas">CoreNLP's lemmas.</param>
/// <param name="Tags">CoreNLP's tags, each plus one.</param>
/// <param name="Classes">CoreNLP's names.</param>
/// <param name="Heads">Heads of nodes 1 and up, node 0 being the root; null where the tree cannot be learnt from.</param>
/// <param name="Labels">Labels of nodes, each plus one.</param>
internal sealed record TrainingSentence(int Article, string[] Words, string[] Lemmas, byte[] Tags, byte[] Classes, int[]? Heads, byte[] Labels)
{
    /// <summary>Longest sentence that the parser learns from, in tokens.</summary>
    private const int Longest = 150;

    /// <summary>What the lexicon knows of the words; set before a model is trained.</summary>
    public WordType[] Types { get; private set; } = [];

    /// <summary>Tags that a tagger gave that had not seen the sentence, each plus one; the corpus's own until they are set.</summary>
    public byte[] Predicted { get; set; } = Tags;

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
                        sentences.Add(From(article, text, sentence[first..i], isWhole: first == 0 && i == sentence.Length, inventory));
                        first = i;
                    }
                }
            }
        }

        return sentences;
    }

    private static TrainingSentence From(int article, string text, SilverToken[] tokens, bool isWhole, Inventory inventory)
    {
        int[] heads = [0, .. tokens.Select(token => token.Head + 1)];
        return new TrainingSentence(
            article,
            [.. tokens.Select(token => token.Span.SliceOf(text))],
            [.. tokens.Select(token => token.Lemma)],
            [.. tokens.Select(token => NumberOf(inventory.Tags, token.Tag))],
            [.. tokens.Select(token => (byte)ClassOf(token.Entity))],
            isWhole && tokens.Length <= Longest && IsProjective(heads) ? heads : null,
            [0, .. tokens.Select(token => NumberOf(inventory.Labels, token.Label))]);
    }

    private static byte NumberOf(string[] names, string name) => (byte)(Math.Max(0, Array.BinarySearch(names, name, StringComparer.Ordinal)) + 1);

    /// <summary>The class of a name that CoreNLP's analysis gives.</summary>
    public static EntityClass ClassOf(string entity) => entity switch
    {
        "PERSON" => EntityClass.Person,
        "ORGANIZATION" => EntityClass.Organisation,
        "LOCATION" => EntityClass.Place,
        "MISC" => EntityClass.Other,
        _ => EntityClass.None,
    };

    private static bool IsProjective(int[] heads)
    {
        for (var i = 1; i < heads.Length; i++)
        {
            var (from, to) = (Math.Min(i, heads[i]), Math.Max(i, heads[i]));
            for (var between = from + 1; between < to; between++)
            {
                if (heads[between] < from || heads[between] > to)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
