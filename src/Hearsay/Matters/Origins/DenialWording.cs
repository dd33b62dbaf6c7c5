using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Matters.Origins;

/// <summary>In what words somebody denies.</summary>
internal enum DenialKind
{
    /// <summary>Nothing is denied.</summary>
    None,
    /// <summary>"denied that", "rejected the claim that".</summary>
    Denies,
    /// <summary>"the figures are invented", "called the reports wishful thinking".</summary>
    Dismisses,
    /// <summary>"no offer had been made".</summary>
    Negates,
    /// <summary>"everyone on the list was handed over", "the doors have always been open": all that somebody else says was not so.</summary>
    Insists,
}

/// <summary>Tells denials from other statements, and what their words point at.</summary>
internal static partial class DenialWording
{
    private const int SoonInDismissal = 140; // characters
    private const int MostRating = 16;   // words of "the findings as a collection of rumours"
    private const int MostPointing = 6; // words of "Mara Tolven's claims of Monday"

    private static readonly HashSet<string> Cues = new(StringComparer.Ordinal) { "deny", "denial", "reject", "rejection", "dispute", "refute", "rebut", "dismiss", "contradict", "disavow", "disclaim", "repudiate" };

    private static readonly HashSet<string> Naming = new(StringComparer.Ordinal) { "call", "describe", "characterize", "characterise", "brand", "term", "label", "dub", "regard", "treat" };

