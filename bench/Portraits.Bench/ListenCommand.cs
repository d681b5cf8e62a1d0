using Troubadour.Audio;

namespace Troubadour.Portraits.Bench;

/// <summary>Prints what is heard in files.</summary>
internal static class ListenCommand
{
    /// <summary>Runs it.</summary>
    public static void Run(string[] files)
    {
        var listener = new VoiceListener();
        var matcher = new VoiceMatcher();
        foreach (var file in files)
        {
            using var stream = File.OpenRead(file);
            try
            {
                var portrait = listener.Listen(WavReader.Read(stream).ToStereo());
                var match = matcher.Match(portrait);
                Console.WriteLine($"{file}: {PortraitFile.ToText(portrait)}");
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"  {match.Voice}, distance {match.Distance:0.0}, confidence {match.Confidence:0.00}"
                    )
                );
            }
            catch (NoVoiceException e)
            {
                Console.WriteLine($"{file}: {e.Message}");
            }
        }
    }
}
