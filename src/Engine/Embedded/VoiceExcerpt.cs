using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>The song of an excerpt: the lead voice alone, its clip from one moment to another.</summary>
internal static class VoiceExcerpt
{
    // What a singer breathes before a phrase, and what is left of it after its last note.
    private const double Around = 1;

    /// <summary>Cuts the excerpt.</summary>
    /// <param name="source">The song.</param>
    /// <param name="from">Seconds into its clip.</param>
    /// <param name="to">Seconds into its clip.</param>
    /// <exception cref="SongRefusedException">Nobody sings there.</exception>
    public static Song Of(Song source, double from, double to)
    {
        var map = new TimeMap(source.Tempos);
        var first = ClipWindow.Of(source).FirstSecond;
        var start = (int)Math.Round(map.TickAt(first + from));
        var end = Math.Min(source.Seconds, first + to);
        var lead = StemSong.Of(source, layer => layer == VoiceLayer.Lead, _ => false);
        var phrases = lead.Vocals.Where(phrase =>
            map.SecondsAt(phrase.Notes[^1].Tick + phrase.Notes[^1].Length) > first + from - Around
            && map.SecondsAt(phrase.Notes[0].Tick) < end + Around
        );
        var excerpt = lead with
        {
            From = start,
            Seconds = end,
            Vocals = [.. phrases],
            PartLyrics = string.Join('\n', phrases.Select(phrase => phrase.Text)),
            MixState = Released(source.MixState),
            Recording = source.Recording?.OnlyVoices(),
        };
        return excerpt.Vocals.Any(phrase => IsHeard(phrase, map, first + from, end))
            ? excerpt
            : throw new SongRefusedException("Nobody sings in this stretch of the clip.");
    }

    // The excerpt is mastered by itself: the gains of the whole mean nothing to it.
    private static MixState? Released(MixState? state) =>
        state is null
            ? null
            : state with
            {
                Held = MixHeld.None,
                Gains = null,
                LiveGainDb = null,
                LivePolish = null,
                Polish = state.Held == MixHeld.Band ? state.LivePolish ?? state.Polish : state.Polish,
                MasterGainDb = state.Held == MixHeld.Band ? state.LiveGainDb ?? state.MasterGainDb : state.MasterGainDb,
            };

    private static bool IsHeard(VocalPhrase phrase, TimeMap map, double from, double to) =>
        phrase.Notes.Any(note => map.SecondsAt(note.Tick) < to && map.SecondsAt(note.Tick + note.Length) > from);
}
