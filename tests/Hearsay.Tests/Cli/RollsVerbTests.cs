using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Hearsay.Tests.Cli;

/// <summary><c>hearsay rolls</c>, <c>names</c> and <c>people</c> as processes, and what of the names on a list they let out.</summary>
public sealed class RollsVerbTests
{
    private static readonly string Rolls = Path.Combine(Repository.Samples, "rolls");

    private static string[] Check(params string[] more) =>
        ["rolls", "check", Path.Combine(Rolls, "published-list.csv"), "--against", $"returned={Path.Combine(Rolls, "returned.csv")}", "--against", $"civilian={Path.Combine(Rolls, "civilians.xlsx")}", .. more];

    [Fact]
    public void Check_writes_the_contracts_columns_and_no_name()
    {
        using var folder = new TemporaryFolder();
        var run = Command.Run(folder.Path, Check());
        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("row,name,verdict,register,register_row,score,why,alternatives,duplicate_of", lines[0]);
        Assert.Equal(313, lines.Length);
        Assert.All(lines.Skip(1), line => Assert.Matches("^[0-9]+,,(match|possible|none|duplicate|malformed),", line));
        Assert.Contains("7 returned, 14 civilian", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Zatuvlarin", run.Output + run.Error, StringComparison.Ordinal);
        Assert.Contains("Zatuvlarin", Command.Run(folder.Path, Check("--with-names")).Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path)); // stored nowhere
    }

    [Fact]
    public void Json_holds_the_same_rows()
    {
        using var folder = new TemporaryFolder();
        using var json = JsonDocument.Parse(Command.Run(folder.Path, Check("--json")).Output);
        Assert.Equal(312, json.RootElement.GetProperty("rows").GetArrayLength());
        Assert.Equal(14, json.RootElement.GetProperty("counts").GetProperty("match:civilian").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("rows")[0].GetProperty("name").ValueKind);
    }

    [Fact]
    public void Names_leave_a_ledger_only_with_a_reason_that_is_logged()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(2, Command.Run(folder.Path, Check("--ledger", "rolls.db", "--with-names")).ExitCode);
        Assert.Equal(0, Command.Run(folder.Path, Check("--ledger", "rolls.db")).ExitCode);
        Assert.Equal(0, Command.Run(folder.Path, Check("--ledger", "rolls.db")).ExitCode); // again: nothing changes
        var plain = Command.Run(folder.Path, "export", "rolls", "--ledger", "rolls.db");
        Assert.Equal(312, plain.Output.TrimEnd('\n').Split('\n').Length);
        Assert.DoesNotContain("Zatuvlarin", plain.Output, StringComparison.Ordinal);
        Assert.Equal(2, Command.Run(folder.Path, "export", "rolls", "--ledger", "rolls.db", "--with-names").ExitCode);
        var named = Command.Run(folder.Path, "export", "rolls", "--ledger", "rolls.db", "--with-names", "--reason", "asked for by the bureau", "--format", "csv");
        Assert.Contains("Zatuvlarin", named.Output, StringComparison.Ordinal);

        var findings = Command.Run(folder.Path, "export", "findings", "--ledger", "rolls.db").Output;
        Assert.Contains("\"roll_already_returned\"", findings, StringComparison.Ordinal);
        Assert.Contains("\"roll_civilian\"", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("Zatuvlarin", findings, StringComparison.Ordinal);

        var log = Log(Path.Combine(folder.Path, "rolls.db"));
        Assert.Equal(["audit", "disclosure"], log.Select(entry => entry.Kind));
        Assert.Contains("asked for by the bureau", log[1].Payload, StringComparison.Ordinal);
        Assert.Equal(0, Command.Run(folder.Path, "verify", "--ledger", "rolls.db").ExitCode);
    }

