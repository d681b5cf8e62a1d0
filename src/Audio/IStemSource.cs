namespace Troubadour.Audio;

/// <summary>A stem that is pulled block by block from its start: the seam between those who make sound and those who mix it.</summary>
public interface IStemSource
{
    /// <summary>The stem's name, unique in a song.</summary>
    string Id { get; }

    /// <summary>
    /// Overwrites the four spans, all of the same length, with the next frames. After the stem's end they are silence. The block
    /// length may differ from call to call and does not change the samples.
    /// </summary>
    /// <param name="left">Dry left.</param>
    /// <param name="right">Dry right.</param>
    /// <param name="reverb">Mono send to the reverb, as the instrument itself asks for it.</param>
    /// <param name="chorus">Mono send to the chorus, as the instrument itself asks for it.</param>
    void Read(Span<float> left, Span<float> right, Span<float> reverb, Span<float> chorus);
}
