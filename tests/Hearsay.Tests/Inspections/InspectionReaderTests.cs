using System.Text;
using System.Text.Json;
using Hearsay.Inspections;
using Hearsay.Statements;
using Hearsay.Tests.Ledger;

namespace Hearsay.Tests.Inspections;

public sealed class InspectionReaderTests
{
    [Fact]
    public void A_statement_with_every_field_is_restored()
    {
        var inspection = Sample.Inspect(Sample.Capture(" It ends.", outlet: "Lustava Courier"));
        var written = Write(inspection, inspection.Statements[0]);
        var restored = InspectionReader.ReadStatement(written, new CodePointOffsets(inspection.Document.Text));
        Assert.Equal(written, Write(inspection, restored));

        var told = Assert.Single(restored.Events);
        Assert.Equal((inspection.Statements[0].Events[0].Span, "list.published", true), (told.Span, told.Type, told.Negated));
        Assert.Equal(inspection.Statements[0].Events[0].Participants, told.Participants);
        Assert.Equal(("Gradimsk", "oskeland"), (told.Place?.Name, told.Participants[0].Side));
        Assert.Equal(inspection.Statements[0].Figures[0], told.Count);
        Assert.Equal(inspection.Statements[0].Dates[0], told.Time);
        Assert.Equal(new ContainingPlace("geonames:2", "Oskeland"), Assert.Single(Assert.Single(restored.Places).Within));
        Assert.Equal(("varnia", "e1"), (restored.Source?.Side, restored.Source?.Entity));
    }

    private static string Write(Inspection inspection, Statement statement)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, InspectionWriter.Options)) { InspectionWriter.Write(json, inspection.Document, [statement], () => { }); }
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
