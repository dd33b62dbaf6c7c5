using System.Text;
using Hearsay.Intake.Rolls;
using Hearsay.Packs;
using Hearsay.Rolls;
using Hearsay.Rolls.Linkage;

namespace Hearsay.Tests.Rolls;

/// <summary>Linkage on generated people, with the truth known.</summary>
public sealed class LinkageTests
{
    private static readonly Lazy<(RollAudit Audit, List<RollGenerator.Row> Rows)> WithDates = new(() => Run(dates: true, fullNames: false));
    private static readonly Lazy<(RollAudit Audit, List<RollGenerator.Row> Rows)> WithoutDates = new(() => Run(dates: false, fullNames: false));

    [Fact]
    public void Recall_and_precision_reach_the_goal()
    {
        var (recall, precision) = Quality(WithDates.Value);
        Assert.True(recall >= 0.98 && precision >= 0.98, $"recall {recall:0.0000}, precision {precision:0.0000}");
    }

    [Fact]
    public void Full_names_in_one_column_are_linked_as_well()
    {
        var (recall, precision) = Quality(Run(dates: true, fullNames: true));
        Assert.True(recall >= 0.97 && precision >= 0.98, $"recall {recall:0.0000}, precision {precision:0.0000}");
    }

    [Fact]
    public void Probabilities_are_calibrated() => Assert.All([WithDates.Value, WithoutDates.Value], run =>
    {
        var said = run.Audit.Rows.Zip(run.Rows).Where(pair => pair.First.Best is not null).Select(pair => (pair.First.Best!.Score, Right: pair.First.Best.Row - 1 == pair.Second.Truth)).ToList();
        var off = said.GroupBy(pair => (int)Math.Min(pair.Score * 5, 4)).Sum(bin => Math.Abs(bin.Average(pair => pair.Score) - bin.Average(pair => pair.Right ? 1.0 : 0)) * bin.Count()) / said.Count;
        Assert.True(off < 0.06, $"expected calibration error {off:0.000}");
    });

    [Fact]
    public void Rank_unit_and_place_in_other_languages_tell_namesakes_apart()
    {
        var (people, rows) = Generate();
        var pack = new Lazy<DomainPack>(() => DomainPack.Load(Repository.Pack));
        RollAudit Audit(bool facts) => new RollAuditor(new RollAuditOptions { Threads = 2, Pack = () => pack.Value }).Audit(
            new RollSource("list", "list", Sheet(facts ? RollGenerator.CsvWithFacts(rows, dates: false) : RollGenerator.Csv(rows, dates: false))),
            [new RollSource("register", "held", Sheet(facts ? RollGenerator.RegisterWithFacts(people) : RollGenerator.Register(people)))]);
        var (alone, with) = (Quality((Audit(facts: false), rows)), Quality((Audit(facts: true), rows)));
        Assert.True(with.Recall > alone.Recall + 0.03 && with.Precision >= 0.98, $"recall {alone.Recall:0.000} to {with.Recall:0.000}, precision {alone.Precision:0.000} to {with.Precision:0.000}");
    }

    [Fact]
    public void A_kept_index_gives_the_same_audit()
    {
        var (people, rows) = Generate();
        using var kept = new MemoryStream();
        RollIndex.Build(new RollSource("register", "held", Sheet(RollGenerator.Register(people))), 2).Save(kept);
        kept.Position = 0;
        var list = new RollSource("list", "list", Sheet(RollGenerator.Csv(rows)));
        var audit = new RollAuditor(new RollAuditOptions { Threads = 2 }).Audit(list, [new RollSource("register", "held", RollSheet.Empty) { Index = RollIndex.Load(kept, 2) }]);
        Assert.Equal(WithDates.Value.Audit.Rows.Select(row => (row.Verdict, row.Best)), audit.Rows.Select(row => (row.Verdict, row.Best)));
        Assert.Throws<RollException>(() => RollIndex.Load(new MemoryStream(kept.ToArray()[..^100_000]), 1));
    }

    [Fact]
    public void An_encoded_register_finds_most()
    {
        var (people, rows) = Generate();
        var encoder = new EncodedRegister("a secret of two offices"u8.ToArray());
        var lines = encoder.Encode(new RollSource("register", "held", Sheet(RollGenerator.Register(people))), 2).ToList();
        Assert.DoesNotContain(lines, line => line.Any(letter => letter > 127) || line.Contains("19", StringComparison.Ordinal) && line.Contains('.'));
        var list = new RollSource("list", "list", Sheet(RollGenerator.Csv(rows)));
        var encoded = Sheet(lines);
        Assert.True(EncodedRegister.IsEncoded(encoded));
        var audit = new RollAuditor(new RollAuditOptions { Threads = 2 }).Audit(list, [new RollSource("register", "held", encoder.Decode(encoded, list, 2))]);
        var (recall, precision) = Quality((audit, rows));
        Assert.True(recall >= 0.93 && precision >= 0.97, $"recall {recall:0.0000}, precision {precision:0.0000}");
        var (plain, _) = Quality(WithDates.Value);
        Assert.True(plain > recall, "hashes cannot be better than names");
    }

    [Fact]
    public void Blocking_loses_little()
    {
        var (people, rows) = Generate();
        var list = Read(RollGenerator.Csv(rows));
        var register = Read(RollGenerator.Register(people));
        var neighbours = WordNeighbours.Find(list, register, 2);
        var candidates = new CandidateFinder(list, register, neighbours, RecordChances.Of(list, register, neighbours), LinkageModel.Prior, sameSheet: false).Find(2);
        var met = candidates.Select(pair => (pair.List, pair.Register)).ToHashSet();
        var known = rows.Index().Where(row => row.Item.Truth >= 0).ToList();
        var recall = known.Count(row => met.Contains((row.Index, row.Item.Truth))) / (double)known.Count;
        Assert.True(recall >= 0.99, $"blocking recall {recall:0.0000}");
    }

