namespace Hearsay.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void Trim_drops_white_space_at_both_ends() => Assert.Equal(new TextSpan(1, 4), new TextSpan(0, 5).Trim(" abc "));

    [Fact]
    public void Spans_that_touch_do_not_overlap() => Assert.False(new TextSpan(0, 2).Overlaps(new TextSpan(2, 4)));
}
