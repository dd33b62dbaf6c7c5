using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hearsay.Statements.Evaluation;

/// <summary>Reads annotated attributions: brat's standoff files as PolNeAR ships them, or lines of JSON with spans in code points.</summary>
/// <remarks>Where several people annotated an article, the one with the smallest SHA-1 of <c>NAME:ANNOTATOR</c> counts: the rule looks at no content.</remarks>
public static partial class AttributionCorpus
{
    /// <summary>Reads the gold attributions of every article, by name in ordinal order.</summary>
    /// <param name="gold">A folder of <c>NAME_ANNOTATOR.ann</c> files, or a file with one <c>{"name", "attributions"}</c> a line.</param>
    /// <param name="textOf">Gives an article's text by its name.</param>
    /// <exception cref="InvalidDataException">A file does not have the expected form; the message names file and line.</exception>
    public static SortedDictionary<string, ImmutableArray<AttributionRelation>> Read(string gold, Func<string, string> textOf)
    {
        ArgumentNullException.ThrowIfNull(textOf);
        return Directory.Exists(gold) ? ReadFolder(gold, textOf) : ReadLines(gold, textOf);
    }

    private static SortedDictionary<string, ImmutableArray<AttributionRelation>> ReadLines(string file, Func<string, string> textOf)
    {
        var articles = new SortedDictionary<string, ImmutableArray<AttributionRelation>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) { continue; }
            try
            {
                using var json = JsonDocument.Parse(line);
                var name = json.RootElement.GetProperty("name").GetString()!;
                var offsets = new CodePointOffsets(textOf(name));
                var relations = json.RootElement.GetProperty("attributions").EnumerateArray().Select(a =>
                    new AttributionRelation(Spans(a, "source", offsets), Spans(a, "cue", offsets), Spans(a, "content", offsets)));
                if (!articles.TryAdd(name, [.. relations]))
                {
                    throw new InvalidDataException($"{file}:{number}: a second line for {name}; an article may stand there once");
                }
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"{file}:{number}: not a line of attributions ({error.Message})", error);
            }
        }

        return articles;
    }

    private static ImmutableArray<TextSpan> Spans(JsonElement attribution, string role, CodePointOffsets offsets) =>
        attribution.TryGetProperty(role, out var spans) && spans.ValueKind is JsonValueKind.Array
            ? [.. spans.EnumerateArray().Select(span => new TextSpan(offsets.ToUtf16(span[0].GetInt32()), offsets.ToUtf16(span[1].GetInt32())))]
            : [];

    private static SortedDictionary<string, ImmutableArray<AttributionRelation>> ReadFolder(string folder, Func<string, string> textOf)
    {
        var primary = new SortedDictionary<string, (string Hash, string Path)>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.ann").Order(StringComparer.Ordinal))
        {
            var stem = Path.GetFileNameWithoutExtension(path);
            var cut = stem.LastIndexOf('_');
            if (cut < 0) { throw new InvalidDataException($"{path}: the file's name should end in _ANNOTATOR.ann"); }
            var (name, annotator) = (stem[..cut], stem[(cut + 1)..]);
#pragma warning disable CA5350 // SHA-1 orders annotators here; nothing is protected by it
            var hash = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"{name}:{annotator}")));
#pragma warning restore CA5350
            if (!primary.TryGetValue(name, out var best) || string.CompareOrdinal(hash, best.Hash) < 0)
            {
                primary[name] = (hash, path);
            }
        }

        var articles = new SortedDictionary<string, ImmutableArray<AttributionRelation>>(StringComparer.Ordinal);
        foreach (var (name, (_, path)) in primary)
        {
            articles[name] = ReadStandoff(path, new CodePointOffsets(textOf(name)));
        }

        return articles;
    }

    // A span's role is the type of the span itself, or the event's role name where the type is something else; Content2 joins Content.
    private static ImmutableArray<AttributionRelation> ReadStandoff(string path, CodePointOffsets offsets)
    {
        var spans = new Dictionary<string, (string Type, ImmutableArray<TextSpan> Pieces)>(StringComparer.Ordinal);
        var events = new List<(int Number, IEnumerable<string> Roles)>();
        foreach (var line in File.ReadAllText(path, Encoding.UTF8).Split('\n'))
        {
            if (SpanLine().Match(line) is { Success: true } span)
            {
                spans[span.Groups["id"].Value] = (span.Groups["type"].Value, [.. span.Groups["spans"].Value.Split(';').Select(piece =>
                {
                    var ends = piece.Split(' ');
                    return new TextSpan(offsets.ToUtf16(int.Parse(ends[0], null)), offsets.ToUtf16(int.Parse(ends[1], null)));
                })]);
            }
            else if (EventLine().Match(line) is { Success: true } found)
            {
                events.Add((int.Parse(found.Groups["number"].Value, null), found.Groups["roles"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)));
            }
        }

        var relations = new List<(int First, int Number, AttributionRelation Relation)>();
        foreach (var (number, roles) in events)
        {
            var byRole = roles.Select(role => role.Split(':', 2)).Where(role => role.Length == 2)
                .Select(role => spans.TryGetValue(role[1], out var span)
                    ? (Role: RoleOf(span.Type) ?? RoleOf(role[0].TrimEnd("0123456789".ToCharArray())), span.Pieces)
                    : throw new InvalidDataException($"{path}: event E{number} names {role[1]}, which the file does not have"))
                .ToLookup(role => role.Role, role => role.Pieces);
            ImmutableArray<TextSpan> Of(string role) => [.. byRole[role].SelectMany(pieces => pieces).OrderBy(piece => piece.Start)];
            var relation = new AttributionRelation(Of("source"), Of("cue"), Of("content"));
            if (relation.Cue.IsEmpty && relation.Content.IsEmpty) { continue; }
            var first = relation.Source.Concat(relation.Cue).Concat(relation.Content).Min(piece => piece.Start);
            relations.Add((first, number, relation));
        }

        return [.. relations.OrderBy(entry => entry.First).ThenBy(entry => entry.Number).Select(entry => entry.Relation)];
    }

    private static string? RoleOf(string name) => name switch
    {
        "Source" or "source" => "source",
        "Cue" or "cue" => "cue",
        "Content" or "content" => "content",
        _ => null,
    };

    [GeneratedRegex(@"^(?<id>T\d+)\t(?<type>[A-Za-z-]+) (?<spans>\d+ \d+(;\d+ \d+)*)", RegexOptions.ExplicitCapture)]
    private static partial Regex SpanLine();

    [GeneratedRegex(@"^E(?<number>\d+)\t(?<roles>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex EventLine();
}