    [Fact]
    public void People_are_withheld_and_erased()
    {
        using var folder = new TemporaryFolder();
        Command.Run(folder.Path, Check("--ledger", "rolls.db"));
        var first = Command.Run(folder.Path, "export", "rolls", "--ledger", "rolls.db").Output.Split('\n')[0];
        var audit = JsonDocument.Parse(first).RootElement.GetProperty("audit").GetString()!;
        Assert.Equal(0, Command.Run(folder.Path, "people", "withhold", "--audit", audit, "--row", "1", "--reason", "asked by letter", "--ledger", "rolls.db").ExitCode);
        Assert.Equal(0, Command.Run(folder.Path, "people", "erase", "--audit", audit, "--row", "2", "--reason", "asked by letter", "--ledger", "rolls.db").ExitCode);
        Assert.Equal(1, Command.Run(folder.Path, "people", "erase", "--audit", audit, "--row", "2", "--reason", "asked again", "--ledger", "rolls.db").ExitCode);
        var named = Command.Run(folder.Path, "export", "rolls", "--ledger", "rolls.db", "--with-names", "--reason", "a test").Output;
        Assert.DoesNotContain("Zatuvlarin", named, StringComparison.Ordinal);
        Assert.DoesNotContain("Khlevunovets Dmitriy Bogdanovich", named, StringComparison.Ordinal);
        Assert.Equal(312, named.TrimEnd('\n').Split('\n').Length); // the tombstones stay
        Assert.Contains("name-erasure", Log(Path.Combine(folder.Path, "rolls.db")).Select(entry => entry.Kind));
        Assert.Equal(0, Command.Run(folder.Path, "verify", "--ledger", "rolls.db").ExitCode);
    }

    [Fact]
    public void Who_asks_to_be_erased_is_told_of_every_row()
    {
        using var folder = new TemporaryFolder();
        Command.Run(folder.Path, Check("--ledger", "rolls.db"));
        var rows = Command.Run(folder.Path, "export", "rolls", "--ledger", "rolls.db").Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var again = rows.First(row => row.GetProperty("duplicate_of").ValueKind is JsonValueKind.Number);
        var (audit, first, second) = (again.GetProperty("audit").GetString()!, again.GetProperty("duplicate_of").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture), again.GetProperty("row").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture));
        string Erase(string row) => Command.Run(folder.Path, "people", "erase", "--audit", audit, "--row", row, "--reason", "asked by letter", "--ledger", "rolls.db").Error;
        Assert.Contains($"row {second} too", Erase(first), StringComparison.Ordinal);
        Assert.DoesNotContain("too", Erase(second), StringComparison.Ordinal); // nothing is left of this person
    }

    [Fact]
    public void Names_are_scored_in_input_order()
    {
        using var folder = new TemporaryFolder();
        folder.Write("pairs.csv", "name1,name2\n\"ЛИС, Іван\",Ivan Lys\nПетро Вовк,Степан Вовк\n");
        var run = Command.Run(folder.Path, "names", "score", "pairs.csv");
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("name1,name2,score,match,why", lines[0]);
        Assert.StartsWith("\"ЛИС, Іван\",Ivan Lys,0.9", lines[1], StringComparison.Ordinal);
        Assert.Contains(",true,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",false,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Unusable_arguments_are_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(2, Command.Run(folder.Path, Check("--columns", "list:nonsense=Name")).ExitCode);
        Assert.Equal(2, Command.Run(folder.Path, Check("--columns", "nobody:name=Name")).ExitCode);
        Assert.Equal(2, Command.Run(folder.Path, Check("--matter", "m1")).ExitCode);
        Assert.Equal(1, Command.Run(folder.Path, "rolls", "check", "absent.csv", "--against", "held=absent.csv").ExitCode);
    }

    private static List<(string Kind, string Payload)> Log(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT kind, payload FROM log ORDER BY sequence";
        using var rows = select.ExecuteReader();
        var log = new List<(string, string)>();
        while (rows.Read()) { log.Add((rows.GetString(0), rows.GetString(1))); }
        return log;
    }
}
