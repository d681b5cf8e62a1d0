using Troubadour.Audio;
using Troubadour.Music;
using Troubadour.Separation;

namespace Troubadour.Portraits.Bench;

/// <summary>Voices of ours that are not in the table, with other words: are they found again?</summary>
internal static class ProveCommand
{
    private const int Persons = 3;

    private static readonly VoiceListener s_listener = new();
    private static readonly VoiceMatcher s_matcher = new();

    /// <summary>Runs it and writes the document.</summary>
    /// <param name="folders">Folders of rendered songs with stems, or none.</param>
    public static void Run(string[] folders)
    {
        void Add(Confusion kind, VoiceSpec voice, AudioBuffer clip)
        {
            var portrait = s_listener.Listen(clip);
            kind.Add(voice, portrait, s_matcher.Match(portrait));
        }

        var (dry, high, low) = (new Confusion("dry"), new Confusion("a fifth higher"), new Confusion("a fifth lower"));
        var changed = new Confusion("through an equaliser and a room");
        var (stem, separated) = (new Confusion("the vocal stem of a song"), new Confusion("separated from the master"));
        var repertoire = new Repertoire("tonight", "corner");
        foreach (var (voice, i) in Strangers().Select((voice, i) => (voice, i)))
        {
            var clip = repertoire.Clip(voice, 50_000 + i);
            Add(dry, voice, clip);
            Add(high, voice, repertoire.Clip(voice, 51_000 + i, 7));
            Add(low, voice, repertoire.Clip(voice, 52_000 + i, -7));
            Add(changed, voice, Channel.Of(clip, 70_000 + i));
        }

        using var separator = Separator.Load(Path.Combine("models", "separation.onnx"));
        foreach (var folder in Songs.In(folders))
        {
            if (Songs.VoiceOf(folder) is { } voice)
            {
                Add(stem, voice, Songs.Read(Path.Combine(folder, "stems", "vocals.wav")));
                var estimate = separator.Separate(Songs.Read(Path.Combine(folder, "master.wav")))[Stem.Vocals];
                Add(separated, voice, estimate);
            }
        }

        var text = ProveReport.Text(dry, high, low, changed, stem, separated);
        Console.WriteLine(text);
        File.WriteAllText(Path.Combine("bench", "results", "portraits.md"), text);
    }

    private static IEnumerable<VoiceSpec> Strangers() =>
        TableCommand.Voices(Persons).Select(voice => voice with { Person = 1_000_003 * (voice.Person + 1) });
}
