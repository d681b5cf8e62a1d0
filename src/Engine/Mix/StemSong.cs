using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Reduces songs to some of their players; balance and form stay.</summary>
internal static class StemSong
{
    /// <summary>The song of one stem of a split.</summary>
    public static Song Of(Song song, StemSplit split, string stem) =>
        Of(song, layer => StemMap.Of(layer, split) == stem, part => StemMap.Of(part, split) == stem) with
        {
            Recording =
                stem == VoiceStems.Lead ? song.Recording?.OnlyVoices()
                : split == StemSplit.Basic ? song.Recording?.OnlyBand()
                : null,
        };

    /// <summary>The song of some layers and parts; without voices it is an instrumental.</summary>
    public static Song Of(Song song, Func<VoiceLayer, bool> sings, Func<Part, bool> plays)
    {
        var reduced = song with
        {
            Vocals = [.. PartedVoices.Of(song).Vocals.Where(phrase => sings(phrase.Layer))],
            Parts = [.. song.Parts.Where(plays)],
            PunchIn = null,

            // Gains that hold nothing are known again when they are needed.
            MixState = song.MixState is { Held: MixHeld.None } state ? state with { Gains = null } : song.MixState,
        };
        return reduced.Vocals.IsEmpty
            ? reduced with
            {
                Voice = null,
                Lyrics = "",
                PartLyrics = null,
                Brief = song.Brief with { IsVocal = false, Lyrics = "" },
            }
            : reduced;
    }
}
