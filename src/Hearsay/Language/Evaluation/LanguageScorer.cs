namespace Hearsay.Language.Evaluation;

/// <summary>Compares our analysis of an article with CoreNLP's.</summary>
public static class LanguageScorer
{
    /// <summary>Scores one article.</summary>
    /// <param name="article">CoreNLP's analysis.</param>
    /// <param name="ours">Our analysis of <see cref="SilverArticle.ToDocument"/>.</param>
    /// <exception cref="ArgumentException">Our analysis has no grammar.</exception>
    public static LanguageScores Score(SilverArticle article, AnnotatedDocument ours)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(ours);
        var grammar = ours.Grammar ?? throw new ArgumentException("The document has no tags and trees; analyse it with a language model.", nameof(ours));
        var (tags, lemmas, heads, labelled, words, wordHeads, wordLabelled) = (0, 0, 0, 0, 0, 0, 0);
        var bySpan = ours.Tokens.Select((token, index) => (token.Span, index)).ToDictionary(pair => pair.Span, pair => pair.index);
        foreach (var sentence in article.Sentences)
        {
            foreach (var token in sentence)
            {
                var isWord = token.Label != "punct";
                words += isWord ? 1 : 0;
                if (!bySpan.TryGetValue(token.Span, out var index))
                {
                    continue;
                }

                tags += grammar.Tags[index] == token.Tag ? 1 : 0;
                lemmas += grammar.Lemmas[index] == token.Lemma ? 1 : 0;
                var head = grammar.Heads[index];
                var isRight = token.Head < 0 ? head < 0 : head >= 0 && ours.Tokens[head].Span == sentence[token.Head].Span;
                var isLabelled = isRight && grammar.Relations[index] == token.Label;
                heads += isRight ? 1 : 0;
                labelled += isLabelled ? 1 : 0;
                wordHeads += isRight && isWord ? 1 : 0;
                wordLabelled += isLabelled && isWord ? 1 : 0;
            }
        }

        var (tokens, sentences) = TokenScorer.Compare(article, ours);
        var theirs = article.Sentences.SelectMany(Names).ToHashSet();
        return new LanguageScores
        {
            TokenSpans = tokens,
            SentenceSpans = sentences,
            Each = (article.Sentences.Sum(sentence => sentence.Length), tags, lemmas, heads, labelled),
            Words = (words, wordHeads, wordLabelled),
            Persons = Of(EntityType.Person),
            Organisations = Of(EntityType.Organisation),
            Places = Of(EntityType.Place),
        };

        Agreement Of(EntityType type)
        {
            var mine = ours.Entities.Where(entity => entity.Type == type).ToHashSet();
            return new Agreement(mine.Count(theirs.Contains), mine.Count, theirs.Count(entity => entity.Type == type));
        }
    }

    private static IEnumerable<Entity> Names(SilverToken[] sentence)
    {
        for (var i = 0; i < sentence.Length;)
        {
            var end = i + 1;
            while (end < sentence.Length && sentence[end].Entity == sentence[i].Entity)
            {
                end++;
            }

            EntityType? type = sentence[i].Entity switch
            {
                "PERSON" => EntityType.Person,
                "ORGANIZATION" => EntityType.Organisation,
                "LOCATION" => EntityType.Place,
                _ => null,
            };
            if (type is { } found)
            {
                yield return new Entity(new TextSpan(sentence[i].Span.Start, sentence[end - 1].Span.End), found);
            }

            i = end;
        }
    }
}
