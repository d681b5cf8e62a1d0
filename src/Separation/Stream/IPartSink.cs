namespace Troubadour.Separation;

/// <summary>Takes the parts of a sound, block by block, each part once a block and in order.</summary>
internal interface IPartSink
{
    /// <summary>Takes the next samples of a part; they are valid during the call only.</summary>
    void Write(int part, ReadOnlySpan<float> left, ReadOnlySpan<float> right);
}
