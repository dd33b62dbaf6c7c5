namespace Hearsay.Intake;

/// <summary>A manifest cannot be read at all. The message names the file and line, and says what to do.</summary>
public sealed class ManifestException(string message) : Exception(message);
