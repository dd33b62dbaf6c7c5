using Hearsay.Documents;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Matters;
using Hearsay.Rolls;

namespace Hearsay.Tests.Rolls;

/// <summary>
/// What statements say of the sample list, which has 312 rows: 7 returned, 14 civilians, 3 dead, 5 repeated, 21 with impossible dates and more that differ from the register's.
/// </summary>
public sealed class ListClaimTests
{
    private static readonly Lazy<RollAudit> Audit = new(() => SampleAuditTests.Audit("published-list.csv"));

    [Theory]
    [InlineData("Every name on this list belongs to a serving soldier")]
    [InlineData("nobody on the list appears on it twice")]
    [InlineData("there is not a single civilian among them")]
    [InlineData("none of them has been released so far")]
    [InlineData("all the men on the list remain in custody")]
    [InlineData("the list holds twenty men who are already home")]
    [InlineData("forty of those on the list were civilians")]
    [InlineData("just two of the 312 had been exchanged before")]
    [InlineData("half of the names on the list are civilians")]
    [InlineData("40 percent of the people on the list had already returned")]
    [InlineData("the list has 300 names")]
    [InlineData("a list of 630 prisoners was handed over")]
    [InlineData("only three birth dates on the list are wrong")]
    [InlineData("every date of birth on the list is correct")]
    [InlineData("at least thirty of them have died")]
    public void What_does_not_fit_is_said(string statement) => Assert.NotEmpty(Findings(statement));

    [Theory]
    [InlineData("the list holds seven men who are already home")]
    [InlineData("seven of them were already home and fourteen were civilians")]
    [InlineData("the list contains fourteen civilians")]
    [InlineData("at least ten of those on the list are civilians")]
    [InlineData("a list of 312 Varnian prisoners")]
    [InlineData("the list holds some 300 names")]
    [InlineData("dozens of birth dates on the list are wrong")]
    [InlineData("several names on the list stand there twice")]
    [InlineData("about five percent of those on the list are civilians")]
    [InlineData("forty men returned home on Tuesday")] // not of the list
    [InlineData("200 civilians were killed in the shelling")]
    [InlineData("the list includes 40 wounded officers")] // a part, of which the audit knows nothing
    [InlineData("the ministry published the list on 3 November")]
    [InlineData("the list was drawn up without haste")]
    [InlineData("not every name on the list is known to us")]
    public void What_fits_or_is_about_something_else_is_let_be(string statement) => Assert.Empty(Findings(statement));

    [Theory]
    [InlineData("that there are civilians on the list", true)]
    [InlineData("that seven of the men on the list were home", true)]
    [InlineData("that ninety of the men on the list were home", false)]
    [InlineData("that there are no civilians on the list", false)]
    [InlineData("that the list was ever offered", false)]
    public void Denials_are_turned_round(string statement, bool isUnfit) => Assert.Equal(isUnfit, Findings(statement, isDenied: true).Any());

    private static IEnumerable<Finding> Findings(string text, bool isDenied = false)
    {
        const string Before = "She said: ";
        var document = new Document
        {
            Sha256 = new string('0', 64),
            Provenance = new Provenance("test.txt"),
            MediaType = "text/plain",
            Encoding = "utf-8",
            Text = $"{Before}{text}.",
            Blocks = [new Block(BlockRole.Body, new TextSpan(0, Before.Length + text.Length + 1))],
            Language = "en",
        };
        var annotated = new LanguageAnalyser().Analyse(document);
        annotated = annotated with { Dates = new TimeExpressionFinder().Find(annotated) };
        var span = new TextSpan(Before.Length, Before.Length + text.Length);
        var statement = new ListStatement("s", document.Sha256, span, text) { IsDenied = isDenied, Figures = [.. new FigureFinder().Find(annotated).Where(figure => figure.Span.Start >= span.Start)] };
        return AuditFindings.Of(Audit.Value, "a", null, [statement]).Where(finding => finding.Kind == FindingKind.RollContradicts);
    }
}
