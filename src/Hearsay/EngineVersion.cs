using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Hearsay;

/// <summary>The version stamped on everything that is derived. Derived rows of another version are replaced when they are met.</summary>
public static class EngineVersion
{
    /// <summary>As <c>0.1.0</c>; raised whenever a stage may answer differently.</summary>
    public static string Current { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The version of an engine that works with data of this fingerprint, as <c>0.1.0+0123456789ab</c>. The build's own identity goes in, so a changed rule shows even where nobody raised the version.</summary>
    public static string With(string dataFingerprint) =>
        $"{Current}+{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(EngineVersion).Module.ModuleVersionId}\n{dataFingerprint}")))[..12]}";
}
