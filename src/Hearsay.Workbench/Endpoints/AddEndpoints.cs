using System.Globalization;
using System.Security.Claims;
using System.Text;
using Hearsay.Documents;
using Hearsay.Workbench.Adding;
using Hearsay.Workbench.Pages;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Workbench.Endpoints;

/// <summary>Adding documents: a pasted text, files, or a folder. They are taken in at once and analysed in the background.</summary>
internal static class AddEndpoints
{
    private const int MostFiles = 500;
    private const int LongestPath = 300;
    private static readonly HashSet<string> Suffixes = [".txt", ".html", ".htm", ".xhtml"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var adding = routes.MapGroup("/add").RequireAuthorization(Roles.Analyst);
        adding.MapGet("", (Analysis analysis) =>
        {
            _ = analysis.WarmAsync();
            return Page(analysis);
        });
        adding.MapPost("", TakeAsync);
        adding.MapGet("/{id}", (HttpContext http, Analysis analysis, string id) => Show(http, analysis, id));
    }

    private static PageResult<AddPage> Page(Analysis analysis, string? problem = null) =>
        new(new() { [nameof(AddPage.Batches)] = analysis.Batches.Take(20).ToList(), [nameof(AddPage.Problem)] = problem }, problem is null ? 200 : 400);

    private static IResult Show(HttpContext http, Analysis analysis, string id)
    {
        if (analysis.Find(id) is not { } batch) { return Refusal.NotFound("batch of documents"); }
        if (!batch.IsDone) { http.Response.Headers["Refresh"] = "3"; }
        return new PageResult<AddedPage>(new() { [nameof(AddedPage.Batch)] = batch });
    }

    private static async Task<IResult> TakeAsync(HttpContext http, Analysis analysis)
    {
        var form = await http.Request.ReadFormAsync();
        string? Given(string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, 2000)] : null;
        DateOnly? published = null;
        if (Given("published") is { } day)
        {
            if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) { return Page(analysis, $"The day of publication is written as 2031-05-03, not “{day}”."); }
            published = read;
        }

        Provenance From(string path) => new(path)
        {
            Url = Given("url"), Outlet = Given("outlet"), Published = published, Reason = Given("reason"), Collector = http.User.FindFirstValue(ClaimTypes.Name),
        };
        var files = form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0).ToList();
        if (files.Count > MostFiles) { return Page(analysis, $"At most {MostFiles} files can be added at once; for more, use ‘hearsay read’, which this page will follow."); }
        if (Given("url") is not null && files.Count > 1) { return Page(analysis, T("An address belongs to one file; leave it empty for several.")); }
        var documents = new List<(Provenance, Func<Stream, Task>)>();
        var skipped = new List<string>();
        foreach (var file in files)
        {
            var path = PathOf(file.FileName);
            if (Suffixes.Contains(System.IO.Path.GetExtension(path).ToLowerInvariant())) { documents.Add((From(path), output => file.CopyToAsync(output))); } else { skipped.Add(path); }
        }

        if (form["text"].ToString() is { } text && !string.IsNullOrWhiteSpace(text))
        {
            var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"));
            documents.Add((From("pasted.txt"), output => output.WriteAsync(bytes).AsTask()));
        }

        if (documents.Count == 0)
        {
            return Page(analysis, skipped.Count == 0 ? T("There is nothing to add: paste a text or choose files.") : $"Documents are .txt, .html, .htm and .xhtml files; none of these is one: {string.Join(", ", skipped.Take(10))}.");
        }

        try
        {
            var batch = await analysis.AddAsync(http.User.FindFirstValue(ClaimTypes.Name) ?? "unknown", documents);
            return Results.Redirect($"/add/{batch.Id}");
        }
        catch (IOException failure)
        {
            return Page(analysis, $"It could not be kept: {failure.Message} Nothing was added.");
        }
    }

    /// <summary>The name that a browser gave as a path within what was added: it is shown, and decides by its suffix how the bytes are read, and names no file of ours.</summary>
    internal static string PathOf(string name)
    {
        var parts = new string([.. name.Select(c => char.IsControl(c) ? '\uFFFD' : c)]).Split('/', '\\').Where(part => part is not ("" or "." or "..")).ToList();
        var path = parts.Count == 0 ? "unnamed" : string.Join('/', parts);
        return path.Length <= LongestPath ? path : path[^LongestPath..];
    }
}
