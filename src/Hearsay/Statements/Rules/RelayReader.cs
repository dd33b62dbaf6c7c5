using System.Collections.Immutable;

namespace Hearsay.Statements.Rules;

/// <summary>Looks through those who pass on what others say: behind a newspaper, an agency or "quoted" stands the one whose word it is.</summary>
internal sealed class RelayReader(AttributionFinder finder, SourceResolver resolver, ChainReader chain, IReadOnlyList<Quotation> quotations)
{
    /// <summary>The attributions of one sentence, each credited to the innermost hand, with the hands before it as relays.</summary>
    public List<Attribution> Read(SentenceWords words, List<Attribution> found)
    {
        var read = new List<Attribution>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var attribution = found[i];
            if (attribution.Lemma == "quote" && attribution.Construction is Construction.SubjectObject && Quoted(words, attribution, i + 1 < found.Count ? found[i + 1] : null) is { } quoted)
            {
                read.Add(quoted);
                if (i + 1 < found.Count && found[i + 1].Cue == quoted.Cue) { i++; }
            }
            else
            {
                read.Add(attribution.Lemma is "cite" ? attribution : LookThrough(words, attribution));
            }
        }

        // "citing officials" has given the origin of its sentence; it is no statement of its own then.
        var origins = read.Where(a => !a.Relays.IsEmpty).SelectMany(a => a.Relays.Append(a.Source ?? default)).ToHashSet();
        read.RemoveAll(a => a.Lemma is "cite" && a.Content.Any(content => origins.Any(origin => origin.Overlaps(content))));
        return read;
    }

    // "A quoted B as saying that …", "A quoted B, saying …"
    private static Attribution? Quoted(SentenceWords words, Attribution outer, Attribution? next)
    {
        if (outer.Source is not { } relay) { return null; }
        var content = words.Range(outer.Content[0]);
        for (var i = content.Start + 1; i + 1 < content.End; i++)
        {
            if (words[i].Lower == "as" && words[i + 1].Lower.EndsWith("ing", StringComparison.Ordinal) && i + 2 < content.End)
            {
                var said = outer.Content.SetItem(0, outer.Content[0] with { Start = words[i + 2].Span.Start });
                return outer with { Source = words.Span(content.Start, i), Cue = words.Span(i, i + 2), Lemma = "say", Content = said, Relays = [relay], Construction = Construction.SubjectClause };
            }
        }

        return next is { Construction: Construction.Dependent } && next.Source == relay ? next with { Source = outer.Content[0], Relays = [relay] } : null;
    }

    private Attribution LookThrough(SentenceWords words, Attribution outer)
    {
        if (outer.Source is not { } source || !chain.PassesOn(resolver.Describe(source), source)) { return outer; }
        var cited = Cited(words, outer);
        var relays = cited is { } citing ? [source, citing] : ImmutableArray.Create(source);
        if (Inner(words, outer) is { } inner) { return inner with { Relays = relays.AddRange(inner.Relays) }; }
        return cited is { } origin && resolver.Describe(origin).Type is not SourceType.Document ? outer with { Source = origin, Relays = [source] } : outer;
    }

    // "citing law enforcement sources" beside the cue, or at the head of the content.
    private static TextSpan? Cited(SentenceWords words, Attribution outer)
    {
        const int Reach = 30;
        var cue = words.Range(outer.Cue);
        for (var i = Math.Max(0, cue.Start - Reach); i < Math.Min(words.Count, cue.End + Reach); i++)
        {
            if (words[i].Lower is "citing" or "quoting" && !words[i].Quoted && !outer.Content.Any(content => content.Overlaps(words[i].Span)) && NounPhrases.After(words, i + 1) is { } named)
            {
                return words.Span(named.Start, named.End);
            }
        }

        return null;
    }

    // The attribution within what a relay passes on, where it makes up most of it.
    private Attribution? Inner(SentenceWords words, Attribution outer)
    {
        if (outer.Content.Length != 1 || outer.Content[0].End > words.Sentence.Span.End) { return null; }
        var range = words.Range(outer.Content[0]);
        while (range.Count > 3 && words[range.Start].Lower == "that") { range = range with { Start = range.Start + 1 }; }
        if (range.Count < 4) { return null; }
        return finder.Find(words.Slice(range), quotations)
            .Where(inner => inner.Source is not null && inner.Strength >= 0.5 && inner.Content.Sum(span => span.Length) * 2 >= outer.Content[0].Length)
            .MaxBy(inner => inner.Content.Sum(span => span.Length));
    }
}
