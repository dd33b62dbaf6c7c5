using System.Net;
using System.Text.RegularExpressions;

namespace Hearsay.Tests.Workbench;

/// <summary>What a page says in its own words: its texts and the attributes that are read out, without what documents and the engine say.</summary>
internal static partial class SpokenText
{
    private static readonly HashSet<string> Empty = ["br", "meta", "link", "input", "img", "hr", "path", "circle", "rect", "line", "use"];

    /// <summary>How many texts a page has, and those that have letters outside of square brackets, in which a translation made for a test puts all of its texts.</summary>
    public static (int Count, List<string> Left) OutsideBrackets(string page)
    {
        var (count, left, open) = (0, new List<string>(), new Stack<(string Name, bool IsQuoted)>());
        foreach (Match token in Tokens().Matches(page))
        {
            if (token.Groups["text"] is { Success: true } text)
            {
                if (open.TryPeek(out var parent) && !parent.IsQuoted) { Add(text.Value); }
                continue;
            }

            var (name, attributes) = (token.Groups["name"].Value, token.Groups["attributes"].Value);
            if (token.Groups["end"].Length > 0)
            {
                while (open.TryPop(out var closed) && closed.Name != name) { }
                continue;
            }

            var isQuoted = (open.TryPeek(out var around) && around.IsQuoted) || name is "bdi" or "code" or "kbd" or "script" or "style" or "textarea" || (name != "html" && NotOurs().IsMatch(attributes));
            if (!isQuoted)
            {
                foreach (Match spoken in SpokenAttributes().Matches(attributes)) { Add(spoken.Groups[1].Value); }
            }

            if (!Empty.Contains(name) && !attributes.EndsWith('/')) { open.Push((name, isQuoted)); }
        }

        return (count, left);

        void Add(string raw)
        {
            var text = WebUtility.HtmlDecode(raw).Trim();
            if (text.Length == 0) { return; }
            count++;
            var rest = text;
            while (Innermost().IsMatch(rest)) { rest = Innermost().Replace(rest, ""); }
            if (Letters().IsMatch(rest)) { left.Add(text); }
        }
    }

    [GeneratedRegex("<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9]*)(?<attributes>(?:[^>\"]|\"[^\"]*\")*)>|<!--.*?-->|<![^>]*>|(?<text>[^<]+)", RegexOptions.Singleline)]
    private static partial Regex Tokens();

    [GeneratedRegex("\\s(?:lang=\"|translate=\"no\")")]
    private static partial Regex NotOurs();

    [GeneratedRegex("\\s(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"")]
    private static partial Regex SpokenAttributes();

    [GeneratedRegex(@"\[[^\[\]]*\]")]
    private static partial Regex Innermost();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();
}
