using Troubadour.Composing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Edits of recordings, whose songs were written by ear: there the breaths of a voice are no lines, what leads may be taken for a voice or the other
/// way round, and the style is a guess. The caller's words count more than what was heard.
/// </summary>
internal sealed class RecordedEdits(SongEditor editor)
{
    /// <summary>The order and the source that lead to what is asked for.</summary>
    public (SongOrder Order, Song Source) Adapt(SongOrder order, Song source)
    {
        if (source.Recording is null)
        {
            return (order, source);
        }

        var (adapted, own) = Fitted(order, source);
        return adapted.Kind == OrderKind.Cover ? (adapted, LeadIn.Steady(own)) : (adapted, own);
    }

    /// <summary>The edited song, where a new band cannot play what only fills the time.</summary>
    /// <param name="song">The edited song.</param>
    /// <param name="source">What it was made from.</param>
    public static Song Finish(Song song, Song source) =>
        source.Recording is not null && song.Recording is { } recording && !recording.HasBand(0)
            ? song with
            {
                Parts = LeadIn.Empty(song with { Tempos = source.Tempos, Brief = source.Brief }).Parts,
            }
            : song;

    private (SongOrder Order, Song Source) Fitted(SongOrder order, Song source)
    {
        var brief = order.Brief;
        var words = !string.IsNullOrWhiteSpace(brief.Lyrics);
        var isSung = !source.Vocals.IsEmpty;
        return order.Kind switch
        {
            OrderKind.Extend or OrderKind.Replace => (order, editor.Restyled(source, brief)),
            OrderKind.Cover or OrderKind.SwapVocals when words && isSung => (
                Wordless(order),
                editor.Worded(source, brief.Lyrics)
            ),
            OrderKind.Cover when words => (Wordless(order), editor.AddVocals(source with { Recording = null }, brief)),
            OrderKind.SwapVocals when words => (order with { Kind = OrderKind.AddVocals }, source),
            OrderKind.SwapSound when !isSung => (order with { Kind = OrderKind.Cover, Nearness = 1 }, source),
            OrderKind.AddVocals when isSung => (order, Unsung(source)),
            _ => (order, source),
        };
    }

    private static SongOrder Wordless(SongOrder order) => order with { Brief = order.Brief with { Lyrics = "" } };

    private static Song Unsung(Song source) =>
        source with
        {
            Vocals = [],
            Voice = null,
            Lyrics = "",
            PartLyrics = null,
            Brief = source.Brief with { IsVocal = false, Lyrics = "" },
        };
}
