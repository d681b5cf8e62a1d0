namespace Troubadour.Separation;

/// <summary>
/// A network's masks for some of its parts only, in an order of one's own: what the parts left out would have got goes to the others in
/// proportion.
/// </summary>
/// <param name="network">Gives the masks.</param>
/// <param name="picked">The parts, by the network's numbers; at least one.</param>
internal sealed class PickedMasks(IMaskNetwork network, int[] picked) : IMaskNetwork
{
    private const float Least = 1e-6f;

    private float[] _all = [];

    /// <inheritdoc/>
    public int Parts => picked.Length;

    /// <inheritdoc/>
    public void Run(ReadOnlyMemory<float> powers, int frames, Memory<float> masks)
    {
        var size = frames * Grid.FramePowers;
        if (_all.Length < network.Parts * size)
        {
            _all = new float[network.Parts * size];
        }

        network.Run(powers, frames, _all.AsMemory(0, network.Parts * size));
        var target = masks.Span;
        for (var i = 0; i < size; i++)
        {
            var sum = Least * picked.Length;
            foreach (var part in picked)
            {
                sum += _all[part * size + i];
            }

            for (var k = 0; k < picked.Length; k++)
            {
                target[k * size + i] = (_all[picked[k] * size + i] + Least) / sum;
            }
        }
    }
}
