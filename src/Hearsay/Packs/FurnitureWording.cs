using System.Collections.Frozen;
using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Hearsay.Packs;

/// <summary>What a class of furniture wording says of the line that it is found in.</summary>
internal enum FurnitureKind
{
    /// <summary>The line is page furniture.</summary>
    Line,
    /// <summary>The line heads or holds links to other stories; short lines after a bare label are furniture too.</summary>
    Teasers,
    /// <summary>The page turns to its readers: what follows in its own voice is furniture too.</summary>
    Plea,
    /// <summary>The line heads what stands below articles: all that follows is furniture, unless running text goes on.</summary>
    Foot,
    /// <summary>The line heads readers' comments.</summary>
    Comments,
    /// <summary>The line heads or holds the article's list of sources.</summary>
    Sources,
    /// <summary>The line names authors.</summary>
    Byline,
    /// <summary>The line credits a picture.</summary>
    Caption,
}

/// <summary>A class of wording that a line was found to hold.</summary>
/// <param name="Name">The class's name in the pack.</param>
/// <param name="Kind">What it says of the line.</param>
/// <param name="IsWhole">True where the wording is all that the line holds.</param>
internal sealed record FurnitureMatch(string Name, FurnitureKind Kind, bool IsWhole);

/// <summary>The wording of page furniture, in classes, as <c>furniture.yml</c> of a pack lists it. Immutable.</summary>
internal sealed class FurnitureWording
{
    /// <summary>Longer lines hold no furniture, in characters: it keeps the cost of a line bounded.</summary>
    private const int MaxLine = 700;

    private readonly ImmutableArray<Class> classes;
    private readonly FrozenDictionary<string, Pattern[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly int maxWords;

    private FurnitureWording(ImmutableArray<Class> classes, PageSigns signs)
    {
        this.classes = classes;
        Signs = signs;
        maxWords = classes.Select(found => found.Words).DefaultIfEmpty(0).Max();
        lookup = classes
            .SelectMany((found, index) => found.Patterns(index))
            .GroupBy(pattern => pattern.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToArray())
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>No wording at all.</summary>
    public static FurnitureWording Empty { get; } = new([], PageSigns.Empty);

    /// <summary>The single words by which pages speak to their readers.</summary>
    public PageSigns Signs { get; }

    /// <summary>Reads the classes from a file; there are none where there is no file.</summary>
    /// <exception cref="InvalidDataException">The file cannot be understood; the message names the place.</exception>
    public static FurnitureWording Load(string path)
    {
        if (!File.Exists(path))
        {
            return Empty;
        }

        try
        {
            using var reader = new StreamReader(path);
            var file = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<ClassFile>(reader);
            return new FurnitureWording([.. file.Classes], new PageSigns(file.Signs));
        }
        catch (YamlException problem)
        {
            throw new InvalidDataException($"'{path}' line {problem.Start.Line}: {problem.InnerException?.Message ?? problem.Message}", problem);
        }
    }

    /// <summary>Finds the first class, in the file's order, that a line's wording belongs to; null where none does.</summary>
    /// <param name="line">One line or paragraph; case, punctuation and white space do not matter, save the marks <c>/ ( : | ©</c> that patterns may name.</param>
    public FurnitureMatch? Match(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.IsEmpty || line.Length > MaxLine)
        {
            return null;
        }

        Span<char> lower = stackalloc char[line.Length];
        line.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        Span<TextSpan> room = stackalloc TextSpan[line.Length];
        var tokens = new Tokens(lower, room[..Tokenise(lower, room, maxWords, out var words)]);
        if (words == 0 || words > maxWords)
        {
            return null;
        }

        Span<int> hits = stackalloc int[classes.Length];
        (int Class, bool Whole)? best = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var key = char.IsAsciiDigit(tokens[i][0]) ? "#" : tokens[i];
            if (!lookup.TryGetValue(key, out var patterns))
            {
                continue;
            }

            foreach (var pattern in patterns)
            {
                var found = classes[pattern.Class];
                if (words > found.Words || (best is { } already && already.Class < pattern.Class))
                {
                    continue;
                }

                var atStart = tokens.IsStart(i);
                if ((atStart || pattern.Where is Where.Anywhere or Where.AtEnd) && MatchEnd(pattern.Words, tokens, i) is >= 0 and var end)
                {
                    var atEnd = tokens.IsEnd(end);
                    if ((atEnd || pattern.Where is Where.Anywhere or Where.AtStart) && ++hits[pattern.Class] >= found.Hits)
                    {
                        best = (pattern.Class, (atStart && atEnd) || (best is { Whole: true } && best.Value.Class == pattern.Class));
                    }
                }
            }
        }

        return best is { } match ? new FurnitureMatch(classes[match.Class].Name, classes[match.Class].Kind, match.Whole) : null;
    }

