using Troubadour.Engine;
using Troubadour.Music;

namespace Troubadour.TestWorker;

/// <summary>Writes the files of a clip as the real engine does, with next to nothing in them.</summary>
internal static class SineFiles
{
    public static async Task WriteAsync(
        string folder,
        byte[] wave,
        SongBrief brief,
        double seconds,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "master.wav"), wave, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, "master.mp3"), wave[..64], cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, "cover.jpg"), [0xFF, 0xD8, 0xFF, 0xD9], cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "lyrics.json"),
            """{"lines":[{"text":"La la","start":0.5,"end":1.5,"words":[{"word":"La","start":0.5,"end":0.9},{"word":"la","start":1,"end":1.5}]}]}""",
            cancellation
        );
        var song = Song(brief, seconds);
        await using (var file = File.Create(Path.Combine(folder, "song.json")))
        {
            SongFile.Write(song, file);
        }

        await using (var file = File.Create(Path.Combine(folder, "song.mid")))
        {
            MidiFile.Write(song, file);
        }
    }

    private static Song Song(SongBrief brief, double seconds) =>
        new()
        {
            Brief = brief,
            Style = "sine",
            Title = "Sine",
            Key = new Key(9, Mode.Minor),
            Meter = Meter.Common,
            Tempos = [new TempoChange(0, 120)],
            Seconds = seconds,
            Sections = [new SongSection("verse", 0, (int)(seconds * 2 * Ticks.PerQuarter), (int)(seconds / 2), 0.5, 0)],
            Chords = [],
            Parts =
            [
                new Part("piano", PartRole.Chords, 0, 0, new PartMix(), [new Note(0, Ticks.PerQuarter, 60, 90)], []),
            ],
            Voice = brief.IsVocal ? new VoiceSpec(brief.Gender ?? Gender.Female, brief.Timbre ?? Timbre.Warm) : null,
            Lyrics = brief.Lyrics,
            Mix = new MixPlan(),
        };
}
