using System.Collections.Immutable;
using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Language.Dates;

namespace Hearsay.Tests.Language.Dates;

public sealed class TimeExpressionFinderTests
{
    private static readonly DateOnly Wednesday = new(2031, 12, 3);

    [Theory]
    // Calendar dates
    [InlineData("The list came out on 27 November.", "27 November = 2031-11-27")]
    [InlineData("It was signed on November 27, 2030, in Varn.", "November 27, 2030 = 2030-11-27")]
    [InlineData("The camp opened on the 3rd of May 2029.", "the 3rd of May 2029 = 2029-05-03")]
    [InlineData("Nobody was exchanged in March 2030.", "March 2030 = 2030-03")]
    [InlineData("He was captured on Wednesday, Nov. 26.", "Wednesday, Nov. 26 = 2031-11-26")]
    [InlineData("The figure was published on 2031-11-02.", "2031-11-02 = 2031-11-02")]
    [InlineData("In 2029 the two states agreed.", "2029 = 2029")]
    [InlineData("They met on April 24 and 25.", "April 24 = 2032-04-24; 25 = 2032-04-25")]
    [InlineData("Statements of 27 and 29 November differ.", "27 = 2031-11-27; 29 November = 2031-11-29")]
    [InlineData("He returned in August last year.", "August last year = 2030-08")]
    [InlineData("The talks collapsed in mid-October.", "mid-October = 2031-10")]
    [InlineData("The offensive of autumn 2030 failed.", "autumn 2030 = 2030-FA")]
    [InlineData("Losses fell in the third quarter of 2031.", "the third quarter of 2031 = 2031-Q3")]
    [InlineData("The treaty dates from the 1990s.", "the 1990s = 199X")]
    [InlineData("The nineties were hard, and men in their sixties fought in the late 2020s.", "The nineties = 199X; the late 2020s = 202X")]
    [InlineData("The 18th century knew no lists.", "The 18th century = 17XX")]
    [InlineData("Losses rose in the first half of 2030.", "the first half of 2030 = 2030-H1")]
    [InlineData("Numbers fell in the second half of last year.", "the second half of last year = 2030-H2")]
    [InlineData("In November of last year nobody came home.", "November of last year = 2030-11")]
    [InlineData("The winters of 2029-2030 and 2030-31 were hard.", "2029-2030 = 2029; 2030-31 = 2030")]
    [InlineData("The post-2029 order is gone.", "post-2029 = 2029")]
    [InlineData("He called from the camp on the 27th.", "the 27th = 2031-11-27")]
    [InlineData("The list of 25 November was not handed in until the 21st of the month.", "25 November = 2031-11-25; the 21st of the month = 2031-11-21")]
    [InlineData("The men gave up on 3 November. The channel puts it on the fifth, after the fog.", "3 November = 2031-11-03; the fifth = 2031-11-05")]
    [InlineData("He lives on the fifth floor, and she came in on the third try.", "")]
    [InlineData("The list of 25 November was sent on the 26th, not the 12th floor.", "25 November = 2031-11-25; the 26th = 2031-11-26")]
    [InlineData("The talks of Nov. 27-29 failed.", "Nov. 27-29 = 2031-11-27")]
    [InlineData("The order of 11/05/29 was signed on the last day of August.", "11/05/29 = 2029-11-05; the last day of August = 2031-08-31")]
    [InlineData("On the last day of the talks nothing was agreed.", "")]
    [InlineData("By the end of the year the camp will be empty.", "the end of the year = 2031")]
    [InlineData("At the beginning of 2029 and in the middle of May nobody was freed.", "the beginning of 2029 = 2029; the middle of May = 2031-05")]
    [InlineData("The end of the war was near.", "")]
    [InlineData("In the fall of 2029, and again in the fall, the fall of Karth was foretold.", "the fall of 2029 = 2029-FA; the fall = 2031-FA")]
    // Quarters and business years
    [InlineData("Third-quarter losses fell from a year earlier.", "Third-quarter = 2031-Q3; a year earlier = 2030-Q3")]
    [InlineData("In the fourth quarter of last year the works lost money.", "the fourth quarter of last year = 2030-Q4")]
    [InlineData("The works lost money in the second quarter. Losses for the quarter rose.", "the second quarter = 2031-Q2; the quarter = 2031-Q2")]
    [InlineData("In September the count fell from a year earlier.", "September = 2031-09; a year earlier = 2030-09")]
    [InlineData("The list of September was long. A year earlier there was none.", "September = 2031-09; A year earlier = 2030")]
    [InlineData("Spending rose in fiscal 2030 and in fiscal year 2029.", "fiscal 2030 = 2030; fiscal year 2029 = 2029")]
    [InlineData("Payment is due by year-end.", "year-end = 2031")]
    // Feasts
    [InlineData("They met on Labor Day, not on Memorial Day 2030, in the Labor Council's hall.", "Labor Day = 2031-09-01; Memorial Day 2030 = 2030-05-27")]
    [InlineData("Letters came on Veterans Day and on Valentine's Day.", "Veterans Day = 2031-11-11; Valentine's Day = 2031-02-14")]
    [InlineData("The camp was opened on New Year's Eve.", "New Year's Eve = 2031-12-31")]
    [InlineData("Letters come at Christmas 2030.", "Christmas 2030 = 2030-12-25")]
    [InlineData("He was seized on Christmas Eve.", "Christmas Eve = 2031-12-24")]
    [InlineData("They were freed on Easter Monday.", "Easter Monday = 2031-04-14")]
    [InlineData("The truce held through Easter week 2030.", "Easter week 2030 = 2030-W16")]
    // Counted from the day of publication
    [InlineData("They will talk again two weeks from now.", "two weeks from now = 2031-W51")]
    [InlineData("The second group follows a week from Monday.", "a week from Monday = 2031-12-08")]
    [InlineData("The offer lapsed the day before yesterday.", "the day before yesterday = 2031-12-01")]
    [InlineData("The day after 28 November the wounded were moved.", "The day after 28 November = 2031-11-29")]
    [InlineData("He was moved on Tuesday of last week.", "Tuesday of last week = 2031-11-25")]
    [InlineData("The council votes on Friday next week.", "Friday next week = 2031-12-12")]
    [InlineData("A convoy leaves this Friday.", "this Friday = 2031-12-05")]
    [InlineData("A convoy left this past Friday.", "this past Friday = 2031-11-28")]
    [InlineData("Shelling stopped over the weekend.", "the weekend = 2031-W48-WE")]
    [InlineData("It fell from the year-earlier count.", "year-earlier = 2030")]
    [InlineData("Figures for the latest quarter are missing.", "the latest quarter = 2031-Q3")]
    [InlineData("The bridge was lost years ago.", "years ago = PAST_REF")]
    [InlineData("The ministry denied it yesterday.", "yesterday = 2031-12-02")]
    [InlineData("He spoke on Monday.", "Monday = 2031-12-01")]
    [InlineData("He spoke on Wednesday.", "Wednesday = 2031-12-03")]
    [InlineData("The exchange will take place on Friday.", "Friday = 2031-12-05")]
    [InlineData("On Friday the men will come home.", "Friday = 2031-12-05")]
    [InlineData("They would refuse the offer announced Monday.", "Monday = 2031-12-01")]
    [InlineData("The column arrived last week.", "last week = 2031-W48")]
    [InlineData("It happened earlier this month.", "earlier this month = 2031-12")]
    [InlineData("The offer was made two weeks ago.", "two weeks ago = 2031-W47")]
    [InlineData("Three days ago the list was withdrawn.", "Three days ago = 2031-11-30")]
    [InlineData("She vanished several years ago.", "several years ago = PAST_REF")]
    [InlineData("The last exchange was in January.", "January = 2031-01")]
    [InlineData("They hope for a deal next month.", "next month = 2032-01")]
    [InlineData("He was last seen last November.", "last November = 2031-11")]
    // Times of day
    [InlineData("The convoy left at 6 a.m. on Tuesday.", "6 a.m. on Tuesday = 2031-12-02T06:00")]
    [InlineData("Shelling resumed on Sunday night.", "Sunday night = 2031-11-30TNI")]
    [InlineData("The siren went at 4 in the morning on 2 December.", "4 in the morning on 2 December = 2031-12-02T04:00")]
    [InlineData("Shells fell at 11 o'clock at night on Sunday.", "11 o'clock at night on Sunday = 2031-11-30T23:00")]
    [InlineData("The truce began at 1630 GMT on Monday.", "1630 GMT on Monday = 2031-12-01T16:30")]
    [InlineData("The lorries came at 14:30 local time on 2 December.", "14:30 local time on 2 December = 2031-12-02T14:30")]
    [InlineData("The guns fell silent at noon on Monday.", "noon on Monday = 2031-12-01T12:00")]
    [InlineData("On the night of 27 November, forty drones came.", "the night of 27 November = 2031-11-27TNI")]
    [InlineData("They left at 8:30 this morning and came at 9:15 on Tuesday evening.", "8:30 this morning = 2031-12-03T08:30; 9:15 on Tuesday evening = 2031-12-02T21:15")]
    [InlineData("On Monday the convoy left. In the evening it came to Karth.", "Monday = 2031-12-01; the evening = 2031-12-01TEV")]
    // Counted from the day last spoken of
    [InlineData("The list of 7 November 2031 was sent. The day before, the envoy had come.", "7 November 2031 = 2031-11-07; The day before = 2031-11-06")]
    [InlineData("In 2030 forty came home, up from nine the year before.", "2030 = 2030; the year before = 2029")]
    [InlineData("The night before the raid he wrote home.", "")]
    [InlineData("The prior month was better.", "The prior month = 2031-11")]
    [InlineData("He fled on 3 November 2031. The next morning the post was empty.", "3 November 2031 = 2031-11-03; The next morning = 2031-11-04TMO")]
    [InlineData("The list of 7 November 2031 was withdrawn two days later.", "7 November 2031 = 2031-11-07; two days later = 2031-11-09")]
    [InlineData("Talks ended in May 2031. The following month they began anew.", "May 2031 = 2031-05; The following month = 2031-06")]
    [InlineData("The treaty of 2028 was broken the following year.", "2028 = 2028; the following year = 2029")]
    // References
    [InlineData("In the past, and in the near future.", "the past = PAST_REF; the near future = FUTURE_REF")]
    [InlineData("Nobody knows the future of the current talks.", "the future = FUTURE_REF; current = PRESENT_REF")]
    [InlineData("The Future Group met in High Noon Street.", "")]
    // Durations
    [InlineData("They were held for more than two years.", "more than two years = P2Y")]
    [InlineData("The wounded waited at least a week.", "at least a week = P1W")]
    [InlineData("He told 60 Minutes so.", "")]
    [InlineData("For nearly four months there were no swaps.", "four months = P4M")]
    [InlineData("The 21-month war drags on.", "21-month = P21M")]
    [InlineData("Half an hour was enough.", "Half an hour = PT30M")]
    [InlineData("Numbers rose over the past three years.", "the past three years = P3Y")]
    [InlineData("They were held for weeks.", "weeks = PXW")]
    [InlineData("Over the last decade nobody asked.", "the last decade = P10Y")]
    [InlineData("The crossing took 5 1/2 hours.", "5 1/2 hours = PT5H30M")]
    [InlineData("He was held for two and a half years.", "two and a half years = P2.5Y")]
    [InlineData("A year and a half passed without news.", "A year and a half = P1.5Y")]
    [InlineData("A quarter of a century passed.", "A quarter of a century = P25Y")]
    [InlineData("They waited an entire month, all day.", "an entire month = P1M; all day = P1D")]
    [InlineData("Weeks before the talks the camp was emptied.", "Weeks = PXW")]
    [InlineData("A hundred years passed, then two hundred days, then a quarter-century.", "A hundred years = P100Y; two hundred days = P200D; quarter-century = P25Y")]
    // Sets
    [InlineData("A letter comes every other day.", "every other day = P2D")]
    [InlineData("Parcels come twice a week.", "twice a week = P1W")]
    [InlineData("Three times a month the doctor calls.", "Three times a month = P1M")]
    [InlineData("Visits are at weekends.", "weekends = XXXX-WXX-WE")]
    [InlineData("The lamps burn 24 hours a day.", "24 hours = PT24H")]
    [InlineData("The party daily Dawn was banned, the Daily Sentinel was not.", "daily = P1D")]
    [InlineData("The office is called every day.", "every day = P1D")]
    [InlineData("Lists are sent weekly.", "weekly = P1W")]
    // Words that only look like times
    [InlineData("The prisoners may march on.", "")]
    [InlineData("A 34-year-old sergeant was named.", "")]
    [InlineData("Nearly 2030 prisoners were counted.", "")]
    [InlineData("Deputy Minister Jan Kolvar resigned.", "")]
    public void Phrases_resolve_against_the_day_of_publication(string sentence, string expected)
    {
        var published = sentence.Contains("April", StringComparison.Ordinal) ? PublicationDate.On(new(2032, 3, 30), DateBasis.Given) : PublicationDate.On(Wednesday, DateBasis.Given);
        Assert.Equal(expected, Describe(sentence, published));
    }

