using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Documents;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Grouping;

/// <summary>What words are about: weighted keys for telling words, names, numbers and days. Two themes are compared by the cosine of their weights.</summary>
internal sealed class Theme
{
    private const float NameWeight = 4;
    private const float RepeatedWeight = 0.4f;
    private const float EventWeight = 3;
    private const string Name = "p:";
    private const string Number = "n:";
    private const string Day = "d:";
    private const float LeastNumber = 2;  // weight of numbers that are hardly chance
    private const float PartyWeight = 1; // the parties to a conflict are named in every document about it
    private const int PartyLetters = 5;  // "Varnia" and "Varnian" share as many

    private readonly Dictionary<string, float> weights = new(StringComparer.Ordinal);
    private ImmutableHashSet<string> parties = [];
    private float norm = -1;
    private KeyValuePair<string, float>[]? inOrder; // by key, since the order in which floats are summed shows in the sum

    /// <summary>Keys with their weights, in no order.</summary>
    public IReadOnlyDictionary<string, float> Weights => weights;

    /// <summary>Sum of all weights: how much there is to go by.</summary>
    public float Mass => InOrder.Sum(pair => pair.Value);

    /// <summary>The theme of a statement's content.</summary>
    public static Theme Of(Document document, Statement statement, ImmutableHashSet<string>? parties = null)
    {
        var theme = new Theme { parties = parties ?? PartiesOf(statement) };
        foreach (var span in statement.Content) { theme.AddText(document.Text, span, 1); }
        foreach (var figure in statement.Figures) { theme.AddFigure(figure, 1); }
        foreach (var date in statement.Dates) { theme.AddDate(date, 1); }
        foreach (var happening in statement.Events) { theme.Add("e:" + happening.Type, EventWeight); }
        return theme;
    }

    /// <summary>The theme of a stretch of a document's text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">The stretch.</param>
    /// <param name="parties">Beginnings of the names of parties, which tell little.</param>
    public static Theme Of(string text, TextSpan span, ImmutableHashSet<string>? parties = null)
    {
        var theme = new Theme { parties = parties ?? [] };
        theme.AddText(text, span, 1);
        return theme;
    }

    /// <summary>A theme from keys and weights that were kept.</summary>
    public static Theme Of(IEnumerable<KeyValuePair<string, float>> weights)
    {
        var theme = new Theme();
        foreach (var (key, weight) in weights) { theme.weights[key] = weight; }
        return theme;
    }

    /// <summary>Adds another theme to this one; what both hold weighs more, but less than twice.</summary>
    public void Add(Theme other, float factor)
    {
        foreach (var (key, weight) in other.weights) { Add(key, weight * factor); }
    }

    /// <summary>Cosine of the angle between two themes, 0 to 1.</summary>
    public float Similarity(Theme other)
    {
        var (small, large) = weights.Count <= other.weights.Count ? (this, other) : (other, this);
        float dot = 0;
        foreach (var (key, weight) in small.InOrder)
        {
            if (large.weights.TryGetValue(key, out var its)) { dot += weight * its; }
        }

        return dot == 0 ? 0 : dot / (Norm * other.Norm);
    }

    /// <summary>True for keys that tell one story from another of the same kind: names, numbers that are hardly chance, days.</summary>
    public static bool IsParticular(string key, float weight) => key.StartsWith(Name, StringComparison.Ordinal) || key.StartsWith(Day, StringComparison.Ordinal) || (key.StartsWith(Number, StringComparison.Ordinal) && weight >= LeastNumber);

    /// <summary>How many particular keys two themes share.</summary>
    public int SharedParticulars(Theme other)
    {
        var count = 0;
        foreach (var (key, weight) in InOrder)
        {
            if (IsParticular(key, weight) && other.weights.ContainsKey(key)) { count++; }
        }

        return count;
    }

    /// <summary>The weightiest keys, by weight and then key.</summary>
    public ImmutableArray<KeyValuePair<string, float>> Top(int count) =>
        [.. weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(count)];

    /// <summary>Beginnings of the names of the parties that a statement's source and events belong to.</summary>
    public static ImmutableHashSet<string> PartiesOf(Statement statement) =>
        [.. statement.Events.SelectMany(happening => happening.Participants).Select(participant => participant.Side).Append(statement.Source?.Side).OfType<string>().Where(side => side.Length >= PartyLetters).Select(side => side[..PartyLetters])];

    /// <summary>The weightiest particular keys, by weight and then key.</summary>
    public ImmutableArray<KeyValuePair<string, float>> Particulars(int count) =>
        [.. weights.Where(pair => IsParticular(pair.Key, pair.Value)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(count)];

    private KeyValuePair<string, float>[] InOrder
    {
        get
        {
            if (inOrder is not null) { return inOrder; }
            inOrder = [.. weights];
            Array.Sort(inOrder, (left, right) => string.CompareOrdinal(left.Key, right.Key));
            return inOrder;
        }
    }

    private float Norm
    {
        get
        {
            if (norm < 0) { norm = MathF.Sqrt(InOrder.Sum(pair => pair.Value * pair.Value)); }
            return norm;
        }
    }

    private void AddText(string text, TextSpan span, float factor)
    {
        foreach (var word in WordScanner.Scan(text, span))
        {
            if (word.IsNumber)
            {
                if (double.TryParse(word.Lower.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) { AddNumber(number, factor); }
                continue;
            }

            var stem = Stemmer.Stem(word.Lower);
            if (stem.Length < 2) { continue; }
            var isName = word.IsCapital && !WordWeights.IsCommon(stem);
            var weight = !isName ? WordWeights.Of(stem) : stem.Length >= PartyLetters && parties.Contains(stem[..PartyLetters]) ? PartyWeight : NameWeight;
            if (weight > 1.5f || isName) { Add((weight is NameWeight ? Name : "w:") + stem, weight * factor); }
        }
    }

    private void AddFigure(Figure figure, float factor)
    {
        if (figure is { Value: { } value, Kind: FigureKind.Count or FigureKind.Money }) { AddNumber(value, factor); }
    }

    // Small numbers and years are everywhere; 14,380 is nowhere else.
    private void AddNumber(double number, float factor)
    {
        var weight = number switch
        {
            < 13 => 0.5f,
            < 100 => 2.5f,
            >= 1900 and <= 2100 when number == Math.Floor(number) => 0.5f,
            _ when number % 100 == 0 => 3.5f,
            _ => 6,
        };
        Add(string.Create(CultureInfo.InvariantCulture, $"{Number}{number}"), weight * factor);
    }

    private void AddDate(TimeExpression date, float factor)
    {
        if (date.Type is TimeType.Date && date.Value.Length == 10 && char.IsDigit(date.Value[0])) { Add(Day + date.Value, 1.5f * factor); }
    }

    private void Add(string key, float weight)
    {
        (norm, inOrder) = (-1, null);
        weights[key] = weights.TryGetValue(key, out var old) ? Math.Max(old, weight) + RepeatedWeight * Math.Min(old, weight) : weight;
    }
}
