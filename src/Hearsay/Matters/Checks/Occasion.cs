using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Matters.Text;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>What a sentence's tree puts on a day: an act, by its verb or its noun, with who takes part.</summary>
/// <param name="Acts">Stems for what was done, the same for verb and noun: "agre" for "agreed" and "the agreements", "oath" for "the oath was taken".</param>
/// <param name="Once">What is done but once: what befell whom ("capture" and the id), and <see cref="OccasionReader.Settling"/>.</param>
/// <param name="Agent">Who did it, by the id of whom it names or the word; null where that is not said.</param>
/// <param name="Patient">What it was done to; null where that is not said.</param>
/// <param name="Place">Where.</param>
/// <param name="Count">The number of the patient.</param>
/// <param name="IsNominal">True where a noun names it.</param>
/// <param name="IsDefinite">True where its noun, or its patient, is one that the reader knows.</param>
/// <param name="IsPlural">True where the noun or the patient is several.</param>
/// <param name="IsOther">True where it is said to be another, not to have been, or to be planned.</param>
/// <param name="PointsBack">True where it is somewhere spoken of before ("had been there").</param>
/// <param name="IsSaying">True for a day on which something was said: "his remarks of 5 October".</param>
/// <param name="Day">The day.</param>
/// <param name="Date">The day's words.</param>
/// <param name="Line">Index of the sentence.</param>
internal sealed record Occasion(
    ImmutableArray<string> Acts, ImmutableArray<string> Once, Participant? Agent, Participant? Patient, string? Place, string? Count, bool IsNominal, bool IsDefinite, bool IsPlural, bool IsOther, bool PointsBack, bool IsSaying, DateOnly Day, TextSpan Date, int Line)
{
    /// <summary>Days between two.</summary>
    public int DaysFrom(Occasion other) => Math.Abs(Day.DayNumber - other.Day.DayNumber);
}

/// <summary>Somebody or something that takes part in an act.</summary>
/// <param name="Id">The id of whom it names, or the word.</param>
/// <param name="Name">For readers.</param>
/// <param name="IsKnown">True for a name, or a pronoun that is known to mean one.</param>
/// <param name="IsPronoun">True for a pronoun that may mean anybody.</param>
internal sealed record Participant(string Id, string Name, bool IsKnown, bool IsPronoun);

/// <summary>Reads the occasions of a document's dates from its trees.</summary>
internal sealed class OccasionReader
{
    private const int MostDates = 80;
    private const int MostSteps = 5;  // from a date up to what it dates
    private const int ShortestStem = 4;
    private const string Saying = "say";

    /// <summary>The act of settling something between two sides, whatever it and the verb are called: "the deal was signed", "the agreement reached".</summary>
    public const string Settling = "accord";

    private static readonly FrozenSet<string> Light = WordLists.Acts["light"], Time = WordLists.Acts["time"], Other = WordLists.Acts["other"], Bounds = WordLists.Acts["bounds"], Idle = WordLists.Acts["idle"], Presence = WordLists.Acts["presence"], Said = WordLists.Acts["said"], Settled = WordLists.Acts["settled"], Accord = WordLists.Acts["accord"], Settle = WordLists.Acts["settle"];
    private static readonly string[] Endings = ["ments", "ment", "ations", "ation", "ition", "ions", "ion", "ures", "ure", "als", "al", "ances", "ance", "ence"];

    private readonly DocumentView document;
    private readonly GrammarTree tree;

    private OccasionReader(DocumentView document, GrammarTree tree) => (this.document, this.tree) = (document, tree);

