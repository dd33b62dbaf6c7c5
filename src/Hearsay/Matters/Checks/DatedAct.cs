using System.Collections.Frozen;
using Hearsay.Language;
using Hearsay.Language.Dates;

namespace Hearsay.Matters.Checks;

/// <summary>Something done once that a text gives a day: "offered the exchange on 27 November", "the offer of 29 November", "the list was published on 3 May".</summary>
/// <param name="Family">What was done, by the noun for it where there is one: <c>offer</c> for "offered" and "proposal".</param>
/// <param name="Agent">Who did it, by the id of whom it names or by the word; null where that is not said.</param>
/// <param name="AgentName">The same for readers.</param>
/// <param name="Object">What it was done to, in the same way; null where that is not said or the act is named by a noun.</param>
/// <param name="IsNominal">True for an act that a noun names.</param>
/// <param name="IsDefinite">True where its noun or its object is one that the reader knows: "the list", "her offer", a name.</param>
/// <param name="Count">The number beside its object, as the text has it.</param>
/// <param name="Place">Where, as the text has it.</param>
/// <param name="First">The first day that the words admit: the day itself, or a month's first.</param>
/// <param name="Last">The last.</param>
/// <param name="Date">The day's or month's words.</param>
/// <param name="Sentence">The sentence.</param>
internal sealed record DatedAct(string Family, string? Agent, string? AgentName, string? Object, bool IsNominal, bool IsDefinite, string? Count, string? Place, DateOnly First, DateOnly Last, TextSpan Date, TextSpan Sentence)
{
    /// <summary>True where only the month is given.</summary>
    public bool IsMonth => First != Last;

    /// <summary>Days between the times of two acts; 0 where they may be one.</summary>
    public int DaysFrom(DatedAct other) => Math.Max(0, Math.Max(First.DayNumber - other.Last.DayNumber, other.First.DayNumber - Last.DayNumber));

    /// <summary>The day or month for readers.</summary>
    public string When => IsMonth ? First.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture) : DateConflictCheck.Show(First);
}

/// <summary>Reads dated acts from a document's trees.</summary>
internal sealed class DatedActReader
{
    private const int MostSteps = 3; // nouns between a date and its verb

    // Nouns for acts, with the family of each. A verb's family is that of its noun, else its lemma.
    private static readonly FrozenDictionary<string, string> Nouns = Families(
        "offer proposal", "publication release", "announcement", "denial", "refusal rejection", "request appeal", "signing signature", "arrest detention", "capture", "death", "killing murder", "execution", "resignation",
        "arrival", "departure", "escape", "surrender", "defection", "sinking", "crash", "explosion blast", "attack strike raid", "launch", "handover transfer", "return repatriation", "exchange swap", "appointment", "dismissal", "election",
        "approval", "adoption", "ratification", "closure", "opening", "visit", "meeting talks", "invasion", "verdict ruling", "sentence sentencing", "statement", "accusation", "withdrawal", "evacuation",
        "letter", "decree", "order", "memorandum memo", "treaty", "contract", "affidavit", "telegram", "protocol");

    private static readonly FrozenDictionary<string, string> Verbs = Families(
        "offer propose", "publication publish release post issue", "announcement announce", "denial deny", "refusal refuse reject decline", "request ask appeal", "signing sign", "arrest detain", "capture seize", "death die", "killing kill murder",
        "execution execute", "resignation resign", "arrival arrive", "departure depart leave", "escape flee", "surrender", "defection defect", "sinking sink", "crash", "explosion explode", "attack strike raid", "launch", "handover deliver submit",
        "return repatriate", "exchange swap", "appointment appoint", "dismissal dismiss sack fire", "election elect", "approval approve", "adoption adopt pass", "ratification ratify", "closure close", "opening open", "visit", "meeting meet", "invasion invade",
        "verdict rule convict", "sentence", "accusation accuse", "withdrawal withdraw", "evacuation evacuate", "found", "establish", "discover", "receive", "send", "register", "write", "destroy", "liberate", "recapture", "abduct", "kidnap", "wound", "injure", "bury", "marry", "hijack", "rescue");

