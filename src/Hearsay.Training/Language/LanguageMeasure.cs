using System.Globalization;
using Hearsay.Language;

namespace Hearsay.Training.Language;

/// <summary>How far our analysis agrees with CoreNLP's, from plain text on: tokens are matched by their exact offsets, and a token of CoreNLP's that we cut otherwise counts as wrong throughout.</summary>
/// <param name="Tokens">Agreement on tokens.</param>
/// <param name="Sentences">Agreement on sentences, as <see cref="TokenMeasure"/> counts them.</param>
/// <param name="Tags">Share of CoreNLP's tokens with the same tag.</param>
/// <param name="Lemmas">Share with the same lemma.</param>
/// <param name="Uas">Share of CoreNLP's tokens, punctuation left out as is usual, with the same head.</param>
/// <param name="Las">Share of the same with head and label the same.</param>
/// <param name="UasAll">As <paramref name="Uas"/>, with punctuation.</param>
/// <param name="LasAll">As <paramref name="Las"/>, with punctuation.</param>
/// <param name="Names">Agreement on persons, organisations and places, by exact extent and class.</param>
/// <param name="ByClass">The same a class.</param>
internal sealed record LanguageFigures(
    double Tokens, double Sentences, double Tags, double Lemmas, double Uas, double Las, double UasAll, double LasAll, double Names, IReadOnlyDictionary<EntityType, Agreement> ByClass)
{
    /// <summary>As a table to read.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        tokens              F1 {Tokens:F4}
        sentences           F1 {Sentences:F4}
        tags                   {Tags:F4}
        lemmas                 {Lemmas:F4}
        UAS                    {Uas:F4}   (with punctuation {UasAll:F4})
        LAS                    {Las:F4}   (with punctuation {LasAll:F4})
        entities            F1 {Names:F4}   ({string.Join(", ", ByClass.Select(pair => $"{pair.Key} {pair.Value.F1:F3}"))})
        """);
}

/// <summary>Measures a language's models.</summary>
internal static class LanguageMeasure
{
    /// <summary>The figures over <paramref name="articles"/>.</summary>
    public static LanguageFigures Measure(IReadOnlyList<SilverArticle> articles, LanguageModel model)
    {
        var analyser = new LanguageAnalyser(model);
        var (total, tags, lemmas, uas, las, words, wordUas, wordLas) = (0, 0, 0, 0, 0, 0, 0, 0);
        var names = new SortedDictionary<EntityType, Agreement> { [EntityType.Person] = default, [EntityType.Organisation] = default, [EntityType.Place] = default };
        foreach (var article in articles)
        {
            var ours = analyser.Analyse(article.ToDocument());
            var grammar = ours.Grammar!;
            var bySpan = ours.Tokens.Select((token, index) => (token.Span, index)).ToDictionary(pair => pair.Span, pair => pair.index);
            foreach (var sentence in article.Sentences)
            {
                foreach (var token in sentence)
                {
                    var isWord = token.Label != "punct";
                    total++;
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
                    uas += isRight ? 1 : 0;
                    las += isLabelled ? 1 : 0;
                    wordUas += isRight && isWord ? 1 : 0;
                    wordLas += isLabelled && isWord ? 1 : 0;
                }
            }

            var theirNames = article.Sentences.SelectMany(Names).ToHashSet();
            var ourNames = ours.Entities.Where(entity => names.ContainsKey(entity.Type)).ToHashSet();
            foreach (var type in names.Keys.ToList())
            {
                var (mine, yours) = (ourNames.Where(entity => entity.Type == type).ToList(), theirNames.Count(entity => entity.Type == type));
                var sum = names[type];
                names[type] = new Agreement(sum.Common + mine.Count(theirNames.Contains), sum.Ours + mine.Count, sum.Theirs + yours);
            }
        }

        var (tokens, sentences) = TokenMeasure.Compare(articles);
        var all = new Agreement(names.Values.Sum(part => part.Common), names.Values.Sum(part => part.Ours), names.Values.Sum(part => part.Theirs));
        return new LanguageFigures(
            tokens.F1, sentences.F1, (double)tags / total, (double)lemmas / total, (double)wordUas / words, (double)wordLas / words,
            (double)uas / total, (double)las / total, all.F1, names);
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

            EntityType? type = TrainingSentence.ClassOf(sentence[i].Entity) switch
            {
                EntityClass.Person => EntityType.Person,
                EntityClass.Organisation => EntityType.Organisation,
                EntityClass.Place => EntityType.Place,
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
