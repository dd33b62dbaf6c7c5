namespace Hearsay.Documents.Html;

/// <summary>Decides from the lines' scores which of them are the article's body.</summary>
internal static class BodyFinder
{
    /// <summary>Words that a line needs for its score to say whether the page has a body at all.</summary>
    private const int MinWords = 5;

    /// <summary>How far below the best line's score the body reaches on a page where hardly a line looks like body.</summary>
    private const float Reach = 1.5f;

    /// <summary>For each line whether it is body. A page where no line is sure gives its best lines: some articles are one short paragraph among hundreds of links.</summary>
    public static bool[] Find(Page page, float[] scores)
    {
        var best = float.MinValue;
        for (var i = 0; i < scores.Length; i++)
        {
            if (page.Lines[i].Words >= MinWords) { best = Math.Max(best, scores[i]); }
        }

        var threshold = best is > float.MinValue and < Reach / 3 ? best - Reach : 0;
        var body = new bool[scores.Length];
        for (var i = 0; i < scores.Length; i++) { body[i] = scores[i] > threshold; }
        return body;
    }
}
