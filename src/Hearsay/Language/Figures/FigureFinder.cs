using System.Collections.Immutable;

namespace Hearsay.Language.Figures;

/// <summary>Finds counts, percentages, ratios, money, ordinals and measures in English text, with the bounds that their words set.</summary>
/// <remarks>Numbers that belong to dates and times are left to <see cref="Dates.TimeExpressionFinder"/>. Time is linear in the number of tokens.</remarks>
public sealed class FigureFinder
{
    /// <summary>Finds the figures of a document in text order; none for a language other than English.</summary>
    public ImmutableArray<Figure> Find(AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Document.Language is not ("en" or null)) { return []; }

        var figures = ImmutableArray.CreateBuilder<Figure>();
        var nextDate = 0;
        foreach (var sentence in document.Sentences)
        {
            var tokens = document.TokensOf(sentence);
            var words = new SentenceWords(document.Text, tokens, document.Grammar is { } grammar ? grammar.Tags.AsSpan().Slice(sentence.FirstToken, sentence.TokenCount) : default);
            for (var i = 0; i < tokens.Length; i++)
            {
                while (nextDate < document.Dates.Length && document.Dates[nextDate].Span.End <= tokens[i].Span.Start) { nextDate++; }
                if (nextDate < document.Dates.Length && document.Dates[nextDate].Span.Overlaps(tokens[i].Span)) { continue; }
                if (FigureOpening.Opens(words[i]) && Read(words, i, out var taken) is { } figure)
                {
                    figures.Add(figure);
                    i += taken - 1;
                }
            }
        }

