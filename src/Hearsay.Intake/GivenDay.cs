using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearsay.Intake;

/// <summary>Reads a day that a manifest or a person gives.</summary>
public static partial class GivenDay
{
    /// <summary>
    /// The day of <c>2024-12-03</c>, or of an ISO 8601 date and time such as <c>2024-12-03T23:40:00+02:00</c>: then the day where it was written, in the offset given. Null for all else.
    /// </summary>
    public static DateOnly? Parse(string? text) =>
        text is not null && DayAndTime().IsMatch(text) && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:[.,][0-9]{1,9})?)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayAndTime();
}
