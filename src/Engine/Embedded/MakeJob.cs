using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>One request at work, with what the work needs.</summary>
internal sealed record MakeJob(
    MakeRequest Request,
    EngineOptions Options,
    SoundParts Parts,
    IProgress<MakeProgress> Progress,
    CancellationToken Cancellation
)
{
    private const double SungShare = 0.45;
    private const double MixedShare = 0.94;

    private Tape? _tape;

    /// <summary>The recording that the request brings.</summary>
    /// <exception cref="InvalidOperationException">It brings none.</exception>
    public Tape Tape =>
        _tape ??= new Tape(
            Request.Recording ?? throw new InvalidOperationException("The recording in this song is not at hand."),
            Parts,
            Cancellation
        );

    /// <summary>Sings a song's voices, but for those that a recording sings.</summary>
    public Choir Sing(Song song) =>
        Choir.Sing(LiveSong.Sung(song), () => Parts.Singer, Parts.Takes, Options.Threads, Progress, Cancellation);

    /// <summary>The progress of mixing.</summary>
    public IProgress<double> Mixing => new ShareProgress(Progress, MakeStage.Mix, SungShare, MixedShare);

    /// <summary>Tells that files are being written.</summary>
    public void ReportFiles() => Progress.Report(new MakeProgress(MakeStage.Master, MixedShare));

    /// <summary>What is told of a made song.</summary>
    public static MadeSong Told(Song song, double seconds) =>
        new(
            seconds,
            song.PartLyrics ?? song.Lyrics,
            song.Brief.Genres.FirstOrDefault() ?? song.Style,
            song.Brief.Moods.FirstOrDefault() ?? "",
            song.Voice?.Gender,
            song.Voice?.Timbre,
            song.Brief.Seed
        )
        {
            Title = song.Title,
        };
}
