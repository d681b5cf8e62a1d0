using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Synthesis.Tests;

public class DrumTests
{
    private const int Hat = 42;
    private const int OpenHat = 46;

    [Theory]
    [InlineData("kit-808")]
    [InlineData("kit-909")]
    [InlineData("kit-trap")]
    [InlineData("kit-lofi")]
    [InlineData("kit-chip")]
    public void A_closed_hat_cuts_the_open_one_off(string kit)
    {
        var open = new TimedNote(0, 0.1, OpenHat, 100);
        var free = Library.Play(Library.Track(kit, open), 1);
        var closed = Library.Play(Library.Track(kit, open, new TimedNote(0.1, 0.2, Hat, 1)), 1);
        Assert.Equal(free.Left[..4000], closed.Left[..4000]);
        Assert.True(Library.Level(closed, 0.19, 0.24) < 0.4 * Library.Level(free, 0.19, 0.24));
    }

    [Fact]
    public void Strokes_differ_a_little_and_always_in_the_same_way()
    {
        TimedNote[] roll = [.. Enumerable.Range(0, 8).Select(i => new TimedNote(i * 0.25, i * 0.25 + 0.1, Hat, 90))];
        var sound = Library.Play(Library.Track("kit-909", roll), 2);
        Assert.Equal(sound.Left, Library.Play(Library.Track("kit-909", roll), 2).Left);
        var levels = Enumerable.Range(0, 8).Select(i => Library.Level(sound, i * 0.25, i * 0.25 + 0.05)).ToArray();
        Assert.InRange(20 * Math.Log10(levels.Max() / levels.Min()), 0.05, 3.5);
    }

    [Theory]
    [InlineData("kit-808", 46, 52)]
    [InlineData("kit-909", 46, 60)]
    public void A_kick_falls_to_its_tone(string kit, double low, double high)
    {
        var sound = Library.Note(kit, 36, 0.1, 1);
        var crossings = Crossings(sound, 0.002, 0.3);
        var early = 1 / (crossings[2] - crossings[0]);
        var late = 1 / (crossings[^1] - crossings[^3]);
        Assert.True(early > 1.1 * late, $"{early} Hz, then {late} Hz");
        Assert.InRange(late, low - 3, high + 3);
    }

    [Fact]
    public void A_roll_of_sixty_fourths_keeps_every_stroke()
    {
        const double Step = 0.027;
        TimedNote[] roll =
        [
            .. Enumerable
                .Range(0, 32)
                .Select(i => new TimedNote(i * Step, i * Step + 0.01, Hat, i % 4 == 0 ? 110 : 80)),
        ];
        var sound = Library.Play(Library.Track("kit-trap", roll), 1);
        for (var i = 0; i < 32; i++)
        {
            // Each stroke's first milliseconds stand out from the end of the one before.
            var start = Library.Level(sound, i * Step, i * Step + 0.006);
            var before = Library.Level(sound, i * Step + 0.02, i * Step + 0.026);
            Assert.True(start > 1.5 * before, $"stroke {i}: {start} then {before}");
        }
    }

    [Fact]
    public void Harder_strokes_are_louder()
    {
        var soft = Library.Level(Library.Note("kit-808", 38, 0.1, 0.3, 50), 0, 0.2);
        var hard = Library.Level(Library.Note("kit-808", 38, 0.1, 0.3, 120), 0, 0.2);
        Assert.InRange(20 * Math.Log10(hard / soft), 5, 16);
    }

    private static List<double> Crossings(AudioBuffer sound, double from, double to)
    {
        var found = new List<double>();
        for (var i = (int)(from * 44100); i < (int)(to * 44100); i++)
        {
            var (a, b) = (sound.Left[i], sound.Left[i + 1]);
            if (a > 0 != b > 0)
            {
                found.Add((i + a / (a - b)) / 44100);
            }
        }

        return found;
    }
}
