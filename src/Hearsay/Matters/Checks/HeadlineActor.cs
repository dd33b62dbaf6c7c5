using System.Collections.Immutable;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>What the text below a headline has of whom the headline names: a reader sees what it rests on.</summary>
internal static class HeadlineActor
{
    private const int MostLines = 4;
    private const int MostInitials = 4;
    private const int NameLetters = 5; // "Varnia" and "Varnian" share as many

    /// <summary>The names in a stretch, cut so that a country and its people are one.</summary>
    public static HashSet<string> NamesIn(DocumentView document, TextSpan span)
    {
        var words = WordScanner.Scan(document.Text, span);
        HashSet<string> names = [.. words.Where(word => word.IsCapital && word.Lower.Length > 1 && !word.IsNumber).Select(word => word.Lower.Length > NameLetters ? word.Lower[..NameLetters] : word.Lower)];
        // A body of two or three words also under its letters: "United Nations", "UN".
        for (var i = 0; i + 1 < words.Length; i++)
        {
            for (var (end, letters) = (i, ""); end < Math.Min(words.Length, i + MostInitials) && words[end].IsCapital; end++)
            {
                letters += words[end].Lower[0];
                if (letters.Length > 1) { names.Add(letters); }
            }
        }

        return names;
    }

    /// <summary>The sentence that names most of them, and those that follow it in its paragraph; none where no sentence names any.</summary>
    public static ImmutableArray<Line> SentencesOf(DocumentView document, HashSet<string> names, ImmutableArray<Line> body)
    {
        // Where several do, the one in whose paragraph somebody says something, and that names it by the same word.
        var (best, most) = (-1, 0);
        for (var i = 0; i < body.Length; i++)
        {
            var named = NamesIn(document, body[i].Span).Count(names.Contains);
            if (named == 0) { continue; }
            var whole = WordScanner.Scan(document.Text, body[i].Span).Count(word => word.IsCapital && names.Contains(word.Lower));
            var weight = named + whole + (IsToldBySomebody(document, body, i) ? 1 : 0);
            if (weight > most) { (best, most) = (i, weight); }
        }

        return best < 0 ? [] : [.. body.Skip(best).Take(MostLines).TakeWhile(line => line.Block == body[best].Block)];
    }

    private static bool IsToldBySomebody(DocumentView document, ImmutableArray<Line> body, int at)
    {
        var (first, last) = (at, at);
        while (last + 1 < body.Length && last - first + 1 < MostLines && body[last + 1].Block == body[at].Block) { last++; }
        var span = new TextSpan(body[first].Span.Start, body[last].Span.End);
        return document.Statements.Any(statement => statement is { Source: not null, Kind: not StatementKind.Narrated } && statement.Content.Any(span.Overlaps));
    }
}
