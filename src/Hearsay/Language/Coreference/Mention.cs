using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hearsay.Language.Coreference;

/// <summary>What the text shows of someone's gender.</summary>
internal enum Gender
{
    Unknown,
    Male,
    Female,
}

/// <summary>How a mention names what it means.</summary>
internal enum MentionKind
{
    /// <summary>By name.</summary>
    Name,
    /// <summary>By a noun: "the general", "its spokesman".</summary>
    Nominal,
    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>What a referent is; a document is a text that says something.</summary>
internal enum ReferentType
{
    Unknown,
    Person,
    Organisation,
    Place,
    Group,
    Document,
}

/// <summary>Words that mean somebody or something that may be spoken of again.</summary>
internal sealed class Mention
{
    public required MentionKind Kind { get; init; }

    /// <summary>The main word, as a token.</summary>
    public required int Head { get; init; }

    /// <summary>The name's words, or the noun with what belongs to it.</summary>
    public required TokenRange Words { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>The name as it stands, without titles; the noun's dictionary form; the pronoun in lower case.</summary>
    public required string Text { get; init; }

    /// <summary>The name with whose it is ("Varnian Defence Ministry", where <see cref="Text"/> is "Defence Ministry"); null where nothing is added.</summary>
    public string? FullText { get; init; }

    public ReferentType Type { get; set; }

    public Gender Gender { get; set; }

    public bool IsPlural { get; init; }

    /// <summary>It is an adjective ("Varnian"): nothing refers back to it.</summary>
    public bool IsAdjective { get; init; }

    /// <summary>Index of the entity that it is, or -1.</summary>
    public int Entity { get; init; } = -1;

    /// <summary>It stands within quotation marks.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Lower-case nouns beside it that describe what it means: "general", "ministry".</summary>
    public ImmutableArray<string> Descriptors { get; set; } = [];

    /// <summary>What it means.</summary>
    public Referent Referent { get; set; } = null!;

    /// <summary>Of mentions in the order of their main words the first whose main word this is, or null.</summary>
    public static Mention? At(List<Mention> mentions, int head)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].Head < head) { low = middle + 1; } else { high = middle; }
        }

        return low < mentions.Count && mentions[low].Head == head ? mentions[low] : null;
    }
}

/// <summary>Somebody or something that a document speaks of, with all that its mentions tell.</summary>
internal sealed class Referent
{
    private HashSet<string>? descriptors; // most have none

    /// <summary>Id within the document: <c>e1</c>, <c>e2</c> … in the order of first mentions.</summary>
    public string Id { get; set; } = "";

    /// <summary>The fullest name, or the words that describe what has no name.</summary>
    public string Name { get; set; } = "";

    /// <summary>False where <see cref="Name"/> only describes.</summary>
    public bool IsNamed { get; set; }

    public ReferentType Type { get; set; }

    public Gender Gender { get; set; }

    public bool IsPlural { get; set; }

    /// <summary>In text order.</summary>
    public List<Mention> Mentions { get; } = [];

    public bool Is(string descriptor) => descriptors?.Contains(descriptor) ?? false;

    public bool IsAny(FrozenSet<string> words) => descriptors?.Any(words.Contains) ?? false;

    /// <summary>Takes a mention in.</summary>
    public void Add(Mention mention)
    {
        mention.Referent = this;
        Mentions.Add(mention);
        if (Type is ReferentType.Unknown) { Type = mention.Type; }
        if (Gender is Gender.Unknown) { Gender = mention.Gender; }
        foreach (var descriptor in mention.Descriptors) { Describe(descriptor); }
        if (mention.Kind is MentionKind.Nominal) { Describe(mention.Text); }
        if (mention.Kind is MentionKind.Name && ((mention.FullText ?? mention.Text) is var name && (!IsNamed || name.Length > Name.Length)))
        {
            Name = name;
            IsNamed = true;
        }
        else if (Name.Length == 0)
        {
            Name = mention.Text;
        }
    }

    private void Describe(string descriptor) => (descriptors ??= new(StringComparer.Ordinal)).Add(descriptor);

    /// <summary>Takes another referent's mentions in: both are one.</summary>
    public void Absorb(Referent other)
    {
        if (other == this) { return; }
        if (Type is ReferentType.Unknown || (!IsNamed && other.IsNamed && other.Type is not ReferentType.Unknown)) { Type = other.Type; }
        if (other.IsNamed && (!IsNamed || other.Name.Length > Name.Length)) { (Name, IsNamed) = (other.Name, true); }
        if (Gender is Gender.Unknown) { Gender = other.Gender; }
        foreach (var descriptor in other.descriptors ?? []) { Describe(descriptor); }
        foreach (var mention in other.Mentions)
        {
            mention.Referent = this;
            Mentions.Add(mention);
        }

        other.Mentions.Clear();
    }
}
