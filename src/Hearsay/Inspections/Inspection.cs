using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Matters;
using Hearsay.Statements;

namespace Hearsay.Inspections;

/// <summary>All that the pipeline found in one document.</summary>
/// <param name="Annotated">The document with its language layers, empty where none was asked for.</param>
/// <param name="Statements">In text order; empty where they were not asked for.</param>
/// <param name="Layers">Which layers were asked for.</param>
public sealed record Inspection(AnnotatedDocument Annotated, ImmutableArray<Statement> Statements, Layers Layers)
{
    /// <summary>What the document's checks against itself found; empty where findings were not asked for.</summary>
    public ImmutableArray<Finding> OwnFindings { get; init; } = [];

    /// <summary>What the document brings to matters.</summary>
    public ExaminedDocument Examined => new(Document, Statements, OwnFindings);

    /// <summary>The document.</summary>
    public Document Document => Annotated.Document;

    /// <summary>False where the document's language is one in which statements are not sought, so that none being there says nothing.</summary>
    public bool StatementsSought => StatementExtractor.Seeks(Document.Language);
}

/// <summary>What became of a capture on its way through the pipeline.</summary>
public abstract record InspectionOutcome
{
    private InspectionOutcome() { }

    /// <summary>It was read and analysed.</summary>
    public sealed record Accepted(Inspection Inspection) : InspectionOutcome;

    /// <summary>It cannot be read as a document.</summary>
    /// <param name="Reason">One sentence: what is wrong and what to do about it.</param>
    public sealed record Refused(string Reason) : InspectionOutcome;
}
