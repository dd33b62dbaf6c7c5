using System.Collections;

namespace Hearsay.Language;

/// <summary>Tokens that hang on the same one, in text order. Going through them makes no object, since it is done for almost every word.</summary>
/// <param name="first">The first, or -1.</param>
/// <param name="next">The one behind each token, or -1.</param>
internal readonly struct Siblings(int first, int[] next) : IEnumerable<int>
{
    public Enumerator GetEnumerator() => new(first, next);

    IEnumerator<int> IEnumerable<int>.GetEnumerator()
    {
        for (var token = first; token >= 0; token = next[token]) { yield return token; }
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<int>)this).GetEnumerator();

    /// <summary>Where one is.</summary>
    public struct Enumerator(int first, int[] next)
    {
        private int following = first;

        public int Current { get; private set; } = -1;

        public bool MoveNext()
        {
            Current = following;
            if (following >= 0) { following = next[following]; }
            return Current >= 0;
        }
    }
}
