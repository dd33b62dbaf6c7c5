namespace Hearsay.Language;

/// <summary>
/// Tags, parses and names sentences with a language's models, a few at a time. It keeps the room that the work needs, so it serves one thread at a time;
/// nothing is allocated for a token but the lemma of a word that no table holds.
/// </summary>
/// <remarks>
/// Tags are chosen from left to right by a linear model (Collins 2002). Trees are built by <see cref="Parser"/>. Names are the best sequence of classes.
/// </remarks>
internal sealed class GrammarReader(LanguageModel model)
{
    private const int Room = LanguageAnalyser.MaxSentenceTokens;

    /// <summary>Sentences are taken in together up to so many words, since the parser's products cost less for many rows. What they give does not depend on it.</summary>
    private const int WordsAtOnce = 96;

    private readonly WordType[] words = new WordType[Room];
    private readonly int[] known = new int[Room];
    private readonly byte[] tags = new byte[Room];
    private readonly byte[] labels = new byte[Room];
    private readonly int[] heads = new int[Room];
    private readonly byte[] classes = new byte[Room];
    private readonly int[] entityScores = new int[Room * Entities.Classes];
    private readonly bool[] isName = new bool[Room];
    private readonly byte nameTag = (byte)(Array.IndexOf(model.Tags.Names, "NNP") + 1);
    private readonly byte[] back = new byte[Room * Entities.Classes];
    private readonly int[] ends = new int[WordsAtOnce];
    private readonly int[] leads = new int[WordsAtOnce];
    private readonly int[] cuts = new int[2 * WordsAtOnce];
    private readonly byte looseLabel = (byte)(Math.Max(0, Array.IndexOf(model.Trees.Labels, "dep")) + 1);
    private readonly Parser parser = new(model.Trees);
    private int start, length;

    /// <summary>The current sentence's words.</summary>
    public ReadOnlySpan<WordType> Words => words.AsSpan(start, length);

    /// <summary>Tags of the current sentence, each plus one.</summary>
    public ReadOnlySpan<byte> Tags => tags.AsSpan(start, length);

    /// <summary>Heads as indices into the sentence, -1 for the root.</summary>
    public ReadOnlySpan<int> Heads => heads.AsSpan(start, length);

    /// <summary>Labels, each plus one.</summary>
    public ReadOnlySpan<byte> Labels => labels.AsSpan(start, length);

    /// <summary>Classes of names.</summary>
    public ReadOnlySpan<byte> Classes => classes.AsSpan(start, length);

    /// <summary>Takes sentences in and analyses them, at least one and as many more as are read together; <see cref="Show"/> makes one of them the current sentence.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="tokens">All its tokens.</param>
    /// <param name="sentences">The sentences that are left.</param>
    /// <param name="names">Stretches of the text that are known to be names of bodies, whatever their words.</param>
    /// <param name="datelines">Stretches of the text with which reports begin: a tree of their own each, hung on the sentence's root.</param>
    /// <returns>How many were taken in.</returns>
    public int Read(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, IReadOnlyList<TextSpan> names, IReadOnlyList<TextSpan> datelines)
    {
        var (count, end, pieces) = (0, 0, 0);
        while (count < sentences.Length && count < ends.Length && (count == 0 || end + sentences[count].TokenCount <= WordsAtOnce))
        {
            (start, length) = (end, sentences[count].TokenCount);
            for (var i = 0; i < length; i++)
            {
                var token = tokens[sentences[count].FirstToken + i].Span;
                words[start + i] = model.Lexicon.TypeOf(token.In(text), out known[start + i]);
                isName[start + i] = names.Count > 0 && IsWithin(names, token);
            }

            Tag();
            leads[count] = datelines.Count == 0 ? 0 : Lead(tokens.Slice(sentences[count].FirstToken, length), datelines);
            if (leads[count] > 0) { cuts[pieces++] = start + leads[count]; }
            ends[count++] = cuts[pieces++] = end += length;
        }

        parser.Parse(words.AsSpan(0, end), tags.AsSpan(0, end), cuts.AsSpan(0, pieces), heads.AsSpan(0, end), labels.AsSpan(0, end));
        for (var sentence = 0; sentence < count; sentence++)
        {
            Show(sentence);
            if (leads[sentence] > 0) { Join(leads[sentence]); }
            Name();
        }

        return count;
    }

