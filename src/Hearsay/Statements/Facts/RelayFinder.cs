using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Language.Coreference;
using Hearsay.Packs;
using Hearsay.Statements.Rules;
using Hearsay.Statements.Sources;

namespace Hearsay.Statements.Facts;

/// <summary>Looks through those who pass on what others say: behind a newspaper, an agency, "quoted" or "citing" stands the one whose word it is. All by the sentence's tree.</summary>
internal sealed class RelayFinder(GrammarTree tree, DomainPack pack, AttributionFinder finder, SourceResolver resolver, References? references, IReadOnlyList<Quotation> quotations)
{
    private readonly SourceWords sources = pack.Sources;
    private readonly Phrases phrases = new(tree, pack.Sources);
    private readonly Citations citations = new(tree, pack.Sources, new Phrases(tree, pack.Sources));

    /// <summary>The attributions of one sentence, each credited to the innermost hand, with the hands before it as relays, outermost first.</summary>
    public List<Attribution> Read(SentenceWords words, List<Attribution> found)
    {
        var read = new List<Attribution>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var next = i + 1 < found.Count ? found[i + 1] : null;
            if (found[i].Lemma is "quote" or "cite" && Quoted(found[i], next) is { } quoted)
            {
                read.Add(Outward(words, quoted));
                if (next is not null && next.Cue.Overlaps(quoted.Cue)) { i++; }
                continue;
            }

            if (found[i].Lemma is "cite" or "quote" or "refer" && found.Count > 1 && IsAside(found[i])) { continue; }
            read.Add(Outward(words, QuotedBefore(found[i]) ?? Inward(words, found[i])));
        }

