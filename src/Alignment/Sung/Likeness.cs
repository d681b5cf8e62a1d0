namespace Troubadour.Alignment;

/// <summary>Frames of a sound made comparable: each value less its mean, over its spread, both taken where there is a voice.</summary>
internal static class Likeness
{
    private const double LeastSpread = 1e-3;

    /// <summary>Levels values in place.</summary>
    /// <param name="values">Frames of <see cref="MelCepstra.Width"/> values.</param>
    /// <param name="isVoice">Which frames count.</param>
    public static void Level(float[] values, bool[] isVoice)
    {
        var count = Math.Max(1, isVoice.Count(voice => voice));
        for (var k = 0; k < MelCepstra.Width; k++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (var frame = 0; frame < isVoice.Length; frame++)
            {
                double value = isVoice[frame] ? values[frame * MelCepstra.Width + k] : 0;
                sum += value;
                squares += value * value;
            }

            var mean = sum / count;
            var spread = Math.Max(LeastSpread, Math.Sqrt(Math.Max(0, squares / count - mean * mean)));
            for (var frame = 0; frame < isVoice.Length; frame++)
            {
                ref var value = ref values[frame * MelCepstra.Width + k];
                value = (float)((value - mean) / spread);
            }
        }
    }
}
