using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hearsay.Models;
using Hearsay.Statements.Attributions;

namespace Hearsay.Language;

/// <summary>
/// The trained models of one language: lexicon, tagger, parser, entity finder, and finder of attributions. Immutable; one copy serves all threads.
/// How they work and what they are trained on: <c>docs/language.md</c>, and the card beside each file.
/// </summary>
public sealed class LanguageModel
{
    private readonly ConcurrentBag<GrammarReader> readers = [];

    private LanguageModel(Lexicon lexicon, TagModel tags, TreeModel trees, EntityModel entities, AttributionModel? attributions, string fingerprint)
    {
        Attributions = attributions;
        Fingerprint = fingerprint;
        Lexicon = lexicon;
        Tags = tags;
        Trees = trees;
        Entities = entities;
    }

    /// <summary>Stands for the weights: where two are equal, so are the answers. 64 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>The words seen in training.</summary>
    internal Lexicon Lexicon { get; }

    /// <summary>The tagger.</summary>
    internal TagModel Tags { get; }

    /// <summary>The parser.</summary>
    internal TreeModel Trees { get; }

    /// <summary>The entity finder.</summary>
    internal EntityModel Entities { get; }

    /// <summary>The finder of attributions; null where it has not been trained.</summary>
    internal AttributionModel? Attributions { get; }

    /// <summary>Reads the English models.</summary>
    /// <param name="directory">The folder <c>models</c>, which lies beside the hearsay command.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or of another version.</exception>
    public static LanguageModel LoadEnglish(string directory) => Load(directory, "english");

    internal static LanguageModel Load(string directory, string language)
    {
        // Unpacking is most of the work, so that each file is read by a thread of its own.
        var (words, tags, trees, entities) = (Read("words", Lexicon.ReadFrom), Read("tags", TagModel.ReadFrom), Read("trees", TreeModel.ReadFrom), Read("entities", EntityModel.ReadFrom));
        var attributions = File.Exists(PathOf(directory, language, "attributions")) ? Read("attributions", AttributionModel.ReadFrom) : null;
        using var checksums = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return new LanguageModel(
            Finish(words), Finish(tags), Finish(trees), Finish(entities), attributions is null ? null : Finish(attributions), Convert.ToHexStringLower(checksums.GetHashAndReset()));

        Task<(T Model, byte[] Checksum)> Read<T>(string kind, Func<BinaryReader, T> read) =>
            Task.Run(() => ModelFile.Read(PathOf(directory, language, kind), kind, read));

        T Finish<T>(Task<(T Model, byte[] Checksum)> reading)
        {
            var (model, checksum) = reading.GetAwaiter().GetResult();
            checksums.AppendData(checksum);
            return model;
        }
    }

    internal static LanguageModel Of(Lexicon lexicon, TagModel tags, TreeModel trees, EntityModel entities) => new(lexicon, tags, trees, entities, null, "");

    internal void Save(string directory, string language)
    {
        ModelFile.Write(PathOf(directory, language, "words"), "words", Lexicon.WriteTo);
        ModelFile.Write(PathOf(directory, language, "tags"), "tags", Tags.WriteTo);
        ModelFile.Write(PathOf(directory, language, "trees"), "trees", Trees.WriteTo);
        ModelFile.Write(PathOf(directory, language, "entities"), "entities", Entities.WriteTo);
    }

    /// <summary>A reader for one thread, to be given back.</summary>
    internal GrammarReader Rent() => readers.TryTake(out var reader) ? reader : new GrammarReader(this);

    /// <summary>Takes a reader back for the next one who needs it.</summary>
    internal void Return(GrammarReader reader) => readers.Add(reader);

    private static string PathOf(string directory, string language, string kind) => Path.Combine(directory, $"{language}-{kind}.model");
}

/// <summary>The tagger's weights and the names of its tags.</summary>
internal sealed record TagModel(string[] Names, LinearModel Weights)
{
    public static TagModel ReadFrom(BinaryReader reader) => new(reader.ReadStrings(), LinearModel.ReadFrom(reader));

    public void WriteTo(BinaryWriter writer)
    {
        writer.WriteStrings(Names);
        Weights.WriteTo(writer);
    }
}

/// <summary>The parser's weights and the names of its labels.</summary>
internal sealed record TreeModel(string[] Labels, ParserNetwork Network)
{
    public static TreeModel ReadFrom(BinaryReader reader) => new(reader.ReadStrings(), ParserNetwork.ReadFrom(reader));

    public void WriteTo(BinaryWriter writer)
    {
        writer.WriteStrings(Labels);
        Network.WriteTo(writer);
    }
}

/// <summary>The entity finder's weights: of features, and of one class following another.</summary>
/// <param name="Weights">Chooses among <see cref="EntityClass"/>es.</param>
/// <param name="Follows">Weight of each class after each, row by row of the class before.</param>
internal sealed record EntityModel(LinearModel Weights, short[] Follows)
{
    /// <summary>A model that finds nothing, for what does without names.</summary>
    public static EntityModel Blank { get; } = new(new LinearModel(Language.Entities.Classes, 4, new sbyte[LinearModel.StrideOf(Language.Entities.Classes) << 4]), new short[Language.Entities.Classes * Language.Entities.Classes]);

    public static EntityModel ReadFrom(BinaryReader reader)
    {
        var weights = LinearModel.ReadFrom(reader);
        var follows = new short[weights.Classes * weights.Classes];
        for (var i = 0; i < follows.Length; i++)
        {
            follows[i] = reader.ReadInt16();
        }

        return new EntityModel(weights, follows);
    }

    public void WriteTo(BinaryWriter writer)
    {
        Weights.WriteTo(writer);
        foreach (var weight in Follows)
        {
            writer.Write(weight);
        }
    }
}
