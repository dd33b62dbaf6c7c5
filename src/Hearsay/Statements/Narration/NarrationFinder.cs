using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Events;
using Hearsay.Language;
using Hearsay.Language.Figures;
using Hearsay.Packs;
using Hearsay.Statements.Facts;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Narration;

/// <summary>Finds what the outlet itself reports: sentences that tell an event or a figure of the pack and credit nobody.</summary>
/// <param name="pack">What is known of the domain.</param>
/// <remarks>Silence is better than putting another's words into the outlet's mouth, so a sentence is passed over that any statement touches, that holds a strong cue word or a quotation, or that asks.</remarks>
internal sealed class NarrationFinder(DomainPack pack)
{
    private const int ShortestSentence = 5; // tokens
    private const double StrongCue = 0.4; // share of a cue word's uses that are cues

    // Shares of such sentences of PolNeAR train, which ours have not been fitted to, that no gold content touches: docs/measurements.md.
    private const double WithEventAndCount = 0.8;
    private const double WithEvent = 0.7;
    private const double WithFigure = 0.6;

    /// <summary>The narrated statements, in text order; none where the document has no grammar.</summary>
    /// <param name="document">The document with its language layers.</param>
    /// <param name="statements">Its other statements, in any order.</param>
    /// <param name="events">The events that its sentences tell, in text order.</param>
    public ImmutableArray<Statement> Find(AnnotatedDocument document, ImmutableArray<Statement> statements, ImmutableArray<EventMention> events)
    {
        if (document.Grammar is null || !StatementExtractor.Seeks(document.Document.Language)) { return []; }
        var quotations = QuotationFinder.Find(document.Document);
        var taken = Taken(document, statements, quotations.Select(quotation => quotation.Span));
        var found = ImmutableArray.CreateBuilder<Statement>();
        var told = 0;
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var first = told;
            while (told < events.Length && events[told].Span.Start < document.Sentences[s].Span.End) { told++; }
            if (taken[s] || !IsPlain(document, document.Sentences[s])) { continue; }
            if (Confidence(document, document.Sentences[s], events.AsSpan()[first..told]) is { } confidence) { found.Add(Statement(document, document.Sentences[s], confidence)); }
        }