    // The day of publication is a Wednesday.
    [Theory]
    [InlineData("The council meets on Friday.", "2031-12-05")]
    [InlineData("Tolven agreed to meet the delegates on Friday.", "2031-12-05")]
    [InlineData("The mothers planned a march in Varn on Saturday.", "2031-12-06")]
    [InlineData("The deadline was postponed until Monday.", "2031-12-08")]
    [InlineData("Until Monday, the camp stood empty.", "2031-12-01")]
    [InlineData("A vote is expected Thursday.", "2031-12-04")]
    [InlineData("After touring the capital Dar es Halm Thursday, he flew home.", "2031-11-27")]
    [InlineData("The envoy left Varn on Friday.", "2031-11-28")]
    [InlineData("The families would look for ways to get around Monday's ruling.", "2031-12-01")]
    [InlineData("Lawyers will try to overturn Friday's order.", "2031-11-28")]
    [InlineData("The March accession will enable it.", "2032-03")]
    [InlineData("His May visit was cancelled.", "2031-05")]
    [InlineData("Three men were arrested in Karth on Saturday.", "2031-11-29")]
    [InlineData("After visiting the camp on Monday, the envoy will report to the council.", "2031-12-01")]
    [InlineData("They prepare for the summit in April.", "2032-04")]
    [InlineData("The court will hear the case in May.", "2032-05")]
    [InlineData("The bridge was destroyed in April.", "2031-04")]
    [InlineData("Shells fell on Karth overnight.", "2031-12-03TNI")]
    public void The_governing_verb_tells_whether_a_time_lies_ahead(string sentence, string expected)
    {
        var dates = new TimeExpressionFinder().Find(new LanguageAnalyser(English.Model).Analyse(DocumentOf(sentence, PublicationDate.On(Wednesday, DateBasis.Given))));
        Assert.Equal(expected, Assert.Single(dates).Value);
    }

