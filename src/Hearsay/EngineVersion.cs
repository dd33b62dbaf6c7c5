using System.Reflection;

namespace Hearsay;

/// <summary>The version stamped on everything that is derived. Derived rows of another version are replaced when they are met.</summary>
public static class EngineVersion
{
    /// <summary>As <c>0.1.0</c>; raised whenever a stage may answer differently.</summary>
    public static string Current { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
