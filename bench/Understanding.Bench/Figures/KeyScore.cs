using Troubadour.Analysis;
using Troubadour.Music;

namespace Troubadour.Understanding.Bench;

/// <summary>The score of MIREX's key task: 1 for the key, .5 for a fifth above it, .3 for its relative, .2 for its parallel key.</summary>
internal static class KeyScore
{
    private const int Octave = 12;

    /// <summary>Compares.</summary>
    public static double Of(KeyFacts found, Key truth)
    {
        if (found.Tonic is not { } tonic)
        {
            return 0;
        }

        var away = (tonic - truth.Tonic + Octave) % Octave;
        var isSameMode = (found.Mode == "minor") == truth.IsMinor;
        return (away, isSameMode) switch
        {
            (0, true) => 1,
            (7, true) => 0.5,
            (3, false) when truth.IsMinor => 0.3,
            (9, false) when !truth.IsMinor => 0.3,
            (0, false) => 0.2,
            _ => 0,
        };
    }
}
