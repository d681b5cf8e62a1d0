using Troubadour.Music;

namespace Troubadour.Engine.Bench;

/// <summary>Two melodies, note by note.</summary>
/// <param name="Notes">Sung notes of the first.</param>
/// <param name="Equal">Those whose note of the second has the same syllable, interval to the first note, and place within a sixteenth.</param>
/// <param name="Shift">Semitones from the first to the second.</param>
internal sealed record MelodyMatch(int Notes, int Equal, int Shift)
{
    /// <summary>Compares the lead melodies of two songs.</summary>
    public static MelodyMatch Of(Song one, Song other)
    {
        var (first, second) = (Leads(one), Leads(other));
        var shift = first.Count > 0 && second.Count > 0 ? second[0].Key - first[0].Key : 0;
        var equal = first
            .Zip(second)
            .Count(pair =>
                pair.First.Key + shift == pair.Second.Key
                && pair.First.Syllable == pair.Second.Syllable
                && Math.Abs(pair.First.Tick - pair.Second.Tick) <= Ticks.PerSixteenth
            );
        return new MelodyMatch(Math.Max(first.Count, second.Count), equal, shift);
    }

    private static List<VocalNote> Leads(Song song) =>
        [.. song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead).SelectMany(phrase => phrase.Notes)];
}
