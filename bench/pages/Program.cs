using System.Globalization;
using Hearsay.Documents;
using Hearsay.Packs;

// Reads every page of a folder, from bytes to blocks: twelve times to warm up, then timed, by processor time. Pages lie in memory before the clock starts.
// usage: Hearsay.Bench.Pages PACK FOLDER
var reader = new DocumentReader(DomainPack.Load(args[0]));
var captures = Directory.GetFiles(args[1], "*.html")
    .Order(StringComparer.Ordinal)
    .Select(path => new Capture(File.ReadAllBytes(path), new Provenance(Path.GetFileName(path))))
    .ToList();
for (var round = 0; round < 12; round++) { ReadAll(); }
var before = Environment.CpuUsage.TotalTime;
ReadAll();
Console.WriteLine((captures.Count / (Environment.CpuUsage.TotalTime - before).TotalSeconds).ToString("F2", CultureInfo.InvariantCulture));

void ReadAll()
{
    foreach (var capture in captures) { reader.Read(capture); }
}
