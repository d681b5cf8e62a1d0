using Troubadour.Audio;

namespace Troubadour.Separation.Tests;

public class TrackTests
{
    private static readonly FixedNetwork Families = Even(TrackHeads.Families.Length);
    private static readonly FixedNetwork Voices = Even(TrackHeads.Voices.Length);
    private static readonly TrackPlan Everything = new([.. Enum.GetValues<Track>()]);

    public static TheoryData<Track[]> Plans =>
        [
            Enum.GetValues<Track>(),
            [Track.Drums, Track.Bass, Track.Vocals, Track.Guitar],
            [Track.Keys],
            [Track.BackingVocals, Track.Strings, Track.Fx],
        ];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Tracks_sum_to_the_stems_and_those_not_planned_are_silent(Track[] present)
    {
        var stems = Stems(60_000);
        var tracks = Split(stems, new TrackPlan([.. present]), 1000);
        for (var i = 0; i < stems[0].Length; i++)
        {
            var (sum, whole) = (0.0, 0.0);
            foreach (var track in Enum.GetValues<Track>())
            {
                sum += tracks[track].Left[i];
                Assert.True(present.Contains(track) || tracks[track].Left[i] == 0);
            }

            foreach (var stem in stems)
            {
                whole += stem.Left[i];
            }

            Assert.InRange(sum - whole, -1e-4, 1e-4);
        }

        Assert.All(Enum.GetValues<Track>(), track => Assert.Equal(60_000, tracks.Written(track)));
    }

    [Theory]
    [InlineData(333)]
    [InlineData(1024)]
    [InlineData(20_000)]
    public void Any_block_size_gives_the_same_samples(int block)
    {
        var stems = Stems(50_000);
        var (one, other) = (Split(stems, Everything, 50_000), Split(stems, Everything, block));
        foreach (var track in Enum.GetValues<Track>())
        {
            Assert.Equal(one[track].Left, other[track].Left);
            Assert.Equal(one[track].Right, other[track].Right);
        }
    }

    [Fact]
    public void A_stem_that_is_not_there_goes_where_other_goes()
    {
        var stems = Stems(30_000);
        var tracks = Split(stems, new TrackPlan([Track.Vocals, Track.Drums, Track.Keys]), 2000);
        Assert.Equal(stems[(int)Stem.Vocals].Left, tracks[Track.Vocals].Left);
        for (var i = 0; i < 30_000; i++)
        {
            var keys = stems[(int)Stem.Bass].Left[i] + stems[(int)Stem.Other].Left[i];
            Assert.InRange(tracks[Track.Keys].Left[i] - keys, -1e-4, 1e-4);
        }
    }

    [Fact]
    public void Masks_of_picked_parts_sum_to_one_and_keep_their_proportion()
    {
        var network = new PickedMasks(
            new FixedNetwork(
                new[,]
                {
                    { 0.1f, 0.1f },
                    { 0.3f, 0.3f },
                    { 0.6f, 0.6f },
                }
            ),
            [2, 0]
        );
        var masks = new float[2 * Grid.FramePowers];
        network.Run(new float[Grid.FramePowers], 1, masks);
        Assert.Equal(2, network.Parts);
        Assert.InRange(masks[0], 0.8570, 0.8573);
        Assert.InRange(masks[0] + masks[Grid.FramePowers], 0.99999, 1.00001);
    }

    [Fact]
    public void A_survey_names_what_has_a_share_of_the_power()
    {
        // Guitar gets amplitudes of .9 and strings of .4; all other families next to nothing.
        var shares = new float[TrackHeads.Families.Length, 2];
        (shares[0, 0], shares[0, 1], shares[3, 0], shares[3, 1]) = (0.6f, 0.6f, 0.4f, 0.4f);
        using var splitter = new TrackSplitter(
            new FixedNetwork(shares),
            new FixedNetwork(
                new float[,]
                {
                    { 1, 1 },
                    { 0, 0 },
                }
            )
        );
        var survey = splitter.OpenSurvey();
        Push(survey, Stems(60_000), 1000);
        var plan = survey.Finish();
        Assert.Equal([Track.Guitar, Track.Strings], plan.Present.Where(track => TrackHeads.Families.Contains(track)));
        Assert.True(plan.Has(Track.Drums) && plan.Has(Track.Bass) && plan.Has(Track.Vocals));
        Assert.False(plan.Has(Track.BackingVocals));
    }

