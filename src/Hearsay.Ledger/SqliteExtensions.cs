using Microsoft.Data.Sqlite;

namespace Hearsay.Ledger;

/// <summary>Shorthands for prepared commands. Parameters are named <c>$1</c>, <c>$2</c> … in the order of their values.</summary>
internal static class SqliteExtensions
{
    /// <summary>A command that can be run again and again with other values.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    /// <summary>Sets the values of a command; null becomes NULL.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i == command.Parameters.Count) { command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" }); }
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>Runs statements that give no rows.</summary>
    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.Prepare(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row.</summary>
    public static T Scalar<T>(this SqliteConnection connection, string sql)
    {
        using var command = connection.Prepare(sql);
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>The first column of every row.</summary>
    public static List<string> Strings(this SqliteConnection connection, string sql)
    {
        using var command = connection.Prepare(sql);
        using var rows = command.ExecuteReader();
        var strings = new List<string>();
        while (rows.Read()) { strings.Add(rows.GetString(0)); }
        return strings;
    }

    /// <summary>A text column, or null.</summary>
    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
