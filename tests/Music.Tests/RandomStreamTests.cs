using CsCheck;

namespace Troubadour.Music.Tests;

public class RandomStreamTests
{
    [Fact]
    public void The_same_seed_and_name_give_the_same_numbers() =>
        Gen.Select(Gen.Long, Gen.String)
            .Sample(
                (seed, name) =>
                {
                    var one = new RandomStream(seed, name);
                    var two = new RandomStream(seed, name);
                    return Enumerable.Range(0, 20).All(_ => one.NextBits() == two.NextBits());
                }
            );

    [Fact]
    public void Numbers_follow_SplitMix64()
    {
        // The increments and the finaliser of Steele, Lea and Flood 2014, from the state that the empty name leaves.
        var stream = new RandomStream(0, "");
        var state = Mix(14695981039346656037UL);
        for (var i = 0; i < 100; i++)
        {
            state = unchecked(state + 0x9E3779B97F4A7C15UL);
            Assert.Equal(Mix(state), stream.NextBits());
        }

        static ulong Mix(ulong z)
        {
            z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
            z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
            return z ^ (z >> 31);
        }
    }

    [Fact]
    public void Streams_of_other_names_or_seeds_are_independent()
    {
        string[] names = ["form", "melody", "drums", "voice", "feel", "harmony", "lead", "lift", "arrangement"];
        var streams = names.SelectMany(name => Enumerable.Range(0, 4).Select(seed => Units(seed, name, 4000))).ToList();
        for (var i = 0; i < streams.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // Of 630 pairs of 4,000 numbers the largest correlation by chance is about 3.2 / sqrt(4000) = .05.
                Assert.InRange(Correlation(streams[i], streams[j]), -0.08, 0.08);
            }
        }
    }

    [Fact]
    public void A_child_does_not_depend_on_what_was_drawn() =>
        Gen.Select(Gen.Long, Gen.String, Gen.Int[0, 50])
            .Sample(
                (seed, name, drawn) =>
                {
                    var fresh = new RandomStream(seed, "parent");
                    var used = new RandomStream(seed, "parent");
                    for (var i = 0; i < drawn; i++)
                    {
                        used.NextBits();
                    }

                    var (one, two) = (fresh.Child(name), used.Child(name));
                    return Enumerable.Range(0, 5).All(_ => one.NextBits() == two.NextBits());
                }
            );

    [Fact]
    public void Drawing_from_a_child_leaves_its_parent_alone()
    {
        var one = new RandomStream(7, "parent");
        var two = new RandomStream(7, "parent");
        one.Child("child").NextUnit();
        Assert.Equal(two.NextBits(), one.NextBits());
    }

    [Fact]
    public void Children_of_other_names_or_parents_differ()
    {
        var firsts = new HashSet<ulong>();
        foreach (var seed in Enumerable.Range(-20, 40))
        {
            foreach (var name in (string[])["a", "b", "ab", "ba", ""])
            {
                Assert.True(firsts.Add(new RandomStream(seed, "x").Child(name).NextBits()));
                Assert.True(firsts.Add(new RandomStream(seed, "x").Child("deep").Child(name).NextBits()));
            }
        }
    }

    [Fact]
    public void Units_are_uniform()
    {
        // Chi-squared with 99 degrees of freedom: the 99.99 % point is 161.
        var counts = new int[100];
        foreach (var unit in Units(1, "uniform", 100_000))
        {
            Assert.InRange(unit, 0, Math.BitDecrement(1.0));
            counts[(int)(unit * 100)]++;
        }

        Assert.InRange(counts.Sum(count => (count - 1000.0) * (count - 1000.0) / 1000), 50, 161);
    }

    [Fact]
    public void Normals_have_mean_0_and_deviation_1()
    {
        var stream = new RandomStream(3, "normal");
        var drawn = Enumerable.Range(0, 100_000).Select(_ => stream.NextNormal()).ToList();
        var mean = drawn.Average();
        Assert.InRange(mean, -0.02, 0.02);
        Assert.InRange(Math.Sqrt(drawn.Average(x => (x - mean) * (x - mean))), 0.98, 1.02);
    }

    [Fact]
    public void Integers_reach_every_value_and_no_other() =>
        Gen.Select(Gen.Long, Gen.Int[1, 30])
            .Sample(
                (seed, count) =>
                {
                    var stream = new RandomStream(seed, "integers");
                    var drawn = Enumerable.Range(0, count * 40).Select(_ => stream.NextInt(count)).ToHashSet();
                    return drawn.Count == count && drawn.Min() == 0 && drawn.Max() == count - 1;
                },
                iter: 200
            );

    [Fact]
    public void An_integer_below_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, "x").NextInt(0));

    [Fact]
    public void Weights_are_kept_and_a_weight_of_0_is_never_drawn()
    {
        var stream = new RandomStream(5, "weights");
        double[] weights = [0, 1, 0, 3, 0];
        var counts = new int[5];
        for (var i = 0; i < 20_000; i++)
        {
            counts[stream.PickWeighted(weights)]++;
        }

        Assert.Equal(0, counts[0] + counts[2] + counts[4]);
        Assert.InRange(counts[3] / 20_000.0, 0.735, 0.765);
    }

    private static double[] Units(long seed, string name, int count)
    {
        var stream = new RandomStream(seed, name);
        return [.. Enumerable.Range(0, count).Select(_ => stream.NextUnit())];
    }

    private static double Correlation(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - 0.5) * (b[i] - 0.5);
        }

        return sum / a.Length * 12;
    }
}
