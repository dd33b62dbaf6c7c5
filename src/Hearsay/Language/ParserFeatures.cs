using Hearsay.Models;

namespace Hearsay.Language;

/// <summary>
/// Features of a parser's state, after Zhang and Nivre (2011) with templates for prepositions that hang under their noun, as Universal Dependencies have it.
/// Numbers of templates are part of the model.
/// </summary>
internal static class ParserFeatures
{
    /// <summary>How many features a state has.</summary>
    public const int Count = 110;

    /// <summary>How many features an arc has for its label.</summary>
    public const int LabelCount = 34;

    /// <summary>Writes the hashes of the features that tell the next transition.</summary>
    public static void Write(ParserState state, Span<uint> f)
    {
        var (w, t, l, c) = (state.Words, state.Tags, state.Labels, state.Clusters);
        var (s0, s1, s2, b0) = (state.Stack(0), state.Stack(1), state.Stack(2), Math.Min(state.Buffer, state.None));
        var b1 = Math.Min(b0 + 1, state.None);
        var b2 = Math.Min(b0 + 2, state.None);
        var (s0l, s0l2, s0r, s0r2) = (state.Left1[s0], state.Left2[s0], state.Right1[s0], state.Right2[s0]);
        var (s1l, s1r, s1r2) = (state.Left1[s1], state.Right1[s1], state.Right2[s1]);
        var (b0l, b0l2) = (state.Left1[b0], state.Left2[b0]);
        var (s0w, s1w, s2w, b0w, b1w) = (w[s0], w[s1], w[s2], w[b0], w[b1]);
        var (s0t, s1t, s2t, b0t, b1t, b2t) = (t[s0], t[s1], t[s2], t[b0], t[b1], t[b2]);
        var (s0lt, s0rt, s1rt, b0lt) = (t[s0l], t[s0r], t[s1r], t[b0l]);
        var (s0c, s1c, b0c) = (c[s0], c[s1], c[b0]);
        var distance = Distance(b0 - s0);
        var distance1 = Distance(s0 - s1);
        var commas = (uint)Math.Min(3, state.Commas[b0] - state.Commas[s0]);
        var commas1 = (uint)Math.Min(3, state.Commas[s0] - state.Commas[s1 == state.None ? 0 : s1]);
        var s0Valency = (uint)(Math.Min(3, state.LeftCount[s0]) + (4 * Math.Min(3, state.RightCount[s0])));
        var s1Valency = (uint)(Math.Min(3, state.LeftCount[s1]) + (4 * Math.Min(3, state.RightCount[s1])));
        var b0Valency = (uint)Math.Min(3, state.LeftCount[b0]);
        var n = 0;
        f[n++] = FeatureHash.Of(0, s0w);
        f[n++] = FeatureHash.Of(1, s0t, b0t, s1t);
        f[n++] = FeatureHash.Of(2, s0w, s0t);
        f[n++] = FeatureHash.Of(3, s1w);
        f[n++] = FeatureHash.Of(4, s1t, s0t, s2t);
        f[n++] = FeatureHash.Of(5, s1w, s1t);
        f[n++] = FeatureHash.Of(6, b0w);
        f[n++] = FeatureHash.Of(7, b0t, b1t);
        f[n++] = FeatureHash.Of(8, b0w, b0t);
        f[n++] = FeatureHash.Of(9, b1w);
        f[n++] = FeatureHash.Of(10, b1t, b2t);
        f[n++] = FeatureHash.Of(11, b1w, b1t);
        f[n++] = FeatureHash.Of(12, w[b2], b2t);
        f[n++] = FeatureHash.Of(13, s2w, s2t);
        f[n++] = FeatureHash.Of(14, s0w, s0t ^ (b0t << 8), b0w);
        f[n++] = FeatureHash.Of(15, s0w, s0t, b0w);
        f[n++] = FeatureHash.Of(16, s0w, b0t, b0w);
        f[n++] = FeatureHash.Of(17, s0w, s0t, b0t);
        f[n++] = FeatureHash.Of(18, s0t, b0t, b0w);
        f[n++] = FeatureHash.Of(19, s0w, b0w);
        f[n++] = FeatureHash.Of(20, s0t, b0t);
        f[n++] = FeatureHash.Of(21, s1w, s0w);
        f[n++] = FeatureHash.Of(22, s1t, s0t);
        f[n++] = FeatureHash.Of(23, s1w, s0t);
        f[n++] = FeatureHash.Of(24, s1t, s0w);
        f[n++] = FeatureHash.Of(25, s1w, s1t ^ (s0t << 8), s0w);
        f[n++] = FeatureHash.Of(26, s1t, s0t, b0t);
        f[n++] = FeatureHash.Of(27, s1w, b0t);
        f[n++] = FeatureHash.Of(28, s1w, s0t, b0t);
        f[n++] = FeatureHash.Of(29, s1t, s0w, b0t);
        f[n++] = FeatureHash.Of(30, s1t, s0t, b0w);
        f[n++] = FeatureHash.Of(31, b0t, b1t, b2t);
        f[n++] = FeatureHash.Of(32, s0t, b0t, b1t);
        f[n++] = FeatureHash.Of(33, s0w, b0t, b1t);
        f[n++] = FeatureHash.Of(34, s0t, s0lt, b0t);
        f[n++] = FeatureHash.Of(35, s0t, s0rt, b0t);
        f[n++] = FeatureHash.Of(36, s0t, b0t, b0lt);
        f[n++] = FeatureHash.Of(37, s1t, s0t, s1rt);
        f[n++] = FeatureHash.Of(38, s1t, s0t, t[s1l]);
        f[n++] = FeatureHash.Of(39, s1t, s0t, s0lt);
        f[n++] = FeatureHash.Of(40, s1t, s0t, s0rt);
        f[n++] = FeatureHash.Of(41, s2t, s1t, s0t | (b0t << 8));
        f[n++] = FeatureHash.Of(42, s0w, distance);
        f[n++] = FeatureHash.Of(43, s0t, distance, commas);
        f[n++] = FeatureHash.Of(44, b0w, distance);
        f[n++] = FeatureHash.Of(45, b0t, distance, commas);
        f[n++] = FeatureHash.Of(46, s0t, b0t, distance | (commas << 8));
        f[n++] = FeatureHash.Of(47, s1t, s0t, distance1 | (commas1 << 8));
        f[n++] = FeatureHash.Of(48, s1w, distance1);
        f[n++] = FeatureHash.Of(49, s0w, s0Valency);
        f[n++] = FeatureHash.Of(50, s0t, s0Valency, b0t);
        f[n++] = FeatureHash.Of(51, b0w, b0Valency);
        f[n++] = FeatureHash.Of(52, b0t, b0Valency, s0t);
        f[n++] = FeatureHash.Of(53, s1t, s1Valency, s0t);
        f[n++] = FeatureHash.Of(54, s1w, s1Valency);
        f[n++] = FeatureHash.Of(55, w[s0l], l[s0l]);
        f[n++] = FeatureHash.Of(56, s0lt, l[s0l], s0t);
        f[n++] = FeatureHash.Of(57, w[s0r], l[s0r]);
        f[n++] = FeatureHash.Of(58, s0rt, l[s0r], s0t);
        f[n++] = FeatureHash.Of(59, w[b0l], l[b0l]);
        f[n++] = FeatureHash.Of(60, b0lt, l[b0l], b0t);
        f[n++] = FeatureHash.Of(61, w[s0l2], l[s0l2]);
        f[n++] = FeatureHash.Of(62, t[s0l2], l[s0l2], s0t);
        f[n++] = FeatureHash.Of(63, w[s0r2], l[s0r2]);
        f[n++] = FeatureHash.Of(64, t[s0r2], l[s0r2], s0t);
        f[n++] = FeatureHash.Of(65, w[b0l2], l[b0l2], b0t);
        f[n++] = FeatureHash.Of(66, w[s1l], l[s1l]);
        f[n++] = FeatureHash.Of(67, t[s1l], l[s1l], s1t);
        f[n++] = FeatureHash.Of(68, w[s1r], l[s1r]);
        f[n++] = FeatureHash.Of(69, s1rt, l[s1r], s1t);
        f[n++] = FeatureHash.Of(70, t[s1r2], l[s1r2], s1t);
        f[n++] = FeatureHash.Of(71, s0w, state.RightLabels[s0]);
        f[n++] = FeatureHash.Of(72, s0t, state.RightLabels[s0], b0t);
        f[n++] = FeatureHash.Of(73, s0w, state.LeftLabels[s0]);
        f[n++] = FeatureHash.Of(74, s0t, state.LeftLabels[s0], b0t);
        f[n++] = FeatureHash.Of(75, b0t, state.LeftLabels[b0], s0t);
        f[n++] = FeatureHash.Of(76, s1t, state.RightLabels[s1], s0t);
        f[n++] = FeatureHash.Of(77, s1t, state.LeftLabels[s1], s0t);
        f[n++] = FeatureHash.Of(78, s0t, s0lt, t[s0l2]);
        f[n++] = FeatureHash.Of(79, s0t, s0rt, t[s0r2]);
        f[n++] = FeatureHash.Of(80, b0t, b0lt, t[b0l2]);

        // Prepositions and conjunctions stand left of their word: what would attach it upwards is told by them.
        f[n++] = FeatureHash.Of(81, s1w, w[s0l], s0t);
        f[n++] = FeatureHash.Of(82, s1t, w[s0l], s0t);
        f[n++] = FeatureHash.Of(83, s2t, s1t, w[s0l]);
        f[n++] = FeatureHash.Of(84, s2w, w[s0l], s0t);
        f[n++] = FeatureHash.Of(85, s0w, b0w, b1t);
        f[n++] = FeatureHash.Of(86, s0t, b0w, b1w);
        f[n++] = FeatureHash.Of(87, s1t, w[s0l], b0t);
        f[n++] = FeatureHash.Of(88, s1t, s1Valency, w[s0l]);
        f[n++] = FeatureHash.Of(89, s1t, l[s1r], b0w);
        f[n++] = FeatureHash.Of(90, s0t, commas | (commas1 << 4), s1t | (b0t << 8));
        f[n++] = FeatureHash.Of(91, s0t, w[s0l], b0w);
        f[n++] = FeatureHash.Of(92, s0c, b0c, b0t);
        f[n++] = FeatureHash.Of(93, s1c, s0c, s0t);
        f[n++] = FeatureHash.Of(94, s0c, b0t, s0t);
        f[n++] = FeatureHash.Of(95, s1c, s0t, b0t);
        f[n++] = FeatureHash.Of(96, b0c, s0t, s1t);
        f[n++] = FeatureHash.Of(97, s1c, w[s0l], s0c);

        // What lies further off: the clause's verb ahead and behind, the next mark, the next conjunction, whether a quotation is open.
        var (verb, above, mark, conjunction) = (state.NextFinite[b0], state.FiniteBelow(1), state.NextSeparator[b0], state.NextConjunction[b0]);
        var open = (uint)((state.Quotes[b0] & 1) | (2 * (state.Quotes[s0] & 1)));
        var farVerb = Distance(verb - b0);
        var farMark = Distance(mark - b0);
        f[n++] = FeatureHash.Of(98, s0t | (t[verb] << 8), farVerb, b0t);
        f[n++] = FeatureHash.Of(99, t[above], s0t, b0t);
        f[n++] = FeatureHash.Of(100, t[above], state.RightLabels[above], s0t | (b0t << 8));
        f[n++] = FeatureHash.Of(101, t[Math.Min(b0 + 3, state.None)], b2t, b0t | (b1t << 8));
        f[n++] = FeatureHash.Of(102, t[state.Stack(3)], s2t, s1t | (s0t << 8));
        f[n++] = FeatureHash.Of(103, open, s0t, b0t);
        f[n++] = FeatureHash.Of(104, t[mark], farMark, s0t | (b0t << 8));
        f[n++] = FeatureHash.Of(105, Distance(conjunction - b0), t[mark], s0t | (b0t << 8));
        f[n++] = FeatureHash.Of(106, t[verb], t[mark] | (verb < mark ? 64u : 0), s0t | (b0t << 8));
        f[n++] = FeatureHash.Of(107, s1t, s0t, t[verb] | (verb < mark ? 64u : 0) | (b0t << 8));
        f[n++] = FeatureHash.Of(108, w[verb], s0t, b0t);
        f[n++] = FeatureHash.Of(109, w[above], s0t, b0t);
    }

