namespace Troubadour.Pictures;

/// <summary>Where picture and caption stand on a sleeve.</summary>
internal enum CoverLayout
{
    /// <summary>The picture in a paper frame, the caption under it.</summary>
    Framed,

    /// <summary>The picture fills the sleeve, the caption stands at its foot.</summary>
    Foot,

    /// <summary>The picture fills the sleeve, the caption stands at its head.</summary>
    Head,
}
