using System.Buffers;
using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Attributions;

/// <summary>What the trained models find in a document, sentence by sentence, in the form in which the rules that follow expect it.</summary>
internal sealed class TrainedAttributions
{
    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create(",;:.\n\"“”");

    private readonly List<Attribution>?[] bySentence;
    private readonly bool[] speaks;
    private readonly AttributionText text;

    /// <summary>Finds a document's attributions. The document must have grammar. A rubric before a colon ("Explained: …") is nobody's word.</summary>
    public TrainedAttributions(AttributionModel model, AnnotatedDocument document, DomainPack pack, double? minConfidence = null)
    {
        text = new AttributionText(document);
        bySentence = new List<Attribution>?[document.Sentences.Length];
        speaks = new bool[document.Sentences.Length];
        foreach (var found in model.Find(text, model.Parts.Detect(text), minConfidence))
        {
            if (found.Source is { } source && pack.Sources.Rubrics.Contains(source.SliceOf(document.Text).ToLowerInvariant()))
            {
                continue;
            }

            if (IsOtherVerb(document, found.CueHead)) { continue; }
            var sentence = text.SentenceOf[found.CueHead];
            (bySentence[sentence] ??= []).Add(Of(text, found, pack.Cues));
            speaks.AsSpan(found.FirstSentence, found.LastSentence - found.FirstSentence + 1).Fill(true);
        }
    }

    // "The figures do not add up": with its particle the verb is another.
    private static bool IsOtherVerb(AnnotatedDocument document, int head) =>
        document.Grammar!.Lemmas[head] == "add" && head + 1 < document.Tokens.Length && document.Tokens[head + 1].Span.In(document.Text) is "up";

    /// <summary>The attributions whose cues stand in a sentence, in text order.</summary>
    public List<Attribution> In(int sentence) => bySentence[sentence] ?? [];

    /// <summary>True where a sentence holds an attribution or stands between a cue and what it attributes.</summary>
    public bool Speaks(int sentence) => speaks[sentence];

    /// <summary>True where the models have weighed a word of <paramref name="cue"/>, in <paramref name="sentence"/>, as the head of a cue, and let it be: a wrong tag hides it from them.</summary>
    public bool Weighed(int sentence, TextSpan cue)
    {
        var (start, end) = text.TokensOf(sentence);
        for (var t = start; t < end; t++)
        {
            if (text.Rate[t] > 0 && text.Document.Tokens[t].Span.Overlaps(cue))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A source without the date before it: in "on 3 December, General Usov denied" a parser may hang the general on the date. A date that owns what
    /// follows ("Monday's report") stays.
    /// </summary>
    internal static TextSpan WithoutDate(AnnotatedDocument document, TextSpan source)
    {
        foreach (var date in document.Dates)
        {
            if (date.Span.Start > source.Start) { break; }
            if (!date.Span.Contains(source.Start) || date.Span.End >= source.End || document.Text[date.Span.End] is '\'' or '’') { continue; }
            var start = date.Span.End;
            while (start < source.End && (document.Text[start] is ',' || char.IsWhiteSpace(document.Text[start]))) { start++; }
            foreach (var word in (ReadOnlySpan<string>)["later ", "earlier ", "ago "])
            {
                if (start < source.End && document.Text.AsSpan(start, source.End - start).StartsWith(word, StringComparison.Ordinal)) { start += word.Length; } // "half an hour later the governor"
            }

            return start < source.End ? source with { Start = start } : source;
        }

        return source;
    }

    private static Attribution Of(AttributionText text, FoundAttribution found, CueLexicon cues)
    {
        var head = found.CueHead;
        var lemma = text.Document.Grammar!.Lemmas[head].ToLowerInvariant();
        if (text.Word[head] == According)
        {
            lemma = "accord";
        }

        var wanted = text.Has(head, Traits.Verb) ? CueClass.Verb : text.Has(head, Traits.Noun) ? CueClass.Noun : CueClass.Adjective;
        CueWord? word = null;
        foreach (var form in cues.Find(lemma))
        {
            word = form.Word.Lemma == lemma && (word is null || form.Word.Class == wanted) ? form.Word : word;
        }

        return new Attribution
        {
            Construction = Construction(text, found, wanted, lemma),
            Sentence = text.SentenceOf[head],
            Cue = found.Cue,
            Lemma = lemma,
            Act = word?.Act ?? (lemma == "accord" || !text.Has(head, Traits.Word) ? StatementAct.Says : StatementAct.Other),
            Strength = found.Confidence,
            Confidence = Math.Round(found.Confidence, 3),
            Source = found.Source is { } source ? WithoutDate(text.Document, WholePhrase(text, source, found.Cue)) : null,
            Content = lemma == "accord" && found.Source is { } which && IsRelative(text.Document, which) && found.Content[^1].Start > which.End ? [.. found.Content.Where(content => content.Start > which.End)] : found.Content,
            Denies = word?.Denies ?? false,
            Hedges = word?.Hedges ?? false,
        };
    }

    // "the update reads", "one captured man says", where only the first word was taken for the source: up to the noun before the cue.
    private static TextSpan WholePhrase(AttributionText text, TextSpan source, TextSpan cue)
    {
        if (source.Length > 5 || cue.Start <= source.End + 1 || cue.Start - source.End > 60 || source.SliceOf(text.Document.Text).ToLowerInvariant() is not ("the" or "a" or "an" or "its" or "his" or "her" or "their" or "our" or "one" or "two" or "three" or "some" or "many")) { return source; }
        var between = text.Document.Text.AsSpan(source.End, cue.Start - source.End);
        return between.ContainsAny(PhraseEnds) ? source : new TextSpan(source.Start, source.End + between.TrimEnd().Length);
    }

    // "the version of Oskelmar, according to which all were well": what stands before says whose version it is.
    private static bool IsRelative(AnnotatedDocument document, TextSpan source) => source.SliceOf(document.Text).ToLowerInvariant() is "which" or "whom";

    private static readonly uint According = AttributionText.HashFolded("according");
    private static readonly uint GerundTag = Hash.Of("VBG");

    // What follows asks only whether a source may be carried over, and whether "quoted" takes an object.
    private static Construction Construction(AttributionText text, FoundAttribution found, CueClass wanted, string lemma) =>
        wanted is CueClass.Noun ? Rules.Construction.Noun
        : wanted is not CueClass.Verb ? Rules.Construction.Adjective
        : SourceFeatures.VoiceOf(text, found.CueHead) == 2 ? Rules.Construction.Passive
        : found.Source is null || text.Tag[found.CueHead] == GerundTag ? Rules.Construction.Dependent
        : lemma == "quote" && found.Content[0].Start > found.Cue.End ? Rules.Construction.SubjectObject
        : Rules.Construction.SubjectClause;
}
