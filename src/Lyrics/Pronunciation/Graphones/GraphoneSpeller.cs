using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>
/// Finds the likeliest phones of a spelling: a beam search over a graphone model that reads from left to right, its best paths weighed
/// again by a model of the same graphones that reads from right to left. Safe for use from many threads.
/// </summary>
internal sealed class GraphoneSpeller(GraphoneModel forward, GraphoneModel backward)
{
    private const int Beam = 24;
    private const int Longest = 40;
    private const int End = 1;
    private const float Hopeless = 9;

    /// <summary>Syllables of a word of the letters a to z; a longer word than any is said in pieces.</summary>
    public ImmutableArray<Syllable> Pronounce(string word)
    {
        var phones = new List<string>();
        var stresses = new List<int>();
        foreach (var piece in word.Chunk(Longest))
        {
            foreach (var (name, stress) in Phones(piece))
            {
                phones.Add(name);
                stresses.Add(stress);
            }
        }

        return Syllabifier.Part(phones, stresses);
    }

    /// <summary>The phones of a spelling with their stresses.</summary>
    public List<(string Name, int Stress)> Phones(ReadOnlySpan<char> letters)
    {
        List<Path> paths = [new Path(null, 0, forward.Start, 0)];
        foreach (var letter in letters)
        {
            if (letter is >= 'a' and <= 'z')
            {
                paths = Next(paths, forward.Of(letter));
            }
        }

        return Best(paths);
    }

    /// <summary>Reads both models from one Brotli stream.</summary>
    /// <exception cref="InvalidDataException">The stream does not hold them.</exception>
    public static GraphoneSpeller Read(Stream stream)
    {
        using var unpacked = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked, Encoding.UTF8);
        var forward = GraphoneModel.Read(reader);
        var backward = GraphoneModel.Read(reader);
        return forward.Graphones.Length == backward.Graphones.Length
            ? new GraphoneSpeller(forward, backward)
            : throw new InvalidDataException("The graphone models do not belong together.");
    }

    // Paths that part the same phones otherwise are one way to say the word.
    private List<(string Name, int Stress)> Best(List<Path> paths)
    {
        var ways = new Dictionary<string, (double Odds, List<(string, int)> Phones)>(StringComparer.Ordinal);
        var top = double.NaN;
        foreach (var path in paths)
        {
            var sum = path.Logarithm + forward.Step(path.Context, End).Logarithm;
            var context = backward.Start;
            var phones = new List<(string Name, int Stress)>();
            for (var at = path; at.Before is not null; at = at.Before)
            {
                var graphone = forward.Graphones[at.Graphone];
                phones.InsertRange(0, graphone.Phones);
                (var logarithm, context) = backward.Step(context, at.Graphone);
                sum += logarithm;
            }

            sum += backward.Step(context, End).Logarithm;
            top = double.IsNaN(top) ? sum : top;
            var key = string.Join(' ', phones);
            ways[key] = (ways.GetValueOrDefault(key).Odds + Math.Exp(sum - top), phones);
        }

        return ways.Values.MaxBy(way => way.Odds).Phones;
    }

    // Of paths that end in the same context only the best can win.
    private List<Path> Next(List<Path> paths, ReadOnlySpan<int> graphones)
    {
        var best = paths.Max(path => path.Logarithm) - Hopeless;
        var next = new Dictionary<int, Path>();
        foreach (var path in paths)
        {
            if (path.Logarithm < best)
            {
                continue;
            }

            foreach (var graphone in graphones)
            {
                var (logarithm, context) = forward.Step(path.Context, graphone);
                var sum = path.Logarithm + logarithm;
                if (!next.TryGetValue(context, out var other) || other.Logarithm < sum)
                {
                    next[context] = new Path(path, graphone, context, sum);
                }
            }
        }

        return next.Count <= Beam
            ? [.. next.Values]
            : [.. next.Values.OrderByDescending(path => path.Logarithm).Take(Beam)];
    }

    private sealed record Path(Path? Before, int Graphone, int Context, float Logarithm);
}
