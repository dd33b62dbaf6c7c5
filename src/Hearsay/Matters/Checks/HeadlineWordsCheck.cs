using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hearsay.Matters.Text;
using Hearsay.Places;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>What a headline says in words and the text below it does not: that things happen in a town that it never names, or that somebody admits what nobody in it admits.</summary>
internal sealed partial class HeadlineWordsCheck : IDocumentCheck
{
    private const int ShortestBody = 6; // sentences
    private const int NameLetters = 4;  // "Karth" and "Karthian" share as many

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        ImmutableArray<Line> headlines = [.. document.Headlines];
        if (headlines.IsEmpty || document.Lines.Length - headlines.Length < ShortestBody) { yield break; }
        var body = document.Text[headlines[^1].Span.End..document.Lines[^1].Span.End];
        foreach (var headline in headlines)
        {
            foreach (var place in document.Annotated.Places.Where(place => headline.Span.Contains(place.Span)))
            {
                if (IsWhere(document, headline, place) && IsTown(document.Gazetteer, place) && !IsNamed(document, headlines[^1].Span.End, place, body)) { yield return Elsewhere(document, headline, place); }
            }

            if (Admission(document, headline, body) is { } admitted) { yield return admitted; }
        }
    }

    // "talks continue in Abu Dhabi"
    private static bool IsWhere(DocumentView document, Line headline, PlaceMention place) =>
        In().IsMatch(document.Text[headline.Span.Start..place.Span.Start]) && !(place.Span.End < document.Text.Length && document.Text[place.Span.End] is '\'' or '’' or '-');

    private static bool IsTown(Gazetteer gazetteer, PlaceMention place)
    {
        var found = false;
        foreach (var known in gazetteer.Find(place.Name))
        {
            if (gazetteer[known].Kind is PlaceKind.Country) { return false; }
            found |= gazetteer[known].Kind is PlaceKind.City;
        }

        return found;
    }

    // By name, by a place within it, or by the region that it lies in.
    private static bool IsNamed(DocumentView document, int from, PlaceMention place, string body)
    {
        var words = place.Span.SliceOf(document.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(word => body.Contains(word.Length > NameLetters + 1 ? word[..^1] : word, StringComparison.OrdinalIgnoreCase))) { return true; }
        var towns = document.Gazetteer.Find(place.Name).ToArray();
        foreach (var other in document.Annotated.Places.Where(other => other.Span.Start >= from))
        {
            foreach (var known in document.Gazetteer.Find(other.Name))
            {
                if (document.Gazetteer[known].Kind is not PlaceKind.Country && towns.Any(town => document.Gazetteer.IsWithin(known, town) || document.Gazetteer.IsWithin(town, known))) { return true; }
            }
        }

        return false;
    }

    private static Finding Elsewhere(DocumentView document, Line headline, PlaceMention place)
    {
        var name = place.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
        return Finding.Of(
            FindingKind.HeadlineUnsupported, Severity.Notice, $"The headline of {document.NameWithin} speaks of something in “{name}”; the text below it never names that place.",
            document.StatementsAt(place.Span), [document.Evidence(place.Span), document.Evidence(headline.Span)], Calculation.Of($"{name} is not in the body"));
    }

    // "Oskeland admits killing …", where nobody below admits, and nobody kills.
    private static Finding? Admission(DocumentView document, Line headline, string body)
    {
        var match = Admits().Match(headline.Span.SliceOf(document.Text));
        if (!match.Success || AdmitsAtAll().IsMatch(body)) { return null; }
        var act = Stemmer.Stem(match.Groups["act"].Value.ToLowerInvariant());
        if (act.Length < 3 || body.Contains(act, StringComparison.OrdinalIgnoreCase)) { return null; }
        var span = new TextSpan(headline.Span.Start + match.Index, headline.Span.Start + match.Index + match.Length);
        var told = HeadlineActor.SentencesOf(document, HeadlineActor.NamesIn(document, new TextSpan(headline.Span.Start, span.Start)), [.. document.Lines.Where(line => line.Span.Start > headline.Span.End && line.Role is not Documents.BlockRole.Headline)]);
        return Finding.Of(
            FindingKind.HeadlineUnsupported, Severity.Warning, $"The headline of {document.NameWithin} says “{match.Value}”; in the text below it nobody admits anything, and “{match.Groups["act"].Value}” is not its word.",
            document.StatementsAt(span), [document.Evidence(span), document.Evidence(headline.Span), .. told.Select(line => document.Evidence(line.Span))], Calculation.Of($"“{match.Value}” is not in the body"));
    }

    [GeneratedRegex(@"\b(?:in|at|near|outside) (?:the )?$", RegexOptions.IgnoreCase)]
    private static partial Regex In();

    [GeneratedRegex(@"\b(?:admits?(?: to)?|admitted(?: to)?|confess(?:es|ed)(?: to)?|acknowledges?|acknowledged|owns up to|owned up to) (?<act>\p{Ll}{2,}ing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Admits();

    [GeneratedRegex(@"(?<!\b(?:be|been|was|were|is|are|being) )\badmit|\b(?:admission|confess|acknowledg|conced|own(?:s|ed)? up|took responsibility|takes? responsibility|taken responsibility)", RegexOptions.IgnoreCase)]
    private static partial Regex AdmitsAtAll();
}
