using System.Text.RegularExpressions;

namespace Hearsay.Matters.Checks;

/// <summary>The words by which a text sets two numbers against each other.</summary>
internal static partial class RivalWording
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Telling = @"(?:sa(?:y|ys|id)|speaks? of|spoke of|puts?|gives?|gave|reports?|reported|writes?|wrote|counts?|counted|claims?|claimed|lists?|listed|quotes?|quoted|cites?|cited|estimates?|estimated|tells? of|told|mentions?|mentioned|thinks?|thought|guess(?:es|ed)|according to|records?|recorded|names?|named)";

    /// <summary>Words that oppose what goes before, for expressions of several checks.</summary>
    public const string Opposing = @"insist(?:s|ed|ing)?|maintain(?:s|ed)|counter(?:s|ed)|retort(?:s|ed)|object(?:s|ed)|contend(?:s|ed)|however|by contrast|on the contrary|in contrast|whereas|in reality|in truth|in fact|contradict(?:s|ed)|corrected";

    /// <summary>True for the stem of a word for a record of something else: a name on a list, a certificate, a ballot.</summary>
    public static bool IsPaper(string stem) => stem is "nam" or "name" or "identification" or "surnam" or "application" or "request" or "petition" or "entry" or "lin" or "line" or "row" or "record" or "signatur" or "ballot" or "certificat" or "notic" or "ticket" or "document" or "fil" or "file" or "paper" or "number" or "tag" or "label" or "receipt" or "passport" or "payslip" or "vot" or "vote";

    /// <summary>Between the right number and the wrong one.</summary>
    [GeneratedRegex(@"^[^.;\d]{0,40}?,? (?:and )?(?:not|rather than|instead of) (?:the |as many as )?(?:(?:\p{Ll}+) ){0,2}$", Options)]
    public static partial Regex NotThat();

    /// <summary>Between the wrong number and the right one.</summary>
    [GeneratedRegex(@"^[^.;\d]{0,40}?,? but (?:(?:only|just|in fact|rather|really|some|about) )?$", Options)]
    public static partial Regex ButThis();

    /// <summary>Right before the wrong number.</summary>
    [GeneratedRegex(@"\bnot (?:the |as many as )?$", Options)]
    public static partial Regex Not();

    /// <summary>From the one who gives another number to it.</summary>
    [GeneratedRegex(@"(?:^|[,;.] (?:and |but |while |whereas )?|\band |\bwhile )(?:another|others?|the others?|a second|a third|the second)\b(?:(?: \p{L}+){0,4} (?:of )?|[^.;\d]{0,30} " + Telling + @"\b[^.;\d]{0,60})$", Options)]
    public static partial Regex Another();

    /// <summary>Up to the first of two numbers, where somebody tells it.</summary>
    [GeneratedRegex(@"\b(?:one|some|a)\b (?:\p{L}+ ){0,4}" + Telling + @"\b[^.;]{0,40}$", Options)]
    public static partial Regex OneTells();

    /// <summary>A verb that tells.</summary>
    [GeneratedRegex(@"\b" + Telling + @"\b|\b(?:another|others?|second|other) of $", Options)]
    public static partial Regex Tells();

    /// <summary>Up to a number that somebody denies to have been passed.</summary>
    [GeneratedRegex(@"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|reject(?:s|ed|ing)?)\b[^.;:“""]{0,60}$|\bnever (?:had|received|sent|held|saw|got) $", Options)]
    public static partial Regex Denies();

    /// <summary>Between two numbers of one sentence, where the second is of an earlier time.</summary>
    [GeneratedRegex(@"\b(?:than|compared with|against|from|up on|down on) (?:the )?(?:yesterday|(?:day|week|month|year|night) before|last (?:week|month|year|night|summer|winter|spring|autumn)|a (?:week|month|year|day) (?:ago|before|earlier))\b", Options)]
    public static partial Regex ThanBefore();

    /// <summary>A source that is somebody's earlier report: what it has may have grown since.</summary>
    [GeneratedRegex(@"^(?:an? |the |its |their )?(?:earlier|previous|first|initial) (?:\p{L}+ )?(?:notice|statement|report|count|figure|toll|version|message|post)\b", Options)]
    public static partial Regex EarlierReport();

    /// <summary>Up to a number that an earlier report of somebody had: a count that may have grown since.</summary>
    [GeneratedRegex(@"\b(?:an?|the|its|his|her) (?:earlier|previous|first|initial) (?:\p{L}+ )?(?:notice|statement|report|count|figure|toll|version|message|post)\b|\b(?:had|have|has) (?:earlier|previously|initially|at first)\b", Options)]
    public static partial Regex Earlier();

    /// <summary>Behind a number, where it is of the same as one before it.</summary>
    [GeneratedRegex(@"^[^.;\d]{0,30}?\b(?:from|in|of|for|on|over|at|among|during) (?:exactly |just )?(?:the|those|these) (?:very )?same \p{Ll}+", Options)]
    public static partial Regex TheSame();

    /// <summary>The number before it could not be confirmed.</summary>
    [GeneratedRegex(@"\b(?:not|unable to|cannot|nobody could|failed to|could neither)\b[^.;]{0,30}\b(?:confirm|verify|corroborate|establish|substantiate)\w* (?:this|that|the|his|her|their|these) (?:number|figure|count|toll|total|estimate)s?\b", Options)]
    public static partial Regex NotConfirmed();

    /// <summary>Somebody has it otherwise.</summary>
    [GeneratedRegex(@"\b(?:counts?|counted|reckons?|reckoned) (?:differently|otherwise)\b|\b(?:speaks?|spoke|tells?|told|knows?|knew) of (?:far |many |much |a good many |considerably )?(?:fewer|more|less)\b(?! than)|\b(?:remembers?|remembered|tells?|told|recalls?|recalled|puts?|sees?|saw) (?:it|this|that|the \p{Ll}+) (?:\p{L}+ )?(?:differently|otherwise|(?:much |far |considerably |a good deal )?(?:lower|higher))\b"
        + @"|\b(?:gives?|gave|giving|paints?|painted|offers?|offered|has|have|had|came to|comes to|arrives? at|arrived at) (?:a |an |quite |very |yet )*(?:different|another|contradictory|conflicting|(?:much |far )?(?:lower|higher|smaller|larger)) (?:\p{Ll}+ )?(?:picture|figures?|numbers?|counts?|version|account|toll|totals?|story|estimate|tally|result)\b"
        + @"|\b(?:disput|contest|reject|challeng|dismiss)(?:es|s|ed|e)? (?:all (?:of )?)?(?:(?:it|this|that|these|those|both)(?=[.,;:!?]| (?:and|but|as|all|entirely|saying)\b|$)|(?:the|this|that|these|those|both|such) (?:\p{L}+ )?(?:figures?|numbers?|counts?|toll|totals?|tally|estimates?))\b"
        + @"|\b(?:says?|said|insists?|insisted|claims?|claimed) otherwise\b|\bcontradict(?:s|ed) (?:this|that|it|him|her|them|the (?:figure|number|count))\b", Options)]
    public static partial Regex Differs();

    /// <summary>Up to a number at which somebody's own count arrives.</summary>
    [GeneratedRegex(@"\b(?:gets?|got|comes?|came|arrives?|arrived|adds? up|counts?|counted|makes? it|made it)(?: to| at| up with)? (?:only |just |about |a mere )?$", Options)]
    public static partial Regex GetsTo();

    /// <summary>A number that was told before is spoken of.</summary>
    [GeneratedRegex(@"\b(?:the|that|this|your|his|her|their|its) (?:total|number|figure|sum|count|tally)\b", Options)]
    public static partial Regex TheTotal();

    /// <summary>A sentence, or the question before it, that asks for or gives a total.</summary>
    [GeneratedRegex(@"\b(?:how many|in total|in all|altogether|the total|together|all told|so far|since (?:\p{L}+ )?(?:19|20)\d\d)\b", Options)]
    public static partial Regex Totalling();

    /// <summary>A sentence in which somebody keeps a count.</summary>
    [GeneratedRegex(@"\bon (?:its|his|her|their) (?:books|lists?|rolls?|records?)\b|\bin (?:its|his|her|their) (?:records?|files|books|registers?)\b|\b(?:lists?|registers?|registered|records?|recorded|counts|counted|acknowledges?|acknowledged|admits?|admitted|confirms|confirmed|knows? of|knew of|speaks? of|spoke of)\b|\b(?:the|its|their) (?:list|register|records?|books|files|statistics) (?:of [^.;,]{3,40} )?(?:has|have|had|shows?|showed|gives?|gave|puts?)\b", Options)]
    public static partial Regex Keeps();

    /// <summary>Right before a number that is put for something named before.</summary>
    [GeneratedRegex(@"\b(?:puts?|sets?|gives?|gave|estimates?|estimated)\b (?:it|this|that|(?:the|their|its|that) (?:\p{Ll}+ )?(?:numbers?|figures?|toll|totals?|counts?|losses|tally)(?: of [^.;,\d]{3,40})?) (?:at|as) $", Options)]
    public static partial Regex PutsAt();

    /// <summary>Right before a number that somebody speaks of.</summary>
    [GeneratedRegex(@"\b(?:speaks?|spoke|talks?|talked|knows?|knew|tells?) of $|\b(?:says?|said|counts?|counted|admits?|admitted|claims?|claimed|acknowledges?|acknowledged|reports?|reported) (?:there (?:were|are) |it (?:was|is) |only |just |they (?:were|are) )?$", Options)]
    public static partial Regex SpeaksOf();

    /// <summary>Up to a number, where a sentence or clause has so far said no more than who tells it.</summary>
    [GeneratedRegex(@"(?:^|(?:[;,] (?:and |but |while |whereas |although )?|\b(?:while|whereas|but) ))(?!(?:he|she|it|they|we|i|you|who|which|that|this|these|those|there|in|on|at|by|from|of|and|so|then)\b)[\p{L}'’][^,;.:\d]{2,60}?(?:, [^,;.]{3,80},)? "
        + @"(?:(?:puts?|sets?) (?:it|the (?:\p{Ll}+ )?(?:numbers?|tolls?|figures?|counts?|totals?)) at|makes? it|made it|acknowledges?|acknowledged|admits?|admitted|concedes?|conceded|speaks? of|spoke of|knows? of|knew of|reckons?|reckoned|thinks?|thought|guess(?:es|ed)|estimates?|estimated|believes?|believed|suspects?|suspected|claims?|claimed|(?:estimates?|estimated|puts?|reckoned) the (?:crowd|turnout|attendance|dead|losses|strength|force|group|column) at|counted|says?|said|insists? on|insisted on"
        + @"|(?<=\b(?:lists?|rolls?|payrolls?|registers?|records?|books?|log|logs|ledgers?|files?|archives?|tables?|databases?|statistics|census|tally|manifest|inscription|plaque|report|document|protocol|minutes)(?:, [^,;.]{3,80},)? )(?<record>has|have|had|lists?|names?|shows?|gives?|gave|contains?|counts?|says?)) (?:only |just |there (?:are|were) |(?:that )?it (?:is|was|may be) |they (?:are|were) )?(?:(?:much )?(?:closer|nearer|close|near) to )?$"
        + @"|[;,] (?:and |but |while )?(?<other>by|in|on) (?:the |its |his |her |their )?[\p{L}’' ]{2,40}?(?:reckoning|count|estimate|telling|tally),? (?:it was |there were |they were |only |just ){0,2}$", Options)]
    public static partial Regex BareTelling();

    /// <summary>Between two numbers, where the first is credited to somebody.</summary>
    [GeneratedRegex(@"^[^.;:\d]{0,40}?,? (?:according to|if one believes|by the count of|as told by) [^.;:\d]{3,60}[,;] (?:(?:and|but|or|while|whereas) )?$", Options)]
    public static partial Regex AccordingThen();

    /// <summary>Behind a number that is credited to somebody, in few words.</summary>
    [GeneratedRegex(@"^(?: \p{Ll}+){0,2},? (?:according to|if one believes|by the count of|as told by)\b", Options)]
    public static partial Regex AccordingTo();

    /// <summary>Behind a number with which the clause ends.</summary>
    [GeneratedRegex(@"^(?: (?:dead|wounded|killed|missing|men|people|there|here|of them|so far|in all))?[”""’]?(?:[.;,!?]|$| and\b| while\b| but\b)", Options)]
    public static partial Regex Ends();

    /// <summary>"more names than bodies"</summary>
    [GeneratedRegex(@"\bmore (?<more>\p{L}+) than (?<fewer>\p{L}+)\b|\bfewer (?<fewer>\p{L}+) than (?<more>\p{L}+)\b", Options)]
    public static partial Regex MorePapers();

    /// <summary>What a sentence says to have become of people: words for one fate are one.</summary>
    public static HashSet<string> FatesOf(string sentence) => [.. Fate().Matches(sentence).Select(match => match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Name)];

    /// <summary>What verbs and adjectives of a clause say to have become of people: "prisoners" alone does not say that they are held.</summary>
    public static HashSet<string> BefallenBy(string clause) => FatesOf(CaptiveNouns().Replace(clause, " "));

    [GeneratedRegex(@"(?<!\b(?:took|taken|takes?|taking|made)\b[^.;]{0,60})\b(?:prisoners?|captives?)\b|\b(?:dead|signed|serv(?:e|ed|ing)|contracts?)\b", Options)]
    private static partial Regex CaptiveNouns();

    [GeneratedRegex(@"\b(?:(?<dead>remains|kill(?:s|ing)?|dead|died|deaths?|killed|fallen|perished|executed|murdered|drowned|fatalities)|(?<wounded>wounded|injured|hurt)|(?<freed>freed|released|returned|came home|exchanged)|(?<held>held|hold|holds|holding|captured|captives?|captivity|detained|prisoners?)|(?<missing>missing|unaccounted)|(?<signed>signed|recruited|contracts?|enlisted|serv(?:e|ed|ing)))\b", Options)]
    private static partial Regex Fate();

    /// <summary>Where the words on a number end.</summary>
    [GeneratedRegex(@"[,;.:!?]|\b(?:and|but|while|whereas)\b", Options)]
    public static partial Regex Stops();
}
