using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Synthesis.Bench;

namespace Troubadour.Synthesis.Tests;

public class PlayerLawsTests
{
    public static TheoryData<string> Patches => [.. Library.All.Ids];

    private static float[] Read(InstrumentTrack track, int frames, Func<int, int> block)
    {
        var player = Library.All.Player(track);
        var sound = new float[4 * frames];
        for (var (at, turn) = (0, 0); at < frames; turn++)
        {
            var count = Math.Min(block(turn), frames - at);
            player.Read(
                sound.AsSpan(at, count),
                sound.AsSpan(frames + at, count),
                sound.AsSpan(2 * frames + at, count),
                sound.AsSpan(3 * frames + at, count)
            );
            at += count;
        }

        return sound;
    }

    [Theory]
    [MemberData(nameof(Patches))]
    public void Block_sizes_do_not_change_a_sample_and_sends_are_silent(string id)
    {
        const int Frames = 30000;
        var track = Phrases.Of(id);
        var whole = Read(track, Frames, _ => Frames);
        int[] sizes = [1, 31, 256, 700, 5, 1024];
        Assert.Equal(whole, Read(track, Frames, turn => sizes[turn % sizes.Length]));
        Assert.All(whole[(2 * Frames)..], x => Assert.Equal(0, x));
        Assert.Contains(whole, x => Math.Abs(x) > 1e-4f);
        Assert.DoesNotContain(whole, x => !float.IsFinite(x));
    }

    [Theory]
    [MemberData(nameof(Patches))]
    public void What_comes_later_does_not_change_what_was_heard(string id)
    {
        const int Frames = 30000;
        const double Later = 1;
        var track = Phrases.Of(id);
        var until = track with
        {
            Notes = [.. track.Notes.Where(note => note.Start < Later)],
            Controls = [.. track.Controls.Where(control => control.Time < Later)],
        };
        int[] controllers = [1, 5, 7, 10, 11, 64, 65, 68, 71, 74, TimedControl.PitchBend];
        var more = until with
        {
            Notes = [.. until.Notes, new TimedNote(Later + 0.1, Later + 0.5, 50, 127)],
            Controls = [.. until.Controls, .. controllers.Select(one => new TimedControl(Later, one, 100))],
        };
        Assert.Equal(Read(until, Frames, _ => 512), Read(more, Frames, _ => 512));
    }

    [Fact]
    public void Players_on_several_threads_give_the_same()
    {
        var track = Phrases.Of("supersaw-chords");
        var alone = Read(track, 50000, _ => 512);
        var together = new float[4][];
        Parallel.For(0, 4, i => together[i] = Read(track, 50000, _ => 512));
        Assert.All(together, sound => Assert.Equal(alone, sound));
    }

    [Theory]
    [InlineData("pluck")]
    [InlineData("supersaw-lead")]
    [InlineData("kit-909")]
    [InlineData("mono-lead")]
    public void A_note_sounds_the_same_whatever_was_played_long_before(string id)
    {
        var late = new TimedNote(3, 3.4, 49, 90);
        var alone = Library.Play(Library.Track(id, late), 4);
        var after = Library.Play(Library.Track(id, new TimedNote(0.2, 0.5, 42, 70), late), 4);
        Assert.Equal(alone.Left[^44100..], after.Left[^44100..]);
        Assert.NotEqual(alone.Left[..44100], after.Left[..44100]);
    }

    [Theory]
    [MemberData(nameof(Patches))]
    public void After_its_last_sound_a_stem_is_silent_for_good(string id)
    {
        var sound = Library.Note(id, 60, 0.3, 14);
        Assert.All(sound.Left[^4410..], x => Assert.Equal(0, x));
        Assert.All(sound.Right[^4410..], x => Assert.Equal(0, x));
    }

    [Fact]
    public void Nothing_sounds_before_the_first_note()
    {
        var sound = Library.Play(Library.Track("saw-stab", new TimedNote(1, 2, 60, 100)), 1.5);
        Assert.All(sound.Left[..44100], x => Assert.Equal(0, x));
        Assert.True(Library.Level(sound, 1, 1.1) > 0.01);
    }

    [Theory]
    [InlineData("kit-808")]
    [InlineData("kit-909")]
    [InlineData("warm-pad")]
    [InlineData("fm-piano")]
    public void More_notes_than_voices_stay_finite_and_without_a_click(string id)
    {
        // Oracle: the step between samples of the same sound with fewer notes.
        var few = Enumerable.Range(0, 8).Select(i => new TimedNote(i * 0.05, 4, 36 + i, 60));
        var many = Enumerable.Range(0, 60).Select(i => new TimedNote(i * 0.05, 4, 36 + (i * 7 % 40), 60));
        var calm = Library.Play(Phrases.Track(id, few), 4);
        var full = Library.Play(Phrases.Track(id, many), 4);
        Assert.DoesNotContain(full.Left, x => !float.IsFinite(x));
        Assert.True(Step(full) < 4 * Step(calm) + 0.05);
    }

    private static float Step(AudioBuffer sound)
    {
        var most = 0f;
        for (var i = 1; i < sound.Length; i++)
        {
            most = Math.Max(most, Math.Abs(sound.Left[i] - sound.Left[i - 1]));
        }

        return most;
    }
}
