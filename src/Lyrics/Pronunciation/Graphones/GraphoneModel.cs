using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Troubadour.Lyrics;

/// <summary>
/// Letter-to-sound by an n-gram model over graphones: pairs of one letter and the phones that it stands for, none to two (Bisani and Ney
/// 2008, "Joint-sequence models for grapheme-to-phoneme conversion"), with interpolated Kneser-Ney smoothing (Chen and Goodman 1999).
/// The n-grams lie in a trie, level by level, the children of a node side by side; a node's link is the n-gram without its first graphone.
/// </summary>
internal sealed class GraphoneModel
{
    /// <summary>Steps of a stored logarithm to base e: a byte b says -b / 12.</summary>
    public const double StepsPerNat = 12;

    private const int MostGraphones = 4096;
    private const int MostNodes = 4_000_000;

    private readonly ushort[] _symbols;
    private readonly float[] _probabilities;
    private readonly float[] _backoffs;
    private readonly int[] _firstChild;
    private readonly int[] _links;
    private readonly int[][] _byLetter;

    /// <summary>The graphones: a letter and phones with stress, "x:k s" or "a:ey1"; the first two are the word's start and end.</summary>
    public ImmutableArray<Graphone> Graphones { get; }

    /// <summary>The longest n-gram.</summary>
    public int Order { get; }

    /// <summary>Where words begin: the node of the start.</summary>
    public int Start { get; }

    private GraphoneModel(ImmutableArray<Graphone> graphones, int order, BinaryReader reader)
    {
        Graphones = graphones;
        Order = order;
        var count = reader.ReadInt32();
        if (count is < 1 or > MostNodes)
        {
            throw new InvalidDataException("The graphone model is too large.");
        }

        var children = new ushort[count];
        _symbols = new ushort[count];
        Fill(reader, children);
        Fill(reader, _symbols);
        _probabilities = Logarithms(reader.ReadBytes(count));
        _backoffs = new float[count];
        _firstChild = new int[count + 1];
        _links = new int[count];
        Lay(children, reader);
        _byLetter =
        [
            .. Enumerable
                .Range(0, 26)
                .Select(letter =>
                    Enumerable.Range(2, graphones.Length - 2).Where(i => graphones[i].Letter == 'a' + letter).ToArray()
                ),
        ];
        Start = Child(0, 0) is > 0 and var start
            ? start
            : throw new InvalidDataException("The graphone model has no start.");
    }

    /// <summary>Reads a model: "GRPH", the order, the graphones, the trie's nodes.</summary>
    /// <exception cref="InvalidDataException">It is no such model.</exception>
    public static GraphoneModel Read(BinaryReader reader)
    {
        if (reader.ReadString() != "GRPH")
        {
            throw new InvalidDataException("This is no graphone model.");
        }

        var order = reader.ReadByte();
        var count = reader.ReadUInt16();
        if (order is < 2 or > 16 || count is < 3 or > MostGraphones)
        {
            throw new InvalidDataException("The graphone model's sizes are impossible.");
        }

        var graphones = ImmutableArray.CreateBuilder<Graphone>(count);
        for (var i = 0; i < count; i++)
        {
            graphones.Add(Graphone.Parse(reader.ReadString()));
        }

        return new GraphoneModel(graphones.ToImmutable(), order, reader);
    }

    /// <summary>The graphones of a letter a to z.</summary>
    public ReadOnlySpan<int> Of(char letter) => _byLetter[letter - 'a'];

    /// <summary>The logarithm of a graphone's probability after a context, and the context after it.</summary>
    public (float Logarithm, int Context) Step(int context, int graphone)
    {
        var sum = 0f;
        while (true)
        {
            if (Child(context, graphone) is > 0 and var child)
            {
                return (
                    sum + _probabilities[child],
                    _firstChild[child] < _firstChild[child + 1] ? child : Shortened(_links[child])
                );
            }

            if (context == 0)
            {
                return (sum - 20, 0);
            }

            sum += _backoffs[context];
            context = _links[context];
        }
    }

    // A context that nothing is known to follow says as much as the one it ends in.
    private int Shortened(int node)
    {
        while (node != 0 && _firstChild[node] == _firstChild[node + 1])
        {
            node = _links[node];
        }

        return node;
    }

    private int Child(int node, int symbol)
    {
        var at = _symbols
            .AsSpan(_firstChild[node], _firstChild[node + 1] - _firstChild[node])
            .BinarySearch((ushort)symbol);
        return at < 0 ? -1 : _firstChild[node] + at;
    }

    private void Lay(ushort[] children, BinaryReader reader)
    {
        var next = 1;
        for (var node = 0; node < children.Length; node++)
        {
            _firstChild[node] = next;
            next += children[node];
            _backoffs[node] = children[node] > 0 ? (float)(-reader.ReadByte() / StepsPerNat) : 0;
        }

        _firstChild[children.Length] = next;
        if (next != children.Length || children[0] == 0)
        {
            throw new InvalidDataException("The graphone model's nodes do not add up.");
        }

        for (var parent = 0; parent < children.Length; parent++)
        {
            for (var child = _firstChild[parent]; child < _firstChild[parent + 1]; child++)
            {
                var link = parent;
                do
                {
                    link = parent == 0 ? 0 : _links[link];
                    _links[child] = parent == 0 ? 0 : Math.Max(0, Child(link, _symbols[child]));
                } while (_links[child] == 0 && link != 0);
            }
        }
    }

    private static void Fill(BinaryReader reader, ushort[] values)
    {
        var bytes = reader.ReadBytes(2 * values.Length);
        if (bytes.Length != 2 * values.Length)
        {
            throw new InvalidDataException("The graphone model ends early.");
        }

        // High bytes stand together, then low bytes: so they pack better.
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadUInt16BigEndian([bytes[i], bytes[values.Length + i]]);
        }
    }

    private float[] Logarithms(byte[] steps) =>
        steps.Length == _symbols.Length
            ? Array.ConvertAll(steps, step => (float)(-step / StepsPerNat))
            : throw new InvalidDataException("The graphone model ends early.");
}
