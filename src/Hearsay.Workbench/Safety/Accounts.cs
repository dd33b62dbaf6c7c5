using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hearsay.Ledger;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Workbench.Safety;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Id">16 random hexadecimal digits, by which the ledger's log speaks of them.</param>
/// <param name="Name">Unique, whatever the case.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Stamp">Random; sessions that bear another one are over.</param>
public sealed record Account(string Id, string Name, Role Role, string Stamp);

/// <summary>A key with which a program asks in somebody's name.</summary>
/// <param name="Id">Its id, which is no secret.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Created">When it was made.</param>
public sealed record AccountKey(string Id, string Label, string Created);

/// <summary>Who may sign in, in a file of its own beside the ledger, so that the ledger can be handed on without it. Passwords are kept as ASP.NET Core Identity hashes them, keys as SHA-256.</summary>
public sealed class Accounts(string ledger, TimeProvider clock)
{
    /// <summary>Fewest characters of a password.</summary>
    public const int ShortestPassword = 12;

    private const int LongestPassword = 500; // hashing costs what is hashed
    private const int LongestName = 100;
    private const string KeyPrefix = "hsy_";
    private static readonly PasswordHasher<Account> Hasher = new();
    private static readonly string Nobody = Hasher.HashPassword(new Account("", "", default, ""), Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));

    private readonly string file = ledger + ".accounts";

    /// <summary>True where anybody may sign in: then everybody must.</summary>
    public bool Any => File.Exists(file) && All().Length > 0;

    /// <summary>Everybody, by name.</summary>
    public ImmutableArray<Account> All() => Select("", null);

    /// <summary>Somebody by name; null where there is no such account.</summary>
    public Account? Find(string name) => Select("WHERE name = $1", name).FirstOrDefault();

    /// <summary>Adds an account.</summary>
    /// <returns>Why it cannot be, as a sentence; null where it was added.</returns>
    public string? Add(string name, Role role, string password)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) { return $"A name has 1 to {LongestName} characters."; }
        if (ProblemOf(password) is { } problem) { return problem; }
        using var connection = Open();
        using var insert = connection.Prepare("INSERT OR IGNORE INTO account (id, name, role, password, stamp, created) VALUES ($1, $2, $3, $4, $5, $6)");
        var account = new Account(Random(8), name, role, Random(16));
        return insert.With(account.Id, name, role.ToString(), Hasher.HashPassword(account, password), account.Stamp, Now()).ExecuteNonQuery() == 1 ? null : $"There is an account {name} already.";
    }

    /// <summary>Who signs in with this name and password; null for a wrong one. A name that nobody has takes as long as one that somebody has.</summary>
    public Account? SignIn(string name, string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        var account = Find(name);
        if (password.Length > LongestPassword) { return null; }
        var verified = Hasher.VerifyHashedPassword(account ?? new Account("", "", default, ""), account is null ? Nobody : HashOf(account), password);
        return account is null || verified is PasswordVerificationResult.Failed ? null : account;
    }

    /// <summary>Sets a password, which ends every session of the account.</summary>
    /// <returns>Why it cannot be; null where it was set.</returns>
    public string? SetPassword(Account account, string password)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (ProblemOf(password) is { } problem) { return problem; }
        Change("UPDATE account SET password = $2, stamp = $3 WHERE id = $1", account.Id, Hasher.HashPassword(account, password), Random(16));
        return null;
    }

    /// <summary>Gives an account another role. The last administrator stays one.</summary>
    public string? SetRole(Account account, Role role)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (role < Role.Administrator && IsLastAdministrator(account)) { return T("The last administrator stays one: make somebody else administrator first."); }
        Change("UPDATE account SET role = $2, stamp = $3 WHERE id = $1", account.Id, role.ToString(), Random(16));
        return null;
    }

    /// <summary>Removes an account with its keys. The last administrator stays.</summary>
    public string? Remove(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (IsLastAdministrator(account)) { return T("The last administrator stays: make somebody else administrator first."); }
        Change("DELETE FROM account WHERE id = $1", account.Id);
        return null;
    }

    /// <summary>Ends every session of an account.</summary>
    public void EndSessions(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        Change("UPDATE account SET stamp = $2 WHERE id = $1", account.Id, Random(16));
    }

    /// <summary>Makes a key.</summary>
    /// <returns>The key, which is kept nowhere and shown once.</returns>
    public string AddKey(Account account, string label)
    {
        ArgumentNullException.ThrowIfNull(account);
        var key = KeyPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Change("INSERT INTO api_key (id, account, label, hash, created) VALUES ($1, $2, $3, $4, $5)", Random(8), account.Id, label, HashOfKey(key), Now());
        return key;
    }

    /// <summary>An account's keys.</summary>
    public ImmutableArray<AccountKey> Keys(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        using var connection = Open();
        using var select = connection.Prepare("SELECT id, label, created FROM api_key WHERE account = $1 ORDER BY created").With(account.Id);
        using var rows = select.ExecuteReader();
        var keys = ImmutableArray.CreateBuilder<AccountKey>();
        while (rows.Read()) { keys.Add(new AccountKey(rows.GetString(0), rows.GetString(1), rows.GetString(2))); }
        return keys.ToImmutable();
    }

    /// <summary>Forgets a key of an account.</summary>
    public void RemoveKey(Account account, string id)
    {
        ArgumentNullException.ThrowIfNull(account);
        Change("DELETE FROM api_key WHERE id = $1 AND account = $2", id, account.Id);
    }

    /// <summary>Whose key it is; null where it is nobody's.</summary>
    public Account? OfKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith(KeyPrefix, StringComparison.Ordinal) && File.Exists(file) ? Select("WHERE id = (SELECT account FROM api_key WHERE hash = $1)", HashOfKey(key)).FirstOrDefault() : null;
    }

    private bool IsLastAdministrator(Account account) => account.Role is Role.Administrator && All().Count(one => one.Role is Role.Administrator) == 1;

    private static string? ProblemOf(string password) => password.Length is < ShortestPassword or > LongestPassword ? $"A password has {ShortestPassword} to {LongestPassword} characters." : null;

    private string HashOf(Account account)
    {
        using var connection = Open();
        using var select = connection.Prepare("SELECT password FROM account WHERE id = $1").With(account.Id);
        return select.ExecuteScalar() as string ?? Nobody;
    }

    private ImmutableArray<Account> Select(string condition, string? value)
    {
        if (!File.Exists(file)) { return []; }
        using var connection = Open();
        using var select = connection.Prepare($"SELECT id, name, role, stamp FROM account {condition} ORDER BY name");
        if (value is not null) { select.With(value); }
        using var rows = select.ExecuteReader();
        var accounts = ImmutableArray.CreateBuilder<Account>();
        while (rows.Read()) { accounts.Add(new Account(rows.GetString(0), rows.GetString(1), Enum.Parse<Role>(rows.GetString(2)), rows.GetString(3))); }
        return accounts.ToImmutable();
    }

    private void Change(string sql, params ReadOnlySpan<object?> values)
    {
        using var connection = Open();
        using var command = connection.Prepare(sql);
        command.With(values).ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var isNew = !File.Exists(file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = true, DefaultTimeout = 10 }.ToString());
        connection.Open();
        if (!isNew) { return connection; }
        if (!OperatingSystem.IsWindows()) { File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite); }
        connection.Run("""
            CREATE TABLE IF NOT EXISTS account (
              id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, role TEXT NOT NULL, password TEXT NOT NULL, stamp TEXT NOT NULL, created TEXT NOT NULL
            ) STRICT;
            CREATE TABLE IF NOT EXISTS api_key (
              id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE, label TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, created TEXT NOT NULL
            ) STRICT
            """);
        return connection;
    }

    private string Now() => clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string HashOfKey(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static string Random(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
