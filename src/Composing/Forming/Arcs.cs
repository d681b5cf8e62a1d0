using System.Collections.Immutable;

namespace Troubadour.Composing;

/// <summary>Bends the energies of sections to the arc that was asked for.</summary>
internal static class Arcs
{
    private const double Middle = 0.55;

    /// <summary>The energy of a section under an arc.</summary>
    /// <param name="energy">Its usual energy.</param>
    /// <param name="arc">The arc.</param>
    /// <param name="sections">The form.</param>
    /// <param name="index">The section's place in it.</param>
    public static double Bend(double energy, Arc arc, ImmutableArray<PlannedSection> sections, int index)
    {
        var place = sections.Length < 2 ? 0.5 : (double)index / (sections.Length - 1);
        return arc switch
        {
            Arc.Build => 0.3 * energy + 0.7 * (0.15 + 0.8 * place),
            Arc.Fade => 0.3 * energy + 0.7 * (0.85 - 0.7 * place),
            Arc.Flat => Middle + 0.15 * (energy - Middle),
            Arc.Contrast => energy + (sections[index].Kind is "chorus" or "inst" ? 0.15 : -0.2),
            Arc.Climax => index == Greatest(sections) ? 1 : energy - 0.1,
            _ => energy,
        };
    }

    private static int Greatest(ImmutableArray<PlannedSection> sections)
    {
        var last = sections.ToList().FindLastIndex(section => section.Kind is "chorus");
        return last >= 0 ? last : sections.Length - 1;
    }
}
