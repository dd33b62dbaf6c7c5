using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Hearsay.Rolls;
using Hearsay.Web.Audits;
using Hearsay.Web.Dossier;

namespace Hearsay.Tests.Dossier;

public sealed class AuditPageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_stand_with_what_agrees_and_under_every_filter_they_belong_to()
    {
        var pages = Write(Audit(names: false), withNames: false);
        var all = pages["rolls/a1.html"];
        Assert.Equal(["1", "2", "3", "4"], all.QuerySelectorAll("th.row-number[scope=row]").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("surname but for a slip of typing or hearing", all.GetElementById("row-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "4"], Rows(pages["rolls/a1-match.html"]));
        Assert.Equal(["4"], Rows(pages["rolls/a1-duplicate.html"])); // it matches a register, and repeats a row all the same
        Assert.Equal(["2"], Rows(pages["rolls/a1-malformed.html"]));
        Assert.Equal(["3"], Rows(pages["rolls/a1-none.html"]));
        Assert.DoesNotContain("rolls/a1-possible.html", pages.Keys);
        Assert.NotNull(pages["rolls/index.html"].QuerySelector("a[href='../rolls/a1.html']"));
    }

    [Fact]
    public void Names_are_shown_only_where_they_were_asked_for_and_what_differs_in_them_is_marked()
    {
        Assert.DoesNotContain(Write(Audit(names: false), withNames: false), page => page.Value.DocumentElement.TextContent.Contains("Tarn", StringComparison.Ordinal));
        var row = Write(Audit(names: true), withNames: true)["rolls/a1.html"].GetElementById("row-1")!;
        Assert.Equal(["Tarnow Jan", "Tarnov Jan"], row.QuerySelectorAll(".name-line").Select(line => line.TextContent.Trim()));
        Assert.Equal(["Tarnow", "Tarnov"], row.QuerySelectorAll(".differs-near").Select(word => word.TextContent));
    }

    [Fact]
    public void Names_and_reasons_never_become_markup()
    {
        var audit = Audit(names: true) with { Summary = "<b>4</b> rows" };
        audit = audit with { Rows = [audit.Rows[0] with { Name = "<img src=x>", Why = "<script>", Register = "<i>held</i>" }] };
        foreach (var (_, page) in Write(audit, withNames: true)) { Assert.Empty(page.QuerySelectorAll("img, script, i, b")); }
    }

    private static AuditView Audit(bool names)
    {
        ImmutableArray<FieldAgreement> fields =
        [
            new("surname", AgreementDegree.Near, "surname but for a slip of typing or hearing"), new("given", AgreementDegree.Same, "same given name (spelled differently)"),
            new("patronymic", AgreementDegree.Missing, "no patronymic on either side"), new("birth_date", AgreementDegree.Same, "same birth date"),
        ];
        return new AuditView("a1", null, new string('0', 64), "1", "4 rows.", [("held", 10)],
        [
            new(1, RollVerdict.Match, "held", 3, 0.98, "close", ["held:7:0.01"], null, fields, names ? "Tarnow Jan" : null, names ? "Tarnov Jan" : null),
            new(2, RollVerdict.Malformed, null, null, 0, "there is no name", [], null, [], null, null),
            new(3, RollVerdict.None, null, null, 0, "nobody in the registers compared agrees closely enough to be taken for this person", [], null, [], names ? "Orlik Ada" : null, null),
            new(4, RollVerdict.Match, "held", 3, 0.97, "close; repeats row 1", [], 1, fields, names ? "Tarnow Jan" : null, names ? "Tarnov Jan" : null),
        ]);
    }

    private static IEnumerable<string> Rows(IDocument page) => page.QuerySelectorAll("th.row-number[scope=row]").Select(cell => cell.TextContent.Trim());

    private Dictionary<string, IDocument> Write(AuditView audit, bool withNames)
    {
        Assert.IsType<DossierOutcome.Written>(DossierWriter.Write([], folder["out"], DossierOptions.Default with { Audits = [audit], WithNames = withNames }));
        return Directory.GetFiles(folder["out"], "*.html", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder["out"], path).Replace('\\', '/'), path => (IDocument)new HtmlParser().ParseDocument(File.ReadAllText(path)));
    }
}
