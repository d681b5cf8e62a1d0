using Troubadour.Composing.Tests.Arranging;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Articulating;

/// <summary>Mutes, ghost strokes, strums, bends and flams as they are played.</summary>
public class StrokeLaws
{
    private const int Brightness = 74;
    private const int Snare = 38;

    private static readonly Lazy<IReadOnlyList<Song>> Loud = new(() =>
        Room.ComposeAll(
            new[] { "rock", "punk", "pop-punk", "industrial", "funk", "disco", "classic-soul", "pop-rock" }.SelectMany(
                style =>
                    Enumerable
                        .Range(1, 3)
                        .Select(seed => new SongBrief
                        {
                            Lyrics = Words.Driving,
                            Styles = new SongBrief().Styles.Add(style, 1),
                            Seconds = 180,
                            Seed = seed,
                        })
            )
        )
    );

    [Fact]
    public void Muted_strokes_are_short_and_dull_and_open_ones_are_neither()
    {
        var (muted, breaches) = (0, new List<string>());
        foreach (var song in Loud.Value)
        {
            var map = new TimeMap(song.Tempos);
            foreach (var part in song.Parts.Where(p => p.Controls.Any(c => c.Controller == Brightness)))
            {
                foreach (var note in part.Notes)
                {
                    var dull = part.Controls.LastOrDefault(c => c.Controller == Brightness && c.Tick <= note.Tick);
                    var ms = 1000 * (map.SecondsAt(note.Tick + note.Length) - map.SecondsAt(note.Tick));
                    var isDull = dull.Controller == Brightness && dull.Value < 40;
                    muted += isDull ? 1 : 0;
                    if (isDull && ms > 75)
                    {
                        breaches.Add($"{Corpus.Name(song)}, {part.Id} at {note.Tick}: {ms:F0} ms");
                    }
                }
            }
        }

        Assert.True(muted > 2000, $"{muted} muted notes");
        Corpus.AssertNone(breaches);
    }

    [Fact]
    public void Open_strokes_beside_mutes_are_louder_than_they_are()
    {
        var notes = Loud
            .Value.SelectMany(song => song.Parts)
            .Where(p => p.Role == PartRole.Chords && p.Controls.Any(c => c.Controller == Brightness))
            .SelectMany(part => part.Notes.Select(note => (Dull: IsDull(part, note), note.Velocity)))
            .ToLookup(note => note.Dull, note => note.Velocity);
        Assert.True(notes[true].Average() < notes[false].Average() - 5);
    }

    private static bool IsDull(Part part, Note note) =>
        part.Controls.LastOrDefault(c => c.Controller == Brightness && c.Tick <= note.Tick)
            is { Controller: Brightness, Value: < 40 };

    [Fact]
    public void Strings_of_a_strum_follow_one_another_down_or_up()
    {
        var (strums, breaches) = (0, new List<string>());
        foreach (var song in Corpus.Sung.Where(song => song.Brief.Seconds >= 90))
        {
            var style = Room.Library.Styles[song.Style];
            var map = new TimeMap(song.Tempos);
            foreach (var part in song.Parts.Where(p => style.Parts.Any(s => s.Id == p.Id && s.StrumMs >= 10)))
            {
                foreach (var strum in Strums(part, map).Where(strum => strum.Count >= 3))
                {
                    var gaps = strum
                        .Zip(strum.Skip(1))
                        .Select(p => 1000 * (map.SecondsAt(p.Second.Tick) - map.SecondsAt(p.First.Tick)))
                        .ToList();
                    var ways = strum.Zip(strum.Skip(1)).Select(p => Math.Sign(p.Second.Key - p.First.Key)).Distinct();
                    strums++;
                    if (ways.Count() > 1 || gaps.Min() < 5 || gaps.Max() > 30)
                    {
                        breaches.Add($"{Corpus.Name(song)}, {part.Id} at {strum[0].Tick}: {string.Join(' ', strum)}");
                    }
                }
            }
        }

        Assert.True(strums > 1000, $"{strums} strums");
        Assert.True(breaches.Count < 0.02 * strums, $"{breaches.Count}: " + string.Join('\n', breaches.Take(10)));
    }

    // Notes that start within 35 ms of one another.
    private static IEnumerable<List<Note>> Strums(Part part, TimeMap map)
    {
        var strum = new List<Note>();
        foreach (var note in part.Notes)
        {
            if (strum.Count > 0 && map.SecondsAt(note.Tick) - map.SecondsAt(strum[^1].Tick) > 0.035)
            {
                yield return strum;
                strum = [];
            }

            strum.Add(note);
        }

        yield return strum;
    }

    [Fact]
    public void Bends_start_with_a_note_a_semitone_or_two_below_and_arrive()
    {
        var (bends, breaches) = (0, new List<string>());
        foreach (var song in Loud.Value)
        {
            foreach (var part in song.Parts)
            {
                var points = part.Controls.Where(c => c.Controller == TimedControl.PitchBend).ToList();
                for (var i = 0; i < points.Count; i++)
                {
                    if (points[i].Value is 0 or 4096 && (i == 0 || points[i - 1].Value == 8192))
                    {
                        bends++;
                        if (!part.Notes.Any(note => note.Tick == points[i].Tick))
                        {
                            breaches.Add($"{Corpus.Name(song)}, {part.Id} at {points[i].Tick}");
                        }
                    }
                    else if (points[i].Value < points[i - 1].Value)
                    {
                        breaches.Add($"{Corpus.Name(song)}, {part.Id}: {points[i - 1]} then {points[i]}");
                    }
                }
            }
        }

        Assert.True(bends > 60, $"{bends} bends");
        Corpus.AssertNone(breaches);
    }

    [Fact]
    public void Drummers_flam_in_fills_and_machines_do_not()
    {
        var flams = Corpus
            .All.Where(song => song.Drums() is not null)
            .GroupBy(song => Room.Library.Styles[song.Style].Drums.Feel == "machine")
            .ToDictionary(group => group.Key, group => group.Sum(Flams));
        Assert.Equal(0, flams[true]);
        Assert.True(flams[false] > 100, $"{flams[false]} flams");
    }

    // Two strokes on the snare within 15 to 45 ms, the first one softer.
    private static int Flams(Song song)
    {
        var map = new TimeMap(song.Tempos);
        var snare = song.Drums()!.Notes.Where(note => note.Key == Snare).ToList();
        return snare
            .Zip(snare.Skip(1))
            .Count(pair =>
                map.SecondsAt(pair.Second.Tick) - map.SecondsAt(pair.First.Tick) is > 0.012 and < 0.045
                && pair.First.Velocity < 0.7 * pair.Second.Velocity
            );
    }
}
