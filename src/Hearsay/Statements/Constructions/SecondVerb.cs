using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>
/// Finds what a speaker does beside saying, where the parser took it for a part of what is said: "The envoy said that the findings were invented and denied that anyone was beaten". Findings deny
/// nothing, so the second verb is the envoy's.
/// </summary>
internal sealed class SecondVerb(GrammarTree tree, DomainPack pack, IReadOnlyList<Quotation> quotations)
{
    /// <summary>The attributions of a sentence with those of second verbs; the first verb's content ends before "and".</summary>
    public List<Attribution> Part(List<Attribution> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (Verb(found[i]) is not var (and, verb, word)) { continue; }
            var (other, content) = (found[i], found[i].Content[^1]);
            var parted = new List<Attribution>(found.Where(each => !each.Cue.Overlaps(tree.Span(verb))));
            parted[parted.IndexOf(other)] = other with { Content = other.Content.SetItem(other.Content.Length - 1, content with { End = tree.Span(and - 1).End }) };
            parted.Add(other with { Cue = tree.Span(verb), Lemma = word.Lemma, Act = word.Act, Content = [content with { Start = tree.Span(verb + 1).Start }], Denies = word.Denies || word.Rejects, Hedges = word.Hedges });
            return parted;
        }

        return found;
    }

    private (int And, int Verb, CueWord Word)? Verb(Attribution attribution)
    {
        var content = tree.Range(attribution.Content[^1]);
        if (attribution.Source is null || attribution.Content[^1].Start < attribution.Cue.End || tree.HeadOf(tree.Range(attribution.Cue)) is not (>= 0 and var cue)) { return null; }
        for (var verb = content.Start + 3; verb + 2 < content.End; verb++)
        {
            if (tree.Tag(verb) is not ("VBD" or "VBZ") || tree.Tag(verb) != tree.Tag(cue) || tree.Relation(verb) is not "conj" || tree.Child(verb, "nsubj", "nsubjpass", "aux", "auxpass", "cop") >= 0) { continue; }
            var and = tree.Tag(verb - 1) is "RB" ? verb - 2 : verb - 1;
            if (!tree.Is(and, "and", "but") || pack.Cues.Word(tree.Lemma(verb), CueClass.Verb) is not { Reports: true, Act: not StatementAct.Shows } word) { continue; }
            if (!tree.Is(verb + 1, "that") && !word.Denies) { continue; }
            if (tree.Child(tree.Head(verb), "nsubj", "nsubjpass") is >= 0 and var subject && !MaySpeak(subject) && !Quotation.IsIn(quotations, tree.Span(verb).Start)) { return (and, verb, word); }
        }

        return null;
    }

    private bool MaySpeak(int subject)
    {
        var span = tree.Span(subject);
        return !tree.IsNoun(subject) || tree.IsName(subject) || pack.Sources.CanSpeak(tree.Lemma(subject).ToLowerInvariant(), tree.Lower(subject)) || tree.Document.Entities.Any(entity => entity.Type is not EntityType.Place && entity.Span.Overlaps(span));
    }
}
