using System.Runtime.Intrinsics;
using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Synthesis;

/// <summary>
/// Plays a track with a patch or kit, in blocks on a fixed grid: voices, then the patch's effects, then level and controllers' gains. Silent blocks
/// cost nothing.
/// </summary>
internal sealed class SynthPlayer : IStemSource
{
    /// <summary>Frames of a block.</summary>
    public const int BlockFrames = 256;

    private readonly IVoices _voices;
    private readonly ControlDesk _desk;
    private readonly Insert[] _inserts;
    private readonly float[] _left = new float[BlockFrames];
    private readonly float[] _right = new float[BlockFrames];
    private readonly double _level;
    private readonly int _tailFrames;
    private long _next;
    private int _read = BlockFrames;
    private int _tail;
    private bool _isSilent = true;

    public SynthPlayer(InstrumentTrack track, IVoices voices, InsertSheet[] inserts, double level, int rate)
    {
        Id = track.Id;
        _voices = voices;
        _desk = new ControlDesk(track, rate);
        _level = Pitch.Gain(level);
        _inserts = [.. inserts.Select(sheet => Insert.Make(sheet, rate))];
        _tailFrames = _inserts.Length == 0 ? 0 : _inserts.Sum(insert => insert.TailFrames);
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>Voices times blocks that were rendered.</summary>
    internal long VoiceBlocks { get; private set; }

    /// <inheritdoc/>
    public void Read(Span<float> left, Span<float> right, Span<float> reverb, Span<float> chorus)
    {
        if (right.Length != left.Length || reverb.Length != left.Length || chorus.Length != left.Length)
        {
            throw new ArgumentException("The four spans must have the same length.");
        }

        reverb.Clear();
        chorus.Clear();
        var done = 0;
        while (done < left.Length)
        {
            if (_read == BlockFrames)
            {
                RenderBlock();
                _read = 0;
            }

            var n = Math.Min(left.Length - done, BlockFrames - _read);
            if (_isSilent)
            {
                left.Slice(done, n).Clear();
                right.Slice(done, n).Clear();
            }
            else
            {
                _left.AsSpan(_read, n).CopyTo(left[done..]);
                _right.AsSpan(_read, n).CopyTo(right[done..]);
            }

            done += n;
            _read += n;
        }
    }

    private void RenderBlock()
    {
        var start = _next;
        _next += BlockFrames;
        var sounds = _voices.Sounding > 0 || _voices.NextStart < _next;
        if (!sounds && _tail == 0)
        {
            _isSilent = true;
            return;
        }

        _left.AsSpan().Clear();
        _right.AsSpan().Clear();
        if (_isSilent)
        {
            foreach (var insert in _inserts)
            {
                insert.Reset();
            }
        }

        _desk.Read(start, _isSilent);
        _isSilent = false;
        _tail = sounds ? _tailFrames : Math.Max(0, _tail - BlockFrames);
        if (sounds)
        {
            _voices.Render(start, _desk, _left, _right);
            VoiceBlocks += Math.Max(1, _voices.Sounding);
        }

        foreach (var insert in _inserts)
        {
            insert.Process(start, _left, _right);
        }

        ApplyGains();
    }

    private void ApplyGains()
    {
        var (l, r) = (_desk.Before.Left * _level, _desk.Before.Right * _level);
        for (var run = 0; run < _desk.Left.Length; run++)
        {
            var at = run * Oscillator.MostFrames;
            var (toLeft, toRight) = (_desk.Left[run] * _level, _desk.Right[run] * _level);
            Ramp(_left.AsSpan(at, Oscillator.MostFrames), l, toLeft);
            Ramp(_right.AsSpan(at, Oscillator.MostFrames), r, toRight);
            (l, r) = (toLeft, toRight);
        }
    }

    private static void Ramp(Span<float> samples, double from, double to)
    {
        var slope = (float)((to - from) / samples.Length);
        var gain = Vector256.Create(1f, 2, 3, 4, 5, 6, 7, 8) * slope + Vector256.Create((float)from);
        for (var i = 0; i < samples.Length; i += 8)
        {
            (Vector256.Create(samples[i..]) * (gain + Vector256.Create(slope * i))).CopyTo(samples[i..]);
        }
    }
}
