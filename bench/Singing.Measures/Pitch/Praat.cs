using System.Globalization;

namespace Troubadour.Singing.Measures;

/// <summary>
/// Tracks pitch and harmonicity with praat (Debian package praat; Boersma 1993): autocorrelation for the pitch, 75 to 1000 Hz,
/// cross-correlation for the harmonicity, a frame every 5 ms. The octave cost is 0.05: with praat's usual 0.01 the very even periods of a vocoder
/// are often heard an octave too low.
/// </summary>
public static class Praat
{
    private const string Script = """
        form Voice
          sentence folder
          sentence list
          sentence extension
        endform
        strings = Read Strings from raw text file: list$
        n = Get number of strings
        for i to n
          selectObject: strings
          name$ = Get string: i
          sound = Read from file: folder$ + "/" + name$ + extension$
          pitch = To Pitch (ac): 0.005, 75, 15, "no", 0.01, 0.35, 0.05, 0.35, 0.14, 1000
          selectObject: sound
          harmonicity = To Harmonicity (cc): 0.005, 75, 0.1, 1.0
          selectObject: pitch
          frames = Get number of frames
          text$ = ""
          for k to frames
            selectObject: pitch
            t = Get time from frame number: k
            f = Get value in frame: k, "Hertz"
            if f = undefined
              f = 0
            endif
            selectObject: harmonicity
            h = Get value at time: t, "nearest"
            if h = undefined
              h = -200
            endif
            text$ = text$ + fixed$ (t, 5) + " " + fixed$ (f, 4) + " " + fixed$ (h, 3) + newline$
          endfor
          writeFile: folder$ + "/" + name$ + ".track", text$
          removeObject: sound, pitch, harmonicity
        endfor
        """;

    /// <summary>True when the program is installed.</summary>
    public static bool IsInstalled => Tool.Exists("praat");

    /// <summary>Tracks WAV files, in the order of their names.</summary>
    /// <param name="folder">Where the files lie; tracks are written there too.</param>
    /// <param name="names">File names without extension.</param>
    /// <param name="extension">With its dot.</param>
    public static IReadOnlyList<VoiceTrack> Track(string folder, IReadOnlyList<string> names, string extension = ".wav")
    {
        ArgumentNullException.ThrowIfNull(names);
        var root = Path.GetFullPath(folder);
        var (script, list) = (Path.Combine(root, "track.praat"), Path.Combine(root, "track.list"));
        File.WriteAllText(script, Script);
        File.WriteAllLines(list, names);
        Tool.Run("praat", ["--run", script, root, list, extension]);
        return [.. names.Select(n => Read(Path.Combine(root, n + ".track")))];
    }

    private static VoiceTrack Read(string path) =>
        new([
            .. File.ReadLines(path)
                .Select(l => l.Split(' '))
                .Where(f => f.Length == 3)
                .Select(f => new VoiceFrame(Number(f[0]), Number(f[1]), Number(f[2]))),
        ]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
