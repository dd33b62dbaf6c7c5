using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>A headline that says more than any sentence below it bears: of all where the text has a part, that something is where the text has it only as doubtful, or that there is what the text only says is not.</summary>
/// <remarks>Compared sentence by sentence: what the headline and a sentence tell in common (<see cref="ToldLine"/>), and the words of degree of each (<c>degrees.txt</c>).</remarks>
internal sealed partial class HeadlineDegreeCheck : IDocumentCheck
{
    private const int ShortestBody = 4;     // sentences
    private const double LeastCommon = 1.2; // of the sentence that bears the headline in doubt
    private const double Outshone = 0.85;   // share of that by which another sentence bears it, too
    private const int Reach = 3;            // words between "every" and its noun

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        if (document.Annotated.Grammar is not { } grammar) { yield break; }
        ImmutableArray<Line> headlines = [.. document.Headlines];
        if (headlines.IsEmpty || document.Lines.Length - headlines.Length < ShortestBody || document.Lines[0].Role is not BlockRole.Headline) { yield break; }
        ImmutableArray<ToldLine> body = [.. document.Told.Skip(headlines.Length).Where(told => told.Line.Role is not BlockRole.Headline)];
        var headline = document.Told[0];
        var degrees = Deeds.Degrees.In(headline.Words);
        if (degrees.Contains("negation")) { yield break; }
        if (Whole(document, grammar, headline, body) is { } part)
        {
            yield return Report(document, headline, "speaks of all; the text below it of a part", part);
        }

