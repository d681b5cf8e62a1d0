using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Makes a clip of a song: sings, plays, mixes, masters and writes its files.</summary>
internal sealed class ClipMaker(MakeJob job, StageWatch watch)
{
    /// <summary>Makes the clip.</summary>
    public MadeSong Make(Written written)
    {
        var request = job.Request;
        var song = new SwapSource(job).Balanced(written.Song);
        var choir = job.Sing(song);
        watch.Mark(MakeStage.Sing);
        var mixer = new SongMixer(job) { Polish = PolishOf(request), NewFrom = written.NewFrom };
        var mixed = Mix(mixer, song, choir);
        watch.Mark(MakeStage.Mix);
        job.ReportFiles();
        var files = new SongFiles(request, mixed.Song, job.Options.Mp3Kilobits, Math.Max(1, job.Options.Threads));
        files.Write(mixed.Result, choir, watch, job.Cancellation);
        return MakeJob.Told(song, mixed.Result.Master.Seconds);
    }

    // Two remasters of one song differ by their seeds: odd ones are a touch brighter and wider.
    private static MixPolish PolishOf(MakeRequest request)
    {
        var brief = request.Order.Brief;
        var own = request.Source?.MixState?.Polish ?? MixPolish.Usual;
        var polish = request.Order.Kind switch
        {
            OrderKind.Remaster => new MixPolish(brief.Detail, brief.Seed % 2 != 0) { Clarity = own.Clarity },
            OrderKind.Extend => own,
            _ => MixPolish.Usual,
        };
        return polish with { Clarity = brief.Clarity ?? polish.Clarity };
    }

    private Mixed Mix(SongMixer mixer, Song song, Choir choir)
    {
        var directory = job.Request.Directory;
        using var stems = job.Request.WithStems ? new StemFiles(Path.Combine(directory, "stems")) : null;
        return mixer.Mix(
            song,
            choir,
            new MixOptions
            {
                Stems = stems,
                SpoolFolder = directory,
                Progress = job.Mixing,
                MeasureChannels = true,
            }
        );
    }
}
