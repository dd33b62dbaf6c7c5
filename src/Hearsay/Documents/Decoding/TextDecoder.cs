using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Hearsay.Documents.Decoding;

/// <summary>Bytes read as text.</summary>
/// <param name="Text">The text: no byte-order mark, lines ended by <c>\n</c> alone, U+FFFD for each byte or lone surrogate that could not be decoded, nothing trimmed.</param>
/// <param name="Encoding">The character set, named as IANA does, in lower case.</param>
/// <param name="Notes">What was unusual, one sentence each.</param>
internal sealed record DecodedText(string Text, string Encoding, ImmutableArray<string> Notes);

/// <summary>Decodes bytes: by byte-order mark, by UTF-8 validity, by declaration, and by content where a declaration is missing or the bytes contradict it.</summary>
internal static class TextDecoder
{
    private static readonly string[] Guesses = ["windows-1252", "windows-1251", "koi8-u"];
    private static readonly PerByteFallback PerByte = new();

    /// <summary>Decodes a text. Never throws; takes time linear in the length.</summary>
    /// <param name="bytes">The original.</param>
    /// <param name="transport">The character set named by a transport header, or null.</param>
    /// <param name="declared">The character set that the bytes name themselves, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? transport = null, string? declared = null)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var (name, mark) = ByteOrderMark(bytes);
        var content = bytes[mark..];
        name ??= ByZeroBytes(content);
        if (name is null)
        {
            var claim = Claim(transport, declared, notes);
            name = ByContent(content, claim);
            if (claim is not null && name != claim && !IsAscii(content))
            {
                notes.Add($"The document was declared as {claim}, but its bytes read as {name}, and it was decoded as that.");
            }
        }

        var text = ToText(content, name);
        var lost = text.AsSpan().Count('\uFFFD');
        if (lost > CountWritten(content, name))
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Some bytes could not be decoded as {name} and stand as U+FFFD ({lost} in all)."));
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            notes.Add("The document holds NUL characters.");
        }

        return new DecodedText(text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text, name, notes.ToImmutable());
    }

    private static (string? Name, int Length) ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
        [0xFF, 0xFE, 0, 0, ..] => ("utf-32le", 4),
        [0, 0, 0xFE, 0xFF, ..] => ("utf-32be", 4),
        [0xFF, 0xFE, ..] => ("utf-16le", 2),
        [0xFE, 0xFF, ..] => ("utf-16be", 2),
        _ => (null, 0),
    };

    /// <summary>Tells UTF-16 that lost its mark by where its zero bytes stand: nearly every character of our languages has 0, 4 or 32 as its upper byte.</summary>
    private static string? ByZeroBytes(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        if (sample.Length < 8 || !sample.Contains((byte)0))
        {
            return null;
        }

        Span<int> upper = [0, 0];
        Span<int> zero = [0, 0];
        for (var i = 0; i < sample.Length; i++)
        {
            upper[i & 1] += sample[i] is 0 or 4 or 0x20 ? 1 : 0;
            zero[i & 1] += sample[i] is 0 ? 1 : 0;
        }

        var half = sample.Length / 2;
        return (upper[0] > half * 0.95 && zero[1] == 0) ? "utf-16be" : (upper[1] > half * 0.95 && zero[0] == 0) ? "utf-16le" : null;
    }

    private static string? Claim(string? transport, string? declared, ImmutableArray<string>.Builder notes)
    {
        if (transport is not null && CharsetLabels.Resolve(transport) is null)
        {
            notes.Add("The transport named a character set that is not known; it was passed over.");
        }

        return CharsetLabels.Resolve(transport) ?? CharsetLabels.Resolve(declared);
    }

    /// <summary>The character set that the bytes read best in; <paramref name="claim"/> unless they contradict it.</summary>
    private static string ByContent(ReadOnlySpan<byte> bytes, string? claim)
    {
        if (claim is "iso-2022-jp" && bytes.Contains((byte)0x1B))
        {
            return claim;
        }

        if (Utf8.IsValid(bytes))
        {
            return "utf-8";
        }

        var (whole, broken) = Utf8Sequences(bytes);
        if (whole >= 2 * broken || (claim is "utf-8" && whole > broken))
        {
            return "utf-8";
        }

        var claimed = claim is null ? null : SingleByteTable.For(claim);
        if (claim is not null and not "utf-8" && claimed is null)
        {
            var garbled = ToText(bytes[..Math.Min(bytes.Length, 64 * 1024)], claim).AsSpan().Count('\uFFFD');
            return garbled * 50 <= whole + broken + 1 ? claim : ByContent(bytes, null);
        }

        var best = claimed;
        var bestWeight = double.NegativeInfinity;
        if (claimed is not null)
        {
            // What was declared is given up only for clearly better readings: by a point for every third byte beyond ASCII.
            bestWeight = CharsetEvidence.Weigh(bytes, claimed) + Math.Max(6, 0.33 * Math.Min(whole + broken, 100_000));
        }

        foreach (var guess in Guesses)
        {
            var table = SingleByteTable.For(guess)!;
            var weight = CharsetEvidence.Weigh(bytes, table);
            if (weight > bestWeight)
            {
                (best, bestWeight) = (table, weight);
            }
        }

        return best!.Name;
    }

    /// <summary>Counts sequences of UTF-8 beyond ASCII, and stretches that are in none.</summary>
    private static (int Whole, int Broken) Utf8Sequences(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return (whole, broken);
            }

            bytes = bytes[next..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var consumed) is System.Buffers.OperationStatus.Done)
            {
                whole++;
            }
            else
            {
                broken++;
            }

            bytes = bytes[consumed..];
        }
    }

    private static bool IsAscii(ReadOnlySpan<byte> bytes) => Ascii.IsValid(bytes);

    /// <summary>How many U+FFFD the bytes spell out themselves, as text that was damaged before it came here does.</summary>
    private static int CountWritten(ReadOnlySpan<byte> bytes, string name) => name switch
    {
        "utf-8" => bytes.Count("\uFFFD"u8),
        _ => 0,
    };

    private static string ToText(ReadOnlySpan<byte> bytes, string name)
    {
        if (SingleByteTable.For(name) is { } table)
        {
            return table.Decode(bytes);
        }

        // The fallback of UTF-16 and UTF-32 counts characters, not bytes: one for a lone surrogate.
        var encoding = name switch
        {
            "utf-8" => Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, PerByte),
            "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            "utf-32le" => Encoding.UTF32,
            "utf-32be" => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, PerByte)!,
        };
        return encoding.GetString(bytes);
    }
}
