using System.Text;
using Hearsay.Intake.Rolls;
using Hearsay.Rolls;

namespace Hearsay.Tests.Rolls;

/// <summary>Lists as offices send them: the same people with other headers, encodings and columns are found all the same, and no row is lost.</summary>
public sealed class OddListTests
{
    private const int Rows = 120;
    private static readonly Lazy<(List<RollGenerator.Row> Rows, RollSheet Register)> People = new(() =>
    {
        var generator = new RollGenerator(404);
        var people = generator.People(6_000);
        return (generator.List(people, 90, 30, new RollGenerator.Rates()), RollFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', RollGenerator.Register(people))), ".csv"));
    });

    [Fact]
    public void Names_in_columns_that_no_header_names() => Found(Csv("foo,bar,baz,qux", row => $"{row.Surname},{row.Given},{row.Patronymic},{row.Born}"));

    [Fact]
    public void No_header() => Found(Csv(null, row => $"{row.Surname},{row.Given},{row.Patronymic},{row.Born}"));

    [Fact]
    public void Headers_that_have_changed_places() =>
        Assert.Contains(Found(Csv("birth_date,name", row => $"{row.Surname} {row.Given} {row.Patronymic},{row.Born}")).Notes, note => note.Contains("do not fit", StringComparison.Ordinal));

    [Theory]
    [InlineData("№;Прізвище та ім’я;Народився")]
    [InlineData("№ п/п;Фамилия, имя, отчество;Дата рождения")]
    [InlineData("No;Last name, first name;DOB")]
    [InlineData("id;Surname;born")]
    public void Whole_names_under_a_header_of_their_parts(string header) => Found(Csv(header, row => $"7;{row.Surname} {row.Given} {row.Patronymic};{row.Born}"));

    [Fact]
    public void Plain_lines_below_a_heading() =>
        Found(RollFile.Read(Encoding.UTF8.GetBytes("СПИСОК\nстаном на 03.11.2025\n\n" + string.Join('\n', People.Value.Rows.Select((row, at) => $"{at + 1}. {row.Surname.ToUpperInvariant()} {row.Given} {row.Patronymic}, {row.Born} р.н., солдат, 36 ОБрМП"))), ".txt"));

    [Fact]
    public void Windows_1251()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Found(RollFile.Read(Encoding.GetEncoding(1251).GetBytes("Прізвище;Ім'я;По батькові;Рік народження\r\n" + string.Join("\r\n", People.Value.Rows.Select(row => $"{row.Surname};{row.Given};{row.Patronymic};{row.Born}"))), ".csv"), 0.9); // marks that the code page lacks are lost
    }

    [Fact]
    public void Words_for_an_unknown_date_are_no_error() => Assert.DoesNotContain(Audit(Csv("name,birth_date", row => $"{row.Surname} {row.Given} {row.Patronymic},невідомо")).Rows, row => row.Verdict == RollVerdict.Malformed);

    private static RollSheet Csv(string? header, Func<RollGenerator.Row, string> line) =>
        RollFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', People.Value.Rows.Select(line).Prepend(header).Where(text => text is not null))), ".csv");

    private static RollAudit Audit(RollSheet list) => new RollAuditor().Audit(new RollSource("list", "list", list), [new RollSource("register", "held", People.Value.Register)]);

    private static RollAudit Found(RollSheet list, double least = 0.95)
    {
        var audit = Audit(list);
        Assert.Equal(Rows, audit.Rows.Length);
        var known = People.Value.Rows.Index().Where(row => row.Item.Truth >= 0).ToList();
        var found = known.Count(row => audit.Rows[row.Index] is { Verdict: RollVerdict.Match, Best.Row: var at } && at - 1 == row.Item.Truth);
        Assert.True(found >= least * known.Count, $"{found} of {known.Count} found");
        return audit;
    }
}
