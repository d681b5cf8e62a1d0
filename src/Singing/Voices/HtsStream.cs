namespace Troubadour.Singing;

/// <summary>One feature stream of a voice: a tree and a table of Gaussian distributions a state.</summary>
internal sealed class HtsStream
{
    /// <summary>Numbers a frame.</summary>
    public required int Order { get; init; }

    /// <summary>True when a distribution ends with the weight of the voiced space.</summary>
    public required bool IsMultiSpace { get; init; }

    /// <summary>Static and dynamic windows, each of odd length around its centre.</summary>
    public required float[][] Windows { get; init; }

    /// <summary>One tree a state.</summary>
    public required DecisionTree[] Trees { get; init; }

    /// <summary>Distributions a state: windows x order means, as many variances, then the weight where there is one.</summary>
    public required float[][][] Distributions { get; init; }

    /// <summary>Mean of the global variance by coefficient; empty when the voice has none.</summary>
    public required float[] GlobalVariance { get; init; }

    /// <summary>The distribution of a state.</summary>
    public float[] Find(LabelContext label, int state) => Distributions[state][Trees[state].Find(label)];
}
