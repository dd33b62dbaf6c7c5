using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Matters;
using Hearsay.Statements;

namespace Hearsay.Judgements;

/// <summary>All judgements of a ledger, and what they make of documents. It depends on the set of judgements alone, in whatever order they come.</summary>
public sealed class JudgementBook
{
    private readonly Dictionary<string, Judgement> all = new(StringComparer.Ordinal);
    private readonly HashSet<string> withdrawn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Judgement> decisive = new(StringComparer.Ordinal); // by what it is about
    private readonly ILookup<string, Judgement> onStatements;
    private readonly ILookup<string, Judgement> added;
    private readonly Dictionary<(string? Document, string Source), Judgement> identities = [];

    /// <summary>A book of these judgements. Of two about the same, the later one counts; what a judgement that holds withdraws does not.</summary>
    public JudgementBook(IEnumerable<Judgement> judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        Judgements = [.. judgements.DistinctBy(judgement => judgement.Id, StringComparer.Ordinal).OrderBy(judgement => judgement.When).ThenBy(judgement => judgement.Id, StringComparer.Ordinal)];
        foreach (var judgement in Judgements) { all.Add(judgement.Id, judgement); }

        // A withdrawal is later than what it withdraws, so from the last to the first each is decided before it is asked for.
        foreach (var judgement in Judgements.Reverse())
        {
            if (judgement.Ruling is Ruling.Withdraw withdraw && !withdrawn.Contains(judgement.Id)) { withdrawn.Add(withdraw.Judgement); }
        }

        Active = [.. Judgements.Where(judgement => !withdrawn.Contains(judgement.Id))];
        foreach (var judgement in Active)
        {
            if (SubjectOf(judgement.Ruling) is { } subject) { decisive[subject] = judgement; }
            if (judgement.Ruling is Ruling.Identify identify) { identities[(identify.Document, identify.Source)] = judgement; }
        }

        added = decisive.Values.Where(judgement => judgement.Ruling is Ruling.Add).ToLookup(judgement => ((Ruling.Add)judgement.Ruling).Statement.Document, StringComparer.Ordinal);
        onStatements = decisive.Values.Where(judgement => judgement.Ruling is Ruling.OnStatement).ToLookup(judgement => ((Ruling.OnStatement)judgement.Ruling).Statement.Document, StringComparer.Ordinal);
    }

    /// <summary>No judgements.</summary>
    public static JudgementBook Empty { get; } = new([]);

    /// <summary>Every judgement, the earliest first.</summary>
    public ImmutableArray<Judgement> Judgements { get; }

    /// <summary>Those that nobody withdrew, the earliest first; those that a later one supersedes are among them.</summary>
    public ImmutableArray<Judgement> Active { get; }

    /// <summary>Those that count: not withdrawn and not superseded.</summary>
    public IEnumerable<Judgement> Decisive => Active.Where(Counts);

    /// <summary>A judgement by its id, or null.</summary>
    public Judgement? Find(string id) => all.GetValueOrDefault(id);

    /// <summary>True where a judgement is neither withdrawn nor superseded.</summary>
    public bool Counts(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return !withdrawn.Contains(judgement.Id) && (SubjectOf(judgement.Ruling) is not { } subject || decisive[subject].Id == judgement.Id);
    }

    /// <summary>Whether a judgement was withdrawn or superseded; <see cref="Standing.Holds"/> where neither, which is for documents to confirm.</summary>
    public Standing StandingOf(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return withdrawn.Contains(judgement.Id) ? Standing.Withdrawn : Counts(judgement) ? Standing.Holds : Standing.Superseded;
    }

    /// <summary>SHA-256 of the documents that judgements name.</summary>
    public IEnumerable<string> Documents => Judgements.SelectMany(judgement => judgement.Ruling.About.Select(anchor => anchor.Document)).Distinct(StringComparer.Ordinal);

    /// <summary>True where a judgement may change this document.</summary>
    public bool Concerns(string document) => identities.Count > 0 || onStatements.Contains(document) || added.Contains(document);

