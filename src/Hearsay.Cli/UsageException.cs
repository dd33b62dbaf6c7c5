namespace Hearsay.Cli;

/// <summary>The arguments cannot be used; the message says which, why, and what to give instead. Ends the command with exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
