namespace Troubadour.Portraits;

/// <summary>Makes a <see cref="VowelBook"/> by k-means from fixed starting points.</summary>
internal static class VowelBookMaker
{
    private const int Sounds = 64;
    private const int Rounds = 25;

    /// <summary>Makes the book of clips of one voice.</summary>
    public static VowelBook Make(IEnumerable<IReadOnlyList<float[]>> clips)
    {
        var vectors = clips.SelectMany(clip => VowelBook.Vectors(clip, 0)).ToArray();
        var book = new float[Sounds][];
        for (var i = 0; i < Sounds; i++)
        {
            book[i] = [.. vectors[(int)((long)i * vectors.Length / Sounds)]];
        }

        for (var round = 0; round < Rounds; round++)
        {
            Move(book, vectors);
        }

        foreach (var sound in book)
        {
            for (var k = 0; k < sound.Length; k++)
            {
                sound[k] = (float)(Math.Round(sound[k] * 100) / 100);
            }
        }

        return new VowelBook(book);
    }

    private static void Move(float[][] book, float[][] vectors)
    {
        var sums = new double[Sounds, VowelBook.Width];
        var counts = new int[Sounds];
        foreach (var vector in vectors)
        {
            var best = 0;
            var nearest = float.MaxValue;
            for (var i = 0; i < Sounds; i++)
            {
                var distance = VowelBook.Distance(vector, book[i]);
                (best, nearest) = distance < nearest ? (i, distance) : (best, nearest);
            }

            counts[best]++;
            for (var k = 0; k < VowelBook.Width; k++)
            {
                sums[best, k] += vector[k];
            }
        }

        for (var i = 0; i < Sounds; i++)
        {
            for (var k = 0; counts[i] > 0 && k < VowelBook.Width; k++)
            {
                book[i][k] = (float)(sums[i, k] / counts[i]);
            }
        }
    }
}
