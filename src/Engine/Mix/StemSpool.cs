using System.Runtime.InteropServices;
using Troubadour.Mixing;

namespace Troubadour.Engine;

/// <summary>Puts stems away in files that vanish with it, to be read again from their starts.</summary>
internal sealed class StemSpool(string folder) : IStemSink, IDisposable
{
    private readonly SortedDictionary<string, FileStream> _stems = new(StringComparer.Ordinal);

    /// <summary>The stems that were put away.</summary>
    public IReadOnlyCollection<string> Names => _stems.Keys;

    /// <inheritdoc />
    public void Write(string stemId, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (!_stems.TryGetValue(stemId, out var file))
        {
            file = Create();
            _stems.Add(stemId, file);
        }

        Span<float> pair = stackalloc float[2 * 512];
        for (var start = 0; start < left.Length; start += 512)
        {
            var count = Math.Min(512, left.Length - start);
            for (var i = 0; i < count; i++)
            {
                (pair[2 * i], pair[2 * i + 1]) = (left[start + i], right[start + i]);
            }

            file.Write(MemoryMarshal.AsBytes(pair[..(2 * count)]));
        }
    }

    /// <summary>Makes all stems readable from their starts.</summary>
    public void Rewind()
    {
        foreach (var file in _stems.Values)
        {
            file.Position = 0;
        }
    }

    /// <summary>The next frames of a stem; silence for one that is unknown.</summary>
    public void Read(string stemId, Span<float> left, Span<float> right)
    {
        if (!_stems.TryGetValue(stemId, out var file))
        {
            left.Clear();
            right.Clear();
            return;
        }

        Span<float> pair = stackalloc float[2 * 512];
        for (var start = 0; start < left.Length; start += 512)
        {
            var count = Math.Min(512, left.Length - start);
            file.ReadExactly(MemoryMarshal.AsBytes(pair[..(2 * count)]));
            for (var i = 0; i < count; i++)
            {
                (left[start + i], right[start + i]) = (pair[2 * i], pair[2 * i + 1]);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var file in _stems.Values)
        {
            file.Dispose();
        }
    }

    private FileStream Create() =>
        new(
            Path.Combine(folder, $"stem-{Guid.NewGuid():N}.raw"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 1 << 16,
            }
        );
}
