using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>For each word of a register, the words of the list that may be the same name: found by skeleton, with one class left out, then compared.</summary>
internal sealed class WordNeighbours
{
    private const int LeastShortened = 3; // a skeleton of fewer classes says too little to be shortened further
    private readonly int[] starts;
    private readonly int[] words;
    private readonly byte[] agreements;

    private WordNeighbours(int[] starts, int[] words, byte[] agreements)
    {
        this.starts = starts;
        this.words = words;
        this.agreements = agreements;
    }

    /// <summary>The list's words near a register's word, ascending.</summary>
    public ReadOnlySpan<int> WordsNear(int registerWord) => words.AsSpan(starts[registerWord], starts[registerWord + 1] - starts[registerWord]);

    /// <summary>How they agree, in the same order.</summary>
    public ReadOnlySpan<byte> AgreementsNear(int registerWord) => agreements.AsSpan(starts[registerWord], starts[registerWord + 1] - starts[registerWord]);

    /// <summary>How a word of the register agrees with one of the list.</summary>
    public WordAgreement Between(int registerWord, int listWord)
    {
        var start = starts[registerWord];
        var found = words.AsSpan(start, starts[registerWord + 1] - start).BinarySearch(listWord);
        return found < 0 ? WordAgreement.Different : (WordAgreement)agreements[start + found];
    }

    /// <summary>Finds the neighbours of every word.</summary>
    public static WordNeighbours Find(People list, People register, int threads)
    {
        var index = new SkeletonIndex(list.Known);
        var facts = new WordFacts(list.Known);
        var blocks = new (List<int> Counts, List<int> Words, List<byte> Agreements)[(register.Known.Length + 511) / 512];
        Parallel.For(0, blocks.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new NearWords(facts), (block, _, near) =>
        {
            var result = (Counts: new List<int>(512), Words: new List<int>(), Agreements: new List<byte>());
            for (var word = block * 512; word < Math.Min(register.Known.Length, (block + 1) * 512); word++)
            {
                near.Begin(register.Known[word]);
                if (register.Known[word] is { } known) { index.Offer(known, near); }
                var found = near.Finish();
                result.Counts.Add(found.Count);
                foreach (var (other, agreement) in found)
                {
                    result.Words.Add(other);
                    result.Agreements.Add((byte)agreement);
                }
            }

            blocks[block] = result;
            return near;
        }, _ => { });

        var starts = new int[register.Known.Length + 1];
        var all = blocks.Sum(block => block.Words.Count);
        var (words, agreements) = (new int[all], new byte[all]);
        var (at, next) = (0, 0);
        foreach (var (counts, near, how) in blocks)
        {
            near.CopyTo(words, at);
            how.CopyTo(agreements, at);
            foreach (var count in counts) { starts[++next] = at += count; }
        }

        return new WordNeighbours(starts, words, agreements);
    }

    /// <summary>The list's words by their skeletons, whole and shortened by one class.</summary>
    private sealed class SkeletonIndex
    {
        private readonly Dictionary<ulong, List<int>> whole = [];
        private readonly Dictionary<ulong, List<int>> shortened = []; // word and place, see Placed
        private readonly Dictionary<int, List<int>> byGiven = [];
        private readonly Dictionary<int, List<int>> byFather = [];

        public SkeletonIndex(Word?[] words)
        {
            foreach (var (number, word) in words.Index())
            {
                if (word is null) { continue; }
                foreach (var key in word.Keys)
                {
                    Add(whole, key, number);
                    var length = SoundKey.Length(key);
                    for (var place = 0; length > LeastShortened && place < length; place++) { Add(shortened, SoundKey.Without(key, place), Placed(number, place)); }
                }

                foreach (var form in word.Given) { Add(byGiven, form.Name, number); }
                foreach (var father in word.Fathers) { Add(byFather, father, number); }
            }
        }

        public void Offer(Word word, NearWords near)
        {
            void Try(List<int> candidates)
            {
                foreach (var candidate in candidates) { near.Offer(candidate); }
            }

            // Two shortened skeletons that are equal differ in one class at one place, or in two that change places.
            void TryPlaced(List<int> candidates, int place)
            {
                foreach (var candidate in candidates)
                {
                    if (place < 0 || Math.Abs((candidate & 15) - place) <= 1) { near.Offer(candidate >> 4); }
                }
            }

            foreach (var key in word.Keys)
            {
                if (whole.TryGetValue(key, out var same)) { Try(same); }
                if (shortened.TryGetValue(key, out var longer)) { TryPlaced(longer, -1); }
                var length = SoundKey.Length(key);
                for (var place = 0; length > LeastShortened && place < length; place++)
                {
                    var without = SoundKey.Without(key, place);
                    if (whole.TryGetValue(without, out var shorter)) { Try(shorter); }
                    if (shortened.TryGetValue(without, out var changed)) { TryPlaced(changed, place); }
                }
            }

            foreach (var form in word.Given)
            {
                if (byGiven.TryGetValue(form.Name, out var forms)) { Try(forms); }
            }

            foreach (var father in word.Fathers)
            {
                if (byFather.TryGetValue(father, out var sons)) { Try(sons); }
            }
        }

        private static int Placed(int word, int place) => (word << 4) | place;

        private static void Add<T>(Dictionary<T, List<int>> index, T key, int word) where T : notnull
        {
            if (!index.TryGetValue(key, out var words)) { index.Add(key, words = []); }
            if (words.Count == 0 || words[^1] != word) { words.Add(word); }
        }
    }
}
