using System.Security.Cryptography;
using System.Text.Json;
using Hearsay.Documents;

namespace Hearsay.Workbench.Adding;

/// <summary>What was added and is not in the ledger yet, in a folder beside the ledger, so that it outlives the workbench. Files there have names of ours.</summary>
internal sealed class Inbox(string ledger)
{
    private const string Index = "batch.json";
    private readonly string folder = ledger + ".inbox";

    /// <summary>Keeps a batch's bytes; when this returns, they are on the disk.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    public async Task<AddedBatch> KeepAsync(string by, DateTimeOffset at, IEnumerable<(Provenance Provenance, Func<Stream, Task> Write)> documents)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var place = Directory.CreateDirectory(Path.Combine(folder, id)).FullName;
        try
        {
            var items = new List<AddedItem>();
            foreach (var (provenance, write) in documents)
            {
                var item = new AddedItem(provenance, $"{items.Count:D5}.bin");
                await using var file = new FileStream(Path.Combine(place, item.File), FileMode.CreateNew, FileAccess.Write);
                await write(file);
                file.Flush(flushToDisk: true);
                items.Add(item);
            }

            await File.WriteAllTextAsync(Path.Combine(place, Index), JsonSerializer.Serialize(new Kept(by, at, [.. items])));
            return new AddedBatch(id, by, at, items);
        }
        catch
        {
            Directory.Delete(place, recursive: true);
            throw;
        }
    }

    /// <summary>What an earlier run left, the oldest first. What is not whole was refused then and is dropped.</summary>
    public IReadOnlyList<AddedBatch> Left()
    {
        if (!Directory.Exists(folder)) { return []; }
        var left = new List<AddedBatch>();
        foreach (var place in Directory.GetDirectories(folder))
        {
            if (Read(place) is { } kept) { left.Add(new AddedBatch(Path.GetFileName(place), kept.By, kept.At, [.. kept.Items.Select(item => item with { State = AddedState.Waiting })])); }
            else { Directory.Delete(place, recursive: true); }
        }

        return [.. left.OrderBy(batch => batch.At)];
    }

    public byte[] Bytes(AddedBatch batch, AddedItem item) => File.ReadAllBytes(Path.Combine(folder, batch.Id, item.File));

    /// <summary>Forgets a batch that is in the ledger.</summary>
    public void Forget(AddedBatch batch)
    {
        Directory.Delete(Path.Combine(folder, batch.Id), recursive: true);
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) { Directory.Delete(folder); }
    }

    private static Kept? Read(string place)
    {
        try
        {
            return JsonSerializer.Deserialize<Kept>(File.ReadAllText(Path.Combine(place, Index)));
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            return null;
        }
    }

    private sealed record Kept(string By, DateTimeOffset At, AddedItem[] Items);
}
