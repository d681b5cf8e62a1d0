using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Troubadour.Singing.Neural;

/// <summary>The singers that a model can be: one vector each, 32-bit floats in a file "NAME.emb" beside the configuration.</summary>
internal sealed class SpeakerTable
{
    private const int Most = 256;

    private readonly ImmutableArray<string> _names;
    private readonly float[][] _vectors;

    private SpeakerTable(ImmutableArray<string> names, int size, float[][] vectors) =>
        (_names, Size, _vectors) = (names, size, vectors);

    /// <summary>Numbers in a vector.</summary>
    public int Size { get; }

    /// <summary>Reads the singers that a configuration lists; null when it lists none.</summary>
    /// <exception cref="InvalidDataException">A vector is missing or of another size than hidden_size says.</exception>
    public static SpeakerTable? Read(BankSettings settings)
    {
        var names = settings.Texts("speakers", Most);
        if (names.IsEmpty)
        {
            return null;
        }

        var size = settings.Integer("hidden_size", 256, 1, 8192);
        return new SpeakerTable(names, size, [.. names.Select(name => Vector(settings.Folder, name, size))]);
    }

    /// <summary>The vector of a mix of singers; of the first one when none is named.</summary>
    /// <exception cref="InvalidDataException">A singer is not in the table; the message is a part of a sentence.</exception>
    public float[] Mix(ImmutableArray<SpeakerShare> shares)
    {
        if (shares.IsEmpty)
        {
            return _vectors[0];
        }

        var total = shares.Sum(share => share.Weight);
        var mix = new float[Size];
        foreach (var share in shares)
        {
            var vector = _vectors[Find(share.Name)];
            for (var i = 0; i < Size; i++)
            {
                mix[i] += (float)(share.Weight / total) * vector[i];
            }
        }

        return mix;
    }

    // Each model's folder may put its own prefix before a singer's name.
    private int Find(string name)
    {
        var exact = _names.IndexOf(name);
        if (exact >= 0)
        {
            return exact;
        }

        for (var i = 0; i < _names.Length; i++)
        {
            if (Last(_names[i]) == Last(name))
            {
                return i;
            }
        }

        throw new InvalidDataException($"it has no speaker \"{name}\", only {string.Join(", ", _names)}");
    }

    private static string Last(string name) => name.Split('/', '\\', '.')[^1];

    private static float[] Vector(BankFolder folder, string name, int size)
    {
        var bytes = folder.Read(name + ".emb", "the vector of the speaker " + name, 1 << 20);
        if (bytes.Length != 4 * size)
        {
            throw folder.Refuse(
                $"the vector of the speaker {name} has {bytes.Length} bytes, not the {4 * size} that hidden_size asks for"
            );
        }

        var vector = new float[size];
        for (var i = 0; i < size; i++)
        {
            vector[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * i));
        }

        return Array.TrueForAll(vector, float.IsFinite)
            ? vector
            : throw folder.Refuse($"the vector of the speaker {name} holds values that are no numbers");
    }
}
