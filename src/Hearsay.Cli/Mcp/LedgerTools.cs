using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.Inspections;
using Hearsay.Ledger;
using Hearsay.Workbench.Listing;
using ModelContextProtocol.Server;

namespace Hearsay.Cli.Mcp;

/// <summary>What an assistant can ask of a ledger. Each answer is JSON with the contract's objects; no tool changes anything.</summary>
internal sealed class LedgerTools(EvidenceLedger ledger, StatementSearch search)
{
    private const int Most = 50;
    private const int MostCompared = 2000; // statements, the latest recorded first
    private const int LongestSpan = 4000;
    private const int LongestContext = 1000;
    private static readonly JsonSerializerOptions Spelling = new() { Encoder = InspectionWriter.Options.Encoder };
    private readonly WithheldNames withheld = WithheldNames.Of(ledger);
    private readonly Lock turn = new(); // a ledger serves one at a time

    /// <summary>The tools.</summary>
    public IEnumerable<McpServerTool> All() =>
    [
        Tool("search_statements", SearchStatements, "Finds statements by words of their content or source, by source, polarity and days, the latest recorded first. Gives source, chain, content, figures and where they stand."),
        Tool("show_matter", ShowMatter, "Shows a matter: its statements, sides, origins, figures over time, links, status and findings. Without an id, lists matters by status."),
        Tool("check_figure", CheckFigure, "Checks a number against every figure that statements give for the same thing: who gives a figure that it fits, and who one that it contradicts."),
        Tool("fetch_evidence", FetchEvidence, "Gives the exact words of a document from start to end, in Unicode code points, with what stands around them and where the document comes from."),
    ];

    private string SearchStatements(
        [Description("Words that content or source must all have, phrases in double quotes; empty for any.")] string words = "",
        [Description("Words that the source's name must have.")] string? source = null,
        [Description("affirmed or denied.")] string? polarity = null,
        [Description("First day on which it was said, as 2031-03-04.")] string? from = null,
        [Description("Last day on which it was said.")] string? to = null,
        [Description("How many at most, up to 50.")] int most = 20) => Answer(() =>
    {
        DateOnly? first = null, last = null;
        if ((from is { Length: > 0 } && (first = Day(from)) is null) || (to is { Length: > 0 } && (last = Day(to)) is null)) { return Problem("Days are written as 2031-03-04."); }
        var query = new SearchQuery(words) { SourceWords = source, Polarity = string.IsNullOrEmpty(polarity) ? null : polarity, From = first, To = last };
        var size = Math.Clamp(most, 1, Most);
        if (query.IsEmpty)
        {
            var page = ledger.StatementPage(null, size);
            return Found(page.Items, page.Next is not null);
        }

        if (search.Problem() is { } problem) { return Problem(problem); }
        var found = search.Find(query, size);
        return Found(found.Items, found.Next is not null);
    });

    private string ShowMatter(
        [Description("The matter's id; empty to list matters.")] string? id = null,
        [Description("Of the list: open, single_origin, corroborated, disputed or settled; empty for all.")] string? status = null,
        [Description("Of the list: what the answer before gave as next.")] string? after = null) => Answer(() =>
    {
        if (string.IsNullOrEmpty(id))
        {
            var page = ledger.MatterPage(after, Most, string.IsNullOrEmpty(status) ? null : status);
            return new JsonObject
            {
                ["matters"] = new JsonArray([.. page.Items.Select(item => JsonNode.Parse(item)!).Select(matter => (JsonNode)new JsonObject
                {
                    ["id"] = matter["id"]!.DeepClone(), ["title"] = matter["title"]!.DeepClone(), ["status"] = matter["status"]!.DeepClone(), ["status_reason"] = matter["status_reason"]!.DeepClone(),
                    ["period"] = matter["period"]!.DeepClone(), ["statements"] = matter["statements"]!.AsArray().Count,
                })]),
                ["next"] = page.Next,
            };
        }

        if (ledger.MatterOf(id) is not { } json) { return Problem($"There is no matter '{id}'. Call show_matter without an id for a list."); }
        var shown = JsonNode.Parse(json)!.AsObject();
        var ids = shown["statements"]!.AsArray().Take(200).Select(statement => (string)statement!["id"]!);
        shown["findings"] = new JsonArray([.. ledger.FindingPage(null, 100, matter: id).Items.Select(item => JsonNode.Parse(item))]);
        shown["said"] = new JsonArray([.. ledger.StatementsOf(ids).Select(item => (JsonNode)Brief(JsonNode.Parse(item)!.AsObject()))]);
        return shown;
    });

