using Troubadour.Audio;
using Troubadour.Singing.Measures;

namespace Troubadour.Singing.Bench;

/// <summary>The same statistical voice speaking, by festival's text2wave: what the recogniser can understand of it at best.</summary>
internal static class SpeakingVoice
{
    public static bool IsInstalled => Tool.Exists("text2wave");

    /// <summary>Speaks a line; mono at the rate that is given back.</summary>
    public static (float[] Samples, int Rate) Speak(string line, string folder)
    {
        var (text, wave) = (Path.Combine(folder, "say.txt"), Path.Combine(folder, "say.riff"));
        File.WriteAllText(text, line);
        Tool.Run("text2wave", ["-eval", "(voice_cmu_us_slt_arctic_hts)", "-o", wave, text]);
        using var file = File.OpenRead(wave);
        var sound = WavReader.Read(file, int.MaxValue);
        return (sound.ToMono(), sound.Rate);
    }
}
