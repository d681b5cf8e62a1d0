using System.Runtime.InteropServices;

namespace Troubadour.Rendering;

/// <summary>
/// Decoded and laid-out samples, shared by all players of a bank. What is over the budget is forgotten, oldest first; players keep
/// what they hold. The samples are the same whatever order they are asked for in.
/// </summary>
internal sealed class SampleStore(ReadOnlyMemory<byte> pool, long budget)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SampleCut, Lazy<PreparedSample>> _prepared = [];
    private readonly Dictionary<int, Lazy<short[]>> _decoded = [];
    private readonly Queue<(SampleCut? Cut, int Sample, long Bytes)> _age = new();
    private long _held;

    /// <summary>The part of a sample that the region plays, laid out.</summary>
    /// <exception cref="SoundBankException">The sample's data cannot be decoded.</exception>
    public PreparedSample Prepare(Region region, bool looped)
    {
        var decoded = region.Sample.IsCompressed ? Decode(region.Sample) : null;
        var cut = SampleCut.Of(region, decoded?.Length ?? PlainLength(region.Sample), looped);
        Lazy<PreparedSample>? entry;
        lock (_lock)
        {
            if (!_prepared.TryGetValue(cut, out entry))
            {
                entry = new Lazy<PreparedSample>(() => LayOut(cut, decoded is null ? Plain(region.Sample) : decoded));
                _prepared.Add(cut, entry);
                Hold(cut, cut.Sample, 2L * (cut.End - cut.Start));
            }
        }

        return entry.Value;
    }

    private short[] Decode(SampleHeader sample)
    {
        Lazy<short[]>? entry;
        lock (_lock)
        {
            if (!_decoded.TryGetValue(sample.Index, out entry))
            {
                entry = new Lazy<short[]>(() => DecodeVorbis(sample));
                _decoded.Add(sample.Index, entry);
                // About what Vorbis saves; the exact length is not known before decoding.
                Hold(null, sample.Index, 10L * (sample.End - sample.Start));
            }
        }

        return entry.Value;
    }

    private short[] DecodeVorbis(SampleHeader sample) =>
        VorbisDecoder.Decode(pool[(int)sample.Start..(int)sample.End], sample.Name);

    private static PreparedSample LayOut(SampleCut cut, ReadOnlySpan<short> points)
    {
        var part = points[cut.Start..cut.End];
        return cut.IsLooped ? PreparedSample.Looped(part, cut.LoopStart, cut.LoopEnd) : PreparedSample.OneShot(part);
    }

    private static int PlainLength(SampleHeader sample) => (int)(sample.End - sample.Start);

    private ReadOnlySpan<short> Plain(SampleHeader sample) =>
        MemoryMarshal.Cast<byte, short>(pool.Span[(2 * (int)sample.Start)..(2 * (int)sample.End)]);

    private void Hold(SampleCut? cut, int sample, long bytes)
    {
        _age.Enqueue((cut, sample, bytes));
        _held += bytes;
        while (_held > budget && _age.Count > 1)
        {
            var oldest = _age.Dequeue();
            _held -= oldest.Bytes;
            if (oldest.Cut is { } gone)
            {
                _prepared.Remove(gone);
            }
            else
            {
                _decoded.Remove(oldest.Sample);
            }
        }
    }
}
