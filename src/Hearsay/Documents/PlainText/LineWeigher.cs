using System.Text.RegularExpressions;
using Hearsay.Packs;

namespace Hearsay.Documents.PlainText;

/// <summary>
/// Weighs what speaks for a line's being the page's own word against what speaks for its being the article's: requests, words to the reader, prices,
/// addresses and things of pages on one side; speech, quotations and words that the article has elsewhere on the other.
/// </summary>
internal sealed partial class LineWeigher(string text, IReadOnlyList<Paragraph> paragraphs, PageSigns signs, int headline)
{
    /// <summary>Longer lines are not the page's word, in characters.</summary>
    private const int MaxLine = 500;

    /// <summary>Words are taken for the same where these first letters are; shorter ones tell nothing of what a text is about.</summary>
    private const int KeyLength = 5, MinKey = 4;

    private Dictionary<string, int>? topics;

    /// <summary>What speaks for the page's own word, from 0.</summary>
    public int Page(int index)
    {
        var line = paragraphs[index].Span.In(text);
        if (line.Length > MaxLine) { return 0; }
        var (actions, things, yours, ours) = (0, 0, 0, 0);
        var (opens, quoted, action, that, condition) = (true, false, false, false, false);
        Span<char> room = stackalloc char[32];
        for (var i = 0; i < line.Length;)
        {
            var end = WordEnd(line, i);
            if (end == i)
            {
                quoted = line[i] switch { '“' or '«' or '„' => true, '”' or '»' => false, '"' => !quoted, _ => quoted };
                opens |= (condition && line[i] is ',') || line[i] is '.' or '!' or '?' or ':' or ';' or '–' or '—' or '|' or '•' or '·' or '→' or '(' || char.IsSurrogate(line[i]);
                i++;
                continue;
            }

            var word = Lower(line[i..end], room);
            i = end;
            if (quoted) { (opens, action) = (false, false); continue; }
            if (action && !signs.NotAfter.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) { actions++; }
            actions += opens && signs.Actions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
            action = opens && signs.NounsToo.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
            condition = opens ? word is "to" or "if" or "for" : condition;
            opens = false;
            things += that && signs.Selves.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
            that = word is "this";
            things += signs.Things.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
            yours += signs.Yours.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
            ours += signs.Ours.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? 1 : 0;
        }

        var weight = (actions > 0 ? 2 : 0) + Math.Min(things, 3) + Math.Min(yours, 2) + Math.Min(ours, 1);
        weight += Address().IsMatch(line) ? 2 : 0;
        weight += Price(line) ? 2 : 0;
        weight += line.ContainsAny(Bars) || line.Contains(" / ", StringComparison.Ordinal) ? 1 : 0;
        return weight;
    }

    /// <summary>True where a line speaks of itself or to its reader ("we", "your") outside quotation marks, and quotes nobody.</summary>
    public static bool SpeaksForPage(ReadOnlySpan<char> line, PageSigns signs)
    {
        const int MostQuoted = 4;
        var (own, quoted) = (0, 0);
        Span<char> room = stackalloc char[32];
        line = line[..Math.Min(line.Length, 4 * MaxLine)];
        var reader = new WordReader(line, room);
        while (reader.Next())
        {
            var word = reader.Word;
            quoted += reader.InQuote ? 1 : 0;
            own += !reader.InQuote && (signs.Ours.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || signs.Yours.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) ? 1 : 0;
        }

        return own > 0 && quoted < MostQuoted;
    }

    /// <summary>True where a line has a word of what the article is about.</summary>
    public bool HoldsTopic(int index) => Weigh(index).Shared > 0;

    /// <summary>True where a line has a verb that tells that somebody speaks.</summary>
    public bool HoldsSpeech(int index) => Weigh(index).Speech;

    /// <summary>What speaks for the article's, from 0.</summary>
    public int Article(int index)
    {
        var (shared, speech, quoted, others) = Weigh(index);
        return (speech ? 2 : 0) + (quoted >= 4 ? 2 : 0) + (others ? 1 : 0) + (paragraphs[index].Words > 40 ? 1 : 0) + shared switch { < 2 => 0, < 4 => 1, < 7 => 2, _ => 3 };
    }

    private (int Shared, bool Speech, int Quoted, bool Others) Weigh(int index)
    {
        topics ??= Topics();
        var line = paragraphs[index].Span.In(text);
        var (shared, speech, others) = (0, false, false);
        var own = Counts(index) ? 1 : 0;
        var quotedWords = 0;
        Span<char> room = stackalloc char[32];
        line = line[..Math.Min(line.Length, 4 * MaxLine)];
        var reader = new WordReader(line, room);
        while (reader.Next())
        {
            var word = reader.Word;
            quotedWords += reader.InQuote ? 1 : 0;
            if (Key(word) is { Length: > 0 } key && topics.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var count) && count > own) { shared++; }
            speech |= signs.Speech.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
            others |= word is "he" or "she" or "they" or "his" or "her" or "their" or "him" or "them";
        }

