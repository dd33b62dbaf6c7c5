namespace Hearsay.Rolls;

/// <summary>How two records agree in one field.</summary>
public enum AgreementDegree
{
    /// <summary>There is nothing to compare, which is no disagreement.</summary>
    Missing,

    /// <summary>They differ.</summary>
    Different,

    /// <summary>They have something in common, but not enough to speak for one person.</summary>
    Partial,

    /// <summary>They agree but for a slip, an initial, or what one of them leaves out.</summary>
    Near,

    /// <summary>They are the same, or spellings of the same.</summary>
    Same,
}

/// <summary>What is said of one field of two records.</summary>
/// <param name="Field">Its name as in the contract: <c>surname</c>, <c>given</c>, <c>patronymic</c>, <c>birth_date</c>, <c>rank</c>, <c>unit</c>, <c>place</c> or <c>sex</c>.</param>
/// <param name="Degree">How far it agrees.</param>
/// <param name="Words">The same in words that name the field and hold no name of a person.</param>
public sealed record FieldAgreement(string Field, AgreementDegree Degree, string Words);
