using System.Collections.Immutable;
using Hearsay.Matters.Origins;
using Hearsay.Statements;

namespace Hearsay.Matters;

/// <summary>One matter's passages with what several checks need: who is who, the figures, the claims that are made more than once and where they come from.</summary>
internal sealed class MatterView
{
    /// <summary>Pairs within a matter are looked at: beyond so many passages it is cut to its first ones.</summary>
    public const int MostPassages = 600;

    private readonly Dictionary<Passage, int> places = [];
    private readonly ILookup<string, Passage> byDocument;

    public MatterView(IEnumerable<Passage> passages, OriginJudgements judgements)
    {
        Judgements = judgements;
        Passages = [.. passages.OrderBy(passage => passage.Day ?? DateOnly.MaxValue).ThenBy(passage => passage.Document.Sha256, StringComparer.Ordinal).ThenBy(passage => passage.Index).Take(MostPassages)];
        for (var i = 0; i < Passages.Length; i++) { places.Add(Passages[i], i); }
        Parties = new PartyBook(Passages);
        judgements.Part(Passages);
        Figures = [.. Passages.SelectMany(passage => passage.Statement.Figures.Select(figure => new FigureMention(passage, figure)))];
        byDocument = Passages.OrderBy(passage => passage.Index).ToLookup(passage => passage.Document.Sha256, StringComparer.Ordinal);
        Documents = byDocument.Count;
        Claims = ClaimFinder.Find(this);
        Denials = DenialFinder.Find(Passages, Parties);
    }

    /// <summary>By day, document and place.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>What analysts decided on origins.</summary>
    public OriginJudgements Judgements { get; }

    /// <summary>Who is who.</summary>
    public PartyBook Parties { get; }

    /// <summary>The figures of all passages, in their order.</summary>
    public ImmutableArray<FigureMention> Figures { get; }

    /// <summary>How many documents there are.</summary>
    public int Documents { get; }

    /// <summary>What is said more than once, each with its origins.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>Who denies what.</summary>
    public ImmutableArray<Denial> Denials { get; }

    /// <summary>The passages of one document, in text order.</summary>
    public IEnumerable<Passage> Of(string sha256) => byDocument[sha256];

    /// <summary>A passage's place among all.</summary>
    public int PlaceOf(Passage passage) => places[passage];

    /// <summary>Some of the passages, each once, by day, document and place.</summary>
    public ImmutableArray<Passage> InOrder(IEnumerable<Passage> passages) => [.. passages.Distinct().OrderBy(PlaceOf)];

    /// <summary>True for statements in which someone says something about the world, as opposed to asking, wanting or believing.</summary>
    public static bool IsClaim(Statement statement) => statement.Act is StatementAct.Says or StatementAct.Shows or StatementAct.Other or StatementAct.Believes or StatementAct.Promises;
}
