using Hearsay.Web.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Web.Components;

/// <summary>A string from a document (a title, a name, an address), isolated from the text around it and with nothing hidden in it.</summary>
/// <remarks>No component, since a page holds more than a thousand of them.</remarks>
public static class Shown
{
    /// <summary>The string as a page shows it.</summary>
    public static RenderFragment Of(string text) => builder =>
    {
        builder.OpenElement(0, "bdi");
        Write(builder, text, new TextSpan(0, text.Length));
        builder.CloseElement();
    };

    /// <summary>Writes a span of text into the element that is open.</summary>
    internal static void Write(RenderTreeBuilder builder, string text, TextSpan span)
    {
        foreach (var run in VisibleText.Split(text, span))
        {
            switch (run.Kind)
            {
                case TextRunKind.Plain:
                    builder.AddContent(1, run.Span.SliceOf(text));
                    break;
                case TextRunKind.Mixed:
                    builder.OpenElement(2, "span");
                    builder.AddAttribute(3, "class", "mixed");
                    builder.AddAttribute(4, "title", T("This word mixes letters of different scripts that look alike."));
                    builder.AddContent(5, run.Span.SliceOf(text));
                    builder.CloseElement();
                    break;
                default:
                    builder.OpenElement(6, "span");
                    builder.AddAttribute(7, "class", "hidden-char");
                    builder.AddAttribute(8, "title", T("The document holds this here; it would be invisible or disturb the text."));
                    builder.AddAttribute(9, "data-points", PointsIn(run.Span.In(text)));
                    builder.AddContent(10, VisibleText.Label(text, run));
                    builder.CloseElement();
                    break;
            }
        }
    }

    // How many characters the label stands for, for whoever counts places on the page.
    private static string PointsIn(ReadOnlySpan<char> characters)
    {
        var count = 0;
        foreach (var _ in characters.EnumerateRunes()) { count++; }
        return count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
