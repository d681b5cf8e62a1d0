using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Singing.Neural;

/// <summary>
/// What the operator says of a bank, in "troubadour.yaml" in its folder; every key may be left out. Keys by singer are "Female",
/// "Male", or one with a timbre ("Female Powerful"), which goes first.
/// </summary>
internal sealed class OperatorFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "troubadour.yaml";

    private const double LargestShift = 12;

    private static readonly string[] Known =
    [
        "voice",
        "language",
        "phones",
        "speakers",
        "shift",
        "pitch",
        "steps",
        "pitch_steps",
        "variance_steps",
        "depth",
    ];

    private readonly Dictionary<string, ImmutableArray<SpeakerShare>> _speakers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _shifts = new(StringComparer.Ordinal);

    /// <summary>Nothing is said.</summary>
    public OperatorFile() { }

    private OperatorFile(BankSettings settings)
    {
        Voice = settings.Word("voice", "", "", "Female", "Male") switch
        {
            "Female" => Gender.Female,
            "Male" => Gender.Male,
            _ => null,
        };
        Language = settings.Text("language") ?? Language;
        UsesBankPitch = settings.Word("pitch", "ours", "ours", "bank") == "bank";
        Steps = settings.Integer("steps", Steps, 1, 1000);
        PitchSteps = settings.Integer("pitch_steps", PitchSteps, 1, 1000);
        VarianceSteps = settings.Integer("variance_steps", VarianceSteps, 1, 1000);
        Depth = settings.Number("depth", Depth, 0, 1);
        Phones = settings
            .Map("phones")
            .ToDictionary(pair => pair.Key, pair => settings.Texts(pair.Value, "phones: " + pair.Key, 4));
        foreach (var (who, node) in settings.Map("speakers"))
        {
            _speakers[Singer(settings, who, "speakers")] = Shares(settings, node);
        }

        foreach (var (who, node) in settings.Map("shift"))
        {
            _shifts[Singer(settings, who, "shift")] = settings.Number(node, "shift", -LargestShift, LargestShift);
        }
    }

    /// <summary>Whose voice the bank is; null when it is not said.</summary>
    public Gender? Voice { get; }

    /// <summary>The language whose phonemes are looked for first, as a prefix of their names.</summary>
    public string Language { get; } = "en";

    /// <summary>The bank's phonemes for phones of the radio set.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> Phones { get; } =
        new Dictionary<string, ImmutableArray<string>>();

    /// <summary>True when the bank's own predictor moves the pitch, where there is one.</summary>
    public bool UsesBankPitch { get; }

    /// <summary>Steps of the acoustic model's sampler.</summary>
    public int Steps { get; } = 20;

    /// <summary>Steps of the pitch predictor's sampler.</summary>
    public int PitchSteps { get; } = 10;

    /// <summary>Steps of the variance predictor's sampler.</summary>
    public int VarianceSteps { get; } = 20;

    /// <summary>Depth of shallow diffusion, 0 to 1; the bank's own limit holds too.</summary>
    public double Depth { get; } = 1;

    /// <summary>Reads a bank's file, where there is one.</summary>
    /// <exception cref="InvalidDataException">It holds a key or a value that is unknown.</exception>
    public static OperatorFile Read(BankFolder bank)
    {
        if (!bank.Has(Name))
        {
            return new OperatorFile();
        }

        var settings = BankSettings.Read(bank, Name);
        return settings.Names.FirstOrDefault(key => !Known.Contains(key)) is { } unknown
            ? throw settings.Wrong(unknown, $"is unknown; there are {string.Join(", ", Known)}")
            : new OperatorFile(settings);
    }

    /// <summary>The mix of the bank's singers that sings a part; empty when it is not said.</summary>
    public ImmutableArray<SpeakerShare> Speakers(VoiceSpec voice) =>
        _speakers.TryGetValue($"{voice.Gender} {voice.Timbre}", out var own) ? own
        : _speakers.TryGetValue(voice.Gender.ToString(), out var shared) ? shared
        : [];

    /// <summary>Every mix that is named, for checks.</summary>
    public IEnumerable<ImmutableArray<SpeakerShare>> Mixes => _speakers.Values;

    /// <summary>Semitones that formants are moved; null when it is not said.</summary>
    public double? Shift(VoiceSpec voice) =>
        _shifts.TryGetValue($"{voice.Gender} {voice.Timbre}", out var own) ? own
        : _shifts.TryGetValue(voice.Gender.ToString(), out var shared) ? shared
        : null;

    private static string Singer(BankSettings settings, string who, string key)
    {
        var parts = who.Split(' ');
        return
            parts.Length is 1 or 2
            && Enum.GetNames<Gender>().Contains(parts[0])
            && (parts.Length == 1 || Enum.GetNames<Timbre>().Contains(parts[1]))
            ? who
            : throw settings.Wrong(
                key,
                $"names \"{who}\", which is not Female or Male with or without one of {string.Join(", ", Enum.GetNames<Timbre>())}"
            );
    }

    private static ImmutableArray<SpeakerShare> Shares(BankSettings settings, YamlNode node) =>
        node switch
        {
            { Text: { } name } => [new SpeakerShare(name, 1)],
            { Keys: { Count: > 0 and <= 16 } keys } =>
            [
                .. keys.Select(pair => new SpeakerShare(
                    pair.Key,
                    settings.Number(pair.Value, "speakers", 0.001, 1000)
                )),
            ],
            _ => throw settings.Wrong("speakers", "must give a name, or names with their parts"),
        };
}