    /// <summary>Source names that judgements identify wherever they stand.</summary>
    public IEnumerable<string> IdentifiedSources => identities.Keys.Where(key => key.Document is null).Select(key => key.Source);

    /// <summary>Who dismissed a finding, or null.</summary>
    public Dismissal? DismissalOf(string finding) => decisive.GetValueOrDefault($"finding|{finding}") is { } judgement ? new Dismissal(judgement.Id, judgement.By, judgement.When, judgement.Why) : null;

    /// <summary>A document's statements with those that people found in it and the engine did not, in text order. What lies at spans that the text does not have, or where the engine finds one, is passed over.</summary>
    public ImmutableArray<Statement> WithAdded(Document document, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!added.Contains(document.Sha256)) { return statements; }
        var offsets = new CodePointOffsets(document.Text);
        var found = statements.Select(statement => StatementAnchor.Of(statement, document, offsets).Key).ToHashSet(StringComparer.Ordinal);
        var missed = added[document.Sha256].Where(judgement => !found.Contains(((Ruling.Add)judgement.Ruling).Statement.Key))
            .Select(judgement => StatementAdder.Add(judgement, document, offsets)).OfType<Statement>().ToList();
        return missed.Count == 0 ? statements : [.. statements.Concat(missed).OrderBy(statement => statement.Start).ThenBy(statement => statement.Id, StringComparer.Ordinal)];
    }

    /// <summary>The document as people have judged it: rejected statements and the findings that rest on them gone, corrected ones corrected, findings marked that were dismissed.</summary>
    public ExaminedDocument Apply(ExaminedDocument read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!Concerns(read.Document.Sha256)) { return read with { Findings = Mark(read.Findings) }; }
        read = read with { Statements = WithAdded(read.Document, read.Statements) };
        var offsets = new CodePointOffsets(read.Document.Text);
        var rulings = onStatements[read.Document.Sha256].ToDictionary(judgement => ((Ruling.OnStatement)judgement.Ruling).Statement.Key, StringComparer.Ordinal);
        var gone = new HashSet<string>(StringComparer.Ordinal);
        var statements = ImmutableArray.CreateBuilder<Statement>(read.Statements.Length);
        foreach (var statement in read.Statements)
        {
            var ruling = rulings.Count == 0 ? null : rulings.GetValueOrDefault(StatementAnchor.Of(statement, read.Document, offsets).Key);
            var judged = Judged(statement, ruling, read.Document, offsets);
            if (judged.Judged?.Verdict is Verdict.Rejected) { gone.Add(statement.Id); } else { statements.Add(judged); }
        }

        return read with { Statements = statements.DrainToImmutable(), Findings = Mark([.. read.Findings.Where(finding => !finding.Statements.Any(gone.Contains))]) };
    }

    /// <summary>Every statement of a document that somebody judged, rejected ones too, as judged.</summary>
    public IEnumerable<Statement> Judge(Document document, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!Concerns(document.Sha256)) { return []; }
        statements = WithAdded(document, statements);
        var offsets = new CodePointOffsets(document.Text);
        var rulings = onStatements[document.Sha256].ToDictionary(judgement => ((Ruling.OnStatement)judgement.Ruling).Statement.Key, StringComparer.Ordinal);
        return statements.Select(statement => Judged(statement, rulings.GetValueOrDefault(StatementAnchor.Of(statement, document, offsets).Key), document, offsets)).Where(statement => statement.Judged is not null);
    }

    /// <summary>How every judgement about statements of this document stands towards what the engine finds in it, with the id of the statement that it fits or lies nearest to.</summary>
    public IEnumerable<(Judgement Judgement, Standing Standing, string? Nearest)> Stand(Document document, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        var offsets = new CodePointOffsets(document.Text);
        statements = WithAdded(document, statements);
        var found = statements.Select(statement => (Statement: statement, Anchor: StatementAnchor.Of(statement, document, offsets))).DistinctBy(one => one.Anchor.Key, StringComparer.Ordinal).ToDictionary(one => one.Anchor.Key, StringComparer.Ordinal);
        foreach (var judgement in Judgements)
        {
            foreach (var anchor in judgement.Ruling.About.Where(anchor => anchor.Document == document.Sha256))
            {
                var standing = StandingOf(judgement);
                if (found.TryGetValue(anchor.Key, out var fits))
                {
                    yield return (judgement, standing is Standing.Holds && fits.Anchor.Reading != anchor.Reading ? Standing.Changed : standing, fits.Statement.Id);
                }
                else
                {
                    yield return (judgement, standing is Standing.Holds ? Standing.Orphaned : standing, Nearest(anchor, found.Values));
                }
            }
        }
    }

    // What a ruling is about, where a later one about the same stands in its place; merging and splitting happen one after the other.
    private static string? SubjectOf(Ruling ruling) => ruling switch
    {
        Ruling.OnStatement on => $"statement|{on.Statement.Key}",
        Ruling.Add add => $"added|{add.Statement.Key}",
        Ruling.Rate rate => $"rating|{rate.Statement.Key}",
        Ruling.Dismiss dismiss => $"finding|{dismiss.Finding.Id}",
        Ruling.Identify identify => $"source|{identify.Document}|{identify.Source}",
        Ruling.OverruleOrigins pair => string.CompareOrdinal(pair.First.Key, pair.Second.Key) < 0 ? $"origins|{pair.First.Key}|{pair.Second.Key}" : $"origins|{pair.Second.Key}|{pair.First.Key}",
        _ => null,
    };

    private Statement Judged(Statement statement, Judgement? judgement, Document document, CodePointOffsets offsets)
    {
        var name = statement.Source?.Name;
        if (judgement is null)
        {
            return name is not null && (identities.TryGetValue((document.Sha256, name), out var own) || identities.TryGetValue((null, name), out own)) ? Identified(statement, own) : statement;
        }

        var verdict = judgement.Ruling switch { Ruling.Reject => Verdict.Rejected, Ruling.Correct => Verdict.Corrected, _ => Verdict.Accepted };
        var right = judgement.Ruling is Ruling.Correct correct ? CorrectionApplier.Apply(statement, correct.Correction, document, offsets) : statement;
        return right with { Confidence = verdict is Verdict.Rejected ? 0 : 1, Judged = new StatementVerdict(verdict, judgement.Id, judgement.By, judgement.When, judgement.Why, statement) };
    }

    private static Statement Identified(Statement statement, Judgement judgement)
    {
        var identify = (Ruling.Identify)judgement.Ruling;
        var source = statement.Source! with { Name = identify.Identity, Side = identify.Side ?? statement.Source.Side, Type = identify.Type ?? statement.Source.Type };
        return statement.CreditedTo(source) with { Judged = new StatementVerdict(Verdict.Identified, judgement.Id, judgement.By, judgement.When, judgement.Why, statement) };
    }

    private ImmutableArray<Finding> Mark(ImmutableArray<Finding> findings) =>
        findings.Any(finding => DismissalOf(finding.Id) is not null) ? [.. findings.Select(finding => finding with { Dismissed = DismissalOf(finding.Id) })] : findings;

    // The statement whose cue and content share most characters with the judged one.
    private static string? Nearest(StatementAnchor anchor, IEnumerable<(Statement Statement, StatementAnchor Anchor)> found)
    {
        var best = found.Select(one => (one.Statement.Id, Shared: Shared(anchor, one.Anchor))).Where(one => one.Shared > 0).OrderByDescending(one => one.Shared).ThenBy(one => one.Id, StringComparer.Ordinal).FirstOrDefault();
        return best.Id;
    }

    private static int Shared(StatementAnchor left, StatementAnchor right) => Parts(left).Sum(part => Parts(right).Sum(other => Math.Max(0, Math.Min(part.End, other.End) - Math.Max(part.Start, other.Start))));

    private static IEnumerable<QuotedSpan> Parts(StatementAnchor anchor) => anchor.Cue is { } cue ? anchor.Content.Append(cue) : anchor.Content;
}
