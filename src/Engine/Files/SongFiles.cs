using System.Text.Encodings.Web;
using System.Text.Json;
using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;
using Troubadour.Pictures;

namespace Troubadour.Engine;

/// <summary>Writes what a made song consists of into its folder.</summary>
internal sealed class SongFiles(MakeRequest request, Song song, int mp3Kilobits)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Write(MixResult mixed, Choir choir, StageWatch watch, CancellationToken cancellation)
    {
        using (var file = Create("song.json"))
        {
            SongFile.Write(song, file);
        }

        using (var file = Create("song.mid"))
        {
            MidiFile.Write(song, file);
        }

        WriteJson("lyrics.json", LyricTimes.Of(song, choir));
        File.WriteAllBytes(Path.Combine(request.Directory, "cover.jpg"), CoverPainter.Paint(song));
        WriteWav(mixed.Master);
        cancellation.ThrowIfCancellationRequested();
        if (request.WithMp3)
        {
            WriteMp3(mixed.Master);
        }

        watch.Mark(MakeStage.Master);
        WriteJson("report.json", SongReport.Of(song, mixed, watch));
    }

    private FileStream Create(string name) => File.Create(Path.Combine(request.Directory, name));

    private void WriteJson<T>(string name, T value)
    {
        using var file = Create(name);
        JsonSerializer.Serialize(file, value, Json);
    }

    private void WriteWav(AudioBuffer master)
    {
        using var writer = new WavWriter(Create("master.wav"), 2, master.Rate, WavFormat.Pcm16, song.Brief.Seed);
        writer.Write(master.Left, master.Right);
    }

    private void WriteMp3(AudioBuffer master)
    {
        var tags = new Mp3Tags(song.Title.Length > 0 ? song.Title : null, song.Lyrics.Length > 0 ? song.Lyrics : null);
        using var encoder = new Mp3Encoder(Create("master.mp3"), master.Rate, tags, mp3Kilobits);
        encoder.Write(master.Left, master.Right);
    }
}
