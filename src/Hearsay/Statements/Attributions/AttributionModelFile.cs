using System.Runtime.InteropServices;
using System.Text;

namespace Hearsay.Statements.Attributions;

/// <summary>
/// Reads and writes an <see cref="AttributionModel"/>: the mark <c>HSAT</c>, the version, two thresholds, the rates of lemmas, then eight tables of weights,
/// each with its number of outputs, its step and its weights. Little-endian throughout.
/// </summary>
internal static class AttributionModelFile
{
    private const uint Mark = 0x54415348;
    private const int Version = 1;
    private const int MostWeights = 1 << 24;

    /// <summary>Writes a model; equal models give equal bytes.</summary>
    public static void Write(AttributionModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(model.Threshold);
        writer.Write(model.InnerThreshold);
        var parts = model.Parts;
        writer.Write(parts.Rates.Keys.Length);
        writer.Write(MemoryMarshal.AsBytes(parts.Rates.Keys));
        writer.Write(parts.Rates.Steps);
        foreach (var table in (ReadOnlySpan<HashedWeights>)[parts.Cue, parts.CueExtent, parts.Source, parts.SourceExtent, parts.Content, parts.RunOn, model.Acceptance])
        {
            writer.Write(table.Outputs);
            writer.Write(table.Step);
            writer.Write(table.Weights.Length);
            writer.Write(MemoryMarshal.AsBytes(table.Weights));
        }
    }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The file is no such model, of another version, or cut short; the message says which and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static AttributionModel Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">Its bytes.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">The bytes are no such model, of another version, or cut short.</exception>
    public static AttributionModel Read(Stream stream, string name)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Mark)
            {
                throw Bad(name, "it does not begin as a model of attributions does");
            }

            if (reader.ReadInt32() is var version and not Version)
            {
                throw Bad(name, $"it has version {version} and this build reads version {Version}");
            }

            var (threshold, inner) = (reader.ReadDouble(), reader.ReadDouble());
            var count = Length(reader, name);
            var keys = new uint[count];
            Fill(reader, MemoryMarshal.AsBytes(keys.AsSpan()));
            var steps = new byte[count];
            Fill(reader, steps);
            var rates = new CueRates(keys, steps);
            var parts = new AttributionParts(rates, Table(1), Table(1), Table(1), Table(1), Table(3), Table(1));
            return new AttributionModel(parts, Table(1), threshold, inner);
        }
        catch (EndOfStreamException)
        {
            throw Bad(name, "it ends too soon");
        }

        HashedWeights Table(int outputs)
        {
            var own = reader.ReadInt32();
            var step = reader.ReadDouble();
            var weights = new short[Length(reader, name)];
            Fill(reader, MemoryMarshal.AsBytes(weights.AsSpan()));
            return own == outputs && weights.Length % outputs == 0 && int.IsPow2(weights.Length / outputs) && double.IsFinite(step)
                ? new HashedWeights(weights, outputs, step)
                : throw Bad(name, "one of its tables has another size than this build expects");
        }
    }

    private static int Length(BinaryReader reader, string name) =>
        reader.ReadInt32() is var length && length is >= 0 and <= MostWeights ? length : throw Bad(name, $"it claims a table of {length} entries");

    private static void Fill(BinaryReader reader, Span<byte> bytes) => reader.BaseStream.ReadExactly(bytes);

    private static InvalidDataException Bad(string name, string what) =>
        new($"{name} cannot be used as a model of attributions: {what}. Restore the file that belongs to this version, or train it anew.");
}
