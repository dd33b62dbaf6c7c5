using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Hearsay.Web.Text;

/// <summary>What a stretch of shown text is.</summary>
public enum TextRunKind
{
    /// <summary>Characters that are shown as they are.</summary>
    Plain,
    /// <summary>One character that would be invisible or would change the order of others; it is shown by its code.</summary>
    Hidden,
    /// <summary>Combining marks beyond the number that any script piles on one letter; they are counted, not shown.</summary>
    Pile,
    /// <summary>A word that mixes letters of two scripts that look alike (a Cyrillic "а" in a Latin word).</summary>
    Mixed,
}

/// <summary>A stretch of text that is shown in one way.</summary>
/// <param name="Kind">How it is shown.</param>
/// <param name="Span">Where it is in the text.</param>
public readonly record struct TextRun(TextRunKind Kind, TextSpan Span);

/// <summary>
/// Text from a document, cut so that nothing in it can deceive the eye or disturb the page: controls of direction, invisible
/// characters and piles of combining marks are shown by their codes, and words that mix look-alike scripts are marked
/// (Unicode Technical Standard 39, "mixed-script confusables"). Linear in the text's length.
/// </summary>
public static class VisibleText
{
    private const int MarksKept = 6;

    /// <summary>Cuts a span of text into runs, in order, which together cover it.</summary>
    public static ImmutableArray<TextRun> Split(string text, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        var plain = span.Start;
        var wordStart = span.Start;
        var scripts = Script.None;
        var marks = 0;
        var offset = span.Start;
        while (offset < span.End)
        {
            var length = RuneAt(text, offset, span.End, out var rune);
            var script = ScriptOf(rune.Value);
            if (script is Script.None && !IsMark(rune))
            {
                EndWord(offset);
                wordStart = offset + length;
            }

            scripts |= script;
            marks = IsMark(rune) ? marks + 1 : 0;
            if (IsHidden(rune.Value))
            {
                EndWord(offset);
                Flush(offset);
                runs.Add(new TextRun(TextRunKind.Hidden, new TextSpan(offset, offset + length)));
                plain = wordStart = offset + length;
            }
            else if (marks > MarksKept)
            {
                EndWord(offset);
                Flush(offset);
                var end = offset;
                while (end < span.End)
                {
                    var next = RuneAt(text, end, span.End, out var more);
                    if (!IsMark(more)) { break; }
                    end += next;
                }

                runs.Add(new TextRun(TextRunKind.Pile, new TextSpan(offset, end)));
                plain = wordStart = end;
                offset = end;
                continue;
            }

            offset += length;
        }

        EndWord(span.End);
        Flush(span.End);
        return runs.DrainToImmutable();

        void Flush(int end)
        {
            if (end > plain) { runs.Add(new TextRun(TextRunKind.Plain, new TextSpan(plain, end))); }
        }

        void EndWord(int end)
        {
            // Two letters are a unit (μm) more often than a trap.
            if (end - wordStart > 2 && scripts is not (Script.None or Script.Latin or Script.Cyrillic or Script.Greek))
            {
                Flush(wordStart);
                runs.Add(new TextRun(TextRunKind.Mixed, new TextSpan(wordStart, end)));
                plain = end;
            }

            scripts = Script.None;
        }
    }

    /// <summary>The same for places that take no markup (titles, labels): hidden characters become their codes in brackets.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = new StringBuilder(text.Length);
        foreach (var run in Split(text, new TextSpan(0, text.Length)))
        {
            _ = run.Kind is TextRunKind.Hidden or TextRunKind.Pile ? shown.Append(Label(text, run)) : shown.Append(run.Span.In(text));
        }

        return shown.ToString();
    }

    /// <summary>What is shown in place of a hidden character (<c>[U+202E]</c>) or a pile (<c>[+37 marks]</c>).</summary>
    public static string Label(string text, TextRun run)
    {
        if (run.Kind is TextRunKind.Pile)
        {
            return string.Create(CultureInfo.InvariantCulture, $"[+{run.Span.Length} marks]");
        }

        _ = RuneAt(text, run.Span.Start, run.Span.End, out var rune);
        return string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
    }

    /// <summary>The text cut to about <paramref name="limit"/> UTF-16 code units at a space, with an ellipsis where something was cut.</summary>
    public static string Shorten(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= limit)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', limit, Math.Min(limit, 24));
        var end = space > 0 ? space : limit;
        if (char.IsHighSurrogate(text[end - 1])) { end--; }
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }

    private static int RuneAt(string text, int offset, int end, out Rune rune)
    {
        // An unpaired surrogate decodes to U+FFFD, one code unit long.
        _ = Rune.DecodeFromUtf16(text.AsSpan(offset, Math.Min(2, end - offset)), out rune, out var length);
        return Math.Max(1, length);
    }

    private static bool IsMark(Rune rune) =>
        rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F);

    private static bool IsHidden(int value) => value switch
    {
        '\n' or '\r' or '\t' => false,
        < 0x20 or (>= 0x7F and <= 0x9F) => true, // C0 and C1 controls
        < 0xAD => false,
        0xAD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x3164 or 0xFEFF or 0xFFA0 => true,
        0x200D => false, // joins emoji and the letters of several scripts
        (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x206F) => true,
        >= 0xFFF0 and <= 0xFFFB => true,
        >= 0xE0000 and <= 0xE0FFF => true, // tags
        _ => (value & 0xFFFE) == 0xFFFE, // no characters at all
    };

    [Flags]
    private enum Script
    {
        None = 0,
        Latin = 1,
        Cyrillic = 2,
        Greek = 4,
    }

    private static Script ScriptOf(int value) => value switch
    {
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => Script.Latin,
        < 0xC0 or 0xD7 or 0xF7 => Script.None,
        <= 0x24F or (>= 0x1E00 and <= 0x1EFF) => Script.Latin,
        (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF) => Script.Greek,
        (>= 0x400 and <= 0x52F) or (>= 0x1C80 and <= 0x1C8F) or (>= 0xA640 and <= 0xA69F) => Script.Cyrillic,
        _ => Script.None,
    };
}
