using System.Globalization;
using System.Text;
using Troubadour.Rendering;
using Troubadour.Rendering.Bench;

const string Small = "/usr/share/sounds/sf2/sf_GMbank.sf2";
const string General = "/usr/share/sounds/sf3/MuseScore_General_Lite.sf3";
switch (args)
{
    case ["listen", var folder, var bank]:
        Listening.Write(bank, folder);
        break;
    case ["kernels"]:
        Kernels.Measure();
        break;
    case ["own", var bank]:
        Own(bank);
        break;
    case ["sweep"]:
        var sweep = new StringBuilder();
        SweepBench.Write(sweep);
        Console.WriteLine(sweep);
        break;
    case ["speed"]:
        var speed = new StringBuilder();
        SpeedBench.Write(speed, "Dense", Small, Piece.Dense());
        SpeedBench.Write(speed, "Sparse", Small, Piece.Sparse());
        Console.WriteLine(speed);
        break;
    case ["instruments"]:
        InstrumentBench.Write([Small, General]);
        break;
    default:
        WriteAll();
        break;
}

// Our side alone, to profile.
static void Own(string path)
{
    using var bank = SoundBank.Load(path);
    foreach (var piece in (Piece[])[.. Piece.Dense(), .. Piece.Sparse()])
    {
        for (var i = 0; i < 4; i++)
        {
            Console.WriteLine($"{piece.Name}: {OurRun.Take(bank, piece.Tracks, Piece.Seconds, 1)}");
        }
    }
}

static void WriteAll()
{
    var report = new StringBuilder();
    report.Append(
        CultureInfo.InvariantCulture,
        $"""
        # SoundFont player

        Pieces of {Piece.Seconds} s at 44.1 kHz through our player and the `fluidsynth` program (2.3.1: `{FluidSynth.Options}`), the same bank, in one run. Reverb and chorus are off on both sides, so our sends are not filled; repeated keys do not differ. CPU seconds, the best of two runs (7th order: one run; ours: the best of four); an empty file's seconds (start and bank loading) are subtracted from fluidsynth's; ours are warm, planning included, so decoding is shown apart. Wall seconds depend on what else the machine does.

        """
    );
    LoadingBench.Write(new StringBuilder(), [Small]);
    SpeedBench.Write(report, "Dense", Small, Piece.Dense());
    SpeedBench.Write(report, "Sparse", Small, Piece.Sparse());
    SpeedBench.Write(report, "Dense, compressed samples", General, Piece.Dense()[..1]);
    SweepBench.Write(report);
    LoadingBench.Write(report, [Small, General]);
    Console.WriteLine(report);
    Directory.CreateDirectory("bench/results");
    File.WriteAllText("bench/results/rendering.md", report.ToString());
}
