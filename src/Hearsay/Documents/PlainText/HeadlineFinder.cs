using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Hearsay.Documents.PlainText;

/// <summary>Finds the headline among the lines that stand before an article's running text.</summary>
internal static partial class HeadlineFinder
{
    /// <summary>How many lines from the top are looked at.</summary>
    private const int Reach = 25;

    /// <summary>As many paragraphs of running text that are numbered, or furniture, end the search: the text has begun.</summary>
    private const int MostMarked = 3;

    /// <summary>What a line must reach to be a headline.</summary>
    private const double Threshold = 0.5;

    /// <summary>A line that reaches this much is given up only for one that is better by <see cref="Margin"/>.</summary>
    private const double Strong = 2, Margin = 0.5;

    /// <summary>The same for the line right below, with no empty line between: it is more often a second deck.</summary>
    private const double DeckMargin = 2;

    /// <summary>Marks that a headline has and the name of a section has not.</summary>
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(":?!,'’\"“«‘–—");

    // Words that a sentence has and the name of a section has not: verbs that headlines live on, and words of negation, time and question.
    private static readonly FrozenSet<string> SentenceWords = new[]
    {
        "is", "are", "was", "were", "be", "has", "have", "had", "says", "say", "said", "will", "would", "can", "could", "may", "might", "must", "should", "to", "not", "no", "after", "before", "as", "over", "amid",
        "from", "why", "how", "what", "who", "when", "where", "that", "his", "her", "their", "its", "it", "than", "but", "if", "by", "against", "into", "due", "denies", "claims", "reports", "calls", "wants", "doesn't", "don't",
        "isn't", "won't", "can't", "didn't", "що", "не", "як", "чому", "хто", "про", "після", "через", "від", "до", "за", "что", "как", "почему", "кто", "о", "об", "после", "из", "от",
    }.ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SentenceWordLookup = SentenceWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The index of the headline among the paragraphs, or -1 where no line is clearly one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="paragraphs">Its paragraphs.</param>
    /// <param name="isFurniture">Tells lines whose wording or form shows that they are something else.</param>
    public static int Find(string text, IReadOnlyList<Paragraph> paragraphs, Func<int, bool> isFurniture)
    {
        if (paragraphs.Count < 2)
        {
            return -1;
        }

        var (best, bestScore, seen, marked) = (-1, Threshold, 0, 0);
        for (var i = 0; i < paragraphs.Count && i < Reach; i++)
        {
            if (isFurniture(i))
            {
                if (paragraphs[i].IsProse && ++marked >= MostMarked) { break; }
                continue;
            }

            var paragraph = paragraphs[i];
            var score = Score(text, paragraphs, i) + (seen == 0 ? 0.75 : paragraph.IsProse ? -1 : 0);
            var margin = bestScore < Strong ? 0 : best == i - 1 && !paragraph.AfterBlank ? DeckMargin : Margin;
            if (score > bestScore + margin && (best < 0 || !(paragraph.IsProse && EndsInStop(paragraphs[i], text))))
            {
                (best, bestScore) = (i, score);
            }

            // Running text ends the search, save that the first line of all may be a headline closed with a full stop.
            seen++;
            if (paragraph.IsProse && (seen > 1 || best < 0 || best == i))
            {
                break;
            }
        }

        return best;
    }

    private static double Score(string text, IReadOnlyList<Paragraph> paragraphs, int index)
    {
        var paragraph = paragraphs[index];
        if (paragraph.Words is < 2 or > 32 || paragraph.Sentences > 2 || (paragraph.Words >= 14 && RunInDateline().IsMatch(paragraph.Span.In(text))))
        {
            return double.NegativeInfinity;
        }

        var line = paragraph.Span.In(text);
        var score = paragraph.Words switch { 2 => -1.5, 3 => -0.5, 4 => 1, <= 18 => 2, <= 25 => 1, _ => 0.25 };
        var (marks, words) = (line.ContainsAny(SentenceMarks), HasSentenceWord(line));
        score += (marks ? 1 : 0) + (words ? 1 : 0);
        score += line.ContainsAnyInRange('0', '9') || line.Contains(" - ", StringComparison.Ordinal) ? 0.5 : 0;
        score -= !marks && !words && paragraph.Capitalised >= paragraph.Words * 0.6 ? 1 : 0;
        score -= line.Count('|') + line.Count('›') + line.Count('•') + line.Count('·') switch { 0 => 0, 1 => 0.5, _ => 2 };
        score -= paragraph.Sentences > 1 ? 1.5 : 0;
        if (EndsInStop(paragraph, text))
        {
            // A headline rarely has a full stop: one that has stands apart from longer text below it.
            score -= index == 0 ? 1 : 2;
            score += Next(paragraphs, index) switch
            {
                { AfterBlank: true } apart => apart.Words >= paragraph.Words * 1.2 ? 1.25 : 0.5,
                { } next when next.Words >= paragraph.Words * 1.2 => 0.75,
                _ => -3,
            };
        }
        else if (Next(paragraphs, index) is { IsProse: true })
        {
            score += 0.75;
        }

        return score;
    }

    private static bool EndsInStop(Paragraph paragraph, string text) => paragraph.Closed && text[paragraph.Span.End - 1] is not ('?' or '!' or ';');

    private static Paragraph? Next(IReadOnlyList<Paragraph> paragraphs, int index) => index + 1 < paragraphs.Count ? paragraphs[index + 1] : null;

    private static bool HasSentenceWord(ReadOnlySpan<char> line)
    {
        Span<char> lower = stackalloc char[Math.Min(line.Length, 300)];
        line[..lower.Length].ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        foreach (var range in ((ReadOnlySpan<char>)lower).Split(' '))
        {
            if (range.Start.Value == 0 && lower.StartsWith("from ")) { continue; } // "From our archive"
            if (SentenceWordLookup.Contains(((ReadOnlySpan<char>)lower)[range].Trim(".,:;!?\"“”«»()")))
            {
                return true;
            }
        }

        return false;
    }

    // "TELN, March 3. /NORD/.", "TELN, Varnia (Nord) —", "TELN —": running text begins so, and headlines never do. All its repetitions but one are bounded.
    [GeneratedRegex(@"^\p{Lu}[\p{L} ,.'’-]{1,40}(?:\d{1,2}[\p{L} ,.]{0,15})?(?:/[\p{L} ]{2,20}/|\([\p{L} ]{2,20}\)\s*[-–—])|^\p{Lu}{3}[\p{Lu} ,.'’-]{0,30}(?:,\s\p{L}[\p{L}. ]{1,20})?\s[-–—]{1,2}\s")]
    private static partial Regex RunInDateline();
}
