namespace Troubadour.Rendering;

/// <summary>The block that all voices of a track are added to, and the scratch they share.</summary>
internal sealed class VoiceBuses
{
    /// <summary>Most frames in a block; blocks end on a grid of this spacing that starts with frame 0 of the song.</summary>
    public const int BlockFrames = 512;

    public float[] Left { get; } = new float[BlockFrames + Interpolator.Group];

    public float[] Right { get; } = new float[BlockFrames + Interpolator.Group];

    public float[] Reverb { get; } = new float[BlockFrames + Interpolator.Group];

    public float[] Chorus { get; } = new float[BlockFrames + Interpolator.Group];

    /// <summary>One voice's frames before its gains, after the slots that its filter needs.</summary>
    public float[] Scratch { get; } = new float[LowPassFilter.Lead + BlockFrames + 8];

    /// <summary>One voice's frames after its filter.</summary>
    public float[] Filtered { get; } = new float[BlockFrames + 8];

    /// <summary>Generator amounts while a voice is being set.</summary>
    public double[] Values { get; } = new double[GeneratorTable.Count];

    /// <summary>Silence.</summary>
    public void Clear()
    {
        Array.Clear(Left);
        Array.Clear(Right);
        Array.Clear(Reverb);
        Array.Clear(Chorus);
    }
}
