namespace Hearsay.Language;

/// <summary>What the parser can do next (arc-hybrid; Kuhlmann, Gómez-Rodríguez and Satta 2011).</summary>
internal enum Transition
{
    /// <summary>The buffer's first word goes onto the stack.</summary>
    Shift,
    /// <summary>The top of the stack becomes a dependent of the buffer's first word.</summary>
    Left,
    /// <summary>The top of the stack becomes a dependent of the word below it.</summary>
    Right,
}

/// <summary>What kind of word a tag names, as far as the parser's features ask.</summary>
[Flags]
internal enum TagTraits : byte
{
    /// <summary>None of the kinds below.</summary>
    None,
    /// <summary>A comma, dash, bracket or quotation mark.</summary>
    Separator = 1,
    /// <summary>A quotation mark.</summary>
    Quote = 2,
    /// <summary>A verb that agrees with a subject.</summary>
    Finite = 4,
    /// <summary>A coordinating conjunction.</summary>
    Conjunction = 8,
}

/// <summary>
/// A sentence half parsed: stack, buffer and the arcs so far. Node 0 is the artificial root, nodes 1 to <see cref="Length"/> are the words, and the node after stands for "none".
/// One state is used again for every sentence.
/// </summary>
internal sealed class ParserState
{
    private readonly int[] stack;
    private readonly int[] finite;
    private int depth;
    private TagTraits[] traitsOfTags = [];

    /// <summary>Room for sentences of up to <paramref name="capacity"/> words.</summary>
    public ParserState(int capacity)
    {
        var size = capacity + 2;
        stack = new int[size];
        finite = new int[size];
        Words = new uint[size];
        Clusters = new uint[size];
        Tags = new uint[size];
        Heads = new int[size];
        Labels = new uint[size];
        Left1 = new int[size];
        Left2 = new int[size];
        Right1 = new int[size];
        Right2 = new int[size];
        LeftCount = new int[size];
        RightCount = new int[size];
        LeftLabels = new uint[size];
        RightLabels = new uint[size];
        Commas = new int[size];
        Quotes = new int[size];
        NextFinite = new int[size];
        NextSeparator = new int[size];
        NextConjunction = new int[size];
    }

    /// <summary>Words of the sentence.</summary>
    public int Length { get; private set; }

    /// <summary>The node that stands for "none".</summary>
    public int None => Length + 1;

    /// <summary>Hash of each node's form.</summary>
    public uint[] Words { get; }

    /// <summary>Cluster of each node's word.</summary>
    public uint[] Clusters { get; }

    /// <summary>Tag of each node, plus one; the root has a value of its own.</summary>
    public uint[] Tags { get; }

    /// <summary>Head of each node; -1 while it has none.</summary>
    public int[] Heads { get; }

    /// <summary>Label of the arc to the head, plus one; 0 while there is none.</summary>
    public uint[] Labels { get; }

    /// <summary>Leftmost and second leftmost left child.</summary>
    public int[] Left1 { get; }

    /// <inheritdoc cref="Left1"/>
    public int[] Left2 { get; }

    /// <summary>Rightmost and second rightmost right child.</summary>
    public int[] Right1 { get; }

    /// <inheritdoc cref="Right1"/>
    public int[] Right2 { get; }

    /// <summary>How many left children a node has so far.</summary>
    public int[] LeftCount { get; }

    /// <summary>How many right children a node has so far.</summary>
    public int[] RightCount { get; }

    /// <summary>Which labels a node's left children have, one bit a group of labels.</summary>
    public uint[] LeftLabels { get; }

    /// <summary>Which labels a node's right children have.</summary>
    public uint[] RightLabels { get; }

    /// <summary>How many commas, dashes and brackets stand before each node.</summary>
    public int[] Commas { get; }

    /// <summary>How many quotation marks stand before each node.</summary>
    public int[] Quotes { get; }

    /// <summary>The first finite verb from each node on.</summary>
    public int[] NextFinite { get; }

    /// <summary>The first separating mark from each node on.</summary>
    public int[] NextSeparator { get; }

    /// <summary>The first coordinating conjunction from each node on.</summary>
    public int[] NextConjunction { get; }

    /// <summary>First word of the buffer; <see cref="None"/> when it is empty.</summary>
    public int Buffer { get; private set; }

    /// <summary>True when every word has a head.</summary>
    public bool IsDone => Buffer > Length && depth == 1;

    /// <summary>Value of <see cref="Tags"/> for the root.</summary>
    public const uint RootTag = 63;

