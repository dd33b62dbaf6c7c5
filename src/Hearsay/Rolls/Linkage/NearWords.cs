using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>Compares one word after another with those of a list that are offered for it. What needs distances by sound waits until a batch of them is full.</summary>
internal sealed class NearWords(Word?[] list)
{
    private readonly int[] seen = new int[list.Length];
    private readonly List<(int Word, WordAgreement Agreement)> found = [];
    private readonly List<(int Word, int Least)> waiting = [];
    private readonly SoundBatch batch = new();
    private readonly int[] waiterOf = new int[SoundBatch.Lanes];
    private Word? word;
    private int stamp;

    /// <summary>Begins with another word.</summary>
    public void Begin(Word? next)
    {
        word = next;
        stamp++;
        found.Clear();
    }

    /// <summary>Compares with a word of the list, unless it was offered before.</summary>
    public void Offer(int candidate)
    {
        if (seen[candidate] == stamp) { return; }
        seen[candidate] = stamp;
        var (one, other) = (word!, list[candidate]!);
        if (WordComparison.WithoutDistance(one, other) is { } agreement) { Keep(candidate, agreement); }
        else if (!SoundBatch.IsFast || one.VowelsOptional || other.VowelsOptional || IsLong(one) || IsLong(other)) { Keep(candidate, WordComparison.CompareClosely(one, other)); }
        else { Wait(candidate, other); }
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

    private void Wait(int candidate, Word other)
    {
        if (batch.Count + other.Readings.Length > SoundBatch.Lanes) { Measure(); }
        foreach (var reading in other.Readings)
        {
            waiterOf[batch.Count] = waiting.Count;
            batch.Add(reading);
        }

        waiting.Add((candidate, int.MaxValue));
    }

    private void Measure()
    {
        if (waiting.Count == 0) { return; }
        foreach (var reading in word!.Readings)
        {
            var distances = batch.Measure(reading);
            for (var lane = 0; lane < distances.Length; lane++)
            {
                var (candidate, least) = waiting[waiterOf[lane]];
                if (distances[lane] < least && Math.Abs(batch.LengthOf(lane) - reading.Length) <= WordComparison.MostLonger) { waiting[waiterOf[lane]] = (candidate, distances[lane]); }
            }
        }

        foreach (var (candidate, least) in waiting) { Keep(candidate, WordComparison.Judge(word, list[candidate]!, least / 100.0)); }
        waiting.Clear();
        batch.Clear();
    }

    private static bool IsLong(Word word)
    {
        foreach (var reading in word.Readings)
        {
            if (reading.Length > SoundBatch.Longest) { return true; }
        }

        return false;
    }
}
