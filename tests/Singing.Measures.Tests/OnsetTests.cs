using Troubadour.Audio;

namespace Troubadour.Singing.Measures.Tests;

public sealed class OnsetTests : IDisposable
{
    private const int Rate = 16000;
    private readonly string _folder = Directory.CreateTempSubdirectory("onset-tests").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Vowels_stand_alone_and_consonants_together()
    {
        var pieces = Pieces.Of(["p", "ey", "p", "er", "b", "ow", "t", "s", "t", "ax", "iy"]);
        Assert.Equal(
            ["c_p", "v_ey", "c_p", "v_er", "c_b", "v_ow", "c_t_s_t", "v_ax", "v_iy"],
            pieces.Select(p => p.Label)
        );
        Assert.Equal("AH", pieces[7].Pronunciation);
    }

    [Fact]
    public void Errors_are_taken_from_aligned_takes_only()
    {
        var errors = OnsetErrors.Of([([1.02, 2.00, 2.97], [1, 2, 3]), ([], [1, 2])], 10);
        Assert.Equal(3, errors.Vowels);
        Assert.Equal(1, errors.Unaligned);
        Assert.Equal(0, errors.Bias, 6);
        Assert.Equal(20, errors.Absolute, 6);
        Assert.Equal(10, errors.Centred, 6);
    }

    // A law: speech that starts later by 120 ms has its vowels later by 120 ms.
    [ToolFact("text2wave", "pocketsphinx_batch")]
    public void Vowels_move_with_the_sound()
    {
        var speech = Speech("paper boats along the river");
        string[] phones = [.. "p ey p er b ow t s ax l ao ng dh ax r ih v er".Split(' ')];
        Write("early", speech);
        Write("late", [.. new float[Rate * 12 / 100], .. speech]);
        var starts = new VowelAligner(_folder).Align([("early", phones), ("late", phones)]);
        Assert.Equal(8, starts[0].Length);
        Assert.Equal(starts[0].Order(), starts[0]);
        Assert.All(starts[0].Zip(starts[1]), p => Assert.InRange(p.Second - p.First, 0.10, 0.14));
    }

    private float[] Speech(string line)
    {
        var (text, wave) = (Path.Combine(_folder, "line.txt"), Path.Combine(_folder, "line.riff"));
        File.WriteAllText(text, line);
        Tool.Run("text2wave", ["-o", wave, text]);
        using var file = File.OpenRead(wave);
        var sound = WavReader.Read(file, int.MaxValue);
        return Resampler.Convert(sound.ToMono(), sound.Rate, Rate);
    }

    private void Write(string name, float[] samples)
    {
        using var writer = new WavWriter(File.Create(Path.Combine(_folder, name + ".wav")), 1, Rate, WavFormat.Pcm16);
        writer.Write(samples);
    }
}