    private static bool IsMark(char character) => character is '/' or '(' or ':' or '|' or '©';

    /// <summary>Cuts a line into words and marks, up to one word more than <paramref name="most"/>; other punctuation is passed over.</summary>
    private static int Tokenise(ReadOnlySpan<char> line, Span<TextSpan> tokens, int most, out int words)
    {
        var count = 0;
        words = 0;
        for (var i = 0; i < line.Length && words <= most;)
        {
            var end = i;
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || (line[end] is '\'' && end > i && end + 1 < line.Length && char.IsLetter(line[end + 1])))) { end++; }
            if (end > i)
            {
                tokens[count++] = new TextSpan(i, end);
                words++;
            }
            else if (IsMark(line[i]))
            {
                tokens[count++] = new TextSpan(i, i + 1);
            }

            i = Math.Max(end, i + 1);
        }

        return count;
    }

    /// <summary>Where a pattern that begins at a token ends, as the index of the token after it; -1 where it does not match.</summary>
    private static int MatchEnd(ReadOnlySpan<string> pattern, Tokens tokens, int at)
    {
        if (pattern.IsEmpty)
        {
            return at;
        }

        if (pattern is ["*"])
        {
            return at < tokens.Count ? Math.Min(at + 8, tokens.Count) : -1;
        }

        if (pattern[0] is "*")
        {
            for (var skipped = 1; skipped <= 8 && at + skipped <= tokens.Count; skipped++)
            {
                if (MatchEnd(pattern[1..], tokens, at + skipped) is >= 0 and var end)
                {
                    return end;
                }
            }

            return -1;
        }

        while (at < tokens.Count && IsMark(tokens[at][0]) && !IsMark(pattern[0][0])) { at++; }
        if (at == tokens.Count)
        {
            return -1;
        }

        if (pattern[0] is "#")
        {
            var start = at;
            while (at < tokens.Count && char.IsAsciiDigit(tokens[at][0])) { at++; }
            return at > start ? MatchEnd(pattern[1..], tokens, at) : -1;
        }

        return tokens[at].SequenceEqual(pattern[0]) ? MatchEnd(pattern[1..], tokens, at + 1) : -1;
    }

    private enum Where { Everything, AtStart, AtEnd, Anywhere }

    private readonly record struct Pattern(int Class, Where Where, string[] Words);

    private readonly ref struct Tokens(ReadOnlySpan<char> line, ReadOnlySpan<TextSpan> spans)
    {
        private readonly ReadOnlySpan<char> line = line;
        private readonly ReadOnlySpan<TextSpan> spans = spans;

        public int Count => spans.Length;

        public ReadOnlySpan<char> this[int index] => line[spans[index].Start..spans[index].End];

        public bool IsStart(int index)
        {
            while (index > 0 && IsMark(this[index - 1][0])) { index--; }
            return index == 0;
        }

        public bool IsEnd(int index)
        {
            while (index < Count && IsMark(this[index][0])) { index++; }
            return index == Count;
        }
    }

    /// <summary>The file as YAML has it.</summary>
    private sealed class ClassFile
    {
        public List<Class> Classes { get; set; } = [];

        public PageSigns.Words Signs { get; set; } = new();
    }

    /// <summary>One class as YAML has it.</summary>
    private sealed class Class
    {
        public string Name { get; set; } = "";

        public FurnitureKind Kind { get; set; }

        /// <summary>The longest line, in words, that the class is sought in.</summary>
        public int Words { get; set; } = 14;

        /// <summary>How many patterns must be found in the line.</summary>
        public int Hits { get; set; } = 1;

        public List<string> Whole { get; set; } = [];

        public List<string> Opens { get; set; } = [];

        public List<string> Closes { get; set; } = [];

        public List<string> Holds { get; set; } = [];

        public IEnumerable<Pattern> Patterns(int index) =>
        [
            .. Whole.Select(text => Parse(index, Where.Everything, text)),
            .. Opens.Select(text => Parse(index, Where.AtStart, text)),
            .. Closes.Select(text => Parse(index, Where.AtEnd, text)),
            .. Holds.Select(text => Parse(index, Where.Anywhere, text)),
        ];

        private Pattern Parse(int index, Where where, string text)
        {
            var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words is [] or ["*", ..]
                ? throw new InvalidDataException($"Furniture class '{Name}': the pattern '{text}' must begin with a word, a mark or #.")
                : new Pattern(index, where, words);
        }
    }
}
