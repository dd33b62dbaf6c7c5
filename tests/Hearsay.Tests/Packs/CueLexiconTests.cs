using Hearsay.Packs;

namespace Hearsay.Tests.Packs;

public sealed class CueLexiconTests
{
    private static readonly CueLexicon Cues = DomainPack.Load(Repository.Pack).Cues;

    [Theory]
    [InlineData("said", "say")]
    [InlineData("denies", "deny")]
    [InlineData("denied", "deny")]
    [InlineData("admitting", "admit")]
    [InlineData("planned", "plan")]
    [InlineData("noting", "note")]
    [InlineData("thought", "think")]
    [InlineData("vetoes", "veto")]
    [InlineData("urged", "urge")]
    [InlineData("knew", "know")]
    [InlineData("accusations", "accusation")]
    public void Finds_inflected_forms(string form, string lemma) => Assert.Contains(Cues.Find(form).ToArray(), cue => cue.Word.Lemma == lemma);

    [Fact]
    public void Lists_no_word_twice() => Assert.Empty(Cues.Words.GroupBy(word => (word.Lemma, word.Class)).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void An_entry_that_cannot_be_read_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "cues.yml");
        File.WriteAllText(file, "- { lemma: say, act: sings }\n");
        Assert.Contains("sings", Assert.Throws<InvalidDataException>(() => CueLexicon.Read(file)).Message, StringComparison.Ordinal);
        File.WriteAllText(file, "- { lemma: say, colour: red }\n");
        Assert.Contains("cues.yml:1", Assert.Throws<InvalidDataException>(() => CueLexicon.Read(file)).Message, StringComparison.Ordinal);
    }
}
