namespace Hearsay.Tests.Language;

public sealed class TokeniserTests
{
    [Theory]
    [InlineData("They don't know, and Velk's men can't say.", "They do n't know , and Velk 's men ca n't say .")]
    [InlineData("We’ve said it’s Oskeland’s; they’ll see we aren’t.", "We ’ve said it ’s Oskeland ’s ; they ’ll see we are n’t .")]
    [InlineData("WON'T and Don't", "WO N'T and Do n't")]
    [InlineData("the prisoners' families", "the prisoners ' families")]
    [InlineData("They cannot, and are gonna leave.", "They can not , and are gon na leave .")]
    [InlineData("O'Dell and d’Arnot met ma'am.", "O'Dell and d’Arnot met ma'am .")]
    [InlineData("'Twas 'til the '80s", "'Twas 'til the '80s")]
    public void Contractions_and_possessives(string text, string expected) => Assert.Equal(expected, Plain.Cut(text));

    [Theory]
    [InlineData("It cost $725 and US$1,200.50, or £15,400 (12.5%).", "It cost $ 725 and US$ 1,200.50 , or £ 15,400 ( 12.5 % ) .")]
    [InlineData("at 11:40 on 27.11.2024, 3-1, 9/11 and 24/7", "at 11:40 on 27.11.2024 , 3-1 , 9/11 and 24/7")]
    [InlineData("It fell to -5 and .45, up +3.", "It fell to -5 and .45 , up +3 .")]
    [InlineData("the 1990s, the 3rd and 81-year-old men; 1,2 and 3", "the 1990s , the 3rd and 81-year-old men ; 1 , 2 and 3")]
    [InlineData("620 €, 40 ₴ and 3½ tons", "620 € , 40 ₴ and 3½ tons")]
    public void Numbers_and_currencies(string text, string expected) => Assert.Equal(expected, Plain.Cut(text));

    [Theory]
    [InlineData("a long-term, law-and-order pro-Varnian and/or UN-backed plan", "a long-term , law-and-order pro-Varnian and/or UN-backed plan")]
    [InlineData("AT&T, Q&A and Smith & Sons", "AT&T , Q&A and Smith & Sons")]
    [InlineData("See https://news.example.org/a?b=1, www.example.com and example.org/x.", "See https://news.example.org/a?b=1 , www.example.com and example.org/x .")]
    [InlineData("Harbour.NET, Harbour.Info and Online.UA agree.It was so.", "Harbour.NET , Harbour.Info and Online.UA agree . | It was so .")]
    [InlineData("Write to desk.one@example.com, @the_desk or #PrisonerList2!", "Write to desk.one@example.com , @the_desk or #PrisonerList2 !")]
    public void Compounds_and_addresses(string text, string expected) => Assert.Equal(expected, Plain.Cut(text));

    [Theory]
    [InlineData("\"No,\" she said.", "\" No , \" she said .")]
    [InlineData("“He said ‘no’,” she said.", "“ He said ‘ no ’ , ” she said .")]
    [InlineData("«No», said Orlen.", "« No » , said Orlen .")]
    [InlineData("„No“, said Orlen.", "„ No “ , said Orlen .")]
    [InlineData("''No,'' said Orlen.", "'' No , '' said Orlen .")]
    public void Quotation_marks_are_tokens_of_their_own(string text, string expected) => Assert.Equal(expected, Plain.Cut(text));

    [Theory]
    [InlineData("Wait... no – or -- yes—well… fine", "Wait ... no – or -- yes — well … fine")]
    [InlineData("They left . . . and came back", "They left .·.·. and came back")]
    [InlineData("Really?! [They] left (early).", "Really ?! | [ They ] left ( early ) .")]
    public void Dashes_ellipses_and_brackets(string text, string expected) => Assert.Equal(expected, Plain.Cut(text));

    [Theory]
    [InlineData("Gen. R. M. Velk of the U.N. met Dr. Orlen at 5 p.m. on Nov. 3 in Port St. Anna.", "Gen. R. M. Velk of the U.N. met Dr. Orlen at 5 p.m. on Nov. 3 in Port St. Anna .")]
    [InlineData("the U.N.-backed court, e.g. No. 4 and No. Then", "the U.N.-backed court , e.g. No. 4 and No . | Then")]
    [InlineData("Orlen Ltd. and others, etc.", "Orlen Ltd. and others , etc .")]
    [InlineData("a Ph.D. student", "a Ph.D. student")]
    public void Abbreviations_keep_their_period(string text, string expected) => Assert.Equal(expected, Plain.Cut(text));

    [Theory]
    [InlineData("Він сказав: «Об'єкт у м. Київ, 1 200 грн.» — і пішов.", "Він сказав : « Об'єкт у м. Київ , 1 200 грн. » — і пішов .", "uk")]
    [InlineData("В г. Осле прошло 27.11.2024 что-то. Он не знал.", "В г. Осле прошло 27.11.2024 что-то . | Он не знал .", "ru")]
    public void Cyrillic(string text, string expected, string language) => Assert.Equal(expected, Plain.Cut(text, language: language));

    [Fact]
    public void A_character_beyond_the_basic_plane_is_never_cut() =>
        Assert.Equal("Fine 👍🏽 𝐛𝐨𝐥𝐝 .", Plain.Cut("Fine 👍🏽 𝐛𝐨𝐥𝐝."));

    [Fact]
    public void A_run_of_letters_without_end_is_cut_at_the_stated_length()
    {
        var cut = Plain.Cut(new string('x', 3000)).Split(' ');
        Assert.Equal([1024, 1024, 952], cut.Select(token => token.Length));
    }
}
