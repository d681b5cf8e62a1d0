using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Troubadour.Cli.Tests;

/// <summary>The program as a person runs it, in processes of its own.</summary>
public sealed class MakeCommandTests : IDisposable
{
    private const string Lyrics = "[verse]\nThe morning light is on the water\n[chorus]\nWe are going home\n";
    private readonly string _root = Directory.CreateTempSubdirectory("troubadour-make-").FullName;

    [Fact]
    public async Task The_same_arguments_give_the_same_bytes_with_processor_features_on_and_off()
    {
        var first = await MakeAsync("first", []);
        var plain = await MakeAsync("plain", new() { ["DOTNET_EnableHWIntrinsic"] = "0" });
        var narrow = await MakeAsync("narrow", new() { ["DOTNET_EnableAVX2"] = "0", ["DOTNET_PROCESSOR_COUNT"] = "1" });

        Assert.Equal(Hash(first), Hash(plain));
        Assert.Equal(Hash(first), Hash(narrow));
        string[] expected =
        [
            "cover.jpg",
            "fingerprint.bin",
            "lyrics.json",
            "master.mp3",
            "master.wav",
            "report.json",
            "song.json",
            "song.mid",
            "stems",
        ];
        Assert.Equal(expected, Directory.EnumerateFileSystemEntries(first).Select(Path.GetFileName).Order());
        Assert.Contains("vocals.wav", Directory.EnumerateFiles(Path.Combine(first, "stems")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_song_of_an_hts_voice_loads_no_inference_library()
    {
        using var process = Start([.. Arguments("lean"), "--genre", "Pop", "--duration", "12"], []);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var loaded = "";
        while (!process.HasExited)
        {
            // A process that is ending has no maps any more.
            var maps = await MapsAsync(process.Id);
            loaded = maps.Length > 0 ? maps : loaded;
            await Task.Delay(5);
        }

        Assert.True(process.ExitCode == 0, await error + await output);
        Assert.Contains("Troubadour.Singing", loaded, StringComparison.Ordinal);
        Assert.Contains("libmp3lame", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("libonnxruntime", loaded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--genre", "Poplar")]
    [InlineData("--gender", "female")]
    [InlineData("--timbre", "Loud")]
    [InlineData("--duration", "0")]
    [InlineData("--bpm", "400")]
    [InlineData("--key", "H minor")]
    [InlineData("--meter", "5/7")]
    [InlineData("--chords", "Am H C")]
    [InlineData("--chords", "solo: Am")]
    [InlineData("--structure", "verse:0")]
    [InlineData("--structure", "verse:8 solo:4")]
    [InlineData("--structure", "intro:4 outro:4")]
    public async Task A_wrong_value_is_refused_in_a_sentence(string option, string value)
    {
        var (code, _, error) = await RunAsync([.. Arguments("refused"), option, value], []);

        Assert.NotEqual(0, code);
        Assert.NotEqual("", error.Trim());
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_for_exactly_is_in_the_song()
    {
        List<string> exact =
        [
            "--description",
            "folk waltz, no drums",
            "--bpm",
            "90",
            "--key",
            "Bb major",
            "--chords",
            "verse: Bb F; chorus: Gm,Eb Cm F",
            "--structure",
            "intro:1 verse:4 chorus:3",
            "--no-stems",
            "--no-mp3",
        ];
        var (code, _, error) = await RunAsync([.. Arguments("exact"), .. exact], []);
        Assert.True(code == 0, error);
        var song = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_root, "exact", "song.json")))!;
        Assert.Equal(
            ["intro 1", "verse 4", "chorus 3"],
            song["sections"]!.AsArray().Select(s => $"{(string)s!["kind"]!} {(int)s["bars"]!}")
        );
        Assert.Equal([90.0], song["tempos"]!.AsArray().Select(t => (double)t!["quartersPerMinute"]!));
        Assert.Equal((10, 3), ((int)song["key"]!["tonic"]!, (int)song["meter"]!["beats"]!));
        Assert.DoesNotContain("Drums", song["parts"]!.AsArray().Select(p => (string)p!["role"]!));
    }

    [Theory]
    [InlineData("--Troubadour:Engine:Threads=none", "Threads")]
    [InlineData("--Troubadour:Engine:Mp3Kilobits=7", "Mp3Kilobits")]
    [InlineData("--Troubadour:Engine:Loudness=3", "Loudness")]
    [InlineData("--Troubadour:Worker=3", "Worker")]
    public async Task An_impossible_or_unknown_setting_stops_the_start_with_a_sentence(string setting, string named)
    {
        var data = "--Troubadour:DataDirectory=" + Path.Combine(_root, "data");
        var (code, _, error) = await RunAsync(["serve", data, setting], []);

        Assert.Equal(2, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private List<string> Arguments(string name)
    {
        var lyrics = Path.Combine(_root, "lyrics.txt");
        File.WriteAllText(lyrics, Lyrics);
        return ["make", "--lyrics", lyrics, "--out", Path.Combine(_root, name), "--seed", "7"];
    }

    private async Task<string> MakeAsync(string name, Dictionary<string, string> environment)
    {
        var (code, output, error) = await RunAsync(
            [
                .. Arguments(name),
                "--genre",
                "Pop",
                "--mood",
                "Happy",
                "--gender",
                "Female",
                "--timbre",
                "Warm",
                "--duration",
                "12",
            ],
            environment
        );
        Assert.True(code == 0, error);
        Assert.Contains("12.00 s, Pop, Happy, seed 7", output, StringComparison.Ordinal);
        return Path.Combine(_root, name);
    }

    private static string Hash(string folder) =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) is not "report.json")
                .Order(StringComparer.Ordinal)
                .Select(file =>
                    Path.GetFileName(file) + " " + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))
                )
        );

    private static async Task<(int Code, string Output, string Error)> RunAsync(
        List<string> arguments,
        Dictionary<string, string> environment
    )
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static async Task<string> MapsAsync(int process)
    {
        try
        {
            return await File.ReadAllTextAsync($"/proc/{process}/maps");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static Process Start(List<string> arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "troubadour.dll"), .. arguments]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
