namespace Troubadour.Singing.Tests;

public sealed class HtsVoiceTests
{
    private const string First =
        "dh^ax-r+ih=v@1_2/A:0_0_2/B:1-1-2@1-2&2-2#0-0$0-0!0-0;0-0|ih/C:0+0+2/D:det_1/E:content+2@2+1&0+0#0+0/F:0_0/G:0_0/H:3=2@1=1|NONE/I:0=0/J:3+2-1";
    private const string Second =
        "ax^r-ih+v=er@2_1/A:0_0_2/B:1-1-2@1-2&2-2#0-0$0-0!0-0;0-0|ih/C:0+0+2/D:det_1/E:content+2@2+1&0+0#0+0/F:0_0/G:0_0/H:3=2@1=1|NONE/I:0=0/J:3+2-1";

    [Fact]
    public void The_header_is_read()
    {
        Assert.Equal(32000, Fixtures.Voice.SampleRate);
        Assert.Equal(160, Fixtures.Voice.FramePeriod);
        Assert.Equal(5, Fixtures.Voice.StateCount);
        Assert.Equal(0.45, Fixtures.Voice.Alpha, 6);
        Assert.Equal(45, Fixtures.Voice.Spectrum.Order);
        Assert.Equal(
            [
                [1f],
                [-0.5f, 0, 0.5f],
                [1, -2, 1],
            ],
            Fixtures.Voice.Spectrum.Windows
        );
    }

    // Oracle: an independent numpy reader of the same file.
    [Fact]
    public void Leaves_are_those_of_an_independent_reader()
    {
        var label = new LabelContext(First, Fixtures.Voice.Questions);
        Near([2.2708f, 9.0477f, 2.3078f, 3.024f, 2.0058f], Fixtures.Voice.StateDurations(label));
        Near([5.29057f, 2.87587f, 1.2742f, 0.08036f], Fixtures.Voice.Spectrum.Find(label, 0).AsSpan(0, 4));
        Near([4.60815f, 2.85419f, 1.28094f, 0.01956f], Fixtures.Voice.Spectrum.Find(label, 2).AsSpan(0, 4));
        var second = new LabelContext(Second, Fixtures.Voice.Questions);
        Near([1.4017f, 1.732f, 1.8958f, 1.244f, 1.0672f], Fixtures.Voice.StateDurations(second));
        Near([5.4313f, 2.104f, 0.53155f, 0.45338f], Fixtures.Voice.Spectrum.Find(second, 3).AsSpan(0, 4));
        Assert.Equal(0.98054f, Fixtures.Voice.LogPitch.Find(second, 0)[^1], 4);
    }

    // Oracle: the same numpy program's generation, solved with SciPy's banded Cholesky.
    [Fact]
    public void Generated_cepstra_are_those_of_an_independent_program()
    {
        var frames = new List<float[]>();
        foreach (var text in new[] { First, Second })
        {
            var label = new LabelContext(text, Fixtures.Voice.Questions);
            for (var state = 0; state < 5; state++)
            {
                frames.AddRange(Enumerable.Repeat(Fixtures.Voice.Spectrum.Find(label, state), 3));
            }
        }

        var stream = Fixtures.Voice.Spectrum;
        var track = ParameterGeneration.Generate(frames.ToArray(), stream.Order, stream.Windows);
        Near([4.36794f, 2.60973f, 1.25217f], track.AsSpan(0, 3));
        Near([4.64728f, 2.67547f, 1.23284f], track.AsSpan(7 * 45, 3));
        Near([5.21795f, 2.4446f, 0.60376f], track.AsSpan(15 * 45, 3));
        Near([4.79635f, 1.34592f, 0.55684f], track.AsSpan(29 * 45, 3));
        Assert.Equal(0.06225f, track[14 * 45 + 44], 1e-4f);
    }

    [Fact]
    public void Middle_states_of_all_vowels_are_voiced()
    {
        var phrase = Fixtures.BoatSong();
        var (plan, _) = ScoreTiming.Plan(Fixtures.Voice, phrase, 0.3, 0.3);
        var vowels = plan.Where(p => p.Phone.IsVowel).ToList();
        Assert.Equal(8, vowels.Count);
        Assert.All(
            vowels,
            v =>
                Assert.All(
                    [1, 2, 3],
                    s =>
                        Assert.True(SpectralTrack.VoicedWeight(Fixtures.Voice, v, s) > 0.5, $"{v.Phone.Name} state {s}")
                )
        );
    }

    [Fact]
    public void A_file_that_is_no_voice_is_refused()
    {
        Assert.Throws<FileNotFoundException>(() => HtsVoice.Load(Path.Combine(Path.GetTempPath(), "no.htsvoice")));
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "RIFF....WAVE");
            Assert.Throws<InvalidDataException>(() => HtsVoice.Load(path));
            var bytes = File.ReadAllBytes(Fixtures.VoicePath);
            File.WriteAllBytes(path, bytes[..900000]);
            Assert.Throws<InvalidDataException>(() => HtsVoice.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("*-aa+*", "x^p-aa+t=x", true)]
    [InlineData("*-aa+*", "x^p-aat=x", false)]
    [InlineData("aa^*", "aa^b", true)]
    [InlineData("*/H:?=*", "/H:8=5", true)]
    [InlineData("*/H:?=*", "/H:18=5", false)]
    [InlineData("*-2", "8+5-2", true)]
    [InlineData("*a*b?c*", "xxaybzzbqcw", true)]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abcd", false)]
    public void Patterns_match_whole_labels(string pattern, string label, bool matches)
    {
        Assert.Equal(matches, new Question([pattern]).Matches(label));
        Assert.Equal(matches, Question.MatchesWildcards(pattern, label));
    }

    private static void Near(float[] expected, ReadOnlySpan<float> actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-3f);
        }
    }
}
