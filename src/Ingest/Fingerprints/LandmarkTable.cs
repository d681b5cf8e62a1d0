using System.Numerics;

namespace Troubadour.Ingest;

/// <summary>
/// Landmarks of many songs, sorted by hash. The upper bits of a hash are its place in a directory, so that an entry holds only the lower
/// ones: six bytes a landmark. Never changes.
/// </summary>
internal sealed class LandmarkTable
{
    // An odd factor: hashes are spread evenly over the directory, and none fall together.
    private const uint Factor = 2_654_435_761;
    private const int LeastBits = 16;
    private const int MostBits = 24;

    private readonly int _shift;
    private readonly int[] _directory;
    private readonly ushort[] _lower;
    private readonly uint[] _postings;

    private LandmarkTable(int count)
    {
        _shift = 32 - Math.Clamp(BitOperations.Log2((uint)count + 1) - 2, LeastBits, MostBits);
        _directory = new int[(1 << (32 - _shift)) + 1];
        _lower = new ushort[count];
        _postings = new uint[count];
    }

    /// <summary>Landmarks.</summary>
    public int Count => _postings.Length;

    /// <summary>Bytes of memory.</summary>
    public long Bytes => 6L * Count + 4L * _directory.Length;

    /// <summary>An entry as it is sorted.</summary>
    public static ulong Entry(uint hash, uint posting) => ((ulong)unchecked(hash * Factor) << 32) | posting;

    /// <summary>Makes a table.</summary>
    /// <param name="entries">See <see cref="Entry"/>; they are sorted in place.</param>
    public static LandmarkTable Of(Span<ulong> entries)
    {
        entries.Sort();
        var table = new LandmarkTable(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            table.Put(i, entries[i]);
        }

        table.CloseDirectory();
        return table;
    }

    /// <summary>One table of two, without the postings that are not kept.</summary>
    public static LandmarkTable Merge(LandmarkTable a, LandmarkTable b, Func<uint, bool> keep)
    {
        var table = new LandmarkTable(a._postings.Count(keep) + b._postings.Count(keep));
        var (left, right) = (new Cursor(a, keep), new Cursor(b, keep));
        for (var i = 0; i < table.Count; i++)
        {
            table.Put(i, left.Entry <= right.Entry ? left.Take() : right.Take());
        }

        table.CloseDirectory();
        return table;
    }

    /// <summary>The postings of a hash from one to another, both included.</summary>
    public ReadOnlySpan<uint> Find(uint hash, uint from, uint to)
    {
        var all = Find(hash);
        var first = FirstNotBelow(all, from);
        var behind = to == uint.MaxValue ? all.Length : FirstNotBelow(all, to + 1);
        return all[first..Math.Max(first, behind)];
    }

    /// <summary>The postings of a hash, in order.</summary>
    public ReadOnlySpan<uint> Find(uint hash)
    {
        var mixed = unchecked(hash * Factor);
        var place = (int)(mixed >> _shift);
        var (start, end) = (_directory[place], _directory[place + 1]);
        ReadOnlySpan<ushort> lower = _lower.AsSpan(start, end - start);
        var wanted = (ushort)(mixed & ((1u << _shift) - 1));
        var first = FirstNotBelow(lower, wanted);
        var behind = wanted == ushort.MaxValue ? lower.Length : FirstNotBelow(lower, (ushort)(wanted + 1));
        return _postings.AsSpan(start + first, behind - first);
    }

    private static int FirstNotBelow<T>(ReadOnlySpan<T> sorted, T value)
        where T : IComparable<T>
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].CompareTo(value) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Put(int at, ulong entry)
    {
        var mixed = (uint)(entry >> 32);
        _lower[at] = (ushort)(mixed & ((1u << _shift) - 1));
        _postings[at] = (uint)entry;
        _directory[(mixed >> _shift) + 1]++;
    }

    private void CloseDirectory()
    {
        for (var i = 1; i < _directory.Length; i++)
        {
            _directory[i] += _directory[i - 1];
        }
    }

    // Walks a table in order; behind the end it stands at the largest entry.
    private struct Cursor
    {
        private readonly LandmarkTable _table;
        private readonly Func<uint, bool> _keep;
        private int _at = -1;
        private uint _place;

        public Cursor(LandmarkTable table, Func<uint, bool> keep)
        {
            (_table, _keep) = (table, keep);
            Next();
        }

        public ulong Entry { get; private set; }

        public ulong Take()
        {
            var taken = Entry;
            Next();
            return taken;
        }

        private void Next()
        {
            do
            {
                _at++;
            } while (_at < _table.Count && !_keep(_table._postings[_at]));

            if (_at >= _table.Count)
            {
                Entry = ulong.MaxValue;
                return;
            }

            while (_table._directory[_place + 1] <= _at)
            {
                _place++;
            }

            Entry = (((ulong)_place << _table._shift | _table._lower[_at]) << 32) | _table._postings[_at];
        }
    }
}
