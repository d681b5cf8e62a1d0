namespace Troubadour.Ingest;

/// <summary>
/// Numbers for the postings of an index: 18 bits say a slot, 14 bits a frame within it. A song has a slot for each 523 s; its first slot
/// is its number. Slots of songs that left are not given out again.
/// </summary>
internal sealed class SongSlots
{
    private const int FrameBits = 14;
    private const int MostSlots = 1 << (32 - FrameBits);
    private const int Free = -1;

    private readonly List<int> _owners = [];
    private readonly Dictionary<int, (string Id, int Frames)> _songs = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Songs.</summary>
    public int Count => _songs.Count;

    /// <summary>Frames of all songs.</summary>
    public long Frames { get; private set; }

    /// <summary>Whether a song is held.</summary>
    public bool Contains(string id) => _numbers.ContainsKey(id);

    /// <summary>The id and frames of a song.</summary>
    public (string Id, int Frames) this[int song] => _songs[song];

    /// <summary>Gives a song its slots.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="InvalidOperationException">There are no slots left.</exception>
    public int Take(string id, int frames)
    {
        var wanted = (frames >> FrameBits) + 1;
        if (_owners.Count + wanted > MostSlots)
        {
            throw new InvalidOperationException($"The index has no room: {MostSlots} pieces of 523 s are the most.");
        }

        var song = _owners.Count;
        _owners.AddRange(Enumerable.Repeat(song, wanted));
        _songs.Add(song, (id, frames));
        _numbers.Add(id, song);
        Frames += frames;
        return song;
    }

    /// <summary>Frees a song's slots.</summary>
    /// <returns>Whether there was such a song.</returns>
    public bool Leave(string id)
    {
        if (!_numbers.Remove(id, out var song))
        {
            return false;
        }

        _songs.Remove(song, out var left);
        Frames -= left.Frames;
        for (var slot = song; slot < _owners.Count && _owners[slot] == song; slot++)
        {
            _owners[slot] = Free;
        }

        return true;
    }

    /// <summary>The posting of a frame of a song.</summary>
    public static uint Posting(int song, int frame) => ((uint)song << FrameBits) + (uint)frame;

    /// <summary>Whether a posting's song is still held.</summary>
    public bool IsHeld(uint posting) => _owners[(int)(posting >> FrameBits)] != Free;

    /// <summary>The song and frame of a posting; false when the song has left.</summary>
    public bool TryPlace(uint posting, out int song, out int frame)
    {
        song = _owners[(int)(posting >> FrameBits)];
        frame = (int)(posting - ((uint)song << FrameBits));
        return song != Free;
    }
}
