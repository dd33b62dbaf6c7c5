using System.Text;
using System.Text.RegularExpressions;

namespace Hearsay.Documents.Decoding;

/// <summary>Finds character sets by the names that servers and pages give them.</summary>
/// <remarks>Labels mean what the WHATWG Encoding Standard says: ISO-8859-1 and ASCII are windows-1252, GB2312 is GB18030, and so on.</remarks>
internal static partial class CharsetLabels
{
    /// <summary>How far into a page a declaration is looked for, in bytes. The HTML standard says 1024; saved pages often begin with longer comments.</summary>
    private const int PrescanLength = 4096;

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8", ["unicode-1-1-utf-8"] = "utf-8", ["x-unicode20utf8"] = "utf-8",
        ["utf-16"] = "utf-16le", ["unicode"] = "utf-16le", ["ucs-2"] = "utf-16le", ["utf-16be"] = "utf-16be",
        ["ascii"] = "windows-1252", ["us-ascii"] = "windows-1252", ["ansi"] = "windows-1252", ["latin1"] = "windows-1252", ["l1"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252", ["iso8859-1"] = "windows-1252", ["iso_8859-1"] = "windows-1252", ["cp1252"] = "windows-1252", ["x-cp1252"] = "windows-1252",
        ["cp1251"] = "windows-1251", ["x-cp1251"] = "windows-1251", ["win-1251"] = "windows-1251", ["win1251"] = "windows-1251", ["windows1251"] = "windows-1251",
        ["cp1250"] = "windows-1250", ["x-cp1250"] = "windows-1250", ["cp1254"] = "windows-1254", ["iso-8859-9"] = "windows-1254", ["latin5"] = "windows-1254",
        ["cp1253"] = "windows-1253", ["cp1257"] = "windows-1257", ["latin2"] = "iso-8859-2", ["iso8859-2"] = "iso-8859-2", ["iso_8859-2"] = "iso-8859-2",
        ["iso8859-5"] = "iso-8859-5", ["cyrillic"] = "iso-8859-5", ["iso8859-15"] = "iso-8859-15", ["latin9"] = "iso-8859-15",
        ["koi"] = "koi8-r", ["koi8"] = "koi8-r", ["koi8_r"] = "koi8-r", ["cskoi8r"] = "koi8-r", ["koi8-ru"] = "koi8-u", ["koi8u"] = "koi8-u", ["koi8r"] = "koi8-r",
        ["cp866"] = "ibm866", ["866"] = "ibm866", ["dos-866"] = "ibm866", ["mac"] = "macintosh", ["x-mac-roman"] = "macintosh", ["x-mac-ukrainian"] = "x-mac-cyrillic",
        ["gb2312"] = "gb18030", ["gbk"] = "gb18030", ["x-gbk"] = "gb18030", ["chinese"] = "gb18030", ["big5-hkscs"] = "big5",
        ["sjis"] = "shift_jis", ["shift-jis"] = "shift_jis", ["windows-31j"] = "shift_jis", ["x-sjis"] = "shift_jis", ["ks_c_5601-1987"] = "euc-kr", ["windows-949"] = "euc-kr",
        ["iso-8859-11"] = "windows-874", ["tis-620"] = "windows-874",
    };

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "utf-8", "utf-16le", "utf-16be", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
        "windows-1257", "windows-1258", "windows-874", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8",
        "iso-8859-13", "iso-8859-15", "koi8-r", "koi8-u", "ibm866", "macintosh", "x-mac-cyrillic", "gb18030", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr",
    };

    /// <summary>The character set that a label means, or null for a label that no browser knows.</summary>
    public static string? Resolve(string? label)
    {
        var name = label?.Trim().Trim('"', '\'');
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        name = Aliases.GetValueOrDefault(name, name);
        return Known.Contains(name) ? name.ToLowerInvariant() : null;
    }

    /// <summary>The character set that a page names in its XML declaration or a <c>meta</c> element, or null. A page cannot truthfully say in ASCII that it is UTF-16: that means UTF-8.</summary>
    public static string? Declared(ReadOnlySpan<byte> page)
    {
        var head = Comment().Replace(Encoding.Latin1.GetString(page[..Math.Min(page.Length, PrescanLength)]), " ");
        var match = XmlDeclaration().Match(head);
        match = match.Success ? match : MetaCharset().Match(head);
        var name = match.Success ? Resolve(match.Groups["label"].Value) : null;
        return name is "utf-16le" or "utf-16be" ? "utf-8" : name;
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["'](?<label>[\w:.-]{1,40})["']""", RegexOptions.IgnoreCase)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta\s[^>]{0,300}?\bcharset\s*=\s*["']?\s*(?<label>[\w:.-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();
}
