namespace Hearsay.Matters;

/// <summary>What an analyst decided on where two statements come from. It goes before whatever the texts show.</summary>
/// <param name="First">Id of one statement.</param>
/// <param name="Second">Id of the other; their order does not matter.</param>
/// <param name="IsOne">True where both have one origin, false where neither depends on the other or on a common one.</param>
public readonly record struct OriginJudgement(string First, string Second, bool IsOne);
