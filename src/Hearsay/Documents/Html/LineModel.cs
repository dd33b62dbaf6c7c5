using Hearsay.Models;

namespace Hearsay.Documents.Html;

/// <summary>
/// Scores how much each line of a page looks like the article's body: a first look at each line, a second that also knows
/// how the first scored what is around it. Trained by <c>Hearsay.Training pages</c>; see <c>models/pages.md</c>.
/// </summary>
internal sealed class LineModel(TreeEnsemble first, TreeEnsemble second)
{
    private static readonly Lazy<LineModel> Shipped = new(Load);

    /// <summary>The model in this assembly.</summary>
    public static LineModel Default => Shipped.Value;

    /// <summary>One score a line, the mean of both looks' log-odds: positive for body.</summary>
    public float[] Score(Page page, PageHints hints)
    {
        var count = page.Lines.Count;
        const int Width = LineFeatures.Count + ContextFeatures.Count;
        var rows = new float[count * Width];
        var scores = new float[count];
        var features = new LineFeatures(page, hints);
        for (var i = 0; i < count; i++)
        {
            features.Write(i, rows.AsSpan(i * Width, LineFeatures.Count));
        }

        first.Score(rows, scores);
        var context = new ContextFeatures(page, scores);
        var means = new float[count];
        for (var i = 0; i < count; i++)
        {
            context.Write(i, rows.AsSpan(i * Width + LineFeatures.Count, ContextFeatures.Count));
        }

        second.Score(rows, means);
        for (var i = 0; i < count; i++)
        {
            means[i] = (scores[i] + means[i]) / 2;
        }

        return means;
    }

    private static LineModel Load()
    {
        using var resource = typeof(LineModel).Assembly.GetManifestResourceStream("pages.model")!;
        using var text = new StreamReader(resource);
        return new LineModel(TreeEnsemble.Read(text), TreeEnsemble.Read(text));
    }
}
