namespace Hearsay.Language;

/// <summary>
/// Tags, parses and names one sentence after another with a language's models. It keeps the room that the work needs, so it serves one thread at a time;
/// nothing is allocated for a token but the lemma of a word that no table holds.
/// </summary>
/// <remarks>
/// Tags are chosen from left to right by a linear model (Collins 2002). Trees are built by <see cref="Parser"/>. Names are the best sequence of classes.
/// </remarks>
internal sealed class GrammarReader(LanguageModel model)
{
    private const int Room = LanguageAnalyser.MaxSentenceTokens;

    private readonly WordType[] words = new WordType[Room];
    private readonly int[] known = new int[Room];
    private readonly byte[] tags = new byte[Room];
    private readonly byte[] labels = new byte[Room];
    private readonly int[] heads = new int[Room];
    private readonly byte[] classes = new byte[Room];
    private readonly int[] entityScores = new int[Room * Entities.Classes];
    private readonly byte[] back = new byte[Room * Entities.Classes];
    private readonly Parser parser = new(model.Trees);
    private int length;

    /// <summary>The current sentence's words.</summary>
    public ReadOnlySpan<WordType> Words => words.AsSpan(0, length);

    /// <summary>Tags of the current sentence, each plus one.</summary>
    public ReadOnlySpan<byte> Tags => tags.AsSpan(0, length);

    /// <summary>Heads as indices into the sentence, -1 for the root.</summary>
    public ReadOnlySpan<int> Heads => heads.AsSpan(0, length);

    /// <summary>Labels, each plus one.</summary>
    public ReadOnlySpan<byte> Labels => labels.AsSpan(0, length);

    /// <summary>Classes of names.</summary>
    public ReadOnlySpan<byte> Classes => classes.AsSpan(0, length);

    /// <summary>Takes a sentence in and analyses it; the results stay until the next.</summary>
    public void Read(string text, ReadOnlySpan<Token> tokens)
    {
        length = tokens.Length;
        for (var i = 0; i < length; i++)
        {
            words[i] = model.Lexicon.TypeOf(tokens[i].Span.In(text), out known[i]);
        }

        var style = StyleOf(Words);
        Tag(style);
        parser.Parse(Words, Tags, heads.AsSpan(0, length), labels.AsSpan(0, length));
        Name(style);
    }

    /// <summary>Takes a sentence in whose words and tags are known, and parses it only.</summary>
    public void ReadWords(ReadOnlySpan<WordType> sentence, ReadOnlySpan<byte> sentenceTags)
    {
        length = Math.Min(Room, sentence.Length);
        sentence[..length].CopyTo(words);
        sentenceTags[..length].CopyTo(tags);
        parser.Parse(Words, Tags, heads.AsSpan(0, length), labels.AsSpan(0, length));
    }

    /// <summary>Dictionary form of a token of the current sentence.</summary>
    public string LemmaOf(string text, Token token, int index) => model.Lexicon.LemmaOf(token.Span.In(text), known[index], tags[index]);

    /// <summary>0 for running text, 1 for a sentence all in capitals, 2 for one whose words are capitalised as a headline's are.</summary>
    public static uint StyleOf(ReadOnlySpan<WordType> words)
    {
        var (capitals, lowers, upper) = (0, 0, 0);
        foreach (ref readonly var word in words)
        {
            switch (word.Shape)
            {
                case WordShape.Lower: lowers++; break;
                case WordShape.Upper: upper++; capitals++; break;
                case WordShape.Capitalised or WordShape.Mixed: capitals++; break;
            }
        }

        return capitals >= 2 && upper == capitals && lowers == 0 ? 1u : capitals >= 4 && capitals * 10 >= 7 * (capitals + lowers) ? 2u : 0u;
    }

    private void Tag(uint style)
    {
        var weights = model.Tags.Weights;
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<short> scores = stackalloc short[weights.Stride];
        for (var i = 0; i < length; i++)
        {
            if (words[i].OnlyTag != 0)
            {
                tags[i] = words[i].OnlyTag;
                continue;
            }

            TaggerFeatures.Write(Words, i, tags, style, features);
            weights.Score(features, scores);
            tags[i] = (byte)(weights.Best(scores) + 1);
        }
    }

    private void Name(uint style)
    {
        var weights = model.Entities.Weights;
        Span<uint> features = stackalloc uint[Entities.Count];
        Span<short> scores = stackalloc short[weights.Stride];
        for (var i = 0; i < length; i++)
        {
            var row = entityScores.AsSpan(i * Entities.Classes, Entities.Classes);
            if (Entities.IsNever(words[i]))
            {
                row.Fill(-100_000);
                row[0] = 0;
                continue;
            }

            Entities.Write(Words, Tags, Heads, Labels, i, style, features);
            weights.Score(features, scores);
            for (var k = 0; k < row.Length; k++)
            {
                row[k] = scores[k];
            }
        }

        Entities.Decode(entityScores.AsSpan(0, length * Entities.Classes), model.Entities.Follows, back, classes.AsSpan(0, length));
    }
}
