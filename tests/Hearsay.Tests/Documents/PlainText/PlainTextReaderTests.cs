using System.Diagnostics;
using System.Text;
using Hearsay.Documents;
using Hearsay.Documents.PlainText;
using Hearsay.Packs;

namespace Hearsay.Tests.Documents.PlainText;

public sealed class PlainTextReaderTests
{
    private const string Prose = "The ombudsman of Varnia said on Thursday that no offer of any kind had reached her office.";
    private const string MoreProse = "Officials in the capital added that the names had been copied from an older register of the missing.";

    private static readonly PlainTextReader Reader = new(DomainPack.Load(Repository.Pack), ReadLimits.Default);

    [Theory]
    [InlineData("Varnia's ombudsman rejects list of 412 prisoners\n\n" + Prose)]
    [InlineData("Halm Daily\n\nWar and Peace\n\nVarnia's ombudsman rejects list of 412 prisoners\n\n" + Prose)]
    [InlineData("Home\nNews\nWorld\nSport\nVarnia's ombudsman rejects list of 412 prisoners\nBy Marta Lind\n14 March 2031\n" + Prose)]
    [InlineData("Halm Daily\nVarnia's ombudsman rejects list of 412 prisoners\n\n14 March 2031\nMarta Lind\nNorthern correspondent, reporting from Teln\n\n" + Prose)]
    [InlineData("Varnia's ombudsman rejects list of 412 prisoners\n\nFrom Halmpedia, the free encyclopedia\n\n" + Prose)]
    [InlineData("Varnia's ombudsman rejects list of 412 prisoners\nOfficials say that it was never submitted for exchange\n" + Prose)]
    public void The_headline_is_found_among_what_stands_above_the_text(string text) => Assert.Equal("Varnia's ombudsman rejects list of 412 prisoners", Reader.Read(text).Title);

    [Theory]
    [InlineData("Diary of a truce: soup and a violin\n6.40: It is raining at the bridge.\n8.15: The envoy's office says that six of the men are blind.\n9.05: A nurse plays the violin.\n14.00: The guards say that they are content.\n15.10: The bridge is closed.")]
    [InlineData("A day at the Halm ferry\n06:10: The first boat leaves.\n07:30: Dana Orlik says that nobody has told her anything.\n12.00: The guards eat.\n12.45: The second boat leaves.")]
    public void Times_of_day_open_no_comments(string text) => Assert.DoesNotContain(Reader.Read(text).Blocks, block => block.Role is BlockRole.Comment);

    [Theory]
    [InlineData("Halm bridge reopens after two years.\n\n" + Prose + " " + MoreProse, "Halm bridge reopens after two years.")]
    [InlineData("Why Varnia Does Not Want Its Prisoners Back\n" + Prose, "Why Varnia Does Not Want Its Prisoners Back")]
    [InlineData("TELN, March 3. /NORD/. More than 60 servicemen of Oskeland have surrendered near Halm, sources told Nord.\n\n" + Prose + " " + MoreProse, null)]
    [InlineData("TELN, Varnia (Nord) — Was that really the general who never gave way to anyone at all?\n\n" + Prose + " " + MoreProse, null)]
    [InlineData(Prose, null)]
    [InlineData(Prose + "\n" + MoreProse, null)]
    public void A_first_sentence_is_a_headline_only_where_its_shape_says_so(string text, string? title) => Assert.Equal(title, Reader.Read(text).Title);

