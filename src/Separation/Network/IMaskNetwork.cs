namespace Troubadour.Separation;

/// <summary>Estimates masks from band powers.</summary>
internal interface IMaskNetwork
{
    /// <summary>How many parts there are masks for.</summary>
    int Parts { get; }

    /// <summary>Estimates masks.</summary>
    /// <param name="powers">[channel][frame][band], divided by the mean power of a frame.</param>
    /// <param name="frames">Frames, 1 or more.</param>
    /// <param name="masks">[part][channel][frame][band], 0 to 1; the parts sum to 1.</param>
    void Run(ReadOnlyMemory<float> powers, int frames, Memory<float> masks);
}
