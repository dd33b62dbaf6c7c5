// How matters grow: the samples varied to as many statements as asked for, each variation with names, numbers and days of its own.
//   dotnet run -c Release bench/matters.cs [STATEMENTS [LEDGER]]
// Prints seconds and processor seconds from statements to matters and findings, for half as many and for all, for adding one document to a ledger of all, and for a judgement in it.
// With LEDGER, leaves them there and measures nothing; where LEDGER is there, measures adding to a copy of it and judging there, of as many STATEMENTS as it was made with.
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
using Hearsay.Judgements;
using Hearsay.Language;
using Hearsay.Ledger;
using Hearsay.Matters;
using Hearsay.Packs;
using Hearsay.Statements;

var wanted = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var root = Environment.CurrentDirectory;
var pipeline = new Pipeline(DomainPack.Load(Path.Combine(root, "packs", "captivity")), english: LanguageModel.LoadEnglish(Path.Combine(root, "models")));
var samples = Directory.EnumerateFiles(Path.Combine(root, "samples", "corpus")).Where(file => file.EndsWith(".txt", StringComparison.Ordinal) || file.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
    .Select(file => ((InspectionOutcome.Accepted)pipeline.Inspect(new Capture(File.ReadAllBytes(file), new Provenance(Path.GetFileName(file))), Layers.Blocks | Layers.Statements | Layers.Findings)).Inspection)
    .Where(inspection => inspection.Statements.Length > 0).ToList();
var perSet = samples.Sum(sample => sample.Statements.Length);

if (args.Length > 1 && File.Exists(args[1]))
{
    var copy = Path.Combine(Directory.CreateTempSubdirectory("hearsay-bench-").FullName, "bench.db");
    File.Copy(args[1], copy);
    using (var ledger = EvidenceLedger.Open(copy)) { Grow(ledger, samples.Select((sample, i) => Varied(sample, (wanted / perSet) + 5 + i)), Vary(wanted)); }
    Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    return;
}

if (args.Length > 1)
{
    // Measured elsewhere: see bench/workbench.cs.
    using var kept = EvidenceLedger.Open(args[1]);
    foreach (var one in Vary(wanted)) { kept.Record(Prepare(one)); }
    kept.Examine("bench");
    return;
}

var half = Vary(wanted / 2);
var all = Vary(wanted);
MatterExaminer.Examine(half.Take(60).Select(one => one.Examined));
var first = Measure("half", half);
var second = Measure("all", all);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"twice the statements take {second / first:F2} times the processor time"));

var file = Path.Combine(Directory.CreateTempSubdirectory("hearsay-bench-").FullName, "bench.db");
using (var ledger = EvidenceLedger.Open(file))
{
    foreach (var one in all.Skip(1)) { ledger.Record(Prepare(one)); }
    var watch = Stopwatch.StartNew();
    ledger.Examine("bench");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ledger of {all.Sum(one => one.Statements.Length) - all[0].Statements.Length} statements examined in {watch.Elapsed.TotalSeconds:F1} s"));
    Grow(ledger, [all[0], .. samples.Skip(1).Take(2).Select((sample, i) => Varied(sample, (wanted / perSet) + 6 + i))], all);
}

// Adds documents one by one, and rejects statements of some that are there.
void Grow(EvidenceLedger ledger, IEnumerable<Inspection> added, List<Inspection> there)
{
    foreach (var one in added)
    {
        var record = Prepare(one);
        Time("one document added", () => { ledger.Record(record); ledger.Examine("bench"); });
    }

    foreach (var one in there.Where(one => one.Statements.Length > 0).Skip(there.Count / 2).Take(5))
    {
        Time("one statement rejected", () => ledger.Judge("bench", "to see how long it takes", new Ruling.Reject(ledger.AnchorOf(one.Statements[0].Id)!)));
    }
}

static void Time(string what, Action work)
{
    using var process = Process.GetCurrentProcess();
    var before = process.TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    work();
    watch.Stop();
    process.Refresh();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} in {watch.Elapsed.TotalMilliseconds:F0} ms, {(process.TotalProcessorTime - before).TotalMilliseconds:F0} ms of processor time"));
}

List<Inspection> Vary(int statements) => [.. Enumerable.Range(0, Math.Max(1, statements / perSet)).SelectMany(set => samples.Select(sample => Varied(sample, set)))];

double Measure(string name, List<Inspection> documents)
{
    GC.Collect();
    using var process = Process.GetCurrentProcess();
    var before = process.TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    var report = MatterExaminer.Examine(documents.Select(one => one.Examined));
    watch.Stop();
    process.Refresh();
    var seconds = (process.TotalProcessorTime - before).TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}: {documents.Sum(one => one.Statements.Length)} statements in {documents.Count} documents give {report.Matters.Length} matters and {report.Findings.Length} findings in {watch.Elapsed.TotalSeconds:F1} s, {seconds:F1} s of processor time"));
    return seconds;
}

static CaptureRecord Prepare(Inspection one) => CaptureRecord.Prepare(new Capture(Encoding.UTF8.GetBytes(one.Document.Text), one.Document.Provenance), one, "bench");

// The same text with every capitalised word spelled anew and every digit turned, so that no offset moves, and the days moved on.
static Inspection Varied(Inspection sample, int set)
{
    var text = string.Concat(sample.Document.Text.Select((c, i) =>
        char.IsAsciiDigit(c) && c != '0' ? (char)('1' + ((c - '1' + set * 7 + set / 9) % 9))
        : i > 0 && char.IsAsciiLetterLower(c) && char.IsAsciiLetterUpper(sample.Document.Text[i - 1]) ? (char)('a' + ((c - 'a' + set) % 26))
        : i > 1 && char.IsAsciiLetterLower(c) && char.IsAsciiLetterUpper(sample.Document.Text[i - 2]) ? (char)('a' + ((c - 'a' + set / 26) % 26))
        : c));
    var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    var day = sample.Document.Published.Value is { } published ? PublicationDate.On(published.AddDays(set % 700), DateBasis.Given) : PublicationDate.Unknown;
    var document = sample.Document with { Text = text, Sha256 = hash, Published = day, Title = null, Outlet = sample.Document.Outlet };
    ImmutableArray<Statement> statements = [.. sample.Statements.Select((statement, i) => statement with
    {
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{hash}|{i}"))))[..32],
        Document = hash,
        Source = statement.Source is { Span: { } span } source ? source with { Name = span.SliceOf(text) } : statement.Source,
        SaidOn = SaidOn.Unknown,
        Figures = [.. statement.Figures.Select(figure => figure with { Value = figure.Value + set, Low = figure.Low + set, High = figure.High + set })],
        Events = [],
    })];
    return new Inspection(new AnnotatedDocument(document, [], []), statements, Layers.Blocks | Layers.Statements | Layers.Findings);
}
