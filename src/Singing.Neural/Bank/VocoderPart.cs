namespace Troubadour.Singing.Neural;

/// <summary>A vocoder: a folder with a vocoder.yaml and a model.</summary>
internal sealed class VocoderPart
{
    private const string ConfigurationName = "vocoder.yaml";

    private VocoderPart(BankSettings settings)
    {
        Folder = settings.Folder;
        Model = settings.Required("model");
        Folder.Require(Model, "the vocoder's model");
        Frame = ModelFrame.Read(settings);
        Mel = MelFormat.Read(settings);
    }

    /// <summary>Where it is.</summary>
    public BankFolder Folder { get; }

    /// <summary>The model's file.</summary>
    public string Model { get; }

    /// <summary>Its frames.</summary>
    public ModelFrame Frame { get; }

    /// <summary>What its input means.</summary>
    public MelFormat Mel { get; }

    /// <summary>Finds a bank's vocoder: the folder "dsvocoder" in the bank, else the folder that it names, in the bank or beside it.</summary>
    /// <exception cref="InvalidDataException">It is missing or does not fit the acoustic model.</exception>
    public static VocoderPart Find(BankFolder bank, ModelPart acoustic)
    {
        var name = acoustic.Settings.Text("vocoder");
        var folder = Found(bank.Inner("dsvocoder"));
        if (folder is null && name is not null)
        {
            if (name is "" or "." or ".." || name.Any(c => c is '/' or '\\' or ':' || char.IsControl(c)))
            {
                throw acoustic.Settings.Wrong("vocoder", "must be the plain name of a folder");
            }

            folder = Found(bank.Inner(name)) ?? Found(bank.Beside(name));
        }

        if (folder is null)
        {
            throw bank.Refuse(
                $"its vocoder \"{name}\" is missing: put the unpacked folder with {ConfigurationName} at "
                    + $"{Path.Combine(bank.FullPath, "dsvocoder")} or beside the bank under its name"
            );
        }

        return new VocoderPart(BankSettings.Read(folder, ConfigurationName)).Fitting(bank, acoustic);
    }

    private static BankFolder? Found(BankFolder? folder) => folder?.Has(ConfigurationName) == true ? folder : null;

    private VocoderPart Fitting(BankFolder bank, ModelPart acoustic)
    {
        var difference =
            Frame == acoustic.Frame
                ? MelFormat.Read(acoustic.Settings).Difference(Mel)
                : $"it runs at {acoustic.Frame.Rate} Hz in frames of {acoustic.Frame.Hop} and the vocoder at {Frame.Rate} Hz in frames of {Frame.Hop}";
        return difference is null
            ? this
            : throw bank.Refuse($"its vocoder in {Folder.FullPath} does not fit: {difference}");
    }
}
