using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>
/// A stem made of mono phrases placed in time, with any overlap: sung lines. Phrases are added before their time is read; each may be made
/// only when it is reached, and is let go when it has passed. Where phrases overlap they are summed in the order of their start, then of
/// their adding.
/// </summary>
public sealed class MonoStemSource : IStemSource
{
    private readonly Lock _lock = new();
    private readonly int _rate;
    private readonly PriorityQueue<Phrase, (long Start, int Order)> _waiting = new();
    private readonly List<Phrase> _sounding = [];
    private long _position;
    private int _added;

    /// <summary>Makes an empty stem.</summary>
    public MonoStemSource(string id, int rate = SampleRate.House)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        Id = id;
        _rate = rate;
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>Adds a phrase whose samples are there; what would come before second 0 is cut off.</summary>
    /// <exception cref="InvalidOperationException">Its start was already read.</exception>
    public void Add(double startSecond, float[] samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Add(startSecond, () => samples);
    }

    /// <summary>Adds a phrase that is made when its start is reached, on the thread that reads.</summary>
    /// <exception cref="InvalidOperationException">Its start was already read.</exception>
    public void Add(double startSecond, Func<float[]> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var start = (long)Math.Round(startSecond * _rate);
        lock (_lock)
        {
            if (Math.Max(0, start) < _position)
            {
                throw new InvalidOperationException(
                    $"Stem {Id}: a phrase starts at {startSecond:F3} s, but {(double)_position / _rate:F3} s were read already."
                );
            }

            _waiting.Enqueue(new(start, make), (start, _added++));
        }
    }

    /// <inheritdoc/>
    public void Read(Span<float> left, Span<float> right, Span<float> reverb, Span<float> chorus)
    {
        left.Clear();
        lock (_lock)
        {
            while (_waiting.TryPeek(out var next, out _) && next.Start < _position + left.Length)
            {
                _sounding.Add(_waiting.Dequeue());
            }

            foreach (var phrase in _sounding)
            {
                phrase.AddTo(left, _position);
            }

            _position += left.Length;
            _sounding.RemoveAll(phrase => phrase.End <= _position);
        }

        left.CopyTo(right);
        reverb.Clear();
        chorus.Clear();
    }

    private sealed class Phrase(long start, Func<float[]> make)
    {
        private float[]? _samples;

        public long Start => start;

        public long End => start + (_samples?.Length ?? int.MaxValue);

        public void AddTo(Span<float> target, long position)
        {
            _samples ??= make();
            var from = Math.Max(start, position);
            var to = Math.Min(End, position + target.Length);
            if (from < to)
            {
                var part = _samples.AsSpan((int)(from - start), (int)(to - from));
                Kernels.Add(target.Slice((int)(from - position), part.Length), part);
            }
        }
    }
}
