using System.ComponentModel;
using System.Diagnostics;

namespace Hearsay.Cli;

/// <summary>The browser of whoever sits at this machine.</summary>
internal static class DesktopBrowser
{
    /// <summary>True where somebody sits at a terminal who can be shown something; false in scripts and on build machines.</summary>
    public static bool IsAttended => Environment.UserInteractive && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Opens an address; where there is no browser, nothing happens, since the address was printed.</summary>
    public static void TryOpen(string address)
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("DISPLAY") is null && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null) { return; }
        var opener = OperatingSystem.IsWindows() ? new ProcessStartInfo(address) { UseShellExecute = true }
            : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", address) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var started = Process.Start(opener);
        }
        catch (Win32Exception)
        {
        }
    }
}
