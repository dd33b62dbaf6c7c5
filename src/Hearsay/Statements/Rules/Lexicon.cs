using System.Collections.Frozen;

namespace Hearsay.Statements.Rules;

/// <summary>The closed classes of English that the rules lean on. Open classes (cue words, outlets) are pack data.</summary>
internal static class Lexicon
{
    public static readonly FrozenSet<string> Be = Set("be am is are was were been being 's 're 'm");
    public static readonly FrozenSet<string> Have = Set("have has had having 've 'd");
    public static readonly FrozenSet<string> Do = Set("do does did");
    public static readonly FrozenSet<string> Modals = Set("will would can could may might must shall should 'll wo ca cannot");
    public static readonly FrozenSet<string> Auxiliaries = Be.Concat(Have).Concat(Do).Concat(Modals).ToFrozenSet(StringComparer.Ordinal);
    public static readonly FrozenSet<string> SubjectPronouns = Set("i he she they we it you who");
    public static readonly FrozenSet<string> Pronouns = Set("i he she they we it you who whom me him her them us this that these those one some many most others everyone everybody someone somebody anyone nobody another both all each several few");
    public static readonly FrozenSet<string> ObjectPronouns = Set("me him her them us you it");
    public static readonly FrozenSet<string> Possessives = Set("my his her their our its your whose");
    public static readonly FrozenSet<string> Articles = Set("the a an");
    public static readonly FrozenSet<string> Determiners = Set("the a an this that these those my his her their our its your whose some any no every each another many several few both all more most such");
    public static readonly FrozenSet<string> Prepositions = Set("of in on at by for from with to about against among between into over under after before during through without within toward towards across behind beyond despite amid upon via per near outside inside until till since like alongside regarding concerning following around off as than throughout besides beside");
    public static readonly FrozenSet<string> Subordinators = Set("that because if when while although though whereas unless whether where how why before after since until once as so which who whom whose what than lest");
    public static readonly FrozenSet<string> Coordinators = Set("and but or nor yet");
    public static readonly FrozenSet<string> Relatives = Set("who which that");
    public static readonly FrozenSet<string> Interrogatives = Set("what who whom which when where why how whether if");
    public static readonly FrozenSet<string> Days = Set("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight mon. tue. tues. wed. thu. thurs. fri. sat. sun.");
    public static readonly FrozenSet<string> Months = Set("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.");
    public static readonly FrozenSet<string> Adverbs = Set("not n't also never then later already even just only often again now still once twice instead ever always soon yet too so recently previously earlier since repeatedly reportedly first further furthermore nevertheless however therefore thus actually really simply merely almost nearly rather quite probably likely perhaps maybe once though long well back there here today yesterday tonight all both each");

    /// <summary>Common verbs whose past is irregular and that are no cue words.</summary>
    public static readonly FrozenSet<string> IrregularVerbs = Set("went gone came become became began begun left held met ran run won lost took taken made gave given got brought bought caught kept led fell fallen felt rose grew grown threw thrown flew drew drawn drove driven spent stood sat sent built broke broken chose cut hit hurt paid sold shot shut struck taught wore woke fought");

    /// <summary>"n't", "not", "never", "no".</summary>
    public static bool Negates(string lower) => lower is "not" or "n't" or "never" or "no" or "neither" or "nor";

    public static bool IsAdverb(string lower) => Adverbs.Contains(lower) || (lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal) && lower is not ("family" or "assembly" or "reply" or "july" or "italy" or "supply" or "daily" or "weekly" or "ally" or "likely" or "only" or "rally" or "apply" or "imply"));

    public static bool IsPreposition(string lower) => Prepositions.Contains(lower);

    /// <summary>True for a word that is most likely a finite or participial verb, by closed classes and ending; cue words are looked up elsewhere.</summary>
    public static bool LooksLikeVerb(string lower) =>
        Auxiliaries.Contains(lower) || IrregularVerbs.Contains(lower) || (lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal) && lower is not ("united" or "hundred" or "indeed" or "sacred" or "unnamed"));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
