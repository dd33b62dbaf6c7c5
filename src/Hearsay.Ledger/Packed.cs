using System.IO.Compression;

namespace Hearsay.Ledger;

/// <summary>Bytes as they lie in the ledger: compressed with Brotli (RFC 7932), or raw where that is no larger.</summary>
/// <param name="Encoding"><c>br</c> or <c>raw</c>.</param>
/// <param name="Bytes">As encoded.</param>
internal readonly record struct Packed(string Encoding, byte[] Bytes)
{
    private const int Quality = 5; // beyond it the time grows faster than the gain
    private const int Window = 22;

    /// <summary>Packs <paramref name="bytes"/>.</summary>
    public static Packed From(ReadOnlySpan<byte> bytes)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, buffer, out var written, Quality, Window) && written < bytes.Length
            ? new Packed("br", buffer[..written])
            : new Packed("raw", bytes.ToArray());
    }

    /// <summary>The bytes as they were, never more than <paramref name="limit"/> of them.</summary>
    /// <exception cref="InvalidDataException">They cannot be unpacked, or are more.</exception>
    public byte[] Unpack(long limit)
    {
        if (Encoding == "raw") { return Bytes; }
        using var unpacked = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(Bytes), CompressionMode.Decompress);
        var buffer = new byte[81920];
        for (int read; (read = brotli.Read(buffer)) > 0;)
        {
            if (unpacked.Length + read > limit) { throw new InvalidDataException($"unpacks to more than {limit} bytes"); }
            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }
}
