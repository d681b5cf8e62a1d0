using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Checks a style file and says in a sentence what is wrong with it.</summary>
internal static class StyleCheck
{
    private static readonly string[] Meters = ["4/4", "3/4", "6/8", "12/8"];

    public static void Check(StyleSheet style)
    {
        if (!Meters.Contains(style.Meter) || !Meter.TryParse(style.Meter, out var meter))
        {
            throw Wrong(style, $"the meter '{style.Meter}' is none of {string.Join(", ", Meters)}");
        }

        if (style.Tempo.Length != 2 || style.Tempo[0] < 40 || style.Tempo[1] > 240 || style.Tempo[0] > style.Tempo[1])
        {
            throw Wrong(style, "tempo needs a slowest and a fastest value between 40 and 240");
        }

        Within(style, "swing", style.Swing, 0.5, 0.75);
        Within(style, "colour", style.Colour, 0, 0.9);
        if (style.SwingUnit is not (8 or 16))
        {
            throw Wrong(style, "swingUnit is 8 or 16");
        }

        var steps = meter.TicksPerBar / Ticks.PerSixteenth;
        HarmonyCheck.Check(style);
        DrumCheck.Check(style, steps);
        CheckParts(style, steps);
        EffectsCheck.Check(style);
        CheckTunes(style);
        CheckForm(style.Form, style);
    }

    public static void Check(string name, DrumFeel feel)
    {
        foreach (var touch in (DrumTouch[])[feel.Kick, feel.Snare, feel.Hat])
        {
            ImmutableArray<double>[] lists = [touch.LateMs, touch.Force, touch.Adds, touch.Drops, touch.Ghosts];
            if (lists.Any(list => list.Length != 16))
            {
                throw new StyleException($"Feel '{name}': every list has 16 values, one a sixteenth.");
            }

            if (
                touch.SpreadMs is < 0 or > 8
                || touch.Memory is < 0 or > 0.7
                || touch.LateMs.Any(ms => ms is < -30 or > 30)
            )
            {
                throw new StyleException($"Feel '{name}': spreadMs is 0 to 8, memory 0 to .7, lateMs -30 to 30.");
            }
        }
    }

    internal static StyleException Wrong(StyleSheet style, string what) => new($"Style '{style.Id}': {what}.");

    internal static void Within(StyleSheet style, string name, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
        {
            throw Wrong(
                style,
                FormattableString.Invariant($"{name} is {value} and should lie between {low} and {high}")
            );
        }
    }

    /// <summary>Checks the letters and the length of a row.</summary>
    internal static void Row(StyleSheet style, string row, int steps, string letters)
    {
        foreach (var bar in row.Split('|'))
        {
            if (bar.Length != steps)
            {
                throw Wrong(style, $"the row '{row}' has a bar of {bar.Length} sixteenths instead of {steps}");
            }

            var odd = bar.FirstOrDefault(c => !letters.Contains(c, StringComparison.Ordinal));
            if (odd != default)
            {
                throw Wrong(style, $"the row '{row}' has a letter '{odd}'; allowed are {letters}");
            }
        }
    }

    private static void CheckParts(StyleSheet style, int steps)
    {
        var parts = style.Bass is null ? style.Parts : style.Parts.Add(style.Bass);
        foreach (var part in parts)
        {
            PartCheck.Check(style, part, steps);
        }

        var twice = parts.GroupBy(part => part.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw Wrong(style, $"two parts are called '{twice.Key}'");
        }
    }

    private static void CheckTunes(StyleSheet style)
    {
        var (melody, lead, vocal) = (style.Melody, style.Lead, style.Vocal);
        Within(style, "melody density", melody.Density, 0.3, 2);
        Within(style, "melody syncopation", melody.Syncopation, 0, 1);
        Within(style, "melody anticipation", melody.Anticipation, 0, 1);
        Within(style, "melody pickups", melody.Pickups, 0, 1);
        Within(style, "melody melisma", melody.Melisma, 0, 1);
        Within(style, "melody leaps", melody.Leaps, 0, 1);
        Within(style, "lead answers", lead.Answers, 0, 1);
        Within(style, "lead counter", lead.Counter, 0, 1);
        Within(style, "lead hook", lead.Hook, 0, 1);
        Within(style, "lead ornaments", lead.Ornaments, 0, 1);
        Within(style, "vocal effort", vocal.Effort, -0.3, 0.3);
        Within(style, "vocal vibrato", vocal.Vibrato, 0, 2);
        if (melody.LineBars is not (1 or 2 or 4))
        {
            throw Wrong(style, "lineBars is 1, 2 or 4");
        }

        HarmonyCheck.Kinds(style, vocal.Rap);
        HarmonyCheck.Kinds(style, vocal.Pads);
    }

    private static void CheckForm(FormSheet form, StyleSheet style)
    {
        Within(style, "keyLift", form.KeyLift, 0, 4);
        Within(style, "keyLiftChance", form.KeyLiftChance, 0, 1);
        Within(style, "drop", form.Drop, 0, 1);
        Within(style, "riser", form.Riser, 0, 1);
        Within(style, "build", form.Build, 0, 1);
        Within(style, "stop", form.Stop, 0, 1);
        if (form.Intro.IsEmpty || form.Intro.Any(bars => bars is < 1 or > 16))
        {
            throw Wrong(style, "intro needs numbers of bars from 1 to 16");
        }

        if (form.Endings.IsEmpty || form.Endings.Any(ending => ending is not ("ring" or "hit" or "ritard")))
        {
            throw Wrong(style, "endings are ring, hit or ritard");
        }
    }
}
