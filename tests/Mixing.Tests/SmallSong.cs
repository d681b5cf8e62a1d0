using Troubadour.Audio;

namespace Troubadour.Mixing.Tests;

/// <summary>A few seconds of stems that use every part of the mixer.</summary>
internal static class SmallSong
{
    public const int Frames = 7 * Signals.Rate + 1234;

    public static List<IStemSource> Sources() =>
        [
            new ArraySource("kick", Signals.Hits(1, 0.8, 22050, Frames)),
            new ArraySource("bass", Signals.Sine(55, 0.4, Frames)),
            new ArraySource(
                "keys",
                Signals.Sine(440, 0.2, Frames / 2),
                Signals.Sine(554.4, 0.2, Frames / 2),
                Signals.Sine(440, 0.05, Frames / 2),
                Signals.Sine(554.4, 0.05, Frames / 2)
            ),
            new ArraySource("pad", Signals.Noise(2, 0.1, Frames), Signals.Noise(3, 0.1, Frames)),
            new ArraySource("lead", Signals.Hits(4, 0.5, 66150, Frames)),
        ];

    public static KeySpan[] Words { get; } = [new(0, 0.1), new(1.5, 1.62), new(3, 4.1), new(4.5, 4.6), new(6, 6.05)];

    public static MixSettings Settings { get; } =
        new()
        {
            Channels =
            [
                new()
                {
                    Id = "kick",
                    Compressor = new(-12, 4, 0.005, 0.08, 2),
                    DriveDb = 3,
                },
                new()
                {
                    Id = "bass",
                    Sidechain = new("kick", 4),
                    Bands = [new(EqKind.Peak, 300, -3, 1)],
                },
                new()
                {
                    Id = "keys",
                    Pan = -0.3,
                    ChorusSendDb = -9,
                    ReverbSendDb = -15,
                    Reverb = ReverbKind.Room,
                    GainCurve = [new(1, 0), new(3, -6), new(4, 2)],
                },
                new()
                {
                    Id = "pad",
                    HighPassHz = 200,
                    LowPassHz = 9000,
                    Width = 1.4,
                    Duck = new(3, 0.02, 0.25) { Spans = Words },
                    ReverbSendDb = -10,
                    Reverb = ReverbKind.Hall,
                },
                new()
                {
                    Id = "lead",
                    HighPassHz = 90,
                    DeEsser = new(),
                    Compressor = new(-20, 3, 0.004, 0.1, 4),
                    ReverbSendDb = -12,
                    DelaySendDb = -14,
                    DelaySendCurve = [new(2, 0), new(2.1, 6), new(3, 0)],
                    Bands =
                    [
                        new(EqKind.HighShelf, 8000, 2),
                        new(EqKind.Peak, 2500, 2, 0.8),
                        new(EqKind.LowShelf, 150, -2),
                    ],
                },
            ],
            ReturnsDuck = new(4, 0.01, 0.2) { Spans = Words },
        };
}
