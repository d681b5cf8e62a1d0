using System.Globalization;
using System.Text;
using Troubadour.Audio;
using Troubadour.Synthesis.Tests;

namespace Troubadour.Synthesis.Bench;

/// <summary>The table of all patches.</summary>
internal static class Report
{
    private static readonly string[] s_noisy = ["noise-pad", "airy-pad", "soft-lead", "dark-pad", "tine-piano"];

    /// <summary>Measures everything and gives it as Markdown.</summary>
    public static string Make(PatchLibrary library)
    {
        var text = new StringBuilder();
        text.AppendLine("# Synthesizers\n");
        text.AppendLine(
            "Each patch plays eight seconds of what it is for (`Phrases.cs`: a bass line, a lead line, triads, a beat, a gesture of 4 s) at velocity 90, controllers at their defaults. "
                + "Cost is processor time a sounding voice and frame, effects at the patch's end included; `CPU` is that of 180 s of the phrase, repeated without rests. "
                + "`C7` is the strongest component below 16 kHz that is no harmonic of a held C7 or of its octave below, beside the strongest of all; a harmonic is "
                + "taken 3 % wide, for unison, drift and vibrato. It is not told for basses, drums, gestures, bells and what holds noise.\n"
        );
        Oscillators(text);
        text.AppendLine("\n## Patches\n");
        text.AppendLine(
            "| patch | LUFS | peak, dBFS | correlation | C7, dB | ns a voice and frame | CPU of 180 s, s |"
        );
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var id in library.Ids)
        {
            var sound = Figures.Sound(library, id);
            var (cost, seconds) = Figures.Speed(library, id);
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {id} | {sound.Loudness:F1} | {sound.Peak:F1} | {sound.Correlation:F2} | {Folded(library, id)} | {cost:F1} | {seconds:F2} |"
            );
        }

        return text.ToString();
    }

    private static string Folded(PatchLibrary library, string id)
    {
        var isTold =
            !Phrases.IsBass(id)
            && !Phrases.IsKit(id)
            && !Phrases.IsEffect(id)
            && !s_noisy.Contains(id)
            && !id.Contains("bell", StringComparison.Ordinal)
            && !id.Contains("glass", StringComparison.Ordinal)
            && id != "music-box";
        return isTold ? Figures.Aliases(library, id, 96).ToString("F0", CultureInfo.InvariantCulture) : "";
    }

    private static void Oscillators(StringBuilder text)
    {
        text.AppendLine("## Oscillators by themselves\n");
        text.AppendLine("| oscillator at C7 | not harmonic below 16 kHz, beside the strongest, dB |");
        text.AppendLine("| --- | --- |");
        var plain = SquareSheet.Of(0) with { Phase = 0 };
        (string Name, OscillatorSheet Sheet)[] all =
        [
            ("saw", plain with { Wave = Wave.Saw }),
            ("square", plain),
            ("pulse of 13 %", plain with { Width = 0.13 }),
            ("triangle", plain with { Wave = Wave.Triangle }),
            ("supersaw, 7 voices, 12 cents", plain with { Wave = Wave.Saw, Unison = 7, Detune = 12 }),
            ("organ", plain with { Wave = Wave.Organ, Drawbars = [8, 8, 8, 8, 8, 8, 8, 8, 8] }),
        ];
        foreach (var (name, sheet) in all)
        {
            var oscillator = Oscillator.Make(sheet, SampleRate.House);
            oscillator.Start(96, 90, 7);
            var sound = new float[Spectra.Size + 4096];
            var run = new float[Oscillator.Padded];
            for (var at = 0; at < sound.Length; at += 32)
            {
                Array.Clear(run);
                oscillator.Add(new OscillatorControls(96, 0, 1), run, [], 32);
                run.AsSpan(0, 32).CopyTo(sound.AsSpan(at));
            }

            var spread = sheet.Unison > 1 ? 2093.0 * 0.0071 : 0;
            var hertz = Pitch.Frequency(96) / (sheet.Wave == Wave.Organ ? 2 : 1);
            var folded = Spectra.Aliases(Spectra.Of(sound.AsSpan(2048)), hertz, 16000, spread);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {folded:F1} |");
        }
    }
}