    // To reject or dismiss is to deny only where it is a claim that is rejected: an offer, a law and a person can be rejected, too.
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "deny", "denial", "disclaim", "refute", "rebut" };

    /// <summary>How a passage denies. To reject the notion that something ought to be is to disagree, not to deny. An outlet that belongs to no side denies nothing.</summary>
    public static DenialKind KindOf(Passage passage)
    {
        var statement = passage.Statement;
        if (passage.Speaker.IsOutlet && statement.Source?.Side is null || statement.Source is null || statement.Certainty is Certainty.Forecast || statement.Block is BlockRole.Comment) { return DenialKind.None; }
        if (statement.Polarity is Polarity.Denied && statement.Cue is { } cue && Cues.Contains(cue.Lemma) && !IsRelative(passage, cue) && (Plain.Contains(cue.Lemma) || ClaimLike().IsMatch(passage.Quote(100))) && !Ought().IsMatch(passage.Quote(100))) { return DenialKind.Denies; }
        if (statement.Act is not (StatementAct.Says or StatementAct.Asks)) { return DenialKind.None; }
        if (passage.Dismisses) { return DenialKind.Dismisses; }
        if (statement.Act is not StatementAct.Says) { return DenialKind.None; }
        if (Opinion().IsMatch(passage.Quote(120))) { return DenialKind.None; }
        if (NotAll().IsMatch(passage.Quote(120))) { return DenialKind.None; }
        return IsNegated(passage) || passage.Negation is { IsLimited: false } || statement.Events.Any(happening => happening.Negated && !IsForbidden(passage, happening)) ? DenialKind.Negates : Insistent().IsMatch(passage.Quote(120)) ? DenialKind.Insists : DenialKind.None;
    }

    // "Ordered his men not to take prisoners": what is forbidden is not said to be untrue.
    private static bool IsForbidden(Passage passage, StatementEvent happening)
    {
        const int Before = 24; // characters
        var from = Math.Max(0, happening.Span.Start - Before);
        return passage.Document.Text.AsSpan(from, happening.Span.Start - from).Contains(" not to ", StringComparison.Ordinal);
    }

    /// <summary>Stem of what was never received ("had received no lists", "no note from Lustava had been received"); null where the words do not say so.</summary>
    public static string? NeverReceived(Passage passage)
    {
        for (var i = 0; i < Math.Min(40, passage.Words.Length); i++)
        {
            if (passage.Words[i].Lower is not ("received" or "receive" or "got" or "gotten" or "seen")) { continue; }
            if (i + 2 < passage.Words.Length && passage.Words[i + 1].Lower is "no" or "any") { return passage.Words[i + 1].Lower is "no" || IsNegated(passage) ? passage.Stems[i + (passage.Words[i + 2].Lower is "such" && i + 3 < passage.Words.Length ? 3 : 2)] : null; }
            for (var no = i - 1; no >= 0 && i - no <= 8; no--)
            {
                if (passage.Words[no].Lower is "no" && no + 1 < i) { return passage.Stems[no + 1]; }
            }
        }

        return null;
    }

    /// <summary>True where whose claim it is that is denied is told by an office or a kind of body ("the minister's number"), not by a name.</summary>
    public static bool NamesOffice(Passage denial) => Whose().Match(Opened(denial, 200)) is { Success: true } match && char.IsLower(match.Groups["whose"].ValueSpan[0]);

    /// <summary>True where the words call something false, and do so at once: further on they may speak of something else.</summary>
    public static bool CallsFalse(string words) => Dismissal().Match(words) is { Success: true, Index: < SoonInDismissal };

    // "A bill that was rejected": the clause is told of the bill, and nobody answers.
    private static bool IsRelative(Passage passage, Cue cue) => passage.Words is [{ Lower: "that" or "which", IsCapital: false }] && passage.Words[0].Span.End <= cue.Span.Start;

    /// <summary>True where a verb of naming rates a claim that was told before as false or worthless: "described the findings as a collection of rumours", "calls the story of the ransom an invention".</summary>
    public static bool RatesClaim(Passage passage) => passage.Statement.Cue is { } cue && Naming.Contains(cue.Lemma) && TakenUp().IsMatch(passage.Quote(60)) && Negation.RatesLow(passage.Words.Take(MostRating).Select(word => word.Lower));

    /// <summary>True where a denial takes up a claim by a definite noun and says what it was about: "the story of the ransom".</summary>
    public static bool TakesUp(Passage denial) => TakenUp().IsMatch(denial.Quote(60));

    /// <summary>True for a negation early in the content: "no offer had been submitted", "Oskeland has not submitted any offer"; "no reason to doubt" and "not only" negate nothing.</summary>
    public static bool IsNegated(Passage passage)
    {
        for (var i = 0; i < Math.Min(6, passage.Words.Length); i++)
        {
            var word = passage.Words[i].Lower;
            var next = i + 1 < passage.Words.Length ? passage.Words[i + 1].Lower : "";
            if (word is "no" && next is "doubt" or "reason" or "longer" || word is "not" && next is "only" or "just" or "least") { continue; }
            if (word is "no" or "not" or "never" or "none" or "nobody" || word.EndsWith("n't", StringComparison.Ordinal) || word.EndsWith("n’t", StringComparison.Ordinal)) { return true; }
        }

        return false;
    }

    /// <summary>True where a denial has hardly content of its own: "these statements", "it", "Tolven's claims", "That is not true".</summary>
    public static bool Points(Passage denial) => Pointing().IsMatch(Opened(denial, 200)) || Echoes(denial) || (denial.Words.Length <= MostPointing && WhoseOf(denial) is not null)
        || (denial.Words.Length <= 2 && denial.Words.All(word => word.Lower is "it" or "that" or "this" or "them" or "these" or "those" or "all"));

    /// <summary>True for "That is not true": what was just said, and nothing before it.</summary>
    public static bool Echoes(Passage denial) => Echo().IsMatch(Opened(denial, 40));

    /// <summary>True where it points at numbers: "the figures", "that estimate".</summary>
    public static bool PointsAtNumbers(Passage denial) => Numbers().IsMatch(Opened(denial, 60));

    /// <summary>Whose claim it is that is denied ("the bureau's account", "Tolven's claims"), folded; null where the words do not say.</summary>
    public static string? WhoseOf(Passage denial) => Whose().Match(Opened(denial, 200)) is { Success: true } match ? PartyNames.Fold(match.Groups["whose"].Value) : null;

    // The words behind an opening quotation mark, or behind the "that" of "that none of it was true".
    private static string Opened(Passage denial, int longest)
    {
        var words = denial.Quote(longest).TrimStart('"', '“', '‘', '«', '\'');
        return Subordinated().Match(words) is { Success: true } that ? words[that.Length..] : words;
    }

    [GeneratedRegex(@"^(?:[^,.;:“”""]{3,40} )?that (?=(?:none|neither|this|it|these|those|the|both|all)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Subordinated();

    /// <summary>True where the denial says itself what is denied: a clause, an event, a claim with its content ("claims of plagiarism"), or a deed.</summary>
    public static bool StatesClaim(Passage denial)
    {
        var statement = denial.Statement;
        if (denial.Words.Length < 3 && !statement.Cue!.Lemma.StartsWith("deny", StringComparison.Ordinal) || Points(denial) || Empty().IsMatch(denial.Quote(60))) { return false; }
        return statement.Events.Any() || statement.Figures.Any(figure => figure.Value is >= 13)
            || (denial.Words.Length >= 4 && (Opening().IsMatch(denial.Quote(60)) || ClaimWithContent().IsMatch(denial.Quote(120))));
    }

    /// <summary>True where the words that are denied are a claim with its content: "accusations that …", "the notion that …", "that …".</summary>
    public static bool StatesOwnClaim(Passage denial) => denial.Words.Length >= 5 && (ClaimWithContent().IsMatch(denial.Quote(120).TrimStart('"', '“', '‘', '\'')) || NotionThat().IsMatch(denial.Quote(160)));

    /// <summary>True for a dismissal that names what is dismissed: "the report", "allegations of forced recruitment".</summary>
    public static bool NamesClaim(Passage denial) => !Echoes(denial) && SomeClaim().IsMatch(denial.Quote(120));

    /// <summary>True for a cue in the past perfect: what "had claimed" tells came before what the text tells.</summary>
    public static bool IsEarlier(Passage passage) => passage.Statement.Cue is { } cue && Had().IsMatch(cue.Span.SliceOf(passage.Document.Text));

    private const string ClaimNouns = "claims?|statements?|information|allegations?|accusations?|reports?|figures?|numbers?|accounts?|charges?|suggestions?|assertions?|versions?|stor(?:y|ies)|rumou?rs?|study|studies|findings";

    private const string SpokenNouns = ClaimNouns + "|words|remarks|comments";

    [GeneratedRegex(@"(?:\b(?:is|are|was|were|be|been|being|as|all|simply|completely|entirely|totally|absolutely|patently|categorically)|(?<=\p{L})['’]s) (?:(?:a|an|all|pure|complete|completely|total|totally|entirely|simply|just|utter|utterly|another|again) )*(?:fabricat(?:ed|ion)s?|(?<!that had been )invented|false(?! (?:choice|hope|start|alarm))|untrue(?! but)|baseless|groundless|unfounded|nonsense|lies?|fiction|hoax|propaganda|fantas(?:y|ies)|inventions?|a myth|rubbish|(?:not|far from) (?:true|correct|the truth|the case)(?! (?:only|that (?:only|all|every))))\b|\b(?:is|are|was|were)n['’]t true\b|\binvented from\b|\bfairy tales?\b|\b(?:a |^|tales .{0,40}are )fabrication\b|\bmultiplied by imagination\b|\b(?:neither|none)\b[^.;,]{0,40} (?:is|are|was|were) (?:true|correct|accurate)\b|\bthe (?:exact )?opposite (?:is|was) (?:the case|true)\b|\bnot a (?:grain|word|shred|jot) of (?:it|this|that|truth)\b|\b(?:did not happen|didn['’]t happen|never happened|no truth to|no truth in|no such thing|nothing of the (?:kind|sort)|does not correspond to reality|did not correspond to reality|(?:that|this|it)(?:['’]s| is| was) not (?:so|what happened|how it was)(?! (?:much|many|sure)))\b|^[“""]*no[,.!] (?:nobody|no one|nothing|(?:that|this|it|we|there|he|she|they|I)\b[^.!?]{0,24}(?:\bnot\b|n['’]t\b|\bnever\b|\bno\b))|\b(?:pure|mere|sheer|just|simply|nothing but) (?:theatre|theater|show|spectacle|farce|PR)\b|\b(?:is|was|were|been|are) staged\b|\b(?:" + ClaimNouns + @")\b(?:[^.;]{0,60}(?<! and )[“""«‘]|(?:(?! (?:that|which|who|and|or) )[^.;]){0,60} )(?:(?:yet )?(?:another|an?|pure|complete|utter|total) )*(?:wishful thinking|throw-in|inventions?|hoax|canard|concoction|forger(?:y|ies)|myth|grotesque|baseless|groundless|unfounded|false|fanciful|far-fetched|malicious|delusion(?:al)?|rubbish|garbage|propaganda|fiction|fakes?|fantas(?:y|ies)|disinformation|lies|nonsense|absurd|ridiculous|untrue|fabrications?|provocations?|obscene|outrageous|slander(?:ous)?|libel(?:lous)?|cynical|laughable|gossip|smears?|insult(?:ing)?)\b|^(?:that|this|it|these|them|those|(?:the|this|that|these|those) (?:" + ClaimNouns + @")) [“""«‘](?:(?:a|an|pure|complete|total|another|utter) ){0,2}(?:fantas(?:y|ies)|lies?|nonsense|fabrication|invention|fake|absurd|ridiculous|myth|rubbish|fairy tale|obscene|outrageous|slander|cynical|laughable|gossip)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dismissal();

    [GeneratedRegex(@"^(?:[Tt]he )?(?<whose>\p{L}[\p{L}-]{2,30}(?: \p{Lu}[\p{L}-]{1,30}){0,2})[’']s? (?:\p{Ll}+ )?(?:accounts?|claims?|accusations?|allegations?|charges?|statements?|figures?|assertions?|suggestions?|reports?|version|criticism|attacks?|numbers?|counts?|estimates?|words|remarks|comments|story|post)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Whose();

    [GeneratedRegex(@"^(?!(?:how|why|what(?! (?:it|he|she|they) (?:termed|called|described))|whether|where)\b)(?:(?:(?:both|all|any|none|each) of )?(?:that|this|it|them|these|those|both|as|what (?:it|he|she|they) (?:termed|called|described))\b|.*\b(?:" + ClaimNouns + @"|notions?|legends?|idea|count|tally)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex ClaimLike();

    [GeneratedRegex(@"^(?:a fabrication )?(?:the|these|those|such|all|any|that|this|his|her|their|its|both|neither)\b(?: [\p{L}’']+){0,2}? (?:" + SpokenNouns + @")\b(?! (?:that|of|about))", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"^(?:(?:the|these|those|such|any|that|this|his|her|their|its|both|neither)\b|\p{L}[\p{L}-]*[’']s?)(?: [\p{L}’']+){0,2}? (?:figures?|numbers?|counts?|tall(?:y|ies)|totals?|estimates?|tolls?|data|statistics)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    // "That is not true", "it's a lie": what was just said.
    [GeneratedRegex(@"^(?:(?:all (?:of )?)?(?:that|this|it)|these|those|they|none of (?:that|this|it))(?:['’]s| is| was| are| were| isn[’']t| wasn[’']t)\b|^no[,.!] |\bno such thing\b|\bnothing of the (?:kind|sort)\b|\bnot a (?:grain|word|shred|jot) of (?:it|this|that|truth)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Echo();

    // "rejected the idea that the matter should rest", "dismisses the notion that voting is likely to help"
    [GeneratedRegex(@"^(?:(?:the |any )?(?:notion|idea|suggestion)s? )?that\b[^.;]{2,60}? (?:should|ought to|must)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ought();

    [GeneratedRegex(@"^(?:the|this|that|these|those|such|all) (?:[\p{L}’'-]+ )?(?:" + ClaimNouns + @"|footage|video|document|list|picture|photograph)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TakenUp();

    // "which", "that that was the case", "it happened": the claim is elsewhere.
    [GeneratedRegex(@"^(?:which|who|it|this|(?:that )?(?:it|this|that) (?:was|is|had|has|happened)(?: (?:so|true|the case|been|happened|done))?(?=[.,;""”]*$)|a point|(?:that|this|the) (?:idea|notion|view|suggestion))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Empty();

    // "that he was …", "having reported …", "any role in …"
    [GeneratedRegex(@"^(?:that (?!suggestion|claim|report|idea)|what (?:it|he|she|they) (?:termed|called|described)|any |having |being |all |involvement|responsibility|wrongdoing|links|a role|\p{L}{2,}ing )", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?:(?:a|an|the|as|any|all|such|recent|earlier|media|[\p{L}]+[’']s?) ){0,3}(?:" + ClaimNouns + @"|notion|idea|criticism|charge) (?:that|of|about|on|by|in)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ClaimWithContent();

    [GeneratedRegex(@"\b(?:" + ClaimNouns + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex SomeClaim();

    [GeneratedRegex(@"\b(?:everyone|everybody|every single|all of (?:them|the)|each of (?:them|the)|each and every|always|at all times|in full|to the last|without exception|at any time|around the clock)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Insistent();

    [GeneratedRegex(@"^(?:that|(?:[\p{L}’']+ ){0,3}(?:concerns?|fears?|worries|criticism|attacks?|criticisms|suggestions?) (?:that|of|about|over)) |\b(?:this|the|any|that) (?:" + ClaimNouns + @"|notion|idea) that\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotionThat();

    // "I don't think we should", "does not understand the first thing": an opinion, which answers no claim.
    [GeneratedRegex(@"^[^.;]{0,60}(?:\bnot|n['’]t) (?:(?:think|believe|feel) [^.;]{0,40}\b(?:should|ought|must|need)\b|understand\b|care\b|like to\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Opinion();

    // "had not been granted access to all prisoners": to some, perhaps.
    [GeneratedRegex(@"(?:\bnot|n['’]t)\b[^.;,:“”""]{0,40}?(?<! at) (?:all|every)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotAll();

    [GeneratedRegex(@"^(?:had|have earlier|has earlier)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Had();
}
