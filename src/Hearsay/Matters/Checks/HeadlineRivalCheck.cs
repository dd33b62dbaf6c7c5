using System.Collections.Frozen;
using Hearsay.Documents;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;

namespace Hearsay.Matters.Checks;

/// <summary>A headline's count of a thing where the text below it counts the same thing otherwise, and nowhere as the headline does: "17 captured airmen" above "the sixteen airmen".</summary>
internal sealed class HeadlineRivalCheck : IDocumentCheck
{
    private const int ShortestBody = 5;    // sentences
    private const int LinesOn = 12;        // sentences of the text in which its own count comes
    private const double Least = 3;
    private const double MostApart = 2;
    private const double Rounded = 0.06;

    // Words for one kind of thing that people use in turn.
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["coach"] = "bus", ["lorry"] = "truck", ["boat"] = "ship", ["vessel"] = "ship", ["aeroplane"] = "plane", ["jail"] = "prison", ["corps"] = "body",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        List<Line> headlines = [.. document.Headlines];
        List<Line> body = [.. document.Lines.Where(line => line.Role is not BlockRole.Headline).Except(headlines)];
        if (headlines.Count == 0 || body.Count < ShortestBody) { yield break; }
        foreach (var figure in headlines[0].Figures.Where(IsCount))
        {
            if (NounOf(document, figure) is not { } noun || body.Exists(line => line.Figures.Any(other => Bounds.Of(other).Holds(figure.Value!.Value)))) { continue; }
            List<Figure> same = [.. body.Take(LinesOn).SelectMany(line => line.Figures).Where(other => other is { Kind: FigureKind.Count, Value: >= 2, Of: not null } && NounOf(document, other) == noun)];
            if (same.Count == 0 || same.Exists(other => other.Value != same[0].Value) || !IsCount(same[0]) || !IsRival(figure, same[0])) { continue; }
            var (said, told) = (figure.Span.SliceOf(document.Text), same[0].Span.SliceOf(document.Text));
            yield return Finding.Of(
                FindingKind.FiguresDisagree, Severity.Warning, $"The headline of {document.NameWithin} gives “{said.ReplaceLineEndings(" ")}” and the text below it “{told.ReplaceLineEndings(" ")}”; both cannot hold.",
                document.StatementsAt(figure.Span, same[0].Span), [document.Evidence(headlines[0].Span), document.Evidence(figure.Span), document.Evidence(document.Lines.First(line => line.Span.Contains(same[0].Span)).Span), document.Evidence(same[0].Span)],
                Calculation.Of($"{Bounds.Of(figure)} and {Bounds.Of(same[0])} have no value in common", "headline", said.ReplaceLineEndings(" "), "text", told.ReplaceLineEndings(" ")));
        }
    }

    private static bool IsCount(Figure figure) => figure is { Kind: FigureKind.Count, Bound: FigureBound.Exact, Value: >= Least, Of: not null };

    private static bool IsRival(Figure one, Figure other) => Math.Max(one.Value!.Value, other.Value!.Value) / Math.Min(one.Value.Value, other.Value.Value) is var times && times <= MostApart && times > 1 + Rounded;

    // The last word for what is counted, as the words that mean the same go by.
    private static string? NounOf(DocumentView document, Figure figure)
    {
        var words = WordScanner.Scan(document.Text, figure.Of!.Value);
        if (words.IsEmpty) { return null; }
        var stem = Stemmer.Stem(words[^1].Lower);
        return Kinds.GetValueOrDefault(stem, stem);
    }
}
