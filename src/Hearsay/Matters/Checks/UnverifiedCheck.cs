using System.Text.RegularExpressions;
using Hearsay.Documents;
using Hearsay.Statements;

namespace Hearsay.Matters.Checks;

/// <summary>Where a document says itself that it could not verify what it passes on.</summary>
internal sealed partial class UnverifiedCheck : IDocumentCheck
{
    private const int Quoted = 160;

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(DocumentView document)
    {
        foreach (var line in document.Lines)
        {
            var match = CouldNot().Match(document.Text, line.Span.Start, line.Span.Length);
            if (!match.Success || IsAnothers(document, line, match.Index)) { continue; }
            var words = line.Span.SliceOf(document.Text).ReplaceLineEndings(" ");
            if (words.Length > Quoted) { words = words[..words.LastIndexOf(' ', Quoted)] + " …"; }
            yield return Finding.Of(
                FindingKind.Unverified, Severity.Notice, $"{document.Name} says that it could not verify what it reports: “{DeniedCheck.Bare(words)}”.",
                document.Statements.Where(statement => statement.Certainty is Certainty.Unverified && Math.Abs(statement.Content[0].Start - line.Span.Start) < 800).Select(statement => statement.Id),
                [document.Evidence(line.Span)]);
        }
    }

    // Somebody else's doubts are what somebody says, and no caveat of the document's.
    private static bool IsAnothers(DocumentView document, Line line, int at) => document.Statements.Any(statement =>
        statement.Block is not BlockRole.Comment && statement.Kind is StatementKind.Direct or StatementKind.Indirect or StatementKind.Mixed
        && statement.Content.Any(span => span.Contains(at)) && statement.Source is { } source && source.Name != document.Document.Outlet && !source.Name.Equals("we", StringComparison.OrdinalIgnoreCase)
        && statement.Cue is { } cue && !(cue.Span.Start <= at && at < cue.Span.End)
        && line.Span.Overlaps(cue.Span));

    [GeneratedRegex(@"\b(?:(?:(?:could|can) ?not|couldn[’']t|can[’']t)|(?:has|have|had|was|were|is|are) (?:so far )?(?:been )?(?:unable|not (?:yet )?(?:been )?able)(?: to)?|impossible to|not (?:yet )?(?:been )?possible to|(?:is|are|was|were|been) not in a position to|was unable to|were unable to) (?:be |been |immediately |independently |yet |to |fully )*(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?|check(?:ed)?|establish(?:ed)?|ascertain(?:ed)?|substantiated?|inspect|visit|gain access)\b|\b(?:tried|attempted|sought|attempts?|efforts?) to (?:independently )?(?:verify|confirm|corroborate|check|authenticate|establish|substantiate)\b[^.;!?]{0,90}?(?:\b(?:could not|cannot|failed|in vain|without success|to no avail|unsuccessful(?:ly)?|were unable|was unable)\b|\bcouldn[’']t\b)|\b(?:none|neither) of (?:\p{L}+ ){1,6}(?:can|could|has|have)(?: been| be)? (?:independently )?(?:verif|confirm|check)\w*|\bno (?:independent|outside|official) (?:confirmation|verification|corroboration)\b|\bno (?:means|way|possibility) of (?:independently )?(?:confirming|verifying|checking|establishing|corroborating)\b|\bneither (?:that |this |the |side[’']s |of the )?(?:\p{L}+ )?(?:version|figure|figures|claim|claims|account|accounts|number|numbers|story|report|statement|total)\b[^.;]{0,40} (?:can|could|has been|have been) (?:be )?(?:independently )?(?:verified|confirmed|checked|established)|\b(?:has|have|had) not (?:yet )?(?:been )?(?:independently )(?:verified|confirmed)\b|\b(?:could|has|have) not (?:been )?independently (?:verif|confirm)\w*", RegexOptions.IgnoreCase)]
    private static partial Regex CouldNot();
}
