using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Matters.Grouping;

namespace Hearsay.Tests.Matters.Grouping;

/// <summary>A forest that is changed step by step is the forest that grows at once from what is left, also where keys become too frequent and rare again.</summary>
public sealed class StoryForestTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Steps_give_the_same_forest_as_all_at_once(int seed)
    {
        var random = new Random(seed);
        var store = new Kept();
        var silenced = 0;
        for (var step = 0; step < 40; step++)
        {
            var gone = store.Threads.Keys.Where(_ => random.Next(step % 16 == 15 ? 2 : 80) == 0).ToList();
            List<DocumentThread> added = [.. Enumerable.Range(0, random.Next(1, 40)).Select(i => Make(random, $"{step}-{i}"))];
            if (gone.Count > 0 && random.Next(2) == 0) { added.Add(store.Threads[gone[0]].Thread.Value); } // taken out and put in again
            var forest = new StoryForest(store, gone);
            var moved = forest.Change(added);
            store.Apply(gone, added, moved.Select(id => (id, forest.ParentOf(id))));

            var whole = new StoryForest();
            whole.Change(store.Threads.Values.Select(kept => kept.Thread.Value));
            Assert.All(store.Threads.Values, kept => Assert.Equal(whole.ParentOf(kept.Id), kept.Parent));
            silenced += store.Silent > 0 ? 1 : 0;
        }

        Assert.InRange(silenced, 5, 39); // both sides of the limit were met
    }

    // A score of names for hundreds of threads, so that many keys pass the limit.
    private static DocumentThread Make(Random random, string name)
    {
        var keys = new SortedDictionary<string, float>(StringComparer.Ordinal);
        for (var i = 0; i < 6; i++) { keys[string.Create(CultureInfo.InvariantCulture, $"p:name{Math.Min(random.Next(20), random.Next(20))}")] = random.Next(3, 6); }
        for (var i = 0; i < 3; i++) { keys[string.Create(CultureInfo.InvariantCulture, $"n:{random.Next(5000)}")] = 6; }
        return new DocumentThread(name, "document " + name, random.Next(9) == 0 ? null : new DateOnly(2025, 1, 1).AddDays(random.Next(200)), ["s" + name], [.. keys]);
    }

    private sealed class Kept : IThreadStore
    {
        public Dictionary<string, KeptThread> Threads { get; } = new(StringComparer.Ordinal);

        public int Silent => Threads.Values.SelectMany(kept => kept.Index.Value).GroupBy(key => key).Count(key => key.Count() > StoryForest.LongestPosting);

        public IEnumerable<KeptThread> Holders(ulong key, int most) => Threads.Values.Where(kept => kept.Index.Value.Contains(key)).Take(most);

        public int Count(ulong key, int most) => Holders(key, most).Count();

        public KeptThread Find(string id) => Threads[id];

        public IEnumerable<KeptThread> Followers(string id) => Threads.Values.Where(kept => kept.Parent == id);

        public void Apply(List<string> gone, List<DocumentThread> added, IEnumerable<(string Id, string? Parent)> moved)
        {
            foreach (var id in gone) { Threads.Remove(id); }
            foreach (var thread in added) { Threads[thread.Id] = new KeptThread(thread.Id, thread.Document, thread.Day, 1, null, new Lazy<ImmutableArray<ulong>>(StoryForest.IndexOf(thread)), new Lazy<DocumentThread>(thread)); }
            foreach (var (id, parent) in moved.ToList()) { Threads[id] = Threads[id] with { Parent = parent }; }
        }
    }
}
