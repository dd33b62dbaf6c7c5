using System.Text;
using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Judgements;
using Hearsay.Rolls;
using Hearsay.Statements;
using Hearsay.Workbench.Adding;
using Hearsay.Workbench.Safety;

namespace Hearsay.Tests.Dossier;

/// <summary>The texts of pages as the sources have them: what is asked of <c>T</c>, counted things, and refusals.</summary>
internal static partial class TextCatalogue
{
    private static readonly string[] Projects = ["Hearsay.Web", "Hearsay.Workbench"];

    // What Wording.Name gives the names of.
    private static readonly Type[] Named = [typeof(Certainty), typeof(Polarity), typeof(StatementAct), typeof(SourceType), typeof(HopRole), typeof(RollVerdict), typeof(Verdict), typeof(Standing), typeof(Role), typeof(AddedState)];

    /// <summary>Every text, as a translation looks it up; sorted.</summary>
    public static SortedSet<string> All()
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Sources()) { Add(File.ReadAllText(file), all); }
        foreach (var kind in Named) { all.UnionWith(Enum.GetNames(kind).Select(name => name.ToLowerInvariant())); }
        all.UnionWith(Enum.GetNames<BlockRole>().Where(role => role != nameof(BlockRole.Boilerplate)));
        return all;
    }

    /// <summary>The files that pages are made of.</summary>
    public static IEnumerable<string> Sources() => Projects
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*", SearchOption.AllDirectories))
        .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    internal static void Add(string source, SortedSet<string> all)
    {
        foreach (Match call in Calls().Matches(source))
        {
            var name = call.Value.TrimEnd('(').Split('.')[^1];
            switch (name)
            {
                case "T":
                    if (Literal(source, call.Index + call.Length) is { } text) { all.Add(text.Key); }
                    break;
                case "NotFound":
                    if (Literal(source, call.Index + call.Length) is { } what) { all.Add($"There is no such {what.Key}"); }
                    break;
                default: // Count, Noun and Of: after the first argument one literal, or two
                    var from = Argument(source, call.Index + call.Length);
                    if (Literal(source, from) is not { } one) { break; }
                    var other = Literal(source, Argument(source, one.End));
                    if (name == "Of") { all.UnionWith([one.Key, other?.Key ?? one.Key]); }
                    else { all.Add((name == "Count" ? "{0} " : "") + (source[one.End] == ',' && other is { } many ? many.Key : one.Key + "s")); }
                    break;
            }
        }
    }

    // The literal that begins here, with {0}, {1} … for what it holds; null where none does.
    private static (string Key, int End)? Literal(string source, int at)
    {
        while (at < source.Length && source[at] == ' ') { at++; }
        var interpolated = at < source.Length && source[at] == '$';
        if (interpolated) { at++; }
        if (at >= source.Length || source[at] != '"') { return null; }
        var (key, gaps) = (new StringBuilder(), 0);
        for (at++; source[at] != '"'; at++)
        {
            if (source[at] == '\\') { key.Append(source[++at]); }
            else if (interpolated && source[at] == '{' && source[at + 1] != '{')
            {
                at = Closing(source, at);
                key.Append('{').Append(gaps++).Append('}');
            }
            else { key.Append(source[at]); }
        }

        return (key.ToString(), at + 1);
    }

    // Just after the comma that ends the argument that begins here.
    private static int Argument(string source, int at)
    {
        while (source[at] is not (',' or ')' or ';'))
        {
            at = source[at] is '(' or '[' or '{' ? Closing(source, at) + 1 : source[at] == '"' ? Literal(source, at)!.Value.End : at + 1;
        }

        return at + 1;
    }

    // Where what is opened here is closed, past strings.
    private static int Closing(string source, int at)
    {
        for (var depth = 0; ; at++)
        {
            if (source[at] == '"' && Literal(source, source[at - 1] == '$' ? at - 1 : at) is { } inner) { at = inner.End - 1; continue; }
            if (source[at] is '(' or '[' or '{') { depth++; }
            if (source[at] is ')' or ']' or '}' && --depth == 0) { return at; }
        }
    }

    [GeneratedRegex(@"(?<![\w.])(?:Texts\.)?T\(|(?:Wording\.|(?<![\w.]))(?:Count|Noun)\(|Refusal\.(?:Of|NotFound)\(")]
    private static partial Regex Calls();
}
