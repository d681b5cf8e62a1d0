using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Troubadour.Engine;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.TestWorker;

/// <summary>
/// An engine for tests: hums one note for as long as was asked, and takes hints from the words. "(work 500)" works for so many
/// milliseconds, "(crash)" dies, "(crash once)" dies on the first try, "(crash late)" on the first try at the second clip, "(throw)"
/// fails, "(fail at odd seeds)" only then, "(refuse)" refuses, "(hog)" takes memory, "(tune 7)" plays a tune of its own instead, and "(burn 500)" keeps a core busy for so many
/// milliseconds. Recordings of 13 seconds are beyond it.
/// </summary>
public sealed partial class SineEngine : IMusicEngine
{
    private const int Rate = 44_100;
    private const int Steps = 10;

    /// <inheritdoc />
    public SongBrief Prepare(SongOrder order, Song? source = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        var brief = order.Brief;
        if (order.IsEdit && order.Kind != OrderKind.Understand && source is null)
        {
            throw new SongRefusedException("There is no song to edit.");
        }

        if (brief.Lyrics.Any(char.IsLetter) && !Pronouncer.IsSingable(brief.Lyrics))
        {
            throw new SongRefusedException("input language not supported") { IsLanguage = true };
        }

        return brief with
        {
            Genres = brief.Genres.IsEmpty ? [brief.IsVocal ? "Pop" : "pop"] : brief.Genres,
            Moods = brief.Moods.IsEmpty ? [brief.IsVocal ? "Happy" : "happy"] : brief.Moods,
            Gender = brief.IsVocal ? brief.Gender ?? Gender.Female : null,
            Timbre = brief.IsVocal ? brief.Timbre ?? Timbre.Warm : null,
        };
    }

    // 16 bits, stereo.
    private static bool IsUnknown(string recording) => new FileInfo(recording).Length / (4 * Rate) == 13;

    /// <inheritdoc />
    public SongPortrait Portray(SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return new SongPortrait(
            !brief.Description.Contains("instrumental", StringComparison.OrdinalIgnoreCase),
            ["pop", "happy", "piano"]
        );
    }

    /// <inheritdoc />
    public async Task<MadeSong> MakeAsync(
        MakeRequest request,
        IProgress<MakeProgress> progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        var brief = Prepare(request.Order, request.Source);
        var words = brief.Lyrics + brief.Description;
        if (words.Contains("(fail at odd seeds)", StringComparison.Ordinal) && long.IsOddInteger(brief.Seed))
        {
            throw new InvalidOperationException("secret inner words");
        }

        if (request.Order.Kind == OrderKind.Understand && IsUnknown(request.Recording!))
        {
            throw new InvalidOperationException("secret inner words");
        }

        Obey(words, request.Directory);
        Burn(Milliseconds(Burning(), words), cancellation);
        var work = Milliseconds(Working(), words);
        for (var step = 0; step < Steps; step++)
        {
            var stage = (MakeStage)(step * 4 / Steps);
            progress.Report(new MakeProgress(stage, (double)step / Steps));
            await Task.Delay(work / Steps, cancellation);
        }

        var seconds = brief.Seconds ?? 5;
        var wave = Wave(seconds);
        IEnumerable<string> folders =
            request.Order.Kind == OrderKind.Stems ? StemNames.Of(request.Order.Split).Select(StemNames.Folder) : [""];
        foreach (var folder in folders)
        {
            await SineFiles.WriteAsync(Path.Combine(request.Directory, folder), wave, brief, seconds, cancellation);
        }

        if (request.Order.Kind == OrderKind.Compose && Milliseconds(Tune(), words) is > 0 and var tune)
        {
            SineTune.Write(request.Directory, tune * 1000 + (int)(brief.Seed & 255));
            seconds = SineTune.Seconds;
        }

        return new MadeSong(
            seconds,
            brief.Lyrics,
            brief.Genres[0],
            brief.Moods[0],
            brief.Gender,
            brief.Timbre,
            brief.Seed
        )
        {
            Title = "Sine",
        };
    }

    private static void Obey(string words, string directory)
    {
        if (words.Contains("(crash)", StringComparison.Ordinal))
        {
            Environment.Exit(139);
        }

        if (
            words.Contains("(crash once)", StringComparison.Ordinal)
            && directory.EndsWith("-1", StringComparison.Ordinal)
        )
        {
            Environment.Exit(139);
        }

        if (
            words.Contains("(crash late)", StringComparison.Ordinal)
            && directory.EndsWith("-1-1", StringComparison.Ordinal)
        )
        {
            Environment.Exit(139);
        }

        if (words.Contains("(throw)", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("secret inner words");
        }

        if (words.Contains("(refuse)", StringComparison.Ordinal))
        {
            throw new SongRefusedException("The words need 50 seconds.");
        }

        if (words.Contains("(hog)", StringComparison.Ordinal))
        {
            Hog();
        }
    }

    private static void Hog()
    {
        var hoard = new List<byte[]>();
        while (hoard.Count < 100)
        {
            var block = new byte[16 << 20];
            Array.Fill(block, (byte)1);
            hoard.Add(block);
            Thread.Sleep(20);
        }

        Thread.Sleep(Timeout.Infinite);
        GC.KeepAlive(hoard);
    }

    private static byte[] Wave(double seconds)
    {
        const int Header = 44;
        var frames = (int)(seconds * Rate);
        var file = new byte[Header + frames * 4];
        var span = file.AsSpan();
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(span[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(span[22..], 2);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(span[28..], Rate * 4);
        BinaryPrimitives.WriteInt16LittleEndian(span[32..], 4);
        BinaryPrimitives.WriteInt16LittleEndian(span[34..], 16);
        "data"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[40..], frames * 4);
        for (var i = 0; i < frames; i++)
        {
            var sample = (short)(8000 * Math.Sin(2 * Math.PI * 220 * i / Rate));
            BinaryPrimitives.WriteInt16LittleEndian(span[(Header + i * 4)..], sample);
            BinaryPrimitives.WriteInt16LittleEndian(span[(Header + i * 4 + 2)..], sample);
        }

        return file;
    }

    private static int Milliseconds(Regex hint, string words) =>
        hint.Match(words) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;

    private static void Burn(int milliseconds, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start).TotalMilliseconds < milliseconds)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    [GeneratedRegex(@"\(work (\d+)\)")]
    private static partial Regex Working();

    [GeneratedRegex(@"\(tune (\d+)\)")]
    private static partial Regex Tune();

    [GeneratedRegex(@"\(burn (\d+)\)")]
    private static partial Regex Burning();
}
