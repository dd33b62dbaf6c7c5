using System.Text;
using Hearsay.Web.Reading;

namespace Hearsay.Tests.Dossier;

public sealed class MarkLayoutTests
{
    private const string Text = "abcdefghij";

    [Fact]
    public void A_mark_within_another_nests() =>
        Assert.Equal("[1 ab[2 cd]2 ef]1 ghij", Lay((1, 0, 6), (2, 2, 4)));

    [Fact]
    public void Of_equal_marks_contents_enclose_cues() =>
        Assert.Equal("[2 [1 abcd]1 ]2 efghij", Show(MarkLayout.Lay(Whole, [Make(1, 0, 4, MarkRole.Cue), Make(2, 0, 4, MarkRole.Content)])));

    [Fact]
    public void The_later_of_two_that_cross_is_cut_at_the_end_of_the_earlier() =>
        Assert.Equal("[1 ab[2 cd]2- ]1 [-2 efgh]2 ij", Lay((1, 0, 4), (2, 2, 8)));

    [Fact]
    public void A_mark_from_an_earlier_stretch_goes_on_without_beginning_again() =>
        Assert.Equal("[-1 cd]1 ef", Show(MarkLayout.Lay(new TextSpan(2, 6), [Make(1, 0, 4)])));

    [Fact]
    public void Marks_too_deep_to_be_drawn_keep_their_number()
    {
        var steps = MarkLayout.Lay(Whole, Enumerable.Range(1, MarkLayout.MaxDepth + 2).Select(number => Make(number, 0, 10)));
        Assert.Equal(MarkLayout.MaxDepth, steps.OfType<MarkStep.Open>().Count());
        Assert.Equal([MarkLayout.MaxDepth + 1, MarkLayout.MaxDepth + 2], steps.OfType<MarkStep.Point>().Select(point => point.Mark.Number));
    }

    [Fact]
    public void An_outer_content_knows_how_many_layers_lie_inside_it()
    {
        var opens = MarkLayout.Lay(Whole, [Make(1, 0, 10), Make(2, 1, 9), Make(3, 2, 4), Make(4, 5, 8, MarkRole.Source)]).OfType<MarkStep.Open>();
        Assert.Equal([(1, 2), (2, 1), (3, 0), (4, 0)], opens.Select(open => (open.Mark.Number, open.Height)));
    }

    /// <summary>Whatever overlaps whatever: pieces nest, the text is there once and in order, every piece stays within its mark, and a mark's pieces cover it.</summary>
    [Fact]
    public void Any_marks_give_steps_that_nest_and_cover_the_text()
    {
        var random = new Random(20310503);
        for (var round = 0; round < 500; round++)
        {
            var span = new TextSpan(2, 9);
            var marks = Enumerable.Range(1, random.Next(1, 7)).Select(number =>
            {
                var start = random.Next(0, 10);
                return Make(number, start, random.Next(start + 1, 11), (MarkRole)random.Next(3));
            }).ToArray();
            var open = new Stack<Mark>();
            var covered = marks.ToDictionary(mark => mark.Number, _ => 0);
            var position = span.Start;
            foreach (var step in MarkLayout.Lay(span, marks))
            {
                switch (step)
                {
                    case MarkStep.Open { Mark: var mark }:
                        open.Push(mark);
                        break;
                    case MarkStep.Close:
                        _ = open.Pop();
                        break;
                    case MarkStep.Text { Span: var text }:
                        Assert.Equal(position, text.Start);
                        Assert.All(open, mark => Assert.True(mark.Span.Contains(text)));
                        foreach (var mark in open) { covered[mark.Number] += text.Length; }
                        position = text.End;
                        break;
                }
            }

            Assert.Empty(open);
            Assert.Equal(span.End, position);
            Assert.All(marks, mark => Assert.Equal(Math.Max(0, Math.Min(mark.Span.End, span.End) - Math.Max(mark.Span.Start, span.Start)), covered[mark.Number]));
        }
    }

    private static TextSpan Whole => new(0, Text.Length);

    private static Mark Make(int number, int start, int end, MarkRole role = MarkRole.Content) => new(number, role, new TextSpan(start, end));

    private static string Lay(params (int Number, int Start, int End)[] marks) => Show(MarkLayout.Lay(Whole, marks.Select(mark => Make(mark.Number, mark.Start, mark.End))));

    /// <summary><c>[1 ab]1</c>: a mark's piece; <c>[-1</c> goes on from before, <c>]1-</c> goes on after.</summary>
    private static string Show(IEnumerable<MarkStep> steps)
    {
        var shown = new StringBuilder();
        var open = new Stack<MarkStep.Open>();
        foreach (var step in steps)
        {
            switch (step)
            {
                case MarkStep.Open piece:
                    open.Push(piece);
                    shown.Append('[').Append(piece.Begins ? "" : "-").Append(piece.Mark.Number).Append(' ');
                    break;
                case MarkStep.Close:
                    var closed = open.Pop();
                    shown.Append(']').Append(closed.Mark.Number).Append(closed.Ends ? "" : "-").Append(' ');
                    break;
                case MarkStep.Text { Span: var span }:
                    shown.Append(span.SliceOf(Text));
                    break;
            }
        }

        return shown.ToString().Trim();
    }
}
