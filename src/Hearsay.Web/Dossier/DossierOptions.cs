using System.Collections.Immutable;
using Hearsay.Web.Audits;
using Hearsay.Web.Text;

namespace Hearsay.Web.Dossier;

/// <summary>How a dossier is written.</summary>
public sealed record DossierOptions
{
    /// <summary>The options used unless others are given.</summary>
    public static DossierOptions Default { get; } = new();

    /// <summary>The overview's heading.</summary>
    public string Title { get; init; } = "What is claimed, and by whom";

    /// <summary>A day to print on the overview; without one, nothing tells when a dossier was written, and the same ledger gives the same bytes.</summary>
    public DateOnly? GeneratedOn { get; init; }

    /// <summary>The ledger's audits of lists, with names or without.</summary>
    public ImmutableArray<AuditView> Audits { get; init; } = [];

    /// <summary>True where the audits' pages show names: they were asked for, and that was logged.</summary>
    public bool WithNames { get; init; }

    /// <summary>The language of its pages.</summary>
    public Translation Translation { get; init; } = Translation.English;

    /// <summary>Pages rendered at the same time; 0 for as many as there are cores.</summary>
    public int Threads { get; init; }
}

/// <summary>What became of a dossier: written, or refused for a reason.</summary>
public abstract record DossierOutcome
{
    private DossierOutcome() { }

    /// <summary>It was written.</summary>
    /// <param name="Index">Full path of the page to start at.</param>
    /// <param name="Documents">How many documents it holds.</param>
    /// <param name="Statements">How many statements.</param>
    /// <param name="Sources">How many sources.</param>
    public sealed record Written(string Index, int Documents, int Statements, int Sources) : DossierOutcome;

    /// <summary>Nothing was written.</summary>
    /// <param name="Reason">One sentence: what is wrong and what to do about it.</param>
    public sealed record Refused(string Reason) : DossierOutcome;
}
