using Hearsay.Rolls;

namespace Hearsay.Cli;

/// <summary>Reads <c>--columns ROLE:field=header,...</c>.</summary>
internal static class ColumnOption
{
    private static readonly Dictionary<string, RollField> Fields = new()
    {
        ["name"] = RollField.Name, ["surname"] = RollField.Surname, ["given"] = RollField.Given, ["patronymic"] = RollField.Patronymic,
        ["birth_date"] = RollField.BirthDate, ["rank"] = RollField.Rank, ["unit"] = RollField.Unit, ["place"] = RollField.Place, ["sex"] = RollField.Sex, ["id"] = RollField.Id,
    };

    /// <summary>What was said of each role's columns.</summary>
    public static Dictionary<string, Dictionary<RollField, string>> Parse(IEnumerable<string> options)
    {
        var columns = new Dictionary<string, Dictionary<RollField, string>>();
        foreach (var part in options.SelectMany(option => option.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var equals = part.IndexOf('=', colon + 1);
            if (colon <= 0 || equals < 0 || !Fields.TryGetValue(part[(colon + 1)..equals].Trim(), out var field) || equals == part.Length - 1)
            {
                throw new UsageException($"--columns takes ROLE:field=header, as in list:birth_date=Born, with a field of {string.Join(", ", Fields.Keys)}; not '{part}'.");
            }

            var role = part[..colon].Trim();
            if (!columns.TryGetValue(role, out var own)) { columns.Add(role, own = []); }
            own[field] = part[(equals + 1)..];
        }

        return columns;
    }

    /// <summary>Refuses columns of roles that are not there.</summary>
    public static void Check(Dictionary<string, Dictionary<RollField, string>> columns, ICollection<string> roles)
    {
        if (columns.Keys.FirstOrDefault(role => !roles.Contains(role)) is { } unknown)
        {
            throw new UsageException($"--columns names the role '{unknown}', and there are only {string.Join(", ", roles)}.");
        }
    }
}
