using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>Compares one word after another with those of a list that are offered for it. What needs distances by sound waits until a batch of them is full.</summary>
internal sealed class NearWords(WordFacts list)
{
    private readonly int[] seen = new int[list.Words.Length];
    private readonly List<(int Word, WordAgreement Agreement)> found = [];
    private readonly List<int> waiting = [];
    private readonly SoundBatch batch = new();
    private readonly int[] waiterOf = new int[SoundBatch.Lanes];
    private Word? word;
    private byte flags;
    private int hash;
    private int stamp;

    /// <summary>Begins with another word.</summary>
    public void Begin(Word? next)
    {
        word = next;
        (flags, hash) = next is null ? (WordFacts.Silent, 0) : (WordFacts.FlagsOf(next), WordFacts.HashOf(next));
        stamp++;
        found.Clear();
    }

    /// <summary>Compares with a word of the list, unless it was offered before.</summary>
    public void Offer(int candidate)
    {
        if (seen[candidate] == stamp) { return; }
        seen[candidate] = stamp;
        var (either, both) = ((byte)(flags | list.Flags[candidate]), (byte)(flags & list.Flags[candidate]));
        var (one, other) = (word!, list.Words[candidate]!);
        if (list.Hashes[candidate] == hash && one.Text == other.Text) { Keep(candidate, WordAgreement.Same); }
        else if ((either & (WordFacts.Initial | WordFacts.Silent | WordFacts.Alone)) != 0 || !SoundBatch.IsFast) { Keep(candidate, WordComparison.CompareClosely(one, other)); }
        else if (((both & WordFacts.Given) != 0 && WordComparison.SharesGiven(one, other)) || ((both & WordFacts.Father) != 0 && WordComparison.SharesFather(one, other))) { Keep(candidate, WordAgreement.Same); }
        else { Wait(candidate); }
    }

    /// <summary>The words of the list that are near, ascending. The result is overwritten by the next word's.</summary>
    public List<(int Word, WordAgreement Agreement)> Finish()
    {
        Measure();
        found.Sort();
        return found;
    }

    private void Keep(int candidate, WordAgreement agreement)
    {
        if (agreement > WordAgreement.Different) { found.Add((candidate, agreement)); }
    }

    private void Wait(int candidate)
    {
        var readings = list.ReadingsOf(candidate);
        if (batch.Count + readings > SoundBatch.Lanes) { Measure(); }
        for (var reading = 0; reading < readings; reading++)
        {
            waiterOf[batch.Count] = waiting.Count;
            batch.Add(list.Reading(candidate, reading));
        }

        waiting.Add(candidate);
    }

    private void Measure()
    {
        if (waiting.Count == 0) { return; }
        Span<int> least = stackalloc int[SoundBatch.Lanes];
        least.Fill(int.MaxValue);
        foreach (var reading in word!.Readings)
        {
            var distances = batch.Measure(reading);
            for (var lane = 0; lane < distances.Length; lane++)
            {
                ref var nearest = ref least[waiterOf[lane]];
                if (distances[lane] < nearest && Math.Abs(batch.LengthOf(lane) - reading.Length) <= WordComparison.MostLonger) { nearest = distances[lane]; }
            }
        }

        for (var waiter = 0; waiter < waiting.Count; waiter++)
        {
            var candidate = waiting[waiter];
            Keep(candidate, WordComparison.Judge((flags & list.Flags[candidate] & WordFacts.Given) != 0, Math.Min(word.Readings[0].Length, list.Reading(candidate, 0).Length), least[waiter] / 100.0));
        }

        waiting.Clear();
        batch.Clear();
    }
}
