using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Models;

/// <summary>
/// The container of a trained model: the magic "HEARSAYM", the container's version (a 32-bit integer), the model's kind (a string as <see cref="BinaryWriter"/> writes it),
/// the payload's length before compression (32 bits), the SHA-256 of the compressed payload, then the payload as Brotli. Integers are little-endian.
/// </summary>
internal static class ModelFile
{
    private const int Version = 1;
    private const int MaxPayload = 256 * 1024 * 1024;

    private static ReadOnlySpan<byte> Magic => "HEARSAYM"u8;

    /// <summary>Writes a model. The same payload gives the same bytes.</summary>
    public static void Write(string path, string kind, Action<BinaryWriter> write)
    {
        using var raw = new MemoryStream();
        using (var writer = new BinaryWriter(raw, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        var payload = new byte[BrotliEncoder.GetMaxCompressedLength((int)raw.Length)];
        if (!BrotliEncoder.TryCompress(raw.GetBuffer().AsSpan(0, (int)raw.Length), payload, out var length, quality: 9, window: 24))
        {
            throw new InvalidOperationException("The model could not be compressed.");
        }

        using var file = new BinaryWriter(File.Create(path), Encoding.UTF8);
        file.Write(Magic);
        file.Write(Version);
        file.Write(kind);
        file.Write((int)raw.Length);
        file.Write(SHA256.HashData(payload.AsSpan(0, length)));
        file.Write(payload, 0, length);
    }

    /// <summary>Reads a model, after its checksum was found right; gives the checksum too.</summary>
    /// <exception cref="InvalidDataException">The file is no model of this kind and version, or damaged. The message says which and what to do.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static (T Model, byte[] Checksum) Read<T>(string path, string kind, Func<BinaryReader, T> read)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic) || reader.ReadInt32() != Version || reader.ReadString() != kind)
            {
                throw new InvalidDataException($"'{path}' is no {kind} model of this version. Take the models from the same release, or train them with Hearsay.Training.");
            }

            var length = reader.ReadInt32();
            var checksum = reader.ReadBytes(SHA256.HashSizeInBytes);
            var payload = bytes.AsSpan((int)reader.BaseStream.Position);
            if (length is < 0 or > MaxPayload || !SHA256.HashData(payload).AsSpan().SequenceEqual(checksum))
            {
                throw new InvalidDataException($"'{path}' is damaged: its checksum is wrong. Copy it again from the release.");
            }

            var raw = new byte[length];
            if (!BrotliDecoder.TryDecompress(payload, raw, out var written) || written != length)
            {
                throw new InvalidDataException($"'{path}' is damaged: its contents do not unpack. Copy it again from the release.");
            }

            using var content = new BinaryReader(new MemoryStream(raw, writable: false), Encoding.UTF8);
            return (read(content), checksum);
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException($"'{path}' is damaged: it ends too early. Copy it again from the release.", exception);
        }
    }

    /// <summary>Writes a list of strings.</summary>
    public static void WriteStrings(this BinaryWriter writer, IReadOnlyCollection<string> strings)
    {
        writer.Write(strings.Count);
        foreach (var text in strings)
        {
            writer.Write(text);
        }
    }

    /// <summary>Reads what <see cref="WriteStrings"/> wrote.</summary>
    public static string[] ReadStrings(this BinaryReader reader)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > 10_000_000)
        {
            throw new InvalidDataException($"A model's list cannot have {count} strings. The file was made by another version: train it anew.");
        }

        var strings = new string[count];
        for (var i = 0; i < count; i++)
        {
            strings[i] = reader.ReadString();
        }

        return strings;
    }
}
