using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Keeps speakers apart that a semicolon parts: of "he recalls that the guards were strict; he denies having been beaten" each clause has its own.</summary>
internal sealed class Semicolons(GrammarTree tree, CueLexicon cues, AttributionFinder finder, IReadOnlyList<Quotation> quotations)
{
    private const int Reach = 14; // tokens from the mark to the next speaker's verb

    /// <summary>The attributions of a sentence, none reaching over a semicolon into words that another speaks.</summary>
    public List<Attribution> Part(SentenceWords words, List<Attribution> found)
    {
        var range = tree.Range(words.Sentence.Span);
        var parted = found.FindAll(attribution => !IsBesides(attribution, range));
        List<Attribution>? byWords = null;
        for (var mark = range.Start + 2; mark + 2 < range.End; mark++)
        {
            if (!tree.Is(mark, ";") || IsQuoted(mark)) { continue; }
            parted = According(tree.Span(mark).Start, words, parted);
            if (Speaks(mark, range)) { parted = At(tree.Span(mark).Start, words, parted, byWords ??= finder.Find(words, quotations)); }
        }

        return parted;
    }

    // "Varnia has shown no list; papers put the number at 60": what stands behind the mark is not what Varnia says.
    private bool IsBesides(Attribution attribution, TokenRange sentence)
    {
        var first = tree.Range(attribution.Content[0]).Start;
        return first > sentence.Start && first < sentence.End && attribution.Cue.End <= tree.Span(first - 1).Start && tree.Is(first - 1, ";") && attribution.Content.Length == 1 && !IsQuoted(first);
    }

    private List<Attribution> At(int mark, SentenceWords words, List<Attribution> found, List<Attribution> byWords)
    {
        var parted = new List<Attribution>();
        foreach (var attribution in found)
        {
            if (attribution.Cue.Start > mark && attribution.Source is { } source && source.End <= mark && Subject(mark, attribution.Cue.Start) is { } own)
            {
                parted.Add(attribution with { Source = own });
                continue;
            }

            if (attribution.Cue.Start > mark && attribution.Source is { } behind && behind.Start > mark && attribution.Content[^1].Start > mark)
            {
                parted.Add(attribution with { Content = attribution.Content.RemoveAll(span => span.End <= mark && span.Start >= words.Sentence.Span.Start) });
                continue;
            }

            var content = attribution.Cue.End <= mark ? attribution.Content.Select(span => span.Start < mark && span.End > mark ? span with { End = mark } : span).Where(span => span.End <= mark || span.Start >= words.Sentence.Span.End).ToImmutableArray() : attribution.Content;
            parted.Add(content.IsEmpty ? attribution : attribution with { Content = content });
        }

        parted.AddRange(byWords.Where(other => other.Cue.Start > mark && other.Source is { } source && source.Start > mark && !found.Exists(known => known.Cue.Overlaps(other.Cue))));
        return parted;
    }

    // "The ministry claims that a depot was hit; nobody was hurt, according to the governor": where somebody else speaks before the mark, the governor vouches for what stands behind it.
    private List<Attribution> According(int mark, SentenceWords words, List<Attribution> found)
    {
        if (found.Find(attribution => attribution.Lemma is "accord" && attribution.Cue.Start > mark && attribution.Content is [var own] && own.Start > mark) is not null)
        {
            // What the other vouches for is known: the first speaker's words end at the mark.
            return found.ConvertAll(attribution => Ended(attribution, mark));
        }

        var at = found.FindIndex(attribution => attribution.Lemma is "accord" && attribution.Cue.Start > mark && attribution.Content is [var only] && only.Start < mark && only.End > mark + 2);
        if (at < 0) { return found; }
        var first = finder.Find(words.Slice(words.Range(words.Sentence.Span with { End = mark })), quotations).FindAll(other => other.Cue.End < mark && other.Source is not null && other.Strength >= 0.5 && other.Content[0].Start < mark);
        if (first.Count == 0) { return found; }
        var parted = new List<Attribution>(found.ConvertAll(attribution => Ended(attribution, mark))) { [at] = found[at] with { Content = [found[at].Content[0] with { Start = mark + 1 + tree.Document.Text.AsSpan(mark + 1).IndexOfAnyExcept(' ') }] } };
        parted.AddRange(first.Where(other => !found.Exists(known => known.Cue.Overlaps(other.Cue))).Select(other => other with { Content = [.. other.Content.Where(content => content.Start < mark).Select(content => content with { End = Math.Min(content.End, mark) })] }));
        return parted;
    }

    // A speaker's words before the mark, without those behind it.
    private static Attribution Ended(Attribution attribution, int mark) =>
        attribution.Cue.End < mark && attribution.Content[^1] is var last && last.Start < mark && last.End > mark ? attribution with { Content = attribution.Content.SetItem(attribution.Content.Length - 1, last with { End = mark }) } : attribution;

    // "; one of them, writing under another name, said": the words from the mark to a comma or to the cue.
    private TextSpan? Subject(int mark, int cue)
    {
        var start = tree.Range(new TextSpan(mark, mark + 1)).Start + 1;
        if (tree.Tag(start) is not (['N', ..] or "DT" or "PRP" or "PRP$" or "CD" or "JJ")) { return null; }
        var end = start;
        while (tree.Span(end).Start < cue && tree.Relation(end) is not "punct" && tree.Tag(end) is not ("VBD" or "VBZ" or "VBP" or "MD")) { end++; }
        return end > start ? tree.Span(new TokenRange(start, end)) : null;
    }

    // Behind the mark stands a subject and then, before any other finite verb, one of saying.
    private bool Speaks(int mark, TokenRange sentence)
    {
        for (var t = mark + 1; t < sentence.End && t - mark < Reach; t++)
        {
            if (tree.Tag(t) is "VBD" or "VBZ" or "VBP" && tree.Relation(t) is not ("aux" or "auxpass" or "cop"))
            {
                return t > mark + 1 && cues.Word(tree.Lemma(t), CueClass.Verb) is { Reports: true, Rate: > 0.2 };
            }

            if (tree.Is(t, ";", "that")) { return false; }
        }

        return false;
    }

    private bool IsQuoted(int token) => Quotation.IsIn(quotations, tree.Span(token).Start);
}
