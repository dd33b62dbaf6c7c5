using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hearsay.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hearsay.Web.Components;

/// <summary>Renders a component to HTML as it stands, without a server. Safe to use from several threads at once.</summary>
internal sealed class PageRenderer : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        // All scripts stay readable in the file; what markup is made of is still escaped.
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    /// <summary>Renders a page, in English or in a translation.</summary>
    public async Task RenderAsync<TPage>(IDictionary<string, object?> parameters, TextWriter output, Translation? translation = null)
        where TPage : IComponent
    {
        // A renderer keeps all that it ever rendered, so each page has its own.
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            if (translation is not null) { Texts.Use(translation); }
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            page.WriteHtmlTo(output);
        });
    }

    public void Dispose() => services.Dispose();
}