    [Theory]
    [InlineData("By Marta Lind and Jon Aber", BlockRole.Byline)]
    [InlineData("Автор: Олена Приходько", BlockRole.Byline)]
    [InlineData("Additional reporting by Sven Aldo; editing by Kit Morrow", BlockRole.Byline)]
    [InlineData("14 March 2031, 10:42 GMT", BlockRole.Dateline)]
    [InlineData("Teln, Varnia, 14 March 2031", BlockRole.Dateline)]
    [InlineData("Buses wait at the crossing. (Photo by Ida Renn/AFP via Getty Images)", BlockRole.Caption)]
    [InlineData("A convoy near Halm in May. Photo: 31st Brigade", BlockRole.Caption)]
    [InlineData("Фото: пресслужба штабу", BlockRole.Caption)]
    [InlineData("Read the full report here.", BlockRole.Boilerplate)]
    [InlineData("Also read: Three soldiers return", BlockRole.Boilerplate)]
    [InlineData("Читайте також: Троє військових повернулися", BlockRole.Boilerplate)]
    [InlineData("Follow our live blog for the latest from the front", BlockRole.Boilerplate)]
    [InlineData("Subscribe 👉 @halmdaily", BlockRole.Boilerplate)]
    [InlineData("Support the Dispatch. Become our patron!", BlockRole.Boilerplate)]
    [InlineData("1.2K shares", BlockRole.Boilerplate)]
    [InlineData("👍 312 ❤️ 45", BlockRole.Boilerplate)]
    [InlineData("12,4 тис. переглядів", BlockRole.Boilerplate)]
    [InlineData("World | Conflict | Prisoners of war", BlockRole.Boilerplate)]
    [InlineData("Senior reporter", BlockRole.Boilerplate)]
    [InlineData("4.2K Reposts   312 Quotes   11K Likes", BlockRole.Boilerplate)]
    [InlineData("The bureau's building in Teln in March. (Ivan Petrak / Teln Independent)", BlockRole.Caption)]
    [InlineData("14:25  03.12.2031   2 min read   Views: 2 314", BlockRole.Dateline)]
    [InlineData("Iryna Lemak — Wednesday, 5 November 2031, 09:12", BlockRole.Dateline)]
    [InlineData("[2] https://bureau.example/statement", BlockRole.Sources)]
    [InlineData("3 killed, 14 wounded", BlockRole.Body)]
    [InlineData("* * *", BlockRole.Boilerplate)]
    [InlineData("https://halm.example/list", BlockRole.Boilerplate)]
    [InlineData("Source: Elm Institute for Border Studies", BlockRole.Body)]
    [InlineData("Details: The list holds 14 civilians.", BlockRole.Body)]
    [InlineData("Background:", BlockRole.Body)]
    [InlineData("Where the number comes from", BlockRole.Body)]
    [InlineData("By Tuesday the army had counted sixty-one men.", BlockRole.Body)]
    [InlineData("Read more than one register, the colonel advised the families.", BlockRole.Body)]
    [InlineData("The minister said that readers should support the prisoners' families.", BlockRole.Body)]
    [InlineData("TELN, March 14 (Nord) — The army denied it.", BlockRole.Body)]
    [InlineData("— Скільки людей у списку?", BlockRole.Body)]
    [InlineData("> We offered an exchange.", BlockRole.Quote)]
    public void A_line_amid_an_article_has_its_role(string line, BlockRole role) =>
        Assert.Equal(role, RoleOf($"Varnia rejects list of 412 prisoners\n\n{Prose}\n\n{line}\n\n{MoreProse}\n", line));

    [Fact]
    public void Comments_begin_at_their_heading_and_run_to_the_end()
    {
        const string text = "Varnia rejects list\n" + Prose + "\nComments (2)\nOld sailor\nThe ministry has lied to all of us for years, and it will lie again.\nReply\nKarin\nHe is home.\n© 2031 Halm Daily";
        Assert.Equal(
            [BlockRole.Headline, BlockRole.Body, BlockRole.Comment, BlockRole.Comment, BlockRole.Comment, BlockRole.Boilerplate, BlockRole.Comment, BlockRole.Comment, BlockRole.Boilerplate],
            Roles(text));
    }

    [Fact]
    public void A_count_of_comments_above_the_text_heads_none() =>
        Assert.Equal([BlockRole.Headline, BlockRole.Boilerplate, BlockRole.Body, BlockRole.Body], Roles($"Varnia rejects list of prisoners\nComments (2)\n{Prose}\n{MoreProse}"));

    [Fact]
    public void A_second_story_below_its_label_stays_body() =>
        Assert.Equal(
            [BlockRole.Headline, BlockRole.Body, BlockRole.Boilerplate, BlockRole.Body, BlockRole.Boilerplate],
            Roles($"Varnia rejects list of prisoners\n\n{Prose}\n\nMore on this topic…\n\n{MoreProse}\n\nRead the full report here."));

    [Fact]
    public void Titles_below_a_bare_label_are_teasers() =>
        Assert.Equal(
            [BlockRole.Headline, BlockRole.Body, BlockRole.Boilerplate, BlockRole.Boilerplate, BlockRole.Boilerplate, BlockRole.Body],
            Roles($"Varnia rejects list of prisoners\n{Prose}\nRelated articles\nThree soldiers return after two years\nGrain prices rise again\n{MoreProse}"));

    [Fact]
    public void Takeaways_are_a_list_and_one_hyphen_is_not()
    {
        Assert.Equal(BlockRole.List, RoleOf($"Varnia rejects list\n{Prose}\n- Seven are home.\n- Fourteen are civilians.", "- Seven are home."));
        Assert.Equal(BlockRole.List, RoleOf($"Varnia rejects list\n{Prose}\n1. Seven are home.\n2. Fourteen are civilians.", "2. Fourteen are civilians."));
        Assert.Equal(BlockRole.Body, RoleOf($"Varnia rejects list\n{Prose}\n- Seven are home, she said.\n{MoreProse}", "- Seven are home, she said."));
    }

