using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Hearsay.Rolls.Names;

/// <summary>A given name that a word may be a form of.</summary>
/// <param name="Name">Its number in the table.</param>
/// <param name="IsShort">True for a short or pet form.</param>
internal readonly record struct GivenNameForm(int Name, bool IsShort);

/// <summary>Given names with their forms in several languages, their short forms, and the patronymics made from them: <c>given-names.txt</c>.</summary>
internal static class GivenNames
{
    private static readonly string[] FatherEndings = ["oviq", "eviq", "iviq", "aviq", "ovna", "evna", "ivna", "avna", "iniqna", "iqna", "iq", "ovic", "evic", "oviw", "eviw", "ovits", "evits"];
    private static readonly string[] FirstForms = [.. Lines().Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])];
    private static readonly (FrozenDictionary<string, ImmutableArray<GivenNameForm>> Names, FrozenDictionary<string, ImmutableArray<int>> Fathers) Table = Load();

    /// <summary>The first form of a name in the table.</summary>
    public static string NameOf(int number) => FirstForms[number];

    /// <summary>What given names and fathers' names a word's readings and letters may stand for.</summary>
    public static (ImmutableArray<GivenNameForm> Given, ImmutableArray<int> Fathers, bool HasFatherEnding) Find(string[] readings, string text)
    {
        ImmutableArray<GivenNameForm> given = [];
        foreach (var reading in readings)
        {
            if (Table.Names.TryGetValue(Fold(reading), out var found)) { given = given.IsEmpty ? found : [.. given.Union(found)]; }
        }

        ImmutableArray<int> fathers = [];
        var ending = false;
        foreach (var reading in readings)
        {
            if (StemOf(reading, text) is not { } stem) { continue; }
            var known = Table.Fathers.TryGetValue(stem, out var found);
            if (known) { fathers = fathers.IsEmpty ? found : [.. fathers.Union(found)]; }
            ending |= known || !reading.EndsWith("iq", StringComparison.Ordinal) || reading.EndsWith("viq", StringComparison.Ordinal);
        }

        return (given, fathers, ending);
    }

    private static string? StemOf(string reading, string text)
    {
        foreach (var ending in FatherEndings)
        {
            if (reading.Length > ending.Length + 1 && reading.EndsWith(ending, StringComparison.Ordinal)) { return Stem(reading[..^ending.Length]); }
        }

        return null;
    }

    /// <summary>A reading with what confuses spellings of one name written in one way: g, h and x, s and z, glides but for those that tell Yana from Anna.</summary>
    public static string Fold(string reading)
    {
        var folded = new StringBuilder(reading.Length);
        for (var at = 0; at < reading.Length; at++)
        {
            var sound = reading[at];
            if (sound == 'y' && (at > 0 || reading is not ['y', 'a' or 'o' or 'u', ..])) { continue; }
            folded.Append(sound switch { 'h' or 'x' => 'g', 'z' => 's', 'Q' => 'w', _ => sound });
        }

        return folded.ToString();
    }

    private static string Stem(string reading) => Fold(reading).TrimEnd('a', 'e', 'i', 'o', 'u');

    private static (FrozenDictionary<string, ImmutableArray<GivenNameForm>>, FrozenDictionary<string, ImmutableArray<int>>) Load()
    {
        var names = new Dictionary<string, List<GivenNameForm>>();
        var fathers = new Dictionary<string, List<int>>();
        var number = 0;
        foreach (var line in Lines())
        {
            var isShort = false;
            foreach (var form in line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1))
            {
                if (form == "|") { isShort = true; continue; }
                var (stemOnly, written) = form[0] == '+' ? (true, form[1..]) : (false, form);
                foreach (var reading in Sounds.Read(written.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal)))
                {
                    if (!stemOnly) { AddTo(names, Fold(reading), new GivenNameForm(number, isShort)); }
                    if (!isShort && line[0] == 'm' && Stem(reading) is { Length: > 0 } stem) { AddTo(fathers, stem, number); }
                }
            }

            number++;
        }

        return (names.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray()), fathers.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray()));
    }

    private static IEnumerable<string> Lines() => NameData.Lines("given-names.txt").Where(line => line[0] != '=');

    private static void AddTo<T>(Dictionary<string, List<T>> table, string key, T value)
    {
        if (!table.TryGetValue(key, out var values)) { table.Add(key, values = []); }
        if (!values.Contains(value)) { values.Add(value); }
    }
}
