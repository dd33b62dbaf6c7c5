using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Hearsay.Ledger;
using Hearsay.Tests.Cli;
using Hearsay.Tests.Matters;
using Hearsay.Workbench;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Tests.Workbench;

/// <summary>A full disk, a ledger that somebody holds, a crash in the middle, and somebody who sends as slowly as they can: nothing that was added is lost.</summary>
public sealed class HardTimesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string LedgerFile => folder["hard.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task On_a_full_disk_what_was_added_waits_and_is_taken_up_when_there_is_room()
    {
        var text = Article(400); // more than the room that is left
        using (EvidenceLedger.Open(LedgerFile)) { }
        var pages = (int)(new FileInfo(LedgerFile).Length / 4096) + 20;
        string batch;
        await using (var full = await Open(new LedgerOptions { MaxPages = pages, Patience = TimeSpan.FromSeconds(1) }))
        {
            using var visitor = new Visitor(new Uri(full.Urls.First()));
            batch = (await visitor.Send("/add", "/add", ("text", text))).Headers.Location!.ToString();
            Assert.Contains("kept and will be taken up", await visitor.Until(batch, "Waiting:"), StringComparison.Ordinal);
        }

        await using var roomy = await Open(new LedgerOptions());
        using var again = new Visitor(new Uri(roomy.Urls.First()));
        await again.Until(batch, ">Done<");
        AssertHolds(1);
    }

    [Fact]
    public async Task While_another_process_holds_the_ledger_pages_answer_and_what_was_added_waits_for_it()
    {
        await using var app = await Open(new LedgerOptions { Patience = TimeSpan.FromSeconds(1) });
        using var visitor = new Visitor(new Uri(app.Urls.First()));
        string batch;
        using (var other = new SqliteConnection($"Data Source={LedgerFile};Pooling=False"))
        {
            other.Open();
            using var hold = other.BeginTransaction(deferred: false);
            batch = (await visitor.Send("/add", "/add", ("text", Article(1)))).Headers.Location!.ToString();
            await visitor.Until(batch, "Waiting:");
            await visitor.Read("/");
            hold.Rollback();
        }

        await visitor.Until(batch, ">Done<");
        AssertHolds(1);
    }

    [Fact]
    public async Task A_ledger_that_is_taken_in_between_is_a_failure_that_everybody_expects()
    {
        using (EvidenceLedger.Open(LedgerFile)) { }
        using var pool = new LedgerPool(LedgerFile, new LedgerOptions());
        Assert.Contains("locked", (await Assert.ThrowsAsync<LedgerException>(() => pool.WriteAsync<bool>(_ => throw new SqliteException("database is locked", 5), TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.Contains("locked", (await Assert.ThrowsAsync<LedgerException>(() => pool.ReadAsync<bool>(_ => throw new SqliteException("database is locked", 5), TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_crash_in_the_middle_the_rest_is_taken_up_and_nothing_is_there_twice()
    {
        const int Documents = 24;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using (var first = await Serve(address))
        {
            using var visitor = new Visitor(address);
            await visitor.Upload("/add", "/add", [.. Enumerable.Range(0, Documents).Select(i => ("files", $"{i}.txt", Encoding.UTF8.GetBytes(Article(3 + i))))]);
            await visitor.Until("/documents", "class=\"documents\""); // some are in, and others are not
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(Directory.Exists(LedgerFile + ".inbox"));
        using var second = await Serve(address);
        using var again = new Visitor(address);
        await again.Until("/documents", $">{Documents} documents<");
        for (var i = 0; i < 300 && Directory.Exists(LedgerFile + ".inbox"); i++) { await Task.Delay(100, TestContext.Current.CancellationToken); }
        second.Kill(entireProcessTree: true);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        AssertHolds(Documents);
    }

    [Fact]
    public async Task Who_sends_a_byte_now_and_then_is_hung_up_on_while_others_are_answered()
    {
        await using var app = await Open(new LedgerOptions());
        var address = new Uri(app.Urls.First());
        using var slow = new TcpClient();
        await slow.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /add HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\ntext="), TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        var isHungUp = false;
        using var visitor = new Visitor(address);
        while (!isHungUp && watch.Elapsed < TimeSpan.FromSeconds(40))
        {
            await visitor.Read("/");
            await Task.Delay(500, TestContext.Current.CancellationToken);
            try
            {
                await stream.WriteAsync("x"u8.ToArray(), TestContext.Current.CancellationToken);
                isHungUp = slow.Client.Poll(0, SelectMode.SelectRead); // an answer, or the end
            }
            catch (IOException)
            {
                isHungUp = true;
            }
        }

        Assert.True(isHungUp, $"still listened to after {watch.Elapsed.TotalSeconds:F0} s");
    }

    [Fact]
    public async Task While_two_exports_are_made_a_third_waits_and_is_told_to_come_again()
    {
        await using var app = WorkbenchHost.Build(new WorkbenchOptions { Ledger = LedgerFile, Url = "http://127.0.0.1:0", Pipeline = () => SampleMatters.Pipeline, ExportPatience = TimeSpan.FromSeconds(1) });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var visitor = new Visitor(new Uri(app.Urls.First()));
        var turns = app.Services.GetRequiredService<ExportTurns>();
        using (await turns.TakeAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/exports/documents?format=csv")).StatusCode);
            using var second = await turns.TakeAsync(TestContext.Current.CancellationToken);
            Assert.NotNull(second);
            var refused = await visitor.Get("/exports/documents?format=csv");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (refused.StatusCode, refused.Headers.Contains("Retry-After")));
            await visitor.Read("/"); // pages do not wait
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get("/exports/documents?format=none")).StatusCode); // nor does what can be refused
        }

        // Whatever becomes of an export, its turn ends.
        for (var i = 0; i < 3; i++) { Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/matters/none/export?format=prov")).StatusCode); }
        var many = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.Get("/exports/documents?format=csv")));
        Assert.All(many, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private void AssertHolds(int documents)
    {
        using var ledger = EvidenceLedger.OpenForReading(LedgerFile);
        Assert.Empty(ledger.Verify().Damages);
        Assert.Equal(documents, ledger.Documents().Count());
        Assert.Equal(documents, ledger.Documents().Sum(stored => stored.Captures.Length));
        Assert.False(Directory.Exists(LedgerFile + ".inbox"));
    }

    private async Task<WebApplication> Open(LedgerOptions opening)
    {
        var app = WorkbenchHost.Build(new WorkbenchOptions { Ledger = LedgerFile, Url = "http://127.0.0.1:0", Pipeline = () => SampleMatters.Pipeline, Opening = opening });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private async Task<Process> Serve(Uri address)
    {
        var process = Command.Start(folder.Path, "serve", "--ledger", LedgerFile, "--urls", address.AbsoluteUri.TrimEnd('/'));
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        for (var i = 0; i < 600; i++)
        {
            try
            {
                await client.GetStringAsync(address, TestContext.Current.CancellationToken);
                return process;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        throw new TimeoutException("The workbench does not open.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Every one different, and none that compresses to nothing.
    private static string Article(int sentences) => string.Join(' ', Enumerable.Range(1, sentences).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"Harbour master Olin Drost said on Tuesday that {(sentences * 1000) + i} sailors of the {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes((sentences * 1000) + i)))} had come ashore.")));
}
