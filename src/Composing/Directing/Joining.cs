using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Lets instruments that were asked for join a style.</summary>
internal static class Joining
{
    /// <summary>The style with the instruments in it. Where somebody sings, a melody instrument also has a line against the voice.</summary>
    public static StyleSheet Join(StyleSheet style, IEnumerable<InstrumentValue> values, bool isVocal)
    {
        var asked = new HashSet<PartRole>();
        foreach (var value in values.Select(value => Featured(Beside(value, asked))))
        {
            style = value.Role switch
            {
                PartRole.Drums => style with { Drums = Overlay(style.Drums, value) },
                PartRole.Bass => style with { Bass = style.Bass is { } bass ? Like(bass, value) : value },
                PartRole.Lead => style with
                {
                    Parts =
                    [
                        .. style.Parts.Where(part => part.Role != PartRole.Lead),
                        value,
                        .. isVocal ? [Under(value)] : ImmutableArray<PartSheet>.Empty,
                    ],
                },
                _ => style with { Parts = [.. style.Parts.Where(part => part.Id != value.Id), value] },
            };
        }

        return style;
    }

    // Who was asked for by name stands in front of those who were not.
    private static InstrumentValue Featured(InstrumentValue value) =>
        value with
        {
            Mix = value.Mix with
            {
                GainDb =
                    value.Mix.GainDb
                    + value.Role switch
                    {
                        PartRole.Chords => 6,
                        PartRole.Pad => 7.5,
                        PartRole.Arpeggio => 8,
                        PartRole.Counter => 5,
                        PartRole.Bass => 1.5,
                        _ => 1,
                    },
            },
        };

    private static PartSheet Like(PartSheet bass, InstrumentValue value) =>
        bass with
        {
            Id = value.Id,
            Program = value.Program,
            Patch = value.Patch,
            GlideMs = value.GlideMs,
            Mix = bass.Mix with { GainDb = Math.Max(bass.Mix.GainDb, value.Mix.GainDb) },
            Energy = [0, 1],
            Sections = [],
        };

    // One instrument has the tune and one the bass; a second one asked for has the line against the tune, in which a bass climbs to
    // its upper octave.
    private static InstrumentValue Beside(InstrumentValue value, HashSet<PartRole> asked) =>
        value.Role is PartRole.Lead or PartRole.Bass && !asked.Add(value.Role)
            ? value with
            {
                Role = PartRole.Counter,
                Register =
                    value.Role == PartRole.Bass ? [value.Register[0] + 12, value.Register[1] + 12] : value.Register,
                Low = [],
                Mid = [],
                High = [],
            }
            : value;

    private static PartSheet Under(InstrumentValue value) =>
        value with
        {
            Id = value.Id + "-line",
            Role = PartRole.Counter,
        };

    private static DrumSheet Overlay(DrumSheet drums, InstrumentValue value)
    {
        var rows = value.Drums ?? new DrumSheet();
        return drums with
        {
            FromEnergy = 0,
            Low = Merge(drums.Low, rows.Low),
            Mid = Merge(drums.Mid, rows.Mid),
            High = Merge(drums.High, rows.High),
        };
    }

    private static ImmutableArray<ImmutableDictionary<string, string>> Merge(
        ImmutableArray<ImmutableDictionary<string, string>> grooves,
        ImmutableArray<ImmutableDictionary<string, string>> rows
    )
    {
        if (rows.IsEmpty)
        {
            return grooves;
        }

        return grooves.IsEmpty ? rows : [.. grooves.Select((groove, i) => groove.SetItems(rows[i % rows.Length]))];
    }
}
