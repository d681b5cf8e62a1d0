namespace Troubadour.Pictures;

/// <summary>A letter's shape.</summary>
/// <param name="Width">Units it takes, without the space after it.</param>
/// <param name="Path">Its lines, as the path data of SVG.</param>
internal readonly record struct Glyph(double Width, string Path);
