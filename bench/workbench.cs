// How long the workbench's pages take as the ledger grows. Make a ledger first, with matters and findings, and then many more statements:
//   dotnet run -c Release bench/matters.cs 100000 big.db && dotnet run -c Release bench/ledger.cs 36000 big.db
//   dotnet run -c Release bench/workbench.cs big.db [READERS]
// Prints how long the lists took to fill, and for each kind of page how long it took from request to the last byte, over the loopback: the median, the 95th percentile and the longest.
#:project ../src/Hearsay.Workbench/Hearsay.Workbench.csproj
#:property PublishAot=false

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Hearsay.Workbench;

const int Requests = 120;
var readers = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50;
await using var app = WorkbenchHost.Build(new WorkbenchOptions { Ledger = args[0], Url = "http://127.0.0.1:0", Pipeline = () => throw new NotSupportedException("nothing is added here") });
var watch = Stopwatch.StartNew();
await app.StartAsync();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"started in {watch.Elapsed.TotalSeconds:F2} s"));
using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = readers, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(10) };
do { await Task.Delay(2000); }
while ((await client.GetStringAsync("/")).Contains("being filled", StringComparison.Ordinal));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lists filled after {watch.Elapsed.TotalSeconds:F0} s"));

string[] matters = await Links("/", "/matters/"), documents = await Links("/documents", "/documents/"), sources = await Links("/sources", "/sources/");
string[] words = ["prisoners", "road bridge", "\"come home by the road\"", "exchange", "list", "speaker 777", "prisoners of war"];
(string Name, Func<int, string> Address)[] kinds =
[
    ("matters", _ => "/"), ("matters, disputed", _ => "/?status=disputed"), ("matters, newest", _ => "/?order=newest"), ("a matter", i => matters[i % matters.Length]),
    ("findings", _ => "/findings"), ("findings of a kind", _ => "/findings?severity=notice&kind=denied"), ("findings of a matter", i => "/findings?matter=" + matters[i % matters.Length].Split('/')[^1]), ("review", _ => "/review"),
    ("documents", _ => "/documents"), ("a document", i => documents[i % documents.Length]), ("sources", _ => "/sources"), ("a source", i => sources[i % sources.Length]),
    ("search, words", i => "/search?q=" + Uri.EscapeDataString(words[i % words.Length])), ("search, documents", i => "/search?in=documents&q=" + Uri.EscapeDataString(words[i % words.Length])),
    ("search, filters", i => $"/search?q=prisoners&act=says&from=2031-0{1 + (i % 9)}-01&to=2031-0{1 + (i % 9)}-20"), ("search, figure", i => $"/search?figure={300 + i}"),
];
foreach (var (name, address) in kinds)
{
    var first = await Time(address(0));
    for (var i = 0; i < 10; i++) { await client.GetStringAsync(address(i)); }
    var times = new List<double>();
    for (var i = 0; i < Requests; i++) { times.Add(await Time(address(i))); }
    Report(name, times, first);
}

var all = new List<double>();
watch.Restart();
await Task.WhenAll(Enumerable.Range(0, readers).Select(async reader =>
{
    for (var i = 0; i < 12; i++)
    {
        var time = await Time(kinds[(reader + i) % kinds.Length].Address(i + reader));
        lock (all) { all.Add(time); }
    }
}));
Report($"{readers} readers at once", all);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count / watch.Elapsed.TotalSeconds:F0} pages a second; {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB at most"));

async Task<double> Time(string address)
{
    var from = Stopwatch.GetTimestamp();
    using var answer = await client.GetAsync(address);
    if (answer.StatusCode != HttpStatusCode.OK) { throw new InvalidOperationException($"{address}: {answer.StatusCode}"); }
    await answer.Content.ReadAsByteArrayAsync();
    return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
}

async Task<string[]> Links(string page, string beginning) =>
    [.. Regex.Matches(await client.GetStringAsync(page), $"href=\"({beginning}[^\"?#]+)").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct()];

static void Report(string name, List<double> times, double? first = null)
{
    times.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} median {times[times.Count / 2],7:F1} ms, 95 % within {times[(int)(times.Count * 0.95)],7:F1} ms, longest {times[^1],7:F1} ms{(first is { } f ? $", the first of all {f:F1} ms" : "")}"));
}
