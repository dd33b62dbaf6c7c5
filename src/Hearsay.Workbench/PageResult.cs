using Hearsay.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Workbench;

/// <summary>A page as an answer. It is rendered whole before a byte of it is sent, so that a failure gives an error page and never half a page.</summary>
internal sealed class PageResult<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    public async Task ExecuteAsync(HttpContext http)
    {
        parameters[nameof(WorkbenchPage.Visit)] = Visit.Of(http);
        using var text = new StringWriter();
        var translation = http.RequestServices.GetRequiredService<WorkbenchOptions>().TranslationFor(http.Request);
        await http.RequestServices.GetRequiredService<PageRenderer>().RenderAsync<TPage>(parameters, text, translation);
        http.Response.StatusCode = status;
        http.Response.Headers.ContentLanguage = translation.Language;
        http.Response.Headers.Append("Vary", "Accept-Language");
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(text.ToString());
    }
}

/// <summary>What all pages have.</summary>
public abstract class WorkbenchPage : ComponentBase
{
    /// <summary>Who looks at it.</summary>
    [Parameter, EditorRequired] public Visit Visit { get; set; } = null!;
}