    /// <summary>The occasions in text order; none without grammar.</summary>
    public static ImmutableArray<Occasion> Read(DocumentView document)
    {
        if (document.Tree is not { } tree) { return []; }
        var reader = new OccasionReader(document, tree);
        var found = ImmutableArray.CreateBuilder<Occasion>();
        for (var i = 0; i < document.Lines.Length && found.Count < MostDates; i++)
        {
            if (document.Lines[i].Role is Documents.BlockRole.Headline) { continue; }
            foreach (var date in document.DatesIn(document.Lines[i]))
            {
                if (date.Type is TimeType.Date or TimeType.Time && DayOf(date.Value) is { } day && reader.Of(date.Span, day, i) is { } occasion) { found.Add(occasion); }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The stem of an act, without what makes a noun of a verb.</summary>
    public static string StemOf(string lemma)
    {
        foreach (var ending in Endings)
        {
            if (lemma.Length - ending.Length >= ShortestStem && lemma.EndsWith(ending, StringComparison.Ordinal)) { return Stemmer.Stem(lemma[..^ending.Length]); }
        }

        return Stemmer.Stem(lemma);
    }

    private static DateOnly? DayOf(string value) => value.Length < 10 ? null : SayingReference.DayOf(value.StartsWith("XXXX-", StringComparison.Ordinal) ? DatedTelling.AnyYear.ToString(CultureInfo.InvariantCulture) + value[4..10] : value[..10]);

    private Occasion? Of(TextSpan date, DateOnly day, int line)
    {
        var range = tree.Range(date);
        if (tree.HeadOf(range) is not (>= 0 and var head) || IsDateline(date, line)) { return null; }
        // "On March 14, the day he was taken"
        if (ClauseOfDay(range.End, tree.SentenceAround(head).End) is { } clause) { return OfVerb(clause, date, day, line); }

        // "He had been there on 20 February": the day is the predicate.
        if (tree.Child(head, "cop") >= 0) { return OfPredicate(head, date, day, line); }
        for (var t = range.Start; t < range.End; t++)
        {
            if (tree.Preposition(t) is { } led && Bounds.Contains(led) && !(led is "to" && tree.Head(t) is >= 0 and var dated && tree.Lemma(dated) is "date")) { return null; } // "dated the note to 21 June"
        }

        var (word, above) = (head, tree.Head(head));
        for (var steps = 0; above >= 0 && steps < MostSteps; steps++)
        {
            if (tree.Preposition(word) is { } under && Bounds.Contains(under) && !range.Contains(word)) { return null; }
            if (tree.IsVerb(above) && !IsQuotedApart(above, head)) { return OfVerb(above, date, day, line); }
            if (tree.IsNoun(above) && !tree.IsName(above) && !Time.Contains(tree.Lemma(above)) && !range.Contains(above) && (tree.Preposition(word) is null or "of" or "from" or "on" || word != head)) { return WithVerb(OfNoun(above, above, date, day, line), above, date); }
            (word, above) = (above, tree.Head(above));
        }

        return null;
    }

    // The verb of ", the day he was taken".
    private int? ClauseOfDay(int comma, int end)
    {
        for (var t = comma + 1; t + 2 < end && t <= comma + 2 && tree.Is(comma, ","); t++)
        {
            if (Time.Contains(tree.Lemma(t)) && tree.Child(t, "acl:relcl", "acl") is >= 0 and var clause && tree.IsVerb(clause)) { return clause; }
        }

        return null;
    }

    // "At the talks in Istanbul on 2 June the parties agreed": what was done then is of that day, too.
    private Occasion? WithVerb(Occasion? occasion, int noun, TextSpan date)
    {
        if (occasion is null || !(tree.Preposition(noun) is "at" or "during" or "in") || tree.Head(noun) is not (>= 0 and var verb) || !tree.IsVerb(verb)) { return occasion; }
        // "As Varninform reported, at the talks …": the clause is about the whole.
        if (tree.Relation(verb) is "advcl" && tree.Is(tree.Child(verb, "mark"), "as") && tree.IsVerb(tree.Head(verb))) { verb = tree.Head(verb); }
        return OfVerb(verb, date, occasion.Day, occasion.Line) is { IsNominal: false, IsOther: false } done ? occasion with { Acts = occasion.Acts.AddRange(done.Acts) } : occasion;
    }

    // A verb within a quotation that ends before the day.
    private bool IsQuotedApart(int verb, int day)
    {
        var marks = 0;
        for (var t = verb; t < day; t++) { marks += tree.IsQuotationMark(t) ? 1 : 0; }
        return marks % 2 == 1;
    }

    // "KARTH, Nov 27 (Agency) - …" tells when the text was written.
    private bool IsDateline(TextSpan date, int line)
    {
        const int Near = 60;
        var start = document.Document.Blocks[document.Lines[line].Block].Span.Start;
        var after = document.Text.AsSpan(date.End, Math.Min(40, document.Text.Length - date.End));
        return date.Start - start < Near && after.IndexOfAny('-', '–', '—') is >= 0 and var dash && (after.IndexOf('.') is var stop && (stop < 0 || dash < stop)) && !document.Text.AsSpan(start, date.Start - start).Contains("n ", StringComparison.Ordinal);
    }

    private Occasion? OfPredicate(int head, TextSpan date, DateOnly day, int line)
    {
        var subject = tree.Child(head, "nsubj");
        if (subject < 0 || IsUnreal(head)) { return null; }
        foreach (var child in tree.Children(head))
        {
            if (tree.Relation(child) is "advmod" && Presence.Contains(tree.Lower(child))) { return new Occasion([StemOf("visit")], [], Who(subject), null, null, null, false, true, false, IsOtherOf(head), true, false, day, date, line); }
        }

        return tree.IsNoun(subject) && !Time.Contains(tree.Lemma(subject)) ? OfNoun(subject, subject, date, day, line) : null;
    }

    // "The agreements of 3 June", "the oath ceremony, which was held on 29 October"
    private Occasion? OfNoun(int noun, int verb, TextSpan date, DateOnly day, int line)
    {
        if (tree.IsName(noun) || Time.Contains(tree.Lemma(noun)) || tree.IsPronoun(noun)) { return null; }
        var acts = new List<string> { StemOf(tree.Lemma(noun)) };
        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) is "compound" && !tree.IsName(child) && tree.IsNoun(child)) { acts.Add(StemOf(tree.Lemma(child))); }
        }

        var owner = tree.Child(noun, "nmod:poss");
        if (owner < 0) { owner = tree.Oblique(noun, "by"); }
        if (Said.Contains(tree.Lemma(noun)) && owner >= 0) { return new Occasion([Saying], [], Who(owner), null, null, null, true, true, false, IsOtherOf(noun), false, true, day, date, line); }
        var of = tree.Oblique(noun, "of");
        var patient = of >= 0 && document.Annotated.Dates.All(other => !other.Span.Overlaps(tree.Span(of))) ? Who(of) : null;
        return new Occasion([.. acts], [], owner < 0 ? null : Who(owner), patient, PlaceUnder(noun) ?? (verb == noun ? null : PlaceUnder(verb)), CountOf(of), true, IsDefinite(noun), tree.IsPlural(noun), IsOtherOf(noun) || (verb != noun && IsUnreal(verb)), false, false, day, date, line);
    }

