using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What a song with a stretch that was written anew remembers of the song before.</summary>
public class PunchingLaws
{
    private const int MostLayers = 4;

    [Fact]
    public void A_replacement_keeps_its_source_under_a_stretch_that_holds_all_that_changed() =>
        Corpus.AssertNone(
            from source in Sources.All
            let result = Replaced(source, 0)
            let punch = result.PunchIn!
            where
                !ReferenceEquals(punch.Before, source)
                || punch.From >= punch.To
                || Moved(source, result).Concat(Moved(result, source)).Any(note => !Holds(punch, note))
            select Sources.Name(source)
        );

    [Fact]
    public void Layers_are_bounded_and_the_newest_are_kept() =>
        Corpus.AssertNone(
            from source in Sources.All.Take(4)
            let songs = Enumerable
                .Range(0, 6)
                .Aggregate(new List<Song> { source }, (all, i) => [.. all, Replaced(all[^1], i)])
            let layers = Layers(songs[^1])
            where
                layers.Count != MostLayers
                || layers
                    .Zip(songs.AsEnumerable().Reverse().Skip(1))
                    .Any(pair => pair.First.Vocals != pair.Second.Vocals)
            select Sources.Name(source)
        );

    [Fact]
    public void Exchanges_go_through_all_layers_and_other_edits_start_from_the_newest() =>
        Corpus.AssertNone(
            from source in Sources.Sung.Take(4)
            let punched = Replaced(Replaced(source, 0), 1)
            let sound = Sources.Editor.SwapSound(punched, Sources.Brief("", 5))
            let vocals = Sources.Editor.SwapVocals(punched, Sources.Brief("", 5))
            let cover = Sources.Editor.Cover(punched, Sources.Brief("", 5), 0.5)
            where
                Layers(sound).Any(song => song.Parts != sound.Parts)
                || !Layers(sound).Select(song => song.Vocals).SequenceEqual(Layers(punched).Select(song => song.Vocals))
                || Layers(vocals).Any(song => song.Vocals != vocals.Vocals || song.Voice != vocals.Voice)
                || !Layers(vocals).Select(song => song.Parts).SequenceEqual(Layers(punched).Select(song => song.Parts))
                || cover.PunchIn is not null
            select Sources.Name(source)
        );

    private static Song Replaced(Song song, int at) =>
        Sources.Editor.Replace(song, 12 + 4 * at, 18 + 4 * at, Sources.Brief("", 40 + at));

    private static List<Song> Layers(Song song)
    {
        var layers = new List<Song>();
        for (var punch = song.PunchIn; punch is not null; punch = punch.Before.PunchIn)
        {
            layers.Add(punch.Before);
        }

        return layers;
    }

    // Lead notes of one song that the other does not have.
    private static IEnumerable<VocalNote> Moved(Song one, Song other)
    {
        var notes = other.Vocals.SelectMany(phrase => phrase.Notes.Select(note => (phrase.Layer, note.Tick, note.Key)));
        var known = notes.ToHashSet();
        return one.Vocals.SelectMany(phrase =>
            phrase.Notes.Where(note => !known.Contains((phrase.Layer, note.Tick, note.Key)))
        );
    }

    private static bool Holds(PunchIn punch, VocalNote note) =>
        note.Tick >= punch.From && note.Tick + note.Length <= punch.To;
}
