using Hearsay.Language;

namespace Hearsay.Training.Language;

/// <summary>Gathers what the lexicon holds: which tags, names and lemmas each word has, and rules for lemmas of words that are not in it.</summary>
internal static class LexiconTraining
{
    /// <summary>A word counts as known to the tagger from this many occurrences: the rarer ones teach it what unknown words are like.</summary>
    private const int Known = 3;

    /// <summary>A word has one tag only from this many occurrences, at <see cref="Sure"/>.</summary>
    private const int Often = 20;

    private const double Sure = 0.997;

    /// <summary>Builds the lexicon of <paramref name="sentences"/>.</summary>
    public static Lexicon Build(IReadOnlyList<TrainingSentence> sentences, Inventory inventory)
    {
        var words = Count(sentences);
        var classes = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var naming = new HashSet<byte>(inventory.Tags.Select((tag, index) => (tag, index)).Where(pair => pair.tag is "NNP" or "NNPS").Select(pair => (byte)(pair.index + 1)));
        var rules = Rules(words, naming);
        var byRule = new Lexicon([], rules, naming);
        var entries = new List<LexiconEntry>();
        foreach (var (word, counts) in words.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var total = counts.Tags.Values.Sum();
            var lemmas = counts.Lemmas.GroupBy(pair => pair.Key.Tag)
                .Select(group => (Tag: group.Key, group.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Lemma, StringComparer.Ordinal).First().Key.Lemma))
                .OrderBy(pair => pair.Tag).ToArray();
            if (total < Known && lemmas.All(pair => byRule.LemmaOf(word, -1, pair.Tag) == pair.Lemma))
            {
                continue;
            }

            ushort tagClass = 0;
            byte onlyTag = 0;
            if (total >= Known)
            {
                var common = counts.Tags.Where(pair => pair.Value >= total * 0.02).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).Take(4);
                var key = string.Join(' ', common);
                if (!classes.TryGetValue(key, out tagClass))
                {
                    classes.Add(key, tagClass = (ushort)(classes.Count + 1));
                }

                var top = counts.Tags.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First();
                onlyTag = total >= Often && top.Value >= total * Sure ? top.Key : (byte)0;
            }

            entries.Add(new LexiconEntry(word, tagClass, onlyTag, 0, NamingOf(counts.Classes, total), lemmas));
        }

        return new Lexicon(entries, rules, naming);
    }

    private static SortedDictionary<string, WordCounts> Count(IReadOnlyList<TrainingSentence> sentences)
    {
        var words = new SortedDictionary<string, WordCounts>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                var word = sentence.Words[i].Replace('\u2019', '\'');
                if (!words.TryGetValue(word, out var counts))
                {
                    words.Add(word, counts = new WordCounts());
                }

                counts.Tags[sentence.Tags[i]] = counts.Tags.GetValueOrDefault(sentence.Tags[i]) + 1;
                counts.Classes[sentence.Classes[i]]++;
                counts.Lemmas[(sentence.Tags[i], sentence.Lemmas[i])] = counts.Lemmas.GetValueOrDefault((sentence.Tags[i], sentence.Lemmas[i])) + 1;
            }
        }

        return words;
    }

    /// <summary>For each tag and ending the change that most words with them have; an ending whose change is that of the shorter one is left out.</summary>
    private static SortedDictionary<string, LemmaRule> Rules(SortedDictionary<string, WordCounts> words, HashSet<byte> naming)
    {
        var votes = new SortedDictionary<string, Dictionary<LemmaRule, int>>(StringComparer.Ordinal);
        foreach (var (word, counts) in words)
        {
            var lower = word.ToLowerInvariant();
            foreach (var (tag, lemma) in counts.Lemmas.Keys.Where(key => !naming.Contains(key.Tag)))
            {
                var common = 0;
                while (common < Math.Min(lower.Length, lemma.Length) && lower[common] == lemma[common]) { common++; }
                if (common == 0 || lower.Length - common > Lexicon.LongestEnding || !word.All(char.IsLetter))
                {
                    continue;
                }

                var rule = new LemmaRule((byte)(lower.Length - common), lemma[common..]);
                for (var length = 0; length <= Math.Min(Lexicon.LongestEnding, lower.Length - 1); length++)
                {
                    var key = (char)tag + lower[^length..];
                    if (!votes.TryGetValue(key, out var rules))
                    {
                        votes.Add(key, rules = []);
                    }

                    rules[rule] = rules.GetValueOrDefault(rule) + 1;
                }
            }
        }

        var chosen = new SortedDictionary<string, LemmaRule>(StringComparer.Ordinal);
        foreach (var (key, rules) in votes.OrderBy(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var best = rules.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Cut).ThenBy(pair => pair.Key.Added, StringComparer.Ordinal).First();
            if (key.Length == 1 || (best.Value >= 2 && Shorter(key) != best.Key))
            {
                chosen.Add(key, best.Key);
            }
        }

        return chosen;

        LemmaRule Shorter(string key)
        {
            for (var from = 2; from <= key.Length; from++)
            {
                if (chosen.TryGetValue(key[0] + key[from..], out var rule))
                {
                    return rule;
                }
            }

            return default;
        }
    }

    /// <summary>1 for words often seen and never in a name; from 2 on by the kinds of names they are mostly in; 0 where too little is known.</summary>
    private static byte NamingOf(int[] classes, int total)
    {
        var names = total - classes[0];
        if (total < 5)
        {
            return 0;
        }

        if (names == 0)
        {
            return (byte)(total >= 10 ? 1 : 2);
        }

        var top = Array.IndexOf(classes, classes[1..].Max(), 1);
        var share = names * 10 / total;
        return (byte)(3 + (top * 8) + (classes[top] * 10 >= names * 8 ? 4 : 0) + (share >= 9 ? 3 : share >= 5 ? 2 : share >= 1 ? 1 : 0));
    }

    private sealed class WordCounts
    {
        public SortedDictionary<byte, int> Tags { get; } = [];

        public int[] Classes { get; } = new int[Entities.Classes];

        public Dictionary<(byte Tag, string Lemma), int> Lemmas { get; } = [];
    }
}