        return found.DrainToImmutable();
    }

    // Sentences that a statement or a quotation touches; spans are few and sentences sorted, so each span marks one run.
    private static bool[] Taken(AnnotatedDocument document, ImmutableArray<Statement> statements, IEnumerable<TextSpan> quotations)
    {
        var taken = new bool[document.Sentences.Length];
        foreach (var span in statements.SelectMany(Spans).Concat(quotations))
        {
            for (var s = SortedSpans.FirstEndingAfter(document.Sentences, span.Start, sentence => sentence.Span); s < taken.Length && document.Sentences[s].Span.Start < span.End; s++) { taken[s] = true; }
        }

        return taken;
    }

    private static IEnumerable<TextSpan> Spans(Statement statement)
    {
        foreach (var content in statement.Content) { yield return content; }
        if (statement.Cue is { } cue) { yield return cue.Span; }
        if (statement.Source?.Span is { } source) { yield return source; }
    }

    // A full sentence of the article that asks nothing, orders nothing and has no word in it that would credit someone.
    private bool IsPlain(AnnotatedDocument document, Sentence sentence)
    {
        var role = document.Document.Blocks[sentence.Block].Role;
        if (role is not (BlockRole.Body or BlockRole.Headline or BlockRole.Caption or BlockRole.List) || sentence.TokenCount < ShortestSentence) { return false; }
        var grammar = document.Grammar!;
        var end = sentence.FirstToken + sentence.TokenCount;
        var finite = false;
        for (var i = sentence.FirstToken; i < end; i++)
        {
            var word = document.Tokens[i].Span.In(document.Text);
            if (word is "?" || word.Equals("according", StringComparison.OrdinalIgnoreCase)) { return false; }
            if (grammar.Tags[i] is "VBD" or "VBZ" or "VBP" or "MD") { finite = true; }
            if (grammar.Tags[i] is "MD" && grammar.Lemmas[i] is not ("will" or "shall")) { return false; } // what may, must or should be is not reported
            if (pack.Sources.UnnamedWords.Contains(grammar.Lemmas[i]) || IsCue(grammar, i)) { return false; }
        }

        return finite && grammar.Tags[sentence.FirstToken] is not "VB" && !IsConditional(document, sentence);
    }

    private bool IsCue(Grammar grammar, int token) =>
        (grammar.Tags[token] is ['V', ..] ? pack.Cues.Word(grammar.Lemmas[token], CueClass.Verb) : grammar.Tags[token] is ['N', ..] ? pack.Cues.Word(grammar.Lemmas[token], CueClass.Noun) : null)
        is { Act: StatementAct.Says, Rate: >= StrongCue };

    private static bool IsConditional(AnnotatedDocument document, Sentence sentence) =>
        document.Tokens[sentence.FirstToken].Span.In(document.Text) is "If" or "Should" or "Let" or "Imagine" or "Why" or "How" or "What";

    private double? Confidence(AnnotatedDocument document, Sentence sentence, ReadOnlySpan<EventMention> events)
    {
        double? best = null;
        foreach (var told in events)
        {
            if (told.Count is not null) { return WithEventAndCount; }
            if (!told.Participants.IsEmpty && told.Participants.Any(participant => participant.Side is not null)) { best = WithEvent; }
        }

        return best ?? (CountsPeople(document, sentence) ? WithFigure : null);
    }

    // A figure of the pack: so many prisoners, soldiers, deserters, of a party.
    private bool CountsPeople(AnnotatedDocument document, Sentence sentence)
    {
        foreach (var figure in SortedSpans.Touching(document.Figures, sentence.Span, figure => figure.Span))
        {
            if (figure.Kind is FigureKind.Count && figure.Of is { } of && IsOfParty(document, sentence, of)) { return true; }
        }

        return false;
    }

    private bool IsOfParty(AnnotatedDocument document, Sentence sentence, TextSpan span)
    {
        var parties = SortedSpans.Touching(document.Parties, span, mention => mention.Span);
        if (parties.IsEmpty) { return false; }
        foreach (var mention in parties)
        {
            if (mention.Kind is PartyTermKind.People) { return true; }
        }

        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            if (span.Contains(document.Tokens[i].Span) && !pack.Events.People.Rests(document.Grammar!.Lemmas[i]).IsEmpty) { return true; }
        }

        return false;
    }

    private Statement Statement(AnnotatedDocument annotated, Sentence sentence, double confidence)
    {
        var document = annotated.Document;
        ImmutableArray<TextSpan> content = [WithoutStop(sentence.Span, document.Text)];
        var source = document.Outlet is { } outlet ? new StatementSource(null, outlet, SourceBasis.Outlet, SourceType.Organisation) : null;
        var origin = new Hop(HopRole.Origin, source?.Name ?? ChainReader.NotNamed, null);
        return new Statement
        {
            Id = StatementId.Of(document.Sha256, null, null, content),
            Document = document.Sha256,
            Block = document.Blocks[sentence.Block].Role,
            Kind = StatementKind.Narrated,
            Act = StatementAct.Says,
            Confidence = confidence,
            Source = source,
            Cue = null,
            Content = content,
            Chain = source is null ? [origin] : [new Hop(HopRole.Outlet, source.Name, null), origin],
            Certainty = CertaintyOf(annotated, sentence),
            SaidOn = document.Published.Value is { } day ? new SaidOn(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SaidOnBasis.Published, null) : SaidOn.Unknown,
        };
    }

    private Certainty CertaintyOf(AnnotatedDocument document, Sentence sentence)
    {
        var certainty = Certainty.Asserted;
        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
        {
            var word = document.Tokens[i].Span.SliceOf(document.Text).ToLowerInvariant();
            if (pack.Sources.Hedges.Contains(word) && document.Grammar!.Tags[i] is not "NNP") { return Certainty.Hedged; }
            if (document.Grammar!.Lemmas[i] is "will" or "shall" && document.Grammar.Tags[i] is "MD") { certainty = Certainty.Forecast; }
        }

        return certainty;
    }

    private static TextSpan WithoutStop(TextSpan span, string text)
    {
        var end = span.End;
        while (end > span.Start && text[end - 1] is '.' or '!' or ' ' or '\n') { end--; }
        return span with { End = end };
    }
}
