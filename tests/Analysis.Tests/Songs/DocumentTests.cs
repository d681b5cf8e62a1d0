using System.Text;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Analysis.Tests;

/// <summary>What holds for every analysis.</summary>
public class DocumentTests
{
    private static readonly (int Root, int Third)[] s_chords = [(0, 4), (9, 3), (5, 4), (7, 4), (0, 4), (7, 4)];

    [Fact]
    public void One_and_two_threads_give_the_same_document()
    {
        var audio = Synthetic.Chords(s_chords);
        var one = SongAnalyser.Analyse(audio, new() { Threads = 1 });
        var two = SongAnalyser.Analyse(audio, new() { Threads = 2 });
        Assert.Equal(AnalysisFile.ToText(one), AnalysisFile.ToText(two));
    }

    [Fact]
    public void A_document_is_read_as_it_was_written()
    {
        var text = AnalysisFile.ToText(SongAnalyser.Analyse(Synthetic.Chords(s_chords)));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, AnalysisFile.ToText(AnalysisFile.Read(stream)));
        Assert.Contains("\"vocalActivity\":{\"framesPerSecond\":10", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"version\":9}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("x")]
    public void What_is_no_document_is_refused(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Throws<InvalidDataException>(() => AnalysisFile.Read(stream));
    }

    [Fact]
    public void The_level_of_the_sound_changes_nothing_but_the_levels()
    {
        var audio = Synthetic.Chords(s_chords);
        var soft = new AudioBuffer(audio.Length);
        for (var i = 0; i < audio.Length; i++)
        {
            (soft.Left[i], soft.Right[i]) = (audio.Left[i] * 0.25f, audio.Right[i] * 0.25f);
        }

        var (a, b) = (SongAnalyser.Analyse(audio), SongAnalyser.Analyse(soft));
        Assert.Equal(12.04, a.Loudness.IntegratedLufs!.Value - b.Loudness.IntegratedLufs!.Value, 0.01);
        Assert.Equal(a.Beats.Seconds.AsEnumerable(), b.Beats.Seconds);
        Assert.Equal(a.Chords.Select(c => c.Symbol), b.Chords.Select(c => c.Symbol));
        Assert.Equal(a.Melody.Notes.Select(n => n.Key), b.Melody.Notes.Select(n => n.Key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(44100)]
    [InlineData(441000)]
    public void Silence_of_any_length_has_nothing_in_it(int frames)
    {
        var found = SongAnalyser.Analyse(new AudioBuffer(frames));
        Assert.Null(found.Loudness.IntegratedLufs);
        Assert.Null(found.Key.Tonic);
        Assert.Equal(0, found.Tempo.Bpm);
        Assert.Empty(found.Beats.Seconds);
        Assert.Empty(found.Chords);
        Assert.Empty(found.Sections);
        Assert.Empty(found.Melody.Notes);
        Assert.Empty(found.Bass.Notes);
        Assert.Empty(found.VocalActivity.Spans);
        Assert.DoesNotContain("NaN", AnalysisFile.ToText(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(6)]
    public void Noise_gives_a_document_of_finite_numbers(double seconds)
    {
        var random = new RandomStream(7, "noise");
        var audio = new AudioBuffer((int)(seconds * SampleRate.House));
        for (var i = 0; i < audio.Length; i++)
        {
            audio.Left[i] = (float)(random.Next(-0.5, 0.5));
            audio.Right[i] = (float)(random.Next(-0.5, 0.5));
        }

        var found = SongAnalyser.Analyse(audio);
        Assert.Equal(seconds, found.Seconds, 0.001);
        Assert.All(found.Beats.Seconds, s => Assert.InRange(s, 0, seconds));
        Assert.NotEmpty(AnalysisFile.ToText(found));
    }

    [Fact]
    public void What_is_no_sound_is_refused()
    {
        var audio = new AudioBuffer(1000);
        audio.Right[500] = float.NaN;
        Assert.Throws<ArgumentException>(() => SongAnalyser.Analyse(audio));
        audio.Right[500] = float.NegativeInfinity;
        Assert.Throws<ArgumentException>(() => SongAnalyser.Analyse(audio));
        Assert.Throws<ArgumentException>(() => SongAnalyser.Analyse(new AudioBuffer(1000, 48000)));
        Assert.Throws<ArgumentException>(() => SongAnalyser.Analyse(new AudioBuffer(9), new() { Bpm = double.NaN }));
        Assert.Throws<ArgumentException>(() => SongAnalyser.Analyse(new AudioBuffer(9), new() { Voice = new(10) }));
    }

    [Fact]
    public void An_analysis_can_be_ended()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            SongAnalyser.Analyse(Synthetic.Chords(s_chords), null, null, source.Token)
        );
    }
}
