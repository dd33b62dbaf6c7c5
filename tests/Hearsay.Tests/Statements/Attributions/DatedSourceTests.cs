using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Statements.Attributions;
using Hearsay.Tests.Language;

namespace Hearsay.Tests.Statements.Attributions;

public sealed class DatedSourceTests
{
    [Theory]
    [InlineData("On 3 December, General Ostap Zhelivan denied it.", "3 December, General Ostap Zhelivan", "General Ostap Zhelivan")]
    [InlineData("On Tuesday Varnia's bureau called it a lie.", "Tuesday Varnia's bureau", "Varnia's bureau")]
    [InlineData("In November 2030, the ministry rejected the list.", "November 2030, the ministry", "the ministry")]
    [InlineData("On 3 December, General Ostap Zhelivan denied it.", "December, General Ostap Zhelivan", "General Ostap Zhelivan")]
    [InlineData("Monday's report says that nobody was sent.", "Monday's report", "Monday's report")]
    [InlineData("Friday will show whether they meant it.", "Friday", "Friday")]
    [InlineData("The bureau said on Monday that it saw no list.", "The bureau", "The bureau")]
    public void A_source_does_not_begin_with_the_date_before_it(string text, string source, string expected)
    {
        var annotated = new LanguageAnalyser().Analyse(Plain.Document(text));
        annotated = annotated with { Dates = new TimeExpressionFinder().Find(annotated) };
        var start = text.IndexOf(source, StringComparison.Ordinal);
        Assert.Equal(expected, TrainedAttributions.WithoutDate(annotated, new TextSpan(start, start + source.Length)).SliceOf(text));
    }
}
