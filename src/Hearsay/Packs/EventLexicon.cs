using System.Collections.Frozen;

namespace Hearsay.Packs;

/// <summary>What part of speech a trigger is.</summary>
internal enum TriggerClass
{
    /// <summary>"refused".</summary>
    Verb,
    /// <summary>"refusal".</summary>
    Noun,
    /// <summary>"ready".</summary>
    Adjective,
}

/// <summary>How far from a trigger the words that it needs may stand.</summary>
internal enum TriggerReach
{
    /// <summary>Among the words that depend on it, or that it depends on.</summary>
    Argument,
    /// <summary>In its sentence.</summary>
    Sentence,
    /// <summary>Anywhere in the document.</summary>
    Document,
}

/// <summary>Words that tell an event, and where its participants stand around them.</summary>
/// <param name="Type">The event's type.</param>
/// <param name="Rest">Lemmas that must follow the first one shortly; empty for most.</param>
/// <param name="Class">What part of speech it is.</param>
/// <param name="With">Lemmas of which one must be within <paramref name="Reach"/>; empty where it always counts.</param>
/// <param name="Reach">How far that is.</param>
/// <param name="Verbs">For nouns: lemmas of which the verb that it is subject or object of must be one; empty where any will do.</param>
/// <param name="Also">Lemmas that count like those of <paramref name="With"/> where the document is about <paramref name="About"/>: "released 40 people" is told of many things.</param>
/// <param name="About">Lemmas of which the document must be about some; empty where any document will do. Where <paramref name="Also"/> has words, only these need it.</param>
/// <param name="OfPatient">True where the word of the list must be whom it happens to: "released the men", not "released a film about the men".</param>
/// <param name="Nationals">False where a nation's people do not count as such words: "Americans were killed" tells of no prisoners.</param>
/// <param name="Roles">Names of roles with the slots in which their holders stand, best first.</param>
internal sealed record EventTrigger(
    string Type, string[] Rest, TriggerClass Class, WordList With, TriggerReach Reach, WordList Verbs, WordList Also, WordList About, bool OfPatient, bool Nationals, IReadOnlyList<(string Role, string[] Slots)> Roles)
{
    /// <summary>True where the verb's subject is whom it happens to ("prisoners died"), not who does it.</summary>
    public bool HappensToSubject { get; } = Roles.Any(role => role.Slots.Contains("subject") && role.Slots.Contains("people"));

    /// <summary>True where the verb is of what happens to people, so that a nation's people count as such.</summary>
    public bool HappensToPeople { get; } = Nationals && Class is TriggerClass.Verb && Roles.Any(role => role.Slots is ["subject" or "object", "people", ..]);
}

/// <summary>The event types of a pack, found by the lemmas that tell them, from <c>events.yml</c>.</summary>
internal sealed class EventLexicon
{
    private readonly FrozenDictionary<string, EventTrigger[]> triggers;

    private EventLexicon(IEnumerable<(string Lemma, EventTrigger Trigger)> triggers, WordList people)
    {
        this.triggers = triggers.GroupBy(entry => entry.Lemma, entry => entry.Trigger).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        People = people;
    }

    /// <summary>Lemmas of people that events happen to.</summary>
    public WordList People { get; }

    /// <summary>The triggers that begin with a lemma, in the pack's order; none for most words.</summary>
    public ReadOnlySpan<EventTrigger> Find(string lemma) => triggers.TryGetValue(lemma, out var found) ? found : [];

    /// <summary>Reads the file; where there is none, no event is known.</summary>
    /// <exception cref="InvalidDataException">The file does not have the expected form; the message says which event is wrong, and how.</exception>
    public static EventLexicon Read(string file)
    {
        var entries = File.Exists(file) ? PackYaml.Read<Entries>(file) ?? new Entries() : new Entries();
        return new EventLexicon(entries.Events.SelectMany(entry => entry.Read(file, entries.Words)), new WordList(entries.Words.GetValueOrDefault("people", [])));
    }

    private sealed class Entries
    {
        public Dictionary<string, List<string>> Words { get; set; } = [];
        public List<EventEntry> Events { get; set; } = [];
    }

    private sealed class EventEntry
    {
        public string Type { get; set; } = "";
        public List<TriggerEntry> Triggers { get; set; } = [];

        public IEnumerable<(string, EventTrigger)> Read(string file, Dictionary<string, List<string>> lists)
        {
            if (Type.Length == 0) { throw new InvalidDataException($"{file}: an event has no type."); }
            return Triggers.SelectMany(trigger => trigger.Read(file, Type, lists));
        }
    }

    private sealed class TriggerEntry
    {
        public List<string> Words { get; set; } = [];
        public string As { get; set; } = nameof(TriggerClass.Verb);
        public List<string> With { get; set; } = [];
        public string Near { get; set; } = nameof(TriggerReach.Argument);
        public List<string> Verbs { get; set; } = [];
        public List<string> Also { get; set; } = [];
        public List<string> About { get; set; } = [];
        public bool Patient { get; set; }
        public bool Nationals { get; set; } = true;
        public Dictionary<string, List<string>> Roles { get; set; } = [];

        public IEnumerable<(string, EventTrigger)> Read(string file, string type, Dictionary<string, List<string>> lists)
        {
            var word = Enum.TryParse<TriggerClass>(As, ignoreCase: true, out var known) ? known : throw Wrong($"'{As}' is no part of speech; write verb, noun or adjective");
            var reach = Enum.TryParse<TriggerReach>(Near, ignoreCase: true, out var distance) ? distance : throw Wrong($"'{Near}' is no distance; write argument, sentence or document");
            var roles = Roles.Select(role => (role.Key, role.Value.ToArray())).ToList();
            if (Also.Count > 0 && About.Count == 0) { throw Wrong("'also' needs 'about'"); }
            var (with, verbs, also, about) = (Union(With), Union(Verbs), Union(Also), Union(About));
            return Words.Select(words => words.Split(' ')).Select(words => (words[0], new EventTrigger(type, words[1..], word, with, reach, verbs, also, about, Patient, Nationals, roles)));

            WordList Union(List<string> names) =>
                new(names.SelectMany(name => lists.TryGetValue(name, out var list) ? list : throw Wrong($"there is no list of words '{name}'")));

            InvalidDataException Wrong(string what) => new($"{file}: a trigger of {type} ({string.Join(", ", Words)}): {what}.");
        }
    }
}
