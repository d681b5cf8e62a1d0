using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Troubadour.Singing.Neural.Tests;

/// <summary>A voicebank of a few kilobytes, written anew for each test, with whatever a test wants of it.</summary>
internal sealed class TinyBank : IDisposable
{
    public const int Hop = 512;

    private static readonly string[] Vowels =
    [
        "aa",
        "ae",
        "ah",
        "ao",
        "aw",
        "ax",
        "ay",
        "eh",
        "er",
        "ey",
        "ih",
        "iy",
        "ow",
        "oy",
        "uh",
        "uw",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("troubadour-bank-").FullName;

    public IReadOnlyList<string> Phonemes { get; init; } = ["<PAD>", "AP", "SP", .. PhoneSubstitutes.Phones];

    public bool Json { get; init; }

    public int Rate { get; init; } = 44_100;

    public IReadOnlyList<string> Optional { get; init; } = ["steps"];

    public string More { get; init; } = "";

    public string? Operators { get; init; }

    public bool Noisy { get; init; }

    public float Poison { get; init; } = 1;

    public bool HasDurations { get; init; }

    public float? PitchOff { get; init; }

    public bool HasVariance { get; init; }

    public string Folder => Path.Combine(_root, "bank");

    public string Voices => _root;

    public static bool IsVowel(string phoneme) => Vowels.Contains(phoneme.Split('/')[^1].ToLowerInvariant());

    /// <summary>What the generated predictor says of a phoneme, in frames.</summary>
    public static float Frames(string phoneme) =>
        IsVowel(phoneme) ? 30
        : phoneme == "SP" ? 20
        : 4 + phoneme.Sum(c => c) % 5;

    public TinyBank Write()
    {
        var loudness = Phonemes
            .Select(p =>
                p is "SP" or "AP" or "<PAD>" ? -12f
                : IsVowel(p) ? 0f
                : -3f
            )
            .ToArray();
        WritePart("", "acoustic: acoustic.onnx\nvocoder: tiny_vocoder\nnum_mel_bins: 16\n" + More);
        Save("acoustic.onnx", TinyModels.Acoustic(loudness, Optional));
        File.WriteAllText(At("character.txt"), "name=Tiny\nauthor=Nobody\n");
        Directory.CreateDirectory(At("dsvocoder"));
        File.WriteAllText(
            At("dsvocoder/vocoder.yaml"),
            $"name: tiny_vocoder\nmodel: vocoder.onnx\nnum_mel_bins: 16\nhop_size: {Hop}\nsample_rate: {Rate}\n"
        );
        Save("dsvocoder/vocoder.onnx", TinyModels.Vocoder(Rate, Hop, Noisy, Poison));
        WritePredictors();
        if (Operators is not null)
        {
            File.WriteAllText(At("troubadour.yaml"), Operators);
        }

        return this;
    }

    public Voicebank Read() => Voicebank.Read(Folder);

    public NeuralSinger Load() => NeuralSinger.Load(Write().Read());

    public string At(string name) => Path.Combine(Folder, name);

    public void Save(string name, OnnxWriter model) => File.WriteAllBytes(At(name), model.Save());

    public void SaveVector(string name, params float[] values) =>
        File.WriteAllBytes(At(name), MemoryMarshal.AsBytes<float>(values).ToArray());

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void WritePredictors()
    {
        var frames = Phonemes.Select(Frames).ToArray();
        if (HasDurations)
        {
            WritePart("dsdur", "linguistic: ling.onnx\ndur: dur.onnx\n");
            Save("dsdur/ling.onnx", TinyModels.Linguistic(frames));
            Save("dsdur/dur.onnx", TinyModels.Durations(speakers: false));
        }

        if (PitchOff is { } off)
        {
            WritePart("dspitch", "linguistic: ling.onnx\npitch: pitch.onnx\nuse_continuous_acceleration: true\n");
            Save("dspitch/ling.onnx", TinyModels.Linguistic(frames, byPhoneme: true));
            Save("dspitch/pitch.onnx", TinyModels.Pitch(off));
        }

        if (HasVariance)
        {
            WritePart("dsvariance", "linguistic: ling.onnx\nvariance: var.onnx\n");
            Save("dsvariance/ling.onnx", TinyModels.Linguistic(frames, byPhoneme: true));
            Save("dsvariance/var.onnx", TinyModels.Variance());
        }
    }

    private void WritePart(string folder, string lines)
    {
        Directory.CreateDirectory(At(folder));
        var list = Json ? "phonemes.json" : "phonemes.txt";
        File.WriteAllText(
            At(Path.Combine(folder, list)),
            Json
                ? JsonSerializer.Serialize(
                    Phonemes.Select((p, i) => (p, i)).ToDictionary(pair => pair.p, pair => pair.i)
                )
                : string.Join('\n', Phonemes) + "\n"
        );
        File.WriteAllText(
            At(Path.Combine(folder, "dsconfig.yaml")),
            string.Create(
                CultureInfo.InvariantCulture,
                $"phonemes: {list}\nhidden_size: {TinyModels.Size}\nsample_rate: {Rate}\nhop_size: {Hop}\n{lines}"
            )
        );
    }
}
