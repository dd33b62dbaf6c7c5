using System.Globalization;
using System.Text;
using Hearsay.Statements.Attributions;

namespace Hearsay.Training.Attributions;

/// <summary>Compares the confidence of attributions with how many of them are right, tenth by tenth.</summary>
internal sealed class ReliabilityTable
{
    private readonly (int Count, int Right, double Confidence)[] tenths = new (int, int, double)[10];

    /// <summary>Adds all proposals of an article, picked or not.</summary>
    public void Add(TrainingArticle article, AttributionModel model)
    {
        var proposals = new AttributionProposer(model.Parts).Propose(article.Text, model.Parts.Detect(article.Text));
        var confidence = model.Judge.Judge(article.Text, proposals);
        var right = ProposalJudge.Right(article, proposals);
        for (var k = 0; k < proposals.Count; k++)
        {
            Add(confidence[k], right[k]);
        }
    }

    /// <summary>Adds one judgement.</summary>
    public void Add(double confidence, bool right)
    {
        ref var tenth = ref tenths[Math.Min(9, (int)(confidence * 10))];
        tenth = (tenth.Count + 1, tenth.Right + (right ? 1 : 0), tenth.Confidence + confidence);
    }

    /// <summary>One line a tenth: bounds, number of proposals, mean confidence, share that is right.</summary>
    public override string ToString()
    {
        var lines = new StringBuilder("confidence   proposals   mean   right\n");
        for (var k = 0; k < tenths.Length; k++)
        {
            var (count, right, sum) = tenths[k];
            lines.Append(CultureInfo.InvariantCulture, $"{k / 10.0:F1} to {(k + 1) / 10.0:F1} {count,12} {(count == 0 ? 0 : sum / count),6:F2} {(count == 0 ? 0 : (double)right / count),7:F2}\n");
        }

        return lines.ToString();
    }
}
