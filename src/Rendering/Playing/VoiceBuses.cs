namespace Troubadour.Rendering;

/// <summary>The block that all voices of a track are added to, and the scratch they share.</summary>
internal sealed class VoiceBuses
{
    /// <summary>Frames in a block; blocks lie on a grid that starts with frame 0 of the song.</summary>
    public const int BlockFrames = 64;

    public float[] Left { get; } = new float[BlockFrames];

    public float[] Right { get; } = new float[BlockFrames];

    public float[] Reverb { get; } = new float[BlockFrames];

    public float[] Chorus { get; } = new float[BlockFrames];

    /// <summary>One voice's frames before its gains.</summary>
    public float[] Scratch { get; } = new float[BlockFrames + 8];

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
