using System.Buffers;
using System.Collections.Immutable;

namespace Hearsay.Language.Dates;

/// <summary>Finds dates, times, durations and sets in English text and resolves them against the document's own date.</summary>
/// <remarks>
/// A rule system in the manner of HeidelTime (Strötgen and Gertz, SemEval 2010): constructions over words of time, then a second pass that resolves what the
/// words leave open, following TimeML's guidelines for spans and TIMEX3 for values. Time is linear in the number of tokens.
/// </remarks>
public sealed class TimeExpressionFinder
{
    /// <summary>Finds the time expressions of a document in text order, disjoint; none for a language other than English.</summary>
    public ImmutableArray<TimeExpression> Find(AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return TimeResolver.Resolve(Read(document), document.Document.Published);
    }

    /// <summary>Finds them without resolving them, which needs the document's own date.</summary>
    internal static List<TimeMention> Read(AnnotatedDocument document)
    {
        var mentions = new List<TimeMention>();
        if (document.Document.Language is not ("en" or null)) { return mentions; }
        var tense = new ClauseTense(document);
        foreach (var sentence in document.Sentences) { Read(document, sentence, tense, mentions); }
        return mentions;
    }

    private static void Read(AnnotatedDocument document, Sentence sentence, ClauseTense tense, List<TimeMention> mentions)
    {
        var tokens = document.TokensOf(sentence);
        var pooled = ArrayPool<TimeWord>.Shared.Rent(tokens.Length);
        var words = pooled.AsSpan(0, tokens.Length);
        var any = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            words[i] = EnglishTimeWords.Read(tokens[i].Span.In(document.Text));
            any |= words[i].Kind is not (TimeWordKind.Other or TimeWordKind.Comma or TimeWordKind.Article or TimeWordKind.Of or TimeWordKind.And or TimeWordKind.In or TimeWordKind.During or TimeWordKind.From or TimeWordKind.Possessive or TimeWordKind.End);
        }

        if (any)
        {
            var reader = new TimePhraseReader(words);
            var context = new TimeContext(document.Text, tokens, words, TagsOf(document, sentence));
            for (var i = 0; i < tokens.Length; i++)
            {
                if (words[i].Kind == TimeWordKind.Other || reader.Read(i, out var length) is not { } phrase || !context.Accepts(phrase, i, length)) { continue; }
                var future = context.IsAhead(phrase, i, i + length) ?? tense.IsAhead(new TokenRange(sentence.FirstToken + i, sentence.FirstToken + i + length)) ?? context.IsFuture(i, i + length);
                mentions.Add(new TimeMention(new TextSpan(tokens[context.StartOf(phrase, i)].Span.Start, tokens[i + length - 1].Span.End), phrase, future, sentence.Span.Start));
                i += length - 1;
                if (phrase is TimePhrase.Calendar { Month: not null, Day: not null } day && reader.ReadFurtherDay(i + 1) is { } further && char.IsAsciiDigit(document.Text[tokens[i + 2].Span.Start]) && !context.IsBeforeNoun(i + 3)) // "April 24 and 25"
                {
                    mentions.Add(new TimeMention(tokens[i + 2].Span, day with { Day = further }, future, sentence.Span.Start));
                    i += 2;
                }
            }
        }

        ArrayPool<TimeWord>.Shared.Return(pooled);
    }

    private static ReadOnlySpan<string> TagsOf(AnnotatedDocument document, Sentence sentence) =>
        document.Grammar is { } grammar ? grammar.Tags.AsSpan().Slice(sentence.FirstToken, sentence.TokenCount) : [];
}
