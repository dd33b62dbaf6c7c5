using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearsay.Language;

/// <summary>
/// The projective tree with one root that has the highest sum of scores (Eisner 1996). Where each word's best head makes such a tree, that is the answer at once;
/// otherwise it costs the cube of the sentence's length, 16 sums at a time. It keeps the room that the work needs, and serves one thread.
/// </summary>
internal sealed class ProjectiveTree
{
    private const int Lane = 16;

    /// <summary>Lower than any sum of scores that are worth having.</summary>
    private const int Lowest = int.MinValue / 2;

    private readonly Stack<(Span Span, int From, int To)> open = new();
    private int size;

    // Best sums over spans. "Right" spans are headed by their first word, "left" ones by their last; "across" is the same by the span's last word first,
    // so that every inner loop runs along both of its operands.
    private int[] right = [], rightAcross = [], left = [], leftAcross = [], rightArcs = [], leftArcsAcross = [];

    private enum Span { Right, Left, RightArc, LeftArc }

    /// <summary>Writes each word's head, -1 for the root.</summary>
    /// <param name="scores">For each word a row: the score of the root as its head, then of each word. A score lies within 2^30 / 400 of 0.</param>
    /// <param name="stride">Distance of rows.</param>
    /// <param name="heads">The result, a word an element.</param>
    public void Find(ReadOnlySpan<int> scores, int stride, Span<int> heads)
    {
        for (var word = 0; word < heads.Length; word++)
        {
            var row = scores.Slice(word * stride, heads.Length + 1);
            var (best, from) = (Lowest, 0);
            for (var head = 0; head < row.Length; head++)
            {
                if (row[head] > best && head != word + 1) { (best, from) = (row[head], head); }
            }

            heads[word] = from - 1;
        }

        if (!IsTree(heads))
        {
            Search(scores, stride, heads);
        }
    }

    /// <summary>Whether heads make one projective tree.</summary>
    public static bool IsTree(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        for (var word = 0; word < heads.Length; word++)
        {
            var head = heads[word];
            if (head < 0)
            {
                roots++;
                continue;
            }

            // What lies under an arc hangs on something there; so the root does not lie under one.
            for (var between = Math.Min(word, head) + 1; between < Math.Max(word, head); between++)
            {
                if (heads[between] < Math.Min(word, head) || heads[between] > Math.Max(word, head))
                {
                    return false;
                }
            }
        }

        if (roots != 1)
        {
            return false;
        }

        for (var word = 0; word < heads.Length; word++)
        {
            var steps = 0;
            for (var node = word; node >= 0; node = heads[node])
            {
                if (++steps > heads.Length)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Search(ReadOnlySpan<int> scores, int stride, Span<int> heads)
    {
        var count = heads.Length;
        MakeRoom(count);
        for (var word = 0; word < count; word++)
        {
            var diagonal = (word * size) + word;
            (right[diagonal], rightAcross[diagonal], left[diagonal], leftAcross[diagonal]) = (0, 0, 0, 0);
        }

        for (var length = 1; length < count; length++)
        {
            for (var from = 0; from + length < count; from++)
            {
                var to = from + length;
                var (here, across) = ((from * size) + to, (to * size) + from);
                var inside = Best(right.AsSpan((from * size) + from, length), leftAcross.AsSpan(across + 1, length));
                rightArcs[here] = inside + scores[(to * stride) + from + 1];
                leftArcsAcross[across] = inside + scores[(from * stride) + to + 1];
                right[here] = rightAcross[across] = Best(rightArcs.AsSpan((from * size) + from + 1, length), rightAcross.AsSpan(across + 1, length));
                left[here] = leftAcross[across] = Best(left.AsSpan((from * size) + from, length), leftArcsAcross.AsSpan(across, length));
            }
        }

        var (root, best) = (0, int.MinValue);
        for (var word = 0; word < count; word++)
        {
            var sum = left[word] + right[(word * size) + count - 1] + scores[word * stride];
            if (sum > best) { (root, best) = (word, sum); }
        }

        heads[root] = -1;
        open.Push((Span.Left, 0, root));
        open.Push((Span.Right, root, count - 1));
        while (open.TryPop(out var span))
        {
            if (span.From < span.To)
            {
                Unfold(span, heads);
            }
        }
    }

    /// <summary>Finds again how a span's sum came about.</summary>
    private void Unfold((Span Span, int From, int To) span, Span<int> heads)
    {
        var (kind, from, to) = span;
        var (length, across) = (to - from, (to * size) + from);
        switch (kind)
        {
            case Span.Right:
                var last = from + 1 + Where(rightArcs.AsSpan((from * size) + from + 1, length), rightAcross.AsSpan(across + 1, length), right[(from * size) + to]);
                open.Push((Span.RightArc, from, last));
                open.Push((Span.Right, last, to));
                break;
            case Span.Left:
                var first = from + Where(left.AsSpan((from * size) + from, length), leftArcsAcross.AsSpan(across, length), leftAcross[across]);
                open.Push((Span.LeftArc, first, to));
                open.Push((Span.Left, from, first));
                break;
            default:
                (heads[to], heads[from]) = kind == Span.RightArc ? (from, heads[from]) : (heads[to], to);
                var ours = right.AsSpan((from * size) + from, length);
                var theirs = leftAcross.AsSpan(across + 1, length);
                var split = from + Where(ours, theirs, Best(ours, theirs));
                open.Push((Span.Right, from, split));
                open.Push((Span.Left, split + 1, to));
                break;
        }
    }

    private static int Where(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int sum)
    {
        var i = 0;
        while (a[i] + b[i] != sum) { i++; }
        return i;
    }

    /// <summary>Highest sum of two elements at the same place. The last vector may overlap the one before: a highest value does not mind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Best(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        ref var first = ref MemoryMarshal.GetReference(a);
        ref var second = ref MemoryMarshal.GetReference(b);
        var length = a.Length;
        if (length >= Lane)
        {
            var bests = Vector256.Max(Sum8(ref first, ref second, length - Lane), Sum8(ref first, ref second, length - (Lane / 2)));
            for (var i = 0; i < length - Lane; i += Lane)
            {
                bests = Vector256.Max(bests, Vector256.Max(Sum8(ref first, ref second, i), Sum8(ref first, ref second, i + (Lane / 2))));
            }

            return Highest(bests);
        }

        if (length >= Lane / 2)
        {
            return Highest(Vector256.Max(Sum8(ref first, ref second, 0), Sum8(ref first, ref second, length - (Lane / 2))));
        }

        var best = a[0] + b[0];
        for (var i = 1; i < length; i++) { best = Math.Max(best, a[i] + b[i]); }
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum8(ref int a, ref int b, int at) => Vector256.LoadUnsafe(ref a, (nuint)at) + Vector256.LoadUnsafe(ref b, (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Highest(Vector256<int> values)
    {
        var four = Vector128.Max(values.GetLower(), values.GetUpper());
        return Math.Max(Math.Max(four[0], four[1]), Math.Max(four[2], four[3]));
    }

    private void MakeRoom(int count)
    {
        if (size >= count)
        {
            return;
        }

        size = Math.Max(64, count * 5 / 4);
        right = new int[size * size];
        rightAcross = new int[size * size];
        left = new int[size * size];
        leftAcross = new int[size * size];
        rightArcs = new int[size * size];
        leftArcsAcross = new int[size * size];
    }
}
