using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Hearsay.Tests.Samples;

/// <summary>The sample documents, decoded without the code that they are there to test.</summary>
internal static partial class SampleCorpus
{
    public static string Folder { get; } = Path.Combine(Repository.Samples, "corpus");

    /// <summary>Files that are not UTF-8, with the encoding that samples/README.md gives them.</summary>
    public static IReadOnlyDictionary<string, string> Encodings { get; } = new Dictionary<string, string>
    {
        ["09-vechirnia-windows-1251.html"] = "windows-1251",
        ["17-varninform-utf-16.txt"] = "utf-16",
    };

    public static IEnumerable<string> Documents => Directory.EnumerateFiles(Folder)
        .Select(path => Path.GetFileName(path)!)
        .Where(name => name.EndsWith(".txt", StringComparison.Ordinal) || name.EndsWith(".html", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static JsonElement Expected { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Samples, "expected.json"))).RootElement;

    /// <summary>The file's characters; bytes that do not fit the encoding throw.</summary>
    public static string Decode(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(
            Encodings.GetValueOrDefault(name, "utf-8"), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return encoding.GetString(File.ReadAllBytes(Path.Combine(Folder, name))).TrimStart('\uFEFF');
    }

    /// <summary>The words a reader sees, runs of white space as one blank.</summary>
    public static string Words(string name)
    {
        var text = Decode(name);
        if (name.EndsWith(".html", StringComparison.Ordinal))
        {
            var page = new HtmlParser().ParseDocument(text);
            foreach (var element in page.QuerySelectorAll("script, style"))
            {
                element.Remove();
            }

            text = page.Body!.TextContent;
        }

        return WhiteSpace().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
