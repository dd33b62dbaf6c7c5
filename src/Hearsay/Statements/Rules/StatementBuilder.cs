using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Statements.Facts;
using Hearsay.Statements.Sources;

namespace Hearsay.Statements.Rules;

/// <summary>Makes a document's statements of its attributions, in text order.</summary>
internal sealed class StatementBuilder(Document document, IReadOnlyList<Quotation> quotations, SourceResolver resolver, ChainReader chain)
{
    private Party? last;
    private int lastBlock = -1;

    /// <summary>The statement of an attribution, or null where nothing but marks would be its content. Call in text order: a source that is left out is the last one's.</summary>
    public Statement? Build(Attribution attribution, StatementFacts facts)
    {
        var content = Tidy(attribution.Content);
        if (content.IsEmpty) { return null; }
        attribution = attribution with { Content = content };
        var relays = attribution.Relays.Select(span => (resolver.Resolve(span), span)).ToList();
        var block = BlockOf(content[0]);
        var source = Source(attribution, block);
        return new Statement
        {
            Id = StatementId.Of(document.Sha256, attribution.Source, attribution.Cue, content),
            Document = document.Sha256,
            Block = document.Blocks[block].Role,
            Kind = attribution.Construction is Construction.Turn && Kind(content) is StatementKind.Indirect ? StatementKind.Direct : Kind(content),
            Act = facts.Act,
            Confidence = attribution.Confidence ?? ConfidenceTable.Of(attribution),
            Source = source,
            Cue = new Cue(attribution.Cue, attribution.Lemma),
            Content = content,
            Chain = chain.Read(relays, source),
            Via = facts.Via,
            Polarity = facts.Polarity,
            Certainty = facts.Certainty,
            SaidOn = facts.SaidOn,
        };
    }

    private StatementSource? Source(Attribution attribution, int block)
    {
        if (attribution.Source is { } span)
        {
            last = resolver.Resolve(span);
            lastBlock = block;
            return new StatementSource(span, last.Name, SourceBasis.Stated, last.Type) { Entity = last.Entity };
        }

        var carriesOn = attribution.Construction is Construction.Dependent or Construction.SubjectClause or Construction.SubjectBare or Construction.SubjectQuote;
        return carriesOn && last is not null && lastBlock == block ? new StatementSource(null, last.Name, SourceBasis.Inferred, last.Type) { Entity = last.Entity } : null;
    }

    // Sorted, disjoint, without white space at the ends.
    private ImmutableArray<TextSpan> Tidy(ImmutableArray<TextSpan> spans)
    {
        var tidy = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans.Select(WithoutDateline).Select(span => span.Trim(document.Text)).Where(span => !span.IsEmpty).OrderBy(span => span.Start))
        {
            if (tidy.Count > 0 && span.Start <= tidy[^1].End) { tidy[^1] = tidy[^1] with { End = Math.Max(tidy[^1].End, span.End) }; }
            else { tidy.Add(span); }
        }

        return tidy.Any(span => HasWord(span)) ? tidy.ToImmutable() : [];
    }

    // "ELSVIK, Nov 19 (Harbour News) - ": nobody's word.
    private TextSpan WithoutDateline(TextSpan span)
    {
        var block = document.Blocks[BlockOf(span)];
        if (span.Start - block.Span.Start > RunInDateline.Longest) { return span; }
        var end = RunInDateline.End(document.Text, block.Span);
        return end > span.Start && end < span.End ? span with { Start = end } : span;
    }

    private bool HasWord(TextSpan span)
    {
        foreach (var c in span.In(document.Text))
        {
            if (char.IsLetterOrDigit(c)) { return true; }
        }

        return false;
    }

    private StatementKind Kind(ImmutableArray<TextSpan> content)
    {
        var (inside, outside) = (false, false);
        foreach (var span in content)
        {
            var q = FirstQuotation(span.Start);
            for (var i = span.Start; i < span.End && !(inside && outside); i++)
            {
                while (q < quotations.Count && quotations[q].Span.End <= i) { q++; }
                if (!char.IsLetterOrDigit(document.Text[i])) { continue; }
                if (q < quotations.Count && quotations[q].Span.Contains(i)) { inside = true; } else { outside = true; }
            }
        }

        return inside ? outside ? StatementKind.Mixed : StatementKind.Direct : StatementKind.Indirect;
    }

    private int FirstQuotation(int offset)
    {
        var (low, high) = (0, quotations.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].Span.End <= offset) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }

    private int BlockOf(TextSpan span)
    {
        var (low, high) = (0, document.Blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Blocks[middle].Span.End <= span.Start) { low = middle + 1; } else { high = middle; }
        }

        return low;
    }
}
