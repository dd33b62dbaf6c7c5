using Hearsay.Packs;

namespace Hearsay.Tests.Packs;

public sealed class FurnitureWordingTests
{
    private const string Classes = """
        classes:
          - name: share
            words: 5
            whole: [share, "# shares"]
            opens: ["follow * on telegram"]
          - name: credit
            kind: caption
            closes: ["/ nord"]
          - name: more
            whole: ["more from *"]
          - name: plea
            hits: 2
            words: 30
            holds: ["support us", "every month"]
        """;

    [Theory]
    [InlineData("Share", "share")]
    [InlineData(" «SHARE» ", "share")]
    [InlineData("1,204 shares", "share")]
    [InlineData("Follow Halm Daily on Telegram!", "share")]
    [InlineData("A bus near Halm / Nord", "credit")]
    [InlineData("MORE FROM THE VALLEY", "more")]
    [InlineData("Please support us, even with little, every month", "plea")]
    public void A_line_belongs_to_the_class_whose_wording_it_holds(string line, string name) => Assert.Equal(name, Load(Classes).Match(line)?.Name);

    [Theory]
    [InlineData("Share prices fell")]
    [InlineData("He told Nord")]
    [InlineData("Please support us")]
    [InlineData("More from the valley and all of its many towns and hamlets tonight")]
    [InlineData("Follow the money on a very long way to the Telegram")]
    [InlineData("")]
    [InlineData("…")]
    public void Other_lines_belong_to_none(string line) => Assert.Null(Load(Classes).Match(line));

    [Fact]
    public void A_mistake_is_reported_with_its_place()
    {
        var problem = Assert.Throws<InvalidDataException>(() => Load("classes:\n  - name: a\n    kind: nonsense"));
        Assert.Contains("line 3", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_without_the_file_has_no_furniture() => Assert.Null(FurnitureWording.Load("no-such-file.yml").Match("Share"));

    private static FurnitureWording Load(string yaml)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, yaml);
            return FurnitureWording.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
