using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>What of a song is played and sung anew, where a recording gives the rest.</summary>
internal static class LiveSong
{
    /// <summary>The song without the notes that a recording stands for. Phrases that it sings beside a band of ours stay: the band makes room for them.</summary>
    public static Song Of(Song song) =>
        song.Recording is not { } recording
            ? song
            : song with
            {
                Parts =
                [
                    .. song
                        .Parts.Select(part =>
                            part with
                            {
                                Notes = [.. part.Notes.Where(note => !recording.HasBand(note.Tick))],
                            }
                        )
                        .Where(part => !part.Notes.IsEmpty),
                ],
                Vocals =
                [
                    .. song.Vocals.Where(phrase =>
                        At(recording, phrase) is not (RecordedSound.Whole or RecordedSound.Through)
                    ),
                ],
            };

    /// <summary>The song with those phrases only that are sung anew.</summary>
    public static Song Sung(Song song) =>
        song.Recording is not { } recording
            ? song
            : song with
            {
                Vocals = [.. song.Vocals.Where(phrase => !IsRecorded(recording, phrase))],
            };

    /// <summary>The lead phrases that a recording sings beside a band of ours.</summary>
    public static IEnumerable<VocalPhrase> Recorded(Song song) =>
        song.Vocals.Where(phrase =>
            phrase.Layer == VoiceLayer.Lead
            && song.Recording is { } recording
            && At(recording, phrase) == RecordedSound.Voices
        );

    /// <summary>True when a recording is heard in the song or in what lies under it.</summary>
    public static bool HasTape(Song song) =>
        song.Recording is not null || song.PunchIn is { } punch && HasTape(punch.Before);

    private static bool IsRecorded(Recording recording, VocalPhrase phrase) =>
        At(recording, phrase) is RecordedSound.Whole or RecordedSound.Through or RecordedSound.Voices;

    // A phrase is where its middle is, as in all edits.
    private static RecordedSound? At(Recording recording, VocalPhrase phrase) =>
        recording.At((phrase.Notes[0].Tick + phrase.Notes[^1].Tick + phrase.Notes[^1].Length) / 2);
}
