using Hearsay.Web.Text;

namespace Hearsay.Tests.Dossier;

public sealed class SourceKeyTests
{
    [Theory]
    [InlineData("Ludmila Vestrakova", "LUDMILA  vestrakova")]
    [InlineData("The Captivity Coordination Bureau", "captivity coordination bureau")]
    [InlineData("Людмила Вестракова", "ЛЮДМИЛА ВЕСТРАКОВА")]
    [InlineData("Varnia’s army", "Varnia's army")]
    [InlineData("Varnia\u200B", "Varnia")]
    public void Names_that_differ_in_dress_only_are_one_source(string one, string other) => Assert.Equal(SourceKey.Of(one), SourceKey.Of(other));

    [Theory]
    [InlineData("Ministry", "M\u0456nistry")]
    [InlineData("Varnia", "Varnian army")]
    public void Other_names_are_not(string one, string other) => Assert.NotEqual(SourceKey.Of(one), SourceKey.Of(other));

    [Theory]
    [InlineData("He")]
    [InlineData("they")]
    [InlineData("—")]
    [InlineData(" \u202E ")]
    public void A_pronoun_that_nothing_resolved_names_nobody(string name) => Assert.Equal("", SourceKey.Of(name));

    [Theory]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("CON", "con")]
    [InlineData("Varnia’s Army & <Staff>", "varnias-army-staff")]
    [InlineData("Людмила", "")]
    [InlineData("a\0b\n c:\\d", "a-b-c-d")]
    public void A_slug_holds_letters_digits_and_hyphens_only(string text, string slug) => Assert.Equal(slug, FileStem.Slug(text));

    [Fact]
    public void Stems_of_different_keys_differ_even_where_slugs_agree()
    {
        string[] keys = ["Людмила", "Остап", "a b", "a-b", "A/B", "con"];
        Assert.Equal(keys.Length, keys.Select(key => FileStem.Of(key, key)).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(keys, key => Assert.Matches("^([a-z0-9]+-)*[0-9a-f]{12}$", FileStem.Of(key, key)));
    }
}
