using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hearsay.Judgements;

/// <summary>What a person decided, with who, when and why. It is never changed: who thinks otherwise later writes another.</summary>
/// <param name="Id">32 hexadecimal digits derived from its content and its salt.</param>
/// <param name="By">Who decided.</param>
/// <param name="When">When, UTC, to the millisecond; within one ledger no two bear the same time, and a later one bears a later time.</param>
/// <param name="Why">The reason, in the person's words.</param>
/// <param name="Ruling">What was decided.</param>
public sealed record Judgement(string Id, string By, DateTimeOffset When, string Why, Ruling Ruling)
{
    private const int LongestText = 2000;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"; // of fixed length, so that times sort as text

    /// <summary>How judgements, rulings and their parts are spelled in JSON: snake_case, enumerations as the contract writes them, spans in code points.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Its content without the id, as it is stored and hashed.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Written("hearsay.judgement/1", By, When.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture), Why, Ruling), Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is no judgement; the message says why.</exception>
    public static Judgement Parse(string id, string json)
    {
        try
        {
            var written = JsonSerializer.Deserialize<Written>(json, Json) ?? throw new FormatException("A judgement is a JSON object.");
            if (written.Schema != "hearsay.judgement/1") { throw new FormatException($"'{written.Schema}' is no schema of judgements that this version knows."); }
            return new Judgement(id, written.By, DateTimeOffset.ParseExact(written.When, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), written.Why, written.Ruling);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or FormatException)
        {
            throw new FormatException($"It is no judgement ({failure.Message})", failure);
        }
    }

    /// <summary>What is wrong with it in itself, as a sentence; null where nothing is. Whether what it is about exists is for the ledger to say.</summary>
    public string? Problem() =>
        string.IsNullOrWhiteSpace(By) || By.Length > LongestText ? "A judgement needs to say who decided, in at most 2,000 characters."
        : string.IsNullOrWhiteSpace(Why) || Why.Length > LongestText ? "A judgement needs a reason, in at most 2,000 characters."
        : Ruling.Problem();

    private sealed record Written(string Schema, string By, string When, string Why, Ruling Ruling);
}
