using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Mixes songs; one of which a stretch was recorded anew is mixed as it was before and as it is now, and the stretch is laid over.</summary>
internal sealed class SongMixer(MakeJob job)
{
    /// <summary>How songs without a balance of their own are mixed and mastered.</summary>
    public MixPolish Polish { get; init; } = MixPolish.Usual;

    /// <summary>The first tick that the song's balance does not know.</summary>
    public int NewFrom { get; init; } = int.MaxValue;

    /// <summary>Which stems of a song are given as one.</summary>
    public Func<Song, IReadOnlyDictionary<string, string>>? Groups { get; init; }

    /// <summary>Mixes and masters a song.</summary>
    public Mixed Mix(Song song, Choir choir, MixOptions options)
    {
        if (song.PunchIn is not { } punch)
        {
            return MixOne(song, choir, options);
        }

        using var spool = options.Stems is null ? null : new StemSpool(options.SpoolFolder ?? Path.GetTempPath());
        var before = Mix(punch.Before, options with { Stems = spool, Progress = null, MeasureChannels = false });
        spool?.Rewind();
        var window = new PunchWindow(song, punch);
        var stems = spool is null ? null : new PunchedStems(options.Stems!, spool, window);
        var fresh = MixOne(Alike(song, before.Song), choir, options with { Stems = stems });
        var master = fresh.Result.Master;
        window.Lay(0, master.Left, before.Result.Master.Left);
        window.Lay(0, master.Right, before.Result.Master.Right);
        stems?.Finish(master.Length);
        return new Mixed(
            fresh.Song with
            {
                PunchIn = punch with { Before = before.Song },
            },
            new MixResult(master, Measured(fresh.Result.Report, master))
        );
    }

    private Mixed Mix(Song before, MixOptions options)
    {
        var quiet = job with { Progress = new Progress<MakeProgress>() };
        return Mix(before, quiet.Sing(before), options);
    }

    private Mixed MixOne(Song song, Choir choir, MixOptions options) =>
        song.Recording is null ? MixOne(song, choir, options, null) : MixBeside(song, choir, options);

    private Mixed MixBeside(Song song, Choir choir, MixOptions options)
    {
        var window = new TapeWindow(song, job.Tape, ClipWindow.Of(song).FirstFrame);
        var stems = options.Stems is null || window.IsEmpty ? null : new LaidStems(options.Stems, window);
        var live = LiveSong.Of(song);
        var mixed = MixOne(live, choir, options with { Stems = stems ?? options.Stems }, new TapeDeck(song, job.Tape));
        var own = song with { MixState = song.Recording!.IsWhole ? null : mixed.Song.MixState };
        if (window.IsEmpty)
        {
            return mixed with { Song = own };
        }

        var master = mixed.Result.Master;
        window.Lay(master);
        stems?.Finish(master.Length);
        return new Mixed(own, new MixResult(master, Measured(mixed.Result.Report, master)));
    }

    private Mixed MixOne(Song song, Choir choir, MixOptions options, TapeDeck? deck) =>
        new MixDesk(song, choir, job.Parts.Players, job.Options.Threads)
        {
            Polish = Polish,
            NewFrom = NewFrom,
            Deck = deck,
        }.Run(options with { StemGroups = Groups?.Invoke(song) ?? options.StemGroups }, job.Cancellation);

    // What is exchanged in both recordings is as loud in one as in the other.
    private static Song Alike(Song song, Song before) =>
        song.MixState is { Held: not MixHeld.None, LiveGainDb: null } state
            ? song with
            {
                MixState = state with { LiveGainDb = before.MixState?.LiveGainDb },
            }
            : song;

    private static MixReport Measured(MixReport report, AudioBuffer master)
    {
        var loudness = LoudnessMeter.Of(master);
        var peak = TruePeakMeter.Of(master);
        return report with
        {
            IntegratedLufs = loudness.Integrated,
            RangeLu = loudness.Range,
            TruePeakDb = peak.Decibels,
            SamplePeakDb = DeterministicMath.ToDecibels(peak.SamplePeak),
            ShortTermLufs = loudness.ShortTerm,
        };
    }
}
