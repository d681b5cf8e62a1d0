namespace Troubadour.Separation;

/// <summary>Estimates masks from band powers.</summary>
internal interface IMaskNetwork
{
    /// <summary>Estimates masks.</summary>
    /// <param name="powers">[channel][frame][band], divided by the mean power of a frame.</param>
    /// <param name="frames">Frames, 1 or more.</param>
    /// <param name="masks">[stem][channel][frame][band], 0 to 1; the four stems sum to 1.</param>
    void Run(ReadOnlyMemory<float> powers, int frames, Memory<float> masks);
}
