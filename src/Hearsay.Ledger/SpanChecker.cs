using System.Text.Json;

namespace Hearsay.Ledger;

/// <summary>Checks that every span which a statement's JSON names still reads its text in the document.</summary>
internal sealed class SpanChecker(string text)
{
    private readonly CodePointOffsets offsets = new(text);
    private readonly int length = new CodePointOffsets(text).ToCodePoint(text.Length);

    /// <summary>What is wrong with the first span that does not hold, as a clause; null where all hold.</summary>
    public string? FirstProblem(string statement)
    {
        try
        {
            using var json = JsonDocument.Parse(statement);
            return FirstProblem(json.RootElement);
        }
        catch (JsonException failure)
        {
            return $"is no JSON ({failure.Message})";
        }
    }

    // The parser stops at a depth of 64, which bounds the recursion.
    private string? FirstProblem(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ProblemOf(element) ?? element.EnumerateObject().Select(property => FirstProblem(property.Value)).FirstOrDefault(problem => problem is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(FirstProblem).FirstOrDefault(problem => problem is not null),
        _ => null,
    };

    private string? ProblemOf(JsonElement element)
    {
        if (!element.TryGetProperty("start", out var from) || from.ValueKind is not JsonValueKind.Number) { return null; }
        if (!from.TryGetInt32(out var start) || !element.TryGetProperty("end", out var to) || to.ValueKind is not JsonValueKind.Number || !to.TryGetInt32(out var end)
            || start < 0 || end <= start || end > length)
        {
            return $"a span lies outside the text ({element.GetRawText()})";
        }

        var slice = text[offsets.ToUtf16(start)..offsets.ToUtf16(end)];
        return element.TryGetProperty("text", out var stored) && stored.ValueKind is JsonValueKind.String && stored.GetString() != slice
            ? $"the span {start} to {end} reads “{slice}” and should read “{stored.GetString()}”"
            : null;
    }
}
