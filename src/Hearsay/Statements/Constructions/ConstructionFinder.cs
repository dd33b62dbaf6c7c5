using Hearsay.Language;
using Hearsay.Packs;
using Hearsay.Statements.Rules;

namespace Hearsay.Statements.Constructions;

/// <summary>Adds to what the models find in a sentence what its tree alone makes plain: constructions that are too rare in the corpus to learn.</summary>
internal sealed class ConstructionFinder(GrammarTree tree, DomainPack pack, AttributionFinder finder, IReadOnlyList<Quotation> quotations)
{
    private readonly AsAside asides = new(tree, pack.Cues);
    private readonly ClosingClause closing = new(tree, pack);
    private readonly Cleft clefts = new(tree, pack.Cues);
    private readonly ColonClause colons = new(tree, pack.Cues);
    private readonly ClaimNoun claims = new(tree, pack);
    private readonly DeniedAside denials = new(tree, pack);
    private readonly DocumentTells documents = new(tree, pack.Sources);
    private readonly Reckoning reckoning = new(tree);
    private readonly SharedClause shared = new(tree, pack.Cues);
    private readonly SecondSpeaker seconds = new(tree, pack.Cues);
    private readonly SecondVerb verbs = new(tree, pack, quotations);
    private readonly ToldAside told = new(tree);
    private readonly Semicolons semicolons = new(tree, pack.Cues, finder, quotations);

    /// <summary>The attributions of one sentence, in text order of their cues.</summary>
    public List<Attribution> Complete(SentenceWords words, List<Attribution> found)
    {
        if (words.Sentence.TokenCount < 5) { return found; }
        var range = new TokenRange(words.Sentence.FirstToken, words.Sentence.FirstToken + words.Sentence.TokenCount);
        var all = verbs.Part(seconds.Part(words.Index, range, semicolons.Part(words, found)));
        if (closing.Find(words.Index, range) is { } close)
        {
            // What is wished or thought within what is said is the speaker's affair; a title before the speaker's name is no part of what is said.
            all = IsNew(close, all)
                ? [.. all.Where(other => other.Act is StatementAct.Says or StatementAct.Shows or StatementAct.Orders || !close.Content[0].Overlaps(other.Cue)), close]
                : all.ConvertAll(other => other.Cue.Overlaps(close.Cue) && (HasNoClause(other) || other.Content.Any(content => content.Overlaps(close.Source!.Value))) ? other with { Source = close.Source, Content = close.Content } : other);
        }

        if (colons.Find(words.Index, range) is { } stated && all.TrueForAll(other => other.Cue.Overlaps(stated.Cue) || stated.Content[0].Contains(other.Cue) && other.Source is { } self && self.In(tree.Document.Text) is "we" or "We" or "I")) { all = [stated]; }
        if (clefts.Find(words.Index, range) is { } cleft) { all = [.. all.Where(other => !other.Cue.Overlaps(cleft.Cue) && !other.Content[0].Overlaps(cleft.Content[0])), cleft]; }
        if (AttributionFinder.QuotedAs(words, quotations) is { } quoted) { all = [.. all.Where(other => !other.Cue.Overlaps(quoted.Cue) && !quoted.Content[0].Contains(other.Cue)), quoted]; }
        foreach (var noted in asides.Find(words.Index, range))
        {
            var heard = all.Find(other => other.Cue.Overlaps(noted.Cue));
            all = [.. all.Where(other => !other.Cue.Overlaps(noted.Cue)), noted with { Confidence = heard?.Confidence }];
        }

        foreach (var both in shared.Find(words.Index, range)) { all = [.. all.Where(other => !other.Cue.Overlaps(both.Cue)), both]; }
        all = all.ConvertAll(claims.Cut);
        foreach (var made in denials.Find(words.Index, range).Concat(reckoning.Find(words.Index, range)).Concat(documents.Find(words.Index, range)).Concat(told.Find(words.Index, range)).Concat(claims.Find(words.Index, range)).ToList())
        {
            var added = made;
            if (added.Denies && all.Find(other => other.Cue.Overlaps(made.Cue) && other.Source is { } same && same.Overlaps(made.Source!.Value)) is { } alike)
            {
                // Who denies is agreed; what is denied is the claim's noun, and not the verdict alone.
                added = alike with { Content = made.Content, Denies = true };
                all.Remove(alike);
            }

            if (added.Denies) { all.RemoveAll(other => other.Cue.Overlaps(added.Cue) && IsRelative(other.Content[0])); }
            if (added.Lemma is "by") { all.RemoveAll(other => other.Source is { } owner && owner.Overlaps(added.Source!.Value) && other.Cue.Start >= added.Cue.End && other.Cue.Start - owner.End < 20); } // the noun of "in her view"
            if (added.Act is StatementAct.Shows) { all.RemoveAll(other => other.Cue.Overlaps(added.Cue) && other.Source is { } after && after.Start >= other.Cue.End && other.Content[0].End <= other.Cue.Start); } // "the report, “The Pier”, documents the loss of 38 boats", read the wrong way round
            all.RemoveAll(other => other.Cue.Overlaps(added.Cue) && other.Content is [{ Length: <= 2 }]); // "I am told by …: …", where nothing but "I" was taken for told
            all.RemoveAll(other => other.Lemma is "comment" && other.Content[0].Contains(added.Cue)); // "did not comment on reports claiming that …" tells nothing but the reports
            if (!IsNew(added, all)) { continue; }
            if (added.Denies) { all = all.ConvertAll(other => Without(other, added)); }
            all.Add(added);
        }

        all.Sort((a, b) => a.Cue.Start.CompareTo(b.Cue.Start));
        return all;
    }

    // What a model took for denied is "that" alone, where its noun stands before it.
    private bool IsRelative(TextSpan content) => content.In(tree.Document.Text) is "that" or "which";

    // "…, the envoy told parliament", "…, the mission said in an update, presented in Elsvik": where whoever was told, or how it was said, was taken for what was said.
    private bool HasNoClause(Attribution attribution) => attribution.Content is [var only] && only.Start >= attribution.Cue.End && tree.Range(only) is var told
        && (!tree.HasFinite(told) || (tree.Tag(told.Start) is "IN" && !tree.Is(told.Start, "that") && !Enumerable.Range(told.Start, told.End - told.Start).Any(t => tree.Child(t, "nsubj", "nsubjpass", "expl") >= 0)));

    private static bool IsNew(Attribution added, List<Attribution> found) => !found.Exists(other => other.Cue.Overlaps(added.Cue));

    // The aside that tells of the denial is the outlet's, and no part of what was claimed.
    private Attribution Without(Attribution other, Attribution denial)
    {
        var content = other.Content[^1];
        if (!content.Contains(denial.Content[0].Start) || denial.Content[0].Start - content.Start < 8 || content.End > denial.Cue.End + 40) { return other; }
        return other with { Content = other.Content.SetItem(other.Content.Length - 1, content with { End = content.Start + tree.Document.Text.AsSpan(content.Start, denial.Content[0].Start - content.Start).TrimEnd(" ,–—-").Length }) };
    }
}
