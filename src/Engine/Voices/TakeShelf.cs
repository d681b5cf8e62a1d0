using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Troubadour.Singing;

namespace Troubadour.Engine;

/// <summary>
/// Keeps sung phrases in a folder under the hash of what made them, so that stems, remasters and edits need not sing again what was sung,
/// and so that a song's voices never lie in memory together. The oldest go when there are too many. Many processes may share a folder: a
/// file appears whole, and one that is gone or damaged is sung again.
/// </summary>
/// <param name="folder">The folder; made when it is missing.</param>
/// <param name="mostBytes">What all takes together may need.</param>
/// <param name="time">Says when a take was last used.</param>
internal sealed class TakeShelf(string folder, long mostBytes, TimeProvider time)
{
    private const int Magic = 0x314B_4154;
    private const int HeaderBytes = 20;
    private const int MostSamples = 44100 * 120;
    private const int MostTimesBytes = 1 << 20;
    private const string Extension = ".take";
    private const string DraftExtension = ".draft";

    private readonly Lock _lock = new();
    private long _sinceLook;
    private bool _hasLooked;

    /// <summary>The take of this key; null when there is none.</summary>
    public SungPhrase? Find(string key)
    {
        try
        {
            using var file = new FileStream(
                PathOf(key),
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            var take = Read(file);
            File.SetLastWriteTimeUtc(file.SafeFileHandle, time.GetUtcNow().UtcDateTime);
            return take;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a take; does nothing when it cannot be written.</summary>
    public void Keep(string key, SungPhrase take)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var draft = Path.Combine(folder, Path.GetRandomFileName() + DraftExtension);
            using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                Write(file, take);
            }

            File.SetLastWriteTimeUtc(draft, time.GetUtcNow().UtcDateTime);
            File.Move(draft, PathOf(key), overwrite: true);
            Tidy(HeaderBytes + (long)sizeof(float) * take.Samples.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full or locked disk costs time, not the song.
        }
    }

    private string PathOf(string key) => Path.Combine(folder, key + Extension);

    private static void Write(FileStream file, SungPhrase take)
    {
        var times = JsonSerializer.SerializeToUtf8Bytes(new Times(take.Phones, take.Words));
        using var writer = new BinaryWriter(file);
        writer.Write(Magic);
        writer.Write(take.Samples.Length);
        writer.Write(times.Length);
        writer.Write(take.Start);
        writer.Write(times);
        writer.Write(MemoryMarshal.AsBytes(take.Samples.AsSpan()));
    }

    private static SungPhrase? Read(FileStream file)
    {
        using var reader = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
        var (magic, count, length, start) = (
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadDouble()
        );
        var isWhole = file.Length == HeaderBytes + (long)length + (long)sizeof(float) * count;
        if (magic != Magic || count is < 0 or > MostSamples || length is < 0 or > MostTimesBytes || !isWhole)
        {
            return null;
        }

        var times = JsonSerializer.Deserialize<Times>(reader.ReadBytes(length));
        var samples = new float[count];
        file.ReadExactly(MemoryMarshal.AsBytes(samples.AsSpan()));
        return times is null ? null : new SungPhrase(start, samples, times.Phones, times.Words);
    }

    // Looks through the folder after every eighth of the room, and when the first take is kept.
    private void Tidy(long bytes)
    {
        lock (_lock)
        {
            _sinceLook += bytes;
            if (_hasLooked && _sinceLook < mostBytes / 8)
            {
                return;
            }

            _hasLooked = true;
            _sinceLook = 0;
        }

        var kept = 0L;
        var own = new DirectoryInfo(folder)
            .EnumerateFiles()
            .Where(file => file.Extension is Extension or DraftExtension)
            .OrderByDescending(file => file.LastWriteTimeUtc);
        foreach (var file in own)
        {
            kept += file.Length;
            if (kept > mostBytes)
            {
                file.Delete();
            }
        }
    }

    private sealed record Times(ImmutableArray<PhoneTiming> Phones, ImmutableArray<WordTiming> Words);
}
