using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Packs;

namespace Hearsay.Language.Coreference;

/// <summary>The names a document gives in full, so that short forms can be traced to them: surnames, and acronyms in brackets after what they stand for.</summary>
internal sealed partial class NameIndex
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWords = LanguageRules.ReadSet("English", "function-words");

    private readonly Dictionary<string, string> acronyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int At, string Name)>> surnames = new(StringComparer.Ordinal);
    private readonly HashSet<string> places = new(StringComparer.Ordinal);

    public NameIndex(Document document, SourceWords words)
    {
        foreach (var block in document.Blocks.Where(block => block.IsLanguage && block.Role is not BlockRole.Comment))
        {
            foreach (var match in AcronymInBrackets().EnumerateMatches(document.Text.AsSpan(block.Span.Start, block.Span.Length)))
            {
                AddAcronym(document.Text.AsSpan(block.Span.Start, block.Span.Length), match.Index, match.Length);
            }

            var text = block.Span.SliceOf(document.Text);
            foreach (var match in NameRun().EnumerateMatches(text))
            {
                AddName(text.Substring(match.Index, match.Length), block.Span.Start + match.Index, words, IsDated(text.AsSpan(0, match.Index)));
            }

            foreach (var match in InPlace().EnumerateMatches(text))
            {
                var found = text.Substring(match.Index, match.Length);
                places.Add(found[(found.LastIndexOf(' ') + 1)..]);
            }
        }
    }

    /// <summary>What an acronym stands for, or null.</summary>
    public string? Expand(string acronym) => acronyms.GetValueOrDefault(acronym);

    /// <summary>The full name, last given before <paramref name="at"/> or else first given after it, that ends in this surname; null where there is none.</summary>
    public string? FullName(string surname, int at)
    {
        if (!surnames.TryGetValue(surname, out var names)) { return null; }
        var before = names.FindLast(name => name.At <= at);
        return before.Name ?? names[0].Name;
    }

    /// <summary>True where the text uses the name as a place ("in Varnia") and never as a surname.</summary>
    public bool IsPlace(string name) => places.Contains(name) && !surnames.ContainsKey(name);

    private void AddAcronym(ReadOnlySpan<char> text, int bracket, int length)
    {
        var acronym = text.Slice(bracket + 1, length - 2).ToString();
        var letters = acronym.Where(char.IsLetter).ToArray();
        // Going back word by word, each initial must be the acronym's next letter from its end; small words may be passed over.
        var (end, left) = (bracket, letters.Length);
        while (end > 0 && text[end - 1] == ' ') { end--; }
        var start = end;
        for (var words = 0; words < letters.Length + 4 && left > 0 && start > 0; words++)
        {
            var wordEnd = start;
            while (wordEnd > 0 && (text[wordEnd - 1] == ' ' || text[wordEnd - 1] == '-')) { wordEnd--; }
            var wordStart = wordEnd;
            while (wordStart > 0 && (char.IsLetterOrDigit(text[wordStart - 1]) || text[wordStart - 1] is '’' or '\'')) { wordStart--; }
            if (wordStart == wordEnd) { return; }
            if (char.ToUpperInvariant(text[wordStart]) == char.ToUpperInvariant(letters[left - 1])) { left--; }
            else if (char.IsUpper(text[wordStart])) { return; }
            start = wordStart;
        }

        if (left == 0) { acronyms.TryAdd(acronym, text[start..end].ToString()); }
    }

    // "on 3 April Nord reported", "in March Orlik said": before a month a number or a preposition.
    private static bool IsDated(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return !before.IsEmpty && (char.IsAsciiDigit(before[^1]) || before.EndsWith("in", StringComparison.OrdinalIgnoreCase) || before.EndsWith("on", StringComparison.OrdinalIgnoreCase) || before.EndsWith("since", StringComparison.OrdinalIgnoreCase));
    }

    private void AddName(string run, int at, SourceWords words, bool dated)
    {
        var parts = run.Split(' ').ToList();
        while (parts.Count > 0 && (words.Titles.Contains(parts[0].ToLowerInvariant()) || FunctionWords.Contains(parts[0])))
        {
            parts.RemoveAt(0);
            dated = true;
        }

        if (dated && parts.Count > 0 && CalendarNames.Contains(parts[0])) { parts.RemoveAt(0); }
        if (parts.Count is < 2 or > 4 || parts.Any(part => words.OrganisationWords.Contains(part.ToLowerInvariant()) || words.MediaWords.Contains(part.ToLowerInvariant()))) { return; }
        var surname = parts[^1];
        if (surname.Length < 3 || surname.All(char.IsUpper)) { return; }
        if (!surnames.TryGetValue(surname, out var names)) { surnames[surname] = names = []; }
        names.Add((at, string.Join(' ', parts)));
    }

    [GeneratedRegex(@"\((?=[^)]*\p{Lu}[^)]*\p{Lu})[\p{Lu}][\p{L}&.-]{1,9}\)")]
    private static partial Regex AcronymInBrackets();

    [GeneratedRegex(@"\b(?:\p{Lu}\p{Ll}{0,3}\.|\p{Lu}[\p{L}\p{M}’'-]*\p{Ll})(?: (?:\p{Lu}\.|(?:de|van|von|al|el|bin|der|den|la|di)(?= \p{Lu})|\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?=[^\p{L}]|$)))+")]
    private static partial Regex NameRun();

    [GeneratedRegex(@"\b(?:in|across|throughout|inside|near|into) (?:the )?\p{Lu}[\p{L}-]+")]
    private static partial Regex InPlace();
}
