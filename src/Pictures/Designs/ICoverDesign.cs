namespace Troubadour.Pictures;

/// <summary>A way to draw a song.</summary>
internal interface ICoverDesign
{
    /// <summary>Where picture and caption stand.</summary>
    CoverLayout Layout { get; }

    /// <summary>How large an energy from 0 to 1 is drawn, in units of the design; rises with the energy.</summary>
    double Size(double energy);

    /// <summary>Draws the song over the sheet's area, the ground included.</summary>
    void Draw(Sheet sheet);
}
