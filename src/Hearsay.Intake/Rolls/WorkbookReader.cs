using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using Hearsay.Rolls;

namespace Hearsay.Intake.Rolls;

/// <summary>Reads the first sheet of a workbook that holds anything.</summary>
internal static class WorkbookReader
{
    private const long MaxUnpacked = 2_000_000_000; // a small archive can hold a very large sheet
    private const int HeaderWithin = 15;

    public static RollSheet Read(byte[] bytes)
    {
        try
        {
            Check(bytes);
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // old workbooks are in the code pages of their time
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false));
            do
            {
                var rows = new List<string[]>();
                while (reader.Read())
                {
                    string[] row = [.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))];
                    if (row.Any(cell => cell.Length > 0)) { rows.Add(row); }
                }

                if (rows.Count > 0) { return RowSheet.From(rows, HeaderWithin, []); }
            }
            while (reader.NextResult());
        }
        catch (Exception failure) when (failure is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or IndexOutOfRangeException or NullReferenceException or ArgumentException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            throw new RollException($"it is no workbook that can be read ({failure.Message.TrimEnd('.')}). Save it as XLSX or CSV again.");
        }

        throw new RollException("its sheets are empty. Check how it was saved.");
    }

    private static void Check(byte[] bytes)
    {
        if (bytes[0] != 'P') { return; }
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        if (archive.Entries.Sum(entry => entry.Length) > MaxUnpacked) { throw new RollException("it unpacks to more than 2 GB. Save it as CSV."); }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()?.Trim() ?? "",
    };
}
