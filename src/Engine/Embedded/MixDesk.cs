using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;
using Troubadour.Rendering;

namespace Troubadour.Engine;

/// <summary>Brings voices and instruments to the mixer.</summary>
internal sealed class MixDesk(Song song, Choir choir, SoundBank bank, int threads)
{
    /// <summary>How a song without a balance of its own is mixed and mastered.</summary>
    public MixPolish Polish { get; init; } = MixPolish.Usual;

    /// <summary>The first tick that the song's balance does not know.</summary>
    public int NewFrom { get; init; } = int.MaxValue;

    /// <summary>Plays, mixes and masters the song.</summary>
    public Mixed Run(MixOptions options, CancellationToken cancellation)
    {
        var tracks = ScoreFlattener.Tracks(song);
        var balance = new Balance(song, song.MixState);
        var loudness = GainStaging.Measure(
            [.. tracks.Where(track => balance.IsNew(track.Id))],
            bank,
            threads,
            cancellation
        );
        var planner = new MixPlanner(
            song,
            choir,
            balance.Levels(loudness),
            new Dynamics(song, song.MixState, NewFrom),
            song.MixState?.Polish ?? Polish
        );
        var sources = choir.Sources().ToList<IStemSource>();
        sources.AddRange(tracks.Select(track => new InstrumentPlayer(bank, track)));
        var frames = (int)Math.Round(song.Seconds * SampleRate.House);
        var first = ClipWindow.Of(song).FirstFrame;
        var result = new MixDown(planner.Plan()).Run(
            sources,
            frames,
            options with
            {
                Threads = threads,
                FirstFrame = first,
            },
            cancellation
        );
        return new Mixed(song with { MixState = planner.State(result.Report.MasterGainDb) }, result);
    }
}
