namespace Hearsay.Cli;

/// <summary>Work spread over threads whose results come back in the order of the input.</summary>
internal static class OrderedParallel
{
    private const int AheadPerThread = 4; // bounds memory: so many results may wait for a slow one before them

    /// <summary>Applies <paramref name="map"/> to every item on at most <paramref name="threads"/> threads and yields the results in order.</summary>
    public static IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, int threads, Func<T, TResult> map)
    {
        if (threads == 1)
        {
            foreach (var item in items) { yield return map(item); }
            yield break;
        }

        var factory = new TaskFactory(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);
        var pending = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            pending.Enqueue(factory.StartNew(() => map(item)));
            if (pending.Count >= threads * AheadPerThread)
            {
                yield return pending.Dequeue().GetAwaiter().GetResult();
            }
        }

        while (pending.Count > 0)
        {
            yield return pending.Dequeue().GetAwaiter().GetResult();
        }
    }
}
