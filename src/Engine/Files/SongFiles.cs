using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;
using Troubadour.Pictures;

namespace Troubadour.Engine;

/// <summary>Writes what a made song consists of into its folder.</summary>
internal sealed class SongFiles(MakeRequest request, Song song, int mp3Kilobits)
{
    private readonly ClipFolder _folder = new(request.Directory);

    public void Write(MixResult mixed, Choir choir, StageWatch watch, CancellationToken cancellation)
    {
        _folder.WriteSong(song);
        _folder.WriteJson("lyrics.json", LyricTimes.Of(song, choir));
        _folder.WriteMaster(mixed.Master, song);
        cancellation.ThrowIfCancellationRequested();
        if (request.WithMp3)
        {
            _folder.WriteMp3(mixed.Master, Tags(song), mp3Kilobits);
        }

        watch.Mark(MakeStage.Master);
        _folder.WriteJson("report.json", SongReport.Of(ClipScore.Of(song), mixed, watch));
    }

    /// <summary>What a song's MP3 says of itself.</summary>
    public static Mp3Tags Tags(Song song) =>
        new(
            song.Title.Length > 0 ? song.Title : null,
            (song.PartLyrics ?? song.Lyrics) is { Length: > 0 } text ? text : null
        );
}