    [Fact]
    public void Estimation_finds_the_rates_that_made_the_data()
    {
        var random = new Random(11);
        double[] surname = [0, 0.03, 0.02, 0, 0.15, 0.80], given = [0, 0.02, 0.01, 0.02, 0.05, 0.90], patronymic = [0, 0.05, 0.01, 0.02, 0.07, 0.85];
        double[] born = [0, 0.06, 0.02, 0, 0.05, 0.04, 0.83];
        var chances = new Chances(new(0.005, 0.08, 0.002, 0.001), new(0.01, 0.08, 0.01, 0.03), new(0.01, 0.08, 0.01, 0.03), [1, 0.99, 0.006, 0.02, 0.0018, 0.00007, 0.00007], 1, [0.3f, 0.01f, 0.05f, 0.9f]);
        int Draw(double[] shares)
        {
            var left = random.NextDouble();
            for (var level = 1; level < shares.Length; level++)
            {
                if ((left -= shares[level]) < 0) { return level; }
            }

            return shares.Length - 1;
        }

        byte Facts() => (byte)((random.NextDouble() < 0.55 ? 2 : 1) | (random.NextDouble() < 0.9 ? 2 : 1) << 2); // rank and unit

        const int Records = 6000;
        var candidates = new List<Candidate>();
        for (var record = 0; record < Records; record++)
        {
            if (random.NextDouble() < 0.6) { candidates.Add(new Candidate(record, record, new((NameLevel)Draw(surname), (NameLevel)Draw(given), (NameLevel)Draw(patronymic), (DateLevel)Draw(born), NameOrderLevel.AsGiven, Facts()), 0)); }
            candidates.Add(new Candidate(record, Records + record, new(NameLevel.Same, (NameLevel)(random.Next(20) == 0 ? 5 : 1), NameLevel.Different, DateLevel.Different, NameOrderLevel.AsGiven, 0), 0));
        }

        var model = LinkageModel.Prior.Fit(candidates, Records, 3_000, [.. Enumerable.Repeat(chances, Records)], new bool[Records]);
        Assert.Equal(0.6, model.Present, 0.03);
        Assert.Equal(surname[5], model.Surname[5], 0.02);
        Assert.Equal(given[5], model.Given[5], 0.02);
        Assert.Equal(patronymic[1], model.Patronymic[1], 0.02);
        Assert.Equal(born[6], model.Born[6], 0.02);
        Assert.Equal(born[1], model.Born[1], 0.02);
        Assert.Equal(0.55, model.Facts[0], 0.03);
        Assert.Equal(0.9, model.Facts[1], 0.03);
    }

    [Theory]
    [InlineData(19910503, 19910503, nameof(DateLevel.Same))]
    [InlineData(19910503, 19910305, nameof(DateLevel.Swapped))]
    [InlineData(19910503, 19910504, nameof(DateLevel.Slip))]
    [InlineData(19910503, 19810503, nameof(DateLevel.Slip))]
    [InlineData(19910503, 19190503, nameof(DateLevel.Slip))] // neighbouring digits exchanged
    [InlineData(19910503, 19910527, nameof(DateLevel.TwoOfThree))]
    [InlineData(19910331, 19910401, nameof(DateLevel.Slip))] // neighbouring days
    [InlineData(19910503, 19910000, nameof(DateLevel.Year))]
    [InlineData(19910503, 0, nameof(DateLevel.Missing))]
    [InlineData(19910503, 19880817, nameof(DateLevel.Different))]
    public void Birth_dates_are_compared(int one, int other, string level)
    {
        Assert.Equal(level, DateComparison.Compare(one, other).ToString());
        Assert.Equal(level, DateComparison.Compare(other, one).ToString());
    }

    private static (List<RollGenerator.Person> People, List<RollGenerator.Row> Rows) Generate()
    {
        var generator = new RollGenerator(20251103);
        var people = generator.People(40_000);
        return (people, generator.List(people, 1400, 600, new RollGenerator.Rates()));
    }

    private static (RollAudit Audit, List<RollGenerator.Row> Rows) Run(bool dates, bool fullNames)
    {
        var (people, rows) = Generate();
        return (new RollAuditor(new RollAuditOptions { Threads = 2 }).Audit(
            new RollSource("list", "list", Sheet(RollGenerator.Csv(rows, fullNames, dates))), [new RollSource("register", "held", Sheet(RollGenerator.Register(people)))]), rows);
    }

    private static RollSheet Sheet(IEnumerable<string> lines) => RollFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), ".csv");

    private static People Read(IEnumerable<string> lines)
    {
        var sheet = Sheet(lines);
        return PeopleReader.Read(sheet, RollColumns.Find(sheet), 2);
    }

    private static (double Recall, double Precision) Quality((RollAudit Audit, List<RollGenerator.Row> Rows) run)
    {
        var pairs = run.Audit.Rows.Zip(run.Rows).ToList();
        var said = pairs.Count(pair => pair.First.Verdict == RollVerdict.Match);
        var right = pairs.Count(pair => pair.First.Verdict == RollVerdict.Match && pair.First.Best!.Row - 1 == pair.Second.Truth);
        return ((double)right / pairs.Count(pair => pair.Second.Truth >= 0), (double)right / said);
    }
}
