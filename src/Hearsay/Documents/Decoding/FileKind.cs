using System.Globalization;
using System.Text;

namespace Hearsay.Documents.Decoding;

/// <summary>Tells by their bytes whether a file is text at all, and whether it is a page.</summary>
internal static class FileKind
{
    /// <summary>Share of control characters above which bytes are no text: compressed and compiled files have a tenth, text has next to none.</summary>
    private const double ControlShare = 0.04;

    private static readonly (byte[] Magic, string What)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF; save its text as .txt and read that"),
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive or an Office document; unpack it or save it as text or HTML"),
        ("PK\u0005\u0006"u8.ToArray(), "an empty zip archive; there is nothing in it to read"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document; save it as text or HTML"),
        ("{\\rtf"u8.ToArray(), "rich text (RTF); save it as plain text or HTML"),
        ([0x1F, 0x8B, 0x08], "compressed with gzip; unpack it first"),
        ("BZh9"u8.ToArray(), "compressed with bzip2; unpack it first"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], "compressed with xz; unpack it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd; unpack it first"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7z archive; unpack it first"),
        ("Rar!\u001A"u8.ToArray(), "a RAR archive; unpack it first"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture; type out or recognise its text first"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture; type out or recognise its text first"),
        ("GIF87a"u8.ToArray(), "a GIF picture; type out or recognise its text first"),
        ("GIF89a"u8.ToArray(), "a GIF picture; type out or recognise its text first"),
        ([(byte)'I', (byte)'I', 0x2A, 0], "a TIFF picture; type out or recognise its text first"),
        ([(byte)'M', (byte)'M', 0, 0x2A], "a TIFF picture; type out or recognise its text first"),
        ("SQLite format 3\0"u8.ToArray(), "a SQLite database; name documents instead, and a ledger with --ledger"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program; name text or HTML files instead"),
        ("OggS"u8.ToArray(), "a sound or video recording; transcribe it first"),
        ("ID3\u0003"u8.ToArray(), "a sound recording; transcribe it first"),
    ];

    private static readonly string[] PageOpenings = ["<!doctype html", "<html", "<head", "<body"];
    private static readonly string[] FragmentOpenings = ["<!--", "<div", "<p>", "<p ", "<article", "<section", "<main", "<table", "<meta", "<title", "<h1", "<script", "<style", "<link"];

    /// <summary>Says what the bytes are where they are no text, and what to do; null where they may be read.</summary>
    public static string? RefuseAsBinary(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, what) in Signatures)
        {
            if (bytes.StartsWith(magic))
            {
                return $"The file is {what}.";
            }
        }

        if (bytes.Length > 12 && (bytes[4..].StartsWith("ftyp"u8) || (bytes.StartsWith("RIFF"u8) && bytes[8..12].ContainsAnyInRange((byte)'A', (byte)'Z'))))
        {
            return "The file is a picture, sound or video recording; write out its text first.";
        }

        return null;
    }

    /// <summary>Says that decoded text is no text, for it is full of control characters; null where it may be read.</summary>
    public static string? RefuseAsControls(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, 1 << 20));
        var controls = 0;
        foreach (var character in sample)
        {
            controls += char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u001B') ? 1 : 0;
        }

        return controls > Math.Max(1, sample.Length * ControlShare)
            ? string.Create(CultureInfo.InvariantCulture, $"The file is binary, not text: {controls} of its first {sample.Length} characters are control characters; save it as text or HTML.")
            : null;
    }

    /// <summary>Tells whether bytes are a page, by content first and then by the file's name.</summary>
    public static bool IsPage(ReadOnlySpan<byte> bytes, string path)
    {
        var extension = Path.GetExtension(path);
        if (extension.Equals(".html", StringComparison.OrdinalIgnoreCase) || extension.Equals(".htm", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".xhtml", StringComparison.OrdinalIgnoreCase))
        {
            // Text that was saved under a page's name would lose its lines as markup.
            return HasMarkup(bytes);
        }

        var head = Head(bytes);
        return Array.Exists(PageOpenings, opening => head.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            || (!extension.Equals(".txt", StringComparison.OrdinalIgnoreCase)
                && Array.Exists(FragmentOpenings, opening => head.StartsWith(opening, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The beginning as ASCII, without byte-order mark, zero bytes (UTF-16), XML declaration and white space.</summary>
    private static string Head(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).Replace("\0", "", StringComparison.Ordinal);
        head = head.TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF').TrimStart();
        if (head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && head.IndexOf("?>", StringComparison.Ordinal) is > 0 and var end)
        {
            head = head[(end + 2)..].TrimStart();
        }

        return head;
    }

    private static bool HasMarkup(ReadOnlySpan<byte> bytes)
    {
        for (var rest = bytes; rest.IndexOf((byte)'<') is >= 0 and var at; rest = rest[(at + 1)..])
        {
            var next = rest[(at + 1)..].TrimStart((byte)0);
            if (next.Length > 0 && (char.IsAsciiLetter((char)next[0]) || next[0] is (byte)'!' or (byte)'/' or (byte)'?'))
            {
                return true;
            }
        }

        return false;
    }
}
