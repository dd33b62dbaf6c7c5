using System.Collections.Immutable;
using Hearsay.Judgements;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Workbench.Api;

/// <summary>A judgement as a program asks for it: things by their ids, and the service finds the words that they are bound to.</summary>
/// <param name="Verdict"><c>accept</c>, <c>reject</c>, <c>correct</c>, <c>merge</c>, <c>split</c>, <c>origins</c>, <c>dismiss</c>, <c>identify</c>, <c>rate</c> or <c>withdraw</c>.</param>
/// <param name="Why">The reason.</param>
/// <param name="Statement">Id of a statement; for accept, reject, correct and rate.</param>
/// <param name="Statements">Ids of statements; for split, and two for origins.</param>
/// <param name="Matters">Ids of matters; for merge.</param>
/// <param name="Finding">Id of a finding; for dismiss.</param>
/// <param name="Judgement">Id of a judgement; for withdraw.</param>
/// <param name="Correction">What is right; for correct. Spans are code points, each with its words.</param>
/// <param name="Same">Whether both have one origin; for origins.</param>
/// <param name="Source">A source's name; for identify.</param>
/// <param name="Identity">Who it is; for identify.</param>
/// <param name="Side">Id of its party; for identify.</param>
/// <param name="Type">What kind of party it is; for identify.</param>
/// <param name="Document">SHA-256 of the one document that this holds for; for identify.</param>
/// <param name="Value">The rating; for rate.</param>
/// <param name="Worst">The scale's lowest value; for rate.</param>
/// <param name="Best">The scale's highest value; for rate.</param>
/// <param name="Name">The rating in words; for rate.</param>
/// <param name="Claim">The claim in short; for rate.</param>
public sealed record JudgementRequest(
    string Verdict, string Why, string? Statement = null, ImmutableArray<string>? Statements = null, ImmutableArray<string>? Matters = null, string? Finding = null, string? Judgement = null,
    Correction? Correction = null, bool? Same = null, string? Source = null, string? Identity = null, string? Side = null, SourceType? Type = null, string? Document = null,
    int? Value = null, int Worst = 1, int Best = 5, string? Name = null, string? Claim = null)
{
    private const int MostIds = 500;

    /// <summary>The ruling that is asked for.</summary>
    /// <exception cref="RefusedJudgementException">Something that it needs is not given, or not in the ledger.</exception>
    internal Ruling ToRuling(EvidenceLedger ledger, Lazy<Pipeline> pipeline)
    {
        StatementAnchor Anchor(string? id) => id is null ? throw Lacks("statement") : ledger.AnchorOf(id) ?? throw new RefusedJudgementException($"There is no statement '{id}'.");
        ImmutableArray<StatementAnchor> Anchors() => Statements is { IsDefaultOrEmpty: false, Length: <= MostIds } ids ? [.. ids.Select(Anchor)] : throw Lacks("statements");
        return Verdict switch
        {
            "accept" => new Ruling.Accept(Anchor(Statement)),
            "reject" => new Ruling.Reject(Anchor(Statement)),
            "correct" => new Ruling.Correct(Anchor(Statement), Complete(ledger, pipeline, Correction ?? throw Lacks("correction"))),
            "split" => new Ruling.Split(Anchors()),
            "merge" => new Ruling.Merge(Matters is { IsDefaultOrEmpty: false, Length: <= MostIds } ids
                ? [.. ids.SelectMany(id => ledger.AnchorsOfMatter(id) is { IsEmpty: false } anchors ? anchors : throw new RefusedJudgementException($"There is no matter '{id}'."))] : throw Lacks("matters")),
            "origins" => Anchors() is [var first, var second] ? new Ruling.OverruleOrigins(first, second, Same ?? throw Lacks("same")) : throw new RefusedJudgementException("'origins' takes two statements."),
            "dismiss" => new Ruling.Dismiss(ledger.FindingAnchorOf(Finding ?? throw Lacks("finding")) ?? throw new RefusedJudgementException($"There is no finding '{Finding}'.")),
            "identify" => new Ruling.Identify(Source ?? throw Lacks("source"), Identity ?? throw Lacks("identity"), Side, Type, Document),
            "rate" => new Ruling.Rate(Anchor(Statement), Value ?? throw Lacks("value"), Worst, Best, Name ?? throw Lacks("name"), Claim),
            "withdraw" => new Ruling.Withdraw(Judgement ?? throw Lacks("judgement")),
            _ => throw new RefusedJudgementException($"'{Verdict}' is no verdict; there are accept, reject, correct, merge, split, origins, dismiss, identify, rate and withdraw."),
        };
    }

    private Correction Complete(EvidenceLedger ledger, Lazy<Pipeline> pipeline, Correction correction) =>
        correction.Content is not null && ledger.StatementOf(Statement!) is { } found ? pipeline.Value.Complete(found.Document, found.Statement, correction) : correction;

    private RefusedJudgementException Lacks(string field) => new($"'{Verdict}' needs '{field}'.");
}
