using System.Reflection;
using System.Text.RegularExpressions;

namespace Hearsay.Tests.Workbench;

/// <summary>The table of attacks in <c>docs/security.md</c> names tests that there are, and each attack has one.</summary>
public sealed partial class AttackTableTests
{
    [Fact]
    public void Every_attack_of_the_table_is_tried_by_a_test_that_there_is()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "security.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split(" | ")).Where(row => row.Length == 4 && !row[0].Contains("---", StringComparison.Ordinal)).ToList();
        Assert.InRange(rows.Count, 20, 100);
        Assert.Empty(rows.SelectMany(row => Tests().Matches(row[2]) is { Count: > 0 } named ? named.Where(test => !IsThere(test)).Select(test => test.Value) : [row[0]]));
    }

    private static bool IsThere(Match test) => typeof(AttackTableTests).Assembly.GetTypes().Where(type => type.Name == test.Groups[1].Value)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
        .Any(method => method.GetCustomAttributes<FactAttribute>().Any() && method.Name.StartsWith(test.Groups[2].Value, StringComparison.Ordinal));

    [GeneratedRegex(@"`([A-Za-z]+Tests)(?:\.(\w+))?`")]
    private static partial Regex Tests();
}
