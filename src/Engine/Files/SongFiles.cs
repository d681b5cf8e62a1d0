using Troubadour.Audio;
using Troubadour.Lyrics;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Writes what a made song consists of into its folder.</summary>
internal sealed class SongFiles(MakeRequest request, Song song, int mp3Kilobits, int threads)
{
    private readonly ClipFolder _folder = new(request.Directory);

    public void Write(MixResult mixed, Choir choir, StageWatch watch, CancellationToken cancellation)
    {
        // The encoder takes as long as all else together.
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.Invoke(options, () => WriteMp3(mixed.Master), () => WriteRest(mixed.Master, choir));
        watch.Mark(MakeStage.Master);
        _folder.WriteJson("report.json", SongReport.Of(ClipScore.Of(song), mixed, watch));
    }

    /// <summary>What a song's MP3 says of itself.</summary>
    public static Mp3Tags Tags(Song song) =>
        new(
            song.Title.Length > 0 ? song.Title : null,
            (song.PartLyrics ?? song.Lyrics) is { Length: > 0 } text ? text : null,
            Language: Pronouncer.IsMostlyChinese(song.PartLyrics ?? song.Lyrics) ? "zho" : "eng"
        );

    private void WriteMp3(AudioBuffer master)
    {
        if (request.WithMp3)
        {
            _folder.WriteMp3(master, Tags(song), mp3Kilobits);
        }
    }

    private void WriteRest(AudioBuffer master, Choir choir)
    {
        _folder.WriteSong(song);
        _folder.WriteJson("lyrics.json", LyricTimes.Of(song, choir));
        _folder.WriteMaster(master, song);
        _folder.WriteFingerprint(master);
    }
}