    private string CheckFigure(
        [Description("The number.")] double value,
        [Description("What is counted, as 'prisoners' or 'foreign fighters'.")] string of,
        [Description("Only in this matter.")] string? matter = null) => Answer(() =>
    {
        var nouns = of.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stem).Where(noun => noun.Length > 2).ToArray();
        if (nouns.Length == 0 || !double.IsFinite(value)) { return Problem("Say what is counted, in a word or two, and a number."); }
        if (matter is null && search.Problem() is { } problem) { return Problem(problem); }
        IEnumerable<string> statements = matter is null ? search.Find(new SearchQuery(string.Join(' ', nouns)) { IsOfBeginnings = true }, MostCompared).Items
            : ledger.MatterOf(matter) is { } json ? ledger.StatementsOf(JsonNode.Parse(json)!["statements"]!.AsArray().Select(statement => (string)statement!["id"]!)) : [];
        var (fits, contradicts) = (new JsonArray(), new JsonArray());
        foreach (var line in statements.Where(line => line.Contains(nouns[^1], StringComparison.OrdinalIgnoreCase)))
        {
            var statement = JsonNode.Parse(line)!.AsObject();
            foreach (var figure in statement["figures"]!.AsArray().Where(figure => figure!["of"] is { } counted && nouns.All(noun => ((string)counted!).Contains(noun, StringComparison.OrdinalIgnoreCase))))
            {
                var target = Admits(figure!, value) ? fits : contradicts;
                if (target.Count < Most)
                {
                    var brief = Brief(statement);
                    brief["figure"] = figure!.DeepClone();
                    target.Add(brief);
                }
            }
        }

        return new JsonObject { ["value"] = value, ["of"] = of, ["fits"] = fits, ["contradicts"] = contradicts, ["note"] = string.Create(CultureInfo.InvariantCulture, $"Which figures speak of the same count is judged by their nouns alone; read the statements before you compare. At most the latest {MostCompared} statements with these nouns are compared.") };
    });

    private string FetchEvidence(
        [Description("SHA-256 of the document.")] string document,
        [Description("Where it begins, in Unicode code points.")] int start,
        [Description("Where it ends, exclusive.")] int end,
        [Description("How many code points before and after are given too, up to 1000.")] int context = 200) => Answer(() =>
    {
        if (ledger.DocumentOf(document) is not { } json) { return Problem($"There is no document '{document}'."); }
        var read = JsonNode.Parse(json)!["document"]!;
        var text = (string)read["text"]!;
        var offsets = new CodePointOffsets(text);
        var length = offsets.ToCodePoint(text.Length);
        if (start < 0 || end <= start || end > length || end - start > LongestSpan) { return Problem(string.Create(CultureInfo.InvariantCulture, $"The document has {length} code points, and a span at most {LongestSpan}.")); }
        var around = Math.Clamp(context, 0, LongestContext);
        string Slice(int from, int to) => text[offsets.ToUtf16(Math.Max(0, from))..offsets.ToUtf16(Math.Min(length, to))];
        return new JsonObject
        {
            ["document"] = document, ["start"] = start, ["end"] = end, ["text"] = Slice(start, end), ["before"] = Slice(start - around, start), ["after"] = Slice(end, end + around),
            ["title"] = read["title"]?.DeepClone(), ["outlet"] = read["outlet"]?.DeepClone(), ["url"] = read["url"]?.DeepClone(), ["published"] = read["published"]?.DeepClone(),
        };
    });

    private static McpServerTool Tool(string name, Delegate method, string description) =>
        McpServerTool.Create(method, new McpServerToolCreateOptions { Name = name, Description = description, ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false });

    private string Answer(Func<JsonObject> make)
    {
        lock (turn)
        {
            try
            {
                return withheld.Withhold(make()).ToJsonString(Spelling);
            }
            catch (LedgerException failure)
            {
                return Problem(failure.Message).ToJsonString(Spelling);
            }
        }
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static JsonObject Found(IEnumerable<string> statements, bool more) =>
        new() { ["statements"] = new JsonArray([.. statements.Select(line => (JsonNode)Brief(JsonNode.Parse(line)!.AsObject()))]), ["more"] = more };

    private static JsonObject Problem(string message) => new() { ["error"] = message };

    private static JsonObject Brief(JsonObject statement)
    {
        var brief = new JsonObject();
        foreach (var name in (string[])["id", "document", "source", "cue", "content", "chain", "act", "polarity", "certainty", "said_on", "figures", "confidence", "judged"])
        {
            if (statement[name] is { } value) { brief[name] = value.DeepClone(); }
        }

        return brief;
    }

    private static bool Admits(JsonNode figure, double value)
    {
        var (low, high, bound) = ((double?)figure["low"], (double?)figure["high"], (string?)figure["bound"]);
        if (bound == "exact" && (double?)figure["value"] is { } exact) { return exact == value; }
        return (low is null || (bound == "more_than" ? value > low : value >= low)) && (high is null || (bound == "less_than" ? value < high : value <= high));
    }

    // Singular and plural alike.
    private static string Stem(string noun) => noun.EndsWith('s') && noun.Length > 3 ? noun[..^1] : noun;
}
