using System.Collections.Immutable;
using Hearsay.Language;

namespace Hearsay.Statements.Attributions;

/// <summary>The trained models of a language's attributions. Immutable; one serves all threads.</summary>
/// <param name="Parts">The models that propose attributions.</param>
/// <param name="Judge">Tells how likely what they propose is right.</param>
/// <param name="Threshold">Least confidence of an attribution that stands, where nothing else is asked for: the F1 optimum.</param>
/// <param name="InnerThreshold">Least confidence of one within the content of another: attributions are flat, so it is higher.</param>
internal sealed record AttributionModel(AttributionParts Parts, AttributionJudge Judge, double Threshold, double InnerThreshold)
{
    /// <summary>Reads a model as <see cref="WriteTo"/> writes it.</summary>
    /// <exception cref="InvalidDataException">A table has another shape than this build expects.</exception>
    public static AttributionModel ReadFrom(BinaryReader reader)
    {
        var (threshold, inner) = (reader.ReadDouble(), reader.ReadDouble());
        var parts = new AttributionParts(CueRates.ReadFrom(reader), Table(1), Table(1), Table(1), Table(1), Table(3), Table(1));
        return new AttributionModel(parts, AttributionJudge.ReadFrom(reader), threshold, inner);

        HashedWeights Table(int outputs) => HashedWeights.ReadFrom(reader, outputs);
    }

    /// <summary>Writes the thresholds, the rates, the tables and the judge; equal models give equal bytes.</summary>
    public void WriteTo(BinaryWriter writer)
    {
        writer.Write(Threshold);
        writer.Write(InnerThreshold);
        Parts.Rates.WriteTo(writer);
        foreach (var table in (ReadOnlySpan<HashedWeights>)[Parts.Cue, Parts.CueExtent, Parts.Source, Parts.SourceExtent, Parts.Content, Parts.RunOn])
        {
            table.WriteTo(writer);
        }

        Judge.WriteTo(writer);
    }

    /// <summary>Finds the attributions of a document.</summary>
    /// <param name="document">A document with grammar.</param>
    /// <returns>In the order of their cues.</returns>
    /// <exception cref="ArgumentException">The document has no grammar.</exception>
    public ImmutableArray<FoundAttribution> Find(AnnotatedDocument document)
    {
        var text = new AttributionText(document);
        return Find(text, Parts.Detect(text));
    }

    /// <summary>Finds attributions where it is known how likely each token heads a cue.</summary>
    /// <param name="text">The document.</param>
    /// <param name="cueProbability">For each token.</param>
    /// <param name="least">A lower threshold to take; a higher one changes nothing.</param>
    public ImmutableArray<FoundAttribution> Find(AttributionText text, float[] cueProbability, double? least = null)
    {
        var lowered = Math.Max(0, Threshold - (least ?? Threshold));
        var proposals = new AttributionProposer(Parts).Propose(text, cueProbability);
        var confidence = Judge.Judge(text, proposals);
        return [.. Acceptance.Pick(text, proposals, confidence, Threshold - lowered, InnerThreshold - lowered)
            .Select(k => FoundAttribution.Of(text, proposals[k], confidence[k]))];
    }
}

/// <summary>The models that propose attributions.</summary>
/// <param name="Rates">How often each lemma is a cue.</param>
/// <param name="Cue">Heads of cues.</param>
/// <param name="CueExtent">The other words of a cue.</param>
/// <param name="Source">Heads of sources.</param>
/// <param name="SourceExtent">The other words of a source.</param>
/// <param name="Content">Words, starts and ends of contents.</param>
/// <param name="RunOn">Sentences that go on with a content.</param>
internal sealed record AttributionParts(
    CueRates Rates, HashedWeights Cue, HashedWeights CueExtent, HashedWeights Source, HashedWeights SourceExtent, HashedWeights Content, HashedWeights RunOn)
{
    /// <summary>For each token of a document, how likely it heads a cue.</summary>
    public float[] Detect(AttributionText text)
    {
        Rates.Apply(text);
        return new CueDetector(Cue, CueExtent).Detect(text);
    }
}
