using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Spectre.Console;
using Troubadour.Engine;
using Troubadour.Server.Settings;
using Troubadour.Server.Working;

namespace Troubadour.Cli;

/// <summary>"troubadour make": a song without a server.</summary>
public static class MakeCommand
{
    private const int Refused = 2;

    /// <summary>The verb.</summary>
    public static Command Create(IEngineFactory engine)
    {
        var options = new MakeOptions();
        var command = new Command(
            "make",
            "Make one song into a folder: WAV, MP3, stems, MIDI, the song itself and its word times."
        );
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(options, parsed, engine, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        MakeOptions options,
        ParseResult parsed,
        IEngineFactory factory,
        CancellationToken cancellation
    )
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            var brief = await options.BriefAsync(parsed, cancellation);
            var folder = parsed.GetValue(options.Out)!;
            Directory.CreateDirectory(folder);
            var engine = factory.Create(new Dictionary<string, string>(), EnginePurpose.Make);
            var request = new MakeRequest(
                SongOrder.Compose(engine.Prepare(SongOrder.Compose(brief))),
                folder,
                !parsed.GetValue(options.NoStems),
                !parsed.GetValue(options.NoMp3)
            );
            var made = await ShowAsync(engine, request, cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Path.Combine(folder, "master.wav")}: {made.Seconds:F2} s, {made.Genre}, {made.Mood}, seed {made.Seed}"
                )
            );
            return 0;
        }
        catch (Exception e)
            when (e is SongRefusedException or SettingsException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return Refused;
        }
    }

    private static Task<MadeSong> ShowAsync(IMusicEngine engine, MakeRequest request, CancellationToken cancellation)
    {
        // Progress belongs to people: the bar goes to standard error and only to a terminal.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console
            .Progress()
            .AutoClear(true)
            .StartAsync(async context =>
            {
                var bar = context.AddTask("compose", maxValue: 1);
                var progress = new BarProgress(bar);
                return await engine.MakeAsync(request, progress, cancellation);
            });
    }

    private sealed class BarProgress(ProgressTask bar) : IProgress<MakeProgress>
    {
        public void Report(MakeProgress value)
        {
            bar.Description = value.Stage.ToString().ToLowerInvariant();
            bar.Value = value.Fraction;
        }
    }
}
