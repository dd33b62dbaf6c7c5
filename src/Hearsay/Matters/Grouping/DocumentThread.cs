using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Hearsay.Matters.Grouping;

/// <summary>Statements of one document that are about the same: what is joined to other documents' threads to make a matter.</summary>
/// <param name="Id">Derived from the document's hash and the thread's first statement.</param>
/// <param name="Document">SHA-256 of the document.</param>
/// <param name="Day">Day of publication, else the latest day on which something in it was said; null where none is known.</param>
/// <param name="Statements">Ids of its statements, in text order.</param>
/// <param name="Keys">Its weightiest keys, of names, numbers and days more than of words, with their weights, by key.</param>
internal sealed record DocumentThread(string Id, string Document, DateOnly? Day, ImmutableArray<string> Statements, ImmutableArray<KeyValuePair<string, float>> Keys)
{
    private const int WordsKept = 34;
    private const int ParticularsKept = 20;

    private Theme? theme;

    /// <summary>What it is about.</summary>
    public Theme Theme => theme ??= Theme.Of(Keys);

    /// <summary>A thread of these statements.</summary>
    public static DocumentThread Of(string document, DateOnly? day, ImmutableArray<string> statements, Theme theme)
    {
        return new DocumentThread(IdOf(document, statements[0]), document, day, statements, [.. theme.Top(WordsKept).Union(theme.Particulars(ParticularsKept)).OrderBy(pair => pair.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Id of the thread of a document that begins with this statement.</summary>
    public static string IdOf(string document, string statement) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{document}|{statement}")))[..32];

    /// <summary>The thread as bytes, to be kept.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Statements.Length);
        foreach (var statement in Statements) { writer.Write(statement); }
        writer.Write(Keys.Length);
        foreach (var (key, weight) in Keys)
        {
            writer.Write(key);
            writer.Write(weight);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The thread that <see cref="ToBytes"/> was asked of.</summary>
    public static DocumentThread FromBytes(string id, string document, DateOnly? day, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var statements = new string[reader.ReadInt32()];
        for (var i = 0; i < statements.Length; i++) { statements[i] = reader.ReadString(); }
        var keys = new KeyValuePair<string, float>[reader.ReadInt32()];
        for (var i = 0; i < keys.Length; i++) { keys[i] = new(reader.ReadString(), reader.ReadSingle()); }
        return new DocumentThread(id, document, day, [.. statements], [.. keys]);
    }
}