        return (shared, speech, quotedWords, others);
    }

    /// <summary>How many of a line's words are among a set, and how many words it has; numbers count as <c>#</c>. Looks at no more than a dozen words.</summary>
    public static (int Held, int Words, bool HoldsCore) Held(ReadOnlySpan<char> line, IReadOnlySet<string> words, IReadOnlySet<string> core)
    {
        const int Most = 12;
        var (held, count, holdsCore) = (0, 0, false);
        Span<char> room = stackalloc char[32];
        var reader = new WordReader(line, room);
        while (count <= Most && reader.Next())
        {
            var word = reader.Word;
            var text = char.IsAsciiDigit(word[0]) ? "#" : word.ToString();
            count++;
            holdsCore |= core.Contains(text);
            held += words.Contains(text) || core.Contains(text) ? 1 : 0;
        }

        return (held, count, holdsCore);
    }

    /// <summary>The words of the article's paragraphs, by their first letters, and in how many paragraphs each stands.</summary>
    private Dictionary<string, int> Topics()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Span<char> room = stackalloc char[32];
        for (var index = 0; index < paragraphs.Count; index++)
        {
            if (!Counts(index)) { continue; }
            seen.Clear();
            var line = paragraphs[index].Span.In(text);
            var reader = new WordReader(line, room);
            while (reader.Next())
            {
                if (Key(reader.Word) is { Length: > 0 } key && !seen.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key)) { seen.Add(key.ToString()); }
            }

            foreach (var key in seen) { found[key] = found.GetValueOrDefault(key) + 1; }
        }

        return found;
    }

    private bool Counts(int index) => index == headline || paragraphs[index].IsProse;

    private ReadOnlySpan<char> Key(ReadOnlySpan<char> word) =>
        word.Length < MinKey || char.IsAsciiDigit(word[0]) || Common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || signs.Things.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)
            ? default : word[..Math.Min(word.Length, KeyLength)];

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> room)
    {
        var length = Math.Min(word.Length, room.Length);
        word[..length].ToLowerInvariant(room);
        room[..length].Replace('’', '\'');
        return room[..length];
    }

    /// <summary>Where the word that begins at a place ends; the same place where none begins. Hyphens and apostrophes within a word belong to it.</summary>
    private static int WordEnd(ReadOnlySpan<char> line, int start)
    {
        var end = start;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || (end > start && line[end] is '\'' or '’' or '-' && end + 1 < line.Length && char.IsLetter(line[end + 1])))) { end++; }
        return end;
    }

    /// <summary>A sum for a time ("4 crowns a week", "$1 per month"), or a money sign beside a number.</summary>
    private bool Price(ReadOnlySpan<char> line)
    {
        Span<char> room = stackalloc char[32];
        foreach (var match in Rate().EnumerateMatches(line))
        {
            var last = line.Slice(match.Index, match.Length);
            if (signs.Periods.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Lower(last[(last.LastIndexOf(' ') + 1)..], room))) { return true; }
        }

        return false;
    }

    private static readonly System.Buffers.SearchValues<char> Bars = System.Buffers.SearchValues.Create("|•·→»›↗");

    // Words of four letters and more that say nothing of what a text is about.
    private static readonly System.Collections.Frozen.FrozenSet<string> Common = System.Collections.Frozen.FrozenSet.ToFrozenSet(
    [
        "about", "after", "again", "against", "also", "another", "around", "back", "because", "been", "before", "being", "between", "both", "come", "could", "does", "down", "during", "each", "even", "every", "first",
        "from", "give", "given", "going", "good", "have", "having", "here", "into", "just", "know", "last", "least", "less", "like", "made", "make", "many", "more", "most", "much", "must", "need", "never", "next", "nobody", "once",
        "only", "other", "others", "over", "part", "people", "right", "same", "should", "since", "some", "still", "such", "take", "than", "that", "their", "them", "then", "there", "these", "they", "thing", "this", "those", "three", "through",
        "time", "today", "under", "until", "very", "want", "week", "well", "were", "what", "when", "where", "which", "while", "will", "with", "without", "would", "year", "years", "your", "yours",
    ]);

    [GeneratedRegex(@"[\w.-]{1,64}@[\w-]{1,64}\.\w{2,12}|(?:https?://|www\.)\S|(?:^|\s)@\w{3}|\+\d[\d ()-]{6}|\b\d[\d.,]{0,6} ?(?:[kKMG]B|КБ|МБ)\b|\bext\. ?\d|\bIS[SB]N [\dX-]{8}", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"[\d€$£][\d.,]*(?: \p{L}+)? (?:an?|per|each|every|/|на|за|в) \p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Rate();

    /// <summary>Goes through a line's words in lower case and knows of each whether it stands between quotation marks.</summary>
    private ref struct WordReader(ReadOnlySpan<char> line, Span<char> room)
    {
        private readonly ReadOnlySpan<char> line = line;
        private readonly Span<char> room = room;
        private int at;

        public ReadOnlySpan<char> Word { get; private set; }

        public bool InQuote { get; private set; }

        public bool Next()
        {
            for (; at < line.Length; at++)
            {
                var end = WordEnd(line, at);
                if (end > at)
                {
                    Word = Lower(line[at..end], room);
                    at = end;
                    return true;
                }

                InQuote = line[at] switch { '“' or '«' or '„' => true, '”' or '»' => false, '"' => !InQuote, _ => InQuote };
            }

            return false;
        }
    }
}
