using Troubadour.Audio;

namespace Troubadour.Mixing;

/// <summary>Makes the returns that a set of channels needs: one reverb of each kind, one delay, one chorus, each only if something feeds it.</summary>
internal static class Returns
{
    public static List<Return> For(
        IReadOnlyList<Channel> channels,
        MixSettings settings,
        DuckGain? ducker,
        int chunkFrames,
        int rate
    )
    {
        var gain = (float)DeterministicMath.FromDecibels(settings.ReturnsDb);
        var returns = new List<Return>();
        foreach (var kind in (ReadOnlySpan<ReverbKind>)[ReverbKind.Room, ReverbKind.Plate, ReverbKind.Hall])
        {
            var room = settings.Reverbs.TryGetValue(kind, out var own) ? own : ReverbSettings.Of(kind);
            Add(ReverbSends(channels, kind, settings.OwnReverb), () => new Reverb(room, rate), ducker);
        }

        Add(DelaySends(channels), () => new TempoDelay(settings.Delay, rate), ducker);
        Add(ChorusSends(channels), () => new Chorus(rate), null);
        return returns;

        void Add(List<Send> sends, Func<IReturnEffect> make, DuckGain? under)
        {
            if (sends.Count > 0)
            {
                returns.Add(new(make(), sends, gain, under, chunkFrames));
            }
        }
    }

    private static List<Send> ReverbSends(IReadOnlyList<Channel> channels, ReverbKind kind, ReverbKind ownKind)
    {
        var sends = new List<Send>();
        foreach (var channel in channels)
        {
            if (channel.Settings.ReverbSendDb is { } level && channel.Settings.Reverb == kind)
            {
                sends.Add(new(channel, SendTap.Fader, (float)DeterministicMath.FromDecibels(level)));
            }

            if (channel.Settings.OwnSendsDb is { } own && kind == ownKind)
            {
                sends.Add(new(channel, SendTap.OwnReverb, (float)DeterministicMath.FromDecibels(own)));
            }
        }

        return sends;
    }

    private static List<Send> DelaySends(IReadOnlyList<Channel> channels) =>
        [.. channels.Where(c => c.Settings.DelaySendDb is not null).Select(c => new Send(c, SendTap.DelayCurve, 1))];

    private static List<Send> ChorusSends(IReadOnlyList<Channel> channels)
    {
        var sends = new List<Send>();
        foreach (var channel in channels)
        {
            if (channel.Settings.ChorusSendDb is { } level)
            {
                sends.Add(new(channel, SendTap.Fader, (float)DeterministicMath.FromDecibels(level)));
            }

            if (channel.Settings.OwnSendsDb is { } own)
            {
                sends.Add(new(channel, SendTap.OwnChorus, (float)DeterministicMath.FromDecibels(own)));
            }
        }

        return sends;
    }
}
