namespace Troubadour.Ingest;

/// <summary>
/// Songs by their landmarks: says which song a clip is of, and where it starts. Six bytes a landmark, about 33 kB for a song of three
/// minutes. A song goes into a small table of its own; tables of like size are merged, so that a few are searched. Any number may ask at
/// a time; songs are taken in one at a time.
/// </summary>
public sealed class FingerprintIndex : IDisposable
{
    /// <summary>Longest id, in UTF-16 units.</summary>
    public const int LongestId = 256;

    private readonly ReaderWriterLockSlim _door = new();
    private readonly List<LandmarkTable> _tables = [];
    private readonly SongSlots _slots = new();

    /// <summary>Songs.</summary>
    public int Count => Read(() => _slots.Count);

    /// <summary>Bytes of the tables; a hundred or so more for each song are not counted.</summary>
    public long Bytes => Read(() => _tables.Sum(table => table.Bytes));

    /// <summary>Whether a song is held.</summary>
    public bool Contains(string song) => Read(() => _slots.Contains(song));

    /// <summary>Takes a song in.</summary>
    /// <param name="song">Its id, 1 to <see cref="LongestId"/> characters.</param>
    /// <param name="fingerprint">What it is known by.</param>
    /// <exception cref="ArgumentException">The id is empty, too long or held already.</exception>
    /// <exception cref="InvalidOperationException">There are 262,144 pieces of 523 s already, counting songs that left.</exception>
    public void Add(string song, Fingerprint fingerprint) => AddAll([new(song, fingerprint)]);

    /// <summary>Takes many songs in at once, which costs less than one by one.</summary>
    /// <param name="songs">Ids and what the songs are known by.</param>
    /// <exception cref="ArgumentException">An id is empty, too long or held already; the songs before it are taken in.</exception>
    /// <exception cref="InvalidOperationException">There is no room; the songs before are taken in.</exception>
    public void AddAll(IEnumerable<KeyValuePair<string, Fingerprint>> songs)
    {
        ArgumentNullException.ThrowIfNull(songs);
        Write(() =>
        {
            var entries = new List<ulong>();
            try
            {
                foreach (var (song, fingerprint) in songs)
                {
                    Enter(song, fingerprint, entries);
                }
            }
            finally
            {
                Close(entries);
            }

            return 0;
        });
    }

    /// <summary>Leaves a song out from now on; its memory is given back when its table is next merged.</summary>
    /// <returns>Whether it was held.</returns>
    public bool Remove(string song)
    {
        ArgumentNullException.ThrowIfNull(song);
        return Write(() => _slots.Leave(song));
    }

    /// <summary>The songs that a clip is of, best first; none when nothing is sure.</summary>
    /// <param name="clip">What is asked for.</param>
    /// <param name="most">Songs at most: several can hold the same sound, such as an edit and its source.</param>
    public IReadOnlyList<FingerprintMatch> Find(ClipProbe clip, int most = 1)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return Read(() => new ClipSearch(clip, _tables, _slots).Find(most));
    }

    /// <inheritdoc/>
    public void Dispose() => _door.Dispose();

    private void Enter(string song, Fingerprint fingerprint, List<ulong> entries)
    {
        const int MostAtOnce = 1 << 22;
        ArgumentNullException.ThrowIfNull(fingerprint, nameof(song));
        ArgumentException.ThrowIfNullOrEmpty(song);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(song.Length, LongestId, nameof(song));
        if (_slots.Contains(song))
        {
            throw new ArgumentException("The song is in the index already.", nameof(song));
        }

        var number = _slots.Take(song, fingerprint.Frames);
        foreach (var landmark in fingerprint.Landmarks)
        {
            entries.Add(LandmarkTable.Entry(landmark.Hash, SongSlots.Posting(number, landmark.Frame)));
        }

        if (entries.Count >= MostAtOnce)
        {
            Close(entries);
            entries.Clear();
        }
    }

    private void Close(List<ulong> entries)
    {
        _tables.Add(LandmarkTable.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(entries)));
        while (_tables.Count > 1 && 2L * _tables[^1].Count >= _tables[^2].Count)
        {
            _tables[^2] = LandmarkTable.Merge(_tables[^2], _tables[^1], _slots.IsHeld);
            _tables.RemoveAt(_tables.Count - 1);
        }
    }

    private T Read<T>(Func<T> read)
    {
        _door.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            _door.ExitReadLock();
        }
    }

    private T Write<T>(Func<T> write)
    {
        _door.EnterWriteLock();
        try
        {
            return write();
        }
        finally
        {
            _door.ExitWriteLock();
        }
    }
}
