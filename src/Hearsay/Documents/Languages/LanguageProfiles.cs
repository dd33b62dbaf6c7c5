using System.Collections.Frozen;
using System.Globalization;

namespace Hearsay.Documents.Languages;

/// <summary>How often each letter occurs in a language, and the words that hold its sentences together.</summary>
/// <remarks>Frequencies are rounded from the tables that encyclopaedias print; the words are the commonest of each language that stand in few others.</remarks>
internal sealed class LanguageProfile
{
    /// <summary>Share, in hundredths, given to a letter that the language does not use: foreign names hold some.</summary>
    private const double Foreign = 0.01;

    private readonly FrozenDictionary<char, double> letters;

    private LanguageProfile(string code, string frequencies, string words)
    {
        Code = code;
        Words = [.. words.Split(' ')];
        letters = frequencies.Split(' ').ToFrozenDictionary(
            entry => entry[0],
            entry => Math.Log(double.Parse(entry.AsSpan(1), CultureInfo.InvariantCulture) / Foreign));
    }

    /// <summary>ISO 639-1 code.</summary>
    public string Code { get; }

    /// <summary>The words that hold sentences together, in lower case.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The logarithm of how much more frequent a lower-case letter is than a foreign one; 0 for a foreign one.</summary>
    public double Weigh(char letter) => letters.GetValueOrDefault(letter);

    /// <summary>Languages written in Cyrillic letters.</summary>
    public static IReadOnlyList<LanguageProfile> Cyrillic { get; } =
    [
        new("uk", "а8.2 б1.7 в5.4 г1.6 ґ.01 д3.4 е4.8 є.5 ж.8 з2.3 и6.1 і5.7 ї.6 й1.3 к3.7 л3.7 м3.1 н6.8 о9.4 п2.9 р4.6 с4.1 т5.4 у3.3 ф.3 х1.2 ц.8 ч1.3 ш.7 щ.5 ь1.9 ю.8 я2.4",
            "і й та що у не це як до за від про для ви але є був була було були його її їх він вона вони які який яка яке також після під час через щоб ще вже або якщо із зі між лише коли де ми цього цей року те без при може бути на за з у в до по під над україни українських полонених військових військовополонених"),
        new("ru", "а8 б1.6 в4.5 г1.7 д3 е8.4 ё.1 ж.9 з1.6 и7.4 й1.2 к3.5 л4.4 м3.2 н6.7 о10.9 п2.8 р4.7 с5.5 т6.3 у2.6 ф.3 х1 ц.5 ч1.4 ш.7 щ.4 ъ.04 ы1.9 ь1.7 э.3 ю.6 я2",
            "и что не как это но из от так же бы было был была были его её их он она они которые который также после во время если или еще ещё уже только когда где мы этого этот года то без при об чтобы нет есть для по со под между на за с у в до может быть имеет или все россии российских пленных военных военнопленных"),
        new("be", "а15 б1.8 в2.8 г2.2 д3.7 е3.7 ё.6 ж.8 з2.9 і6 й1.1 к3.8 л3.6 м3 н6.6 о3.4 п2.7 р5.5 с5 т4 у3 ў2.4 ф.2 х1.1 ц3.5 ч1.4 ш.9 ы3.9 ь1.6 э1.6 ю.7 я4.5",
            "і што ў не гэта як але яго яе іх ён яна яны якія які таксама пасля каб яшчэ ўжо толькі калі дзе мы гэты года без пры было быў была былі ад па са або з для"),
        new("bg", "а11.8 б1.3 в4.3 г1.5 д3.3 е8.7 ж.6 з2 и9 й.7 к3.3 л3.1 м2.4 н7.2 о8.8 п2.8 р4.8 с4.9 т7.7 у1.5 ф.3 х.6 ц.6 ч1.2 ш.4 щ.6 ъ1.5 ь.02 ю.1 я1.6",
            "и на да от за се не са по като че ще е във със това но беше са били който която които след още вече само когато или си те той тя ги го му при до през между има всеки всички това тези тази"),
        new("sr", "а11.5 б1.5 в3.7 г1.7 д3.7 ђ.2 е8.8 ж.6 з1.7 и9.7 ј5 к3.7 л3.2 љ.5 м3.4 н5.6 њ.6 о9.1 п2.9 р5.3 с4.7 т4.5 ћ.6 у4 ф.2 х.6 ц.7 ч1 џ.03 ш.9",
            "и је да у на се су од за не са који која које као али није био била били после још већ само када или што то он она они до из"),
        new("mk", "а12.6 б1.4 в4.2 г1.8 д3.7 ѓ.1 е9.7 ж.6 з1.5 ѕ.03 и8.8 ј2.2 к3.9 л2.9 љ.03 м2.3 н6.8 њ.2 о9.9 п2.9 р4.6 с4.5 т7.4 ќ.3 у1.8 ф.3 х.1 ц.7 ч.7 џ.03 ш.6",
            "и на да од за се не со што е во ги го ја беше биле кој која кои по како но или уште само кога тој таа тие до има секој сите"),
        new("kk", "а12 ә1.1 б2.7 в.3 г1.2 ғ1.7 д4.8 е7.8 ж1.6 з2.1 и1 й2.2 к3 қ4 л5.2 м3.1 н6.5 ң1.3 о2.5 ө.8 п1.4 р5.4 с3.7 т5.7 у2.1 ұ.7 ү.9 х.2 ш1.9 ы7.6 і5.5 я.4 ю.2 ц.1",
            "және мен бір бұл үшін деп да де еді болды бойынша туралы кейін"),
    ];

