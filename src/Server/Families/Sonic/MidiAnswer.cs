using System.Text.Json.Serialization;
using Troubadour.Engine;
using Troubadour.Music;

namespace Troubadour.Server.Families.Sonic;

/// <summary>The answer to "midi".</summary>
public sealed record MidiAnswer
{
    private const int VoiceProgram = 52;

    /// <summary>Always 200.</summary>
    [JsonPropertyName("code")]
    public int Code { get; } = 200;

    /// <summary>The facts.</summary>
    [JsonPropertyName("data")]
    public required MidiData Data { get; init; }

    /// <summary>The file's address again, where some clients look for it.</summary>
    [JsonPropertyName("midi_url")]
    public string MidiUrl => Data.MidiUrl;

    /// <summary>The instruments again.</summary>
    [JsonPropertyName("instruments")]
    public IReadOnlyList<MidiInstrument> Instruments => Data.Instruments;

    /// <summary>Always "success".</summary>
    [JsonPropertyName("message")]
    public string Message { get; } = "success";

    internal static MidiAnswer Of(Song song, string url)
    {
        var start = new TimeMap(song.Tempos).SecondsAt(song.From);
        var performed = PartedVoices.Of(song);
        var voices = performed
            .Vocals.Zip(ScoreFlattener.Phrases(performed))
            .GroupBy(phrase => phrase.First.Layer)
            .OrderBy(group => group.Key)
            .Select(group => new MidiInstrument(
                group.Key == VoiceLayer.Lead ? "vocals" : $"vocals {group.Key}",
                VoiceProgram,
                false,
                Notes(
                    group.SelectMany(p =>
                        p.Second.Notes.Select(n =>
                            ((int)Math.Round(n.Pitch), n.Start, n.End, 0.5 + 0.4 * p.First.Effort)
                        )
                    ),
                    start
                )
            ));
        var parts = ScoreFlattener
            .Tracks(song)
            .Select(track => new MidiInstrument(
                track.Id,
                track.Program,
                track.Bank == InstrumentTrack.PercussionBank,
                Notes(track.Notes.Select(note => (note.Key, note.Start, note.End, note.Velocity / 127.0)), start)
            ));
        return new MidiAnswer
        {
            Data = new MidiData(url, [.. voices, .. parts]) { IsEstimated = song.Recording is not null },
        };
    }

    private static List<MidiNote> Notes(
        IEnumerable<(int Key, double Start, double End, double Velocity)> notes,
        double start
    ) =>
        [
            .. notes
                .Where(note => note.Start >= start - 0.001)
                .Select(note => new MidiNote(
                    note.Key,
                    Math.Round(Math.Max(0, note.Start - start), 3),
                    Math.Round(note.End - start, 3),
                    Math.Round(note.Velocity, 3)
                )),
        ];
}
