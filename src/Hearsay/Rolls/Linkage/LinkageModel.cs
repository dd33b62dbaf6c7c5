namespace Hearsay.Rolls.Linkage;

/// <summary>
/// What agreement and disagreement are worth: for each field and level, how often it occurs among records of one person (m) and of different people (u).
/// The weight of a pair is the sum of log2 m/u over its fields (Fellegi and Sunter, A Theory for Record Linkage, 1969). A missing field says nothing.
/// </summary>
/// <param name="Surname">m of the surname's levels, by <see cref="NameLevel"/>.</param>
/// <param name="Given">m of the given name's levels.</param>
/// <param name="Patronymic">m of the patronymic's levels.</param>
/// <param name="Born">m of the birth date's levels, by <see cref="DateLevel"/>; a year alone is judged apart.</param>
/// <param name="Order">m of the orders, by <see cref="NameOrderLevel"/>, where the order of both was known.</param>
/// <param name="Facts">m of agreement in rank, unit, place and sex, where both are known.</param>
/// <param name="Present">Share of the list's records whose person is in the register.</param>
internal sealed record LinkageModel(double[] Surname, double[] Given, double[] Patronymic, double[] Born, double[] Order, double[] Facts, double Present)
{
    /// <summary>What is expected of lists before anything is known of this one. In each row the levels that are possible add up to one.</summary>
    public static LinkageModel Prior { get; } = new(
        Surname: [0, 0.015, 0.02, 0.005, 0.11, 0.85],
        Given: [0, 0.012, 0.008, 0.01, 0.05, 0.92],
        Patronymic: [0, 0.015, 0.01, 0.015, 0.05, 0.91],
        Born: [0, 0.02, 0.01, 0.04, 0.03, 0.02, 0.88],
        Order: [0.95, 0.045, 0.005],
        Facts: [0.7, 0.85, 0.75, 0.995], // people are promoted and moved; the sex is rarely wrong
        Present: 0.5);

    /// <summary>How many records the prior is worth where <see cref="Fit"/> has data.</summary>
    public const double PriorRecords = 40;

    /// <summary>The evidence of a pair in bits.</summary>
    /// <param name="levels">How the two agree.</param>
    /// <param name="chances">How often a stranger's record would agree with this list record so.</param>
    /// <param name="orderKnown">True where the order of the list's name was certain.</param>
    public double Weigh(in Levels levels, Chances chances, bool orderKnown)
    {
        var (surname, given, patronymic) = levels.Order switch // the list's words are as common as they are, whichever part they were taken for
        {
            NameOrderLevel.Exchanged => (chances.Given, chances.Surname, chances.Patronymic),
            NameOrderLevel.Rotated => (chances.Given, chances.Patronymic, chances.Surname),
            _ => (chances.Surname, chances.Given, chances.Patronymic),
        };
        return WeighName(Surname, (int)levels.Surname, surname) + WeighName(Given, (int)levels.Given, given) + WeighName(Patronymic, (int)levels.Patronymic, patronymic)
            + WeighBirth(levels.Born, chances) + WeighOrder(levels.Order, chances, orderKnown) + WeighFacts(levels.Facts, chances);
    }

    /// <summary>The weight of any order where the words do not tell it.</summary>
    public const float UnknownOrder = -1;

    /// <summary>The weight of a birth date.</summary>
    public double WeighBirth(DateLevel level, Chances chances) => level == DateLevel.Missing ? 0 : Math.Log2(Born[(int)level] / chances.Born[(int)level]);

    /// <summary>The weight of an order: its share among records whose words are so much likelier the other way round.</summary>
    public double WeighOrder(NameOrderLevel order, Chances chances, bool orderKnown)
    {
        if (!orderKnown) { return UnknownOrder; }
        var (asGiven, exchanged) = (Order[(int)NameOrderLevel.AsGiven], chances.ExchangedOdds * Order[(int)NameOrderLevel.Exchanged]);
        return Math.Log2(order == NameOrderLevel.Rotated ? Order[(int)order] : (order == NameOrderLevel.AsGiven ? asGiven : exchanged) / (asGiven + exchanged));
    }

    /// <summary>The weight of rank, unit, place and sex together.</summary>
    public double WeighFacts(byte facts, Chances chances)
    {
        var weight = 0.0;
        for (var fact = 0; fact < FactComparison.Facts && facts != 0 && chances.Facts is not null; fact++)
        {
            var level = (facts >> (2 * fact)) & 3;
            var share = Math.Clamp(chances.Facts[fact], 1e-6, 0.99);
            if (level > 0) { weight += level == 2 ? Math.Log2(Facts[fact] / share) : Math.Log2((1 - Facts[fact]) / (1 - share)); }
        }

        return weight;
    }

    // How many times rarer one certain slip of a word is than one certain spelling of it.
    private const double OneSlip = 0.03;

    /// <summary>
    /// The weight of a part of the name. The same and a near word share what m gives the two by how common both are in the register: a word that is nobody's name is a slip,
    /// a common name is none.
    /// </summary>
    /// <param name="m">The part's m.</param>
    /// <param name="level">A <see cref="NameLevel"/>.</param>
    /// <param name="chances">Of the list's word.</param>
    public static double WeighName(double[] m, int level, in NameChances chances)
    {
        if (level < (int)NameLevel.Near) { return level == 0 ? 0 : Math.Log2(m[level] / chances[level]); }
        var (same, near) = (m[(int)NameLevel.Same], OneSlip * m[(int)NameLevel.Near]);
        var either = (m[(int)NameLevel.Same] + m[(int)NameLevel.Near]) / ((same * chances.Same) + (near * chances.Near));
        return Math.Log2(either * (level == (int)NameLevel.Same ? same : near));
    }

