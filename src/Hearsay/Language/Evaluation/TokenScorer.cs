namespace Hearsay.Language.Evaluation;

/// <summary>Precision and recall from counts.</summary>
/// <param name="Common">What both sides have.</param>
/// <param name="Ours">What we have.</param>
/// <param name="Theirs">What the reference has.</param>
public readonly record struct Agreement(int Common, int Ours, int Theirs)
{
    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Ours + Theirs == 0 ? 1 : 2.0 * Common / (Ours + Theirs);

    /// <summary>Adds another comparison count by count.</summary>
    public Agreement Add(Agreement other) => new(Common + other.Common, Ours + other.Ours, Theirs + other.Theirs);

    /// <summary>Adds two comparisons count by count.</summary>
    public static Agreement operator +(Agreement left, Agreement right) => left.Add(right);
}

/// <summary>Compares our tokens and sentences with CoreNLP's, by exact offsets.</summary>
internal static class TokenScorer
{
    /// <summary>
    /// Token and sentence agreement on an article. A line break is taken for a true boundary, as the corpus breaks lines between paragraphs only:
    /// a sentence of CoreNLP that runs across one counts as the several that the breaks make of it. Quotation marks at a sentence's ends are left out of the comparison,
    /// since CoreNLP puts an opening '' (PolNeAR's New York Times articles have them) at the end of the sentence before.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="ours">Our analysis of its document.</param>
    /// <param name="differences">Called with a description of each token or sentence that one side alone has; null where nobody wants them.</param>
    public static (Agreement Tokens, Agreement Sentences) Compare(SilverArticle article, AnnotatedDocument ours, Action<string>? differences = null)
    {
        var ourTokens = ours.Tokens.Select(token => token.Span).ToHashSet();
        var theirTokens = article.Sentences.SelectMany(sentence => sentence.Select(token => token.Span)).ToHashSet();
        var ourSentences = Bare(article.Text, ours.Sentences.Select(sentence => sentence.Span));
        var theirSentences = Bare(article.Text, article.Sentences.SelectMany(sentence => CutAtBreaks(article.Text, sentence)));
        if (differences is not null)
        {
            Report("token", article.Text, ourTokens, theirTokens, differences);
            Report("sentence", article.Text, ourSentences, theirSentences, differences);
        }

        return (Between(ourTokens, theirTokens), Between(ourSentences, theirSentences));
    }

    private static IEnumerable<TextSpan> CutAtBreaks(string text, SilverToken[] sentence)
    {
        var first = 0;
        for (var i = 1; i <= sentence.Length; i++)
        {
            if (i == sentence.Length || text.AsSpan(sentence[i - 1].Span.End, sentence[i].Span.Start - sentence[i - 1].Span.End).Contains('\n'))
            {
                yield return new TextSpan(sentence[first].Span.Start, sentence[i - 1].Span.End);
                first = i;
            }
        }
    }

    private static HashSet<TextSpan> Bare(string text, IEnumerable<TextSpan> sentences)
    {
        var spans = new HashSet<TextSpan>();
        foreach (var (from, to) in sentences)
        {
            var (start, end) = (from, to);
            while (start < end && IsQuoteOrBlank(text[start])) { start++; }
            while (end > start && IsQuoteOrBlank(text[end - 1])) { end--; }
            if (start < end)
            {
                spans.Add(new TextSpan(start, end));
            }
        }

        return spans;
    }

    private static bool IsQuoteOrBlank(char character) => char.IsWhiteSpace(character) || "\"'\u201C\u201D\u2018\u2019`".Contains(character, StringComparison.Ordinal);

    private static Agreement Between(HashSet<TextSpan> ours, HashSet<TextSpan> theirs) => new(ours.Count(theirs.Contains), ours.Count, theirs.Count);

    private static void Report(string what, string text, HashSet<TextSpan> ours, HashSet<TextSpan> theirs, Action<string> differences)
    {
        foreach (var (side, span) in ours.Where(span => !theirs.Contains(span)).Select(span => ("ours", span))
            .Concat(theirs.Where(span => !ours.Contains(span)).Select(span => ("theirs", span))).OrderBy(pair => pair.Item2.Start))
        {
            var before = text[Math.Max(0, span.Start - 15)..span.Start];
            var after = text[span.End..Math.Min(text.Length, span.End + 15)];
            differences($"{what} {side,-6} {before}⟦{span.SliceOf(text)}⟧{after}".ReplaceLineEndings("⏎"));
        }
    }
}
