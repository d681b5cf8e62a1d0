using System.Collections.Immutable;
using Troubadour.Composing.Tests.Shared;
using Troubadour.Music;

namespace Troubadour.Composing.Tests.Melody;

public sealed class ToneMotionTests
{
    private static readonly string[] Genres = ["Chinese Style", "GuFeng Music", "Pop", "Folk"];

    [Fact]
    public void Tunes_of_Chinese_songs_seldom_move_against_the_tones_of_their_words()
    {
        var songs = Room.ComposeAll(
            ChineseWords.All.SelectMany((lyrics, i) => Genres.Select((genre, g) => Brief(lyrics, genre, (i * 4) + g)))
        );
        var lines = songs.SelectMany(Lines).ToList();
        var own = lines.Average(line => Share(line, line.Tones));
        var other = lines.Average(line =>
            lines.Where(o => o.Tones.Length == line.Tones.Length).Average(o => Share(line, o.Tones))
        );
        Assert.True(own < 0.6 * other, $"{own:P1} against {other:P1}");
    }

    private static SongBrief Brief(string lyrics, string genre, int seed) =>
        new()
        {
            IsVocal = true,
            Lyrics = lyrics,
            Genres = [genre],
            Seed = seed,
        };

    // Of the moves between full tones, those against the step from the end of one tone to the start of the next (levels of Chao 1968;
    // steps of one level and the half fall between two fourth tones left out).
    private static double Share(
        (ImmutableArray<VocalNote> Notes, ImmutableArray<int> Tones) line,
        ImmutableArray<int> tones
    )
    {
        ReadOnlySpan<int> starts = [0, 5, 3, 2, 5];
        ReadOnlySpan<int> ends = [0, 5, 5, 1, 1];
        var (contrary, moves) = (0, 0);
        for (var i = 1; i < line.Notes.Length; i++)
        {
            var (before, after) = (line.Notes[i - 1], line.Notes[i]);
            var (from, to) = (tones[before.Syllable], tones[after.Syllable]);
            if (before.Syllable == after.Syllable || from is 0 or 5 || to is 0 or 5)
            {
                continue;
            }

            var step = from == 4 && to == 4 ? 0 : starts[to] - ends[from];
            moves++;
            contrary += Math.Abs(step) > 1 && Math.Sign(step) * Math.Sign(after.Key - before.Key) < 0 ? 1 : 0;
        }

        return (double)contrary / Math.Max(1, moves);
    }

    private static IEnumerable<(ImmutableArray<VocalNote> Notes, ImmutableArray<int> Tones)> Lines(Song song) =>
        song
            .Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead)
            .Select(phrase =>
                (
                    phrase.Notes,
                    phrase.Words.SelectMany(word => word.Syllables).Select(syllable => syllable.Tone).ToImmutableArray()
                )
            );
}
