// How recording, exporting and verifying grow with the ledger: made-up documents of 25 statements each.
//   dotnet run -c Release bench/ledger.cs [DOCUMENTS [LEDGER]]
// With LEDGER, adds them to it and measures nothing. Prints processor seconds for each quarter of the documents as the ledger grows, and for reading all of it back.
#:project ../src/Hearsay.Ledger/Hearsay.Ledger.csproj
#:property PublishAot=false

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hearsay;
using Hearsay.Documents;
using Hearsay.Inspections;
using Hearsay.Language;
using Hearsay.Ledger;
using Hearsay.Statements;

const int StatementsPerDocument = 25;
var total = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 8000;
if (args.Length > 1)
{
    // Measured elsewhere: see bench/workbench.cs.
    using var kept = EvidenceLedger.Open(args[1]);
    for (var i = 0; i < total; i++) { kept.Record(Made(i)); }
    return;
}

var folder = Directory.CreateTempSubdirectory("hearsay-bench-").FullName;
var file = Path.Combine(folder, "bench.db");
using var process = Process.GetCurrentProcess();

using (var ledger = EvidenceLedger.Open(file))
{
    for (var quarter = 0; quarter < 4; quarter++)
    {
        var records = Enumerable.Range(quarter * total / 4, total / 4).Select(Made);
        var seconds = 0.0;
        foreach (var record in records) { seconds += Measure(() => ledger.Record(record)); }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"documents {quarter * total / 4} to {(quarter + 1) * total / 4}: recorded in {seconds:F2} s, {total / 4 * StatementsPerDocument / seconds:F0} statements a second"));
    }
}

Console.WriteLine($"file: {new FileInfo(file).Length / 1024 / 1024} MB");
using (var ledger = EvidenceLedger.OpenForReading(file))
{
    var count = 0;
    var seconds = Measure(() => count = ledger.Documents().Sum(document => document.Statements.Length));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} statements restored in {seconds:F2} s"));
    seconds = Measure(() => count = ledger.StatementJson().Count());
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} statements as JSON in {seconds:F2} s"));
    seconds = Measure(() => count = ledger.Verify().Damages.Length);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verified in {seconds:F2} s, {count} damages"));
}

Directory.Delete(folder, recursive: true);

double Measure(Action work)
{
    process.Refresh();
    var before = process.TotalProcessorTime;
    work();
    process.Refresh();
    return (process.TotalProcessorTime - before).TotalSeconds;
}

static CaptureRecord Made(int number)
{
    var random = new Random(number);
    var text = new StringBuilder();
    var statements = ImmutableArray.CreateBuilder<Statement>();
    var places = new List<(TextSpan Source, TextSpan Cue, TextSpan Content)>();
    for (var i = 0; i < StatementsPerDocument; i++)
    {
        var start = text.Length;
        var name = $"Speaker {random.Next(20_000)}";
        text.Append(name).Append(" said ");
        var content = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"that {random.Next()} of {random.Next()} prisoners had come home by the road over the bridge");
        places.Add((new TextSpan(start, start + name.Length), new TextSpan(start + name.Length + 1, start + name.Length + 5), new TextSpan(content, text.Length)));
        text.Append(".\n");
    }

    var all = text.ToString();
    var bytes = Encoding.UTF8.GetBytes(all);
    var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    foreach (var (source, cue, content) in places)
    {
        var name = source.SliceOf(all);
        statements.Add(new Statement
        {
            Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{sha256} {source}")))[..32],
            Document = sha256,
            Block = BlockRole.Body,
            Kind = StatementKind.Indirect,
            Act = StatementAct.Says,
            Confidence = 0.5,
            Source = new StatementSource(source, name, SourceBasis.Stated, SourceType.Person),
            Cue = new Cue(cue, "say"),
            Content = [content],
            Chain = [new Hop(HopRole.Origin, name, source)],
            SaidOn = new SaidOn(new DateOnly(2031, 1, 1).AddDays(random.Next(365)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SaidOnBasis.Published, null),
        });
    }

    var document = new Document
    {
        Sha256 = sha256,
        Provenance = new Provenance($"made/{number}.txt"),
        MediaType = "text/plain",
        Encoding = "utf-8",
        Text = all,
        Blocks = [new Block(BlockRole.Body, new TextSpan(0, all.Length - 1))],
    };
    return CaptureRecord.Prepare(new Capture(bytes, document.Provenance), new Inspection(new AnnotatedDocument(document, [], []), statements.ToImmutable(), Layers.Statements), "bench");
}
