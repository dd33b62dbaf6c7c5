using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace Hearsay.Tests.Samples;

public sealed class SampleRollsTests
{
    private static readonly string Folder = Path.Combine(Repository.Samples, "rolls");

    private static readonly Dictionary<string, int> RegisterSizes = new()
    {
        ["returned"] = 420, ["civilian"] = 180, ["deceased"] = 160, ["held"] = 520,
    };

    [Fact]
    public async Task Generator_writes_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("hearsay-rolls-").FullName;
        try
        {
            var start = new ProcessStartInfo("dotnet", ["run", Path.Combine(Repository.Samples, "generate.cs"), "--", folder])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Repository.Root,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, output + await errors);

            Assert.Equal(Names(Folder), Names(folder));
            Assert.All(Names(folder), name => Assert.True(
                File.ReadAllBytes(Path.Combine(Folder, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, name))),
                $"samples/rolls/{name} is not what samples/generate.cs writes; run it again"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void List_holds_what_the_corpus_says()
    {
        var truth = Truth("truth.csv");
        Assert.Equal(312, truth.Count);
        Assert.Equal(7, truth.Count(row => row.Register == "returned"));
        Assert.Equal(14, truth.Count(row => row.Register == "civilian"));
        Assert.Equal(3, truth.Count(row => row.Register == "deceased"));
        Assert.Equal(255, truth.Count(row => row.Register == "held"));
        Assert.Equal(5, truth.Count(row => row.Defects.Any(defect => defect.StartsWith("duplicate-of-", StringComparison.Ordinal))));
        Assert.Equal(21, truth.Count(row => row.Defects.Contains("impossible-date")));

        string[] faults = ["impossible-date", "day-month-swapped", "digit-error", "surname-typo", "look-alike-letters", "mixed-scripts"];
        Assert.Equal(312 / 4, truth.Count(row => row.Defects.Intersect(faults).Any()));
        Assert.Equal(84, Rows("returned.csv", ',').Count(row => row[^1] == "14.08.2025"));
    }

    [Fact]
    public void Dates_are_impossible_where_the_truth_says_so_and_nowhere_else()
    {
        var list = Rows("published-list.csv", ',');
        var impossible = Truth("truth.csv").Select(row => row.Defects.Contains("impossible-date"));
        var unreadable = list.Select(row => !DateOnly.TryParseExact(row[2], "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.Equal(impossible, unreadable);
    }

    [Theory]
    [InlineData("truth.csv")]
    [InlineData("truth-volunteers.csv")]
    public void Truth_points_at_rows_that_are_there(string name)
    {
        var truth = Truth(name);
        for (var row = 0; row < truth.Count; row++)
        {
            var (register, at, defects) = truth[row];
            Assert.Equal(register.Length == 0, at is null);
            if (at is { } registerRow)
            {
                Assert.InRange(registerRow, 1, RegisterSizes[register]);
            }

            foreach (var defect in defects.Where(defect => defect.StartsWith("duplicate-of-", StringComparison.Ordinal)))
            {
                var first = int.Parse(defect["duplicate-of-".Length..], CultureInfo.InvariantCulture);
                Assert.InRange(first, 1, row);
                Assert.Equal((register, at), (truth[first - 1].Register, truth[first - 1].RegisterRow));
            }
        }

        var people = truth.Where(row => row.RegisterRow is not null && !row.Defects.Any(defect => defect.StartsWith("duplicate-of-", StringComparison.Ordinal))).ToList();
        Assert.Equal(people.Count, people.DistinctBy(row => (row.Register, row.RegisterRow)).Count());
    }

    [Theory]
    [InlineData("returned.csv", ',', 420)]
    [InlineData("deceased.csv", ';', 160)]
    [InlineData("published-list.csv", ',', 312)]
    public void Tables_have_their_rows(string name, char separator, int rows)
    {
        var table = Rows(name, separator);
        Assert.Equal(rows, table.Count);
        Assert.Single(table.Select(row => row.Length).Distinct());
    }

    [Theory]
    [InlineData("published-list.xlsx", 312)]
    [InlineData("civilians.xlsx", 180)]
    [InlineData("held.xlsx", 520)]
    public void Workbooks_open_and_have_their_rows(string name, int rows)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Folder, name));
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        foreach (var part in archive.Entries)
        {
            using var stream = part.Open();
            var xml = XDocument.Load(stream);
            if (part.FullName == "xl/worksheets/sheet1.xml")
            {
                Assert.Equal(rows + 1, xml.Descendants(main + "row").Count());
            }
        }
    }

    [Fact]
    public void Sound_rows_keep_the_birth_date_of_the_register()
    {
        var list = Rows("published-list.csv", ',');
        var returned = Rows("returned.csv", ',');
        var deceased = Rows("deceased.csv", ';');
        var truth = Truth("truth.csv");
        string[] spoilt = ["impossible-date", "day-month-swapped", "digit-error"];
        foreach (var (row, index) in truth.Select((row, index) => (row, index)).Where(pair => !pair.row.Defects.Intersect(spoilt).Any()))
        {
            var born = row.Register switch
            {
                "returned" => returned[row.RegisterRow!.Value - 1][4],
                "deceased" => deceased[row.RegisterRow!.Value - 1][3],
                _ => list[index][2],
            };
            Assert.Equal(list[index][2], born);
        }
    }

    private static string[] Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static List<string[]> Rows(string name, char separator) => [.. File.ReadAllLines(Path.Combine(Folder, name)).Skip(1).Select(line => line.Split(separator))];

    private static List<(string Register, int? RegisterRow, string[] Defects)> Truth(string name) => [.. Rows(name, ',').Select(cells =>
        (cells[1], cells[2].Length == 0 ? (int?)null : int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3].Split(';')))];
}
