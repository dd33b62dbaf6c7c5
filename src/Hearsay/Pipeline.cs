using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements;

namespace Hearsay;

/// <summary>The stages in the order in which data flows. Immutable: one pipeline serves all threads.</summary>
public sealed class Pipeline(DomainPack pack, ReadLimits? limits = null)
{
    private readonly DocumentReader reader = new(pack, limits);
    private readonly LanguageAnalyser analyser = new();
    private readonly StatementExtractor extractor = new(pack);

    /// <summary>Takes a capture through every stage.</summary>
    public InspectionOutcome Inspect(Capture capture) => reader.Read(capture) switch
    {
        ReadOutcome.Accepted { Document: var document } => new InspectionOutcome.Accepted(Inspect(document)),
        ReadOutcome.Refused { Reason: var reason } => new InspectionOutcome.Refused(reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Takes a document that has been read through the stages that follow.</summary>
    public Inspection Inspect(Document document)
    {
        var annotated = analyser.Analyse(document);
        var statements = extractor.Extract(annotated);
        return new Inspection(annotated, statements);
    }
}
