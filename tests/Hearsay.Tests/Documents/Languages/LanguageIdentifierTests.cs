using Hearsay.Documents.Languages;

namespace Hearsay.Tests.Documents.Languages;

public sealed class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "Minister: no list was sent")]
    [InlineData("en", "Oskeland claims capture of Halm bridge")]
    [InlineData("en", "The ombudsman of Varnia said on Thursday that no offer had been made.")]
    [InlineData("uk", "Омбудсман заперечила список полонених")]
    [InlineData("uk", "У Тельні повідомили, що перемовини тривають")]
    [InlineData("ru", "Минобороны опровергло отказ от обмена")]
    [InlineData("ru", "В Тельне сообщили о начале переговоров")]
    [InlineData("other", "Das Ministerium bestätigte am Dienstag die Übergabe der Liste.")]
    [InlineData("other", "Le ministère a démenti mardi toute offre d'échange de prisonniers.")]
    [InlineData("other", "Ministerstwo zaprzeczyło we wtorek, że lista została przekazana.")]
    [InlineData("other", "El ministerio negó el martes que se hubiera ofrecido un canje.")]
    [InlineData("other", "Bakanlık salı günü takas teklifinin yapıldığını yalanladı.")]
    [InlineData("other", "Министерството отрече във вторник, че е получило списък с пленници.")]
    [InlineData("other", "Министарство је у уторак негирало да је добило списак заробљеника.")]
    [InlineData("other", "Міністэрства абвергла ў аўторак, што атрымала спіс палонных.")]
    [InlineData("other", "Het ministerie ontkende dinsdag dat er een aanbod was gedaan.")]
    [InlineData("other", "Il ministero ha smentito martedì qualsiasi offerta di scambio.")]
    [InlineData("other", "国防省は火曜日、捕虜の名簿を受け取っていないと述べた。")]
    [InlineData("other", "نفت الوزارة يوم الثلاثاء تلقي أي عرض لتبادل الأسرى")]
    public void Tells_short_texts(string expected, string text) => Assert.Equal(expected, Identify(text));

    [Theory]
    [InlineData("412")]
    [InlineData("No list")]
    [InlineData("2031-03-14 10:42 …")]
    public void Too_few_letters_tell_nothing(string text) => Assert.Null(Identify(text));

    [Fact]
    public void The_majority_of_a_mixed_text_decides() => Assert.Equal(
        "uk",
        Identify("The list: names and dates. Омбудсман сказала, що у списку є цивільні та ті, хто вже повернувся додому, і закликала родини звертатися до бюро."));

    [Theory]
    [InlineData("uk-UA", "uk")]
    [InlineData("EN", "en")]
    [InlineData("de", "other")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_declared_tag_stands_for_an_answer(string? tag, string? expected) => Assert.Equal(expected, LanguageIdentifier.OfTag(tag));

    private static string? Identify(string text) => LanguageIdentifier.Identify(text, [new TextSpan(0, text.Length)]);
}
