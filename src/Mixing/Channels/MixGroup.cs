using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Stems that go to the master by one gain: all of a mix, or those that are held, or those that are not.</summary>
internal sealed class MixGroup
{
    private readonly BusFilter _filter;
    private readonly StereoBiquadChain? _tone;

    public MixGroup(
        IReadOnlyList<Channel> channels,
        MixSettings settings,
        HeldGroup? held,
        int chunkFrames,
        AudioBuffer mix
    )
    {
        (Channels, Settings, Held, Mix) = (channels, settings, held, mix);
        ReturnsDucker = settings.ReturnsDuck is { } duck ? new(duck, chunkFrames, mix.Rate) : null;
        Returns = Mixing.Returns.For(channels, settings, ReturnsDucker, chunkFrames, mix.Rate);
        Buses = [.. RoleBus.For(channels, settings, chunkFrames, mix.Rate)];
        _filter = new(settings.Bus, mix.Rate);
        Tone = settings.Tone;
        _tone = Tone is null ? null : ToneMatch.Filter(Tone, mix.Rate);
    }

    public IReadOnlyList<Channel> Channels { get; }

    /// <summary>Those of its channels that are compressed together.</summary>
    public IReadOnlyList<RoleBus> Buses { get; }

    /// <summary>The gains of its tone equaliser, once they are known.</summary>
    public IReadOnlyList<double>? Tone { get; set; }

    /// <summary>Its rooms, returns and bus filter.</summary>
    public MixSettings Settings { get; }

    /// <summary>What holds it, if anything.</summary>
    public HeldGroup? Held { get; }

    /// <summary>Shared by its channels.</summary>
    public List<Return> Returns { get; }

    /// <summary>Turns the returns down under the lead voice.</summary>
    public PlannedDucker? ReturnsDucker { get; }

    /// <summary>The whole song, behind the bus filter and before all gains.</summary>
    public AudioBuffer Mix { get; }

    /// <summary>One group of all channels; or the held ones and then the others, each with returns of its own.</summary>
    public static List<MixGroup> For(
        List<Channel> channels,
        MixSettings settings,
        int chunkFrames,
        int frames,
        int rate
    )
    {
        if (settings.Held is not { } held)
        {
            return [new(channels, settings, null, chunkFrames, new(frames, rate))];
        }

        bool IsHeld(Channel channel) => held.Ids.Contains(channel.Id);
        return
        [
            new([.. channels.Where(IsHeld)], held.Settings, held, chunkFrames, new(frames, rate)),
            new([.. channels.Where(c => !IsHeld(c))], settings, null, chunkFrames, new(frames, rate)),
        ];
    }

    public void SumChannels(int start, int frames)
    {
        foreach (var channel in Channels.Where(channel => channel.Sounds))
        {
            Kernels.Add(Mix.Left.AsSpan(start, frames), channel.Left);
            Kernels.Add(Mix.Right.AsSpan(start, frames), channel.Right);
        }
    }

    public void AddReturns(int start, int frames)
    {
        foreach (var one in Returns)
        {
            Kernels.Add(Mix.Left.AsSpan(start, frames), one.Left);
            Kernels.Add(Mix.Right.AsSpan(start, frames), one.Right);
        }
    }

    public void Filter(int start, int frames)
    {
        var left = Mix.Left.AsSpan(start, frames);
        var right = Mix.Right.AsSpan(start, frames);
        _filter.Process(left, right);
        _tone?.Process(left, right);
    }
}
