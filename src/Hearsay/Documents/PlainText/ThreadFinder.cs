using System.Text.RegularExpressions;
using Hearsay.Packs;

namespace Hearsay.Documents.PlainText;

/// <summary>
/// Finds where readers' comments begin: at a heading that is made of words about comments, or, where nothing heads them, at the first of several entries,
/// each opened by a user's name, that run to the end of the text.
/// </summary>
internal sealed partial class ThreadFinder(string text, IReadOnlyList<Paragraph> paragraphs, FurnitureMatch?[] wording, DateLine?[] dates, PageSigns signs)
{
    /// <summary>As many paragraphs one entry has at most.</summary>
    private const int MaxEntry = 4;

    /// <summary>The longest line that names who wrote a comment, and the longest heading of comments, in words.</summary>
    private const int MaxAuthor = 8, MaxHeading = 10;

    /// <summary>What a line of a thread is. A user's name is sure where no person or place is written so.</summary>
    private enum Part { Text, User, Name, UserAndText, NameAndText, Control }

    /// <summary>The first paragraph of the comments, their heading included; the number of paragraphs where there are none.</summary>
    /// <param name="first">Index of the article's first running text: comments stand below it.</param>
    public int Find(int first)
    {
        for (var i = first + 1; i < paragraphs.Count; i++)
        {
            if (IsHeading(i) && IsThreadBelow(i + 1)) { return i; }
        }

        return FindUnheaded(first);
    }

    /// <summary>True where a line holds nothing but words of headings of comments: "Readers' letters", "Comments are moderated. 2 comments".</summary>
    public bool IsHeading(int index)
    {
        if (paragraphs[index].Words > MaxHeading) { return false; }
        var (held, words, core) = LineWeigher.Held(paragraphs[index].Span.In(text), signs.Readers, signs.Comments);
        return core && held == words;
    }

    /// <summary>A heading may stand above an article that speaks of comments: paragraph after paragraph without anybody's name is no thread.</summary>
    private bool IsThreadBelow(int from)
    {
        var run = 0;
        for (var i = from; i < paragraphs.Count; i++)
        {
            run = PartOf(i) is Part.Text ? run + (paragraphs[i].IsProse ? 1 : 0) : 0;
            if (run > MaxEntry) { return false; }
        }

        return from < paragraphs.Count;
    }

    private int FindUnheaded(int first)
    {
        // From below, entries as long as each paragraph belongs to one.
        var (start, sure, named, controls, run) = (paragraphs.Count, 0, 0, 0, 0);
        for (var i = paragraphs.Count - 1; i > first; i--)
        {
            var part = PartOf(i);
            if (part is Part.Control) { controls++; run = 0; continue; }
            if (part is Part.Text)
            {
                if (++run > MaxEntry) { break; }
                continue;
            }

            var alone = part is Part.User or Part.Name;
            if (alone && run == 0) { continue; }
            if (part is Part.Name or Part.NameAndText) { named++; } else { sure++; }
            if (part is Part.User or Part.UserAndText || sure > 0) { start = i; }
            run = 0;
        }

        return sure >= 2 || (sure == 1 && (controls > 0 || named > 0)) ? start : paragraphs.Count;
    }

    private Part PartOf(int index)
    {
        var line = paragraphs[index].Span.In(text);
        if (wording[index] is { Name: "comment_controls" or "ago" or "share" }) { return Part.Control; }
        if (dates[index] is not null && paragraphs[index].Words <= MaxAuthor && !HasTimeAndName(line)) { return Part.Control; }
        if (paragraphs[index].Words <= MaxAuthor && !paragraphs[index].Closed)
        {
            if (IsHandle(line) || HasTimeAndName(line)) { return Part.User; }
        }

        if (Name().IsMatch(line)) { return Part.Name; }
        var colon = line[..Math.Min(line.Length, 60)].IndexOf(": ");
        if (colon > 0)
        {
            var name = line[..colon];
            if (IsHandle(name) || IsKeeper(name)) { return Part.UserAndText; }
            if (Placed().IsMatch(name)) { return Part.NameAndText; }
        }

        return line[0] is '@' && line.Length > 2 && char.IsLetterOrDigit(line[1]) && line.Contains(' ') ? Part.UserAndText : Part.Text;
    }

    private bool IsKeeper(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[name.Length];
        name.ToLowerInvariant(lower);
        return signs.Keepers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }

    /// <summary>True for one word that is written as names of users are and no other word: with a digit or a low line, a dot amid, a small letter first or a capital within.</summary>
    private static bool IsHandle(ReadOnlySpan<char> line)
    {
        if (line.Length is < 3 or > 24 || !Handle().IsMatch(line)) { return false; }
        if (line.IndexOfAnyInRange('a', 'z') < 0 && line.IndexOfAnyInRange('A', 'Z') < 0 && !char.IsLetter(line[0])) { return false; } // "8.15", a time of day
        var (digit, mark, small, inner) = (false, false, char.IsLower(line[0]), false);
        for (var i = 0; i < line.Length; i++)
        {
            digit |= char.IsAsciiDigit(line[i]) && i > 0;
            mark |= line[i] is '_' || (line[i] is '.' && i < line.Length - 1);
            inner |= i > 0 && char.IsUpper(line[i]) && char.IsLower(line[i - 1]);
        }

        return mark || inner || (char.IsLetter(line[0]) && (digit || small));
    }

    private static bool HasTimeAndName(ReadOnlySpan<char> line) => line.Length <= 60 && NameAndTime().IsMatch(line);

    [GeneratedRegex(@"^@?\w[\w.-]*\w$", RegexOptions.NonBacktracking)]
    private static partial Regex Handle();

    // "Ivan T.", "Oleh", "Old Miner", "H. Petrash"
    [GeneratedRegex(@"^\p{Lu}[\p{L}'’.-]{0,20}(?: (?:\p{Lu}[\p{L}'’.-]{0,20}|\d{1,4})){0,2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    // "Torvald, Oskelmar", "Anna (Halm)", "Old Miner from Polven"
    [GeneratedRegex(@"^\p{L}[\p{L}'’. -]{1,24}(?:, | \(| from | з | из )\p{Lu}[\p{L} '’.-]{1,24}\)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Placed();

    // "Ivan T. · 3h", "Olga, 14:20", "karin 2 hours ago", "Petro • 12.03.2031 at 10:44"
    [GeneratedRegex(@"^\p{L}[\w\p{So}\p{Cs}'’. -]{1,24}?(?:,| [·•|–—-]| \() ?(?:\d{1,2}[:.]\d{2}\b|\d{1,3} ?(?:s|m|h|d|w|min|mins|minutes?|hours?|days?|weeks?|months?|хв|год|дн|мин|ч)\b|(?:yesterday|today|just now|вчора|сьогодні|вчера|сегодня)\b|\d{1,2}[./]\d{1,2}[./]\d{2,4})[^.!?]{0,24}$|^\p{L}[\w'’. -]{1,24} \d{1,3} ?(?:min|mins|minutes?|hours?|days?|weeks?|months?) ago$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NameAndTime();
}
