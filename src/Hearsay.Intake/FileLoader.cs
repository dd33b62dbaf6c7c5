using System.Globalization;
using Hearsay.Documents;

namespace Hearsay.Intake;

/// <summary>Reads a candidate's bytes, never more than the limit of them.</summary>
public sealed class FileLoader(ReadLimits? limits = null)
{
    private readonly int maxBytes = (limits ?? ReadLimits.Default).MaxBytes;

    /// <summary>Reads one file. Never throws for what the file is.</summary>
    public LoadOutcome Load(IntakeItem.Candidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        try
        {
            var file = (FileInfo?)File.ResolveLinkTarget(candidate.File, returnFinalTarget: true) ?? new FileInfo(candidate.File);
            if (file.Length > maxBytes) { return TooLarge(file.Length); }
            if (file.Length == 0) { return new LoadOutcome.Refused("it is empty, or no regular file; check how it was saved"); } // pipes and devices have no length, and would keep us waiting
            return Read(candidate, file);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return new LoadOutcome.Refused("there is no such file; check the path, or where the link leads");
        }
        catch (UnauthorizedAccessException)
        {
            return new LoadOutcome.Refused("it may not be read; check its permissions");
        }
        catch (IOException failure)
        {
            return new LoadOutcome.Refused($"it cannot be read ({failure.Message}); check the disk, or where the link leads");
        }
    }

    private LoadOutcome Read(IntakeItem.Candidate candidate, FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        var bytes = new byte[file.Length];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (stream.ReadByte() >= 0) { return new LoadOutcome.Refused("it grew while it was read; run the command again when it is whole"); }
        return new LoadOutcome.Loaded(new Capture(bytes.AsMemory(0, read), candidate.Provenance));
    }

    private LoadOutcome.Refused TooLarge(long length) => new(string.Create(CultureInfo.InvariantCulture,
        $"it has {length} bytes and the limit is {maxBytes}; split it or raise the limit"));
}
