using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Makes an excerpt of the lead voice alone: its strip, rooms and echoes as in the mix, brought to the loudness of a master by itself,
/// without the bus compression that the band would drive.
/// </summary>
internal sealed class VoiceMaker(MakeJob job)
{
    private const double FadeSeconds = 0.02;

    /// <summary>Makes the excerpt.</summary>
    /// <param name="song">A song whose clip is the excerpt and whose only voice is the lead.</param>
    public MadeSong Make(Song song)
    {
        var choir = job.Sing(song);
        var dynamics = SectionDynamics.Of(song, int.MaxValue, null);
        var deck = song.Recording is null ? null : new TapeDeck(song, job.Tape);
        var settings = new MixPlanner(song, choir, [], dynamics, MixPolish.Usual) { Deck = deck }.Plan(null);
        var result = new MixDown(
            settings with
            {
                Bus = settings.Bus with { Glue = null },
                MasterGainDb = null,
                FadeOutSeconds = FadeSeconds,
            }
        ).Run(
            [.. choir.Sources(), .. deck?.Sources() ?? []],
            (int)Math.Round(song.Seconds * SampleRate.House),
            new MixOptions
            {
                Threads = job.Options.Threads,
                Progress = job.Mixing,
                FirstFrame = ClipWindow.Of(song).FirstFrame,
            },
            job.Cancellation
        );
        job.ReportFiles();
        var folder = new ClipFolder(job.Request.Directory);
        folder.WriteSong(song);
        folder.WriteJson("lyrics.json", LyricTimes.Of(song, choir));
        folder.WriteMaster(result.Master, song);
        if (job.Request.WithMp3)
        {
            folder.WriteMp3(result.Master, SongFiles.Tags(song), job.Options.Mp3Kilobits);
        }

        return MakeJob.Told(song, result.Master.Seconds);
    }
}