    [Theory]
    [InlineData("KARTH, Dec 2 - Three captured soldiers were shot.", "2031-12-02")]
    [InlineData("KARTH, Dec 2 - 12 men were shot.", "2031-12-02")]
    public void A_number_behind_a_datelines_dash_is_no_day(string sentence, string expected) =>
        Assert.Equal(expected, Assert.Single(new TimeExpressionFinder().Find(new LanguageAnalyser(English.Model).Analyse(DocumentOf(sentence, PublicationDate.On(Wednesday, DateBasis.Given))))).Value);

    [Theory]
    [InlineData("An overnight raid killed four men.")]
    [InlineData("Of 27 men, 12 men came.")]
    public void Words_beside_a_noun_tell_no_time(string sentence) =>
        Assert.Empty(new TimeExpressionFinder().Find(new LanguageAnalyser(English.Model).Analyse(DocumentOf(sentence, PublicationDate.On(Wednesday, DateBasis.Given)))));

    [Theory]
    [InlineData("He said on 2 December that no list was sent, unlike in November 2030.", "2 December = 2030-12-02; November 2030 = 2030-11")]
    [InlineData("The ship sank on 14 June 2029. On 3 June it had left port.", "14 June 2029 = 2029-06-14; 3 June = 2029-06-03")]
    public void Without_a_day_of_publication_the_latest_date_given_in_full_is_the_anchor(string text, string expected) =>
        Assert.Equal(expected, Describe(text, PublicationDate.Unknown));

