using System.Collections.Immutable;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Editing;

/// <summary>What holds for the sung part of every edit, as it does for new songs.</summary>
public class EditedSongLaws
{
    private const double FastestSung = 5.5;
    private const double FastestRapped = 8;
    private const double Tolerance = 1.15;

    private static readonly Lazy<List<(string Name, Song Song)>> Shared = new(() =>
        [
            .. Sources.Sung.AsParallel().AsOrdered().SelectMany(Sung),
            .. Sources
                .Played.AsParallel()
                .AsOrdered()
                .Select(song =>
                    ("vocals on " + Sources.Name(song), Sources.Editor.AddVocals(song, Sources.Brief(Sources.More, 6)))
                ),
        ]
    );

    [Fact]
    public void No_line_is_sung_faster_than_a_singer_can() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            let map = new TimeMap(edit.Song.Tempos)
            from phrase in Sources.Leads(edit.Song)
            let count = phrase.Words.Sum(word => word.Syllables.Length)
            let last = phrase.Notes[^1]
            let seconds = map.SecondsAt(last.Tick + last.Length) - map.SecondsAt(phrase.Notes[0].Tick)
            let limit = (phrase.Rap ? FastestRapped : FastestSung) * Tolerance
            where count > 3 && count / seconds > limit
            select $"{edit.Name}, '{phrase.Text}': {count / seconds:F2} syllables a second"
        );

    [Fact]
    public void Every_syllable_has_its_notes_in_order() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            from phrase in edit.Song.Vocals
            let count = phrase.Words.Sum(word => word.Syllables.Length)
            let indices = phrase.Notes.Select(note => note.Syllable).ToList()
            where
                indices[0] != 0
                || indices[^1] != count - 1
                || indices.Zip(indices.Skip(1)).Any(p => p.Second - p.First is not (0 or 1))
            select $"{edit.Name}, {phrase.Layer} '{phrase.Text}'"
        );

    [Fact]
    public void Lead_lines_do_not_overlap_and_are_numbered_in_time() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            let leads = Sources.Leads(edit.Song).ToList()
            from pair in leads.Zip(leads.Skip(1))
            where
                pair.First.Line + 1 != pair.Second.Line
                || pair.First.Notes[^1].Tick + pair.First.Notes[^1].Length > pair.Second.Notes[0].Tick
            select $"{edit.Name}: '{pair.First.Text}' and '{pair.Second.Text}'"
        );

    [Fact]
    public void Voices_stay_in_their_range() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            let range = edit.Song.Voice!.Value.Gender == Gender.Female ? (Low: 55, High: 76) : (Low: 43, High: 68)
            from phrase in Sources.Leads(edit.Song)
            let low = phrase.Notes.Min(note => note.Key)
            let high = phrase.Notes.Max(note => note.Key)
            where low < range.Low || high > range.High
            select $"{edit.Name}, '{phrase.Text}': {low} to {high}"
        );

    [Fact]
    public void Backing_voices_sing_lines_that_the_lead_sings() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            let leads = Sources.Leads(edit.Song).ToDictionary(p => p.Line)
            from phrase in edit.Song.Vocals
            where phrase.Layer is not (VoiceLayer.Lead or VoiceLayer.Pad)
            where
                !leads.TryGetValue(phrase.Line, out var lead)
                || lead.Text != phrase.Text
                || lead.Notes.Length != phrase.Notes.Length
            select $"{edit.Name}, {phrase.Layer} '{phrase.Text}'"
        );

    [Fact]
    public void Keys_and_velocities_are_midis() =>
        Corpus.AssertNone(
            from edit in Shared.Value
            from part in edit.Song.Parts
            where part.Notes.Any(n => n.Tick < 0 || n.Length < 1 || n.Key is < 0 or > 127 || n.Velocity is < 1 or > 127)
            select $"{edit.Name}: {part.Id}"
        );

    private static IEnumerable<(string Name, Song Song)> Sung(Song song)
    {
        var name = Sources.Name(song);
        yield return ("extension of " + name, Sources.Editor.Extend(song, 41, Sources.Brief(Sources.More, 6)));
        yield return ("replacement in " + name, Sources.Editor.Replace(song, 25, 44, Sources.Brief("", 6)));
        var disco = ImmutableSortedDictionary<string, double>.Empty.Add("disco", 1);
        yield return ("cover of " + name, Sources.Editor.Cover(song, new SongBrief { Styles = disco, Seed = 6 }, 0));
        yield return (
            "band under " + name,
            Sources.Editor.AddBacking(song, new SongBrief { Styles = disco, Seed = 6 })
        );
    }
}
