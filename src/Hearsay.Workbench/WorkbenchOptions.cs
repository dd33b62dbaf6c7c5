using Hearsay.Ledger;
using Hearsay.Web.Text;
using Microsoft.AspNetCore.Http;

namespace Hearsay.Workbench;

/// <summary>What a workbench works on and where it listens.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>Where it listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5180";

    /// <summary>The ledger's file; where there is none, an empty one is made.</summary>
    public required string Ledger { get; init; }

    /// <summary>One absolute http or https address; port 0 takes a free one.</summary>
    public string Url { get; init; } = DefaultUrl;

    /// <summary>Makes the pipeline that analyses what is added. It is called once, when it is first needed, on another thread.</summary>
    public required Func<Pipeline> Pipeline { get; init; }

    /// <summary>Gives the time that log entries and sessions bear.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The languages that pages are there in beside English, by code.</summary>
    public IReadOnlyDictionary<string, Translation> Translations { get; init; } = new Dictionary<string, Translation>();

    /// <summary>The translation that a browser's languages ask for first; English where there is none of them.</summary>
    internal Translation TranslationFor(HttpRequest request)
    {
        if (Translations.Count == 0) { return Translation.English; }
        foreach (var asked in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1).Select(one => one.Value.Value ?? ""))
        {
            var language = asked.Split('-')[0];
            if (Translations.GetValueOrDefault(asked) is { } exact) { return exact; }
            if (language == Translation.English.Language) { return Translation.English; }
            if (Translations.GetValueOrDefault(language) is { } same) { return same; }
        }

        return Translation.English;
    }

    /// <summary>How long it waits for a ledger that another process holds, and how large the ledger may become.</summary>
    public LedgerOptions Opening { get; init; } = LedgerOptions.Default;

    /// <summary>How long an export waits while as many as may be made at once are being made.</summary>
    internal TimeSpan ExportPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Bytes of one upload, all of its files together. What a page would do with more is not worth the memory.</summary>
    public long MaxUpload { get; init; } = 64L << 20;
}
