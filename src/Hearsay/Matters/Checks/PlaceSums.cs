using System.Text.RegularExpressions;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>A total for several named places ("37 died in the camps of Orm, Tolva and Brask"), and the counts that the text gives for each of them further on.</summary>
internal static partial class PlaceSums
{
    private const int LinesOn = 30;     // from the total to its parts
    private const int LinesSpread = 5;  // in which the parts of all places stand
    private const int MostPlaces = 8;
    private const double Least = 10;
    private const double Near = 0.25;   // share of the total that a sum may be off and still be meant for it

    /// <summary>The totals of a document that it parts by place.</summary>
    public static IEnumerable<SeriesSums.Sum> Find(DocumentView document)
    {
        for (var i = 0; i < document.Lines.Length; i++)
        {
            var line = document.Lines[i];
            if (Row().Match(document.Text, line.Span.Start, line.Span.Length) is not { Success: true } row) { continue; }
            var places = row.Groups["name"].Captures.Select(capture => capture.Value).Distinct(StringComparer.Ordinal).ToList();
            var total = line.Figures.LastOrDefault(figure => figure is { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= Least, Of: not null } && figure.Span.Start < row.Index && !FigureMention.LooksLikeYear(document.Text, figure));
            if (places.Count is < 2 or > MostPlaces || total.Value is not { } value || PartsOf(document, i, total, places) is not { } parts) { continue; }
            var sum = parts.Sum(part => part.Value!.Value);
            if (sum == value || Math.Abs(sum - value) <= Near * value) { yield return new SeriesSums.Sum(parts, total, sum, sum == value); }
        }
    }

    // The first stretch in which each place has a count of what the total counts.
    private static List<Figure>? PartsOf(DocumentView document, int line, Figure total, List<string> places)
    {
        var deeds = Deeds.Of(document.Lines[line].Span.SliceOf(document.Text));
        var given = new List<(int Line, string Place, Figure Figure, bool SameDeed)>();
        for (var i = line + 1; i < Math.Min(document.Lines.Length, line + 1 + LinesOn); i++) { given.AddRange(In(document, i, places, total, deeds)); }
        foreach (var first in given)
        {
            var stretch = places.Select(place => given.Find(one => one.Place == place && one.Line >= first.Line && one.Line < first.Line + LinesSpread)).ToList();
            if (stretch.TrueForAll(one => one.Place is not null) && (deeds.Count == 0 || stretch.Exists(one => one.SameDeed))) { return [.. stretch.Select(one => one.Figure).OrderBy(figure => figure.Span.Start)]; }
        }

        return null;
    }

    // "At Orm 14 died", "eleven at Tolva and nine at Brask": a place and a count, or as many of the one as of the other, in turn.
    private static IEnumerable<(int Line, string Place, Figure Figure, bool SameDeed)> In(DocumentView document, int line, List<string> places, Figure total, HashSet<string> deeds)
    {
        var (text, span) = (document.Text, document.Lines[line].Span);
        var named = places.Select(place => (Place: place, At: IndexOf(text, span, place))).Where(one => one.At >= 0).OrderBy(one => one.At).ToList();
        if (named.Count == 0) { yield break; }
        var sameDeed = Deeds.Of(span.SliceOf(text)).Overlaps(deeds);
        var counts = document.Lines[line].Figures.Where(figure => figure is { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= 1 } && figure.Value < total.Value && !FigureMention.LooksLikeYear(text, figure)
            && !OfThem().IsMatch(text.AsSpan(figure.Span.Start, Math.Min(figure.Span.Length + 20, text.Length - figure.Span.Start)))
            && (FigureMention.NounOf(text, figure) is not { } noun || noun == FigureMention.NounOf(text, total) || Deeds.Of(figure.Span.SliceOf(text)).Overlaps(deeds)) && (sameDeed || figure.Of is null || deeds.Count == 0)).ToList();
        if (counts.Count < named.Count || (named.Count > 1 && counts.Count != named.Count)) { yield break; }
        for (var i = 0; i < named.Count; i++) { yield return (line, named[i].Place, counts[i], sameDeed); }
    }

    private static int IndexOf(string text, TextSpan span, string place)
    {
        var at = text.IndexOf(place, span.Start, span.Length, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + place.Length == text.Length || !char.IsLetter(text[at + place.Length])) ? at : -1;
    }

    private const string Name = @"\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?";

    [GeneratedRegex(@"\b(?:in|at|of|from|for|across|on) (?:(?:the|its|their) )?(?:(?:\p{Ll}+ ){1,3}(?:of|at|in|on|for) )?(?<name>" + Name + @")(?:, (?:at |in |of )?(?<name>" + Name + @"))*,? and (?:at |in |of )?(?<name>" + Name + ")")]
    private static partial Regex Row();

    [GeneratedRegex(@"^\S+(?: \p{Ll}+)? of (?:them|these|those|whom)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfThem();
}
