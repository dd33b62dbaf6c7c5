using System.Collections.Frozen;

namespace Hearsay.Statements.Attributions;

/// <summary>Kinds of words that speak of saying, thinking, wanting and showing, so that what is learned of a common verb helps with a rare one of its kind.</summary>
/// <remarks>The kinds follow the idea of verb classes (Levin, "English Verb Classes and Alternations", 1993); the lists are our own. A lemma stands in one list of its part of speech only.</remarks>
internal static class WordClass
{
    private static readonly string[] Verbs =
    [
        // saying
        "say state announce declare remark comment add explain disclose reveal proclaim pronounce utter recount relate narrate reiterate repeat restate clarify elaborate specify stipulate",
        "tell inform notify advise brief apprise assure remind warn caution alert reassure update",
        "report write publish post tweet retweet blog text email cable wire document chronicle detail outline summarize summarise recap quote cite paraphrase read transcribe sign draft pen dictate record list",
        "claim allege assert contend maintain insist argue aver avow attest testify swear vow affirm reaffirm posit submit profess purport charge counter retort protest plead",
        "shout yell scream cry whisper mutter murmur mumble bellow roar quip joke crack laugh chuckle sigh scoff sneer snap bark growl grumble moan groan lament bemoan chant intone exclaim blurt gush rant rave thunder fume huff sob sing deadpan drawl",
        "answer reply respond rejoin interject interrupt chime continue begin conclude close finish start open",
        "ask inquire enquire question query wonder interview grill quiz press poll survey probe demand interrogate",
        "order command direct instruct require mandate decree rule ordain forbid ban prohibit bar bid enjoin summon subpoena impose authorize authorise permit allow approve",
        "urge call appeal beg beseech implore exhort encourage petition lobby push advocate recommend propose suggest counsel prod pressure invite",
        "promise pledge guarantee commit undertake threaten offer volunteer agree consent assent accept concur",
        "deny refute rebut dispute reject dismiss disavow disclaim repudiate contradict disagree decline refuse rebuff spurn object dissent balk demur",
        "admit concede acknowledge confess grant own recognize recognise",
        "criticize criticise condemn denounce decry deplore slam blast bash rip attack assail lambaste castigate chastise chide rebuke reprimand scold berate lash hammer pan ridicule mock deride disparage belittle denigrate malign accuse blame fault impugn indict excoriate skewer savage vilify demonize smear",
        "praise laud applaud commend hail celebrate tout champion extol compliment congratulate thank welcome salute honor honour cheer admire endorse back support favor favour embrace defend vouch",
        "boast brag gloat complain gripe whine grouse apologize apologise regret repent confide divulge leak hint imply insinuate intimate signal indicate allude refer mention note observe point stress emphasize emphasise underscore underline highlight accentuate",
        "describe characterize characterise portray depict label dub term brand name define classify frame paint cast liken compare deem consider regard view see treat rate rank",
        "discuss debate talk speak chat converse address lecture preach negotiate bargain confer consult deliberate quarrel present pitch broach raise bring",
        // thinking
        "think believe suppose presume assume reckon figure guess suspect imagine fancy conjecture surmise speculate hypothesize hypothesise theorize theorise feel hold trust",
        "know understand realize realise grasp comprehend recall remember recollect forget learn discover find hear gather notice perceive sense detect",
        "doubt fear worry dread fret agonize distrust mistrust",
        "expect anticipate foresee predict forecast project prophesy envision envisage estimate calculate prognosticate foretell",
        "infer deduce determine decide judge adjudge resolve choose elect opt settle vote diagnose",
        "hope wish want desire crave long yearn prefer like love need seek aspire aim intend mean plan plot scheme try hunger ache",
        "hate dislike detest loathe despise resent abhor oppose resist disapprove disdain mind begrudge",
        "surprise shock stun amaze astonish impress concern alarm trouble please delight disappoint upset anger outrage infuriate frustrate",
        // showing
        "show demonstrate prove confirm verify establish reflect illustrate display exhibit evidence corroborate substantiate validate disprove uncover expose",
        "watch witness look glimpse spot listen",
    ];

    private static readonly string[] Nouns =
    [
        "claim assertion allegation contention accusation charge statement remark comment announcement declaration pronouncement proclamation disclosure revelation admission confession concession denial rebuttal retort reply response answer explanation clarification",
        "argument view opinion belief conviction position stance thinking thought idea notion theory hypothesis assumption presumption impression perception assessment judgment judgement evaluation verdict conclusion finding ruling decision determination",
        "promise pledge vow commitment guarantee assurance threat warning caution reminder advice recommendation suggestion proposal offer plan intention intent aim goal ambition",
        "call demand request appeal plea petition order command directive instruction mandate decree edict question query inquiry",
        "hope wish desire dream expectation prediction forecast projection estimate fear worry concern anxiety doubt suspicion skepticism scepticism",
        "criticism condemnation denunciation complaint objection protest opposition rejection praise support approval endorsement backing acceptance acclaim disapproval agreement",
        "report study survey poll research analysis data evidence statistic figure record document memo letter email book article column editorial story dossier paper review audit investigation transcript video tape recording photo",
        "speech interview debate briefing conference testimony address rally appearance conversation discussion talk tweet post message text release op-ed essay sermon lecture meeting hearing",
    ];

    private static readonly string[] Others =
    [
        "sure certain confident convinced aware unaware hopeful optimistic pessimistic skeptical sceptical doubtful uncertain unsure clear adamant insistent eager willing unwilling reluctant ready prepared determined",
        "afraid fearful worried concerned anxious nervous glad happy pleased proud sad sorry angry furious surprised shocked disappointed grateful thankful supportive critical dismissive mindful wary",
        "according per accord",
    ];

    private static readonly FrozenDictionary<uint, byte> OfVerb = Read(Verbs, 1);
    private static readonly FrozenDictionary<uint, byte> OfNoun = Read(Nouns, 1 + Verbs.Length);
    private static readonly FrozenDictionary<uint, byte> OfOther = Read(Others, 1 + Verbs.Length + Nouns.Length);

    /// <summary>The class of a lemma's hash as a word of this kind, 0 where it has none.</summary>
    public static byte Of(uint lemma, Traits kind) =>
        ((kind & Traits.Verb) != 0 ? OfVerb : (kind & Traits.Noun) != 0 ? OfNoun : OfOther).GetValueOrDefault(lemma);

    private static FrozenDictionary<uint, byte> Read(string[] lists, int first) => lists
        .SelectMany((list, index) => list.Split(' ').Select(word => (Key: AttributionText.HashFolded(word), Class: (byte)(first + index))))
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Class);
}
