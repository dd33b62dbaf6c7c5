using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Packs;

namespace Hearsay.Statements.Rules;

/// <summary>Reads from a statement's sentence how it was made: by which means, denied or not, how surely, when.</summary>
internal sealed partial class FactReader(Document document, SourceWords sources)
{
    private readonly DateReader dates = new(document);
    private readonly HashSet<int> unverifiedBlocks = [];

    /// <summary>By which means it was said, from the words around the cue that are not content.</summary>
    public string? Via(SentenceWords words, Attribution attribution)
    {
        foreach (var range in Frame(words, attribution))
        {
            for (var i = range.Start; i < range.End; i++)
            {
                if (words[i].Capital && i > 0 && words[i].Lower is not ("telegram" or "facebook" or "twitter" or "tv")) { continue; }
                if (i + 1 < range.End && sources.Vias.TryGetValue($"{words[i].Lower} {words[i + 1].Lower}", out var pair)) { return pair; }
                if (sources.Vias.TryGetValue(words[i].Lower, out var via)) { return via; }
            }
        }

        return null;
    }

    /// <summary>Denied where the cue rejects what is claimed. A negation within the content is none, and "did not deny" is no denial.</summary>
    public Polarity Polarity(SentenceWords words, Attribution attribution)
    {
        if (!attribution.Denies) { return Statements.Polarity.Affirmed; }
        var cue = words.Range(attribution.Cue);
        if (Enumerable.Range(cue.Start, cue.Count).Any(i => Lexicon.Negates(words[i].Lower))) { return Statements.Polarity.Affirmed; }
        if (attribution.Lemma is "deny" or "refute" or "denial" or "rebut") { return Statements.Polarity.Denied; }
        var content = words.Range(attribution.Content[0]);
        for (var i = content.Start; i < content.End && i < content.Start + 12; i++)
        {
            if (sources.ClaimNouns.Contains(words[i].Lower)) { return Statements.Polarity.Denied; }
        }

        return Statements.Polarity.Affirmed;
    }

    /// <summary>How surely it is put forward, by the words of cue and content; <see cref="IsUnverified"/> comes before this.</summary>
    public Certainty Certainty(SentenceWords words, Attribution attribution)
    {
        var cue = words.Range(attribution.Cue);
        if (attribution.Hedges || Any(words, cue, sources.Hedges.Contains)) { return Statements.Certainty.Hedged; }
        var content = words.Range(attribution.Content[0]);
        var opening = content with { End = Math.Min(content.End, content.Start + 25) };
        if (Any(words, opening, sources.Hedges.Contains)) { return Statements.Certainty.Hedged; }
        return attribution.Act is StatementAct.Promises || attribution.Lemma is "predict" or "forecast" or "expect" or "foresee" or "anticipate" || Any(words, opening, lower => lower is "will" or "'ll" or "shall" or "wo")
            ? Statements.Certainty.Forecast
            : Statements.Certainty.Asserted;
    }

    /// <summary>The day on which it was said: the date nearest to the cue outside the content, else the day of publication.</summary>
    public SaidOn SaidOn(SentenceWords words, Attribution attribution)
    {
        var cue = words.Range(attribution.Cue);
        var best = Frame(words, attribution).SelectMany(range => dates.Find(words, range))
            .OrderBy(date => date.Words.Start >= cue.End ? date.Words.Start - cue.End : cue.Start - date.Words.End)
            .Select(date => ((WordRange Words, DateOnly? Value)?)date).FirstOrDefault();
        if (best is { } stated)
        {
            return new SaidOn(stated.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SaidOnBasis.Stated, words.Span(stated.Words.Start, stated.Words.End));
        }

        return document.Published.Value is { } day
            ? new SaidOn(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SaidOnBasis.Published, null)
            : Statements.SaidOn.Unknown;
    }

    /// <summary>Takes note of sentences in which the document says that it could not verify something.</summary>
    public void NoteUnverified(IEnumerable<SentenceWords> sentences)
    {
        foreach (var words in sentences.Where(words => Unverified().IsMatch(document.Text.AsSpan(words.Sentence.Span.Start, words.Sentence.Span.Length))))
        {
            unverifiedBlocks.Add(words.Sentence.Block);
            var refersBack = words.Sentence.Block > 0 && document.Blocks[words.Sentence.Block].Span.Start == words.Sentence.Span.Start;
            if (refersBack) { unverifiedBlocks.Add(words.Sentence.Block - 1); }
        }
    }

    /// <summary>True for statements in the paragraph of such a sentence, and in the one before where it opens a paragraph.</summary>
    public bool IsUnverified(SentenceWords words) => unverifiedBlocks.Contains(words.Sentence.Block);

    // The sentence's words near the cue that are not content.
    private static IEnumerable<WordRange> Frame(SentenceWords words, Attribution attribution)
    {
        const int Reach = 40;
        var cue = words.Range(attribution.Cue);
        var (start, end) = (Math.Max(0, cue.Start - Reach), Math.Min(words.Count, cue.End + Reach));
        foreach (var span in attribution.Content)
        {
            var range = words.Range(span);
            if (range.Count <= 0) { continue; }
            if (range.Start > start && start < end) { yield return new WordRange(start, Math.Min(range.Start, end)); }
            start = Math.Max(start, range.End);
        }

        if (start < end) { yield return new WordRange(start, end); }
    }

    private static bool Any(SentenceWords words, WordRange range, Func<string, bool> test)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (test(words[i].Lower)) { return true; }
        }

        return false;
    }

    [GeneratedRegex(@"\b(?:could not|couldn[’']t|cannot|can not|unable to|was not able to|were not able to|not possible to|impossible to|has not been able to|have not been able to) (?:be |been |immediately |independently |yet )*(?:verif|confirm|corroborat|authenticat)|\b(?:has|have|had|is|are|was|were) not (?:yet )?(?:been )?(?:independently )?(?:verified|confirmed)|\bunverified\b|\bno independent (?:confirmation|verification)", RegexOptions.IgnoreCase)]
    private static partial Regex Unverified();
}
