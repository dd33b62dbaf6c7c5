using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using Hearsay.Documents;

namespace Hearsay.Intake;

/// <summary>What a folder's <c>hearsay.csv</c> says of where its files came from.</summary>
internal sealed class Manifest
{
    public const string FileName = "hearsay.csv";
    private const int MaxRecordBytes = 1024 * 1024; // an unclosed quotation mark would swallow the rest of the file
    private const long MaxBytes = 256L * 1024 * 1024; // its rows are all held in memory
    private static readonly string[] Columns = ["path", "url", "outlet", "published", "collector", "reason"];

    private readonly Dictionary<string, ManifestRow> byPath = [];

    private Manifest(string name) => Name = name;

    /// <summary>The manifest's path, for messages.</summary>
    public string Name { get; }

    /// <summary>Every record, in order.</summary>
    public IReadOnlyCollection<ManifestRow> Rows => byPath.Values;

    /// <summary>The manifest of a folder, or null where there is none.</summary>
    /// <exception cref="ManifestException">It cannot be read at all; what is wrong with single records is said by those.</exception>
    public static Manifest? ReadFrom(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) { return null; }
        try
        {
            if (new FileInfo(file).Length > MaxBytes) { throw new ManifestException($"{file} is larger than {MaxBytes} bytes. Split the folder."); }
            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Read(reader.ReadToEnd(), file);
        }
        catch (DecoderFallbackException)
        {
            throw new ManifestException($"{file} is not UTF-8. Save it as UTF-8 (CSV) and run the command again.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ManifestException($"{file} cannot be read ({failure.Message}). Check its permissions.");
        }
    }

    /// <summary>Reads a manifest; <paramref name="name"/> is what messages call it.</summary>
    internal static Manifest Read(string text, string name)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false, // the first record is ours to check
            Separator = SeparatorOf(text),
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = MaxRecordBytes,
        });
        try
        {
            if (!csv.Read()) { throw new ManifestException($"{name} is empty. Its first line names the columns: {string.Join(',', Columns)}."); }
            var manifest = new Manifest(name);
            var header = ReadHeader(Fields(csv), name);
            while (csv.Read())
            {
                var fields = Fields(csv);
                if (fields.Any(field => field.Length > 0)) { manifest.Add(ReadRow(fields, header, name, csv.LineNumber)); }
            }

            return manifest;
        }
        catch (CsvFormatException malformed)
        {
            throw new ManifestException($"{name} line {malformed.LineNumber}: {malformed.Message.TrimEnd('.')}. Put the field in quotation marks, and write those within it twice.");
        }
    }

    /// <summary>What is said of a file, by its way from the manifest's folder; null where nothing is.</summary>
    public ManifestRow? Find(string path) => byPath.GetValueOrDefault(path);

    private void Add(ManifestRow row)
    {
        if (!byPath.TryAdd(row.Path, row))
        {
            byPath[row.Path] = byPath[row.Path] with { Problem = $"{Name} lists it twice, in lines {byPath[row.Path].Line} and {row.Line}; keep one" };
        }
    }

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan().TrimStart();
        var end = header.IndexOfAny('\r', '\n');
        if (end >= 0) { header = header[..end]; }
        var (commas, semicolons, tabs) = (header.Count(','), header.Count(';'), header.Count('\t'));
        return tabs > Math.Max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static ImmutableArray<string> ReadHeader(string[] record, string name)
    {
        ImmutableArray<string> header = [.. record.Select(column => column.ToLowerInvariant())];
        if (header.FirstOrDefault(column => !Columns.Contains(column)) is { } unknown)
        {
            throw new ManifestException($"{name} line 1: there is no column '{unknown}'. It may have {string.Join(", ", Columns)}.");
        }

        return header.Distinct().Count() < header.Length ? throw new ManifestException($"{name} line 1 names a column twice.")
            : header.Contains("path") ? header
            : throw new ManifestException($"{name} line 1: the column 'path' is missing.");
    }

    private static ManifestRow ReadRow(string[] record, ImmutableArray<string> header, string name, long line)
    {
        string? Field(string column) => header.IndexOf(column) is >= 0 and var i && i < record.Length && record[i].Length > 0 ? record[i] : null;

        var path = (Field("path") ?? "").Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal)) { path = path[2..]; }
        var published = Field("published");
        var day = GivenDay.Parse(published);
        var url = Field("url");
        var problem =
            path.Length == 0 ? "the path is missing"
            : path.StartsWith('/') || path.Split('/').Contains("..") ? $"the path '{path}' leads out of the manifest's folder"
            : record.Length > header.Length ? $"there are {record.Length} fields and the first line names {header.Length}; put fields that hold a separator in quotation marks"
            : record.Any(field => field.Any(char.IsControl)) ? "a field holds a control character or a line break"
            : published is not null && day is null ? $"'{published}' is no day; write it as 2024-12-03 or 2024-12-03T14:05:00+02:00"
            : url is not null && !IsWebAddress(url) ? $"'{url}' is no http or https address"
            : null;
        return new ManifestRow(line, path, new Provenance(path) { Url = url, Outlet = Field("outlet"), Published = day, Collector = Field("collector"), Reason = Field("reason") },
            problem is null ? null : $"{name} line {line}: {problem}");
    }

    private static bool IsWebAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}

/// <summary>One record of a manifest.</summary>
/// <param name="Line">Line of the file that it begins in, from 1.</param>
/// <param name="Path">The file's way from the manifest's folder.</param>
/// <param name="Facts">What is said of it.</param>
/// <param name="Problem">Why it cannot be used, with file and line; null where it can.</param>
internal sealed record ManifestRow(long Line, string Path, Provenance Facts, string? Problem);
