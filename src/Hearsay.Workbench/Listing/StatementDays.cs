using System.Globalization;

namespace Hearsay.Workbench.Listing;

/// <summary>Which days a list of statements is narrowed to.</summary>
/// <param name="First">The first, or null for any.</param>
/// <param name="Last">The last, or null for any.</param>
/// <param name="Undated">True for those alone whose day is not known.</param>
public sealed record StatementDays(DateOnly? First, DateOnly? Last, bool Undated)
{
    /// <summary>As an address gives them; what is no day narrows nothing.</summary>
    public static StatementDays Of(string? first, string? last, string? undated) => new(Day(first), Day(last), undated is not null);

    /// <summary>True where a statement of this day is among them.</summary>
    public bool Has(DateOnly? day) => Undated ? day is null : (First is null || day >= First) && (Last is null || day <= Last);

    /// <summary>True where nothing is left out.</summary>
    public bool IsAll => this is { First: null, Last: null, Undated: false };

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
