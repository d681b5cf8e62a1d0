using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>All strips and side-chains of one mix, wired.</summary>
internal sealed class Desk
{
    private readonly Dictionary<string, Channel> _byId = [];

    public Desk(IReadOnlyList<IStemSource> sources, MixSettings settings, MixOptions options, int rate)
    {
        var keys = new List<(Ducker Ducker, string From)>();
        foreach (var source in sources)
        {
            var own = settings.Channels.FirstOrDefault(c => c.Id == source.Id) ?? new() { Id = source.Id };
            var duckers = new List<Ducker>();

            // A stem that is not in this song cannot be heard: no ducking.
            if (own.Sidechain is { } side && sources.Any(s => s.Id == side.From))
            {
                duckers.Add(new(side, options.ChunkFrames, rate));
                keys.Add((duckers[0], side.From));
            }

            var channel = new Channel(source, own, duckers, options, rate);
            Channels.Add(channel);
            if (!_byId.TryAdd(source.Id, channel))
            {
                throw new ArgumentException($"Two stems are called {source.Id}.", nameof(sources));
            }
        }

        foreach (var (ducker, from) in keys)
        {
            _byId[from].Listeners.Add(ducker);
        }
    }

    /// <summary>In the order of the sources.</summary>
    public List<Channel> Channels { get; } = [];
}
