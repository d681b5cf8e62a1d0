using Troubadour.Music;

namespace Troubadour.Portraits.Tests;

public class VoiceMatcherTests
{
    private static readonly VoiceListener Listener = new();
    private static readonly VoiceMatcher Matcher = new();

    public static TheoryData<Gender, Timbre> Voices
    {
        get
        {
            var voices = new TheoryData<Gender, Timbre>();
            foreach (var gender in Enum.GetValues<Gender>())
            {
                foreach (var timbre in Enum.GetValues<Timbre>())
                {
                    voices.Add(gender, timbre);
                }
            }

            return voices;
        }
    }

    [Theory]
    [MemberData(nameof(Voices))]
    public void A_singer_who_is_not_in_the_table_is_found_by_gender_and_timbre(Gender gender, Timbre timbre)
    {
        var stranger = new VoiceSpec(gender, timbre) { Person = 77_777 };
        var match = Matcher.Match(Listener.Listen(Songbook.Sung(stranger, gender == Gender.Female ? 63 : 52)));
        Assert.Equal((gender, timbre), (match.Voice.Gender, match.Voice.Timbre));
        Assert.InRange(match.Distance, 0, 3);
        Assert.InRange(match.Confidence, 0.4, 1);
        Assert.Equal(3, match.Runners.Length);
        Assert.DoesNotContain(match.Runners, voice => (voice.Gender, voice.Timbre) == (gender, timbre));
    }

    [Fact]
    public void A_row_of_the_table_is_its_own_nearest_voice()
    {
        var row = PortraitData.Voices().Rows[37];
        var match = Matcher.Match(Portrait(row.Features));
        Assert.Equal(row.Voice, match.Voice);
        Assert.InRange(match.Distance, 0, 1e-6);
    }

    [Fact]
    public void A_vibrato_that_was_not_measured_does_not_count()
    {
        var row = PortraitData.Voices().Rows[100];
        var features = row.Features.ToArray();
        features[PortraitFeatures.VibratoDepth] = 0;
        Assert.InRange(Matcher.Match(Portrait(features, heldNotes: 0)).Distance, 0, 1e-6);
        Assert.True(Matcher.Match(Portrait(features)).Distance > 0.1);
    }

    [Fact]
    public void The_table_has_sixteen_persons_of_each_voice()
    {
        var groups = PortraitData.Voices().Rows.GroupBy(row => (row.Gender, row.Timbre)).ToList();
        Assert.Equal(18, groups.Count);
        Assert.All(groups, group => Assert.Equal(16, group.Select(row => row.Person).Distinct().Count()));
    }

    [Fact]
    public void A_portrait_without_an_envelope_is_refused()
    {
        var row = PortraitData.Voices().Rows[0];
        Assert.Throws<ArgumentException>(() => Matcher.Match(Portrait(row.Features) with { Envelope = [1, 2] }));
    }

    private static VoicePortrait Portrait(double[] features, double heldNotes = 1) =>
        new()
        {
            VoicedSeconds = 20,
            LowestKey = new Measure(50, 1),
            MedianKey = new Measure(features[0], 1),
            HighestKey = new Measure(70, 1),
            FormantScale = new Measure(Math.Pow(2, features[1] / 12), 1),
            HarmonicsToNoise = new Measure(features[2], 1),
            VibratoDepth = new Measure(features[3], heldNotes),
            VibratoRate = new Measure(5.5, 1),
            Tilt = new Measure(0, 1),
            Brightness = new Measure(0, 1),
            Envelope = [.. features[4..]],
        };
}