    private static readonly FrozenSet<string> Light = FrozenSet.ToFrozenSet(["be", "make", "take", "occur", "happen", "come", "hold", "issue", "date", "follow", "begin", "arrive", "submit", "send", "carry", "put", "sign", "publish", "announce", "deliver"], StringComparer.Ordinal);
    private static readonly FrozenSet<string> Other = FrozenSet.ToFrozenSet(["another", "second", "third", "fourth", "new", "other", "further", "additional", "similar", "previous", "earlier", "first", "latest", "next", "last", "separate", "repeated", "again", "then", "also", "later", "twice", "initial", "final", "subsequent", "different"], StringComparer.Ordinal);
    private static readonly FrozenSet<string> NotOn = FrozenSet.ToFrozenSet(["since", "until", "till", "by", "before", "after", "from", "between", "through", "during", "to", "for", "about", "around", "within", "into", "than", "past"], StringComparer.Ordinal);

    private readonly DocumentView document;
    private readonly GrammarTree tree;

    private DatedActReader(DocumentView document, GrammarTree tree) => (this.document, this.tree) = (document, tree);

    /// <summary>The acts, in text order; none without grammar or with fewer than two days in the text.</summary>
    public static IReadOnlyList<DatedAct> Read(DocumentView document)
    {
        if (document.Tree is not { } tree) { return []; }
        var days = document.Annotated.Dates.Where(date => TimeOf(date) is not null).ToList();
        if (days.Select(TimeOf).Distinct().Count() < 2) { return []; }
        var reader = new DatedActReader(document, tree);
        return [.. days.Select(reader.ActOf).OfType<DatedAct>()];
    }

    private static (DateOnly First, DateOnly Last)? TimeOf(TimeExpression date)
    {
        if (date.Type is not (TimeType.Date or TimeType.Time)) { return null; }
        if (date.Value.Length >= 10 && SayingReference.DayOf(date.Value[..10]) is { } day) { return (day, day); }
        return date.Value.Length == 7 && SayingReference.DayOf(date.Value + "-01") is { } first ? (first, first.AddMonths(1).AddDays(-1)) : null;
    }

    private DatedAct? ActOf(TimeExpression date)
    {
        var range = tree.Range(date.Span);
        var head = tree.HeadOf(range);
        if (head < 0 || document.Lines.FirstOrDefault(line => line.Span.Overlaps(date.Span)) is not { } line) { return null; }
        if (IsDateline(date.Span, line)) { return null; }
        var preposition = tree.Preposition(head) ?? "";
        var above = tree.Head(head);
        if (above < 0) { return null; }
        if (tree.IsNoun(above) && (preposition is "of" or "from" || tree.Relation(head) is "compound" or "amod" or "nummod" or "nmod:poss")) { return OfNoun(above, date, line); }
        if (NotOn.Contains(preposition)) { return null; }
        for (var steps = 0; above >= 0 && !tree.IsVerb(above) && steps < MostSteps; steps++) { above = tree.Head(above); }
        if (above < 0 || !tree.IsVerb(above) && tree.Child(above, "cop") < 0) { return null; }
        if (tree.Form(above).Equals("dated", StringComparison.OrdinalIgnoreCase) && tree.Relation(above) is "acl" && tree.IsNoun(tree.Head(above))) { return OfNoun(tree.Head(above), date, line); }
        return OfVerb(above, date, line);
    }

    // "KARTH, Nov 27 (Agency) - …" tells when the text was written.
    private bool IsDateline(TextSpan date, Line line)
    {
        var start = document.Document.Blocks[line.Block].Span.Start;
        if (date.Start - start > 60) { return false; }
        var after = document.Text.AsSpan(date.End, Math.Min(50, document.Text.Length - date.End));
        var (dash, stop) = (after.IndexOfAny('-', '–', '—'), after.IndexOf('.'));
        return dash >= 0 && (stop < 0 || dash < stop) && !document.Text.AsSpan(start, date.Start - start).Contains(" on ", StringComparison.Ordinal);
    }

    // "her offer of 27 November", "the 29 November offer"
    private DatedAct? OfNoun(int noun, TimeExpression date, Line line)
    {
        if (!Nouns.TryGetValue(tree.Lemma(noun), out var family) || tree.IsPlural(noun) || IsOther(noun)) { return null; }
        var owner = tree.Child(noun, "nmod:poss");
        if (owner < 0) { owner = tree.Oblique(noun, "by"); }
        var (agent, name) = owner >= 0 ? Who(owner) : (null, null);
        return new DatedAct(family, agent, name, null, true, IsDefinite(noun), null, null, TimeOf(date)!.Value.First, TimeOf(date)!.Value.Last, date.Span, line.Span);
    }

