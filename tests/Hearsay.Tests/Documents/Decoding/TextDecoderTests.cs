using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hearsay.Documents.Decoding;

namespace Hearsay.Tests.Documents.Decoding;

public sealed class TextDecoderTests
{
    private const string Ukrainian = "Міністерство оборони Оскеланду заявило, що список із 412 полонених передали ще в січні. Їхні імена оприлюднять у п'ятницю.";
    private const string Russian = "Министерство обороны Варнии сообщило, что никаких предложений об обмене пленными не поступало. Это подтвердили в штабе.";
    private const string French = "L’armée d’Oskeland a démenti hier l’existence d’une liste : « Rien n’a été proposé », répète le général Élie Maçon à la télévision.";
    private const string German = "Das Ministerium bestätigte am Dienstag, daß über 60 Überläufer gezählt wurden; „größere Zahlen“ seien unbelegt.";

    [Theory]
    [InlineData("windows-1251", Ukrainian)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-u", Ukrainian)]
    [InlineData("koi8-u", Russian)]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1252", German)]
    public void Content_tells_the_code_pages_apart(string name, string text)
    {
        var decoded = TextDecoder.Decode(Bytes(name, text.Replace('’', '\'')));
        Assert.Equal((name, text.Replace('’', '\'')), (decoded.Encoding, decoded.Text));
    }

    [Theory]
    [InlineData("windows-1251", "СПИСОК ПОЛОНЕНИХ ОПРИЛЮДНЕНО")]
    [InlineData("koi8-u", "СПИСОК ВОЕННОПЛЕННЫХ ОПУБЛИКОВАН")]
    [InlineData("windows-1251", "Brigade 12: «Обмін відбудеться»")]
    [InlineData("windows-1252", "Le prisonnier rentre à la maison, dit-il")]
    public void Short_lines_and_capitals_are_told_apart_too(string name, string text) =>
        Assert.Equal((name, text), (TextDecoder.Decode(Bytes(name, text)).Encoding, TextDecoder.Decode(Bytes(name, text)).Text));

    [Theory]
    [InlineData("utf-8", new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData("utf-16le", new byte[] { 0xFF, 0xFE })]
    [InlineData("utf-16be", new byte[] { 0xFE, 0xFF })]
    [InlineData("utf-32le", new byte[] { 0xFF, 0xFE, 0, 0 })]
    [InlineData("utf-32be", new byte[] { 0, 0, 0xFE, 0xFF })]
    public void A_byte_order_mark_decides_and_is_removed(string name, byte[] mark)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-16le" => new UnicodeEncoding(false, false),
            "utf-16be" => new UnicodeEncoding(true, false),
            "utf-32le" => new UTF32Encoding(false, false),
            _ => new UTF32Encoding(true, false),
        };
        var decoded = TextDecoder.Decode([.. mark, .. encoding.GetBytes(Ukrainian)], transport: "windows-1252");
        Assert.Equal((name, Ukrainian), (decoded.Encoding, decoded.Text));
    }

    [Theory]
    [InlineData(false, "utf-16le")]
    [InlineData(true, "utf-16be")]
    public void Utf16_is_known_without_its_mark(bool bigEndian, string name)
    {
        var decoded = TextDecoder.Decode(new UnicodeEncoding(bigEndian, false).GetBytes(Russian));
        Assert.Equal((name, Russian), (decoded.Encoding, decoded.Text));
    }

    [Theory]
    [InlineData("UTF-8", Ukrainian, "windows-1251")]
    [InlineData("iso-8859-1", Russian, "windows-1251")]
    [InlineData("windows-1252", Ukrainian, "koi8-u")]
    [InlineData("windows-1251", Russian, "koi8-u")]
    public void A_declaration_that_the_bytes_contradict_is_overridden_and_noted(string declared, string text, string actual)
    {
        var decoded = TextDecoder.Decode(Bytes(actual, text), declared);
        Assert.Equal((actual, text), (decoded.Encoding, decoded.Text));
        Assert.Contains(decoded.Notes, note => note.Contains("declared", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("windows-1250", "Ministerstvo zveřejnilo jména zajatců; její mluvčí říká, že žádný seznam není.")]
    [InlineData("iso-8859-2", "Ministerstwo ogłosiło listę jeńców, której rzecznik zaprzeczył później.")]
    [InlineData("koi8-r", Russian)]
    [InlineData("shift_jis", "国防省は捕虜の名簿を公表した。")]
    [InlineData("gb18030", "国防部公布了战俘名单。")]
    public void A_declaration_that_fits_is_kept(string declared, string text)
    {
        var decoded = TextDecoder.Decode(Bytes(declared, text), null, declared);
        Assert.Equal((declared, text), (decoded.Encoding, decoded.Text));
    }

    [Fact]
    public void Valid_utf8_is_read_as_such_whatever_was_declared()
    {
        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes(Ukrainian), "windows-1251");
        Assert.Equal(("utf-8", Ukrainian), (decoded.Encoding, decoded.Text));
    }

    [Fact]
    public void Each_byte_that_cannot_be_decoded_becomes_one_replacement_character()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Варнія € "), 0xE2, 0x82, (byte)' ', 0xF0, 0x9F, 0x98, (byte)'.'];
        var decoded = TextDecoder.Decode(bytes);
        Assert.Equal(("utf-8", "Варнія € \uFFFD\uFFFD \uFFFD\uFFFD\uFFFD."), (decoded.Encoding, decoded.Text));
        Assert.Contains(decoded.Notes, note => note.Contains("(5 in all)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_byte_that_a_code_page_leaves_unassigned_is_replaced() =>
        Assert.EndsWith("\uFFFD", TextDecoder.Decode([.. Bytes("windows-1251", Ukrainian), 0x98]).Text, StringComparison.Ordinal);

    [Fact]
    public void A_lone_surrogate_becomes_one_replacement_character() =>
        Assert.Equal("a\uFFFDb", TextDecoder.Decode([0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0]).Text);

    [Fact]
    public void Lines_end_in_line_feeds_alone_and_nothing_is_trimmed() =>
        Assert.Equal(" one\ntwo\n\nthree\f\u2028four \n", TextDecoder.Decode(Encoding.UTF8.GetBytes(" one\r\ntwo\r\rthree\f\u2028four \r")).Text);

    [Fact]
    public void A_text_that_says_U_FFFD_itself_is_not_blamed() => Assert.Empty(TextDecoder.Decode("damaged \uFFFD before"u8).Notes);

    [Theory]
    [InlineData("<html><head><meta charset='WINDOWS-1251'>", "windows-1251")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=koi8-u\">", "koi8-u")]
    [InlineData("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><html>", "windows-1252")]
    [InlineData("<!-- <meta charset=big5> --><meta charset=cp1251>", "windows-1251")]
    [InlineData("<meta charset=utf-16>", "utf-8")]
    [InlineData("<meta charset=klingon>", null)]
    [InlineData("<p>charset=koi8-u</p>", null)]
    public void A_page_declares_its_character_set(string page, string? expected) => Assert.Equal(expected, CharsetLabels.Declared(Encoding.ASCII.GetBytes(page)));

    [Fact]
    public void Any_bytes_decode_without_exception() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        Gen.Elements<string?>(null, "utf-8", "windows-1251", "koi8-r", "gb18030", "shift_jis", "iso-2022-jp", "utf-16", "x").ToArbitrary(),
        (bytes, charset) => TextDecoder.Decode(bytes, charset).Text.Length <= bytes.Length).QuickCheckThrowOnFailure();

    private static byte[] Bytes(string name, string text) => CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text);
}
