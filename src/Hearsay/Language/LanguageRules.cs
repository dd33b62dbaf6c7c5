using System.Collections.Frozen;
using Hearsay.Documents;

namespace Hearsay.Language;

/// <summary>What the tokeniser knows of one language, read from the text files of its folder beside this file (embedded in the assembly). A file that a language lacks is an empty list. Immutable.</summary>
internal sealed class LanguageRules
{
    private static readonly Lazy<LanguageRules> English = new(() => new LanguageRules("English"));
    private static readonly Lazy<LanguageRules> Ukrainian = new(() => new LanguageRules("Ukrainian"));
    private static readonly Lazy<LanguageRules> Russian = new(() => new LanguageRules("Russian"));

    private readonly FrozenDictionary<string, Abbreviation>.AlternateLookup<ReadOnlySpan<char>> abbreviations;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> starters;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> clitics;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> leading;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> domains;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> fused;

    private LanguageRules(string folder)
    {
        var cut = Read(folder, "clitics").Select(line => line.Split(' ')).ToList();
        abbreviations = ReadAbbreviations(folder).GetAlternateLookup<ReadOnlySpan<char>>();
        starters = Set(Read(folder, "starters"));
        clitics = Set(cut.Where(line => line[0] == "clitic").Select(line => line[1]));
        leading = Set(cut.Where(line => line[0] == "leading").Select(line => line[1]));
        fused = cut.Where(line => line.Length == 1)
            .ToFrozenDictionary(line => line[0].Replace("|", "", StringComparison.Ordinal), line => line[0].IndexOf('|', StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        domains = Set(Read("English", "domains"), StringComparer.Ordinal);
    }

    /// <summary>How an abbreviation behaves.</summary>
    public enum Abbreviation
    {
        /// <summary>Not an abbreviation.</summary>
        None,
        /// <summary>May end a sentence.</summary>
        Plain,
        /// <summary>Stands before a name and never ends a sentence.</summary>
        Title,
        /// <summary>An abbreviation only before a digit.</summary>
        Number,
    }

    /// <summary>The rules of a language; English ones where there are none for it.</summary>
    /// <param name="language">ISO 639-1 code, <c>other</c> or null, as <see cref="Document.Language"/> has it.</param>
    public static LanguageRules For(string? language) => language switch
    {
        "uk" => Ukrainian.Value,
        "ru" => Russian.Value,
        _ => English.Value,
    };

    /// <summary>What <paramref name="word"/>, without its period, is.</summary>
    public Abbreviation AbbreviationOf(ReadOnlySpan<char> word) => abbreviations.TryGetValue(word, out var found) ? found : Abbreviation.None;

    /// <summary>True for a word that, capitalised, opens a sentence even after an abbreviation.</summary>
    public bool IsStarter(ReadOnlySpan<char> word) => starters.Contains(word);

    /// <summary>True for what is cut off after an apostrophe, given without it ("s", "ll").</summary>
    public bool IsClitic(ReadOnlySpan<char> letters) => clitics.Contains(letters);

    /// <summary>True where a verb's negation is cut off ("do", "n't").</summary>
    public bool CutsNegation => clitics.Contains("n't");

    /// <summary>True for a word that opens with an apostrophe, given without it ("til").</summary>
    public bool IsLeading(ReadOnlySpan<char> letters) => leading.Contains(letters);

    /// <summary>True for a host's last label in lower case; behind a capital ("Harbour.INFO", "Harbour.Info") also in capitals, and in four letters or more of which the first is one.</summary>
    public bool IsDomain(ReadOnlySpan<char> host, ReadOnlySpan<char> label)
    {
        if (domains.Contains(label)) { return true; }
        if (!char.IsUpper(host[0]) || label.Length is < 2 or > 6 || !char.IsUpper(label[0]) || (label.Length < 4 && label.ContainsAnyInRange('a', 'z'))) { return false; }
        Span<char> lower = stackalloc char[label.Length];
        label.ToLowerInvariant(lower);
        return domains.Contains(lower);
    }

    /// <summary>Where a word that is two tokens is cut ("can", "not"), in characters from its start; 0 for any other.</summary>
    public int CutOf(ReadOnlySpan<char> word) => word.Length is >= 5 and <= 6 && fused.TryGetValue(word, out var cut) ? cut : 0;

    /// <summary>A language's list as a set that does not tell case apart.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReadSet(string folder, string list) => Set(Read(folder, list));

    private static FrozenDictionary<string, Abbreviation> ReadAbbreviations(string folder)
    {
        var found = new Dictionary<string, Abbreviation>(StringComparer.Ordinal);
        foreach (var parts in Read(folder, "abbreviations").Select(line => line.Split(' ')))
        {
            var word = parts[0][..^1];
            var kind = parts.ElementAtOrDefault(1) switch
            {
                null => Abbreviation.Plain,
                "title" => Abbreviation.Title,
                "number" => Abbreviation.Number,
                var other => throw new InvalidDataException($"{folder}/abbreviations.txt: '{other}' is no class of abbreviations; use title, number or none."),
            };
            found[word] = kind;
            if (char.IsUpper(word[0]))
            {
                found.TryAdd(word.ToUpperInvariant(), kind);
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> words, StringComparer? comparer = null) =>
        words.ToFrozenSet(comparer ?? StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The lines of a language's list, comments left out.</summary>
    public static IReadOnlyList<string> ReadLines(string folder, string list) => Read(folder, list);

    private static List<string> Read(string folder, string list)
    {
        var lines = new List<string>();
        using var stream = typeof(LanguageRules).Assembly.GetManifestResourceStream($"Hearsay.Language.{folder}.{list}.txt");
        if (stream is null)
        {
            return lines;
        }

        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line);
            }
        }

        return lines;
    }
}
