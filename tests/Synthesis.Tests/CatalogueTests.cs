using Troubadour.Audio;
using Troubadour.Composing;
using Troubadour.Music;
using Troubadour.Synthesis.Bench;

namespace Troubadour.Synthesis.Tests;

/// <summary>What styles may count on.</summary>
public class CatalogueTests
{
    private const string Names =
        "sub-bass bass-808 saw-bass reese-bass acid-bass fm-bass chip-bass supersaw-lead mono-lead square-lead soft-lead "
        + "chip-lead supersaw-chords saw-stab house-organ fm-piano tine-piano synth-brass chip-chords pluck soft-pluck "
        + "bell-pluck chip-arp string-pluck warm-pad airy-pad glass-pad dark-pad poly-pad noise-pad string-machine fm-bell "
        + "glass-bell music-box riser-noise riser-tone reverse-swell impact downlifter vinyl tape-hiss kit-808 kit-909 "
        + "kit-lofi kit-trap kit-chip";

    public static TheoryData<string> Kits => [.. Library.All.Ids.Where(Phrases.IsKit)];

    [Fact]
    public void The_catalogue_is_complete()
    {
        Assert.All(Names.Split(' '), id => Assert.True(Library.All.Has(id), id));
        Assert.Equal(Library.All.Ids.Order(StringComparer.Ordinal), Library.All.Ids);
        Assert.False(Library.All.Has("no such patch"));
    }

    [Theory]
    [MemberData(nameof(Kits))]
    public void Every_drum_that_a_style_may_name_sounds_in_each_kit(string kit)
    {
        foreach (var (name, key) in DrumKeys.ByName)
        {
            Assert.Equal(key, DrumKeys.ByName[name]);
            var sound = Library.Note(kit, key, 0.1, 0.5);
            var peak = sound.Left.Concat(sound.Right).Max(Math.Abs);
            Assert.True(peak is > 0.01f and < 1.5f, $"{name} of {kit} has a peak of {peak}");
        }
    }

    [Fact]
    public void A_track_without_a_patch_of_the_library_is_refused()
    {
        var track = new InstrumentTrack("x", 0, 0, [], []);
        Assert.Throws<ArgumentException>(() => Library.All.Player(track));
        var error = Assert.Throws<ArgumentException>(() => Library.All.Player(track with { Patch = "banjo" }));
        Assert.Contains("banjo", error.Message, StringComparison.Ordinal);
        Assert.Contains("warm-pad", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1, 60, 90)]
    [InlineData(0, double.NaN, 60, 90)]
    [InlineData(2, 1, 60, 90)]
    [InlineData(0, 1, 128, 90)]
    [InlineData(0, 1, 60, 0)]
    public void A_note_out_of_range_is_refused(double start, double end, int key, int velocity) =>
        Assert.Throws<ArgumentException>(() =>
            Library.All.Player(Library.Track("pluck", new TimedNote(start, end, key, velocity)))
        );
}
