using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>All strips, duckers and returns of one mix, wired.</summary>
internal sealed class Desk
{
    private readonly Dictionary<string, Channel> _byId = [];

    public Desk(IReadOnlyList<IStemSource> sources, MixSettings settings, MixOptions options, int rate)
    {
        var plans = new List<(ChannelSettings Settings, List<(Ducker Ducker, string From)> Duckers)>();
        foreach (var source in sources)
        {
            var own = settings.Channels.FirstOrDefault(c => c.Id == source.Id) ?? new() { Id = source.Id };
            var duckers = new List<(Ducker, string)>();
            foreach (var duck in (ReadOnlySpan<DuckSettings?>)[own.Sidechain, own.Duck])
            {
                // A stem that is not in this song cannot be heard: no ducking.
                if (duck is not null && sources.Any(s => s.Id == duck.From))
                {
                    duckers.Add((new(duck, options.ChunkFrames, rate), duck.From));
                }
            }

            plans.Add((own, duckers));
            var strip = new ChannelStrip(own, duckers.Select(d => d.Item1), rate);
            var channel = new Channel(source, own, strip, options, rate);
            Channels.Add(channel);
            if (!_byId.TryAdd(source.Id, channel))
            {
                throw new ArgumentException($"Two stems are called {source.Id}.", nameof(sources));
            }
        }

        foreach (var (ducker, from) in plans.SelectMany(p => p.Duckers))
        {
            _byId[from].Listeners.Add(ducker);
        }

        if (settings.ReturnsDuck is { } returnsDuck && _byId.TryGetValue(returnsDuck.From, out var lead))
        {
            ReturnsDucker = new(returnsDuck, options.ChunkFrames, rate);
            lead.Listeners.Add(ReturnsDucker);
        }

        Returns = Mixing.Returns.For(Channels, settings, ReturnsDucker, options.ChunkFrames, rate);
    }

    /// <summary>In the order of the sources.</summary>
    public List<Channel> Channels { get; } = [];

    /// <summary>Shared by all channels.</summary>
    public List<Return> Returns { get; }

    /// <summary>Turns the returns down under the lead voice.</summary>
    public Ducker? ReturnsDucker { get; }
}
