namespace Hearsay.Workbench.Endpoints;

/// <summary>The page to come back to after a form. It comes from the form, so only a path of ours counts.</summary>
internal static class Back
{
    public static string To(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : "/";
}
