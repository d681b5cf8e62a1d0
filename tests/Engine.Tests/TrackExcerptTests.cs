using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public class TrackExcerptTests
{
    private static readonly InstrumentTrack s_track = new(
        "a",
        0,
        0,
        [new(0, 1, 60, 90), new(1.5, 2.5, 62, 90), new(2.25, 4, 64, 90), new(3, 4, 65, 90)],
        [new(0, 7, 100), new(1, 7, 80), new(1.2, 11, 90), new(2.4, 7, 60), new(3.5, 7, 20)]
    );

    [Fact]
    public void Notes_that_sound_in_the_stretch_are_moved_to_its_start() =>
        Assert.Equal(
            [new TimedNote(0, 0.5, 62, 90), new TimedNote(0.25, 2, 64, 90)],
            TrackExcerpt.Of(s_track, 2, 3).Notes.ToArray()
        );

    [Fact]
    public void Controllers_stand_as_they_did_where_the_stretch_starts()
    {
        var controls = TrackExcerpt.Of(s_track, 2, 3).Controls.ToArray();
        Assert.Equal([new(0, 7, 80), new TimedControl(0, 11, 90)], controls[..2]);
        Assert.Equal((7, 60), (controls[2].Controller, controls[2].Value));
        Assert.Equal(0.4, controls[2].Time, 1e-9);
        Assert.Equal(3, controls.Length);
    }
}
