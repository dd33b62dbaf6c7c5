using Hearsay.Language;

namespace Hearsay.Training.Attributions;

/// <summary>Lays CoreNLP's tags, lemmas and trees on our own tokens and sentences.</summary>
internal static class SilverGrammar
{
    /// <summary>Analyses an article with our tokeniser and takes everything else from CoreNLP, by offsets. Ties that leave one of our sentences are cut.</summary>
    public static AnnotatedDocument Annotate(SilverArticle article, LanguageAnalyser analyser)
    {
        var ours = analyser.Analyse(article.ToDocument());
        var theirs = article.Sentences.SelectMany(sentence => sentence).ToArray();
        var n = ours.Tokens.Length;
        var match = new int[n]; // of ours among theirs
        var first = Enumerable.Repeat(-1, theirs.Length).ToArray(); // of theirs among ours
        for (var (i, j) = (0, 0); i < n; i++)
        {
            var span = ours.Tokens[i].Span;
            while (j < theirs.Length && theirs[j].Span.End <= span.Start) { j++; }
            match[i] = j < theirs.Length && theirs[j].Span.Start < span.End ? j : -1;
            if (match[i] >= 0 && first[j] < 0)
            {
                first[j] = i;
            }
        }

        var offset = 0;
        var headOf = new int[theirs.Length];
        foreach (var sentence in article.Sentences)
        {
            for (var k = 0; k < sentence.Length; k++)
            {
                headOf[offset + k] = sentence[k].Head < 0 ? -1 : offset + sentence[k].Head;
            }

            offset += sentence.Length;
        }

        var (tags, lemmas, heads, relations) = (new string[n], new string[n], new int[n], new string[n]);
        foreach (var sentence in ours.Sentences)
        {
            for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
            {
                if (match[i] < 0)
                {
                    (tags[i], lemmas[i], heads[i], relations[i]) = ("SYM", ours.Tokens[i].Span.SliceOf(ours.Text), -1, "root");
                    continue;
                }

                var token = theirs[match[i]];
                (tags[i], lemmas[i], relations[i]) = (token.Tag, token.Lemma, token.Label);
                var head = first[match[i]] != i ? first[match[i]] : headOf[match[i]] < 0 ? -1 : first[headOf[match[i]]];
                var inside = head >= sentence.FirstToken && head < sentence.FirstToken + sentence.TokenCount && head != i;
                (heads[i], relations[i]) = inside ? (head, token.Label) : (-1, "root");
            }
        }

        return ours with { Grammar = new Grammar([.. tags], [.. lemmas], [.. heads], [.. relations]) };
    }
}