        if (degrees.Contains("doubt") || HeadlineStrengthCheck.IsSomebodysWord(headline.Words) || Marks().IsMatch(headline.Words)) { yield break; }
        if (new HeadlineStrengthCheck().Check(document).Any()) { yield break; } // has said it of a word that charges
        if (Doubted(headline, body) is { } doubted) { yield return Report(document, headline, "states as a fact what the text below it has only in doubt", doubted); }
        else if (Negated(document, grammar, headline, body) is { } negated) { yield return Report(document, headline, $"speaks of “{negated.Noun}”, which the text below it has only negated", negated.Line); }
    }

    // "Every prisoner is beaten", where "four in five had been beaten", and nothing happens to all.
    private static ToldLine? Whole(DocumentView document, Grammar grammar, ToldLine headline, ImmutableArray<ToldLine> body)
    {
        var (first, end) = TokensOf(document, headline.Line);
        var whole = -1;
        for (var i = first; i < end && whole < 0; i++)
        {
            if (!(Is(document, i, "every") || Is(document, i, "all"))) { continue; }
            for (var noun = i + 1; noun < Math.Min(end, i + 1 + Reach); noun++)
            {
                if (grammar.Tags[noun] is "NN" or "NNS" && !document.Annotated.Dates.Any(date => date.Span.Overlaps(document.Annotated.Tokens[noun].Span))) { whole = i; break; }
                if (grammar.Tags[noun] is not ("JJ" or "DT" or "PRP$" or "VBN" or "NNP" or "CD")) { break; }
            }
        }

        if (whole < 0 || headline.Deeds.Count == 0) { return null; }
        ImmutableArray<ToldLine> same = [.. body.Where(line => line.Deeds.Overlaps(headline.Deeds))];
        return same.Any(line => Deeds.Degrees.In(line.Words).Contains("whole")) ? null : same.FirstOrDefault(line => HappensToPart(document, grammar, headline, line));
    }

    // The part is the subject: "four in five had been beaten", and not "most of those beaten were young".
    private static bool HappensToPart(DocumentView document, Grammar grammar, ToldLine headline, ToldLine line)
    {
        var (first, end) = TokensOf(document, line.Line);
        for (var verb = first; verb < end; verb++)
        {
            if (grammar.Tags[verb] is not ("VBD" or "VBZ" or "VBP" or "MD") || (verb > first && grammar.Tags[verb - 1] is "WP" or "WDT")) { continue; } // "those who returned"
            var behind = document.Text[document.Annotated.Tokens[verb].Span.Start..line.Line.Span.End];
            // Up to the verb, from the mark before it on: "…, she said, four in five had …"
            var start = verb;
            while (start > first && document.Annotated.Tokens[start - 1].Span.In(document.Text) is not ("," or ";" or ":" or "“" or "\"")) { start--; }
            var subject = document.Text[document.Annotated.Tokens[start].Span.Start..document.Annotated.Tokens[verb].Span.Start];
            if (Deeds.Degrees.In(subject).Contains("part") && !Deeds.Of(subject).Overlaps(headline.Deeds) && Deeds.Of(behind).Overlaps(headline.Deeds)) { return true; }
        }

        return false;
    }

    // "Chief captured", where a man taken "may have been" the chief, and no other sentence has as much of it.
    private static ToldLine? Doubted(ToldLine headline, ImmutableArray<ToldLine> body)
    {
        if (headline.Deeds.Count == 0 || body.MaxBy(line => line.Common(headline)) is not { } best || best.Common(headline) is not (>= LeastCommon and var most) || !best.Deeds.Overlaps(headline.Deeds)) { return null; }
        return body.Where(line => line.Common(headline) >= most * Outshone).All(line => Deeds.Degrees.In(line.Words).Contains("doubt")) ? best : null;
    }

    // "Capitals strike deal", where the text speaks of a deal only to say that there is none.
    private static (ToldLine Line, string Noun)? Negated(DocumentView document, Grammar grammar, ToldLine headline, ImmutableArray<ToldLine> body)
    {
        var (first, end) = TokensOf(document, headline.Line);
        for (var i = first; i < end; i++)
        {
            if (grammar.Tags[i] is not ("NN" or "NNS") || grammar.Relations[i] is not ("dobj" or "nsubj" or "nsubjpass" or "root")) { continue; }
            var stem = Stemmer.Stem(grammar.Lemmas[i].ToLowerInvariant());
            ToldLine? at = null;
            var isBorne = false;
            foreach (var line in body)
            {
                var (from, to) = TokensOf(document, line.Line);
                for (var token = from; token < to && !isBorne; token++)
                {
                    if (Stemmer.Stem(grammar.Lemmas[token].ToLowerInvariant()) != stem) { continue; }
                    if (IsNegated(document, from, token)) { at ??= line; }
                    else { isBorne = true; }
                }

                if (isBorne) { break; }
            }

            if (at is not null && !isBorne) { return (at, document.Annotated.Tokens[i].Span.SliceOf(document.Text)); }
        }

        return null;
    }

    // "No (such) deal", "not one deal"
    private static bool IsNegated(DocumentView document, int first, int noun)
    {
        for (var i = noun - 1; i >= Math.Max(first, noun - 2); i--)
        {
            if (Is(document, i, "no") || (Is(document, i, "one") && i > first && Is(document, i - 1, "not"))) { return true; }
        }

        return false;
    }

    private static bool Is(DocumentView document, int token, string word) => document.Annotated.Tokens[token].Span.In(document.Text).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static (int First, int End) TokensOf(DocumentView document, Line line)
    {
        var tokens = document.Annotated.Tokens;
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Span.Start < line.Span.Start) { low = middle + 1; }
            else { high = middle; }
        }

        while (high < tokens.Length && tokens[high].Span.Start < line.Span.End) { high++; }
        return (low, high);
    }

    private static Finding Report(DocumentView document, ToldLine headline, string what, ToldLine line) => Finding.Of(
        FindingKind.HeadlineUnsupported, Severity.Notice, $"The headline of {document.NameWithin} {what}.",
        document.StatementsAt(headline.Line.Span, line.Line.Span), [document.Evidence(headline.Line.Span), document.Evidence(line.Line.Span)]);

    // By which a headline shows that it quotes, asks or lists.
    [GeneratedRegex(@"[:?""“”«]|(?<!\p{L})[‘'](?!s\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
