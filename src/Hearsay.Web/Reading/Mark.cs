using System.Collections.Immutable;
using Hearsay.Statements;

namespace Hearsay.Web.Reading;

/// <summary>What a marked stretch is to its statement, in the order in which equal stretches enclose each other.</summary>
public enum MarkRole
{
    /// <summary>What is claimed.</summary>
    Content,
    /// <summary>Whose word it is.</summary>
    Source,
    /// <summary>The words that attribute.</summary>
    Cue,
}

/// <summary>A statement with the number that it has on the document's pages, from 1 in the order in which contents begin.</summary>
/// <param name="Number">From 1, in text order.</param>
/// <param name="Statement">The statement.</param>
public sealed record NumberedStatement(int Number, Statement Statement)
{
    /// <summary>True for what pages hold back until it is asked for: what somebody believes, intends, supports, and does not deny.</summary>
    public bool IsAside => !Statement.Act.IsCentral() && Statement.Polarity is Polarity.Affirmed;
}

/// <summary>A stretch of a document that belongs to a statement.</summary>
/// <param name="Number">The statement's number.</param>
/// <param name="Role">What the stretch is to it.</param>
/// <param name="Span">Where it is in the document's text.</param>
/// <param name="Opens">True for the content that the statement's note links to: its first.</param>
/// <param name="IsAside">True where the statement is held back until it is asked for.</param>
public sealed record Mark(int Number, MarkRole Role, TextSpan Span, bool Opens = false, bool IsAside = false)
{
    /// <summary>All stretches of a statement that lie within a text of that length.</summary>
    public static IEnumerable<Mark> Of(NumberedStatement numbered, int textLength)
    {
        ArgumentNullException.ThrowIfNull(numbered);
        var (number, statement) = numbered;
        var whole = new TextSpan(0, textLength);
        var opens = true;
        foreach (var span in statement.Content.Where(span => !span.IsEmpty && whole.Contains(span)))
        {
            yield return new Mark(number, MarkRole.Content, span, opens, numbered.IsAside);
            opens = false;
        }

        if (statement.Source?.Span is { IsEmpty: false } source && whole.Contains(source))
        {
            yield return new Mark(number, MarkRole.Source, source, IsAside: numbered.IsAside);
        }

        if (statement.Cue?.Span is { IsEmpty: false } cue && whole.Contains(cue))
        {
            yield return new Mark(number, MarkRole.Cue, cue, IsAside: numbered.IsAside);
        }
    }

    /// <summary>The order in which marks open: by start, the longer first, then by role, then by number.</summary>
    internal static int CompareOpening(Mark left, Mark right)
    {
        var order = left.Span.Start.CompareTo(right.Span.Start);
        order = order != 0 ? order : right.Span.End.CompareTo(left.Span.End);
        order = order != 0 ? order : left.Role.CompareTo(right.Role);
        return order != 0 ? order : left.Number.CompareTo(right.Number);
    }
}

/// <summary>One step of writing marked text; opens and closes nest properly.</summary>
public abstract record MarkStep
{
    private MarkStep() { }

    /// <summary>A piece of a mark begins. A mark that crosses another is in several pieces.</summary>
    /// <param name="Mark">The mark.</param>
    /// <param name="Begins">True where the piece holds the mark's first character.</param>
    /// <param name="Ends">True where it holds the mark's last.</param>
    /// <param name="Height">How many layers of contents the piece holds inside it, 0 for none: outer underlines go below inner ones.</param>
    public sealed record Open(Mark Mark, bool Begins, bool Ends, int Height) : MarkStep;

    /// <summary>The mark begins here, but too many enclose it already for another layer to be legible: only its number is shown.</summary>
    public sealed record Point(Mark Mark) : MarkStep;

    /// <summary>Text of the innermost open piece.</summary>
    public sealed record Text(TextSpan Span) : MarkStep;

    /// <summary>The innermost open piece ends.</summary>
    public sealed record Close : MarkStep
    {
        /// <summary>The one instance needed.</summary>
        public static Close Instance { get; } = new();
    }
}

/// <summary>
/// Turns marks that overlap as they like into steps that nest, as markup must: where two cross, the later one is cut at the
/// earlier one's end. Cost grows with the number of marks times <see cref="MaxDepth"/>.
/// </summary>
public static class MarkLayout
{
    /// <summary>Layers that are drawn; browsers and eyes give up soon after.</summary>
    public const int MaxDepth = 8;

    /// <summary>Lays out one stretch of text.</summary>
    /// <param name="span">The stretch; the steps' texts together cover it exactly.</param>
    /// <param name="marks">Marks that overlap the stretch, in any order.</param>
    public static ImmutableArray<MarkStep> Lay(TextSpan span, IEnumerable<Mark> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        Mark[] opening = [.. marks.Where(mark => mark.Span.Overlaps(span))];
        Array.Sort(opening, Mark.CompareOpening);
        var writer = new Writer(span);
        foreach (var mark in opening)
        {
            writer.Open(mark);
        }

        return writer.Finish();
    }

    private sealed class Writer(TextSpan span)
    {
        private readonly List<MarkStep> steps = [];
        private readonly List<(Mark Mark, int Step, int Height)> open = [];
        private int position = span.Start;

        public void Open(Mark mark)
        {
            var start = Math.Max(mark.Span.Start, span.Start);
            CloseUpTo(start);
            WriteUpTo(start);
            if (open.Count < MaxDepth)
            {
                Push(mark);
            }
            else if (mark.Span.Start >= span.Start)
            {
                steps.Add(new MarkStep.Point(mark));
            }
        }

        public ImmutableArray<MarkStep> Finish()
        {
            CloseUpTo(span.End);
            WriteUpTo(span.End);
            while (open.Count > 0) { Pop(); }
            return [.. steps];
        }

        /// <summary>Closes, in order, every mark that ends at or before an offset; what it crosses is reopened after it.</summary>
        private void CloseUpTo(int offset)
        {
            while (open.Count > 0)
            {
                var end = open.Min(entry => entry.Mark.Span.End);
                if (end > offset)
                {
                    return;
                }

                WriteUpTo(Math.Min(end, span.End));
                var lowest = open.FindIndex(entry => entry.Mark.Span.End == end);
                var crossing = open.Skip(lowest).Where(entry => entry.Mark.Span.End > end).Select(entry => entry.Mark).ToArray();
                while (open.Count > lowest) { Pop(); }
                foreach (var mark in crossing) { Push(mark); }
            }
        }

        private void Push(Mark mark)
        {
            open.Add((mark, steps.Count, 0));
            steps.Add(new MarkStep.Open(mark, mark.Span.Start == position, false, 0));
        }

        private void Pop()
        {
            var (mark, step, height) = open[^1];
            open.RemoveAt(open.Count - 1);
            steps[step] = (MarkStep.Open)steps[step] with { Ends = mark.Span.End == position, Height = height };
            steps.Add(MarkStep.Close.Instance);
            if (open.Count > 0)
            {
                var outer = open[^1];
                var layers = mark.Role is MarkRole.Content ? height + 1 : height;
                open[^1] = outer with { Height = Math.Max(outer.Height, layers) };
            }
        }

        private void WriteUpTo(int offset)
        {
            if (offset > position)
            {
                steps.Add(new MarkStep.Text(new TextSpan(position, offset)));
                position = offset;
            }
        }
    }
}