    private static bool IsWithin(IReadOnlyList<TextSpan> names, TextSpan token) => names.Any(name => name.Contains(token));

    // How many of a sentence's tokens are a dateline; 0 where all are, or none.
    private static int Lead(ReadOnlySpan<Token> tokens, IReadOnlyList<TextSpan> datelines)
    {
        var at = SortedSpans.FirstEndingAfter(datelines, tokens[0].Span.Start, dateline => dateline);
        if (at >= datelines.Count || datelines[at].Start > tokens[0].Span.Start) { return 0; }
        var lead = 0;
        while (lead < tokens.Length && tokens[lead].Span.Start < datelines[at].End) { lead++; }
        return lead < tokens.Length ? lead : 0;
    }

    // The current sentence's tree out of the dateline's and that of the rest.
    private void Join(int lead)
    {
        var own = heads.AsSpan(start, length);
        var rest = own[lead..];
        foreach (ref var head in rest)
        {
            if (head >= 0) { head += lead; }
        }

        var root = lead + rest.IndexOf(-1);
        for (var i = 0; i < lead; i++)
        {
            if (own[i] < 0) { (own[i], labels[start + i]) = (root, looseLabel); }
        }
    }

    /// <summary>Makes one of the sentences that were taken in the current one.</summary>
    public void Show(int sentence)
    {
        start = sentence == 0 ? 0 : ends[sentence - 1];
        length = ends[sentence] - start;
    }

    /// <summary>Takes a sentence in whose words and tags are known, and parses it only.</summary>
    public void ReadWords(ReadOnlySpan<WordType> sentence, ReadOnlySpan<byte> sentenceTags)
    {
        (start, length) = (0, Math.Min(Room, sentence.Length));
        sentence[..length].CopyTo(words);
        sentenceTags[..length].CopyTo(tags);
        parser.Parse(Words, Tags, [length], heads.AsSpan(0, length), labels.AsSpan(0, length));
    }

    /// <summary>Dictionary form of a token of the current sentence.</summary>
    public string LemmaOf(string text, Token token, int index) => model.Lexicon.LemmaOf(token.Span.In(text), known[start + index], tags[start + index]);

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

    private void Tag()
    {
        var own = tags.AsSpan(start, length);
        var style = StyleOf(Words);
        var weights = model.Tags.Weights;
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<short> scores = stackalloc short[weights.Stride];
        for (var i = 0; i < length; i++)
        {
            if (isName[start + i])
            {
                own[i] = nameTag;
                continue;
            }

            if (Words[i].OnlyTag != 0)
            {
                own[i] = Words[i].OnlyTag;
                continue;
            }

            TaggerFeatures.Write(Words, i, own, style, features);
            weights.Score(features, scores);
            own[i] = (byte)(weights.Best(scores) + 1);
        }
    }

    private void Name()
    {
        var style = StyleOf(Words);
        var weights = model.Entities.Weights;
        Span<uint> features = stackalloc uint[Entities.Count];
        Span<short> scores = stackalloc short[weights.Stride];
        for (var i = 0; i < length; i++)
        {
            var row = entityScores.AsSpan(i * Entities.Classes, Entities.Classes);
            if (Entities.IsNever(Words[i]))
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

        Entities.Decode(entityScores.AsSpan(0, length * Entities.Classes), model.Entities.Follows, back, classes.AsSpan(start, length));
        for (var i = 0; i < length; i++)
        {
            if (isName[start + i]) { classes[start + i] = (byte)EntityClass.Organisation; }
        }
    }
}
