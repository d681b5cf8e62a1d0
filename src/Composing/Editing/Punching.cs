using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Keeps what a song was before a stretch of it was written anew, through that edit and those that follow it.</summary>
internal static class Punching
{
    // Each layer is rendered; older ones are mixed with what lies on them.
    private const int MostLayers = 4;

    /// <summary>The edited song over its source: the stretch is the bars, and the lines that were exchanged at their edges.</summary>
    public static Song Over(Song source, Song edited, int from, int to)
    {
        var exchanged = Others(source.Vocals, edited.Vocals).Concat(Others(edited.Vocals, source.Vocals)).ToList();
        var first = exchanged.Select(phrase => phrase.Notes[0].Tick).DefaultIfEmpty(from).Min();
        var last = exchanged.Select(phrase => phrase.Notes[^1].Tick + phrase.Notes[^1].Length).DefaultIfEmpty(to).Max();
        var before = Trimmed(source, MostLayers - 1);
        return edited with { PunchIn = new PunchIn(before, Math.Min(from, first), Math.Max(to, last)) };
    }

    /// <summary>
    /// An edited song whose source is heard from a recording: the recording rests where bars were written anew. Where nothing but the recording was
    /// heard there is no older song to lay them over.
    /// </summary>
    public static Song Recorded(Song source, Song edited) =>
        source.Recording is not { } recording || edited.PunchIn is not { } punch
            ? edited
            : edited with
            {
                Recording = recording.Without(punch.From, punch.To),
                PunchIn = recording.IsWhole ? null : punch,
            };

    /// <summary>The song without what it was before.</summary>
    public static Song Flat(Song song) => song with { PunchIn = null };

    /// <summary>The song with the same change made to all that lies under it.</summary>
    public static Song Through(Song song, PunchIn? layers, Func<Song, Song> change) =>
        song with
        {
            PunchIn = layers is null
                ? null
                : layers with
                {
                    Before = Through(change(layers.Before), layers.Before.PunchIn, change),
                },
        };

    private static Song Trimmed(Song song, int layers) =>
        song.PunchIn is not { } punch ? song
        : layers == 0 ? Flat(song)
        : song with { PunchIn = punch with { Before = Trimmed(punch.Before, layers - 1) } };

    private static IEnumerable<VocalPhrase> Others(
        ImmutableArray<VocalPhrase> phrases,
        ImmutableArray<VocalPhrase> than
    ) => phrases.Where(phrase => !phrase.Notes.IsEmpty && !than.Any(other => IsSame(phrase, other)));

    private static bool IsSame(VocalPhrase one, VocalPhrase other) =>
        one.Layer == other.Layer
        && one.Text == other.Text
        && one.Notes.Select(Place).SequenceEqual(other.Notes.Select(Place));

    private static (int Tick, int Length, int Key) Place(VocalNote note) => (note.Tick, note.Length, note.Key);
}
