using Hearsay.Documents;
using Hearsay.Documents.PlainText;
using Hearsay.Packs;

namespace Hearsay.Tests.Documents.PlainText;

/// <summary>Sets each row of <c>furniture.tsv</c> and <c>article-lines.tsv</c> into articles and looks what it is read as.</summary>
public sealed class FurnitureTableTests
{
    private static readonly string[][] Articles =
    [
        [
            "Varnia rejects list of 412 prisoners",
            "The ombudswoman of Varnia said on Thursday that no offer of any kind had reached her office in Teln.",
            "“We learned of the list from a channel,” Mira Selk told reporters. Officials in the capital added that the names had been copied from an older register.",
            "According to Ivo Tarn, a spokesman for the army, forty-one of the men came home in May.",
        ],
        [
            "Why the buses never came",
            "For three nights the families of Halm waited at the bridge with bread and blankets, because somebody had told them that the exchange would take place there.",
            "The bureau had announced nothing. It had counted on quiet, it says now, and the families had counted on the bureau.",
            "On the fourth morning the last of them went home.",
        ],
    ];

    private static readonly PlainTextReader Reader = new(DomainPack.Load(Repository.Pack), ReadLimits.Default);

    public static TheoryData<string, string, string> Furniture => Rows("furniture.tsv");

    public static TheoryData<string, string, string> ArticleLines => Rows("article-lines.tsv");

    [Theory]
    [MemberData(nameof(Furniture))]
    public void Page_furniture_and_comments_are_no_body(string place, string kind, string lines) =>
        Assert.All(Articles, article =>
        {
            var added = lines.Split(" // ");
            var reading = Reader.Read(string.Join("\n\n", Placed(article, place, added)));
            Assert.All(added, line => Assert.False(IsArticle(RoleOf(reading, line)), $"{kind}: {line}"));
            Assert.All(article, line => Assert.True(IsArticle(RoleOf(reading, line)), $"{kind}: the article's “{line}” was lost"));
            if (place is "thread") { Assert.Equal(BlockRole.Comment, RoleOf(reading, added[^1] is "Reply" ? added[^2] : added[^1])); }
        });

    [Theory]
    [MemberData(nameof(ArticleLines))]
    public void An_articles_own_lines_stay(string place, string kind, string line) =>
        Assert.All(Articles, article => Assert.True(RoleOf(Reader.Read(string.Join("\n\n", Placed(article, place, [line]))), line) is { } role && (IsArticle(role) || role is BlockRole.Dateline), kind));

    /// <summary>The same lines as furniture above, without empty lines between paragraphs: a text as it is copied from a page.</summary>
    [Fact]
    public void Most_furniture_is_known_without_empty_lines_too()
    {
        var (known, all) = (0, 0);
        foreach (var row in Rows("furniture.tsv"))
        {
            var added = ((string)row.Data.Item3).Split(" // ");
            var reading = Reader.Read(string.Join("\n", Placed(Articles[0], row.Data.Item1, added)));
            all += added.Length;
            known += added.Count(line => reading.Blocks.Any(block => block.Span.SliceOf(reading.Text) == line && !IsArticle(block.Role)));
        }

        Assert.True(known >= 0.95 * all, $"{known} of {all}");
    }

    private static string[] Placed(string[] article, string place, string[] lines) => place switch
    {
        "head" => [article[0], .. lines, .. article[1..]],
        "amid" => [.. article[..2], .. lines, .. article[2..]],
        _ => [.. article, .. lines],
    };

    private static bool IsArticle(BlockRole role) => role is BlockRole.Headline or BlockRole.Body or BlockRole.Quote or BlockRole.List;

    private static BlockRole RoleOf(Reading reading, string line) => reading.Blocks.First(block => block.Span.SliceOf(reading.Text) == line).Role;

    private static TheoryData<string, string, string> Rows(string file)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Hearsay.Tests", "Documents", "PlainText", file)).Where(line => line.Length > 0 && line[0] is not '#'))
        {
            var parts = line.Split('\t');
            rows.Add(parts[0], parts[1], parts[2]);
        }

        return rows;
    }
}
