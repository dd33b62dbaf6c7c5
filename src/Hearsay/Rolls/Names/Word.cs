using System.Collections.Immutable;
using System.Text;

namespace Hearsay.Rolls.Names;

/// <summary>One word of a name with all that can be known of it alone.</summary>
internal sealed class Word
{
    private Word(string text)
    {
        Text = text;
        var settled = text.EndsWith('.') ? text.TrimEnd('.') : text;
        Readings = Sounds.Read(settled);
        IsInitial = settled.Length == 1 && !IsIdeograph(settled[0]) || (settled.Length == 2 && text.Length == 3 && text[^1] == '.');
        VowelsOptional = settled.Any(letter => letter is >= '\u0590' and <= '\u06FF');
        Keys = [.. Readings.Select(SoundKey.Of).Distinct()];
        if (!IsInitial) { (Given, Fathers, HasFatherEnding) = GivenNames.Find(Readings, settled); }
    }

    /// <summary>The word in lower case and one script, look-alike letters put right, without apostrophes.</summary>
    public string Text { get; }

    /// <summary>Its sounds, the likeliest first.</summary>
    public string[] Readings { get; }

    /// <summary>The skeletons of its readings.</summary>
    public ulong[] Keys { get; }

    /// <summary>True for a single letter that stands for a name.</summary>
    public bool IsInitial { get; }

    /// <summary>True where its script leaves vowels out.</summary>
    public bool VowelsOptional { get; }

    /// <summary>The given names that it may be a form of.</summary>
    public ImmutableArray<GivenNameForm> Given { get; } = [];

    /// <summary>The given names of fathers that it may be a patronymic of.</summary>
    public ImmutableArray<int> Fathers { get; } = [];

    /// <summary>True where it ends as patronymics do.</summary>
    public bool HasFatherEnding { get; }

    /// <summary>True where it is most likely a patronymic: it ends as one and begins with a father's name.</summary>
    public bool IsPatronymic => HasFatherEnding && Fathers.Length > 0;

    /// <summary>The word of what stands between two separators of a name; null where it holds no letter.</summary>
    public static Word? Of(ReadOnlySpan<char> written) => Normalise(written) is { Length: > 0 } text ? new Word(text) : null;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsIdeograph(char letter) => letter >= '\u3040';

    private static string Normalise(ReadOnlySpan<char> written)
    {
        var text = new StringBuilder(written.Length);
        var (latin, cyrillic) = (0, 0);
        var letters = 0;
        foreach (var character in written)
        {
            if (char.IsLetter(character))
            {
                var lower = char.ToLowerInvariant(character);
                text.Append(lower);
                letters++;
                if (lower < 0x250) { latin++; }
                else if (lower is >= '\u0400' and < '\u0530') { cyrillic++; }
            }
            else if (character is >= '\u0300' and <= '\u036F') { Compose(text, character); }
            else if (character is >= '\u0900' and <= '\u0DFF') { text.Append(character); }
            else if (character is '.' && text.Length > 0) { text.Append('.'); }
        }

        if (letters == 0) { return ""; }
        if (latin > 0 && cyrillic > 0) { LookAlikes.PutRight(text, latin, cyrillic); }
        var end = text.Length;
        while (letters > 2 && end > 0 && text[end - 1] == '.') { end--; }
        text.Length = end;
        return letters > 2 ? text.Replace(".", "").ToString() : text.ToString();
    }

    // The combining marks that make letters of their own; others are dropped.
    private static void Compose(StringBuilder text, char mark)
    {
        if (text.Length == 0) { return; }
        text[^1] = (text[^1], mark) switch
        {
            ('и', '\u0306') => 'й', ('і', '\u0308') => 'ї', ('е', '\u0308') => 'ё', ('у', '\u0306') => 'ў',
            ('c', '\u030C') => 'č', ('s', '\u030C') => 'š', ('z', '\u030C') => 'ž', ('s', '\u0327') => 'ş', ('c', '\u0327') => 'ç',
            ('o', '\u0308') => 'ö', ('u', '\u0308') => 'ü', ('a', '\u0308') => 'ä', ('n', '\u0303') => 'ñ', ('c', '\u0301') => 'ć',
            var (letter, _) => letter,
        };
    }
}
