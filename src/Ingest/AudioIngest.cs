using System.ComponentModel;
using System.Globalization;
using Troubadour.Audio;

namespace Troubadour.Ingest;

/// <summary>
/// Reads any file of an unknown sender as 44.1 kHz stereo. The file's first bytes choose one demuxer; ffmpeg reads it in a process of its
/// own that can do little (see docs/ingest.md). Nothing is left on disk and no process is left running, whatever happens. May be used by
/// many threads at once.
/// </summary>
/// <param name="limits">What a file may cost.</param>
/// <param name="workFolder">Where folders for the work are made; the system's folder for temporary files by default.</param>
/// <param name="clock">Counts <see cref="IngestLimits.WallTime"/>.</param>
public sealed class AudioIngest(IngestLimits? limits = null, string? workFolder = null, TimeProvider? clock = null)
{
    // 128 and a signal's number: killed for its use of the processor, or for anything else.
    private const int Killed = 137;
    private const int FirstSignal = 129;
    private const int LastSignal = 192;

    // What the shell's conventions say of a program that cannot be run or is not there.
    private const int NotStarted = 126;
    private const int NotFound = 127;

    // Seconds from which on what is left of a damaged file counts as a short one.
    private const double Useful = 1;

    // A file with less of what it says it has was cut on its way; a last frame may be lost without harm.
    private const double LeastShare = 0.95;

    private readonly IngestLimits _limits = limits ?? new();
    private readonly string _workFolder = workFolder ?? Path.GetTempPath();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>The ffmpeg to use: a name to be looked for, or a path.</summary>
    public string Decoder { get; init; } = "ffmpeg";

    /// <summary>Reads a stream into memory: 8 bytes a frame, up to twice that for a moment.</summary>
    /// <inheritdoc cref="DecodeAsync(Stream, PcmBlock, CancellationToken)"/>
    public async Task<IngestedAudio> ReadAsync(Stream file, CancellationToken cancellation = default)
    {
        var frames = new FrameStore();
        var report = await DecodeAsync(file, frames.Add, cancellation);
        return new(frames.ToBuffer(), report);
    }

    /// <summary>Reads a file into memory: 8 bytes a frame, up to twice that for a moment.</summary>
    /// <inheritdoc cref="DecodeAsync(string, PcmBlock, CancellationToken)"/>
    public async Task<IngestedAudio> ReadAsync(string path, CancellationToken cancellation = default)
    {
        var frames = new FrameStore();
        var report = await DecodeAsync(path, frames.Add, cancellation);
        return new(frames.ToBuffer(), report);
    }

    /// <summary>Reads a stream, block by block. It is copied to a file first, as some formats have their head at the end.</summary>
    /// <param name="file">Bytes of anything, from the present position; need not seek, and may be endless.</param>
    /// <param name="sink">Gets the sound. After an exception what it got is worth nothing.</param>
    /// <param name="cancellation">Ends the work and kills the decoder.</param>
    /// <exception cref="IngestException">The file is not taken; says why.</exception>
    public async Task<IngestReport> DecodeAsync(Stream file, PcmBlock sink, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(sink);
        return await TimedAsync(
            async (folder, token) =>
            {
                var copy = Path.Combine(folder, "source");
                await SourceCopy.WriteAsync(file, copy, _limits, token);
                return await DecodeAsync(copy, folder, sink, token);
            },
            cancellation
        );
    }

    /// <summary>Reads a file, block by block.</summary>
    /// <param name="path">A regular file; pipes, devices, folders and what is not there count as empty.</param>
    /// <inheritdoc cref="DecodeAsync(Stream, PcmBlock, CancellationToken)"/>
    public async Task<IngestReport> DecodeAsync(string path, PcmBlock sink, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(sink);
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var full = link?.FullName ?? Path.GetFullPath(path);
        return await TimedAsync((folder, token) => DecodeAsync(full, folder, sink, token), cancellation);
    }

    private async Task<IngestReport> TimedAsync(
        Func<string, CancellationToken, Task<IngestReport>> work,
        CancellationToken cancellation
    )
    {
        using var folder = new WorkFolder(_workFolder);
        using var limit = new CancellationTokenSource(_limits.WallTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await work(folder.FullName, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Refusals.TimedOut(e);
        }
    }

    private async Task<IngestReport> DecodeAsync(
        string path,
        string folder,
        PcmBlock sink,
        CancellationToken cancellation
    )
    {
        var format = Look(path);
        using var reader = new PcmReader(sink, (_limits.MaxSeconds + 1) * SampleRate.House);
        try
        {
            using var process = new DecoderProcess(
                DecoderCommand.Arguments(Decoder, path, format, _limits),
                folder,
                cancellation
            );
            await reader.ReadAsync(process.Output, cancellation);
            cancellation.ThrowIfCancellationRequested();
            CheckLongest(reader.Frames);
            var end = await process.EndAsync(cancellation);
            Check(end, reader.Frames);
            CheckWhole(PromisedLength.Of(format, path), reader.Frames);
            return new(format.Name, reader.Frames, reader.Hash(), end.HasComplained || end.ExitCode != 0);
        }
        catch (Win32Exception e)
        {
            throw Refusals.NoDecoder(e);
        }
    }

    private AudioFormat Look(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0)
        {
            throw Refusals.Empty();
        }

        if (file.Length > _limits.MaxBytes)
        {
            throw Refusals.TooLarge(_limits);
        }

        using var stream = file.OpenRead();
        return AudioSniffer.Sniff(stream) ?? throw Refusals.NotAudio();
    }

    // Encoders round by a few frames, and decoders leave out what an encoder put before the sound.
    private static void CheckWhole(double? promised, int frames)
    {
        var seconds = (double)frames / SampleRate.House;
        if (promised is { } whole && seconds < LeastShare * whole - 1)
        {
            throw Refusals.CutShort(seconds, whole);
        }
    }

    private void CheckLongest(int frames)
    {
        if (frames > _limits.MaxSeconds * (long)SampleRate.House)
        {
            throw Refusals.TooLong(_limits);
        }
    }

    private void Check(DecoderEnd end, int frames)
    {
        if (end.ExitCode is NotStarted or NotFound)
        {
            throw Refusals.NoDecoder(null);
        }

        if (end.ExitCode == Killed)
        {
            throw Refusals.TimedOut(null);
        }

        if (end.ExitCode is >= FirstSignal and <= LastSignal)
        {
            throw Refusals.Damaged();
        }

        var seconds = (double)frames / SampleRate.House;
        if (seconds >= _limits.MinSeconds && frames > 0)
        {
            return;
        }

        if (end.HasNoSound)
        {
            throw Refusals.NotAudio();
        }

        throw frames == 0 || (seconds < Useful && (end.HasComplained || end.ExitCode != 0))
            ? Refusals.Damaged()
            : Refusals.TooShort(seconds, _limits);
    }
}