    /// <summary>
    /// Estimates the model from the candidates by expectation-maximisation (Dempster, Laird and Rubin, 1977; for linkage Winkler, 1988): each record of the list is one
    /// of its candidates or nobody, with probabilities from the model; the model is what those probabilities make most likely together with the prior.
    /// </summary>
    /// <param name="candidates">In groups by the record of the list.</param>
    /// <param name="records">Records of the list.</param>
    /// <param name="registerSize">Records of the register.</param>
    /// <param name="chances">Of each record of the list.</param>
    /// <param name="orderKnown">Of each record of the list.</param>
    /// <param name="notKept">For each record of the list, the sum of two to the power of the weights of candidates that were met and not kept: they say that its person may be in the register, but not how well records agree. Null where there are none.</param>
    public LinkageModel Fit(IReadOnlyList<Candidate> candidates, int records, int registerSize, Chances[] chances, bool[] orderKnown, double[]? notKept = null)
    {
        var model = this;
        for (var round = 0; round < 12; round++)
        {
            var (surname, given, patronymic, born, order) = (Start(Surname), Start(Given), Start(Patronymic), Start(Born), Start(Order));
            double[] agreeing = Start(Facts), compared = [.. Facts.Select(_ => PriorRecords)];
            var present = 5.0;
            for (var start = 0; start < candidates.Count;)
            {
                var end = start;
                while (end < candidates.Count && candidates[end].List == candidates[start].List) { end++; }
                var record = candidates[start].List;
                var odds = new double[end - start];
                for (var at = start; at < end; at++) { odds[at - start] = double.Exp2(model.Weigh(candidates[at].Levels, chances[record], orderKnown[record])); }
                var beyond = (notKept?[record] ?? 0) * model.Present / registerSize;
                var all = (odds.Sum() * model.Present / registerSize) + beyond;
                present += beyond / (all + 1 - model.Present);
                for (var at = start; at < end; at++)
                {
                    var share = odds[at - start] * model.Present / registerSize / (all + 1 - model.Present);
                    var levels = candidates[at].Levels;
                    surname[(int)levels.Surname] += share;
                    given[(int)levels.Given] += share;
                    patronymic[(int)levels.Patronymic] += share;
                    if (levels.Born != DateLevel.Missing) { born[(int)levels.Born] += share; }
                    if (orderKnown[record]) { order[(int)levels.Order] += share; }
                    for (var fact = 0; fact < FactComparison.Facts && levels.Facts != 0; fact++)
                    {
                        var level = (levels.Facts >> (2 * fact)) & 3;
                        if (level == 2) { agreeing[fact] += share; }
                        if (level > 0) { compared[fact] += share; }
                    }

                    present += share;
                }

                start = end;
            }

            model = new LinkageModel(Shares(surname), Shares(given), Shares(patronymic), Births(born), Shares(order, first: 0),
                [.. agreeing.Zip(compared, (agree, all) => Math.Clamp(agree / all, 0.02, 0.999))], Math.Clamp(present / (records + 10), 0.001, 0.999));
        }

        return model;
    }

    private static double[] Start(double[] prior) => [.. prior.Select(share => share * PriorRecords)];

    private static double[] Shares(double[] counts, int first = 1)
    {
        var all = counts.Skip(first).Sum();
        return [.. counts.Select((count, level) => level < first ? 0 : Math.Max(count / all, 1e-5))];
    }

    // Dates differ at one rate, whole or not; of whole dates that agree somehow each level has its share, and the years of others agree.
    private double[] Births(double[] counts)
    {
        counts[(int)DateLevel.Year] -= Born[(int)DateLevel.Year] * PriorRecords; // the prior's is no count
        var different = Math.Max(counts[(int)DateLevel.Different] / counts.Skip(1).Sum(), 1e-5);
        var whole = counts.Sum() - counts[(int)DateLevel.Missing] - counts[(int)DateLevel.Different] - counts[(int)DateLevel.Year];
        return [.. counts.Select((count, level) => (DateLevel)level switch
        {
            DateLevel.Missing => 0,
            DateLevel.Different => different,
            DateLevel.Year => 1 - different,
            _ => Math.Max((1 - different) * count / whole, 1e-5),
        })];
    }
}

/// <summary>How often a stranger's name agrees with one name at each level, by <see cref="NameLevel"/>.</summary>
internal readonly record struct NameChances(double Weak, double Initial, double Near, double Same)
{
    /// <summary>The chance of a level.</summary>
    public double this[int level] => level switch { 2 => Weak, 3 => Initial, 4 => Near, 5 => Same, _ => Math.Max(1 - Weak - Near - Same, 0.05) };
}

/// <summary>How often a stranger's record agrees with one record of the list, field by field.</summary>
/// <param name="Surname">The surname.</param>
/// <param name="Given">The given name.</param>
/// <param name="Patronymic">The patronymic.</param>
/// <param name="Born">The birth date, by <see cref="DateLevel"/>.</param>
/// <param name="ExchangedOdds">How many times likelier the register makes it that the words stand as given name and surname than as surname and given name.</param>
/// <param name="Facts">Rank, unit, place and sex: the share of the register that is the same; null where they cannot be compared.</param>
internal sealed record Chances(NameChances Surname, NameChances Given, NameChances Patronymic, double[] Born, double ExchangedOdds = 1, float[]? Facts = null);
