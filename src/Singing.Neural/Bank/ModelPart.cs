namespace Troubadour.Singing.Neural;

/// <summary>A folder with a dsconfig.yaml: the acoustic model's, or a predictor's. Each has its own list of phonemes and singers.</summary>
internal sealed class ModelPart
{
    /// <summary>The name of a part's configuration.</summary>
    public const string ConfigurationName = "dsconfig.yaml";

    private readonly Dictionary<string, long> _languages;

    private ModelPart(BankSettings settings)
    {
        Settings = settings;
        Phonemes = PhonemeTable.Read(settings.Folder, settings.Text("phonemes") ?? "phonemes.txt");
        _languages = settings.Text("languages") is { } name
            ? PhonemeTable.Numbers(settings.Folder, name, "the list of languages")
            : [];
        Speakers = SpeakerTable.Read(settings);
        Frame = ModelFrame.Read(settings);
        IsContinuous = settings.Flag("use_continuous_acceleration", false);
    }

    /// <summary>Its configuration.</summary>
    public BankSettings Settings { get; }

    /// <summary>Its phonemes.</summary>
    public PhonemeTable Phonemes { get; }

    /// <summary>Its singers; null when it has one only.</summary>
    public SpeakerTable? Speakers { get; }

    /// <summary>Its frames.</summary>
    public ModelFrame Frame { get; }

    /// <summary>True when its sampler counts depth from 0 to 1, false when in steps of a thousand.</summary>
    public bool IsContinuous { get; }

    /// <summary>True when its languages are listed.</summary>
    public bool HasLanguages => _languages.Count > 0;

    /// <summary>Reads a part.</summary>
    /// <exception cref="InvalidDataException">Something is missing or wrong.</exception>
    public static ModelPart Read(BankFolder folder) => new(BankSettings.Read(folder, ConfigurationName));

    /// <summary>The part that holds a predictor: its own folder, else the bank's top; null when there is none.</summary>
    /// <param name="bank">The bank's top.</param>
    /// <param name="top">The part at the top.</param>
    /// <param name="folder">"dsdur", "dspitch" or "dsvariance".</param>
    /// <param name="key">The key that names the model.</param>
    /// <exception cref="InvalidDataException">Something is missing or wrong.</exception>
    public static ModelPart? Find(BankFolder bank, ModelPart top, string folder, string key)
    {
        if (bank.Inner(folder) is { } inner && inner.Has(ConfigurationName))
        {
            return Read(inner).Checked(key);
        }

        return top.Settings.Text(key) is null || top.Settings.Text("linguistic") is null ? null : top.Checked(key);
    }

    /// <summary>The number of a phoneme's language, which stands before the slash in its name; 0 where there is none.</summary>
    public long Language(string phoneme) =>
        phoneme.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
            ? _languages.GetValueOrDefault(phoneme[..slash])
            : 0;

    private ModelPart Checked(string key)
    {
        Settings.Folder.Require(Settings.Required("linguistic"), "the linguistic encoder");
        Settings.Folder.Require(Settings.Required(key), $"the model \"{key}\"");
        return this;
    }
}
