using System.Text;
using Hearsay.Rolls.Names;

namespace Hearsay.Rolls.Linkage;

/// <summary>Reads a sheet into <see cref="People"/>: pieces side by side, words known once each, parts of full names told apart.</summary>
internal static class PeopleReader
{
    public static People Read(RollSheet sheet, RollColumns columns, int threads)
    {
        var pieces = new EncodedPiece[sheet.Pieces.Length];
        var workerOf = new int[pieces.Length];
        var workers = new List<WordInterner>();
        var next = -1;
        Parallel.For(0, Math.Clamp(threads, 1, Math.Max(1, pieces.Length)), new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            var interner = new WordInterner();
            int number;
            lock (workers)
            {
                number = workers.Count;
                workers.Add(interner);
            }

            var encoder = new PieceEncoder(columns, interner);
            for (int piece; (piece = Interlocked.Increment(ref next)) < pieces.Length;)
            {
                pieces[piece] = encoder.Encode(sheet.Pieces[piece]());
                workerOf[piece] = number;
            }
        });

        return Merge(pieces, workerOf, workers, threads, columns[RollField.Surname] < 0);
    }

    private static People Merge(EncodedPiece[] pieces, int[] workerOf, List<WordInterner> workers, int threads, bool fullNames)
    {
        var written = new WordInterner();
        var renumbered = new int[workers.Count][];
        foreach (var (worker, interner) in workers.Index())
        {
            renumbered[worker] = new int[interner.Count];
            for (var word = 0; word < interner.Count; word++) { renumbered[worker][word] = written.Intern(interner[word]); }
        }

        var starts = new int[pieces.Length + 1];
        for (var piece = 0; piece < pieces.Length; piece++) { starts[piece + 1] = starts[piece] + pieces[piece].Count; }
        var count = starts[^1];
        var facts = pieces.Any(piece => piece.Facts is not null) ? new int[count * 4] : null;
        var people = new People
        {
            Count = count,
            Words = new int[count * People.Slots],
            Born = new int[count],
            Facts = facts,
            OrderKnown = new bool[count],
            Problems = Problems(pieces, starts),
            Written = written,
            Known = new Word?[written.Count],
            Frequency = new int[written.Count],
        };
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, pieces.Length, options, piece => Place(pieces[piece], starts[piece], renumbered[workerOf[piece]], people));
        KnowWords(people, options);
        if (fullNames) { Parallel.For(0, pieces.Length, options, piece => NameOrder.Arrange(people, pieces[piece], starts[piece])); }
        return people;
    }

    /// <summary>People whose columns were kept; the words are read again.</summary>
    public static People Restore(WordInterner written, int count, int[] words, int[] born, int[]? facts, bool[] orderKnown, IReadOnlyDictionary<int, string> problems, int threads)
    {
        var people = new People
        {
            Count = count, Words = words, Born = born, Facts = facts, OrderKnown = orderKnown, Problems = problems,
            Written = written, Known = new Word?[written.Count], Frequency = new int[written.Count],
        };
        KnowWords(people, new ParallelOptions { MaxDegreeOfParallelism = threads });
        return people;
    }

    private static void KnowWords(People people, ParallelOptions options)
    {
        foreach (var word in people.Words)
        {
            if (word >= 0) { people.Frequency[word]++; }
        }

        var count = people.Written.Count;
        Parallel.For(0, (count + 1023) / 1024, options, block =>
        {
            for (var word = block * 1024; word < Math.Min(count, (block + 1) * 1024); word++)
            {
                if (people.Frequency[word] > 0) { people.Known[word] = Word.Of(Encoding.UTF8.GetString(people.Written[word])); }
            }
        });
    }

    private static void Place(EncodedPiece piece, int start, int[] renumbered, People people)
    {
        var words = people.Words.AsSpan(start * People.Slots, piece.Count * People.Slots);
        for (var at = 0; at < words.Length; at++) { words[at] = piece.Words[at] is >= 0 and var word ? renumbered[word] : -1; }
        piece.Born.CopyTo(people.Born, start);
        piece.OrderKnown.CopyTo(people.OrderKnown, start);
        if (people.Facts is not { } facts) { return; }
        for (var at = 0; at < piece.Count * 4; at++) { facts[(start * 4) + at] = piece.Facts is { } own && own[at] >= 0 ? renumbered[own[at]] : -1; }
    }

    private static Dictionary<int, string> Problems(EncodedPiece[] pieces, int[] starts)
    {
        var problems = new Dictionary<int, string>();
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            foreach (var (record, problem) in pieces[piece].Problems) { problems.Add(starts[piece] + record, problem); }
        }

        return problems;
    }
}
