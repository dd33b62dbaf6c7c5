using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Events;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Language;
using Hearsay.Language.Coreference;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Matters;
using Hearsay.Packs;
using Hearsay.Parties;
using Hearsay.Places;
using Hearsay.Statements;
using Hearsay.Statements.Narration;

namespace Hearsay;

/// <summary>The stages in the order in which data flows. Immutable: one pipeline serves all threads.</summary>
/// <param name="pack">What is known of the domain.</param>
/// <param name="limits">Caps on what is read; null for the usual ones.</param>
/// <param name="english">Trained models of English; null to do without tags, trees and names.</param>
/// <param name="minConfidence">Least confidence, 0 to 1, of a statement; null for the models' own threshold, at which F1 is best, and for all that the rules find. Below that threshold, more of what the models propose is taken.</param>
public sealed class Pipeline(DomainPack pack, ReadLimits? limits = null, LanguageModel? english = null, double? minConfidence = null)
{
    private const Layers NeedsLanguage = Layers.All & ~Layers.Blocks;
    private const Layers NeedsDates = Layers.Dates | NeedsFigures;
    private const Layers NeedsFigures = Layers.Figures | NeedsStatements;
    private const Layers NeedsReferences = Layers.Entities | NeedsStatements;
    private const Layers NeedsStatements = Layers.Statements | Layers.Findings;

    private readonly DocumentReader reader = new(pack, limits);
    private readonly LanguageAnalyser analyser = new(english, pack.Parties.ClauseNames);
    private readonly ReferenceResolver references = new(pack);
    private readonly FigureFinder figures = new();
    private readonly PublicationInference inference = new(pack);
    private readonly PartyFinder parties = new(pack);
    private readonly PlaceFinder places = new(pack);
    private readonly EventFinder events = new(pack);
    private readonly NarrationFinder narration = new(pack);
    private readonly StatementExtractor extractor = new(pack, english, minConfidence);

    // Reads every file of the pack, which not every command needs.
    private readonly Lazy<string> version = new(() => EngineVersion.With(pack.Fingerprint + english?.Fingerprint + minConfidence?.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Engine version, and after a <c>+</c> twelve digits that stand for this build, pack and models: where two versions are equal, so are the answers.</summary>
    public string Version => version.Value;

    /// <summary>Takes a capture through every stage that <paramref name="layers"/> need.</summary>
    public InspectionOutcome Inspect(Capture capture, Layers layers = Layers.All) => reader.Read(capture) switch
    {
        ReadOutcome.Accepted { Document: var document } => new InspectionOutcome.Accepted(Inspect(document, layers)),
        ReadOutcome.Refused { Reason: var reason } => new InspectionOutcome.Refused(reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>Takes a document that has been read through the stages that follow.</summary>
    public Inspection Inspect(Document document, Layers layers = Layers.All)
    {
        var annotated = Annotate(document, layers);
        if ((layers & NeedsStatements) == 0) { return new Inspection(annotated, [], layers); }
        var told = events.Find(annotated);
        var credited = extractor.Extract(annotated);
        ImmutableArray<Statement> statements = [.. credited.Concat(narration.Find(annotated, credited, told)).OrderBy(statement => statement.Start)];
        if (minConfidence is { } least) { statements = [.. statements.Where(statement => statement.Confidence >= least)]; }
        statements = ContentFacts.Attach(annotated, statements, told, pack.Parties);
        var findings = layers.HasFlag(Layers.Findings) ? DocumentExaminer.Examine(annotated, statements, pack.Places) : [];
        return new Inspection(annotated, statements, layers) { OwnFindings = findings };
    }

    // What statements are sought in, and what they may hold.
    private AnnotatedDocument Annotate(Document document, Layers layers)
    {
        // When a page was written does not depend on what else is asked of it.
        if ((layers & NeedsDates) == 0 && document is { Published.Basis: DateBasis.Unknown, Language: "en" or null }) { document = Annotate(document, layers | Layers.Dates).Document; }
        var annotated = (layers & NeedsLanguage) == 0 ? new AnnotatedDocument(document, [], []) : analyser.Analyse(document);
        if ((layers & NeedsReferences) != 0) { annotated = references.Resolve(annotated); }
        if ((layers & NeedsDates) != 0) { annotated = WithDates(annotated); }
        if ((layers & NeedsFigures) != 0) { annotated = annotated with { Figures = figures.Find(annotated) }; }
        if ((layers & NeedsStatements) == 0) { return annotated; }
        if (annotated.Parties.IsEmpty) { annotated = annotated with { Parties = parties.Find(annotated) }; }
        return annotated with { Places = places.Find(annotated) };
    }

    /// <summary>A statement that a person added, with the dates, figures, places and events that the stages find in its words.</summary>
    /// <returns>The ruling with its facts, and with its source's side where the person gave none; as it was where the text does not have its spans.</returns>
    public Ruling.Add Complete(Document document, Ruling.Add ruling)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        if (StatementAdder.Make(ruling, document, new CodePointOffsets(document.Text)) is not { } made) { return ruling; }
        var read = WithFacts(document, made);
        return ruling with { Statement = ruling.Statement with { Reading = StatementAnchor.ReadingOf(read) }, Side = ruling.Side ?? read.Source?.Side, Facts = JudgedFacts.Of(read, document) };
    }

    /// <summary>A correction of what a statement claims, with what the stages find in its new words; any other as it was.</summary>
    public Correction Complete(Document document, Statement statement, Correction correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        return correction.Content is null ? correction
            : correction with { Facts = JudgedFacts.Of(WithFacts(document, CorrectionApplier.Apply(statement, correction, document, new CodePointOffsets(document.Text))), document) };
    }

    private Statement WithFacts(Document document, Statement statement)
    {
        var annotated = Annotate(document, Layers.Statements);
        return ContentFacts.Attach(annotated, [statement], events.Find(annotated), pack.Parties)[0];
    }

    // A page that does not say when it was published may tell when it must have been; then days without a year are of that one.
    private AnnotatedDocument WithDates(AnnotatedDocument annotated)
    {
        var times = TimeExpressionFinder.Read(annotated);
        annotated = annotated with { Dates = TimeResolver.Resolve(times, annotated.Document.Published) };
        if (annotated.Document.Published.Basis is not DateBasis.Unknown) { return annotated; }
        annotated = annotated with { Parties = parties.Find(annotated) };
        var published = inference.Infer(annotated);
        if (published.Basis is DateBasis.Unknown) { return annotated; }
        annotated = annotated with { Document = annotated.Document with { Published = published } };
        return annotated with { Dates = TimeResolver.Resolve(times, published) };
    }
}
