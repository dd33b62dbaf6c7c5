using System.Collections.Concurrent;
using System.Text;

namespace Hearsay.Documents.Decoding;

/// <summary>What each of the 256 bytes means in a character set that has one byte a character.</summary>
internal sealed class SingleByteTable
{
    private static readonly ConcurrentDictionary<string, SingleByteTable> Tables = new();

    private readonly char[] characters = new char[256];

    private SingleByteTable(string name)
    {
        Name = name;
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        Span<byte> single = stackalloc byte[1];
        for (var value = 0; value < 256; value++)
        {
            single[0] = (byte)value;
            var decoded = encoding.GetChars(single.ToArray());

            // .NET gives the bytes that a Windows code page leaves unassigned as C1 controls; nobody wrote those.
            var unassigned = decoded.Length != 1 || (decoded[0] is >= '\u0080' and < '\u00A0' && name.StartsWith("windows-", StringComparison.Ordinal));
            characters[value] = unassigned ? '\uFFFD' : decoded[0];
        }
    }

    /// <summary>The character set, as <see cref="CharsetLabels.Resolve"/> names it.</summary>
    public string Name { get; }

    /// <summary>The character of a byte; U+FFFD where it has none.</summary>
    public char this[byte value] => characters[value];

    /// <summary>The table of a character set, or null where characters may take several bytes.</summary>
    public static SingleByteTable? For(string name) =>
        name.StartsWith("utf-", StringComparison.Ordinal) || name is "gb18030" or "big5" or "shift_jis" or "euc-jp" or "iso-2022-jp" or "euc-kr"
            ? null
            : Tables.GetOrAdd(name, static key => new SingleByteTable(key));

    /// <summary>Decodes bytes, each to one character.</summary>
    public string Decode(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, new State(bytes, characters), static (target, state) =>
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = state.Characters[state.Bytes[i]];
        }
    });

    private readonly ref struct State(ReadOnlySpan<byte> bytes, char[] characters)
    {
        public ReadOnlySpan<byte> Bytes { get; } = bytes;

        public char[] Characters { get; } = characters;
    }
}
