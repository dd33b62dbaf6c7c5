using Hearsay.Web.Matters;
using Hearsay.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Hearsay.Web.Components;

/// <summary>A line of text in a picture; in Razor a <c>text</c> element would be taken for something else.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Where it stands.</summary>
    [Parameter, EditorRequired]
    public double X { get; set; }

    /// <summary>Its base line.</summary>
    [Parameter, EditorRequired]
    public double Y { get; set; }

    /// <summary>The text; it may come from a document.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>At most so many characters are shown.</summary>
    [Parameter]
    public int Longest { get; set; } = 60;

    /// <summary>Its style.</summary>
    [Parameter]
    public string Class { get; set; } = "";

    /// <summary><c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    [Parameter]
    public string Anchor { get; set; } = "start";

    /// <summary>True where the text is the page's own and nobody's name or words.</summary>
    [Parameter]
    public bool IsOwn { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", FigurePlot.Show(X));
        builder.AddAttribute(2, "y", FigurePlot.Show(Y));
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddAttribute(4, "class", Class);
        if (!IsOwn) { builder.AddAttribute(5, "translate", "no"); }
        builder.AddContent(6, VisibleText.Shorten(VisibleText.Plain(Text), Longest));
        builder.CloseElement();
    }
}
