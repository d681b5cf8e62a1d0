using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>
/// How richly a song is worked out (<see cref="SongBrief.Detail"/>): below 3 layers, answers, doubles and fills are taken away, above 3
/// they come earlier and oftener, and at 5 the second line is shared by two instruments.
/// </summary>
internal static class DetailKnob
{
    private const int Usual = 3;
    private const int MostParts = 12;

    /// <summary>Drafts of the sung part that are written before one is taken.</summary>
    public static int Drafts(SongBrief brief) => 2 * Math.Clamp(brief.Detail, 1, 5);

    /// <summary>The chorus from which on a harmony voice joins the lead, counted from 1.</summary>
    public static int FirstHarmony(SongBrief brief) => brief.Detail > 3 ? 1 : 2;

    /// <summary>The style with fewer or more layers.</summary>
    public static StyleSheet Bend(StyleSheet style, SongBrief brief)
    {
        var asked = brief.Instruments.Select(name => name.Replace(' ', '-')).ToList();
        return Math.Clamp(brief.Detail, 1, 5) switch
        {
            1 => Bare(style, asked),
            2 => Sparing(style),
            4 => Fuller(style, 0.12, 0.4),
            5 => Shared(Fuller(style, 0.18, 1)),
            _ => style,
        };
    }

    private static StyleSheet Sparing(StyleSheet style) =>
        style with
        {
            Vocal = style.Vocal with { Harmony = false, Pads = [] },
            Lead = style.Lead with { Answers = style.Lead.Answers * 0.5, Counter = style.Lead.Counter * 0.4 },
            Parts = [.. style.Parts.Select(part => Later(part, 0.08))],
        };

    // One who plays chords, one colour beside, the tune.
    private static StyleSheet Bare(StyleSheet style, List<string> asked)
    {
        var kept = new HashSet<PartSheet>(ReferenceEqualityComparer.Instance);
        var chords = style.Parts.Where(part => part.Role is PartRole.Chords or PartRole.Pad or PartRole.Arpeggio);
        kept.UnionWith(chords.OrderBy(part => part.Energy[0]).ThenByDescending(part => part.Energy[1]).Take(2));
        kept.UnionWith(style.Parts.Where(part => part.Role == PartRole.Lead).Take(1));
        kept.UnionWith(style.Parts.Where(part => asked.Exists(name => part.Id == name || part.Id == name + "-line")));
        return style with
        {
            Vocal = style.Vocal with { Harmony = false, Doubles = false, Octave = false, Pads = [] },
            Lead = style.Lead with
            {
                Answers = style.Lead.Answers * 0.2,
                Counter = 0,
                Ornaments = style.Lead.Ornaments * 0.4,
            },
            Form = style.Form with { Riser = 0, Build = 0 },
            Drums = style.Drums with { Fills = [] },
            Fills = style.Fills with { High = style.Fills.Low },
            Parts = [.. style.Parts.Where(kept.Contains)],
        };
    }

    private static StyleSheet Fuller(StyleSheet style, double earlier, double counter) =>
        style with
        {
            Lead = style.Lead with
            {
                Answers = Math.Min(1, style.Lead.Answers + earlier),
                Counter = Math.Min(1, style.Lead.Counter + counter),
                Ornaments = Math.Min(1, style.Lead.Ornaments + earlier / 2),
            },
            Parts = [.. style.Parts.Select(part => Later(part, -earlier))],
        };

    // Those who change over at some energy go on doing so.
    private static PartSheet Later(PartSheet part, double by) =>
        part.Energy[0] <= 0 || part.Role == PartRole.Lead
            ? part
            : part with
            {
                Energy =
                [
                    Math.Clamp(part.Energy[0] + by, 0, Math.Max(part.Energy[0], part.Energy[1] - 0.1)),
                    part.Energy[1],
                ],
            };

    // Strings or winds take up the second line in their own register; a style without one gets it from its pad.
    private static StyleSheet Shared(StyleSheet style)
    {
        var line = style.Parts.FirstOrDefault(part => part.Role == PartRole.Counter);
        var pad = style.Parts.FirstOrDefault(part => part.Role == PartRole.Pad);
        var from = line ?? pad;
        if (from is null || style.Parts.Length >= MostParts)
        {
            return style;
        }

        var second = new PartSheet
        {
            Id = "second-line",
            Role = PartRole.Counter,
            Program = pad?.Program ?? from.Program,
            Patch = (pad ?? from).Patch,
            Register = pad?.Register ?? from.Register,
            Energy = [Math.Min(0.45, from.Energy[0]), 1],
            Velocity = Math.Max(40, from.Velocity - 8),
            Mix = from.Mix with { GainDb = from.Mix.GainDb - 3, Pan = -from.Mix.Pan },
        };
        return style with { Parts = style.Parts.Add(second) };
    }
}
