using Troubadour.Audio;
using Troubadour.Bookkeeping;
using Troubadour.Ingest;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;
using Troubadour.Storage;

namespace Troubadour.Server.Uploads;

/// <summary>Finds the clip of an account that an upload is a copy of. Nobody's songs are found in anybody else's uploads.</summary>
internal sealed class OwnSongs(ClipBook clips, IBlobStore blobs, TroubadourSettings settings) : IDisposable
{
    private const int HeardSeconds = 40;
    private const int MostMatches = 3;

    // What an encoder puts before a file and behind it.
    private const double MostShift = 0.12;
    private const double MostRest = 1.5;

    // Whole sounds are held in memory, so one upload is compared at a time.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The clip whose sound a file holds, from start to end; null when it is none of the account's.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="wav">The file.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<Clip?> FindAsync(string accountId, string wav, CancellationToken cancellation)
    {
        var known = await clips.NewestAsync(
            accountId,
            ClipFiles.Fingerprint,
            settings.Uploads.KnownSongs,
            cancellation
        );
        if (known.Count == 0)
        {
            return null;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            return await FindAsync(accountId, wav, known, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Clip?> FindAsync(
        string accountId,
        string wav,
        IReadOnlyList<Blob> known,
        CancellationToken cancellation
    )
    {
        await using var file = File.OpenRead(wav);
        var upload = WavReader.Read(file).ToStereo();
        using var index = new FingerprintIndex();
        index.AddAll(await ReadAsync(known, cancellation));
        var (clip, start) = Middle(upload);
        foreach (var match in index.Find(ClipProbe.Of(clip), MostMatches))
        {
            if (
                Math.Abs(match.OffsetSeconds - start) < MostShift
                && await IsCopyAsync(upload, match.Song, cancellation)
            )
            {
                return await clips.FindAsync(accountId, match.Song, cancellation);
            }
        }

        return null;
    }

    private async Task<List<KeyValuePair<string, Fingerprint>>> ReadAsync(
        IReadOnlyList<Blob> files,
        CancellationToken cancellation
    )
    {
        var found = new List<KeyValuePair<string, Fingerprint>>();
        foreach (var file in files)
        {
            await using var stream = await blobs.OpenAsync(file.Path, cancellation);
            if (stream is null)
            {
                continue;
            }

            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellation);
            try
            {
                found.Add(new(file.ClipId, FingerprintFile.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))));
            }
            catch (InvalidDataException)
            {
                // Of another version: that clip is not known again.
            }
        }

        return found;
    }

    private async Task<bool> IsCopyAsync(AudioBuffer upload, string clipId, CancellationToken cancellation)
    {
        var blob = await clips.FindBlobAsync(clipId, ClipFiles.Wav, cancellation);
        await using var stream = blob is null ? null : await blobs.OpenAsync(blob.Path, cancellation);
        if (stream is null)
        {
            return false;
        }

        var kept = WavReader.Read(stream).ToStereo();
        var likeness = RecordingCheck.Compare(upload, kept, 0);
        return likeness.IsSameRecording
            && Math.Abs(likeness.OffsetSeconds) < MostShift
            && Math.Abs(upload.Seconds - kept.Seconds) < MostRest;
    }

    private static (AudioBuffer Clip, double Start) Middle(AudioBuffer sound)
    {
        var length = Math.Min(sound.Length, HeardSeconds * sound.Rate);
        var start = (sound.Length - length) / 2;
        var clip = new AudioBuffer(length, sound.Rate);
        sound.Left.AsSpan(start, length).CopyTo(clip.Left);
        sound.Right.AsSpan(start, length).CopyTo(clip.Right);
        return (clip, (double)start / sound.Rate);
    }
}
