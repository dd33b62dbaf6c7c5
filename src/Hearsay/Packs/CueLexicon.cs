using System.Collections.Frozen;
using Hearsay.Statements;

namespace Hearsay.Packs;

/// <summary>The cue words of a pack, found by any of their forms.</summary>
internal sealed class CueLexicon
{
    private readonly FrozenDictionary<string, CueForm[]> forms;

    public CueLexicon(IEnumerable<CueWord> words)
    {
        Words = [.. words];
        forms = Words
            .SelectMany(word => Inflect(word).GroupBy(form => form.Text, (text, all) =>
                (Text: text, Cue: new CueForm(word, all.Aggregate(WordForm.None, (sum, form) => sum | form.Form)))))
            .GroupBy(entry => entry.Text, entry => entry.Cue)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Every cue word, as the pack lists them.</summary>
    public IReadOnlyList<CueWord> Words { get; }

    /// <summary>The cue words of which <paramref name="lower"/>, in lower case, is a form; none for most words.</summary>
    public ReadOnlySpan<CueForm> Find(string lower) => forms.TryGetValue(lower, out var found) ? found : [];

    /// <summary>The cue word of a dictionary form and part of speech, or null.</summary>
    public CueWord? Word(string lemma, CueClass wanted)
    {
        foreach (var form in Find(lemma))
        {
            if (form.Word.Class == wanted && form.Word.Lemma == lemma) { return form.Word; }
        }

        return null;
    }

    /// <summary>Reads <c>cues.yml</c>.</summary>
    /// <exception cref="InvalidDataException">The file is not a list of cue words; the message says which entry is wrong, and how.</exception>
    public static CueLexicon Read(string file)
    {
        var entries = PackYaml.Read<List<Entry>>(file) ?? [];
        return new CueLexicon(entries.Select((entry, index) => entry.ToWord(file, index + 1)));
    }

    private static IEnumerable<(string Text, WordForm Form)> Inflect(CueWord word) => word.Class switch
    {
        CueClass.Verb => EnglishForms.OfVerb(word.Lemma),
        CueClass.Noun => EnglishForms.OfNoun(word.Lemma),
        _ => [(word.Lemma, WordForm.Base)],
    };

    private sealed class Entry
    {
        public string? Lemma { get; set; }
        public string Pos { get; set; } = "verb";
        public string Act { get; set; } = "other";
        public double Rate { get; set; } = 0.3;
        public List<string> Takes { get; set; } = [];
        public List<string> Flags { get; set; } = [];
        public Dictionary<string, string> Senses { get; set; } = [];

        public CueWord ToWord(string file, int number)
        {
            var complements = Complements.None;
            var prepositions = new List<string>();
            foreach (var name in Takes)
            {
                if (Enum.TryParse<Complements>(name, ignoreCase: true, out var complement)) { complements |= complement; }
                else { prepositions.Add(name); }
            }

            return new CueWord(
                string.IsNullOrWhiteSpace(Lemma) ? throw Wrong("has no lemma") : Lemma,
                Enum.TryParse<CueClass>(Pos, ignoreCase: true, out var pos) ? pos : throw Wrong($"has the part of speech '{Pos}'; write verb, noun or adjective"),
                Enum.TryParse<StatementAct>(Act, ignoreCase: true, out var act) ? act : throw Wrong($"has the act '{Act}', which statements do not know"),
                Rate is >= 0 and <= 1 ? Rate : throw Wrong("has a rate outside 0 to 1"),
                complements,
                prepositions.ToFrozenSet(StringComparer.Ordinal),
                Flags.Contains("denies") || Flags.Contains("rejects"),
                Flags.Contains("rejects"),
                Flags.Contains("hedges"),
                Senses.ToFrozenDictionary(sense => sense.Key, sense => Enum.TryParse<StatementAct>(sense.Value, ignoreCase: true, out var named) ? named : throw Wrong($"has the act '{sense.Value}' for '{sense.Key}'"), StringComparer.Ordinal));

            InvalidDataException Wrong(string what) => new($"{file}: entry {number} ({Lemma}) {what}.");
        }
    }
}
