using Hearsay.Intake.Rolls;
using Hearsay.Rolls;

namespace Hearsay.Tests.Rolls;

/// <summary>The sample list against the sample registers: who is where is written down in <c>samples/rolls/truth.csv</c>.</summary>
public sealed class SampleAuditTests
{
    private static readonly string Folder = Path.Combine(Repository.Samples, "rolls");

    private static readonly (string Role, string File)[] Registers = [("returned", "returned.csv"), ("civilian", "civilians.xlsx"), ("deceased", "deceased.csv"), ("held", "held.xlsx")];

    [Theory]
    [InlineData("published-list.csv", "truth.csv")]
    [InlineData("published-list.xlsx", "truth.csv")]
    [InlineData("volunteers.txt", "truth-volunteers.csv")]
    public void Every_row_is_found_where_it_is(string list, string truth)
    {
        var audit = Audit(list);
        var expected = File.ReadLines(Path.Combine(Folder, truth)).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(expected.Count, audit.Rows.Length);
        Assert.All(audit.Rows.Zip(expected), pair =>
        {
            var (row, cells) = pair;
            Assert.Equal(cells[0], $"{row.Row}");
            Assert.Equal(cells[1], row.Best?.Role ?? "");
            Assert.Equal(cells[2], row.Best is { } best ? $"{best.Row}" : "");
            Assert.Equal(cells[3].Contains("impossible-date", StringComparison.Ordinal), row.Verdict == RollVerdict.Malformed);
            Assert.Equal(cells[3].Split(';').FirstOrDefault(defect => defect.StartsWith("duplicate-of-", StringComparison.Ordinal))?["duplicate-of-".Length..] ?? "", row.DuplicateOf is { } earlier ? $"{earlier}" : "");
        });
    }

    [Fact]
    public void Summary_says_what_the_bureau_said()
    {
        var summary = AuditSummary.Lines(Audit("published-list.csv")).First();
        Assert.Equal("312 rows: 7 returned, 14 civilian, 3 deceased, 255 held, 5 repeated, 21 with impossible dates, 33 not found.", summary);
    }

    [Fact]
    public void One_thread_finds_what_many_find()
    {
        var list = new RollSource("list", "list", RollFile.Read(Path.Combine(Folder, "published-list.csv")));
        RollSource[] registers = [new("held", "held", RollFile.Read(Path.Combine(Folder, "held.xlsx")))];
        var one = new RollAuditor(new RollAuditOptions { Threads = 1 }).Audit(list, registers);
        var many = new RollAuditor(new RollAuditOptions { Threads = 4 }).Audit(list, registers);
        Assert.Equal(one.Rows.Select(row => (row.Verdict, row.Best, row.Reasons)), many.Rows.Select(row => (row.Verdict, row.Best, row.Reasons)));
    }

    [Fact]
    public void Reasons_hold_no_name()
    {
        var audit = Audit("published-list.csv");
        Assert.All(audit.Rows, row => Assert.All(row.Name.Split(' '), part => Assert.DoesNotContain(part, row.Reasons, StringComparison.OrdinalIgnoreCase)));
    }

    internal static RollAudit Audit(string list) => new RollAuditor().Audit(
        new RollSource(list, "list", RollFile.Read(Path.Combine(Folder, list))),
        [.. Registers.Select(register => new RollSource(register.File, register.Role, RollFile.Read(Path.Combine(Folder, register.File))))]);
}
