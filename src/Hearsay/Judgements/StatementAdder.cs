using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Judgements;

/// <summary>Makes the statement that a person found and the engine missed.</summary>
internal static class StatementAdder
{
    /// <summary>The statement as judged; null where the text does not have its spans.</summary>
    public static Statement? Add(Judgement judgement, Document document, CodePointOffsets offsets) => Make((Ruling.Add)judgement.Ruling, document, offsets) is { } made
        ? made with { Judged = new StatementVerdict(Verdict.Added, judgement.Id, judgement.By, judgement.When, judgement.Why, made with { Confidence = 0 }) } : null;

    /// <summary>The statement that a ruling describes, with the facts that it keeps; null where the text does not have its spans.</summary>
    public static Statement? Make(Ruling.Add ruling, Document document, CodePointOffsets offsets)
    {
        TextSpan? In(QuotedSpan? span) => span?.In(document.Text, offsets);
        var content = ruling.Statement.Content.Select(part => In(part)).ToList();
        var (source, cue) = (In(ruling.Statement.Source), In(ruling.Statement.Cue));
        if (content.Contains(null) || (ruling.Statement.Source is not null && source is null) || (ruling.Statement.Cue is not null && cue is null)) { return null; }
        var first = content[0]!.Value;
        var made = new Statement
        {
            Id = ruling.Statement.Id,
            Document = document.Sha256,
            Block = document.Blocks.FirstOrDefault(block => block.Span.Contains(first))?.Role ?? BlockRole.Body,
            Kind = cue is null ? StatementKind.Narrated : document.Text[first.Start] is '“' or '"' or '«' or '„' || (first.Start > 0 && document.Text[first.Start - 1] is '“' or '"' or '«' or '„') ? StatementKind.Direct : StatementKind.Indirect,
            Act = StatementAct.Says,
            Confidence = 1,
            Source = new StatementSource(source, ruling.Source, source is null ? SourceBasis.Inferred : SourceBasis.Stated, ruling.Type) { Side = ruling.Side },
            Cue = cue is { } words ? new Cue(words, words.SliceOf(document.Text).ToLowerInvariant()) : null,
            Content = [.. content.OfType<TextSpan>()],
            Chain = [.. document.Outlet is { } outlet ? [new Hop(HopRole.Outlet, outlet, null)] : Array.Empty<Hop>(), new Hop(HopRole.Origin, ruling.Source, source)],
            Polarity = ruling.Polarity,
            SaidOn = ruling.SaidOn is { } day ? new SaidOn(day, SaidOnBasis.Stated, null) : SaidOn.Unknown,
        };
        return ruling.Facts is { } facts ? JudgedFacts.Attach(made, facts, document, offsets) : made;
    }
}