    /// <summary>Writes the hashes of the features that tell the label of an arc. The dependent has all its own children by then.</summary>
    public static void WriteLabel(ParserState state, int head, int dependent, Span<uint> f)
    {
        var (w, t, l) = (state.Words, state.Tags, state.Labels);
        var (hw, ht, dw, dt) = (w[head], t[head], w[dependent], t[dependent]);
        var side = dependent < head ? 1u : 0u;
        var distance = Distance(Math.Abs(head - dependent)) | (side << 8);
        var (d1, d2, dr, dr2) = (state.Left1[dependent], state.Left2[dependent], state.Right1[dependent], state.Right2[dependent]);
        var (h1, hr) = (state.Left1[head], state.Right1[head]);
        var before = t[Math.Max(0, dependent - 1)];
        var after = t[dependent + 1];
        var commas = (uint)Math.Min(2, Math.Abs(state.Commas[head] - state.Commas[dependent]));
        var valency = (uint)(Math.Min(2, state.LeftCount[dependent]) + (3 * Math.Min(2, state.RightCount[dependent])));
        var n = 0;
        f[n++] = FeatureHash.Of(128, hw, dw, side);
        f[n++] = FeatureHash.Of(129, ht, dt, side);
        f[n++] = FeatureHash.Of(130, dw, ht, side);
        f[n++] = FeatureHash.Of(131, hw, dt, side);
        f[n++] = FeatureHash.Of(132, dw, dt);
        f[n++] = FeatureHash.Of(133, w[d1], dt, side);
        f[n++] = FeatureHash.Of(134, l[d1], t[d1] | (dt << 8), ht | (side << 8));
        f[n++] = FeatureHash.Of(135, w[d1], hw, dt);
        f[n++] = FeatureHash.Of(136, w[d1], dw);
        f[n++] = FeatureHash.Of(137, l[d2], t[d2] | (dt << 8), ht | (side << 8));
        f[n++] = FeatureHash.Of(138, w[d2], dt, ht | (side << 8));
        f[n++] = FeatureHash.Of(139, l[dr], t[dr] | (dt << 8), ht | (side << 8));
        f[n++] = FeatureHash.Of(140, w[dr], dt, ht | (side << 8));
        f[n++] = FeatureHash.Of(141, l[dr2], dt, ht | (side << 8));
        f[n++] = FeatureHash.Of(142, distance, ht, dt);
        f[n++] = FeatureHash.Of(143, distance, dw);
        f[n++] = FeatureHash.Of(144, commas, ht | (side << 8), dt);
        f[n++] = FeatureHash.Of(145, before, dt, ht | (side << 8));
        f[n++] = FeatureHash.Of(146, after, dt, ht | (side << 8));
        f[n++] = FeatureHash.Of(147, state.LeftLabels[head], ht, dt | (side << 8));
        f[n++] = FeatureHash.Of(148, state.RightLabels[head], ht, dt | (side << 8));
        f[n++] = FeatureHash.Of(149, state.LeftLabels[dependent], ht, dt | (side << 8));
        f[n++] = FeatureHash.Of(150, state.RightLabels[dependent], ht, dt | (side << 8));
        f[n++] = FeatureHash.Of(151, l[h1], w[h1], ht | (side << 8));
        f[n++] = FeatureHash.Of(152, l[hr], hw, dt | (side << 8));
        f[n++] = FeatureHash.Of(153, l[hr], w[hr], dt | (side << 8));
        f[n++] = FeatureHash.Of(154, valency, dt, ht | (side << 8));
        f[n++] = FeatureHash.Of(155, state.Clusters[head], state.Clusters[dependent], side);
        f[n++] = FeatureHash.Of(156, state.Clusters[dependent], ht, dt | (side << 8));
        f[n++] = FeatureHash.Of(157, state.Clusters[head], ht, dt | (side << 8));
        f[n++] = FeatureHash.Of(158, w[Math.Max(0, dependent - 1)], dt, ht | (side << 8));
        f[n++] = FeatureHash.Of(159, w[d1], ht, dt | (side << 8));
        f[n++] = FeatureHash.Of(160, state.LeftLabels[dependent], dw, side);
        f[n++] = FeatureHash.Of(161, state.RightLabels[head], hw, dt | (side << 8));
    }

    private static uint Distance(int words) => words switch
    {
        <= 4 => (uint)Math.Max(words, 0),
        <= 6 => 5,
        <= 10 => 6,
        <= 16 => 7,
        _ => 8,
    };
}
