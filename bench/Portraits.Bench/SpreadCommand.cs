using Troubadour.Music;
using Troubadour.Separation;

namespace Troubadour.Portraits.Bench;

/// <summary>Widens the table's spread by what songs do to voices: strips, rooms, other players' residue.</summary>
internal static class SpreadCommand
{
    /// <summary>Runs it over folders of songs; to be run once after the table was made.</summary>
    public static void Run(string[] folders)
    {
        using var separator = Separator.Load(Path.Combine("models", "separation.onnx"));
        var listener = new VoiceListener();
        var clips = new List<(VoiceSpec, double[])>();
        foreach (var folder in Songs.In(folders))
        {
            if (Songs.VoiceOf(folder) is { } voice)
            {
                var stem = Songs.Read(Path.Combine(folder, "stems", "vocals.wav"));
                var estimate = separator.Separate(Songs.Read(Path.Combine(folder, "master.wav")))[Stem.Vocals];
                clips.Add((voice, PortraitFeatures.Of(listener.Listen(stem))));
                clips.Add((voice, PortraitFeatures.Of(listener.Listen(estimate))));
            }
        }

        var table = PortraitTableMaker.Widened(PortraitData.Voices(), clips);
        File.WriteAllText(Path.Combine("src", "Portraits", "Data", "voices.json"), PortraitData.ToText(table) + "\n");
    }
}
