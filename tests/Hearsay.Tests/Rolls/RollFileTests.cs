using System.Text;
using Hearsay.Intake.Rolls;
using Hearsay.Rolls;

namespace Hearsay.Tests.Rolls;

/// <summary>Lists as they come: every record is read or said to be malformed, none is dropped.</summary>
public sealed class RollFileTests
{
    [Theory]
    [InlineData("name,birth_date\nІван Лис,03.05.1991\n")]
    [InlineData("\uFEFFПІБ;Дата народження\nІван Лис;03.05.1991\n")]
    [InlineData("Full name\tDOB\r\nІван Лис\t1991-05-03\r\n")]
    [InlineData("Фамилия,Имя,Год рождения\n\"Лис\",Іван,\"3 мая 1991\"\n")]
    [InlineData("who,when\nІван Лис,03.05.1991\nПетро Вовк,1990\n")] // headers that tell nothing
    [InlineData("Іван Лис,03.05.1991\nПетро Вовк,04.06.1992\n")] // no header
    public void Names_and_dates_are_found(string text)
    {
        var audit = Audit(text, ".csv", text);
        Assert.Equal((RollVerdict.Match, 1), (audit.Rows[0].Verdict, audit.Rows[0].Best!.Row));
        Assert.Contains("same birth date", audit.Rows[0].Reasons, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_lines_are_read()
    {
        const string Register = "name,birth_date,rank\nПетренко Іван Олексійович,03.05.1991,солдат\n";
        var audit = Audit("12. ПЕТРЕНКО Іван Олексійович, 03.05.1991, солдат, 36 ОБрМП\n13) Петренко Иван Алексеевич 1991 г.р.\n", ".txt", Register);
        Assert.Equal(RollVerdict.Match, audit.Rows[0].Verdict);
        Assert.Contains("same rank", audit.Rows[0].Reasons, StringComparison.Ordinal);
        Assert.Contains("same year of birth", audit.Rows[1].Reasons, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_tables_are_read()
    {
        var audit = Audit("<html><body><table><tr><td>menu</td></tr></table><table><tr><th>№</th><th>ПІБ</th><th>Дата народження</th></tr><tr><td>1</td><td><b>Лис</b> Іван</td><td>03.05.1991</td></tr><tr><td>2</td><td></td><td></td></tr></table>", ".html", "name,birth_date\nЛис Іван,03.05.1991\n");
        Assert.Equal([RollVerdict.Match, RollVerdict.Malformed], audit.Rows.Select(row => row.Verdict));
    }

    [Fact]
    public void Malformed_records_are_reported_with_the_reason()
    {
        var audit = Audit("name,birth_date\n,01.01.1990\nОрест Гук,31.02.1990\nОрест Сич,soon\nОрест Чиж,01.01.1990,extra\n\nОрест Дрозд,01.01.1990\n\"Орест Крук,01.01.1990\n", ".csv", "name\nХтось Інший\n");
        Assert.Equal(6, audit.Rows.Length);
        Assert.Equal(["there is no name", "the birth date 31.02.1990 does not exist", "the birth date cannot be read", "there are 3 fields and the header names 2", null, "a quotation mark is not closed"], audit.Rows.Select(row => row.Problem));
    }

    [Fact]
    public void Mixed_encodings_are_told_apart()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = [.. Encoding.UTF8.GetBytes("name,birth_date\nІван Лисенко,03.05.1991\nСтепан Вовчик,04.05.1991\n"), .. Encoding.GetEncoding(1251).GetBytes("Петро Соколенко,05.05.1991\nМикола Дроздюк,06.05.1991\nВасиль Синиченко,07.05.1991\n")];
        var sheet = RollFile.Read(bytes, ".csv");
        Assert.Contains(sheet.Notes, note => note.Contains("windows-1251", StringComparison.Ordinal));
        var batch = sheet.Pieces[0]();
        Assert.Equal("Петро Соколенко", Encoding.UTF8.GetString(batch.Cell(2, 0)));
        Assert.Equal("Іван Лисенко", Encoding.UTF8.GetString(batch.Cell(0, 0)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n\t\n")]
    public void Empty_files_are_refused(string text) => Assert.Contains("Check how it was saved", Assert.Throws<RollException>(() => RollFile.Read(Encoding.UTF8.GetBytes(text), ".csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_header_alone_is_an_empty_list() => Assert.Empty(Audit("name,birth_date\n", ".csv", "name\nІван Лис\n").Rows);

    [Fact]
    public void Columns_without_names_are_refused_with_advice()
    {
        var sheet = RollFile.Read(Encoding.UTF8.GetBytes("amount,total\n1,2\n3,4\n"), ".csv");
        Assert.Contains("--columns", Assert.Throws<RollException>(() => RollColumns.Find(sheet)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_can_be_named()
    {
        var sheet = RollFile.Read(Encoding.UTF8.GetBytes("a,b,c\nx,Лис Іван,03.05.1991\n"), ".csv");
        var columns = RollColumns.Find(sheet, new Dictionary<RollField, string> { [RollField.Name] = "B", [RollField.BirthDate] = "3" });
        Assert.Equal((1, 2), (columns[RollField.Name], columns[RollField.BirthDate]));
    }

    [Fact]
    public void A_million_rows_are_read_without_a_string_each()
    {
        var text = new StringBuilder("name,birth_date\n");
        for (var row = 0; row < 1_000_000; row++) { text.Append("Іван Лис,0").Append(1 + (row % 9)).Append(".05.1991\n"); }
        var sheet = RollFile.Read(Encoding.UTF8.GetBytes(text.ToString()), ".csv");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1_000_000, sheet.Pieces.Sum(piece => piece().Count));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 120_000_000, $"{GC.GetAllocatedBytesForCurrentThread() - before} bytes");
    }

    [Theory]
    [InlineData("03.05.1991", 19910503, null)]
    [InlineData("1991-05-03T00:00:00", 19910503, null)]
    [InlineData("5/23/1991", 19910523, null)]
    [InlineData("3 травня 1991 р.", 19910503, null)]
    [InlineData("May 3, 1991", 19910503, null)]
    [InlineData("1991 г.р.", 19910000, null)]
    [InlineData("33361", 19910503, null)]
    [InlineData("—", 0, null)]
    [InlineData("30.02.1991", 19910230, "the birth date 30.02.1991 does not exist")]
    [InlineData("невідомо", 0, null)]
    [InlineData("Петренко", 0, "the birth date cannot be read")]
    public void Birth_dates_are_read(string written, int value, string? problem) => Assert.Equal((value, problem), (BirthDate.Parse(written).Value, BirthDate.Parse(written).Problem));

    internal static RollAudit Audit(string list, string suffix, string register) => new RollAuditor(new RollAuditOptions { Threads = 2 }).Audit(
        new RollSource("list", "list", RollFile.Read(Encoding.UTF8.GetBytes(list), suffix)), [new RollSource("register", "held", RollFile.Read(Encoding.UTF8.GetBytes(register), ".csv"))]);
}