    private Occasion? OfVerb(int verb, TextSpan date, DateOnly day, int line)
    {
        if (document.Statements.FirstOrDefault(statement => statement.Cue?.Span.Overlaps(tree.Span(verb)) is true) is { } said && !Settled.Contains(tree.Lemma(verb)))
        {
            var speaker = tree.Child(verb, "nsubj");
            return speaker < 0 || said.Polarity is Polarity.Denied ? null : new Occasion([Saying], [], Who(speaker), null, null, null, false, true, false, IsUnreal(verb), false, true, day, date, line);
        }

        var lemma = tree.Lemma(verb);
        if (lemma is "be" && tree.Children(verb).Any(child => tree.Relation(child) is "advmod" && Presence.Contains(tree.Lower(child)))) { return OfPredicate(verb, date, day, line); }
        var isRelative = tree.Relation(verb) is "acl:relcl" or "acl";
        var subject = tree.Child(verb, "nsubj", "nsubjpass");
        if (subject < 0 && tree.Relation(verb) is "conj" && tree.IsVerb(tree.Head(verb))) { subject = tree.Child(tree.Head(verb), "nsubj", "nsubjpass"); }
        var isPassive = tree.Child(verb, "auxpass") >= 0 || tree.Relation(verb) is "acl" && tree.Tag(verb) is "VBN";
        var theme = isPassive ? (subject >= 0 ? subject : tree.Relation(verb) is "acl" ? tree.Head(verb) : -1) : tree.Child(verb, "dobj");
        // "Which was held", "which it said was held": what the clause belongs to.
        for (var up = verb; theme < 0 || tree.Is(theme, "which", "that", "who"); up = tree.Head(up))
        {
            if (tree.Relation(up) is "acl:relcl" && tree.Head(up) is >= 0 and var named) { theme = isPassive || theme >= 0 ? named : -1; subject = subject < 0 || tree.Is(subject, "which", "that", "who") ? named : subject; break; }
            if (tree.Relation(up) is not "ccomp" || tree.Head(up) < 0) { break; }
        }

        if (theme >= 0 && (tree.Is(theme, "which", "that", "who", "what") || document.Annotated.Dates.Any(other => other.Span.Overlaps(tree.Span(theme))))) { theme = -1; }
        ImmutableArray<string> once = [.. OnceInALife(verb, isPassive, isPassive ? theme : subject), .. Settle.Contains(lemma) && theme >= 0 && (Accord.Contains(tree.Lemma(theme)) || (lemma is "sign" && tree.Is(theme, "it"))) ? (string[])[Settling] : []];
        if (Light.Contains(lemma) && once.Length == 0)
        {
            var noun = tree.Is(theme, "place") || (theme < 0 && !isPassive) ? subject : theme;
            return noun >= 0 && tree.IsNoun(noun) ? OfNoun(noun, verb, date, day, line) : null;
        }

        if (Idle.Contains(lemma) || tree.Tag(verb) is not ("VBD" or "VBN")) { return null; }
        if (isRelative && tree.Relation(verb) is "acl" && !isPassive) { return null; }
        var agent = isPassive ? tree.Oblique(verb, "by") : subject;
        return new Occasion(
            [StemOf(lemma), .. EventsUnder(verb)], once, agent < 0 || tree.Is(agent, "which", "that", "who") ? null : Who(agent), theme < 0 ? null : Who(theme), PlaceUnder(verb), CountOf(theme), false,
            theme < 0 || IsDefinite(theme), theme >= 0 && tree.IsPlural(theme), IsUnreal(verb) || IsOtherOf(verb) || (theme >= 0 && IsOtherOf(theme)), false, false, day, date, line);
    }

