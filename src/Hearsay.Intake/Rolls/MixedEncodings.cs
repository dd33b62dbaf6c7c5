using System.Text.Unicode;
using Hearsay.Documents.Decoding;

namespace Hearsay.Intake.Rolls;

/// <summary>Files put together from parts in several encodings, which lists are when several offices add to them.</summary>
internal static class MixedEncodings
{
    /// <summary>Decodes line by line where some lines are UTF-8 beyond ASCII and others are not UTF-8; null where the file is of one kind.</summary>
    public static (byte[] Text, string Encoding, int Lines)? Decode(ReadOnlySpan<byte> bytes)
    {
        var (valid, strange) = (0, new List<byte>());
        foreach (var range in Lines(bytes))
        {
            var line = bytes[range];
            if (line.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0) { continue; }
            if (Utf8.IsValid(line)) { valid++; }
            else { strange.AddRange(line); }
        }

        if (valid == 0 || strange.Count == 0) { return null; }
        var encoding = TextDecoder.Decode(strange.ToArray()).Encoding;
        if (encoding.StartsWith("utf", StringComparison.Ordinal)) { return null; } // single broken bytes, which the decoder marks
        var (text, lines) = (new List<byte>(bytes.Length + (bytes.Length / 4)), 0);
        foreach (var range in Lines(bytes))
        {
            var line = bytes[range];
            if (Utf8.IsValid(line)) { text.AddRange(line); }
            else
            {
                text.AddRange(System.Text.Encoding.UTF8.GetBytes(TextDecoder.Decode(line, transport: encoding).Text));
                lines++;
            }
        }

        return ([.. text], encoding, lines);
    }

    private static List<Range> Lines(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<Range>();
        for (var start = 0; start < bytes.Length;)
        {
            var length = bytes[start..].IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length + 1;
            lines.Add(start..end);
            start = end;
        }

        return lines;
    }
}
