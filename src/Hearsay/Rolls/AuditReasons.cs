using System.Collections.Immutable;
using System.Globalization;
using Hearsay.Rolls.Linkage;

namespace Hearsay.Rolls;

/// <summary>Says in words what agrees and what differs between two records. No names.</summary>
internal static class AuditReasons
{
    private static readonly string[] FactNames = ["rank", "unit", "place", "sex"];

    /// <summary>The reasons of a row: its problem, what agrees with the register's record, what it repeats.</summary>
    public static string InWords(string? problem, RecordComparison? match, int? duplicateOf, RecordComparison? twin)
    {
        var parts = new List<string>();
        if (problem is not null) { parts.Add(problem); }
        if (match is not null) { parts.Add(problem is null ? match.InWords : match.OfImpossibleDate.InWords); }
        else if (problem?.Contains("birth date", StringComparison.Ordinal) == true) { parts.Add("nobody in the registers was found by the name"); }
        else if (problem is null && duplicateOf is null) { parts.Add("nobody in the registers compared agrees closely enough to be taken for this person"); }
        if (duplicateOf is { } earlier) { parts.Add(string.Create(CultureInfo.InvariantCulture, $"this list names the same person in its row {earlier} too") + (twin is null ? "" : $" (compared with that row: {twin.InWords})")); }
        return string.Join("; ", parts);
    }

    /// <summary>Two records field by field: the parts of the name and the birth date always, other facts where both are known.</summary>
    /// <param name="levels">How they agree.</param>
    /// <param name="list">The list.</param>
    /// <param name="record">Its record.</param>
    /// <param name="register">The register.</param>
    /// <param name="row">Its record.</param>
    /// <param name="own">What the list's side is called.</param>
    /// <param name="other">What the register's side is called.</param>
    public static RecordComparison Compare(Levels levels, People list, int record, People register, int row, string own = "the list", string other = "the register")
    {
        var fields = ImmutableArray.CreateBuilder<FieldAgreement>();
        var ours = list.Words.AsSpan(record * People.Slots, People.Slots);
        var theirs = register.Words.AsSpan(row * People.Slots, People.Slots);
        var (surname, given, patronymic) = levels.Order switch
        {
            NameOrderLevel.Exchanged => (ours[People.Given], ours[People.Surname], ours[People.Patronymic]),
            NameOrderLevel.Rotated => (ours[People.Given], ours[People.Patronymic], ours[People.Surname]),
            _ => (ours[People.Surname], ours[People.Given], ours[People.Patronymic]),
        };
        bool AreLetterByLetter(int listed, int registered) => listed >= 0 && registered >= 0 && list.Known[listed]?.Text == register.Known[registered]?.Text;
        fields.Add(OfName("surname", "surname", levels.Surname, AreLetterByLetter(surname, theirs[People.Surname])));
        fields.Add(OfName("given", "given name", levels.Given, AreLetterByLetter(given, theirs[People.Given])));
        fields.Add(levels.Patronymic != NameLevel.Missing ? OfName("patronymic", "patronymic", levels.Patronymic, AreLetterByLetter(patronymic, theirs[People.Patronymic]))
            : new FieldAgreement("patronymic", AgreementDegree.Missing, patronymic >= 0 ? $"{other} gives no patronymic" : theirs[People.Patronymic] >= 0 ? $"{own} gives no patronymic" : "no patronymic on either side"));
        fields.Add(Born(levels.Born, list.Born[record] == 0 && register.Born[row] == 0));
        for (var fact = 0; fact < FactNames.Length; fact++)
        {
            var level = (levels.Facts >> (2 * fact)) & 3;
            if (level > 0) { fields.Add(level == 2 ? new(FactNames[fact], AgreementDegree.Same, $"same {FactNames[fact]}") : new(FactNames[fact], AgreementDegree.Different, $"different {FactNames[fact]}")); }
        }

        return new RecordComparison(fields.ToImmutable(), levels.Order == NameOrderLevel.Exchanged && list.OrderKnown[record] && register.OrderKnown[row]);
    }

