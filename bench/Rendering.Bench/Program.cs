using System.Globalization;
using System.Text;
using Troubadour.Rendering;
using Troubadour.Rendering.Bench;

if (args is ["listen", var folder, var listenBank])
{
    Listening.Write(listenBank, folder);
    return;
}

if (args is ["kernels"])
{
    Kernels.Measure();
    return;
}

if (args is ["own", var ownBank])
{
    using var opened = SoundBank.Load(ownBank);
    var piece = DensePiece.Make(60);
    for (var i = 0; i < 6; i++)
    {
        Console.WriteLine(OurRun.Take(opened, piece, 60, 1));
    }

    return;
}

const double Seconds = 60;
string[] banks =
    args.Length > 0
        ? args
        : ["/usr/share/sounds/sf2/sf_GMbank.sf2", "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3"];
var report = new StringBuilder();
report.AppendLine("# SoundFont player against fluidsynth\n");
report.AppendLine(
    CultureInfo.InvariantCulture,
    $"{Seconds} s of sixteen dense channels at 44.1 kHz, reverb and chorus off on both sides (ours still fills its sends). CPU seconds; fluidsynth's start and bank loading (an empty piece) are subtracted; ours is warm, so decoding is shown apart.\n"
);
report.AppendLine(
    "| bank | voices, mean / most | fluidsynth | ours, 1 thread | ours, 2 threads | ratio | decode, cold | ns a voice and frame |"
);
report.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
foreach (var path in banks)
{
    Measure(path);
}

Console.WriteLine(report);
Directory.CreateDirectory("bench/results");
File.WriteAllText("bench/results/rendering.md", report.ToString());

void Measure(string path)
{
    var tracks = DensePiece.Make(Seconds);
    using var bank = SoundBank.Load(path);
    var wave = Path.Combine(Path.GetTempPath(), "troubadour-rendering-bench.wav");
    var cold = OurRun.Take(bank, tracks, Seconds, 1);
    var one = OurRun.Take(bank, tracks, Seconds, 1);
    var theirs =
        FluidSynth.Run(path, tracks, wave)
        - FluidSynth.Run(path, [.. tracks.Select(t => t with { Notes = [], Controls = [] })], wave);
    var again = OurRun.Take(bank, tracks, Seconds, 1);
    var two = OurRun.Take(bank, tracks, Seconds, 2);
    var ours = Math.Min(one.PlanSeconds + one.RenderSeconds, again.PlanSeconds + again.RenderSeconds);
    var perVoice = Math.Min(one.RenderSeconds, again.RenderSeconds) / (one.MeanVoices * Seconds * 44100) * 1e9;
    report.AppendLine(
        CultureInfo.InvariantCulture,
        $"| {Path.GetFileName(path)} | {one.MeanVoices:F0} / {one.MostVoices} | {theirs:F2} | {ours:F2} | {two.PlanSeconds + two.RenderSeconds:F2} ({two.WallSeconds:F2} wall) | {theirs / ours:F1}x | {cold.PlanSeconds:F2} | {perVoice:F2} |"
    );
}
