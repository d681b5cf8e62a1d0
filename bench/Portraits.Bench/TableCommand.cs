using Troubadour.Music;

namespace Troubadour.Portraits.Bench;

/// <summary>Listens to all our voices and writes what was heard into <c>src/Portraits/Data</c>.</summary>
internal static class TableCommand
{
    private const int Persons = 16;
    private const int Clips = 3;

    private static readonly string Folder = Path.Combine("src", "Portraits", "Data");

    /// <summary>The voices of the table: person 0, the parameter set itself, and persons 1 to 15 of each.</summary>
    public static IEnumerable<VoiceSpec> Voices(int persons) =>
        from gender in Enum.GetValues<Gender>()
        from timbre in Enum.GetValues<Timbre>()
        from person in Enumerable.Range(0, persons)
        select new VoiceSpec(gender, timbre) { Person = person };

    /// <summary>Runs it: about four CPU minutes.</summary>
    public static void Run()
    {
        var repertoire = new Repertoire("harbour", "lanterns", "orchard");
        var book = Book(repertoire);
        File.WriteAllText(Path.Combine(Folder, "vowels.json"), PortraitData.ToText(book.Sounds) + "\n");
        var listener = new VoiceListener(book);
        var voices = Voices(Persons)
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(2)
            .Select((voice, index) => (voice, Heard(repertoire, listener, voice, index)))
            .ToList();
        var table = PortraitTableMaker.Make(voices);
        File.WriteAllText(Path.Combine(Folder, "voices.json"), PortraitData.ToText(table) + "\n");
    }

    // The reference voice at the pitches of both genders, since envelopes are read at harmonics.
    private static VowelBook Book(Repertoire repertoire)
    {
        var reference = new VoiceSpec(Gender.Female, Timbre.Warm);
        double[] shifts = [-14, -10, -7, -4, 0, 3, 6];
        return VowelBookMaker.Make(
            shifts.Select((shift, i) => VoiceListener.Spectra(repertoire.Clip(reference, 900 + i, shift)).Frames)
        );
    }

    private static double[][] Heard(Repertoire repertoire, VoiceListener listener, VoiceSpec voice, int index) =>
        [
            .. Enumerable
                .Range(0, Clips)
                .SelectMany(clip =>
                {
                    var number = 1000 + index * 10 + clip;
                    var dry = repertoire.Clip(voice, number);
                    return new[] { dry, Channel.Of(dry, number) };
                })
                .Select(clip => PortraitFeatures.Of(listener.Listen(clip))),
        ];
}
