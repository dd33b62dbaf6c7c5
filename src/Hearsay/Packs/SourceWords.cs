using System.Buffers;
using System.Collections.Frozen;

namespace Hearsay.Packs;

/// <summary>What sources are called and by which means they speak, from <c>sources.yml</c>. Words are compared in lower case.</summary>
internal sealed class SourceWords
{
    private static readonly string[] AgencyKinds = ["news agency", "telegraph agency", "press agency"];
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,’'");

    private readonly SearchValues<string> agencies;
    private readonly SearchValues<string> agencyKinds = SearchValues.Create(AgencyKinds, StringComparison.OrdinalIgnoreCase);
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> mediaWords, mediaNouns;

    private SourceWords(Entries entries)
    {
        Agencies = Set(entries.Agencies);
        MediaWords = Set(entries.MediaWords);
        MediaNouns = Set(entries.MediaNouns);
        OrganisationWords = Set(entries.OrganisationWords);
        OrganisationNouns = Set(entries.OrganisationNouns);
        PersonNouns = Set(entries.PersonNouns);
        Titles = Set(entries.Titles);
        GroupNouns = Set(entries.GroupNouns);
        ServingNouns = Set(entries.ServingNouns);
        UnnamedWords = Set(entries.UnnamedWords);
        DocumentNouns = Set(entries.DocumentNouns);
        Rubrics = Set(entries.Rubrics);
        SourceLabels = Set(entries.SourceLabels);
        QuoteLabels = Set(entries.QuoteLabels);
        ClaimNouns = Set(entries.ClaimNouns);
        Hedges = Set(entries.Hedges);
        RelayVerbs = Set(entries.RelayVerbs);
        EvidenceNouns = Set(entries.EvidenceNouns);
        agencies = SearchValues.Create([.. Agencies, .. AgencyKinds], StringComparison.OrdinalIgnoreCase);
        mediaWords = entries.MediaWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        mediaNouns = MediaNouns.GetAlternateLookup<ReadOnlySpan<char>>();
        Vias = entries.Vias.SelectMany(via => via.Value.Select(word => (Key: word.ToLowerInvariant(), via.Key)))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        ViaOpenings = Vias.Keys.Where(words => words.Contains(' ', StringComparison.Ordinal)).Select(words => words[..words.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);
    }

    public FrozenSet<string> Agencies { get; }
    public FrozenSet<string> MediaWords { get; }
    public FrozenSet<string> MediaNouns { get; }
    public FrozenSet<string> OrganisationWords { get; }
    public FrozenSet<string> OrganisationNouns { get; }
    public FrozenSet<string> PersonNouns { get; }
    public FrozenSet<string> Titles { get; }
    public FrozenSet<string> GroupNouns { get; }
    public FrozenSet<string> ServingNouns { get; }
    public FrozenSet<string> UnnamedWords { get; }
    public FrozenSet<string> DocumentNouns { get; }
    public FrozenSet<string> Rubrics { get; }
    public FrozenSet<string> SourceLabels { get; }
    public FrozenSet<string> QuoteLabels { get; }
    public FrozenSet<string> ClaimNouns { get; }
    public FrozenSet<string> Hedges { get; }
    public FrozenSet<string> RelayVerbs { get; }
    public FrozenSet<string> EvidenceNouns { get; }

    /// <summary>From a word, or two with a space, to the means that it tells of.</summary>
    public FrozenDictionary<string, string> Vias { get; }

    /// <summary>The first words of those that are two.</summary>
    public FrozenSet<string> ViaOpenings { get; }

    /// <summary>True for a noun for who or what can say something: people, bodies, media, texts.</summary>
    /// <param name="lemma">Its dictionary form.</param>
    /// <param name="lower">Its form, in lower case.</param>
    public bool CanSpeak(string lemma, string lower) =>
        PersonNouns.Contains(lemma) || GroupNouns.Contains(lower) || OrganisationNouns.Contains(lemma) || UnnamedWords.Contains(lower) || MediaNouns.Contains(lower)
        || DocumentNouns.Contains(lower) || DocumentNouns.Contains(lemma);

    /// <summary>True for a phrase that names a news agency.</summary>
    public bool IsAgency(ReadOnlySpan<char> phrase)
    {
        if (!phrase.ContainsAny(agencies)) { return false; }
        if (phrase.ContainsAny(agencyKinds)) { return true; }
        foreach (var agency in Agencies)
        {
            if (ContainsWord(phrase, agency)) { return true; }
        }

        return false;
    }

    /// <summary>True for a phrase that names a newspaper, a broadcaster, a site.</summary>
    public bool IsMedia(ReadOnlySpan<char> phrase)
    {
        foreach (var range in phrase.SplitAny(WordEnds))
        {
            var word = phrase[range];
            if (!word.IsEmpty && (char.IsUpper(word[0]) && mediaWords.Contains(word) || mediaNouns.Contains(word))) { return true; }
        }

        return false;
    }

    private static bool ContainsWord(ReadOnlySpan<char> words, string name)
    {
        var at = words.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (at + name.Length == words.Length || !char.IsLetterOrDigit(words[at + name.Length]))
            && (name.Length > 4 || IsUpper(words.Slice(at, name.Length)));
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (!char.IsUpper(character)) { return false; }
        }

        return true;
    }

    /// <summary>Reads the file; where there is none, no word is known.</summary>
    /// <exception cref="InvalidDataException">The file does not have the expected form.</exception>
    public static SourceWords Read(string file) => new(File.Exists(file) ? PackYaml.Read<Entries>(file) ?? new Entries() : new Entries());

    private static FrozenSet<string> Set(IEnumerable<string> words) => words.Select(word => word.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    private sealed class Entries
    {
        public List<string> Agencies { get; set; } = [];
        public List<string> MediaWords { get; set; } = [];
        public List<string> MediaNouns { get; set; } = [];
        public List<string> OrganisationWords { get; set; } = [];
        public List<string> OrganisationNouns { get; set; } = [];
        public List<string> PersonNouns { get; set; } = [];
        public List<string> Titles { get; set; } = [];
        public List<string> GroupNouns { get; set; } = [];
        public List<string> ServingNouns { get; set; } = [];
        public List<string> UnnamedWords { get; set; } = [];
        public List<string> DocumentNouns { get; set; } = [];
        public List<string> Rubrics { get; set; } = [];
        public List<string> SourceLabels { get; set; } = [];
        public List<string> QuoteLabels { get; set; } = [];
        public List<string> ClaimNouns { get; set; } = [];
        public List<string> Hedges { get; set; } = [];
        public List<string> RelayVerbs { get; set; } = [];
        public List<string> EvidenceNouns { get; set; } = [];
        public Dictionary<string, List<string>> Vias { get; set; } = [];
    }
}