    private DatedAct? OfVerb(int verb, TimeExpression date, Line line)
    {
        if (IsUnreal(verb) || tree.Children(verb).Any(child => Other.Contains(tree.Lower(child)) && tree.Relation(child) is "advmod")) { return null; }
        var subject = tree.Child(verb, "nsubj", "nsubjpass");
        if (subject < 0 && tree.Relation(verb) is "conj" && tree.IsVerb(tree.Head(verb))) { subject = tree.Child(tree.Head(verb), "nsubj", "nsubjpass"); }
        var isPassive = tree.Child(verb, "auxpass") >= 0 || tree.Relation(verb) is "acl" && tree.Tag(verb) is "VBN";
        var patient = isPassive ? (subject >= 0 ? subject : tree.Relation(verb) is "acl" ? tree.Head(verb) : -1) : tree.Child(verb, "dobj");
        if (patient >= 0 && tree.Is(patient, "which", "that", "who") && tree.Relation(verb) is "acl:relcl") { patient = tree.Head(verb); }
        var lemma = tree.Lemma(verb);
        // "The offer was made on 29 November", "dated the offer to 6 March": the noun names the act.
        var named = lemma is "be" or "take" or "occur" or "happen" or "come" or "follow" ? subject : patient;
        if (Light.Contains(lemma) && named >= 0 && Nouns.TryGetValue(tree.Lemma(named), out var act) && !tree.IsPlural(named) && !IsOther(named))
        {
            var doer = tree.Child(named, "nmod:poss") is >= 0 and var owner ? owner : isPassive ? tree.Oblique(verb, "by") : named == patient && lemma is not "date" ? subject : -1;
            var (by, byName) = doer >= 0 ? Who(doer) : (null, null);
            return new DatedAct(act, by, byName, null, true, IsDefinite(named), null, PlaceUnder(verb), TimeOf(date)!.Value.First, TimeOf(date)!.Value.Last, date.Span, line.Span);
        }

        if (!Verbs.TryGetValue(lemma, out var family) || tree.Tag(verb) is not ("VBD" or "VBN")) { return null; }
        var actor = isPassive ? tree.Oblique(verb, "by") : subject;
        var (agent, name) = actor >= 0 && !tree.Is(actor, "which", "that", "who") ? Who(actor) : (null, null);
        if (patient >= 0 && IsOther(patient)) { return null; }
        var (thing, _) = patient >= 0 ? Who(patient) : (null, null);
        return new DatedAct(family, agent, name, thing, false, patient >= 0 && IsDefinite(patient), patient >= 0 && tree.Child(patient, "nummod") is >= 0 and var count ? tree.Lower(count) : null, PlaceUnder(verb), TimeOf(date)!.Value.First, TimeOf(date)!.Value.Last, date.Span, line.Span);
    }

    // Planned, denied or only supposed: "would publish", "did not publish", "to publish".
    private bool IsUnreal(int verb) =>
        tree.Tag(verb) is "VB" or "VBG" or "VBP" || tree.Children(verb).Any(child => tree.Relation(child) is "neg" || tree.Tag(child) is "MD" or "TO" && tree.Relation(child) is "aux" or "mark" || tree.Is(child, "if", "unless") && tree.Relation(child) is "mark");

    private bool IsOther(int noun) => tree.Children(noun).Any(child => Other.Contains(tree.Lower(child)) || tree.Is(child, "a", "an", "one", "no", "any") && Nouns.ContainsKey(tree.Lemma(noun)));

    private bool IsDefinite(int noun) => tree.IsName(noun) || tree.IsPronoun(noun) || document.Annotated.References?.At(noun)?.Referent.IsNamed is true || tree.Children(noun).Any(child => tree.Relation(child) is "nmod:poss" || tree.Is(child, "the", "this", "that"));

    private (string? Id, string? Name) Who(int head)
    {
        if (document.Annotated.References?.At(head)?.Referent is { } referent && (referent.IsNamed || tree.IsPronoun(head))) { return (referent.Id, referent.Name); }
        return tree.IsPronoun(head) ? (null, null) : (tree.Lemma(head).ToLowerInvariant(), tree.Lower(head));
    }

    private string? PlaceUnder(int verb)
    {
        var span = tree.Span(tree.Subtree(verb));
        var place = document.Annotated.Places.FirstOrDefault(place => span.Contains(place.Span) && tree.Head(tree.HeadOf(place.Span)) == verb);
        return place is null ? null : place.Span.SliceOf(document.Text);
    }

    private static FrozenDictionary<string, string> Families(params string[] rows) =>
        rows.Select(row => row.Split(' ')).SelectMany(words => words.Select(word => (word, words[0]))).DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
}
