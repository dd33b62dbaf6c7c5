using Hearsay.Models;

namespace Hearsay.Statements.Attributions;

/// <summary>Tells how likely a proposed attribution is right as a whole: a linear model over what it says, then trees over how sure its parts and its rivals are.</summary>
/// <param name="Linear">Over the features of <see cref="AcceptanceFeatures"/>.</param>
/// <param name="Trees">Over the rows of <see cref="ProposalTraits"/>, of which the linear model's score is one.</param>
internal sealed record AttributionJudge(HashedWeights Linear, TreeEnsemble Trees)
{
    // Proposals that the trees look at together.
    private const int Batch = 64;

    /// <summary>Reads a judge as <see cref="WriteTo"/> writes it.</summary>
    /// <exception cref="InvalidDataException">A table or the trees have another shape than this build expects.</exception>
    public static AttributionJudge ReadFrom(BinaryReader reader) => new(HashedWeights.ReadFrom(reader, 1), TreeEnsemble.ReadFrom(reader, ProposalTraits.Width));

    /// <summary>Writes the table and the trees.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        Linear.WriteTo(writer);
        Trees.WriteTo(writer);
    }

    /// <summary>For each proposal of a document how likely it is right.</summary>
    public double[] Judge(AttributionText text, IReadOnlyList<Proposal> proposals)
    {
        var features = new FeatureBuffer();
        var score = new double[proposals.Count];
        for (var k = 0; k < score.Length; k++)
        {
            AcceptanceFeatures.Collect(text, proposals, k, features);
            score[k] = Linear.Score(features.Items);
        }

        var traits = new ProposalTraits(text, proposals, score);
        Span<float> rows = new float[Math.Min(Batch, score.Length) * ProposalTraits.Width];
        Span<float> logits = stackalloc float[Batch];
        var probability = new double[score.Length];
        for (var first = 0; first < score.Length; first += Batch)
        {
            var count = Math.Min(Batch, score.Length - first);
            for (var k = 0; k < count; k++) { traits.Fill(first + k, rows.Slice(k * ProposalTraits.Width, ProposalTraits.Width)); }
            Trees.Score(rows[..(count * ProposalTraits.Width)], logits[..count]);
            for (var k = 0; k < count; k++) { probability[first + k] = Logistic.Probability(logits[k]); }
        }

        return probability;
    }
}
