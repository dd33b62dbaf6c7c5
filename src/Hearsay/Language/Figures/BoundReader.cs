namespace Hearsay.Language.Figures;

/// <summary>Reads the words that bound a number, on either side of it.</summary>
internal static class BoundReader
{
    private const double Margin = 0.1; // how far "about" reaches, as a share of the value

    // Longer phrases first, so that "no more than" is not taken for "more than".
    private static readonly (string Phrase, FigureBound Bound)[] Preceding =
    [
        ("no fewer than", FigureBound.AtLeast), ("no less than", FigureBound.AtLeast), ("not less than", FigureBound.AtLeast), ("not fewer than", FigureBound.AtLeast), ("a minimum of", FigureBound.AtLeast),
        ("no more than", FigureBound.AtMost), ("not more than", FigureBound.AtMost), ("a maximum of", FigureBound.AtMost), ("as many as", FigureBound.AtMost), ("as much as", FigureBound.AtMost),
        ("does not exceed", FigureBound.AtMost), ("do not exceed", FigureBound.AtMost), ("did not exceed", FigureBound.AtMost), ("not exceeding", FigureBound.AtMost), ("not to exceed", FigureBound.AtMost), ("has not exceeded", FigureBound.AtMost), ("never exceeded", FigureBound.AtMost),
        ("slightly more than", FigureBound.MoreThan), ("a little over", FigureBound.MoreThan), ("in excess of", FigureBound.MoreThan), ("well over", FigureBound.MoreThan), ("just over", FigureBound.MoreThan),
        ("more than", FigureBound.MoreThan), ("greater than", FigureBound.MoreThan), ("north of", FigureBound.MoreThan),
        ("slightly less than", FigureBound.LessThan), ("just under", FigureBound.LessThan), ("fewer than", FigureBound.LessThan), ("less than", FigureBound.LessThan),
        ("at least", FigureBound.AtLeast), ("upwards of", FigureBound.AtLeast), ("upward of", FigureBound.AtLeast), ("at most", FigureBound.AtMost), ("up to", FigureBound.AtMost),
        ("an estimated", FigureBound.About), ("close to", FigureBound.About), ("in the region of", FigureBound.About),
        ("over", FigureBound.MoreThan), ("above", FigureBound.MoreThan), ("exceeding", FigureBound.MoreThan), ("exceeds", FigureBound.MoreThan), ("exceeded", FigureBound.MoreThan),
        ("under", FigureBound.LessThan), ("below", FigureBound.LessThan),
        ("minimum", FigureBound.AtLeast), ("maximum", FigureBound.AtMost),
        ("about", FigureBound.About), ("around", FigureBound.About), ("some", FigureBound.About), ("roughly", FigureBound.About), ("closer to", FigureBound.About), ("nearer to", FigureBound.About), ("approximately", FigureBound.About), ("approx.", FigureBound.About),
        ("estimated", FigureBound.About), ("nearly", FigureBound.About), ("almost", FigureBound.About), ("approaching", FigureBound.About), ("circa", FigureBound.About), ("~", FigureBound.About), ("nearing", FigureBound.About),
    ];

    private static readonly string[] PhrasalWithOver = ["hand", "hands", "handed", "handing", "turn", "turned", "turning", "take", "took", "taken", "taking", "cross", "crossed", "crossing", "give", "gave", "given", "win", "won"];

    private static readonly (string Phrase, FigureBound Bound)[] Following =
    [
        ("or more", FigureBound.AtLeast), ("and more", FigureBound.AtLeast), ("or above", FigureBound.AtLeast), ("+", FigureBound.AtLeast), ("plus", FigureBound.AtLeast),
        ("or fewer", FigureBound.AtMost), ("or less", FigureBound.AtMost), ("or so", FigureBound.About),
    ];

    /// <summary>The bound that the words before <paramref name="at"/> set, and how many they are.</summary>
    public static FigureBound Before(SentenceWords words, int at, out int length)
    {
        foreach (var (phrase, bound) in Preceding)
        {
            if (words.SpellBefore(at, phrase, out length) && !(phrase == "over" && IsPhrasal(words, at - 2))) { return bound; }
        }

        length = 0;
        return FigureBound.Exact;
    }

    // "hand over 312 people" hands them over.
    private static bool IsPhrasal(SentenceWords words, int verb)
    {
        foreach (var form in PhrasalWithOver)
        {
            if (words.Is(verb, form)) { return true; }
        }

        return false;
    }

    /// <summary>The bound that the words from <paramref name="at"/> set, or null.</summary>
    public static FigureBound? After(SentenceWords words, int at, out int length)
    {
        foreach (var (phrase, bound) in Following)
        {
            if (words.Spell(at, phrase, out length) && (bound != FigureBound.AtLeast || phrase != "plus" || words[at + 1].IsEmpty || !char.IsAsciiDigit(words[at + 1][0]))) { return bound; }
        }

        length = 0;
        return null;
    }

    /// <summary>A figure with the bounds put to numbers.</summary>
    public static Figure Apply(TextSpan span, Quantity quantity, FigureBound bound, FigureKind kind, string? unit, TextSpan? of)
    {
        if (quantity.Value is not { } value)
        {
            var open = bound is FigureBound.MoreThan or FigureBound.AtLeast;
            return new Figure(span, null, quantity.Low, open ? null : quantity.High, bound is FigureBound.Exact ? FigureBound.About : bound, kind, unit, of);
        }

        return bound switch
        {
            FigureBound.AtLeast or FigureBound.MoreThan => new Figure(span, value, value, null, bound, kind, unit, of),
            FigureBound.AtMost or FigureBound.LessThan => new Figure(span, value, null, value, bound, kind, unit, of),
            FigureBound.About => new Figure(span, value, value * (1 - Margin), value * (1 + Margin), bound, kind, unit, of),
            _ => new Figure(span, value, value, value, bound, kind, unit, of),
        };
    }
}
