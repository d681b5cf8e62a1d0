using System.Text.Encodings.Web;
using System.Text.Json;
using Troubadour.Audio;
using Troubadour.Ingest;
using Troubadour.Music;
using Troubadour.Pictures;

namespace Troubadour.Engine;

/// <summary>A folder that takes the files of one clip.</summary>
internal sealed class ClipFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Opens a new file of the folder, which is made when it is missing.</summary>
    public FileStream Create(string name)
    {
        Directory.CreateDirectory(path);
        return File.Create(Path.Combine(path, name));
    }

    /// <summary>Writes song.json, the whole song, song.mid, the clip's score, and cover.jpg, its picture.</summary>
    public void WriteSong(Song song)
    {
        using (var file = Create("song.json"))
        {
            SongFile.Write(song, file);
        }

        using (var file = Create("song.mid"))
        {
            MidiFile.Write(ClipScore.Of(song), file);
        }

        using (var file = Create("cover.jpg"))
        {
            file.Write(CoverPainter.Paint(song));
        }
    }

    /// <summary>Writes a document.</summary>
    public void WriteJson<T>(string name, T value)
    {
        using var file = Create(name);
        JsonSerializer.Serialize(file, value, Json);
    }

    /// <summary>
    /// Writes master.wav. The dither is that of the whole song from its start, so that equal sound has equal bytes in all clips of a song.
    /// </summary>
    public void WriteMaster(AudioBuffer master, Song song)
    {
        var seed = song.TakeSeed ?? song.Brief.Seed;
        using var writer = new WavWriter(Create("master.wav"), 2, master.Rate, WavFormat.Pcm16, seed);
        writer.Skip(ClipWindow.Of(song).FirstFrame);
        writer.Write(master.Left, master.Right);
    }

    /// <summary>Writes fingerprint.bin, by which the master is known again.</summary>
    public void WriteFingerprint(AudioBuffer master)
    {
        using var file = Create("fingerprint.bin");
        file.Write(FingerprintFile.Write(Fingerprint.Of(master)));
    }

    /// <summary>Writes master.mp3.</summary>
    public void WriteMp3(AudioBuffer master, Mp3Tags tags, int kilobits)
    {
        using var encoder = new Mp3Encoder(Create("master.mp3"), master.Rate, tags, kilobits);
        encoder.Write(master.Left, master.Right);
    }
}
