using System.Collections.Immutable;

namespace Hearsay.Matters.Origins;

/// <summary>Judgements on origins, found by statement. Where the same pair is judged both ways, it is held apart.</summary>
internal sealed class OriginJudgements
{
    private readonly Dictionary<string, SortedDictionary<string, bool>> byStatement = new(StringComparer.Ordinal);

    public OriginJudgements(IEnumerable<OriginJudgement> judgements)
    {
        foreach (var judgement in judgements.Where(judgement => judgement.First != judgement.Second))
        {
            Add(judgement.First, judgement.Second, judgement.IsOne);
            Add(judgement.Second, judgement.First, judgement.IsOne);
        }
    }

    /// <summary>None.</summary>
    public static OriginJudgements None { get; } = new([]);

    /// <summary>True where these two statements are judged to have one origin.</summary>
    public bool AreOne(Passage left, Passage right) => Judged(left, right) is true;

    /// <summary>True where these two statements are judged not to have one origin.</summary>
    public bool AreApart(Passage left, Passage right) => Judged(left, right) is false;

    /// <summary>Pairs of these passages that are judged so, in their order.</summary>
    public IEnumerable<(Passage Earlier, Passage Later)> Among(ImmutableArray<Passage> passages, bool areOne)
    {
        if (byStatement.Count == 0) { yield break; }
        for (var i = 0; i < passages.Length; i++)
        {
            if (!byStatement.ContainsKey(passages[i].Statement.Id)) { continue; }
            for (var j = i + 1; j < passages.Length; j++)
            {
                if (Judged(passages[i], passages[j]) == areOne) { yield return (passages[i], passages[j]); }
            }
        }
    }

    /// <summary>Parts what a party is held to have said where it is judged to come from several: each statement stays with the first of that name that it is not held apart from.</summary>
    /// <param name="passages">By day, document and place, with their speakers.</param>
    public void Part(ImmutableArray<Passage> passages)
    {
        var voices = new Dictionary<string, List<List<Passage>>>(StringComparer.Ordinal);
        foreach (var key in Among(passages, areOne: false).Where(pair => pair.Earlier.Speaker.Key == pair.Later.Speaker.Key).Select(pair => pair.Later.Speaker.Key)) { voices[key] = []; }
        if (voices.Count == 0) { return; }
        foreach (var passage in passages)
        {
            if (!voices.TryGetValue(passage.Speaker.Key, out var heard)) { continue; }
            var voice = heard.FindIndex(said => !said.Exists(other => AreApart(passage, other)));
            if (voice < 0)
            {
                voice = heard.Count;
                heard.Add([]);
            }

            heard[voice].Add(passage);
            if (voice > 0) { passage.Speaker = passage.Speaker with { Key = $"{passage.Speaker.Key} ({voice + 1})" }; }
        }
    }

    private bool? Judged(Passage left, Passage right) =>
        byStatement.TryGetValue(left.Statement.Id, out var others) && others.TryGetValue(right.Statement.Id, out var isOne) ? isOne : null;

    private void Add(string statement, string other, bool isOne)
    {
        if (!byStatement.TryGetValue(statement, out var others)) { byStatement[statement] = others = new SortedDictionary<string, bool>(StringComparer.Ordinal); }
        others[other] = isOne && others.GetValueOrDefault(other, true);
    }
}
