using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Troubadour.Alignment;

/// <summary>
/// The cheapest way through a template for a recording: every frame of the recording takes a frame of the template, the same, the next
/// or the one after next (dynamic time warping as Sakoe and Chiba 1978 have it, with slopes from 0 to 2). Pauses may take any number of
/// frames: quiet ones for nothing, others at a price, so that what is not in the words may be sung between lines.
/// </summary>
internal sealed class TemplatePath
{
    private const float OtherSound = 0.75f;
    private const float QuietWord = 0.8f;
    private const float Stay = 0.05f;
    private const float Skip = 0.05f;
    private const float Never = 1e30f;
    private const int Way = 2;

    private readonly Template _template;
    private readonly float[][] _columns;
    private readonly float[] _costs;
    private readonly byte[][] _ways;

    private TemplatePath(Template template, int frames)
    {
        _template = template;
        _columns = [.. Enumerable.Range(0, MelCepstra.Width).Select(Column)];
        _costs = new float[template.Length];
        _ways = new byte[frames][];
    }

    /// <summary>Finds it: memory of a quarter byte for a frame of one times a frame of the other.</summary>
    /// <param name="template">The words; the first and the last frame are pauses.</param>
    /// <param name="values">The recording's frames, levelled.</param>
    /// <param name="isVoice">Where a voice is heard.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>For each frame of the recording that of the template, and the price of that pair; null where the recording is too short
    /// for the words.</returns>
    public static (int Frame, float Cost)[]? Find(
        Template template,
        float[] values,
        bool[] isVoice,
        CancellationToken cancellation
    )
    {
        if (isVoice.Length == 0)
        {
            return null;
        }

        var path = new TemplatePath(template, isVoice.Length);
        return path.Run(values, isVoice, cancellation) ? path.Back(values, isVoice) : null;
    }

    private float[] Column(int k) =>
        [.. Enumerable.Range(0, _template.Length).Select(j => _template.Values[j * MelCepstra.Width + k])];

    private bool Run(float[] values, bool[] isVoice, CancellationToken cancellation)
    {
        var length = _template.Length;
        var before = new float[length];
        var now = new float[length];
        Array.Fill(before, Never);
        before[0] = 0;
        for (var i = 0; i < isVoice.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Prices(values.AsSpan(i * MelCepstra.Width, MelCepstra.Width), isVoice[i]);
            _ways[i] = new byte[(length * Way + 7) / 8];
            for (var j = 0; j < length; j++)
            {
                now[j] = Step(before, j, _ways[i]) + _costs[j];
            }

            (before, now) = (now, before);
        }

        return before[length - 1] < Never / 2;
    }

    private float Step(float[] before, int j, byte[] ways)
    {
        var isPause = _template.Words[j] < 0;
        var best = before[j] + (isPause ? 0 : Stay);
        var way = 0;
        if (j >= 1 && before[j - 1] < best)
        {
            (best, way) = (before[j - 1], 1);
        }

        // Pauses may take no time but not be leapt over with a word's frame.
        if (j >= 2 && before[j - 2] + Skip < best)
        {
            (best, way) = (before[j - 2] + Skip, 2);
        }

        ways[j / 4] |= (byte)(way << (j % 4 * Way));
        return best;
    }

    private void Prices(ReadOnlySpan<float> frame, bool isVoice)
    {
        var costs = _costs.AsSpan();
        if (isVoice)
        {
            Distances(frame, costs);
        }
        else
        {
            costs.Fill(QuietWord);
        }

        for (var j = 0; j < costs.Length; j++)
        {
            if (_template.Words[j] < 0)
            {
                costs[j] = isVoice ? OtherSound : 0;
            }
        }
    }

    // Half the mean squared difference: about 1 for sounds that have nothing in common.
    private void Distances(ReadOnlySpan<float> frame, Span<float> costs)
    {
        costs.Clear();
        ref var cost = ref MemoryMarshal.GetReference(costs);
        for (var k = 0; k < MelCepstra.Width; k++)
        {
            ref var column = ref MemoryMarshal.GetArrayDataReference(_columns[k]);
            var value = frame[k];
            var wide = Vector256.Create(value);
            var j = 0;
            for (; j + Vector256<float>.Count <= costs.Length; j += Vector256<float>.Count)
            {
                var difference = Vector256.LoadUnsafe(ref column, (nuint)j) - wide;
                (Vector256.LoadUnsafe(ref cost, (nuint)j) + difference * difference).StoreUnsafe(ref cost, (nuint)j);
            }

            for (; j < costs.Length; j++)
            {
                var difference = _columns[k][j] - value;
                costs[j] += difference * difference;
            }
        }

        for (var j = 0; j < costs.Length; j++)
        {
            costs[j] *= 0.5f / MelCepstra.Width;
        }
    }

    private (int Frame, float Cost)[] Back(float[] values, bool[] isVoice)
    {
        var pairs = new (int Frame, float Cost)[isVoice.Length];
        var j = _template.Length - 1;
        for (var i = isVoice.Length - 1; i >= 0; i--)
        {
            pairs[i] = (j, Price(values.AsSpan(i * MelCepstra.Width, MelCepstra.Width), j, isVoice[i]));
            j -= (_ways[i][j / 4] >> (j % 4 * Way)) & 3;
        }

        return pairs;
    }

    private float Price(ReadOnlySpan<float> frame, int j, bool isVoice)
    {
        if (_template.Words[j] < 0)
        {
            return isVoice ? OtherSound : 0;
        }

        if (!isVoice)
        {
            return QuietWord;
        }

        var sum = 0f;
        for (var k = 0; k < MelCepstra.Width; k++)
        {
            var difference = _columns[k][j] - frame[k];
            sum += difference * difference;
        }

        return sum * (0.5f / MelCepstra.Width);
    }
}
