using System.Globalization;
using Hearsay.Web.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Web.Components;

/// <summary>
/// A stretch of a document's text with its marks. The text content of what is written is the document's own, to the character:
/// numbers and brackets are drawn by the style sheet, so copying a passage copies nothing else.
/// </summary>
public sealed class Passage : ComponentBase
{
    /// <summary>Statements of one row that have a style of their own, for showing together what belongs together.</summary>
    internal const int Tints = 12;

    /// <summary>The document's text.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>The stretch and its marks.</summary>
    [Parameter, EditorRequired]
    public ReadingRow Row { get; set; } = null!;

    /// <summary>Name of the style that joins a row's marks and note: <c>k1</c> to <c>k12</c>, then from the start again.</summary>
    public static string Tie(int number) => string.Create(CultureInfo.InvariantCulture, $"k{(number - 1) % Tints + 1}");

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var step in MarkLayout.Lay(Row.Shown, Row.Marks))
        {
            switch (step)
            {
                case MarkStep.Open open:
                    builder.OpenElement(10, "span");
                    builder.AddAttribute(11, "class", ClassOf(open));
                    if (open.Mark.Role is MarkRole.Source) { builder.AddAttribute(12, "data-n", open.Mark.Number); }
                    if (open.Mark.Role is MarkRole.Content && open.Begins) { WriteNumber(builder, open.Mark); }
                    break;
                case MarkStep.Point { Mark: { Role: MarkRole.Content } mark }:
                    WriteNumber(builder, mark);
                    break;
                case MarkStep.Text { Span: var span }:
                    Shown.Write(builder, Text, span);
                    break;
                case MarkStep.Close:
                    builder.CloseElement();
                    break;
            }
        }
    }

    private static string ClassOf(MarkStep.Open open)
    {
        var role = open.Mark.Role switch { MarkRole.Source => "m-source", MarkRole.Cue => "m-cue", _ => "m-content" };
        var height = Math.Min(open.Height, 3);
        return string.Create(CultureInfo.InvariantCulture, $"{role} h{height} {Tie(open.Mark.Number)}")
            + (open.Mark.IsAside ? " aside" : "") + (open.Begins ? " begins" : "") + (open.Ends ? " ends" : "");
    }

    private static void WriteNumber(RenderTreeBuilder builder, Mark mark)
    {
        // A content's later spans may stand on another page than the note, so only the first is a link.
        builder.OpenElement(20, mark.Opens ? "a" : "span");
        builder.AddAttribute(21, "class", mark.IsAside ? "number aside" : "number");
        builder.AddAttribute(22, "data-n", mark.Number);
        if (mark.Opens)
        {
            builder.AddAttribute(23, "id", PageLinks.MarkAnchor(mark.Number));
            builder.AddAttribute(24, "href", "#" + PageLinks.NoteAnchor(mark.Number));
            builder.AddAttribute(25, "aria-label", T($"Statement {mark.Number}: its facts"));
        }

        builder.CloseElement();
    }
}
