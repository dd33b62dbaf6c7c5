using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hearsay.Ledger;

namespace Hearsay.Cli.Mcp;

/// <summary>The names that stand on the ledger's audited lists, so that they can be kept out of what an assistant is given, wherever a text has them.</summary>
internal sealed class WithheldNames
{
    private const string Instead = "[name withheld]";
    private const int Shortest = 5; // a single short word is no name that could be told from any other word
    private readonly SearchValues<string>? any;
    private readonly ILookup<string, string> byBeginning;

    private WithheldNames(IReadOnlyCollection<string> names)
    {
        any = names.Count == 0 ? null : SearchValues.Create([.. names], StringComparison.OrdinalIgnoreCase);
        byBeginning = names.ToLookup(name => name[..Shortest], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names of a ledger's lists and of the registers that they matched. They are read to be withheld, and go nowhere.</summary>
    public static WithheldNames Of(EvidenceLedger ledger)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in ledger.AuditRowJson(withNames: true))
        {
            using var json = JsonDocument.Parse(row);
            foreach (var field in (string[])["name", "register_name"])
            {
                if (json.RootElement.TryGetProperty(field, out var name) && name.GetString()?.Trim() is { Length: >= Shortest } known && known.Contains(' ', StringComparison.Ordinal))
                {
                    names.Add(known);
                    var words = known.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    if (words.Length >= 2) { names.Add($"{words[1]} {words[0]}"); } // surname first, or last
                }
            }
        }

        return new WithheldNames([.. names.Where(name => name.Length >= Shortest)]);
    }

    /// <summary>The same object with every name in its texts replaced.</summary>
    public JsonObject Withhold(JsonObject json)
    {
        if (any is not null) { Visit(json); }
        return json;
    }

    private void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (name, value) in json.ToList())
                {
                    if (value is JsonValue text && text.TryGetValue<string>(out var said)) { if (said.AsSpan().ContainsAny(any!)) { json[name] = Clean(said); } }
                    else { Visit(value); }
                }

                break;
            case JsonArray array:
                for (var i = 0; i < array.Count; i++)
                {
                    if (array[i] is JsonValue text && text.TryGetValue<string>(out var said)) { if (said.AsSpan().ContainsAny(any!)) { array[i] = Clean(said); } }
                    else { Visit(array[i]); }
                }

                break;
        }
    }

    private string Clean(string text)
    {
        var clean = new StringBuilder();
        for (var at = 0; ;)
        {
            var next = text.AsSpan(at).IndexOfAny(any!);
            if (next < 0) { return clean.Append(text.AsSpan(at)).ToString(); }
            var begin = at + next;
            var longest = byBeginning[text.Substring(begin, Shortest)].Where(name => string.Compare(text, begin, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0).Max(name => (int?)name.Length) ?? 1;
            clean.Append(text.AsSpan(at, next)).Append(Instead);
            at = begin + longest;
        }
    }
}
