using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Packs;

public sealed partial class DomainPack
{
    private readonly Lazy<string> fingerprint;

    /// <summary>SHA-256 over the pack's files, by relative path in ordinal order: each one's path, length and bytes. Two packs with the same fingerprint say the same.</summary>
    public string Fingerprint => fingerprint.Value;

    private static string FingerprintOf(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = System.IO.Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(directory, file).Replace('\\', '/'), File: file))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (var (name, file) in files)
        {
            var bytes = File.ReadAllBytes(file);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\n{bytes.Length}\n")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
