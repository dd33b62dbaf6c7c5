using Hearsay.Ledger;
using Hearsay.Tests.Matters;
using Hearsay.Workbench;
using Hearsay.Workbench.Listing;
using Hearsay.Workbench.Safety;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hearsay.Tests.Workbench;

/// <summary>A workbench over a ledger of the samples, listening on a free port of this machine.</summary>
public class OpenWorkbench : IAsyncLifetime
{
    public const string Password = "a quiet long password";
    internal const string Engine = "1.0.0+test";

    private readonly TemporaryFolder folder = new();
    private WebApplication? app;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    internal string LedgerFile => folder["workbench.db"];

    internal IServiceProvider Services => app!.Services;

    /// <summary>Bytes of an upload, less than usual so that a test can exceed it.</summary>
    protected static long MaxUpload => 4L << 20;

    public async ValueTask InitializeAsync()
    {
        using (var ledger = EvidenceLedger.Open(LedgerFile))
        {
            foreach (var (capture, inspection) in SampleMatters.Inspections) { ledger.Record(CaptureRecord.Prepare(capture, inspection, Engine)); }
            Fill(ledger);
            ledger.Examine(Engine);
        }

        Prepare(new Accounts(LedgerFile, TimeProvider.System));
        app = WorkbenchHost.Build(new WorkbenchOptions { Ledger = LedgerFile, Url = "http://127.0.0.1:0", Pipeline = () => SampleMatters.Pipeline, MaxUpload = MaxUpload, Translations = Translations });
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        await Services.GetRequiredService<ListingUpkeep>().Ready.WaitAsync(TimeSpan.FromMinutes(2));
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) { await app.DisposeAsync(); }
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The languages of its pages beside English.</summary>
    protected virtual IReadOnlyDictionary<string, Hearsay.Web.Text.Translation> Translations => new Dictionary<string, Hearsay.Web.Text.Translation>();

    /// <summary>A browser of its own, with its own cookies.</summary>
    internal Visitor Visit() => new(Address);

    /// <summary>Kinds and payloads of the ledger's log.</summary>
    internal List<string> Log()
    {
        using var ledger = EvidenceLedger.OpenForReading(LedgerFile);
        return ledger.Connection.Strings("SELECT kind || ' ' || payload FROM log ORDER BY sequence");
    }

    /// <summary>Adds to the ledger what the samples do not have.</summary>
    internal virtual void Fill(EvidenceLedger ledger)
    {
    }

    /// <summary>Adds accounts.</summary>
    internal virtual void Prepare(Accounts accounts)
    {
    }
}

/// <summary>One with an account of each role, named as the role.</summary>
public class OpenWorkbenchWithAccounts : OpenWorkbench
{
    internal override void Prepare(Accounts accounts)
    {
        foreach (var role in Enum.GetValues<Role>()) { Assert.Null(accounts.Add(role.ToString().ToLowerInvariant(), role, Password)); }
    }

    /// <summary>Somebody who has signed in.</summary>
    internal async Task<Visitor> SignIn(Role role)
    {
        var visitor = Visit();
        var answer = await visitor.Send("/sign-in", "/sign-in", ("name", role.ToString()), ("password", Password));
        Assert.Equal("/", answer.Headers.Location?.ToString());
        return visitor;
    }
}