        return figures.DrainToImmutable();
    }

    private static Figure? Read(SentenceWords words, int at, out int taken) =>
        RatioReader.Read(words, at, out taken) ?? OrdinalReader.Read(words, at, out taken) ?? Amount(words, at, out taken);

    /// <summary>A number, or a range of two, with its unit and its bounds.</summary>
    private static Figure? Amount(SentenceWords words, int at, out int taken)
    {
        taken = 0;
        var currency = CurrencyReader.Before(words, at);
        var start = at + (currency is null ? 0 : 1);
        if (QuantityReader.Read(words, start) is not { } quantity || (currency is null && IsLabel(words, at, quantity))) { return null; }
        var end = start + quantity.Length;
        var bound = BoundReader.Before(words, at, out var before);

        if (quantity.Value is null && quantity.Digits) { bound = FigureBound.Range; }
        if (IsChange(words, start, end) && Changed(words, start, end, quantity, out taken) is { } changed) { return changed; }
        if (Range(words, start, end, quantity, ref end) is { } range)
        {
            quantity = range;
            if (words.Is(at - 1, "between") || words.Is(at - 1, "from")) { before = 1; }
            bound = FigureBound.Range;
        }
        else if (BoundReader.After(words, end, out var after) is { } later)
        {
            bound = later;
            end += after;
        }

        var (kind, unit, of, length) = UnitReader.Read(words, end, currency, quantity);
        if (kind is null) { return null; }
        if (kind is FigureKind.Count && of is null && unit is null) { of = NounReader.NumberOf(words, at); }
        taken = end + length - at;
        return BoundReader.Apply(words.Span(at - before, at + taken - 1), quantity, bound, kind.Value, unit, of);
    }

    // "grew from 12 to 19 percent" tells of two figures, not of a range between them.
    private static bool IsChange(SentenceWords words, int start, int end)
    {
        if (!words.Is(start - 1, "from") || !words.Is(end, "to")) { return false; }
        for (var i = start - 2; i >= Math.Max(0, start - 5); i--)
        {
            foreach (var verb in Changing)
            {
                if (words.Is(i, verb)) { return true; }
            }
        }

        return false;
    }

    private static readonly string[] Changing =
        ["grew", "grow", "grown", "grows", "rose", "rise", "risen", "rises", "fell", "fall", "fallen", "falls", "dropped", "drop", "drops", "increased", "increase", "increases", "decreased", "decrease", "declined", "jumped", "climbed", "went", "up", "down", "soared", "shrank", "raised", "reduced", "cut", "changed"];

    // The first of the two has the second's unit.
    private static Figure? Changed(SentenceWords words, int start, int end, Quantity quantity, out int taken)
    {
        taken = 0;
        if (QuantityReader.Read(words, end + 1) is not { } second) { return null; }
        var (kind, unit, _, _) = UnitReader.Read(words, end + 1 + second.Length, null, second);
        taken = end - start;
        return kind is { } known ? BoundReader.Apply(words.Span(start, end - 1), quantity, FigureBound.Exact, known, unit, null) : null;
    }

    /// <summary>"50 to 60", "between 50 and 60", "50–60", "two or three", "10% to 15%".</summary>
    private static Quantity? Range(SentenceWords words, int start, int at, Quantity first, ref int end)
    {
        var percent = words[at] is "%" && (words[at + 1] is "-" or "–" or "—" || words.Is(at + 1, "to") || words.Is(at + 1, "and"));
        if (percent) { at++; }
        var joined = words.Is(at, "to") || words[at] is "-" or "–" or "—" || (words.Is(at, "or") && first is { Length: 1, Digits: false, Value: < 20 }) || (words.Is(at, "and") && (words.Is(start - 1, "between") || words.Is(start - 2, "between")));
        if (!joined) { return null; }
        var skip = CurrencyReader.Before(words, at + 1) is null ? 1 : 2;
        if (QuantityReader.Read(words, at + skip) is not { } second || second.High <= first.Low) { return null; }
        end = at + skip + second.Length;
        // "two to three million": the scale counts for both
        var scale = first.High < 1000 && second.Length > 1 && second.Low >= 1000 ? Math.Pow(10, Math.Floor(Math.Log10(second.Low) / 3) * 3) : 1;
        return new Quantity(null, first.Low * scale, second.High, end - start, first.Digits);
    }

    // What numbers are given to: "in Hut 12", "at Gate 4".
    private static bool HasNumbers(ReadOnlySpan<char> word) =>
        word is "Hut" or "Barrack" or "Barracks" or "Block" or "Ward" or "Cell" or "Gate" or "Sector" or "Colony" or "Prison" or "Hospital" or "School" or "Building" or "House" or "Battery" or "Hall" or "Zone" or "District" or "Platform" or "Pier" or "Base" or "Center" or "Centre" or "Site" or "Area" or "Apartment" or "Route" or "Highway" or "Formula" or "Boeing" or "Airbus" or "Group" or "Point" or "Hill" or "Checkpoint" or "Tower" or "Shop" or "Line" or "Pit" or "Mine";

    // A number that only names something: "Article 13", "No. 5", a list's numeral, "one" as a pronoun.
    private static bool IsLabel(SentenceWords words, int at, Quantity quantity)
    {
        if (quantity is { Length: 1, Value: 1, Digits: false })
        {
            return words.Is(at - 1, "the") || words.Is(at - 1, "this") || words.Is(at - 1, "that") || words.Is(at - 1, "no") || words.Is(at - 1, "any") || words.Is(at - 1, "every") || words.Is(at - 1, "each")
                || words.Is(at + 1, "of") || words.Is(at + 1, "another") || words.Is(at + 1, "day") || words.Is(at + 1, "side") || words.Is(at + 1, "thing") || words.Is(at + 1, "who") || words.Is(at + 1, "that")
                || words.Is(at + 1, "such") || words.Is(at + 1, "way") || !(words[at + 1] is [var letter, ..] && char.IsAsciiLetterLower(letter));
        }

        if (!quantity.Digits || quantity.Length > 1 || words[at].Contains(',')) { return false; }
        if ((at == 0 && words[1] is "." or ")") || (words[at - 1] is "[" && words[at + 1] is "]")) { return true; } // "[4]" marks a note
        if (words[at - 1] is "No." or "no." or "#" or "№" or "Article" or "Articles" or "Section" or "Chapter" or "Page" or "Room" or "Channel" or "Protocol" or "Resolution" or "Camp" or "Unit") { return true; }
        // "In Teln 31 were counted": a place, and how many there.
        if (at > 1 && words.IsFinite(at + 1) && (words.Is(at - 2, "in") || words.Is(at - 2, "at") || words.Is(at - 2, "from") || words.Is(at - 2, "near") || words.Is(at - 2, "outside")) && !HasNumbers(words[at - 1])) { return false; }
        return at > 1 && words[at - 1] is [var first, .., var last] && char.IsUpper(first) && char.IsLower(last) && NounReader.CountedAfter(words, at + 1, 2) is null && words[at + 1] is not ("of" or "%" or "percent" or "per");
    }
}