    /// <summary>Languages written in Latin letters.</summary>
    public static IReadOnlyList<LanguageProfile> Latin { get; } =
    [
        new("en", "a8.2 b1.5 c2.8 d4.3 e12.7 f2.2 g2 h6.1 i7 j.15 k.8 l4 m2.4 n6.7 o7.5 p1.9 q.1 r6 s6.3 t9.1 u2.8 v1 w2.4 x.15 y2 z.07",
            "the of and to in that is was for on with as by at from it he his her they their this are were be been has had have not but or which who will would said says say after before over about more than into its an when what how why no we you she our your there if could should may out up against under between because says still new prisoners war minister"),
        new("de", "a6.5 b1.9 c2.7 d5.1 e16.4 f1.7 g3 h4.6 i6.6 j.3 k1.4 l3.4 m2.5 n9.8 o2.6 p.7 q.02 r7 s7.3 t6.2 u4.2 v.8 w1.9 x.03 y.04 z1.1 ä.6 ö.4 ß.3 ü1",
            "der die das und ist nicht von mit den dem des ein eine einen einem zu auf für im sich auch als an es bei nach wie aus wird werden hat haben war sie er wir ich aber oder noch nur über vor um durch dass kein keine zum zur gegen zwischen"),
        new("fr", "a7.6 b.9 c3.3 d3.7 e14.7 f1.1 g.9 h.7 i7.5 j.6 k.07 l5.5 m3 n7.1 o5.8 p2.5 q1.4 r6.7 s7.9 t7.2 u6.3 v1.8 w.05 x.4 y.1 z.3 à.5 â.05 ç.1 è.3 é1.5 ê.2 î.05 ô.02 ù.06",
            "le la les de des du et est un une en que qui dans pour par sur au aux avec ne pas plus ce cette ces son sa ses il elle ils ont été était sont mais ou où se nous vous leur leurs après selon entre contre sans d l qu"),
        new("es", "a11.5 b2.2 c4 d5 e12.2 f.7 g1.8 h.7 i6.2 j.5 k.01 l5 m3.2 n6.7 o8.7 p2.5 q.9 r6.9 s8 t4.6 u2.9 v1.1 w.02 x.2 y1 z.5 á.5 é.4 í.7 ñ.3 ó.8 ú.2 ü.01",
            "el la los las de del y en que un una es por con para no se su sus al lo como más pero ha han fue son este esta entre sobre sin según tras desde hasta también cuando porque ya o le"),
        new("pt", "a14.6 b1 c3.9 d5 e12.6 f1 g1.3 h.8 i6.2 j.4 k.02 l2.8 m4.7 n4.4 o9.7 p2.5 q1.2 r6.5 s6.8 t4.3 u3.6 v1.6 w.04 x.3 z.5 à.07 á.1 â.6 ã.7 ç.5 é.3 ê.4 í.1 ó.3 ô.6 õ.04 ú.2",
            "o a os as de do da dos das e em no na nos nas que um uma é por com para não se seu sua ao aos como mais mas foi são este esta entre sobre sem segundo após até também quando pelo pela ou já"),
        new("it", "a11.7 b.9 c4.5 d3.7 e11.8 f1.2 g1.6 h.6 i10.1 j.01 k.01 l6.5 m2.5 n6.9 o9.8 p3.1 q.5 r6.4 s5 t5.6 u3 v2.1 w.03 y.02 z1.2 à.6 è.3 ì.03 ò.1 ù.2",
            "il lo la i gli le di del della dei delle e è in che un una uno per con non si su al alla da dal dalla nel nella come più ma ha hanno sono stato questo questa tra fra anche dopo secondo contro senza o dell l"),
        new("nl", "a7.5 b1.6 c1.2 d5.9 e18.9 f.8 g3.4 h2.4 i6.5 j1.5 k2.2 l3.6 m2.2 n10 o6.1 p1.6 r6.4 s3.7 t6.8 u2 v2.9 w1.5 x.04 y.04 z1.4 é.03 ë.03",
            "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij door over uit naar heeft hebben werd wordt worden deze die nog tot geen hij ze zij wij tegen volgens tussen na"),
        new("sv", "a9.4 b1.5 c1.5 d4.7 e10.1 f2 g2.9 h2.1 i5.8 j.6 k3.1 l5.3 m3.5 n8.5 o4.5 p1.8 r8.4 s6.6 t7.7 u1.9 v2.4 w.1 x.2 y.7 z.07 å1.3 ä1.8 ö1.3",
            "och att det i en som är av för på den med till inte har de ett om han var från sig men vid efter eller också när kan ska mot under mellan hon vi"),
        new("da", "a6 b2 c.6 d5.9 e15.5 f2.4 g4.1 h1.6 i6 j.7 k3.4 l5.2 m3.2 n7.2 o4.6 p1.8 r9 s5.8 t6.9 u2 v2.3 w.07 y.7 z.03 å1.2 æ.9 ø.9",
            "og at det i en som er af for på den med til ikke har de et om han var fra sig men ved efter eller også når kan skal mod mellem hun vi jeg være blev av å ble etter også mellom"),
        new("fi", "a12.2 b.3 c.3 d1 e8 f.2 g.4 h1.9 i10.8 j2 k5 l5.8 m3.2 n8.8 o5.6 p1.8 r2.9 s7.9 t8.8 u5 v2.3 y1.7 z.05 ä3.6 ö.4",
            "ja on ei että se oli ovat mutta myös kun hän joka jotka sekä tai ole kuin mukaan jälkeen vielä nyt ne tämä sen"),
        new("pl", "a9.5 b1.5 c4 d3.3 e7.9 f.3 g1.4 h1.1 i8.3 j2.3 k3.4 l2.1 m2.9 n5.6 o7.6 p3.1 r4.6 s4.3 t4 u2.3 v.03 w4.5 y3.9 z5.6 ą1 ć.4 ę1.1 ł1.7 ń.2 ó.8 ś.7 ź.06 ż.9",
            "i w na z do się nie że jest o jak to po za od przez dla ale oraz był była było były jego jej ich który która które także tym ze są czy lub już tylko przed między co ma"),
        new("cs", "a8.4 b.8 c.7 d3.5 e7.6 f.1 g.1 h1.4 i6.1 j1.4 k2.9 l3.8 m2.4 n6.5 o6.7 p1.9 r4.8 s5.2 t5.7 u2.2 v5.3 w.02 x.03 y1 z1.5 á.9 č.5 ď.02 é.6 ě1.2 í1.6 ň.01 ó.02 ô.02 ř.4 š.7 ť.01 ú.05 ů.2 ý1 ž.7 ľ.02",
            "a v na se je že s z o do to za pro ale jako jeho její který která které také po od by ve být byl byla bylo byli podle mezi již nebo jsou i sa nie aj ktorý k"),
        new("hr", "a11.5 b1.5 c1.2 d3.7 e8.8 f.2 g1.6 h.7 i9.8 j5.1 k3.6 l3.3 m3.1 n6.6 o9 p2.9 r5.4 s5.6 t4.8 u4.3 v3.5 z2.3 č1 ć.6 đ.2 š1 ž.5",
            "i je u na da se su od za ne s koji koja koje kao ali nije bio bila bili nakon još već samo kada ili što to on ona oni do iz će prema između"),
        new("ro", "a9.9 b1.1 c5.3 d3.5 e11.5 f1.2 g1 h.5 i9.9 j.2 k.1 l4.5 m3.1 n6.5 o4.1 p3.2 r6.8 s4.4 t6 u6.2 v1.2 x.1 z.7 ă4.1 â.9 î1.4 ș1.5 ş.5 ț1.2 ţ.5",
            "și în de la a cu pe din că nu o un este sunt pentru au fost mai care ce se prin după al ale lui sau dar să între către le am si sa"),
        new("hu", "a8.9 b1.9 c.6 d1.9 e11.6 f.5 g2.8 h1.2 i4.3 j1.1 k4.5 l6.7 m3.8 n6.8 o3.9 p1 r2.8 s7 t6.9 u.7 v1.5 y2.6 z4.3 á3.4 é4.3 í.5 ó.9 ö.8 ő1 ü.6 ű.3 ú.2",
            "a az és hogy nem is egy de volt van meg ez azt már csak vagy szerint után mint el ki között ha"),
        new("tr", "a12.9 b2.8 c1.5 d5.2 e9.9 f.5 g1.3 h1.2 i9.6 j.03 k5.7 l5.9 m3.8 n8 o3 p.9 r7.7 s3 t3.3 u3.2 v1 y3.3 z1.5 ç1.2 ğ1.1 ı5.1 ö.8 ş1.8 ü1.9",
            "ve bir bu da de için ile olarak daha çok ne olan gibi ama sonra kadar değil var yok oldu dedi göre karşı arasında en"),
        new("id", "a20.4 b2.6 c.8 d5 e8.3 f.2 g3.7 h2.7 i8 j1.5 k5.1 l3.3 m4.2 n9.3 o1.3 p2.6 r4.6 s4.2 t5.6 u5 v.2 w.5 y1.5",
            "dan yang di untuk dengan pada dari ini itu tidak akan oleh dalam ke adalah telah juga sebagai karena kata mereka kepada"),
        new("lt", "a12 b1.4 c.5 d2.7 e6 f.3 g1.9 h.1 i13.5 j2.1 k4.3 l3.1 m3.6 n5.2 o6.2 p2.7 r5.3 s7.9 t5.8 u4.7 v2.3 y1.4 z.3 ą.8 č.4 ę.3 ė1.7 į.7 š1.2 ų1.4 ū.5 ž.8 ā2 ē1 ī1 õ.3 ä.8 ü.5 ö.3",
            "ir kad su iš į yra buvo ne tai kaip bet o per apie nuo un ka ar par no uz ir bija ja et on ei oma see kui"),
    ];
}
