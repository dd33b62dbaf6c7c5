namespace Hearsay.Tests.Rolls;

/// <summary>The labelled pairs of <c>name-pairs.txt</c> and <c>name-pairs-abroad.txt</c>.</summary>
internal static class NamePairs
{
    internal sealed record Pair(string One, string Other, bool IsMatch);

    /// <summary>The half of a table that is for tuning, or the half that is held out.</summary>
    public static List<Pair> Read(bool heldOut, string table = "name-pairs.txt") =>
    [
        .. from line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Hearsay.Tests", "Rolls", table)).Where(line => line.Length > 0 && line[0] != '#').Index()
           where line.Index % 2 == (heldOut ? 1 : 0)
           let cells = line.Item.Split('|', StringSplitOptions.TrimEntries)
           from other in cells[1].Split(';', StringSplitOptions.TrimEntries).Select(name => (Name: name, IsMatch: true)).Concat(cells[2].Split(';', StringSplitOptions.TrimEntries).Select(name => (Name: name, IsMatch: false)))
           select new Pair(cells[0], other.Name, other.IsMatch),
    ];
}
