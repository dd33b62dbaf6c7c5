using System.Collections.Immutable;

namespace Hearsay.Matters.Grouping;

/// <summary>Where a forest finds the threads that it held before, one by one, so that adding a few does not load all.</summary>
internal interface IThreadStore
{
    /// <summary>Threads that are looked up by a key, at most <paramref name="most"/> of them, in any order.</summary>
    IEnumerable<KeptThread> Holders(ulong key, int most);

    /// <summary>How many threads are looked up by a key, counted up to <paramref name="most"/>.</summary>
    int Count(ulong key, int most);

    /// <summary>The thread of this id, which is there.</summary>
    KeptThread Find(string id);

    /// <summary>The threads that follow this one.</summary>
    IEnumerable<KeptThread> Followers(string id);
}

/// <summary>A thread as it was kept, with the one that it follows. What it is about is read when it is first compared.</summary>
/// <param name="Id">The thread's id.</param>
/// <param name="Document">SHA-256 of its document.</param>
/// <param name="Day">Its day.</param>
/// <param name="Statements">How many statements it has.</param>
/// <param name="Parent">Id of the thread that it follows, or null.</param>
/// <param name="Index">Hashes of the keys that it is looked up by.</param>
/// <param name="Thread">The thread.</param>
internal sealed record KeptThread(string Id, string Document, DateOnly? Day, int Statements, string? Parent, Lazy<ImmutableArray<ulong>> Index, Lazy<DocumentThread> Thread);
