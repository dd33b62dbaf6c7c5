using System.Globalization;

namespace Hearsay.Language.Evaluation;

/// <summary>How far our analysis agrees with CoreNLP's, from plain text on. Counts are summed over articles before anything is divided.</summary>
/// <remarks>Tokens are matched by their exact offsets; a token of CoreNLP's that we cut otherwise counts as wrong throughout.</remarks>
public sealed record LanguageScores
{
    /// <summary>Agreement on tokens.</summary>
    public Agreement TokenSpans { get; init; }

    /// <summary>Agreement on sentences; a line break is a true boundary, and quotation marks at a sentence's ends do not count.</summary>
    public Agreement SentenceSpans { get; init; }

    /// <summary>CoreNLP's tokens, and those of them that have the same tag, the same lemma, the same head, the same head and label.</summary>
    public (int All, int Tags, int Lemmas, int Heads, int Labelled) Each { get; init; }

    /// <summary>The same for tokens that are no punctuation.</summary>
    public (int All, int Heads, int Labelled) Words { get; init; }

    /// <summary>Agreement on persons by exact extent.</summary>
    public Agreement Persons { get; init; }

    /// <summary>Agreement on organisations by exact extent.</summary>
    public Agreement Organisations { get; init; }

    /// <summary>Agreement on places by exact extent.</summary>
    public Agreement Places { get; init; }

    /// <summary>F1 of tokens.</summary>
    public double Tokens => TokenSpans.F1;

    /// <summary>F1 of sentences.</summary>
    public double Sentences => SentenceSpans.F1;

    /// <summary>Share of CoreNLP's tokens with the same tag.</summary>
    public double Tags => Share(Each.Tags, Each.All);

    /// <summary>Share with the same lemma.</summary>
    public double Lemmas => Share(Each.Lemmas, Each.All);

    /// <summary>Share with the same head, punctuation left out as is usual.</summary>
    public double Uas => Share(Words.Heads, Words.All);

    /// <summary>Share with head and label the same, punctuation left out.</summary>
    public double Las => Share(Words.Labelled, Words.All);

    /// <summary>F1 of persons, organisations and places together, by exact extent and class.</summary>
    public double Names => (Persons + Organisations + Places).F1;

    /// <summary>Adds another set of scores.</summary>
    public LanguageScores Add(LanguageScores other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new LanguageScores
        {
            TokenSpans = TokenSpans + other.TokenSpans,
            SentenceSpans = SentenceSpans + other.SentenceSpans,
            Each = (Each.All + other.Each.All, Each.Tags + other.Each.Tags, Each.Lemmas + other.Each.Lemmas, Each.Heads + other.Each.Heads, Each.Labelled + other.Each.Labelled),
            Words = (Words.All + other.Words.All, Words.Heads + other.Words.Heads, Words.Labelled + other.Words.Labelled),
            Persons = Persons + other.Persons,
            Organisations = Organisations + other.Organisations,
            Places = Places + other.Places,
        };
    }

    /// <summary>Every measure with its name.</summary>
    public IEnumerable<(string Name, double Value)> Rows() =>
    [
        ("tokens, F1", Tokens), ("sentences, F1", Sentences), ("tags", Tags), ("lemmas", Lemmas), ("UAS", Uas), ("LAS", Las),
        ("UAS with punctuation", Share(Each.Heads, Each.All)), ("LAS with punctuation", Share(Each.Labelled, Each.All)),
        ("entities, F1", Names), ("  persons", Persons.F1), ("  organisations", Organisations.F1), ("  places", Places.F1),
    ];

    /// <summary>As a table to read.</summary>
    public override string ToString() => string.Concat(Rows().Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Name,-22}{row.Value:F4}\n")));

    private static double Share(int right, int all) => all == 0 ? 0 : (double)right / all;
}
