using Hearsay.Documents;
using Hearsay.Documents.PlainText;

namespace Hearsay.Tests.Documents.PlainText;

public sealed class DateLineTests
{
    [Theory]
    [InlineData("14 March 2031")]
    [InlineData("March 14, 2031, 10:42 GMT")]
    [InlineData("Published: Mar. 14th, 2031 at 4:05 pm | Updated 16 March 2031")]
    [InlineData("Friday 14 March 2031.")]
    [InlineData("TELN, Varnia, 14 March 2031")]
    [InlineData("2031-03-14T10:42:00+02:00")]
    [InlineData("14.03.2031 | 18:20")]
    [InlineData("14/03/2031")]
    [InlineData("03/14/31")]
    [InlineData("П'ятниця, 14 березня 2031, 12:40")]
    [InlineData("Опубликовано 14 марта 2031 г. в 09:15")]
    public void Reads_the_day(string line) => Assert.Equal(new DateOnly(2031, 3, 14), DateLine.Parse(line)?.Date.Value);

    [Theory]
    [InlineData("5:07 p.m.")]
    [InlineData("10:42")]
    [InlineData("14 March, 10:42")]
    public void A_time_or_a_day_without_year_is_a_date_line_without_a_day(string line) => Assert.Equal(DateBasis.Unknown, DateLine.Parse(line)?.Date.Basis);

    [Fact]
    public void Day_and_month_that_may_be_swapped_give_the_days_between() =>
        Assert.Equal(new PublicationDate(null, new DateOnly(2031, 3, 4), new DateOnly(2031, 4, 3), DateBasis.Text), DateLine.Parse("04/03/2031")?.Date);

    [Fact]
    public void An_update_is_told_from_a_publication()
    {
        Assert.True(DateLine.Parse("Updated: 15 March 2031")?.IsUpdate);
        Assert.False(DateLine.Parse("Published: 15 March 2031")?.IsUpdate);
    }

    [Theory]
    [InlineData("On 14 March 2031 the ministry published the list.")]
    [InlineData("412 prisoners named")]
    [InlineData("31 February 2031 was named as a birthday")]
    [InlineData("Brigade 12")]
    [InlineData("630")]
    [InlineData("99.99.2031 and 12 more")]
    public void Other_lines_are_none(string line) => Assert.Null(DateLine.Parse(line));
}
