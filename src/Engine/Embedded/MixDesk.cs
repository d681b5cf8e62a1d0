using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Mixing;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>Brings voices and instruments to the mixer.</summary>
internal sealed class MixDesk(Song song, Choir choir, Players players, int threads)
{
    /// <summary>How a song without a balance of its own is mixed and mastered.</summary>
    public MixPolish Polish { get; init; } = MixPolish.Usual;

    /// <summary>The first tick that the song's balance does not know.</summary>
    public int NewFrom { get; init; } = int.MaxValue;

    /// <summary>The recording that is heard in the song; null for none.</summary>
    public TapeDeck? Deck { get; init; }

    /// <summary>Plays, mixes and masters the song. A balance whose gains are damaged is found anew.</summary>
    public Mixed Run(MixOptions options, CancellationToken cancellation)
    {
        var frames = (int)Math.Round(song.Seconds * SampleRate.House);
        var held = HeldTrack.Of(song.MixState, frames);
        var isDamaged = held is null && song.MixState is { Held: not MixHeld.None };
        return Run(isDamaged ? song with { MixState = null } : song, held, frames, options, cancellation);
    }

    private Mixed Run(Song own, GainTrack? held, int frames, MixOptions options, CancellationToken cancellation)
    {
        var tracks = ScoreFlattener.Tracks(own);
        var balance = new Balance(own, own.MixState);
        var unknown = own.Parts.Zip(tracks).Where(pair => balance.IsNew(pair.First.Id));
        var found = new GainStaging(own.Mix, players).Measure([.. unknown], threads, cancellation);
        var levels = balance.Levels(found);
        var band = new BandLoudness(own, tracks, levels, players, threads, cancellation);
        var dynamics = SectionDynamics.Of(own, NewFrom, own.Parts.IsEmpty ? null : band.Of);
        var planner = new MixPlanner(own, choir, levels, dynamics, Polish) { Deck = Deck };
        var sources = choir.Sources().ToList<IStemSource>();
        sources.AddRange(tracks.Select(players.Of));
        sources.AddRange(Deck?.Sources() ?? []);
        var result = new MixDown(planner.Plan(held)).Run(
            sources,
            frames,
            options with
            {
                Threads = threads,
                FirstFrame = ClipWindow.Of(own).FirstFrame,
            },
            cancellation
        );
        return new Mixed(own with { MixState = planner.State(result.Report) }, result);
    }
}