    [Theory]
    [InlineData("Sources: Nord agency, Halm Daily, Institute for Border Studies")]
    [InlineData("Джерела: Норд, Тельнська правда")]
    public void A_closing_list_of_sources_is_told_from_a_label(string line) => Assert.Equal(BlockRole.Sources, RoleOf($"Varnia rejects list\n{Prose}\n{line}\n", line));

    [Fact]
    public void What_introduces_the_author_is_no_body()
    {
        Assert.Equal(BlockRole.Byline, RoleOf($"Varnia rejects list\nBy Brenda Coyle\n{Prose}\n{MoreProse}\nBrenda Coyle is a reporter based in Teln.", "Brenda Coyle is a reporter based in Teln."));
        Assert.Equal(BlockRole.Boilerplate, RoleOf($"Varnia rejects list\n{Prose}\nAbout the author\nShe has covered the army since it was founded in the year 2009.", "She has covered the army since it was founded in the year 2009."));
    }

    [Fact]
    public void A_label_that_is_repeated_is_furniture()
    {
        var text = $"Varnia rejects list\n{Prose}\nHalm Extra\n{MoreProse}\nHalm Extra\n{Prose} Again.\nHalm Extra\n{MoreProse} Again.";
        Assert.Equal(BlockRole.Boilerplate, RoleOf(text, "Halm Extra"));
    }

    [Fact]
    public void Lines_broken_to_a_width_are_joined_to_paragraphs()
    {
        const string first = "The General Staff of Oskeland claims that more than 900 soldiers of\nVarnia have surrendered since January. The figure comes from a blog,\nwhich multiplied a count of 61 that the Nord agency had attributed to\nunnamed officials of the border guard in the town of Halm.";
        const string second = "There is no evidence of such numbers, said Greta Holm of the Institute\nfor Border Studies, who has followed the front for two years now and\nkeeps a count of her own.";
        var reading = Reader.Read($"Nine hundred deserters?\n\n{first}\n\n{second}\n");
        Assert.Equal(3, reading.Blocks.Length);
        Assert.Equal(first.Length, reading.Blocks[1].Span.Length);
    }

    [Fact]
    public void Metadata_is_read_from_the_lines_near_the_headline()
    {
        var reading = Reader.Read($"Varnia rejects list of prisoners\nBy Marta Lind\nPublished: 14 March 2031\nUpdated: 16 March 2031\n{Prose}");
        Assert.Equal("Marta Lind", reading.Byline);
        Assert.Equal(PublicationDate.On(new DateOnly(2031, 3, 14), DateBasis.Text), reading.Published);
        Assert.Equal(new DateOnly(2031, 3, 16), reading.Modified);
    }

    [Theory]
    [InlineData("The evening brief: Friday, March 14, 2031")]
    [InlineData("Interview: Marta Lind. Broadcast on Friday, 14 March 2031; shortened")]
    [InlineData("Bulletin for Friday 14 March 2031")]
    public void A_line_above_the_text_may_tell_the_day_by_its_weekday(string line) =>
        Assert.Equal(PublicationDate.On(new DateOnly(2031, 3, 14), DateBasis.Text), Reader.Read($"Varnia rejects list of prisoners\n\n{line}\n\n{Prose}\n\n{MoreProse}").Published);

    [Fact]
    public void A_day_without_its_weekday_is_no_day_of_publication() =>
        Assert.Equal(DateBasis.Unknown, Reader.Read($"What happened on the bridge on 14 March 2031\n\n{Prose}\n\n{MoreProse}").Published.Basis);

    [Fact]
    public void Blocks_beyond_the_limit_become_one()
    {
        var reading = new PlainTextReader(DomainPack.Load(Repository.Pack), new ReadLimits { MaxBlocks = 10 }).Read(string.Join('\n', Enumerable.Repeat("word", 1000)));
        Assert.Equal(11, reading.Blocks.Length);
        Assert.Equal(4999, reading.Blocks[^1].Span.End);
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("a.\n")]
    [InlineData("Read more: ")]
    [InlineData("- \n")]
    [InlineData("\uFFFD\0|")]
    [InlineData("<a <")]
    public void Time_grows_with_the_length_alone(string piece)
    {
        var small = Repeat(piece, 200_000);
        var large = Repeat(piece, 800_000);
        _ = Reader.Read(small);
        var (one, four) = (Time(small), Time(large));
        Assert.True(four < (one * 12) + TimeSpan.FromMilliseconds(300), $"{one} for one part, {four} for four");
    }

    private static TimeSpan Time(string text)
    {
        var watch = Stopwatch.StartNew();
        _ = Reader.Read(text);
        return watch.Elapsed;
    }

    private static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();

    private static BlockRole[] Roles(string text) => [.. Reader.Read(text).Blocks.Select(block => block.Role)];

    private static BlockRole RoleOf(string text, string line) => Reader.Read(text).Blocks.First(block => block.Span.SliceOf(text) == line).Role;
}
