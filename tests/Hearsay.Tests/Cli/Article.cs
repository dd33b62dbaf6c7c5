using System.Globalization;

namespace Hearsay.Tests.Cli;

/// <summary>Short invented articles that all differ.</summary>
internal static class Article
{
    private static readonly string[] Speakers = ["Minister Ada Toren", "General Pavo Lind", "the exchange office", "Mayor Ilo Brandt", "Varnia's army", "a spokesman for Oskeland"];
    private static readonly string[] Claims = ["no list was sent", "the talks would go on", "seven of them were home already", "the count was wrong", "the road was open again"];

    /// <summary>Article number <paramref name="number"/>; the same number gives the same text.</summary>
    public static string Text(int number)
    {
        var random = new Random(number);
        var paragraphs = Enumerable.Range(0, 3 + random.Next(5)).Select(_ =>
            $"{Speakers[random.Next(Speakers.Length)]} said on Monday that {Claims[random.Next(Claims.Length)]}. “{Claims[random.Next(Claims.Length)]},” said {Speakers[random.Next(Speakers.Length)]}.");
        return string.Create(CultureInfo.InvariantCulture, $"Talks on list number {number} go on\n\n{string.Join("\n\n", paragraphs)}\n");
    }
}
