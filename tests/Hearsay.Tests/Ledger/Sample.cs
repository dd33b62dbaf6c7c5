using System.Security.Cryptography;
using System.Text;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Language;
using Hearsay.Language.Dates;
using Hearsay.Language.Figures;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Tests.Ledger;

/// <summary>Captures and inspections made by hand, so that the ledger's tests do not depend on what the engine finds.</summary>
internal static class Sample
{
    public const string Engine = "1.0.0+test";
    private const string Before = "Varnia's army \U0001F600 holds. ";
    private const string Said = "Minister Toren said no list was sent.";

    /// <summary>A text with one statement; <paramref name="tail"/> makes it another document.</summary>
    public static string Text(string tail) => Before + Said + tail;

    public static Capture Capture(string tail, string path = "news/a.txt", string? outlet = null) =>
        new(Encoding.UTF8.GetBytes(Text(tail)), new Provenance(path) { Outlet = outlet });

    public static Inspection Inspect(Capture capture)
    {
        var text = Encoding.UTF8.GetString(capture.Bytes.Span);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(capture.Bytes.Span));
        var document = new Document
        {
            Sha256 = sha256,
            Provenance = capture.Provenance,
            MediaType = "text/plain",
            Encoding = "utf-8",
            Text = text,
            Blocks = [new Block(BlockRole.Body, new TextSpan(0, text.Length)), ],
            Title = "A title",
            Outlet = capture.Provenance.Outlet,
            Language = "en",
            Published = PublicationDate.On(new DateOnly(2031, 4, 5), DateBasis.Text),
            Modified = new DateOnly(2031, 4, 6),
            Notes = ["one note"],
        };
        return new Inspection(new AnnotatedDocument(document, [], []), [Statement(sha256, capture.Provenance.Outlet)], Layers.Statements);
    }

    public static CaptureRecord Record(Capture capture, string engine = Engine) => CaptureRecord.Prepare(capture, Inspect(capture), engine);

    private static Statement Statement(string sha256, string? outlet)
    {
        TextSpan At(string words) => new(Before.Length + Said.IndexOf(words, StringComparison.Ordinal), Before.Length + Said.IndexOf(words, StringComparison.Ordinal) + words.Length);
        var origin = new Hop(HopRole.Origin, "Ada Toren", At("Minister Toren"));
        return new Statement
        {
            Id = sha256[..32],
            Document = sha256,
            Block = BlockRole.Body,
            Kind = StatementKind.Indirect,
            Act = StatementAct.Says,
            Confidence = 0.875,
            Source = new StatementSource(At("Minister Toren"), "Ada Toren", SourceBasis.Stated, SourceType.Person) { Side = "varnia", Entity = "e1" },
            Cue = new Cue(At("said"), "say"),
            Content = [At("no list was sent")],
            Chain = outlet is null ? [origin] : [new Hop(HopRole.Outlet, outlet, null), origin],
            Via = "telegram",
            Polarity = Polarity.Denied,
            Certainty = Certainty.Hedged,
            SaidOn = new SaidOn("2031-04-05", SaidOnBasis.Published, null),
            Dates = [new TimeExpression(At("was sent"), TimeType.Date, "2031-04")],
            Figures = [new Figure(At("no list"), null, 0, 12.5, FigureBound.About, FigureKind.Count, null, At("list"))],
            Places = [new PlaceMention(At("list"), "Gradimsk", "geonames:1", [new ContainingPlace("geonames:2", "Oskeland")])],
            Events =
            [
                new StatementEvent("list.published", At("list"), [new EventParticipant("publisher", "Oskeland", "oskeland", null), new EventParticipant("subject", "list", null, At("list"))])
                {
                    Negated = true,
                    Count = new Figure(At("no list"), null, 0, 12.5, FigureBound.About, FigureKind.Count, null, At("list")),
                    Place = new PlaceMention(At("list"), "Gradimsk", null, []),
                    Time = new TimeExpression(At("was sent"), TimeType.Date, "2031-04"),
                },
            ],
        };
    }
}
