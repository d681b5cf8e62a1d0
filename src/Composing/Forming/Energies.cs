using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>The energy curve over a form, and the lift of the last chorus.</summary>
internal static class Energies
{
    // What a song has gained by its end.
    private const double Fuller = 0.25;

    public static ImmutableArray<PlannedSection> Set(ImmutableArray<PlannedSection> sections, Direction direction)
    {
        var lastChorus = sections.ToList().FindLastIndex(s => s.Kind == "chorus");
        var choruses = sections.Count(s => s.Kind == "chorus") + direction.Brief.Heard("chorus");
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var random = new RandomStream(direction.Brief.Material, "lift");
        var form = direction.Style.Form;
        var lifts =
            choruses >= 3
            && sections.Length > 4
            && direction.Brief.Ends
            && direction.Brief is { Chords.IsEmpty: true, Key: null }
            && random.Chance(form.KeyLiftChance);
        var result = ImmutableArray.CreateBuilder<PlannedSection>();
        for (var i = 0; i < sections.Length; i++)
        {
            var section = sections[i];
            var nth = seen[section.Kind] =
                seen.GetValueOrDefault(section.Kind, direction.Brief.Heard(section.Kind)) + 1;
            var energy =
                Base(section.Kind)
                + Growth(section.Kind, nth)
                + (i == lastChorus && choruses > 1 && direction.Brief.Ends ? 0.1 : 0);
            var opening =
                !direction.Brief.Begins ? Fuller * direction.Brief.Passed
                : i == 0 && sections.Length > 1 && section.Kind != "intro" ? -0.1
                : 0;
            result.Add(
                section with
                {
                    Energy = Math.Clamp(
                        Arcs.Bend(energy + opening, direction.Arc, sections, i) + direction.Effect.Energy * 0.75,
                        0.08,
                        1
                    ),
                    Transpose = lifts && i >= lastChorus ? form.KeyLift : 0,
                }
            );
        }

        return result.ToImmutable();
    }

    private static double Base(string kind) =>
        kind switch
        {
            "intro" => 0.38,
            "verse" => 0.44,
            "pre-chorus" => 0.58,
            "chorus" => 0.78,
            "bridge" => 0.54,
            "inst" => 0.7,
            "outro" => 0.42,
            _ => 0.5,
        };

    private static double Growth(string kind, int nth) =>
        kind switch
        {
            "verse" => Math.Min(nth - 1, 2) * 0.08,
            "chorus" => Math.Min(nth - 1, 2) * 0.05,
            _ => 0,
        };
}
