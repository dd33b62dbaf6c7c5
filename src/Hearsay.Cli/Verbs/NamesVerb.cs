using System.CommandLine;
using System.Globalization;
using System.Text;
using CsvHelper;
using Hearsay.Intake.Rolls;
using Hearsay.Rolls;
using Hearsay.Rolls.Names;

namespace Hearsay.Cli.Verbs;

/// <summary><c>hearsay names</c>: names alone, without records.</summary>
internal static class NamesVerb
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", WriteByteOrderMark = false, Injection = CsvInjection.None };

    public static Command Create() => new("names", "Compares names of people, across scripts and spellings.") { Score() };

    private static Command Score()
    {
        var pairs = new Argument<string>("PAIRS.csv") { Description = "A CSV file with the columns name1 and name2." };
        var command = new Command("score", "Says for each pair whether the two may be written forms of one person's name: name1,name2,score,match,why.") { pairs };
        command.SetAction(result => Run(result.GetValue(pairs)!));
        return command;
    }

    private static int Run(string path)
    {
        RollSheet sheet;
        try
        {
            sheet = RollFile.ReadCsv(path);
        }
        catch (RollException unusable)
        {
            Console.Error.WriteLine($"hearsay: {unusable.Message}");
            return ExitCode.SomeRefused;
        }

        var (first, second) = (Column(sheet, "name1", 0), Column(sheet, "name2", 1));
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        csv.WriteRecord((string[])["name1", "name2", "score", "match", "why"]);
        foreach (var batch in sheet.Pieces.Select(piece => piece()))
        {
            for (var record = 0; record < batch.Count; record++)
            {
                var (one, other) = (Encoding.UTF8.GetString(batch.Cell(record, first)), Encoding.UTF8.GetString(batch.Cell(record, second)));
                var score = NameScorer.Compare(one, other);
                csv.WriteRecord((string[])[one, other, score.Score.ToString("0.####", CultureInfo.InvariantCulture), score.IsMatch ? "true" : "false", score.Why]);
            }
        }

        return ExitCode.Done;
    }

    private static int Column(RollSheet sheet, string name, int otherwise)
    {
        var at = Enumerable.Range(0, sheet.Header.Length).FirstOrDefault(column => string.Equals(sheet.Header[column], name, StringComparison.OrdinalIgnoreCase), -1);
        return at >= 0 ? at : otherwise;
    }
}