        if (read.TrueForAll(IsAside) && CitedClause(words) is { } cited) { return [cited]; }
        read.RemoveAll(one => read.Exists(other => !ReferenceEquals(one, other) && other.Cue == one.Cue && other.Relays.Length > one.Relays.Length && other.Content[0].Overlaps(one.Content[0]))); // "said so, as the Courier reported": said once
        return read.ConvertAll(inner => inner.Relays.IsEmpty && read.Find(outer => outer.Lemma is "accord" && Opens(outer, inner))?.Source is { } teller ? inner with { Relays = [teller] } : inner);
    }

    // "The service said that there were three, according to a lawmaker": the content begins with whoever the lawmaker quotes.
    private bool Opens(Attribution outer, Attribution inner) =>
        inner.Source is { } source && !ReferenceEquals(outer, inner) && outer.Content[0].Start < outer.Cue.Start && outer.Content[0].Contains(inner.Cue) && tree.Range(source).Start - tree.Range(outer.Content[0]).Start <= 1;

    // "A quoted B as saying that …", "A quoted B, saying …", "A cited B as saying"
    private Attribution? Quoted(Attribution outer, Attribution? next)
    {
        if (outer.Source is not { } relay) { return null; }
        var frame = new CueFrame(tree, outer);
        if (frame.Roots.IsEmpty || frame.Roots[0] < frame.Head) { return null; }
        if (CitingBetween(frame) is { } between) { return between; }
        var content = tree.Range(outer.Content[0]);
        for (var t = content.Start + 1; t + 1 < content.End; t++)
        {
            if (tree.Is(t, "as") && tree.Tag(t + 1) is "VBG" && t + 2 < content.End)
            {
                var said = outer.Content.SetItem(0, outer.Content[0] with { Start = tree.Span(t + 2).Start });
                return outer with { Source = tree.Span(phrases.Tidy(new TokenRange(content.Start, t))), Cue = tree.Span(new TokenRange(t, t + 2)), Lemma = tree.Lemma(t + 1), Content = said, Relays = [relay], Construction = Construction.SubjectClause };
            }
        }

        var saidBySame = next is { Construction: Construction.Dependent } && next.Source == relay && tree.Lemma(tree.HeadOf(next.Cue)) is not ("cite" or "quote");
        return saidBySame && phrases.Names(tree.HeadOf(outer.Content[0])) ? next! with { Source = outer.Content[0], Relays = [relay] } : null;
    }

    // "A quoted the group B that helps deserters, saying …": whoever the models took for the source of "saying", it is B.
    private Attribution? QuotedBefore(Attribution attribution)
    {
        var frame = new CueFrame(tree, attribution);
        if (tree.Tag(frame.Head) is not "VBG") { return null; }
        for (var t = frame.Head - 1; t > frame.Sentence.Start; t--)
        {
            if (tree.Lemma(t) != "quote" || !tree.IsVerb(t) || frame.InContent(t) || tree.Child(t, "auxpass") >= 0) { continue; }
            return tree.Child(t, "dobj") is >= 0 and var quoted && quoted > t && quoted < frame.Head && phrases.Phrase(quoted, -1) is { } source
                && tree.Child(t, "nsubj") is >= 0 and var subject && phrases.Phrase(subject, -1) is { } relay
                ? attribution with { Source = source, Relays = [relay] }
                : null;
        }

        return null;
    }

    // "A reported, citing B, that …", where "citing" was taken for the cue
    private Attribution? CitingBetween(CueFrame frame)
    {
        var governor = tree.Head(frame.Head);
        if (tree.Tag(frame.Head) is not "VBG" || governor < 0 || frame.InContent(governor) || pack.Cues.Word(tree.Lemma(governor), CueClass.Verb) is not { Reports: true } word) { return null; }
        if (tree.Child(frame.Head, "dobj") is not (>= 0 and var cited) || phrases.Phrase(cited, -1) is not { } source) { return null; }
        var that = frame.Opening(30).FirstOrDefault(t => t > cited && tree.Is(t, "that") && tree.Tag(t) is "IN", -1);
        if (that < 0 || tree.IsUnder(that, cited)) { return null; }
        var said = frame.Attribution.Content.Select(span => span with { Start = Math.Max(span.Start, tree.Span(that).Start) }).Where(span => !span.IsEmpty && span.Start < span.End);
        return frame.Attribution with { Source = source, Cue = tree.Span(governor), Lemma = tree.Lemma(governor), Act = word.Act, Content = [.. said], Relays = [frame.Attribution.Source!.Value], Construction = Construction.SubjectClause };
    }

    // "Nord reported, citing an officer, that …": "that" behind the comma opens what is reported, and does not tell of the officer.
    private TokenRange? Reported(int cited, TokenRange sentence)
    {
        var end = tree.WithoutPeriod(sentence).End;
        for (var t = cited + 1; t + 3 < end; t++)
        {
            if (tree.Is(t, ",") && tree.Is(t + 1, "that") && tree.HasFinite(new TokenRange(t + 2, end))) { return new TokenRange(t + 1, end); }
        }

        return null;
    }

    // "citing officials" gives the origin of its sentence; it is no statement of its own.
    private bool IsAside(Attribution attribution)
    {
        var frame = new CueFrame(tree, attribution);
        return (tree.Tag(frame.Head) is "VBG" || (frame.Head > 0 && tree.Is(frame.Head - 1, "which"))) && !frame.Roots.IsEmpty && !tree.IsVerb(frame.Roots[0]);
    }

    // Whose word it is, where the source passes on what another says.
    private Attribution Inward(SentenceWords words, Attribution outer)
    {
        if (outer.Source is not { } source) { return outer; }
        var cited = citations.Cited(words, outer) is { } named && !(resolver.Describe(named).Type is SourceType.Document) ? named : (TextSpan?)null;
        if (PassesOn(source))
        {
            var relays = cited is { } citing ? [source, citing] : ImmutableArray.Create(source);
            if (Inner(words, outer) is { } inner) { return inner with { Relays = relays.AddRange(inner.Relays) }; }
        }

        if (ToldBy(outer) is { } told) { return told; }
        if (cited is not { } origin || !Follows(outer, origin)) { return outer; }
        return citations.Further(origin) is { } last ? outer with { Source = last, Relays = [source, origin] } : outer with { Source = origin, Relays = [source] };
    }

    // "Orlik said that she had been told by an official that the bus was late": it is the official's word, which Orlik passes on.
    private Attribution? ToldBy(Attribution outer)
    {
        if (outer.Source is not { } relay || outer.Content.Length != 1) { return null; }
        var content = tree.Range(outer.Content[0]);
        foreach (var root in new CueFrame(tree, outer).Roots)
        {
            if (tree.Tag(root) is not "VBN" || tree.Lemma(root) is not ("tell" or "inform" or "assure") || tree.Child(root, "auxpass") < 0 || tree.Child(root, "neg") >= 0 || tree.Child(root, "nsubjpass") is not (>= 0 and var told) || !tree.IsPronoun(told)) { continue; }
            var teller = tree.Children(root).FirstOrDefault(child => child > root && tree.Relation(child) is "nmod" or "nmod:agent" && tree.Preposition(child) is "by", -1);
            if (teller < 0 || phrases.Phrase(teller, -1) is not { } source) { continue; }
            for (var that = teller + 1; that + 2 < content.End; that++)
            {
                if (!tree.Is(that, "that") || tree.Tag(that) is not "IN") { continue; }
                return outer with { Source = source, Cue = tree.Span(new TokenRange(root, teller)) is var cue && cue.Overlaps(source) ? tree.Span(root) : cue, Lemma = tree.Lemma(root), Content = [tree.Span(content with { Start = that })], Relays = [relay], Construction = Construction.SubjectClause };
            }
        }

        return null;
    }

    // "A, citing B, said" and "A said, citing B"; where "according to C, citing B" stands before, B is C's.
    private bool Follows(Attribution outer, TextSpan cited)
    {
        var frame = new CueFrame(tree, outer);
        var before = According(frame, outer);
        return before is null || before.Value.Start > cited.Start;
    }

    // Hands that the frame of the statement names beside its source: "according to X", "told X", "in an interview with X", "carried by X", "was quoted by X".
    private Attribution Outward(SentenceWords words, Attribution attribution)
    {
        var frame = new CueFrame(tree, attribution);
        var relays = attribution.Relays.ToList();
        if (attribution.Lemma is not "accord" && TrailingAccording(attribution) is { } trimmed)
        {
            attribution = trimmed;
            frame = new CueFrame(tree, attribution);
        }

        if (TrailingCarrier(attribution) is { } carried && !Known(carried.Hand))
        {
            relays.Insert(0, carried.Hand);
            attribution = carried.Trimmed;
            frame = new CueFrame(tree, attribution);
        }

        if (According(frame, attribution) is { } according && !Known(according))
        {
            relays.Insert(0, according);
            if (citations.Cited(words, attribution) is { } cited && cited.Start > according.Start && !Known(cited)) { relays.Insert(1, cited); }
        }

        foreach (var hand in Hands(frame))
        {
            if (!Known(hand)) { relays.Insert(0, hand); }
        }

        if (AsReported(frame) is { } reporter && !Known(reporter)) { relays.Insert(0, reporter); }

        return relays.SequenceEqual(attribution.Relays) ? attribution : attribution with { Relays = [.. relays] };

        bool Known(TextSpan span) => relays.Any(relay => relay.Overlaps(span)) || (attribution.Source is { } source && source.Overlaps(span));
    }

    // "As Nord reported earlier, the army has lost 40 men, according to the ministry": Nord passes it on.
    private TextSpan? AsReported(CueFrame frame)
    {
        const int Reach = 10; // tokens up to the verb
        var (first, end) = (frame.Sentence.Start, Math.Min(frame.Sentence.End, frame.Cue.Start));
        if (!tree.Is(first, "as") || first == frame.Cue.Start) { return null; }
        for (var verb = first + 2; verb < Math.Min(end, first + Reach) && !tree.Is(verb, ","); verb++)
        {
            if (!tree.IsFinite(verb) || tree.Child(verb, "nsubj") is not (> 0 and var subject) || subject < first || phrases.Phrase(subject, first + 1) is not { } hand) { continue; }
            var comma = verb + 1;
            while (comma < end && !tree.Is(comma, ",")) { comma++; }
            return comma < end && !frame.InContent(verb) && (tree.Lemma(verb) is "report" or "write" or "learn" || PassesOn(hand)) ? hand : null;
        }

        return null;
    }

    // "…, according to X" at the end of the content is no part of it.
    private Attribution? TrailingAccording(Attribution attribution)
    {
        var last = tree.Range(attribution.Content[^1]);
        for (var t = last.End - 3; t > last.Start + 2 && last.End - t < 14; t--)
        {
            if (!tree.Is(t, "according") || !tree.Is(t + 1, "to") || !tree.Is(t - 1, ",")) { continue; }
            for (var inner = t + 2; inner < last.End; inner++)
            {
                if (tree.Is(inner, ",") || tree.Tag(inner) is "VBZ" or "VBD" or "VBP" or "MD") { return null; }
            }

            return attribution with { Content = attribution.Content.SetItem(attribution.Content.Length - 1, tree.Span(last with { End = t - 1 })) };
        }

        return null;
    }

    // "X says that it was so, the Nord news agency reports": who carries it, whatever the tagger made of "reports".
    private (Attribution Trimmed, TextSpan Hand)? TrailingCarrier(Attribution attribution)
    {
        const int Longest = 9;
        var last = tree.Range(attribution.Content[^1]);
        var verb = last.End - 1;
        if (verb <= last.Start + 3 || attribution.Cue.Start > attribution.Content[^1].Start || !tree.Is(verb, "reports", "reported", "says", "said", "writes", "wrote", "adds", "notes")) { return null; }
        for (var t = verb - 1; t > last.Start + 2 && verb - t <= Longest; t--)
        {
            if (tree.Is(t, "and", "or", ";", "that") || (tree.IsVerb(t) && tree.Tag(t) is not "VBN")) { return null; }
            if (!tree.Is(t, ",") || t + 1 == verb) { continue; } // the comma of "…, their reporter, reported" opens nothing
            var hand = tree.Span(new TokenRange(t + 1, verb));
            var phrase = hand.SliceOf(tree.Document.Text);
            return verb > t + 1 && (pack.Sources.IsAgency(phrase) || pack.Sources.IsMedia(phrase))
                ? (attribution with { Content = attribution.Content.SetItem(attribution.Content.Length - 1, tree.Span(last with { End = t })) }, hand) : null;
        }

        return null;
    }

    private TextSpan? According(CueFrame frame, Attribution attribution)
    {
        for (var t = frame.Sentence.Start; t + 2 < frame.Sentence.End; t++)
        {
            if (tree.Is(t, "according") && tree.Is(t + 1, "to") && !frame.Cue.Contains(t) && !frame.InContent(t) && phrases.Phrase(tree.Head(t), t + 2) is { } named) { return named; }
        }

        return null;
    }

    private IEnumerable<TextSpan> Hands(CueFrame frame)
    {
        var verbs = frame.Governors().Take(1).Concat(frame.Verbs).ToHashSet();
        foreach (var verb in verbs)
        {
            foreach (var child in tree.Children(verb))
            {
                // told X; quoted by X; said to X
                var agent = tree.Preposition(child);
                var takes = tree.Relation(child) is "dobj" or "iobj" && tree.Lemma(verb) is "tell" or "inform"
                    || (tree.Relation(child) is "nmod" or "nmod:agent" && agent is "by" && tree.Lemma(verb) is "quote" or "cite" or "report" or "relay" or "say" && frame.SourceHead != child)
                    || (tree.Relation(child) is "nmod" && agent is "to" && tree.Lemma(verb) is "say" or "speak" or "write" or "talk" or "confirm");
                if (takes && !frame.Source.Contains(child) && (Media(child) ?? (tree.Lemma(verb) is "tell" or "inform" ? Outlet(child) : null)) is { } hand) { yield return hand; }
            }
        }

        for (var t = frame.Sentence.Start; t < frame.Sentence.End; t++)
        {
            var isMeans = tree.IsNoun(t) && sources.Vias.ContainsKey(tree.Lower(t)) || tree.Lemma(t) is "comment" or "remark" or "conversation" or "call" or "talk";
            var isRelayed = tree.Tag(t) is "VBN" && sources.RelayVerbs.Contains(tree.Lemma(t));
            if (t == frame.Head || !(isMeans || isRelayed)) { continue; }
            if (!(Hangs(frame, t, verbs) || (tree.Tag(t) is "VBN" && (frame.InFrame(t) || tree.Children(t).Any(mark => tree.Is(mark, "as"))) && !(t > frame.Sentence.Start && tree.IsVerb(t - 1))))) { continue; }
            if (isMeans)
            {
                foreach (var child in tree.Children(t))
                {
                    if (tree.Relation(child) is "nmod" && tree.Preposition(child) is "with" or "to" or "for" && Media(child) is { } hand) { yield return hand; }
                }
            }

            if (isRelayed)
            {
                foreach (var child in tree.Children(t))
                {
                    if (tree.Relation(child) is "nmod" or "nmod:agent" && tree.Preposition(child) is "by" or "on" or "in" && (tree.Preposition(child) is "by" ? phrases.Phrase(child, -1) : Media(child)) is { } hand) { yield return hand; }
                }
            }
        }
    }

    // True where a word hangs on the cue, its verbs or its source by way of nouns and participles, even if the content took it in behind the cue.
    private bool Hangs(CueFrame frame, int t, HashSet<int> verbs)
    {
        for (int at = t, steps = 0; at >= 0 && steps < 5; at = tree.Head(at), steps++)
        {
            if (at != t && (verbs.Contains(at) || at == frame.SourceHead)) { return true; }
            if (tree.Relation(at) is "ccomp" or "nsubj" && !frame.Source.Contains(at)) { return false; }
        }

        return false;
    }

    private TextSpan? Media(int noun) =>
        tree.Lemma(noun) is not ("briefing" or "conference" or "meeting" or "hearing" or "session") && phrases.Phrase(noun, -1) is { } phrase && PassesOn(phrase) && (sources.MediaNouns.Contains(tree.Lemma(noun)) || resolver.Describe(phrase).Type is not SourceType.Document) ? phrase : null;

    // "told the Verst, an independent outlet,", "told Morgenpost": what the text calls an outlet, or a body's bare name that says of nothing else that it is.
    private TextSpan? Outlet(int noun)
    {
        if (phrases.Phrase(noun, -1) is not { } phrase || !tree.IsName(noun)) { return null; }
        if (tree.Children(noun).Any(child => tree.Relation(child) is "appos" && sources.MediaNouns.Contains(tree.Lemma(child)))) { return phrase; }
        var range = tree.Range(phrase);
        var bare = references?.At(noun) is { Referent.Type: ReferentType.Organisation } && tree.Form(noun).ContainsAnyInRange('a', 'z') && pack.Parties.Named(phrase.SliceOf(tree.Document.Text)) is null;
        for (var t = range.Start; t < range.End && bare; t++) { bare = tree.IsName(t) && !sources.OrganisationWords.Contains(tree.Lower(t)) && !sources.OrganisationNouns.Contains(tree.Lower(t)); }
        return bare ? phrase : null;
    }

    // The attribution within what a relay passes on, where it makes up most of it.
    private Attribution? Inner(SentenceWords words, Attribution outer)
    {
        if (outer.Content[^1].End > words.Sentence.Span.End) { return null; }
        if (InnerClause(outer) is { } clause) { return clause; }
        if (outer.Content.Length != 1) { return null; }
        var range = words.Range(outer.Content[0]);
        while (range.Count > 3 && words[range.Start].Lower == "that") { range = range with { Start = range.Start + 1 }; }
        if (range.Count < 4) { return null; }
        return finder.Find(words.Slice(range), quotations)
            .Where(inner => inner.Source is not null && inner.Strength >= 0.5 && inner.Content.Sum(span => span.Length) * 2 >= outer.Content[0].Length)
            .MaxBy(inner => inner.Content.Sum(span => span.Length)) is { } found ? found with { Confidence = outer.Confidence } : null;
    }

    // "(reported that) the army says that the road is closed": the content's main verb is a cue itself, with a subject and a clause.
    private Attribution? InnerClause(Attribution outer)
    {
        var told = new TokenRange(tree.Range(outer.Content[0]).Start, tree.Range(outer.Content[^1]).End); // a wrong tree may hang the teller on what is told
        foreach (var root in new CueFrame(tree, outer).Roots)
        {
            if (!tree.IsVerb(root) || pack.Cues.Word(tree.Lemma(root), CueClass.Verb) is not { Reports: true, Act: StatementAct.Says or StatementAct.Asks or StatementAct.Promises } word) { continue; }
            if (tree.Child(root, "nsubj") is not (>= 0 and var subject) || tree.Is(subject, "it", "there", "that", "which", "who") || phrases.Phrase(subject, -1) is not { } source) { continue; }
            var clause = tree.Child(root, "ccomp", "xcomp");
            if (clause < 0) { continue; }
            var said = phrases.Tidy(tree.Subtree(clause) is var whole && told.Contains(clause) ? whole with { End = Math.Min(whole.End, told.End) } : whole);
            var cue = new TokenRange(tree.Children(root).Where(child => tree.Relation(child) is "aux" or "auxpass" or "neg" && child > subject).Append(root).Min(), root + 1);
            if (said.Contains(root) || said.End - said.Start < 2) { continue; }
            return outer with
            {
                Source = told.Contains(subject) && source.Start < outer.Content[0].Start ? source with { Start = outer.Content[0].Start } : source, Cue = tree.Span(cue), Lemma = tree.Lemma(root), Act = word.Act, Denies = word.Denies, Hedges = word.Hedges,
                Content = [tree.Span(said)], Relays = [], Construction = Construction.SubjectClause,
            };
        }

        return null;
    }

    // "The agency has counted 62 men, citing officials": nobody else speaks, so the clause is the officials' word.
    private Attribution? CitedClause(SentenceWords words)
    {
        var sentence = tree.Range(words.Sentence.Span);
        for (var t = sentence.Start + 2; t < sentence.End; t++)
        {
            if (!tree.Is(t, "citing") || words[t - sentence.Start].Quoted || tree.Child(t, "dobj") is not (>= 0 and var cited) || !citations.CanSpeak(cited) || phrases.Phrase(cited, -1) is not { } source) { continue; }
            var clause = tree.Head(t);
            while (clause >= 0 && tree.Relation(clause) is "acl:relcl" or "acl" or "nmod" or "dobj" && !tree.IsUnder(t, sentence.Start)) { clause = tree.Head(clause); } // "has counted men who fled, citing …"
            if (clause < 0 || !tree.IsVerb(clause) || resolver.Describe(source).Type is SourceType.Document or SourceType.Place) { continue; }
            var subject = tree.Child(clause, "nsubj");
            var content = phrases.Tidy(t > clause ? new TokenRange(sentence.Start, t) : new TokenRange(tree.Subtree(cited).End, sentence.End));
            if (content.End - content.Start < 3) { continue; }
            var relay = subject >= 0 && phrases.Phrase(subject, -1) is { } phrase && PassesOn(phrase) ? phrase : (TextSpan?)null;
            if (clause < t && relay is { } teller && Reported(cited, sentence) is { } reported && pack.Cues.Word(tree.Lemma(clause), CueClass.Verb) is { Reports: true } word)
            {
                return new Attribution
                {
                    Construction = Construction.SubjectClause, Sentence = words.Index, Cue = tree.Span(clause), Lemma = word.Lemma, Act = word.Act, Strength = 0.7, Confidence = 0.7, Source = source with { End = Math.Min(source.End, tree.Span(reported.Start - 2).End) }, Content = [tree.Span(reported)], Relays = [teller],
                };
            }

            return new Attribution
            {
                Construction = Construction.According, Sentence = words.Index, Cue = tree.Span(t), Lemma = "cite", Act = StatementAct.Says, Strength = 0.6, Confidence = relay is null ? 0.5 : 0.7,
                Source = source, Content = [tree.Span(content)], Relays = relay is { } hand ? [hand] : [],
            };
        }

        return null;
    }

    private bool PassesOn(TextSpan span)
    {
        var phrase = span.SliceOf(tree.Document.Text);
        var before = tree.Range(span).Start - 1;
        var name = resolver.Resolve(span).Name;
        var head = tree.HeadOf(span);
        if (head >= 0 && references?.At(head) is { Referent: { Type: not ReferentType.Person } referent } && referent.IsAny(sources.MediaNouns)) { return true; }
        return sources.IsAgency(name) || sources.IsMedia(name) || sources.IsAgency(phrase) || sources.IsMedia(phrase) || (before >= 0 && sources.MediaNouns.Contains(tree.Lower(before))) || resolver.Describe(span).Type is SourceType.Document;
    }
}
