using System.Collections.Immutable;
using Hearsay.Language;
using Hearsay.Matters.Checks;
using Hearsay.Places;
using Hearsay.Statements;

namespace Hearsay.Matters;

/// <summary>Checks one document against itself.</summary>
public static class DocumentExaminer
{
    private static readonly ImmutableArray<IDocumentCheck> Checks =
        [
            new ReckoningsCheck(), new ExtrapolationCheck(), new RivalFiguresCheck(), new RetoldFigureCheck(),
            new HeadlineCheck(), new HeadlineRivalCheck(), new HeadlineWordsCheck(), new HeadlineClaimCheck(), new HeadlineStrengthCheck(), new HeadlineDegreeCheck(), new UnverifiedCheck(),
            new AnonymousCheck(), new PlaceCheck(), new PlaceAccountsCheck(), new OwnDatesCheck(), new ActDatesCheck(), new RivalDatesCheck(), new OneOccasionCheck(), new DateOrderCheck(), new HeadlineDayCheck(), new OwnDenialCheck(), new ToldChainCheck(), new ToldAgreementCheck(), new ToldCreditCheck(), new CreditedFigureCheck(),
        ];

    /// <summary>Finds what does not fit together, or is worth knowing, in one document. Checks that need figures or statements find nothing without them.</summary>
    /// <returns>In text order; their matter is not known here.</returns>
    public static ImmutableArray<Finding> Examine(AnnotatedDocument document, ImmutableArray<Statement> statements) => Examine(document, statements, Gazetteer.Empty);

    /// <summary>The same, with the gazetteer that places are compared with.</summary>
    internal static ImmutableArray<Finding> Examine(AnnotatedDocument document, ImmutableArray<Statement> statements, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(document);
        var view = new DocumentView(document, statements, gazetteer);
        List<Finding> findings = [.. Checks.SelectMany(check => check.Check(view)).DistinctBy(finding => finding.Id, StringComparer.Ordinal)];
        findings.Sort(Finding.Compare);
        return [.. findings];
    }
}
