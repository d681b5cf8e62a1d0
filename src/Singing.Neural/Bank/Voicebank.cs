namespace Troubadour.Singing.Neural;

/// <summary>
/// A DiffSinger voicebank in the layout that OpenUtau reads (docs/voices.md says which files that are), its configuration read and
/// checked. Reading it loads no model and no native library. Everything in the folder is taken for hostile: sizes, depths and names are
/// bounded, and every fault is one sentence.
/// </summary>
public sealed class Voicebank
{
    private Voicebank(BankFolder folder)
    {
        Files = folder;
        Acoustic = ModelPart.Read(folder);
        AcousticModel = Acoustic.Settings.Required("acoustic");
        folder.Require(AcousticModel, "the acoustic model");
        Mel = MelFormat.Read(Acoustic.Settings);
        Operators = OperatorFile.Read(folder);
        Vocoder = VocoderPart.Find(folder, Acoustic);
        Durations = ModelPart.Find(folder, Acoustic, "dsdur", "dur");
        Pitch = Operators.UsesBankPitch ? ModelPart.Find(folder, Acoustic, "dspitch", "pitch") : null;
        Variance = ModelPart.Find(folder, Acoustic, "dsvariance", "variance");
        Phones = PhoneMap.Make(folder, [.. Parts.Select(part => part.Phonemes)], Operators);
        Name = NameOf(folder);
        CheckSpeakers();
    }

    /// <summary>The folder.</summary>
    public string Folder => Files.FullPath;

    /// <summary>The singer's name as the bank gives it, else the folder's.</summary>
    public string Name { get; }

    internal BankFolder Files { get; }

    internal ModelPart Acoustic { get; }

    internal string AcousticModel { get; }

    internal MelFormat Mel { get; }

    internal VocoderPart Vocoder { get; }

    internal ModelPart? Durations { get; }

    internal ModelPart? Pitch { get; }

    internal ModelPart? Variance { get; }

    internal OperatorFile Operators { get; }

    internal PhoneMap Phones { get; }

    private IEnumerable<ModelPart> Parts => new[] { Acoustic, Durations, Pitch, Variance }.OfType<ModelPart>();

    /// <summary>True when a folder says that it is a bank.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsBank(string folder) => File.Exists(Path.Combine(folder, ModelPart.ConfigurationName));

    /// <summary>Reads and checks a bank.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InvalidDataException">Something is missing, damaged or not supported; one sentence says what.</exception>
    public static Voicebank Read(string folder) => new(new BankFolder(folder));

    // character.yaml goes before character.txt, as in OpenUtau; neither is needed.
    private static string NameOf(BankFolder folder)
    {
        if (folder.Has("character.yaml") && BankSettings.Read(folder, "character.yaml").Text("name") is { } name)
        {
            return name;
        }

        if (folder.Has("character.txt"))
        {
            foreach (var line in folder.ReadText("character.txt", "character.txt").Split('\n'))
            {
                if (line.StartsWith("name=", StringComparison.OrdinalIgnoreCase))
                {
                    return line[5..].Trim();
                }
            }
        }

        return Path.GetFileName(folder.FullPath);
    }

    private void CheckSpeakers()
    {
        foreach (var part in Parts.Where(part => part.Speakers is not null))
        {
            foreach (var mix in Operators.Mixes)
            {
                try
                {
                    part.Speakers!.Mix(mix);
                }
                catch (InvalidDataException e)
                {
                    throw Files.Refuse(
                        $"speakers in {OperatorFile.Name}: {e.Message} in {part.Settings.Folder.FullPath}",
                        e
                    );
                }
            }
        }
    }
}
