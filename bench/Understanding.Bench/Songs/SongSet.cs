using Troubadour.Music;

namespace Troubadour.Understanding.Bench;

/// <summary>The songs that are understood: thirty sung ones and twelve instrumentals.</summary>
internal static class SongSet
{
    // Style, time signature, key ("" for what the style likes), what it is about ("" for an instrumental).
    private static readonly (string Style, string Meter, string Key, string Words)[] s_plans =
    [
        ("pop", "4/4", "Eb major", "a letter that came too late"),
        ("pop-rock", "4/4", "E minor", "running from the town where I was born"),
        ("rock", "4/4", "A major", "a storm over the harbour"),
        ("folk", "4/4", "G major", "the old mill by the river"),
        ("country", "4/4", "D major", "my truck and the long road home"),
        ("punk", "4/4", "B minor", "we will not go to bed"),
        ("pop-punk", "4/4", "F major", "the last day of school"),
        ("electronic", "4/4", "C# minor", "lights of the city from above"),
        ("house", "4/4", "F minor", "dance with a stranger until morning"),
        ("synthwave", "4/4", "A minor", "driving at night with the radio on"),
        ("disco", "4/4", "Bb major", "the mirror ball turns for us"),
        ("funk", "4/4", "D minor", "my cat rules the kitchen"),
        ("contemporary-rnb", "4/4", "Ab major", "missing you on a rainy Sunday"),
        ("jazz", "4/4", "F major", "a small café in winter"),
        ("jazz-pop", "4/4", "C major", "two cups of coffee and no hurry"),
        ("bossa-nova", "4/4", "G minor", "the sea at noon"),
        ("reggae", "4/4", "A minor", "sun on the roof of my house"),
        ("latin-pop", "4/4", "F# minor", "a summer love on the island"),
        ("hip-hop", "4/4", "C minor", "how I learned to count my blessings"),
        ("pop-rap", "4/4", "G# minor", "nobody believed in me"),
        ("chinese-style", "4/4", "", "a lantern on the lake"),
        ("gufeng", "4/4", "", "the poet leaves the palace"),
        ("future-bass", "4/4", "E major", "falling through the clouds"),
        ("folk-waltz", "3/4", "C major", "grandmother's wedding dress"),
        ("jazz-waltz", "3/4", "Eb major", "the moon and the carousel"),
        ("folk-waltz", "3/4", "A minor", "a ship that never came back"),
        ("pop-ballad", "6/8", "Db major", "I should have said goodbye"),
        ("celtic", "6/8", "D minor", "the fair on the green hill"),
        ("rnb-soul", "12/8", "Bb minor", "stay a little longer tonight"),
        ("rock-shuffle", "12/8", "E major", "the night train to the south"),
        ("corporate", "4/4", "D major", ""),
        ("orchestral-epic", "4/4", "C minor", ""),
        ("cinematic", "6/8", "F minor", ""),
        ("lofi", "4/4", "Ab major", ""),
        ("chiptune", "4/4", "B major", ""),
        ("drum-and-bass", "4/4", "G minor", ""),
        ("afrobeat", "4/4", "E minor", ""),
        ("piano-solo", "4/4", "F# major", ""),
        ("jazz-waltz", "3/4", "G minor", ""),
        ("celtic", "6/8", "A major", ""),
        ("rock-shuffle", "12/8", "A major", ""),
        ("industrial", "4/4", "Bb minor", ""),
    ];

    /// <summary>Styles of which no song was in the training of the separation (models/README.md).</summary>
    public static IReadOnlyList<string> Strange { get; } =
    ["chinese-style", "contemporary-rnb", "future-bass", "jazz-pop", "pop-rap", "pop-rock"];

    /// <summary>The songs in order.</summary>
    public static IReadOnlyList<SongPlan> Plans { get; } =
    [
        .. s_plans.Select(
            (plan, i) =>
                new SongPlan(
                    i + 1,
                    plan.Style,
                    Meter.TryParse(plan.Meter, out var meter) ? meter : throw new FormatException(plan.Meter),
                    Key.TryParse(plan.Key, out var key) ? key : null,
                    plan.Words.Length == 0 ? null : plan.Words
                )
        ),
    ];
}
