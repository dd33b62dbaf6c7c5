using System.Globalization;
using Hearsay.Statements.Attributions;

namespace Hearsay.Training.Attributions;

/// <summary>Sorts what a model gets wrong on annotated articles by type, and draws a sample of it.</summary>
internal sealed class AttributionErrors
{
    private const int Seed = 2031;

    private readonly List<(string Type, string Where, string Text)> errors = [];

    /// <summary>Adds the errors of an article: each gold attribution that nothing meets, and each pick that meets none and shares its cue with no gold.</summary>
    public void Add(TrainingArticle article, AttributionModel model)
    {
        var text = article.Text;
        var proposals = new AttributionProposer(model.Parts).Propose(text, model.Parts.Detect(text));
        var confidence = model.Judge.Judge(text, proposals);
        var picks = Acceptance.Pick(text, proposals, confidence, model.Threshold, model.InnerThreshold);
        List<Proposal> picked = [.. picks.Select(k => proposals[k])];
        var met = ProposalJudge.Meet(article, picked);
        for (var g = 0; g < article.Gold.Length; g++)
        {
            if (!met.ContainsValue(g))
            {
                var gold = article.Gold[g];
                Add(article, MissedType(text, gold, picked.Find(proposal => SameCue(proposal, gold)), proposals.Exists(proposal => SameCue(proposal, gold))), gold.Cue.Head, gold.Content);
            }
        }

        for (var k = 0; k < picked.Count; k++)
        {
            if (!met.ContainsKey(k) && !article.Gold.Any(gold => SameCue(picked[k], gold)))
            {
                Add(article, SpuriousType(text, article, picked, k), picked[k].Candidate.Head, picked[k].Content);
            }
        }
    }

    /// <summary>How many errors there are of each type, the most frequent first.</summary>
    public IEnumerable<(string Type, int Count)> Types => Count(errors);

    /// <summary>A sample, the same for the same errors, with its types.</summary>
    public IEnumerable<string> Sample(int size)
    {
        var drawn = errors.ToArray();
        new Random(Seed).Shuffle(drawn);
        Array.Resize(ref drawn, Math.Min(size, drawn.Length));
        return [.. Count(drawn).Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Count,5}  {entry.Type}")), .. drawn.Order().Select(error => $"{error.Type} | {error.Where} | {error.Text}")];
    }

    private static IEnumerable<(string Type, int Count)> Count(IEnumerable<(string Type, string Where, string Text)> some) =>
        some.CountBy(error => error.Type).Select(entry => (entry.Key, entry.Value)).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal);

    private void Add(TrainingArticle article, string type, int head, int[] content)
    {
        var document = article.Text.Document;
        var sentence = article.Text.SentenceOf[head >= 0 ? head : content[0]];
        var span = document.Sentences[sentence].Span.In(document.Text).ToString();
        errors.Add((type, string.Create(CultureInfo.InvariantCulture, $"{article.Name}:{sentence}"), $"{(head < 0 ? "-" : document.Tokens[head].Span.In(document.Text).ToString())} | {span}"));
    }

    private static string MissedType(AttributionText text, GoldAttribution gold, Proposal? own, bool proposed)
    {
        if (gold.Cue.Head < 0)
        {
            return "missed: no cue in the gold";
        }

        if (own is null)
        {
            return $"missed cue: {CueKind(text, gold.Cue.Head)}{(proposed ? "" : ", not proposed")}";
        }

        var common = AcceptanceFeatures.Common(own.Content, gold.Content);
        if (2.0 * common / (own.Content.Length + gold.Content.Length) >= 0.5)
        {
            return gold.SourceElsewhere ? "source: in another sentence" : own.Candidate.Source < 0 ? "source: none found" : gold.Cue.Source < 0 ? "source: none in the gold" : "source: another one";
        }

        var home = text.SentenceOf[gold.Cue.Head];
        return gold.Content.Any(token => text.SentenceOf[token] != home) ? "content: run-on missed or another"
            : own.HomeCount < own.Content.Length ? "content: run-on too many"
            : common == 0 ? "content: other words" : common == own.Content.Length ? "content: too short" : common == gold.Content.Length ? "content: too long" : "content: shifted";
    }

    private static string SpuriousType(AttributionText text, TrainingArticle article, List<Proposal> picked, int index)
    {
        var head = picked[index].Candidate.Head;
        var within = article.Gold.Any(gold => Array.BinarySearch(gold.Content, head) >= 0);
        return $"spurious cue: {CueKind(text, head)}{(within ? ", within the content of a gold one" : "")}";
    }

    // Steps 7 and 8 are lemmas that head a cue in a third of their uses and more; 5 and 6 from a twentieth.
    private static string CueKind(AttributionText text, int head) =>
        !text.Has(head, Traits.Word) ? "a colon or dash"
        : text.Has(head, Traits.Noun) ? "noun"
        : !text.Has(head, Traits.Verb) ? "adjective or other word"
        : text.Rate[head] switch { >= 7 => "verb, mostly a cue", >= 5 => "verb, sometimes a cue", >= 3 => "verb, rarely a cue", _ => "verb, never seen as a cue" };

    private static bool SameCue(Proposal proposal, GoldAttribution gold) =>
        gold.Cue.Head >= 0 && proposal.Candidate.CueFirst <= gold.Cue.CueLast && gold.Cue.CueFirst <= proposal.Candidate.CueLast;
}