    [Theory]
    [InlineData("He spoke on Monday.", "Monday = XXXX-WXX-1")]
    [InlineData("He spoke on 5 May.", "5 May = XXXX-05-05")]
    [InlineData("It began last year.", "last year = PAST_REF")]
    public void What_nothing_tells_stays_open(string text, string expected) => Assert.Equal(expected, Describe(text, PublicationDate.Unknown));

    [Theory]
    [InlineData("On 31 February 2031 nothing happened.")]
    [InlineData("99999 years ago, 2147483647 weeks later, 2147483648 days ago, in 0000-00-00 and 12:99.")]
    [InlineData("9999-12-31 and next century and last millennium; 4000 decades ago.")]
    public void Impossible_times_do_no_harm(string text) => Assert.NotNull(Describe(text, PublicationDate.On(Wednesday, DateBasis.Given)));

    [Fact]
    public void Aquaint_scores_as_recorded()
    {
        var corpus = Repository.Shared("data", "timex", "aquaint.jsonl");
        var analyser = new LanguageAnalyser(English.Model);
        var (found, gold, relaxed, strict, value) = (0, 0, 0, 0, 0);
        foreach (var line in File.ReadLines(corpus))
        {
            using var json = System.Text.Json.JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            var published = DateOnly.ParseExact(json.RootElement.GetProperty("published").GetString()![..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var dates = new TimeExpressionFinder().Find(analyser.Analyse(DocumentOf(text, PublicationDate.On(published, DateBasis.Given)))).ToList();
            found += dates.Count;
            foreach (var timex in json.RootElement.GetProperty("timex").EnumerateArray())
            {
                gold++;
                var span = new TextSpan(timex.GetProperty("start").GetInt32(), timex.GetProperty("end").GetInt32());
                var hit = dates.FindIndex(date => date.Span.Overlaps(span));
                if (hit < 0) { continue; }
                relaxed++;
                strict += dates[hit].Span == span ? 1 : 0;
                value += dates[hit].Value.Replace("W0", "W", StringComparison.Ordinal) == timex.GetProperty("value").GetString()!.Replace("W0", "W", StringComparison.Ordinal) ? 1 : 0;
                dates.RemoveAt(hit);
            }
        }

        Assert.True(2.0 * relaxed / (found + gold) > 0.93, $"relaxed F1 {2.0 * relaxed / (found + gold):0.000}");
        Assert.True(2.0 * strict / (found + gold) > 0.85, $"strict F1 {2.0 * strict / (found + gold):0.000}");
        Assert.True(2.0 * value / (found + gold) > 0.79, $"value F1 {2.0 * value / (found + gold):0.000}");
    }

    private static string Describe(string text, PublicationDate published) =>
        string.Join("; ", Find(text, published).Select(date => $"{date.Span.SliceOf(text)} = {date.Value}"));

    private static ImmutableArray<TimeExpression> Find(string text, PublicationDate published) =>
        new TimeExpressionFinder().Find(new LanguageAnalyser().Analyse(DocumentOf(text, published)));

    private static Document DocumentOf(string text, PublicationDate published) => new()
        {
            Sha256 = new string('0', 64),
            Provenance = new Provenance("test.txt"),
            MediaType = "text/plain",
            Encoding = "utf-8",
            Text = text,
            Blocks = [new Block(BlockRole.Body, new TextSpan(0, text.Length).Trim(text))],
            Language = "en",
            Published = published,
        };
}
