namespace Troubadour.Music.Tests.Composition;

public sealed class RecordingTests
{
    private static readonly Recording s_whole = Recording.Whole("a");

    [Fact]
    public void A_whole_recording_is_heard_everywhere()
    {
        Assert.True(s_whole.IsWhole);
        Assert.Equal(RecordedSound.Whole, s_whole.At(0));
        Assert.Equal(RecordedSound.Whole, s_whole.At(1 << 29));
    }

    [Fact]
    public void What_is_left_out_is_not_heard_and_all_else_is()
    {
        var random = new RandomStream(3, "spans");
        for (var round = 0; round < 200; round++)
        {
            var recording = s_whole;
            var silent = new bool[100];
            for (var cut = 0; cut < 4 && recording is not null; cut++)
            {
                var from = random.NextInt(100);
                var to = random.NextInt(100);
                recording = recording.Without(from, to);
                silent.AsSpan(from, Math.Max(0, to - from)).Fill(true);
            }

            for (var tick = 0; tick < silent.Length; tick++)
            {
                Assert.Equal(silent[tick], recording!.At(tick) is null);
            }

            Assert.True(recording!.Spans.SequenceEqual(recording.Spans.OrderBy(span => span.From)));
        }
    }

    [Fact]
    public void Nothing_left_is_no_recording()
    {
        Assert.Null(s_whole.Until(0));
        Assert.Null(s_whole.Without(0, int.MaxValue));
        Assert.Null(s_whole.OnlyBand()!.OnlyVoices());
        Assert.Null(s_whole.OnlyVoices()!.OnlyBand());
        Assert.Null(s_whole.AsBed()!.OnlyVoices());
        Assert.Null(s_whole.OnlyVoices()!.AsBed());
    }

    [Theory]
    [InlineData(RecordedSound.Whole, true, true)]
    [InlineData(RecordedSound.Through, true, true)]
    [InlineData(RecordedSound.Voices, false, true)]
    [InlineData(RecordedSound.Band, true, false)]
    [InlineData(RecordedSound.Bed, true, false)]
    public void Each_use_has_its_players(RecordedSound heard, bool band, bool voices)
    {
        var recording = new Recording("a", [new RecordedSpan(10, 20, heard)]);
        Assert.Equal((band, voices), (recording.HasBand(15), recording.HasVoices(15)));
        Assert.Equal((false, false), (recording.HasBand(20), recording.HasVoices(9)));
    }

    [Fact]
    public void Parts_are_taken_where_they_were_heard()
    {
        var recording = s_whole.Until(50)!.Without(10, 20)!;
        Assert.Equal([(0, 10), (20, 50)], recording.OnlyVoices()!.Spans.Select(span => (span.From, span.To)));
        Assert.All(recording.OnlyBand()!.Spans, span => Assert.Equal(RecordedSound.Band, span.Heard));
        Assert.All(recording.Mixed().Spans, span => Assert.Equal(RecordedSound.Through, span.Heard));
        Assert.Equal(RecordedSound.Bed, recording.AsBed()!.OnlyBand()!.At(5));
    }
}
