// How long an older ledger takes to be brought up to date when it is opened, and again when nothing is left to do.
//   dotnet run -c Release bench/migrations.cs LEDGER ...
// Works on a copy of each, beside it, which is deleted afterwards.
#:project ../src/Hearsay.Ledger/Hearsay.Ledger.csproj
#:property PublishAot=false

using System.Diagnostics;
using System.Globalization;
using Hearsay.Ledger;

foreach (var ledger in args)
{
    var copy = ledger + ".migrated";
    File.Copy(ledger, copy, overwrite: true);
    if (File.Exists(ledger + "-wal")) { File.Copy(ledger + "-wal", copy + "-wal", overwrite: true); }
    try
    {
        var (first, second) = (Opening(copy), Opening(copy));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ledger}: {new FileInfo(ledger).Length / 1_000_000} MB, brought up to date in {first.TotalSeconds:F1} s, opened again in {second.TotalMilliseconds:F0} ms"));
    }
    finally
    {
        foreach (var left in new[] { copy, copy + "-wal", copy + "-shm" }) { File.Delete(left); }
    }
}

static TimeSpan Opening(string path)
{
    var watch = Stopwatch.StartNew();
    using var opened = EvidenceLedger.OpenForReading(path);
    return watch.Elapsed;
}
