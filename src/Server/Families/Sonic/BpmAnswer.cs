using System.Text.Json.Serialization;
using Troubadour.Music;

namespace Troubadour.Server.Families.Sonic;

/// <summary>A clip's tempo, key and metre, as they were composed.</summary>
public sealed record BpmAnswer
{
    /// <summary>Always 200.</summary>
    [JsonPropertyName("code")]
    public int Code { get; } = 200;

    /// <summary>The facts.</summary>
    [JsonPropertyName("data")]
    public required BpmData Data { get; init; }

    /// <summary>The tempo again, where some clients look for it.</summary>
    [JsonPropertyName("bpm")]
    public double Bpm => Data.Bpm;

    /// <summary>Always "success".</summary>
    [JsonPropertyName("message")]
    public string Message { get; } = "success";

    internal static BpmAnswer Of(Song song)
    {
        var tempo = song.Tempos.Last(change => change.Tick <= song.From);
        var written = tempo.QuartersPerMinute * Ticks.PerQuarter / song.Meter.TicksPerPulse;
        // The tempos of an upload follow its beats, each a little off.
        var pulses = song.Recording is not null ? song.Brief.Bpm ?? written : written;
        return new BpmAnswer
        {
            Data = new BpmData(Math.Round(pulses, 3), song.Key.ToString(), song.Meter.ToString())
            {
                IsEstimated = song.Recording is not null,
            },
        };
    }
}
