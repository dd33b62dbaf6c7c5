using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Language.Coreference;
using Hearsay.Packs;
using Hearsay.Statements.Attributions;
using Hearsay.Statements.Constructions;
using Hearsay.Statements.Facts;
using Hearsay.Statements.Rules;
using Hearsay.Statements.Sources;

namespace Hearsay.Statements;

/// <summary>Finds who said what, on whose word.</summary>
/// <remarks>Where there are trained models and a grammar, they find source, cue and content; without, and in sentences where the models find nothing, rules over words do.
/// All else is the same for both: labelled paragraphs, relays, names, facts.</remarks>
/// <param name="pack">What is known of the domain.</param>
/// <param name="english">Trained models of English; null to do with rules alone.</param>
/// <param name="minConfidence">Where it is less than the models' own threshold, what they propose is taken from there on; the caller leaves out what is less sure than it.</param>
public sealed class StatementExtractor(DomainPack pack, LanguageModel? english = null, double? minConfidence = null)
{
    // Where the models find nothing in a sentence, the rules are asked for cues that a wrong tag may have hidden, but must be this sure.
    private const double SureOfRules = 0.7;

    // "said that", "according to": a wrong tree may have made the models doubt what the words alone make plain.
    private const double SurerThanModels = 0.84;

    private readonly AttributionFinder finder = new(pack.Cues);
    private readonly LabelFinder labels = new(pack.Sources, pack.Cues);

    /// <summary>Finds the statements of a document. English only for now; other languages give none.</summary>
    /// <returns>Statements in text order of their cues; empty when nothing is attributed.</returns>
    public ImmutableArray<Statement> Extract(AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!Seeks(document.Document.Language)) { return []; }
        var quotations = QuotationFinder.Find(document.Document);
        var sentences = SentenceWords.Of(document, quotations);
        var tree = document.Grammar is null ? null : new GrammarTree(document);
        var references = document.References ?? (tree is null ? null : new ReferenceResolver(pack).Resolve(document, tree));
        var describer = new SourceDescriber(document.Text, references?.Names ?? new NameIndex(document.Document, pack.Sources), pack.Sources, sentences);
        var resolver = new SourceResolver(describer, pack.Sources, tree, references);
        var relays = tree is null ? null : new RelayFinder(tree, pack, finder, resolver, references, quotations);
        var clauses = tree is null ? null : new InterruptedClause(tree, pack.Cues);
        var boundaries = tree is null ? null : new Boundaries(tree, pack.Cues, pack.Sources, quotations);
        var constructions = tree is null ? null : new ConstructionFinder(tree, pack, finder, quotations);

        var trained = english?.Attributions is { } model && document.Grammar is not null ? new TrainedAttributions(model, document, pack, minConfidence) : null;
        var laidOut = labels.Find(document, sentences, quotations);
        var labelOf = LabelOfSentence(laidOut, sentences);
        var found = new List<Attribution>(laidOut);
        foreach (var words in sentences)
        {
            if (document.Document.Blocks[words.Sentence.Block].Role is BlockRole.Byline or BlockRole.Dateline or BlockRole.Sources) { continue; }
            var attributions = trained is not null && trained.Speaks(words.Index) ? trained.In(words.Index) : finder.Find(words, quotations);
            if (trained is not null)
            {
                attributions.RemoveAll(attribution => attribution.Confidence is null && attribution.Construction is not (Construction.Postposed or Construction.AsClause) && !RejectsClaim(document, attribution)
                    && (ConfidenceTable.Of(attribution) is var sure && (sure < SureOfRules || (sure < SurerThanModels && trained.Weighed(words.Index, attribution.Cue)))));
                if (clauses is not null && boundaries is not null && constructions is not null) { attributions = clauses.Widen(boundaries.Mend(constructions.Complete(words, attributions))); }
            }

            attributions.RemoveAll(attribution => Asks(document, attribution));
            found.AddRange(Within(document, labelOf[words.Index], words, relays?.Read(words, attributions) ?? attributions).Select(attribution => WithoutLabelled(attribution, labelOf, sentences)));
        }

