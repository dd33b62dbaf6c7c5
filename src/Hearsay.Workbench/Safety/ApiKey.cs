namespace Hearsay.Workbench.Safety;

/// <summary>Who asks with an API key.</summary>
internal static class ApiKey
{
    public const string Scheme = "key";
}
