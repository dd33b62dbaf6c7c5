namespace Hearsay.Statements.Sources;

/// <summary>Someone whose word is given, as far as the text tells who that is.</summary>
/// <param name="Name">Full name, or the words that describe an unnamed party.</param>
/// <param name="Type">What kind of party it is.</param>
internal sealed record Party(string Name, SourceType Type)
{
    /// <summary>Id that all words of the document for this party share, or null.</summary>
    public string? Entity { get; init; }
}
