namespace Troubadour.Separation.Tests;

/// <summary>Gives the same masks to every frame and band: [stem, channel].</summary>
internal sealed class FixedNetwork(float[,] masks) : IMaskNetwork
{
    public static FixedNetwork Even { get; } =
        new(
            new[,]
            {
                { 0.25f, 0.25f },
                { 0.25f, 0.25f },
                { 0.25f, 0.25f },
                { 0.25f, 0.25f },
            }
        );

    public int Parts => masks.GetLength(0);

    public void Run(ReadOnlyMemory<float> powers, int frames, Memory<float> target)
    {
        for (var stem = 0; stem < Parts; stem++)
        {
            for (var channel = 0; channel < 2; channel++)
            {
                var plane = frames * Grid.Bands;
                target.Span.Slice((stem * 2 + channel) * plane, plane).Fill(masks[stem, channel]);
            }
        }
    }
}
