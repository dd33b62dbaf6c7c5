using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Statements;
using Hearsay.Web.Text;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Hearsay.Workbench.Api;

/// <summary>The REST API, version 1: the same services as the pages, with the contract's JSON. Lists are read on from the last item; every answer has a tag; errors are problem details.</summary>
internal static class ApiEndpoints
{
    private const string Root = "/api/v1";
    private const string Json = "application/json";
    private const int MostItems = 500;
    private const long LargestRequest = 1 << 20;

    /// <summary>The description of the API (OpenAPI).</summary>
    public static void Describe(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = Judgement.Json.PropertyNamingPolicy;
            json.SerializerOptions.DefaultIgnoreCondition = Judgement.Json.DefaultIgnoreCondition;
            foreach (var converter in Judgement.Json.Converters) { json.SerializerOptions.Converters.Add(converter); }
        });
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "Hearsay";
                document.Info.Version = "1";
                document.Info.Description = "Who said what, on whose word. Objects are those of the command line's JSON; offsets count Unicode code points. Names that stand on lists are in none of them.";
                return Task.CompletedTask;
            });
        });
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi(Root + "/openapi.json");
        var api = routes.MapGroup(Root).AddEndpointFilter(Guard).WithTags("ledger").ProducesProblem(StatusCodes.Status503ServiceUnavailable, "application/problem+json");
        List(api, "documents", "Documents without their texts, in the order in which they were recorded.", (http, ledger, after, size) => ledger.DocumentPage(after, size));
        List(api, "statements", "Statements as people have judged them; of one document or one source, or all.",
            (http, ledger, after, size) => ledger.StatementPage(after, size, Given(http, "document"), Given(http, "source")), "document", "source");
        List(api, "matters", "Matters by id; of one status, or all.", (http, ledger, after, size) => ledger.MatterPage(after, size, OneOf<MatterStatus>(http, "status")), "status");
        List(api, "findings", "Findings by id; of one kind, one matter, or all. Dismissed ones say so.",
            (http, ledger, after, size) => ledger.FindingPage(after, size, OneOf<FindingKind>(http, "kind"), Given(http, "matter")), "kind", "matter");
        List(api, "judgements", "What people decided, the earliest first, each with how it stands.", (http, ledger, after, size) => ledger.JudgementJsonPage(after, size));
        List(api, "review", "What should be looked at, the most urgent first.", (http, ledger, after, size) => Cut(ledger.ReviewQueue(MostItems).Select(item => JsonSerializer.Serialize(item, Judgement.Json)), after, size));
        List(api, "search", "Statements that have all that is asked for, the latest recorded first.", Search, "q", "source", "side", "act", "polarity", "outlet", "figure", "from", "to");
        One(api, "documents", "document", "A document as read, with its text and blocks.", (ledger, id) => ledger.DocumentOf(id));
        One(api, "statements", "statement", "A statement as people have judged it.", (ledger, id) => ledger.StatementsOf([id]).FirstOrDefault());
        One(api, "matters", "matter", "A matter: its statements, sides, figures, origins, links and status.", (ledger, id) => ledger.MatterOf(id));
        One(api, "findings", "finding", "A finding with its evidence and its working.", (ledger, id) => ledger.FindingOf(id));
        api.MapPost("/judgements", Judge).WithSummary("Records what you decided. Nothing is overwritten: a withdrawal undoes it.")
            .Accepts<JudgementRequest>(Json).Produces<StoredJudgement>(StatusCodes.Status201Created, Json).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapFallback("/{**path}", (string path) => ApiAnswer.NotFound("address", path)).ExcludeFromDescription();
    }

    /// <summary>True for a request that no page of another site can make a browser send: JSON, which needs a leave that is never given, from here or from no page at all.</summary>
    public static bool IsFromProgram(HttpRequest request) =>
        request.Path.StartsWithSegments(Root) && request.ContentType?.StartsWith(Json, StringComparison.OrdinalIgnoreCase) == true
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is "" || Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value);

    private static void List(RouteGroupBuilder api, string path, string summary, Func<HttpContext, EvidenceLedger, string?, int, JsonPage> read, params string[] filters) =>
        api.MapGet("/" + path, (HttpContext http, LedgerPool ledgers, string? after, string? size, CancellationToken cancel) => ledgers.ReadAsync(
            ledger => ApiAnswer.Page(http, read(http, ledger, string.IsNullOrEmpty(after) ? null : after, SizeOf(size))), cancel))
            .WithSummary(summary).WithDescription($"Takes after (from next), size (1 to {MostItems}, 50 unless given){string.Concat(filters.Select(filter => $", {filter}"))}.")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                foreach (var filter in filters) { (operation.Parameters ??= []).Add(new OpenApiParameter { Name = filter, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String } }); }
                return Task.CompletedTask;
            })
            .Produces<ApiList>(StatusCodes.Status200OK, Json).Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);

    private static void One(RouteGroupBuilder api, string path, string what, string summary, Func<EvidenceLedger, string, string?> read) =>
        api.MapGet($"/{path}/{{id}}", (LedgerPool ledgers, string id, CancellationToken cancel) => ledgers.ReadAsync(
            ledger => read(ledger, id) is { } json ? new ApiAnswer(json) : ApiAnswer.NotFound(what, id), cancel))
            .WithSummary(summary).Produces<JsonElement>(StatusCodes.Status200OK, Json).Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Judge(HttpContext http, LedgerPool ledgers, ListingUpkeep lists, Lazy<Pipeline> pipeline)
    {
        if (!Roles.Holds(http.User, Role.Analyst)) { return ApiAnswer.Problem(StatusCodes.Status403Forbidden, "Your role does not allow this", "Judging takes an analyst's account."); }
        if (http.Request.ContentType?.StartsWith(Json, StringComparison.OrdinalIgnoreCase) != true) { return ApiAnswer.Problem(StatusCodes.Status415UnsupportedMediaType, "JSON is needed", "Send the judgement as application/json."); }
        var asked = await Read(http);
        var judgement = await ledgers.WriteAsync(ledger => ledger.Judge(http.User.FindFirstValue(ClaimTypes.Name) ?? "unknown", asked.Why, asked.ToRuling(ledger, pipeline)), http.RequestAborted);
        await lists.UpdateAsync(http.RequestAborted);
        http.Response.Headers.Location = Root + "/judgements";
        return new ApiAnswer($"{{\"id\":\"{judgement.Id}\",{judgement.ToJson()[1..]}", StatusCodes.Status201Created);
    }

    private static async Task<JudgementRequest> Read(HttpContext http)
    {
        using var body = new MemoryStream();
        var buffer = new byte[1 << 14];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LargestRequest) { throw new BadRequestException("A judgement has at most 1 MB."); }
        }

        try
        {
            return JsonSerializer.Deserialize<JudgementRequest>(body.ToArray(), Judgement.Json) ?? throw new BadRequestException("A judgement is a JSON object.");
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            throw new BadRequestException($"It is no judgement: {failure.Message}");
        }
    }

    private static JsonPage Search(HttpContext http, EvidenceLedger ledger, string? after, int size)
    {
        var query = new SearchQuery(Given(http, "q") ?? "")
        {
            Source = Given(http, "source") is { } source ? SourceKey.Of(source) : null,
            Side = Given(http, "side"), Act = OneOf<StatementAct>(http, "act"), Polarity = OneOf<Polarity>(http, "polarity"), Outlet = Given(http, "outlet"),
            Figure = Given(http, "figure") is { } figure ? double.TryParse(figure, CultureInfo.InvariantCulture, out var value) ? value : throw new BadRequestException($"'{figure}' is no number.") : null,
            From = DayOf(http, "from"), To = DayOf(http, "to"),
        };
        return new Catalogue(ledger).SearchJson(query, after, size);
    }

    // Lists that people make are short enough to be read whole.
    private static JsonPage Cut(IEnumerable<string> lines, string? after, int size)
    {
        var skip = after is null ? 0 : int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : throw new BadRequestException($"'{after}' is no place to go on from; take it from next.");
        List<string> rest = [.. lines.Skip(skip).Take(size + 1)];
        return new JsonPage([.. rest.Take(size)], rest.Count > size ? (skip + size).ToString(CultureInfo.InvariantCulture) : null);
    }

    private static int SizeOf(string? size) => size is null ? 50 : int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known is > 0 and <= MostItems ? known : throw new BadRequestException($"size takes a whole number from 1 to {MostItems}.");

    private static string? Given(HttpContext http, string name) => http.Request.Query[name].ToString().Trim() is { Length: > 0 } value ? value : null;

    private static string? OneOf<T>(HttpContext http, string name) where T : struct, Enum =>
        Given(http, name) is not { } value ? null : JsonNames.Parse<T>(value) is not null ? value : throw new BadRequestException($"'{value}' is no {name}; there are {string.Join(", ", Enum.GetValues<T>().Select(JsonNames.Of))}.");

    private static DateOnly? DayOf(HttpContext http, string name) =>
        Given(http, name) is not { } value ? null : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new BadRequestException($"{name} takes a day as 2031-03-04, not '{value}'.");

    private static async ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadRequestException bad)
        {
            return ApiAnswer.Problem(StatusCodes.Status400BadRequest, "It cannot be read", bad.Message);
        }
        catch (RefusedJudgementException refused)
        {
            return ApiAnswer.Problem(StatusCodes.Status422UnprocessableEntity, "It was not recorded", refused.Message);
        }
        catch (LedgerException unusable)
        {
            return ApiAnswer.Problem(StatusCodes.Status503ServiceUnavailable, "The ledger cannot be used now", unusable.Message);
        }
    }

    /// <summary>A page of a list.</summary>
    /// <param name="Items">The contract's objects.</param>
    /// <param name="Next">Address of the next page; null at the end.</param>
    internal sealed record ApiList(JsonElement[] Items, string? Next);

    private sealed class BadRequestException(string message) : Exception(message);
}
