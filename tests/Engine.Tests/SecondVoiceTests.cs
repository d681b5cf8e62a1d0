using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class SecondVoiceTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static SongBrief Answered { get; } =
        EngineFixture.Sung with
        {
            Lyrics =
                "[verse]\nThe morning light is on the water (on the water)\nAnd every bird begins to sing\n[chorus]\n(Ooh yeah)\nWe are going home",
        };

    [Fact]
    public async Task Words_in_parentheses_are_sung_by_another_voice_in_their_own_stem()
    {
        var (made, folder) = await fixture.MakeAsync(Answered, stems: true);

        var lead = Stem(folder, "vocals");
        var backing = Stem(folder, "vocals-backing");
        using var lyrics = File.OpenRead(Path.Combine(folder, "lyrics.json"));
        var times = LyricTimes.Read(lyrics);
        var first = times.Lines[0].Words;
        Assert.Equal(
            "The morning light is on the water on the water",
            string.Join(' ', first.Select(word => word.Word))
        );
        Assert.All(first.Zip(first.Skip(1)), pair => Assert.True(pair.First.Start <= pair.Second.Start));
        var (answer, before) = (Span(first[^3..]), Span(first[..^4]));
        Assert.True(Energy(backing, answer) > 100 * Energy(backing, before), "The answer is not the backing voice's.");
        Assert.True(Energy(lead, before) > 100 * Energy(lead, Middle(answer)), "The lead sings the answer.");
        var alone = times.Lines.First(line => line.Words[0].Word == "Ooh");
        Assert.True(Energy(backing, (alone.Start, alone.End)) > 100 * Energy(lead, Middle((alone.Start, alone.End))));
        Assert.DoesNotContain("(", made.Lyrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Songs_keep_their_lines_whole_and_scores_show_both_voices()
    {
        var (_, folder) = await fixture.MakeAsync(Answered);
        using var file = File.OpenRead(Path.Combine(folder, "song.json"));
        var song = SongFile.Read(file);
        Assert.DoesNotContain(song.Vocals, phrase => phrase.Layer == VoiceLayer.Backing);
        var performed = PartedVoices.Of(song);
        Assert.Same(performed, PartedVoices.Of(performed));
        Assert.Contains(performed.Vocals, phrase => phrase.Layer == VoiceLayer.Backing);
        Assert.All(
            performed.Vocals,
            phrase =>
            {
                var indices = phrase.Notes.Select(note => note.Syllable).ToList();
                Assert.Equal(0, indices[0]);
                Assert.Equal(phrase.Words.Sum(word => word.Syllables.Length) - 1, indices[^1]);
                Assert.All(phrase.Words, word => Assert.Equal(phrase.Layer == VoiceLayer.Backing, word.IsBacking));
            }
        );
        var leads = song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead).Sum(phrase => phrase.Notes.Length);
        Assert.Equal(
            leads,
            performed
                .Vocals.Where(phrase => phrase.Layer is VoiceLayer.Lead or VoiceLayer.Backing)
                .Sum(phrase => phrase.Notes.Length)
        );
    }

    [Fact]
    public async Task Kept_takes_give_the_same_bytes_and_serve_an_edit()
    {
        var (_, fresh) = await fixture.MakeAsync(Answered, stems: true);
        var takes = fixture.Folder();
        using var keeping = new EmbeddedEngine(EngineFixture.Options(2) with { Takes = takes }, TimeProvider.System);
        var (_, first) = await fixture.MakeAsync(Answered, stems: true, engine: keeping);
        var count = Directory.GetFiles(takes).Length;
        var (_, second) = await fixture.MakeAsync(Answered, stems: true, engine: keeping);
        Assert.True(count > 4);
        Assert.Equal(count, Directory.GetFiles(takes).Length);
        var expected = await File.ReadAllBytesAsync(Path.Combine(fresh, "master.wav"));
        Assert.Equal(expected, await File.ReadAllBytesAsync(Path.Combine(first, "master.wav")));
        Assert.Equal(expected, await File.ReadAllBytesAsync(Path.Combine(second, "master.wav")));
    }

    private static AudioBuffer Stem(string folder, string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, "stems", name + ".wav"));
        return WavReader.Read(file, int.MaxValue).ToStereo();
    }

    private static (double From, double To) Span(IReadOnlyList<WordTime> words) => (words[0].Start, words[^1].End);

    // Rooms and echoes of one voice ring into the other's first words.
    private static (double From, double To) Middle((double From, double To) span) =>
        (span.From + (0.4 * (span.To - span.From)), span.To);

    private static double Energy(AudioBuffer sound, (double From, double To) span)
    {
        var (from, to) = ((int)(span.From * sound.Rate), Math.Min(sound.Left.Length, (int)(span.To * sound.Rate)));
        var sum = 1e-12;
        for (var i = from; i < to; i++)
        {
            sum += sound.Left[i] * sound.Left[i];
        }

        return sum / Math.Max(1, to - from);
    }
}
