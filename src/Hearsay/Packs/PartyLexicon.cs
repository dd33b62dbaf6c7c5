using Hearsay.Language;

namespace Hearsay.Packs;

/// <summary>The parties of a pack and all that they and their organs are called, from <c>parties*.yml</c>, <c>countries.yml</c> and <c>organs.yml</c>.</summary>
internal sealed class PartyLexicon
{
    private readonly PhraseTable<PartyTerm> terms = new();
    private readonly Dictionary<string, PartyTerm> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PartyTerm?> bySurname = new(StringComparer.Ordinal);
    private readonly HashSet<string> clauseNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownParty> byId = new(StringComparer.Ordinal);

    private PartyLexicon()
    {
    }

    /// <summary>The term that begins at a token, the longest one, and its length in tokens.</summary>
    public (PartyTerm Term, int Length)? Find(string text, ReadOnlySpan<Token> tokens, int at) => terms.Find(text, tokens, at);

    /// <summary>The term that a name is, whole; null where the pack does not know it.</summary>
    public PartyTerm? Named(string name) => byName.GetValueOrDefault(name.Replace('’', '\''));

    /// <summary>Names that read like a clause ("I Want to Live"), as they are spelled: a tagger takes their words for what they are elsewhere.</summary>
    public IReadOnlyCollection<string> ClauseNames => clauseNames;

    /// <summary>The official whom a surname means: null where it is nobody's, and where it is several people's.</summary>
    public PartyTerm? Official(string surname) => bySurname.GetValueOrDefault(surname);

    /// <summary>The party of an id; null where there is none.</summary>
    public KnownParty? ById(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads a pack's parties; none where the pack has no such files.</summary>
    /// <exception cref="InvalidDataException">A file does not have the expected form; the message says which entry is wrong, and how.</exception>
    public static PartyLexicon Read(string directory)
    {
        var lexicon = new PartyLexicon();
        var files = Directory.EnumerateFiles(directory, "parties*.yml").Order(StringComparer.Ordinal).Append(Path.Combine(directory, "countries.yml"));
        foreach (var file in files.Where(File.Exists))
        {
            foreach (var (entry, index) in (PackYaml.Read<List<Entry>>(file) ?? []).Select((entry, index) => (entry, index))) { lexicon.Add(entry, file, index + 1); }
        }

        var organs = Path.Combine(directory, "organs.yml");
        foreach (var organ in (File.Exists(organs) ? PackYaml.Read<List<CommonOrgan>>(organs) : null) ?? [])
        {
            foreach (var spelling in organ.Spellings.Append(organ.Name)) { lexicon.Add(spelling, new PartyTerm(null, organ.Name, PartyTermKind.CommonOrgan, [])); }
        }

        return lexicon;
    }

    private void Add(Entry entry, string file, int number)
    {
        if (string.IsNullOrWhiteSpace(entry.Id) || entry.Names.Count == 0) { throw new InvalidDataException($"{file}: entry {number} ({entry.Id}) needs an id and at least one name."); }
        if (!Enum.TryParse<PartyKind>(entry.Kind, ignoreCase: true, out var kind)) { throw new InvalidDataException($"{file}: entry {number} ({entry.Id}) has the kind '{entry.Kind}'; write state, group or body."); }
        var party = new KnownParty(entry.Id, entry.Names[0], kind);
        if (!byId.TryAdd(party.Id, party)) { throw new InvalidDataException($"{file}: entry {number} has the id '{entry.Id}', which an entry before it has too."); }
        Add(entry.Names, PartyTermKind.Name);
        Add(entry.Adjectives, PartyTermKind.Adjective);
        Add(entry.People, PartyTermKind.People);
        Add(entry.Capitals, PartyTermKind.Capital);
        foreach (var (organ, spellings) in entry.Organs) { Add(spellings.Append(organ), PartyTermKind.Organ, organ); }
        foreach (var figure in entry.Figures)
        {
            Add([figure], PartyTermKind.Figure, figure);
            var surname = figure[(figure.LastIndexOf(' ') + 1)..];
            bySurname[surname] = !bySurname.TryGetValue(surname, out var other) ? new PartyTerm(party, figure, PartyTermKind.Figure, []) : other?.Party == party ? other : null;
        }

        foreach (var outlet in entry.StateMedia) { Add([outlet], PartyTermKind.StateMedia, outlet); }
        foreach (var outlet in entry.Press) { Add([outlet], PartyTermKind.Press, outlet); }

        void Add(IEnumerable<string> spellings, PartyTermKind kind, string? name = null)
        {
            foreach (var spelling in spellings) { this.Add(spelling, new PartyTerm(party, name ?? party.Name, kind, entry.OnlyWith.GetValueOrDefault(spelling) ?? [])); }
        }
    }

    private void Add(string spelling, PartyTerm term)
    {
        terms.Add(spelling, term);
        if (spelling.Split(' ') is { Length: > 1 } words && Array.Exists(words, word => word is "I" or "We" or "to" or "You" or "Me" or "My")) { clauseNames.Add(spelling); }
        byName.TryAdd(spelling.Replace(" 's", "'s", StringComparison.Ordinal), term);
    }

    private sealed class Entry
    {
        public string? Id { get; set; }
        public string Kind { get; set; } = nameof(PartyKind.State);
        public List<string> Names { get; set; } = [];
        public List<string> Adjectives { get; set; } = [];
        public List<string> People { get; set; } = [];
        public List<string> Capitals { get; set; } = [];
        public Dictionary<string, List<string>> Organs { get; set; } = [];
        public List<string> Figures { get; set; } = [];
        public List<string> StateMedia { get; set; } = [];
        public List<string> Press { get; set; } = [];
        public Dictionary<string, List<string>> OnlyWith { get; set; } = [];
    }

    private sealed class CommonOrgan
    {
        public string Name { get; set; } = "";
        public List<string> Spellings { get; set; } = [];
    }
}