    /// <summary>Starts a sentence whose words, clusters and tags were written to nodes 1 to <paramref name="length"/>.</summary>
    /// <param name="length">Words of the sentence.</param>
    /// <param name="traits">What kind of word each tag names.</param>
    public void Start(int length, TagTraits[] traits)
    {
        Length = length;
        (Words[0], Clusters[0], Tags[0]) = (1, 0, RootTag);
        (Words[None], Clusters[None], Tags[None]) = (0, 0, 0);
        var used = length + 2;
        Heads.AsSpan(0, used).Fill(-1);
        Labels.AsSpan(0, used).Clear();
        Left1.AsSpan(0, used).Fill(None);
        Left2.AsSpan(0, used).Fill(None);
        Right1.AsSpan(0, used).Fill(None);
        Right2.AsSpan(0, used).Fill(None);
        LeftCount.AsSpan(0, used).Clear();
        RightCount.AsSpan(0, used).Clear();
        LeftLabels.AsSpan(0, used).Clear();
        RightLabels.AsSpan(0, used).Clear();
        traitsOfTags = traits;
        LookAround(traits);
        (stack[0], finite[0], depth) = (0, None, 1);
        Buffer = 1;
    }

    private void LookAround(TagTraits[] traits)
    {
        (Commas[0], Quotes[0]) = (0, 0);
        for (var i = 1; i <= None; i++)
        {
            var before = i > 1 ? traits[Tags[i - 1]] : TagTraits.None;
            Commas[i] = Commas[i - 1] + ((before & TagTraits.Separator) != 0 ? 1 : 0);
            Quotes[i] = Quotes[i - 1] + ((before & TagTraits.Quote) != 0 ? 1 : 0);
        }

        (NextFinite[None], NextSeparator[None], NextConjunction[None]) = (None, None, None);
        for (var i = Length; i >= 0; i--)
        {
            var trait = i > 0 ? traits[Tags[i]] : TagTraits.None;
            NextFinite[i] = (trait & TagTraits.Finite) != 0 ? i : NextFinite[i + 1];
            NextSeparator[i] = (trait & TagTraits.Separator) != 0 ? i : NextSeparator[i + 1];
            NextConjunction[i] = (trait & TagTraits.Conjunction) != 0 ? i : NextConjunction[i + 1];
        }

    }

    /// <summary>The nearest finite verb on the stack, from <paramref name="below"/> the top downwards; <see cref="None"/> where there is none.</summary>
    public int FiniteBelow(int below) => below < depth ? finite[depth - 1 - below] : None;

    /// <summary>The stack's element <paramref name="below"/> the top, or <see cref="None"/>.</summary>
    public int Stack(int below) => below < depth ? stack[depth - 1 - below] : None;

    /// <summary>How many nodes the stack holds, the root among them.</summary>
    public int Depth => depth;

    /// <summary>Whether a transition is possible. The root takes one dependent, last of all.</summary>
    public bool Allows(Transition transition) => transition switch
    {
        Transition.Shift => Buffer <= Length,
        Transition.Left => Buffer <= Length && depth > 1,
        _ => depth > 2 || (depth == 2 && Buffer > Length),
    };

    /// <summary>The possible transition with the highest score, the first of equals.</summary>
    public Transition Best(ReadOnlySpan<short> scores)
    {
        var best = -1;
        for (var i = 0; i <= (int)Transition.Right; i++)
        {
            if (Allows((Transition)i) && (best < 0 || scores[i] > scores[best]))
            {
                best = i;
            }
        }

        return (Transition)best;
    }

    /// <summary>The arc that <see cref="Transition.Left"/> or <see cref="Transition.Right"/> would make.</summary>
    public (int Head, int Dependent) ArcOf(Transition transition) =>
        transition == Transition.Left ? (Buffer, stack[depth - 1]) : (stack[depth - 2], stack[depth - 1]);

    /// <summary>Moves the buffer's first word onto the stack.</summary>
    public void Shift()
    {
        finite[depth] = (traitsOfTags[Tags[Buffer]] & TagTraits.Finite) != 0 ? Buffer : finite[depth - 1];
        stack[depth++] = Buffer++;
    }

    /// <summary>Takes the top of the stack away and makes it a dependent, with a label plus one.</summary>
    public void Attach(Transition transition, uint label)
    {
        var (head, dependent) = ArcOf(transition);
        depth--;
        Heads[dependent] = head;
        Labels[dependent] = label;
        if (dependent < head)
        {
            // In the arc-hybrid system left children come from the nearest to the farthest, so the newest is the leftmost.
            Left2[head] = Left1[head];
            Left1[head] = dependent;
            LeftCount[head]++;
            LeftLabels[head] |= 1u << (int)(label & 31);
        }
        else
        {
            Right2[head] = Right1[head];
            Right1[head] = dependent;
            RightCount[head]++;
            RightLabels[head] |= 1u << (int)(label & 31);
        }
    }
}
