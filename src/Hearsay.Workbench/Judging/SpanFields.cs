using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Workbench.Judging;

/// <summary>Places in a document as a form gives them: marked in the text, which sends them in code points, or as words copied from it.</summary>
/// <param name="text">The document's text.</param>
internal sealed class SpanFields(string text)
{
    /// <summary>What separates the words of several parts.</summary>
    public const string Gap = " … ";

    private const int LongestWords = 20_000;
    private readonly CodePointOffsets offsets = new(text);

    /// <summary>The places of one field, in text order; null where nothing is given, or just what was there.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">The field's name: <c>cue</c> stands for <c>cue_at</c> and <c>cue_words</c>.</param>
    /// <param name="now">What is there now.</param>
    /// <param name="near">Where words that occur more than once are meant.</param>
    /// <exception cref="RefusedJudgementException">The document has no such place.</exception>
    public ImmutableArray<QuotedSpan>? Read(IFormCollection form, string field, ImmutableArray<TextSpan> now, int near)
    {
        var (at, words) = (form[field + "_at"].ToString().Trim(), form[field + "_words"].ToString().Trim());
        var found = at.Length > 0 ? [.. at.Split(',').Select(Place)]
            : words.Length is 0 or > LongestWords || Collapsed(words) == Collapsed(WordsOf(now)) ? [] : Find(words, now.IsDefaultOrEmpty ? near : now[0].Start);
        return found.Count == 0 || found.OrderBy(span => span.Start).SequenceEqual(now) ? null : [.. found.OrderBy(span => span.Start).Select(span => QuotedSpan.Of(span, text, offsets))];
    }

    /// <summary>The words of some places, as a form shows them.</summary>
    public string WordsOf(ImmutableArray<TextSpan> spans) => string.Join(Gap, spans.Select(span => span.SliceOf(text)));

    /// <summary>Some places in code points, as a form sends them.</summary>
    public string PlacesOf(IEnumerable<TextSpan> spans) =>
        string.Join(',', spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{offsets.ToCodePoint(span.Start)}-{offsets.ToCodePoint(span.End)}")));

    private TextSpan Place(string place)
    {
        if (place.Trim().Split('-') is [var first, var last] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && end > start && end <= offsets.ToCodePoint(text.Length))
        {
            return new TextSpan(offsets.ToUtf16(start), offsets.ToUtf16(end)).Trim(text);
        }

        throw new RefusedJudgementException($"'{place}' is no place in this document. Places are START-END in characters, as 120-134.");
    }

    // White space may differ, since browsers join lines; everything else must be there to the letter.
    private List<TextSpan> Find(string words, int near)
    {
        var found = new List<TextSpan>();
        foreach (var part in words.Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = string.Join(@"\s+", part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
            TextSpan? best = null;
            foreach (var match in Regex.EnumerateMatches(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))
            {
                var span = new TextSpan(match.Index, match.Index + match.Length);
                if (best is null || Math.Abs(span.Start - near) < Math.Abs(best.Value.Start - near)) { best = span; }
            }

            found.Add(best ?? throw new RefusedJudgementException($"The document does not say “{part}”. Copy the words from the text; for several parts put … between them."));
            near = best.Value.End;
        }

        return found;
    }

    private static string Collapsed(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
