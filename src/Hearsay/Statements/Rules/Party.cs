namespace Hearsay.Statements.Rules;

/// <summary>What the text shows of someone's gender.</summary>
internal enum Gender
{
    Unknown,
    Male,
    Female,
}

/// <summary>Someone whose word is given, as far as the text tells who that is.</summary>
/// <param name="Name">Full name, or the words that describe an unnamed party.</param>
/// <param name="Type">What kind of party it is.</param>
/// <param name="Gender">Of persons.</param>
/// <param name="Descriptors">Lower-case nouns by which the text may come back to it: "general", "ministry".</param>
internal sealed record Party(string Name, SourceType Type, Gender Gender, IReadOnlySet<string> Descriptors);