    /// <summary>What is said behind a part of a name that is written in another way on each side.</summary>
    internal const string Respelled = " (spelled differently)";

    private static FieldAgreement Born(DateLevel level, bool noneKnown)
    {
        var (degree, words) = level switch
        {
            DateLevel.Same => (AgreementDegree.Same, "same birth date"),
            DateLevel.Swapped => (AgreementDegree.Near, "same birth date with day and month exchanged"),
            DateLevel.Slip => (AgreementDegree.Near, "birth date differs by a single digit or a single day"),
            DateLevel.TwoOfThree => (AgreementDegree.Partial, "two of day, month and year of birth the same"),
            DateLevel.Year => (AgreementDegree.Near, "same year of birth, day and month could not be compared"),
            DateLevel.Different => (AgreementDegree.Different, "different birth date"),
            _ => (AgreementDegree.Missing, noneKnown ? "no birth dates to compare" : "birth date known on one side only"),
        };
        return new FieldAgreement("birth_date", degree, words);
    }

    private static FieldAgreement OfName(string field, string called, NameLevel level, bool isLetterByLetter)
    {
        var (degree, words) = level switch
        {
            NameLevel.Same => (AgreementDegree.Same, isLetterByLetter ? $"same {called}" : $"same {called}{Respelled}"),
            NameLevel.Near => (AgreementDegree.Near, $"{called} but for a slip of typing or hearing"),
            NameLevel.Initial => (AgreementDegree.Near, $"initial of the same {called}"),
            NameLevel.Weak => (AgreementDegree.Partial, $"{called} only somewhat alike"),
            NameLevel.Different => (AgreementDegree.Different, $"different {called}"),
            _ => (AgreementDegree.Missing, $"{called} known on one side only"),
        };
        return new FieldAgreement(field, degree, words);
    }
}

/// <summary>How two records agree.</summary>
/// <param name="Fields">Field by field.</param>
/// <param name="Exchanged">True where surname and given name have changed places.</param>
internal sealed record RecordComparison(ImmutableArray<FieldAgreement> Fields, bool Exchanged)
{
    /// <summary>All fields in one phrase.</summary>
    public string InWords => (Exchanged ? "surname and given name are in the other order, and compared after putting them right; " : "") + string.Join("; ", Joined());

    /// <summary>The same where the list's birth date is one that does not exist, and can hardly be called different.</summary>
    public RecordComparison OfImpossibleDate => this with { Fields = [.. Fields.Select(one => one is { Field: "birth_date", Degree: AgreementDegree.Different } ? one with { Words = "the register has another birth date" } : one)] };

    // Parts of the name of which the same is said are named together.
    private IEnumerable<string> Joined()
    {
        foreach (var (before, after) in Alike)
        {
            string[] parts = [.. Fields.Where(field => Says(field, before, after)).Select(field => field.Words[before.Length..^after.Length])];
            if (parts.Length > 0) { yield return before + (parts.Length == 1 ? parts[0] + after : $"{string.Join(", ", parts[..^1])} and {parts[^1]}{after.Replace("spelled", "each spelled", StringComparison.Ordinal)}"); }
        }

        foreach (var field in Fields)
        {
            if (!Alike.Any(way => Says(field, way.Before, way.After))) { yield return field.Words; }
        }
    }

    private static readonly (string Before, string After)[] Alike = [("same ", ""), ("same ", AuditReasons.Respelled)];

    private static bool Says(FieldAgreement field, string before, string after) => field.Field is "surname" or "given" or "patronymic" && field.Degree == AgreementDegree.Same
        && field.Words.StartsWith(before, StringComparison.Ordinal) && field.Words.EndsWith(AuditReasons.Respelled, StringComparison.Ordinal) == (after.Length > 0);
}
