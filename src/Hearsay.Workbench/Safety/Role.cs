using System.Security.Claims;

namespace Hearsay.Workbench.Safety;

/// <summary>What somebody may do; each role may do all that the ones before it may.</summary>
public enum Role
{
    /// <summary>Looks at everything but names on rolls.</summary>
    Reader,
    /// <summary>Adds documents and lists, and judges.</summary>
    Analyst,
    /// <summary>Sees names on rolls, with a reason that is logged.</summary>
    Registrar,
    /// <summary>Keeps the accounts.</summary>
    Administrator,
}

/// <summary>Names of the policies that endpoints ask for, one a role: the role or a higher one.</summary>
public static class Roles
{
    /// <summary>Asks for <see cref="Role.Reader"/>; what an endpoint that says nothing asks for too.</summary>
    public const string Reader = nameof(Role.Reader);

    /// <summary>Asks for <see cref="Role.Analyst"/>.</summary>
    public const string Analyst = nameof(Role.Analyst);

    /// <summary>Asks for <see cref="Role.Registrar"/>.</summary>
    public const string Registrar = nameof(Role.Registrar);

    /// <summary>Asks for <see cref="Role.Administrator"/>.</summary>
    public const string Administrator = nameof(Role.Administrator);

    /// <summary>The role of whoever asks; null for somebody who has not signed in.</summary>
    public static Role? Of(ClaimsPrincipal visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return Enum.TryParse<Role>(visitor.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;
    }

    /// <summary>True where the visitor has this role or a higher one.</summary>
    public static bool Holds(ClaimsPrincipal visitor, Role role) => Of(visitor) >= role;
}
