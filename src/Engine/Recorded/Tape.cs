using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Separation;

namespace Troubadour.Engine;

/// <summary>A recording in memory, with its voices apart where they are asked for. Not for use by several threads.</summary>
/// <param name="path">A WAV file at 44.1 kHz.</param>
/// <param name="parts">Brings the separator.</param>
/// <param name="cancellation">Stops the separation.</param>
internal sealed class Tape(string path, SoundParts parts, CancellationToken cancellation)
{
    private AudioBuffer? _whole;
    private AudioBuffer? _voices;

    /// <summary>All of it.</summary>
    /// <exception cref="InvalidDataException">The file is none, or of another rate.</exception>
    public AudioBuffer Whole => _whole ??= Read();

    /// <summary>Its voices, an estimate.</summary>
    /// <exception cref="MissingPartException">The model that separates is missing.</exception>
    public AudioBuffer Voices => _voices ??= Separate();

    /// <summary>What a recording sounds like in one of its uses.</summary>
    /// <param name="heard">The use.</param>
    /// <param name="start">First frame.</param>
    /// <param name="left">Takes the left samples; silence behind the recording's end.</param>
    /// <param name="right">Takes the right samples, as many.</param>
    public void Read(RecordedSound heard, int start, Span<float> left, Span<float> right)
    {
        var sound = heard == RecordedSound.Voices ? Voices : Whole;
        Copy(sound.Left, start, left);
        Copy(sound.Right, start, right);
        if (heard == RecordedSound.Band)
        {
            Subtract(Voices.Left, start, left);
            Subtract(Voices.Right, start, right);
        }
    }

    private AudioBuffer Read()
    {
        using var file = File.OpenRead(path);
        var wav = WavReader.Read(file);
        return wav.Rate == SampleRate.House
            ? wav.ToStereo()
            : throw new InvalidDataException($"The recording has {wav.Rate} frames a second.");
    }

    private AudioBuffer Separate()
    {
        var sink = new VoicesOnly(Whole.Length);
        parts.Separator.Separate(Whole, sink, null, cancellation);
        return sink.Voices;
    }

    private static void Copy(float[] from, int start, Span<float> to)
    {
        var count = Math.Clamp(from.Length - start, 0, to.Length);
        from.AsSpan(Math.Min(start, from.Length), count).CopyTo(to);
        to[count..].Clear();
    }

    private static void Subtract(float[] what, int start, Span<float> from)
    {
        var count = Math.Clamp(what.Length - start, 0, from.Length);
        for (var i = 0; i < count; i++)
        {
            from[i] -= what[start + i];
        }
    }

    private sealed class VoicesOnly(int frames) : IStemSink
    {
        private int _at;

        public AudioBuffer Voices { get; } = new(frames);

        public void Write(Stem stem, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
        {
            if (stem != Stem.Vocals)
            {
                return;
            }

            left.CopyTo(Voices.Left.AsSpan(_at));
            right.CopyTo(Voices.Right.AsSpan(_at));
            _at += left.Length;
        }
    }
}
