using System.Diagnostics;
using Troubadour.Music;
using Troubadour.Rendering;
using Troubadour.Rendering.Bench;

var path = args.Length > 1 ? args[1] : "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3";
var outDir = args[0];
Directory.CreateDirectory(outDir);
var w = Stopwatch.StartNew();
using var bank = SoundBank.Load(path);
Console.WriteLine($"load {w.ElapsedMilliseconds} ms, {bank.Presets.Length} presets, {bank.Name}");
foreach (
    var (name, b, p, low) in new[]
    {
        ("piano", 0, 0, 48),
        ("bass", 0, 33, 28),
        ("strings", 0, 48, 48),
        ("drums", 128, 0, 35),
        ("guitar", 0, 25, 40),
        ("lead", 0, 81, 60),
    }
)
{
    var notes = Enumerable.Range(0, 16).Select(i => new TimedNote(i * 0.5, i * 0.5 + 0.4, low + i, 40 + i * 5));
    var track = new InstrumentTrack(name, b, p, [.. notes], []);
    w.Restart();
    var player = new InstrumentPlayer(bank, track);
    var plan = w.Elapsed.TotalMilliseconds;
    w.Restart();
    var n = 44100 * 9;
    float[] l = new float[n],
        r = new float[n],
        rev = new float[n],
        cho = new float[n];
    player.Read(l, r, rev, cho);
    Console.WriteLine(
        $"{name}: plan {plan:F1} ms, render {w.Elapsed.TotalMilliseconds:F1} ms, peak {l.Max(Math.Abs):F3} {r.Max(Math.Abs):F3} rev {rev.Max(Math.Abs):F3} finished {player.IsFinished} {player.Preset?.Name}"
    );
    WaveFile.Write(Path.Combine(outDir, name + ".wav"), l, r, 44100);
    File.WriteAllBytes(Path.Combine(outDir, name + ".mid"), MidiFile.Write([track]));
}
