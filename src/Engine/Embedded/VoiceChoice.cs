using Troubadour.Singing.Neural;

namespace Troubadour.Engine;

/// <summary>
/// Which voice sings: the one that is named, a file or the folder of a bank; else the only one in the voices folder; else Debian's.
/// </summary>
/// <param name="Path">The .htsvoice file, or the bank's folder.</param>
/// <param name="IsBank">True for a neural voicebank.</param>
internal sealed record VoiceChoice(string Path, bool IsBank)
{
    /// <summary>True when it is there.</summary>
    public bool Exists => IsBank ? Voicebank.IsBank(Path) : File.Exists(Path);

    /// <summary>Looks; a file that is named, and Debian's, may be missing.</summary>
    /// <exception cref="MissingPartException">A folder is no bank, the voices folder is missing, or it holds more than one voice.</exception>
    public static VoiceChoice Find(EngineOptions options)
    {
        if (options.Voice is { } named)
        {
            return Named(named, options.Voices);
        }

        if (options.Voices is not { } folder)
        {
            return new VoiceChoice(DebianParts.Voice, false);
        }

        if (!Directory.Exists(folder))
        {
            throw new MissingPartException($"The voices folder is missing: {folder}.");
        }

        var voices = Within(folder);
        return voices.Count switch
        {
            0 => new VoiceChoice(DebianParts.Voice, false),
            1 => voices[0],
            _ => throw new MissingPartException(
                $"The voices folder {folder} holds {voices.Count} voices ({string.Join(", ", voices.Select(Name))}): "
                    + "name the one that sings with Troubadour:Engine:Voice."
            ),
        };
    }

    private static VoiceChoice Named(string named, string? folder)
    {
        if (Directory.Exists(named))
        {
            return Voicebank.IsBank(named)
                ? new VoiceChoice(named, true)
                : throw new MissingPartException(
                    $"The voice {named} is a folder without dsconfig.yaml, so it is no voicebank."
                );
        }

        // A bare name may be one of the voices folder.
        return
            !File.Exists(named)
            && folder is not null
            && named == System.IO.Path.GetFileName(named)
            && Directory.Exists(folder)
            && Within(folder).Find(voice => Name(voice) == named) is { } found
            ? found
            : new VoiceChoice(named, false);
    }

    private static List<VoiceChoice> Within(string folder) =>
        [
            .. Directory
                .EnumerateDirectories(folder)
                .Where(Voicebank.IsBank)
                .Select(path => new VoiceChoice(path, true))
                .Concat(Directory.EnumerateFiles(folder, "*.htsvoice").Select(path => new VoiceChoice(path, false)))
                .OrderBy(voice => voice.Path, StringComparer.Ordinal),
        ];

    private static string Name(VoiceChoice voice) => System.IO.Path.GetFileName(voice.Path);
}
