using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>Counts how common the list's names and dates are in the register, so that a common name proves less than a rare one (Winkler, 1989; Newcombe, 1959).</summary>
internal static class RecordChances
{
    private const double InitialShared = 0.08; // of two names, on average over the letters that names begin with
    private const double Own = 0.75; // of what agrees wholly, the person's own record is likely to be one
    private const double PriorPairs = 20000;
    private const double DaysOfAdults = 15000;
    private const int FirstYear = 1850;
    private const int Years = 251;

    /// <summary>The chances of each record of the list.</summary>
    public static Chances[] Of(People list, People register, WordNeighbours neighbours, FactComparison? facts = null)
    {
        var ofWord = OfWords(list, register, neighbours);
        var shares = facts?.Shares();
        var surnames = AsSurnames(list, register, neighbours);
        var unknown = new NameChances(0.02, InitialShared, 0.002, 0.001);
        var days = new int[Years * 12 * 31];
        var years = new int[Years];
        var dated = 0;
        foreach (var born in register.Born)
        {
            if (born == 0) { continue; }
            dated++;
            years[(born / 10000) - FirstYear]++;
            if (Day(born) is >= 0 and var day) { days[day]++; }
        }

        // That two strangers share a birthday: pairs counted in the register, beside as many of a prior for adults between 18 and 60.
        var average = (days.Sum(count => (double)count * (count - 1)) + (PriorPairs / DaysOfAdults)) / (((double)dated * Math.Max(dated - 1, 0)) + PriorPairs);
        NameChances Word(int word) => word < 0 ? unknown : ofWord[word];
        var result = new Chances[list.Count];
        for (var record = 0; record < list.Count; record++)
        {
            var words = list.Words.AsSpan(record * People.Slots, People.Slots);
            var born = list.Born[record];
            var own = born != 0 && Day(born) is >= 0 and var day ? Math.Max((days[day] - Own) / (dated + 1), average / 2) : average;
            var year = born == 0 ? 1.0 / 50 : (years[(born / 10000) - FirstYear] + 1.0) / (dated + 50);
            result[record] = new Chances(Word(words[People.Surname]), Word(words[People.Given]), Word(words[People.Patronymic]),
                [1, 0.99, Math.Min(90 * average, 0.1), year, Math.Min(27 * average, 0.1), Math.Min(average, 0.05), Math.Min(own, 0.5)], ExchangedOdds(words[People.Surname], words[People.Given], surnames),
                shares?[(record * FactComparison.Facts)..((record + 1) * FactComparison.Facts)]);
        }

        return result;
    }

    private static double ExchangedOdds(int surname, int given, double[] surnames)
    {
        if (surname < 0 || given < 0) { return 1; }
        var (first, second) = (surnames[surname], surnames[given]);
        return second * (1 - first) / (first * (1 - second));
    }

    // How often what is the same as each word of the list, or near it, is a surname in the register.
    private static double[] AsSurnames(People list, People register, WordNeighbours neighbours)
    {
        var surnames = new int[register.Known.Length];
        for (var at = People.Surname; at < register.Words.Length; at += People.Slots)
        {
            if (register.Words[at] is >= 0 and var word) { surnames[word]++; }
        }

        var (asSurname, all) = (new long[list.Known.Length], new long[list.Known.Length]);
        for (var word = 0; word < surnames.Length; word++)
        {
            var near = neighbours.WordsNear(word);
            var how = neighbours.AgreementsNear(word);
            for (var at = 0; at < near.Length; at++)
            {
                if (how[at] < (byte)WordAgreement.Near) { continue; }
                asSurname[near[at]] += surnames[word];
                all[near[at]] += register.Frequency[word];
            }
        }

        return [.. asSurname.Zip(all, (surname, any) => Math.Clamp((surname + 0.5) / (any + 1.0), 0.01, 0.99))];
    }

    private static NameChances[] OfWords(People list, People register, WordNeighbours neighbours)
    {
        var counts = new double[list.Known.Length, 5];
        for (var word = 0; word < register.Known.Length; word++)
        {
            var near = neighbours.WordsNear(word);
            var how = neighbours.AgreementsNear(word);
            for (var at = 0; at < near.Length; at++) { counts[near[at], how[at]] += register.Frequency[word]; }
        }

        var floor = 0.25 / Math.Max(register.Count, 1);
        double Share(int word, WordAgreement agreement) => Math.Min(Math.Max((counts[word, (int)agreement] - (agreement == WordAgreement.Same ? Own : 0)) / Math.Max(register.Count, 1), floor), 0.9);
        return [.. Enumerable.Range(0, list.Known.Length).Select(word => new NameChances(
            Math.Max(Share(word, WordAgreement.Weak), 0.002), InitialShared, Math.Max(Share(word, WordAgreement.Near), 4 * floor), Share(word, WordAgreement.Same)))];
    }

    private static int Day(int born) => born % 10000 == 0 ? -1 : ((((born / 10000) - FirstYear) * 12 + (born / 100 % 100) - 1) * 31) + (born % 100) - 1;
}
