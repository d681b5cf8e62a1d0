using System.Collections.Concurrent;

namespace Troubadour.Moving.Files;

/// <summary>Counts files that are handled side by side.</summary>
internal sealed class FileTally
{
    private readonly ConcurrentQueue<FileFault> _faults = new();
    private long _good;
    private long _copied;
    private long _bytes;

    public void AddGood(StoredFile file, bool isCopied)
    {
        Interlocked.Increment(ref _good);
        Interlocked.Add(ref _bytes, file.Bytes);
        if (isCopied)
        {
            Interlocked.Increment(ref _copied);
        }
    }

    public void AddFault(StoredFile file, string problem) => _faults.Enqueue(new FileFault(file, problem));

    public FileReport Report() =>
        new(_good, _copied, _bytes, [.. _faults.OrderBy(fault => fault.File.Key, StringComparer.Ordinal)]);
}
