namespace Troubadour.Music;

/// <summary>How a song is mixed and mastered beyond what its style wants.</summary>
/// <param name="Detail">The care of it, 1 (plain) to 5 (rich); 3 is what every new song gets.</param>
/// <param name="IsBright">A touch more air and width.</param>
public readonly record struct MixPolish(int Detail, bool IsBright)
{
    /// <summary>How plainly it is heard through, 0 blended to 1 clear; null is .5.</summary>
    public double? Clarity { get; init; }

    /// <summary>What every new song gets.</summary>
    public static MixPolish Usual { get; } = new(3, false);
}
