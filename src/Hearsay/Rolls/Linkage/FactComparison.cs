using System.Text;

namespace Hearsay.Rolls.Linkage;

/// <summary>Compares rank, unit, place and sex, which lists give coarsely and in several languages.</summary>
internal static class FactComparison
{
    /// <summary>The number of the sex among the facts.</summary>
    public const int Sex = 3;

    /// <summary>0 where one is unknown or the two cannot be compared, 1 where they differ, 2 where they are the same.</summary>
    public static int Compare(int fact, People list, int one, People register, int other)
    {
        if (one < 0 || other < 0) { return 0; }
        var a = list.Written[one];
        var b = register.Written[other];
        if (fact == Sex) { return SexOf(a) is > 0 and var sex && SexOf(b) is > 0 and var otherSex ? sex == otherSex ? 2 : 1 : 0; }
        if (a.SequenceEqual(b)) { return 2; }
        var (text, otherText) = (Encoding.UTF8.GetString(a).ToLowerInvariant(), Encoding.UTF8.GetString(b).ToLowerInvariant());
        return text == otherText ? 2 : text.Any(letter => letter > 0x400) == otherText.Any(letter => letter > 0x400) ? 1 : 0; // two languages are not compared
    }

    private static int SexOf(ReadOnlySpan<byte> written)
    {
        Span<char> text = stackalloc char[Math.Min(written.Length, 32)];
        var length = Encoding.UTF8.GetChars(written[..Math.Min(written.Length, 16)], text);
        return length == 0 ? 0 : char.ToLowerInvariant(text[0]) switch { 'm' or 'ч' or 'м' => 1, 'f' or 'w' or 'ж' or 'k' => 2, _ => 0 };
    }
}
