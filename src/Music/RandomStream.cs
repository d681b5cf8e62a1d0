namespace Troubadour.Music;

/// <summary>
/// A named stream of pseudo-random numbers. One seed gives many independent streams ("form", "melody", "drums"), so that
/// a change in what one consumes does not reshuffle another. SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
public sealed class RandomStream
{
    private readonly ulong _root;
    private ulong _state;

    /// <summary>Opens the stream called <paramref name="name"/> of <paramref name="seed"/>.</summary>
    public RandomStream(long seed, string name)
    {
        _root = Mix(unchecked((ulong)seed) ^ Hash(name));
        _state = _root;
    }

    private RandomStream(ulong root)
    {
        _root = root;
        _state = root;
    }

    /// <summary>A child stream that depends only on this stream's seed and names, not on what was drawn so far.</summary>
    public RandomStream Child(string name) => new(Mix(_root ^ Hash(name)));

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        return Mix(_state);
    }

    /// <summary>A number in [0, 1).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [low, high).</summary>
    public double Next(double low, double high) => low + (high - low) * NextUnit();

    /// <summary>An integer in [0, count).</summary>
    public int NextInt(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)(NextUnit() * count);
    }

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => NextUnit() < probability;

    /// <summary>About normal with mean 0 and standard deviation 1: the sum of twelve uniforms less six (no transcendental).</summary>
    public double NextNormal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += NextUnit();
        }

        return sum;
    }

    /// <summary>One of the items, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items[NextInt(items.Count)];
    }

    /// <summary>An index drawn in proportion to its weight; weights of 0 are never drawn.</summary>
    public int PickWeighted(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = NextUnit() * total;
        var last = 0;
        for (var i = 0; i < weights.Count; i++)
        {
            if (weights[i] <= 0)
            {
                continue;
            }

            last = i;
            left -= weights[i];
            if (left < 0)
            {
                break;
            }
        }

        return last;
    }

    private static ulong Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash;
    }

    private static ulong Mix(ulong z) => unchecked(Finish((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL));

    private static ulong Finish(ulong z)
    {
        var y = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return y ^ (y >> 31);
    }
}
