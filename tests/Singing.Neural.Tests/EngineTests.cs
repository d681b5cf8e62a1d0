using Troubadour.Engine;
using Troubadour.Music;

namespace Troubadour.Singing.Neural.Tests;

/// <summary>The engine chooses a voice by what lies where, and sings a song with a bank.</summary>
public class EngineTests
{
    [Fact]
    public void Without_settings_the_voice_is_debians() =>
        Assert.Equal(DebianParts.Voice, EmbeddedEngine.FindVoice(Options(null, null)));

    [Fact]
    public void A_named_file_wins_and_may_be_missing()
    {
        using var bank = new TinyBank().Write();
        Assert.Equal(DebianParts.Voice, EmbeddedEngine.FindVoice(Options(DebianParts.Voice, bank.Voices)));
        Assert.Null(EmbeddedEngine.FindVoice(Options("/nowhere/a.htsvoice", bank.Voices)));
    }

    [Fact]
    public void A_bank_is_found_by_folder_by_name_and_as_the_only_voice()
    {
        using var bank = new TinyBank().Write();
        Directory.CreateDirectory(Path.Combine(bank.Voices, "no-bank"));
        Assert.Equal(bank.Folder, EmbeddedEngine.FindVoice(Options(bank.Folder, null)));
        Assert.Equal(bank.Folder, EmbeddedEngine.FindVoice(Options("bank", bank.Voices)));
        Assert.Equal(bank.Folder, EmbeddedEngine.FindVoice(Options(null, bank.Voices)));
    }

    [Fact]
    public void An_hts_voice_in_the_folder_is_found_too_and_two_voices_must_be_told_apart()
    {
        using var bank = new TinyBank();
        var file = Path.Combine(bank.Voices, "other.htsvoice");
        File.WriteAllText(file, "");
        Assert.Equal(file, EmbeddedEngine.FindVoice(Options(null, bank.Voices)));
        bank.Write();
        var fault = Assert.Throws<MissingPartException>(() => EmbeddedEngine.FindVoice(Options(null, bank.Voices)));
        Assert.Contains("holds 2 voices (bank, other.htsvoice)", fault.Message, StringComparison.Ordinal);
        Assert.Equal(file, EmbeddedEngine.FindVoice(Options("other.htsvoice", bank.Voices)));
    }

    [Fact]
    public void Folders_that_are_no_bank_and_damaged_voices_are_refused_in_a_sentence()
    {
        using var bank = new TinyBank().Write();
        Assert.Contains("without dsconfig.yaml", Fault(bank.Voices, null), StringComparison.Ordinal);
        Assert.Contains("voices folder is missing", Fault(null, "/nowhere"), StringComparison.Ordinal);
        File.Delete(bank.At("acoustic.onnx"));
        Assert.Contains("the acoustic model is missing", Fault(bank.Folder, null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[GLOBAL]\nSTREAM_TYPE:MCP,LF0\n[DATA]\n", "")]
    [InlineData("[GLOBAL]\nFULLCONTEXT_FORMAT:HTS_TTS_JPN\nSTREAM_TYPE:MCP,LF0\n[DATA]\n", "HTS_TTS_JPN")]
    [InlineData("[GLOBAL]\nSTREAM_TYPE:MGC,LF0,BAP\n[DATA]\n", "MCP must be among them")]
    [InlineData("hello", "no HTS voice")]
    [InlineData("", "no HTS voice")]
    public void An_hts_voice_that_cannot_sing_here_is_refused_in_a_sentence(string content, string sentence)
    {
        using var bank = new TinyBank();
        var file = Path.Combine(bank.Voices, "bad.htsvoice");
        File.WriteAllText(file, content);
        using var engine = new EmbeddedEngine(Options(file, null), TimeProvider.System);
        var fault = Assert.Throws<MissingPartException>(engine.Warm);
        Assert.StartsWith($"The voice {file} cannot be used: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SAMPLING_FREQUENCY:32000", "SAMPLING_FREQUENCY:48000", "FRAME_PERIOD:160", "FRAME_PERIOD:240")]
    [InlineData("SAMPLING_FREQUENCY:32000", "SAMPLING_FREQUENCY:24000", "FRAME_PERIOD:160", "FRAME_PERIOD:120")]
    public void An_hts_voice_of_another_rate_sings(params string[] changes)
    {
        var bytes = File.ReadAllBytes(DebianParts.Voice);
        for (var i = 0; i < changes.Length; i += 2)
        {
            var at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(changes[i]));
            System.Text.Encoding.ASCII.GetBytes(changes[i + 1]).CopyTo(bytes, at);
        }

        using var bank = new TinyBank();
        var file = Path.Combine(bank.Voices, "rate.htsvoice");
        File.WriteAllBytes(file, bytes);
        var sung = new Singer(HtsVoice.Load(file)).Sing(Phrases.BoatSong(), Phrases.Warm, 1);
        Assert.InRange(sung.Samples.Max(), 0.1f, 0.6f);
        var middle = (int)((2.4 - sung.Start) * 44_100);
        Assert.Equal(440 * Math.Pow(2, 2 / 12.0), PitchTracker.At(sung.Samples, middle, 44_100, 493.9), 15.0);
    }

    [Fact]
    public async Task A_song_is_sung_with_a_generated_bank()
    {
        using var bank = new TinyBank { Noisy = true, HasDurations = true }.Write();
        var folder = Directory.CreateDirectory(Path.Combine(bank.Voices, "song")).FullName;
        using var engine = new EmbeddedEngine(Options(bank.Folder, null) with { Threads = 2 }, TimeProvider.System);
        var brief = new SongBrief
        {
            Lyrics = "[verse]\nThe morning light is on the water\nAnd every bird begins to sing",
            Genres = ["Pop"],
            Gender = Gender.Female,
            Timbre = Timbre.Warm,
            Seconds = 16,
            Seed = 5,
        };
        var made = await engine.MakeAsync(
            new MakeRequest(SongOrder.Compose(brief), folder, true, false),
            new Progress<MakeProgress>(),
            CancellationToken.None
        );
        Assert.InRange(made.Seconds, 14, 18);
        var stems = Directory.GetFiles(Path.Combine(folder, "stems")).Select(Path.GetFileName).ToList();
        Assert.Contains(
            stems,
            name =>
                name!.Contains("voice", StringComparison.Ordinal) || name.Contains("vocal", StringComparison.Ordinal)
        );
        Assert.True(new FileInfo(Path.Combine(folder, "master.wav")).Length > 14 * 44_100 * 4);
    }

    private static string Fault(string? voice, string? voices) =>
        Assert.Throws<MissingPartException>(() => EmbeddedEngine.FindVoice(Options(voice, voices))).Message;

    private static EngineOptions Options(string? voice, string? voices) =>
        new()
        {
            SoundBank = "/usr/share/sounds/sf2/sf_GMbank.sf2",
            Voice = voice,
            Voices = voices,
            Dictionary = DebianParts.Dictionary,
            Styles = Path.Combine(AppContext.BaseDirectory, "styles"),
        };
}
