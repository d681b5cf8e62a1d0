using System.Globalization;
using System.Security.Cryptography;

namespace Troubadour.Singing;

/// <summary>
/// A statistical voice in the HTS voice format 1.0 (the ".htsvoice" file of hts_engine API 1.05 and later): mel-cepstra and log F0 as
/// five-state Gaussian models, chosen by decision trees over full-context labels. Immutable, so one instance may serve many threads.
/// </summary>
public sealed class HtsVoice
{
    internal HtsVoice(HtsFile file, string fingerprint)
    {
        Fingerprint = fingerprint;
        SampleRate = file.Integer("SAMPLING_FREQUENCY");
        FramePeriod = file.Integer("FRAME_PERIOD");
        StateCount = file.Integer("NUM_STATES");
        var questions = new QuestionTable();
        DurationTree = questions.ReadTrees(file.Text(file.Ranges("DURATION_TREE")[0]))[0];
        Durations = HtsFile.Distributions(file.Bytes(file.Ranges("DURATION_PDF")[0]), 1, 2 * StateCount)[0];
        Spectrum = ReadStream(file, questions, "MCP", StateCount);
        LogPitch = ReadStream(file, questions, "LF0", StateCount);
        Questions = questions.All;
        Alpha = Option(file.Value("OPTION[MCP]"), "ALPHA");
    }

    /// <summary>The SHA-256 of the file, in hexadecimal.</summary>
    public string Fingerprint { get; }

    /// <summary>Samples a second of the recordings behind the voice.</summary>
    public int SampleRate { get; }

    /// <summary>Samples a frame, at that rate.</summary>
    public int FramePeriod { get; }

    /// <summary>States a phone.</summary>
    public int StateCount { get; }

    /// <summary>The frequency warping of the mel-cepstra, a first-order all-pass coefficient.</summary>
    public double Alpha { get; }

    internal IReadOnlyList<Question> Questions { get; }

    internal DecisionTree DurationTree { get; }

    internal float[][] Durations { get; }

    internal HtsStream Spectrum { get; }

    internal HtsStream LogPitch { get; }

    /// <summary>Reads a voice.</summary>
    /// <param name="path">The ".htsvoice" file.</param>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not a voice of this format, or lacks a part that singing needs.</exception>
    public static HtsVoice Load(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var file = new HtsFile(bytes);
        try
        {
            return new HtsVoice(file, Convert.ToHexString(SHA256.HashData(bytes)));
        }
        catch (Exception e)
            when (e
                    is FormatException
                        or IndexOutOfRangeException
                        or ArgumentException
                        or KeyNotFoundException
                        or OverflowException
            )
        {
            throw new InvalidDataException($"The voice file {path} is damaged: {e.Message}", e);
        }
    }

    /// <summary>The mean lengths of a phone's states in frames.</summary>
    internal ReadOnlySpan<float> StateDurations(LabelContext label) =>
        Durations[DurationTree.Find(label)].AsSpan(0, StateCount);

    private static HtsStream ReadStream(HtsFile file, QuestionTable questions, string name, int states)
    {
        var order = file.Integer($"VECTOR_LENGTH[{name}]");
        var isMultiSpace = file.Integer($"IS_MSD[{name}]") == 1;
        var windows = file.Ranges($"STREAM_WIN[{name}]").Select(r => Window(file.Text(r))).ToArray();
        var length = order * windows.Length * 2 + (isMultiSpace ? 1 : 0);
        return new HtsStream
        {
            Order = order,
            IsMultiSpace = isMultiSpace,
            Windows = windows,
            Trees = questions.ReadTrees(file.Text(file.Ranges($"STREAM_TREE[{name}]")[0])),
            Distributions = HtsFile.Distributions(file.Bytes(file.Ranges($"STREAM_PDF[{name}]")[0]), states, length),
            GlobalVariance =
                file.Find($"USE_GV[{name}]") == "1"
                    ? HtsFile.Distributions(file.Bytes(file.Ranges($"GV_PDF[{name}]")[0]), 1, 2 * order)[0][0][..order]
                    : [],
        };
    }

    private static float[] Window(string text) =>
        [
            .. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(w => float.Parse(w, CultureInfo.InvariantCulture)),
        ];

    private static double Option(string options, string name)
    {
        foreach (var option in options.Split(','))
        {
            if (option.StartsWith($"{name}=", StringComparison.Ordinal))
            {
                return double.Parse(option[(name.Length + 1)..], CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidDataException($"The voice file has no {name}.");
    }
}