        found = [.. found.OrderBy(a => a.Cue.Start).ThenBy(a => a.Content[0].Start)];
        found = [.. new BackReference(document.Document, pack.Cues, sentences).Add(found).OrderBy(a => a.Cue.Start).ThenBy(a => a.Content[0].Start)];
        if (trained is not null && tree is not null) { found = [.. new LooseQuotes(document.Document, sentences, quotations, tree, references).Add(found).OrderBy(a => a.Cue.Start).ThenBy(a => a.Content[0].Start)]; }
        if (trained is null) { found = RunOn.Extend(found, sentences, quotations); }
        IReadOnlyList<StatementFacts> facts = tree is null ? [.. found.Select(StatementFacts.OfCue)] : new FactReader(pack, document).Read(tree, found);
        var builder = new StatementBuilder(document.Document, quotations, resolver, new ChainReader(document.Document.Outlet, document.Text, pack.Sources));
        return [.. found.Select((attribution, i) => builder.Build(attribution, facts[i])).OfType<Statement>().DistinctBy(statement => statement.Id)];
    }

    // "refuted the report", "rejected claims that …": few words are as telling, though they are too rare for the models to know.
    private bool RejectsClaim(AnnotatedDocument document, Attribution attribution)
    {
        if (!attribution.Denies || attribution.Source is null) { return false; }
        var words = attribution.Content[0].SliceOf(document.Text).ToLowerInvariant().Split(' ', 6);
        return words.Take(5).Any(word => word is "that" || (word.Length > 4 && pack.Sources.ClaimNouns.Contains(word)));
    }

    // "Does Varnia admit this?", "What the survivors say": a heading that asks what others say, for its article to answer; "Varnia: New Evidence of Beatings", a topic.
    private static bool Asks(AnnotatedDocument document, Attribution attribution)
    {
        const int LongestHeading = 12; // tokens
        var sentence = document.Sentences[attribution.Sentence];
        if (document.Document.Blocks[sentence.Block].Role is BlockRole.Headline && attribution.Cue.In(document.Text) is ":" && attribution.Source is { } topic && LabelFinder.IsTopic(document, sentence, topic)) { return true; }
        if (sentence.TokenCount > LongestHeading || attribution.Content.Length > 1) { return false; }
        var content = attribution.Content[0].In(document.Text);
        var block = document.Document.Blocks[sentence.Block].Span.Trim(document.Text);
        if (block.Length > sentence.Span.Length + 1) { return false; }
        return content is "What" or "Who" or "Why" or "How" or "Where" or "What do" or "What does" or "What did" || (document.Text[block.End - 1] == '?' && attribution.Content[0].Start >= attribution.Cue.Start && content[0] is not ('"' or '“' or '‘' or '«'));
    }

    // What the layout credits to one is not what another goes on to say.
    private static Attribution WithoutLabelled(Attribution attribution, Attribution?[] labelOf, List<SentenceWords> sentences)
    {
        if (attribution.Content.Length < 2 || labelOf[attribution.Sentence] is not null) { return attribution; }
        var own = attribution.Content.RemoveAll(content => SentenceWords.At(sentences, content.Start) is var s && s < labelOf.Length && labelOf[s] is not null);
        return own.IsEmpty ? attribution : attribution with { Content = own };
    }

    private static Attribution?[] LabelOfSentence(List<Attribution> laidOut, List<SentenceWords> sentences)
    {
        var labelOf = new Attribution?[sentences.Count];
        foreach (var label in laidOut)
        {
            labelOf[label.Sentence] = label;
            foreach (var content in label.Content)
            {
                for (var s = SentenceWords.At(sentences, content.Start); s < sentences.Count && sentences[s].Sentence.Span.Start < content.End; s++) { labelOf[s] ??= label; }
            }
        }

        return labelOf;
    }

    // A colon headline or a labelled quotation takes its sentence whole; within a list or a credited paragraph others may speak, passed on by its source.
    // In a turn others may speak, passed on by its speaker; what the speaker says of himself is the turn's own.
    private static List<Attribution> PassedOn(AnnotatedDocument document, Attribution turn, List<Attribution> found) =>
        [.. found.Select(a => WithoutLabel(a, turn)).Where(a => a.Source is { } source && !source.Overlaps(turn.Source!.Value) && !a.Cue.Overlaps(turn.Cue) && source.SliceOf(document.Text).ToLowerInvariant() is not ("i" or "we" or "you" or "me" or "us") && !a.Content.Any(content => content.Overlaps(turn.Cue)))
            .Select(a => a.Relays.IsEmpty ? a with { Relays = [turn.Source!.Value] } : a)];

    // The speaker's name before the turn is no part of what somebody is quoted with in it.
    private static Attribution WithoutLabel(Attribution attribution, Attribution turn) =>
        attribution.Content.Length > 1 && attribution.Content[0].End <= turn.Cue.End && attribution.Content[0].Start < turn.Content[0].Start ? attribution with { Content = attribution.Content.RemoveAt(0) } : attribution;

    private static List<Attribution> Within(AnnotatedDocument document, Attribution? label, SentenceWords words, List<Attribution> found)
    {
        if (label is null) { return found; }
        if (label.Construction is Construction.Turn) { return PassedOn(document, label, found); }
        var passesOn = label.Construction is Construction.ListLead || (label.Construction is Construction.Label && label.Lemma == "source");
        return !passesOn || label.Sentence == words.Index ? []
            : [.. found.Select(a => a.Relays.IsEmpty && label.Source is { } source ? a with { Relays = [source] } : a)];
    }

    /// <summary>True where statements are sought in documents of this language: English, and where there is too little text to tell.</summary>
    public static bool Seeks(string? language) => language is null or "en";
}
