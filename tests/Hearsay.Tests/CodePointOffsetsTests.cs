using FsCheck;
using FsCheck.Fluent;

namespace Hearsay.Tests;

public sealed class CodePointOffsetsTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("a\U0001F600b", 3, 2)]
    [InlineData("\U0001F600\U0001F600", 4, 2)]
    [InlineData("\U0001F600\U0001F600", 2, 1)]
    public void A_character_outside_the_basic_plane_counts_once(string text, int utf16, int codePoint) =>
        Assert.Equal(codePoint, new CodePointOffsets(text).ToCodePoint(utf16));

    [Fact]
    public void Both_directions_agree_on_any_text() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(),
        text =>
        {
            var mixed = (text ?? "") + "\U0001F600" + text;
            var offsets = new CodePointOffsets(mixed);
            var codePoint = 0;
            for (var i = 0; i <= mixed.Length; i++, codePoint++)
            {
                if (offsets.ToCodePoint(i) != codePoint || offsets.ToUtf16(codePoint) != i) { return false; }
                if (i + 1 < mixed.Length && char.IsSurrogatePair(mixed[i], mixed[i + 1])) { i++; }
            }

            return true;
        }).QuickCheckThrowOnFailure();
}