    [Fact]
    public void Silent_stems_have_no_tracks_but_one_family_is_always_there()
    {
        using var splitter = new TrackSplitter(Families, Voices);
        var survey = splitter.OpenSurvey();
        var stems = Stems(60_000);
        foreach (var stem in new[] { Stem.Vocals, Stem.Drums, Stem.Bass })
        {
            stems[(int)stem] = new AudioBuffer(60_000);
        }

        Push(survey, stems, 1000);
        Assert.All(survey.Finish().Present, track => Assert.Contains(track, TrackHeads.Families));
        var empty = splitter.OpenSurvey().Finish();
        Assert.Single(empty.Present);
    }

    [Fact]
    public void A_plan_without_instruments_and_models_that_are_not_there_are_refused()
    {
        using var splitter = new TrackSplitter(Families, Voices);
        Assert.Throws<ArgumentException>(() => splitter.Open(new TrackPlan([Track.Vocals]), new MemoryTracks(1)));
        Assert.Throws<FileNotFoundException>(() => TrackSplitter.Load("nowhere"));
    }

    [Fact]
    public void The_trained_heads_split_a_sound_into_tracks_that_sum_to_it()
    {
        using var separator = Separator.Load(Path.Combine(AppContext.BaseDirectory, "separation.onnx"));
        using var splitter = TrackSplitter.Load(AppContext.BaseDirectory);
        var mix = Stems(100_000)[0];
        var tracks = new MemoryTracks(mix.Length);
        var plan = splitter.Split(separator, mix, tracks);
        Assert.NotEmpty(plan.Present);
        for (var i = 0; i < mix.Length; i += 37)
        {
            var sum = Enum.GetValues<Track>().Sum(track => (double)tracks[track].Right[i]);
            Assert.InRange(sum - mix.Right[i], -1e-4, 1e-4);
        }
    }

    [Fact]
    public void A_model_of_another_number_of_parts_is_refused()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "separation.onnx");
        var refusal = Assert.Throws<InvalidDataException>(() => OnnxMaskNetwork.Load(path, 8));
        Assert.Contains("8 parts", refusal.Message, StringComparison.Ordinal);
    }

    private static FixedNetwork Even(int parts)
    {
        var masks = new float[parts, 2];
        for (var part = 0; part < parts; part++)
        {
            masks[part, 0] = masks[part, 1] = 1f / parts;
        }

        return new FixedNetwork(masks);
    }

    private static AudioBuffer[] Stems(int length)
    {
        var state = 7u;
        var stems = new AudioBuffer[4];
        for (var stem = 0; stem < 4; stem++)
        {
            stems[stem] = new AudioBuffer(length);
            for (var i = 0; i < length; i++)
            {
                state = state * 1664525 + 1013904223;
                stems[stem].Left[i] = (state >> 8) / 33554432f - 0.25f;
                stems[stem].Right[i] = stems[stem].Left[i] * 0.5f;
            }
        }

        return stems;
    }

    private static MemoryTracks Split(AudioBuffer[] stems, TrackPlan plan, int block)
    {
        using var splitter = new TrackSplitter(Families, Voices);
        var tracks = new MemoryTracks(stems[0].Length);
        var stream = splitter.Open(plan, tracks);
        Push(stream, stems, block);
        stream.Finish();
        return tracks;
    }

    private static void Push(IStemSink sink, AudioBuffer[] stems, int block)
    {
        for (var at = 0; at < stems[0].Length; at += block)
        {
            var count = Math.Min(block, stems[0].Length - at);
            for (var stem = 0; stem < stems.Length; stem++)
            {
                sink.Write((Stem)stem, stems[stem].Left.AsSpan(at, count), stems[stem].Right.AsSpan(at, count));
            }
        }
    }
}
