using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hearsay.Packs;

/// <summary>Words that tell how a statement is made: denied or not, how surely, from <c>facts.yml</c>. Dictionary forms in lower case.</summary>
internal sealed class FactWords
{
    private FactWords(Dictionary<string, List<string>> lists)
    {
        Withholding = Set("withholding");
        Disclaiming = Set("disclaiming");
        Refusing = Set("refusing");
        Accepting = Set("accepting");
        Judging = Set("judging");
        Falsity = Set("falsity");
        Truth = Set("truth");
        Giving = Set("giving");
        Rejecting = [.. List("rejecting").Select(phrase => phrase.Split(' ').ToImmutableArray())];
        Hedging = Set("hedging");
        Hearsay = Set("hearsay");
        Chance = Set("chance");
        Forecasting = Set("forecasting");
        Coming = Set("coming");
        Verifying = Set("verifying");
        Verification = Set("verification");
        Unverified = Set("unverified");
        Unable = Set("unable");
        Checkers = Set("checkers");
        Light = Set("light");

        List<string> List(string name) => lists.GetValueOrDefault(name) ?? [];
        FrozenSet<string> Set(string name) => List(name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Not to do these is to say nothing of the content.</summary>
    public FrozenSet<string> Withholding { get; }

    /// <summary>Of those, what denies all the same where a clause follows.</summary>
    public FrozenSet<string> Disclaiming { get; }

    /// <summary>"refuse", "decline".</summary>
    public FrozenSet<string> Refusing { get; }

    /// <summary>What to refuse is to deny: "refused to acknowledge that".</summary>
    public FrozenSet<string> Accepting { get; }

    /// <summary>Verbs that pass a verdict.</summary>
    public FrozenSet<string> Judging { get; }

    /// <summary>Verdicts by which a claim is denied.</summary>
    public FrozenSet<string> Falsity { get; }

    /// <summary>What a claim is said not to be: "true", "so".</summary>
    public FrozenSet<string> Truth { get; }

    /// <summary>Verbs that put out a denial.</summary>
    public FrozenSet<string> Giving { get; }

    /// <summary>A verb and the words after it that reject a claim.</summary>
    public ImmutableArray<ImmutableArray<string>> Rejecting { get; }

    /// <summary>Cues of reserve.</summary>
    public FrozenSet<string> Hedging { get; }

    /// <summary>Verbs whose passive names nobody.</summary>
    public FrozenSet<string> Hearsay { get; }

    /// <summary>Adjectives and nouns of chance.</summary>
    public FrozenSet<string> Chance { get; }

    /// <summary>Cues of what is to come.</summary>
    public FrozenSet<string> Forecasting { get; }

    /// <summary>Words before an infinitive of the future.</summary>
    public FrozenSet<string> Coming { get; }

    /// <summary>To check a claim.</summary>
    public FrozenSet<string> Verifying { get; }

    /// <summary>Nouns of checking.</summary>
    public FrozenSet<string> Verification { get; }

    /// <summary>Adjectives of claims that nobody checked.</summary>
    public FrozenSet<string> Unverified { get; }

    /// <summary>Words that say whether one can.</summary>
    public FrozenSet<string> Unable { get; }

    /// <summary>Who checks claims on the document's behalf.</summary>
    public FrozenSet<string> Checkers { get; }

    /// <summary>Verbs that say little beside a noun.</summary>
    public FrozenSet<string> Light { get; }

    /// <summary>Reads the file; where there is none, no word is known.</summary>
    /// <exception cref="InvalidDataException">The file does not have the expected form.</exception>
    public static FactWords Read(string file) => new(File.Exists(file) ? PackYaml.Read<Dictionary<string, List<string>>>(file) ?? [] : []);
}