    // What happens to somebody once, whatever the word: "was captured", "fell into their hands", "was taken"; "died", "was killed".
    private IEnumerable<string> OnceInALife(int verb, bool isPassive, int who)
    {
        if (who < 0 || Who(who) is not { IsKnown: true } whose || tree.Oblique(verb, "to") >= 0 || tree.Oblique(verb, "from") >= 0) { return []; }
        string[] stems = [Stemmer.Stem(tree.Lower(verb))];
        return Deeds.Occasions.In(isPassive ? [Stemmer.Stem("was"), .. stems] : [.. stems]).Where(family => family is "capture" or "death").Select(family => $"{family} {whose.Id}");
    }

    // "Crossed the river in the exchange"
    private IEnumerable<string> EventsUnder(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Relation(child) is "nmod" && tree.IsNoun(child) && !tree.IsName(child) && !tree.IsPlural(child) && tree.Preposition(child) is "in" or "during" or "at" && Deeds.Occasions.In([Stemmer.Stem(tree.Lemma(child))]).Count > 0) { yield return StemOf(tree.Lemma(child)); }
        }
    }

    private bool IsUnreal(int verb) => tree.Children(verb).Any(child => tree.Relation(child) is "neg" || tree.Tag(child) is "MD" or "TO" && tree.Relation(child) is "aux" or "mark" || tree.Is(child, "if", "unless") && tree.Relation(child) is "mark")
        || (tree.Relation(verb) is "xcomp" or "advcl" && tree.Tag(verb) is "VB" or "VBG");

    private bool IsOtherOf(int word) => tree.Children(word).Any(child => tree.Relation(child) is "amod" or "advmod" or "det" or "nummod" or "neg" && Other.Contains(tree.Lower(child)));

    private bool IsDefinite(int noun) => tree.IsName(noun) || tree.IsPronoun(noun) || document.Annotated.References?.At(noun)?.Referent.IsNamed is true || tree.Children(noun).Any(child => tree.Relation(child) is "nmod:poss" || tree.Is(child, "the", "this", "that", "these", "those"));

    private string? CountOf(int noun) => noun >= 0 && tree.Child(noun, "nummod") is >= 0 and var count ? tree.Lower(count) : null;

    private Participant Who(int head)
    {
        if (document.Annotated.References?.At(head)?.Referent is { } referent && (referent.IsNamed || tree.IsPronoun(head))) { return new Participant(referent.Id, referent.Name, referent.IsNamed, tree.IsPronoun(head) && !referent.IsNamed); }
        return new Participant(tree.IsName(head) ? tree.Lemma(head) : Stemmer.Stem(tree.Lower(head)), tree.Lower(head), tree.IsName(head), tree.IsPronoun(head));
    }

    private string? PlaceUnder(int word)
    {
        foreach (var child in tree.Children(word))
        {
            if (tree.Relation(child) is "nmod" && tree.IsName(child) && tree.Preposition(child) is "in" or "at" or "near" or "outside") { return tree.Lower(child); }
        }

        return null;
    }
}
