using System.Collections.Immutable;

namespace Troubadour.Singing.Neural;

/// <summary>A run's phonemes in one model's frames.</summary>
internal sealed class FramePlan
{
    private FramePlan(ImmutableArray<TimedPhoneme> phonemes, ModelFrame frame, double origin, long[] lengths)
    {
        Phonemes = phonemes;
        Frame = frame;
        Origin = origin;
        Lengths = lengths;
        Count = (int)lengths.Sum();
    }

    /// <summary>The phonemes.</summary>
    public ImmutableArray<TimedPhoneme> Phonemes { get; }

    /// <summary>What a frame is.</summary>
    public ModelFrame Frame { get; }

    /// <summary>Song time of the first frame in seconds.</summary>
    public double Origin { get; }

    /// <summary>Frames of each phoneme, at least one.</summary>
    public long[] Lengths { get; }

    /// <summary>Frames of all.</summary>
    public int Count { get; }

    /// <summary>Song time of a frame in seconds.</summary>
    public double TimeOf(int frame) => Origin + frame * Frame.Seconds;

    /// <summary>Lays phonemes on frames; ends are rounded one by one, so that errors do not add up.</summary>
    /// <param name="phonemes">The phonemes, each starting where the one before ends.</param>
    /// <param name="frame">What a frame is.</param>
    /// <param name="origin">Song time of the first frame: about the first phoneme's start.</param>
    public static FramePlan Lay(ImmutableArray<TimedPhoneme> phonemes, ModelFrame frame, double origin)
    {
        var lengths = new long[phonemes.Length];
        var at = 0L;
        for (var i = 0; i < phonemes.Length; i++)
        {
            var end = Math.Max(at + 1, (long)Math.Round((phonemes[i].End - origin) / frame.Seconds));
            lengths[i] = end - at;
            at = end;
        }

        return new FramePlan(phonemes, frame, origin, lengths);
    }

    /// <summary>The value of every frame from one of every phoneme.</summary>
    public float[] Spread(Func<TimedPhoneme, float> value)
    {
        var values = new float[Count];
        var at = 0;
        for (var i = 0; i < Lengths.Length; i++)
        {
            values.AsSpan(at, (int)Lengths[i]).Fill(value(Phonemes[i]));
            at += (int)Lengths[i];
        }

        return values;
    }

    /// <summary>Phonemes of each group: a vowel, silence or breath, with the consonants up to the next.</summary>
    public (long[] Phonemes, long[] Frames) Groups()
    {
        List<long> counts = [];
        List<long> frames = [];
        for (var i = 0; i < Phonemes.Length; i++)
        {
            if (i == 0 || Phonemes[i].OpensGroup)
            {
                counts.Add(0);
                frames.Add(0);
            }

            counts[^1]++;
            frames[^1] += Lengths[i];
        }

        return ([.. counts], [.. frames]);
    }
}
