namespace Troubadour.Pictures;

/// <summary>A section as a picture sees it.</summary>
/// <param name="Kind">verse, chorus, ...</param>
/// <param name="From">Where it starts, as a share of the clip, 0 to 1.</param>
/// <param name="To">Where it ends, as a share of the clip, 0 to 1.</param>
/// <param name="Energy">0 bare to 1 full.</param>
/// <param name="Bars">Bars it lasts, at least 1.</param>
internal sealed record CoverSection(string Kind, double From, double To, double Energy, int Bars)
{
    /// <summary>Its share of the clip.</summary>
    public double Width => To - From;
}
