using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Finds another singer than a song's own: who was asked for, or one that the seed draws.</summary>
internal static class SingerChoice
{
    // A voice through a vocoder is an effect that nobody gets unasked.
    private static readonly ImmutableArray<Timbre> Usual =
    [
        .. Enum.GetValues<Timbre>().Where(timbre => timbre != Timbre.Electrified),
    ];

    /// <summary>
    /// The singer. What is asked for holds; where only one of gender and timbre is, the other changes only if nothing else would be
    /// another. With nothing asked for, the gender changes in every other draw, where the melody allows it.
    /// </summary>
    /// <param name="own">The song's singer.</param>
    /// <param name="gender">The gender asked for.</param>
    /// <param name="timbre">The timbre asked for.</param>
    /// <param name="reaches">True when a singer of the other gender reaches the melody.</param>
    /// <param name="random">Draws.</param>
    public static VoiceSpec Another(VoiceSpec own, Gender? gender, Timbre? timbre, bool reaches, RandomStream random)
    {
        var other = own.Gender == Gender.Female ? Gender.Male : Gender.Female;
        var turns = random.Child("gender").Chance(0.5);
        var drawn = random.Child("timbre").Pick([.. Usual.Where(another => another != own.Timbre)]);
        var chosen = (gender, timbre) switch
        {
            ({ } asked, { } colour) => new VoiceSpec(asked, colour),
            ({ } asked, null) => new VoiceSpec(asked, asked == own.Gender ? drawn : own.Timbre),
            (null, { } colour) => new VoiceSpec(colour == own.Timbre ? other : own.Gender, colour),
            _ => new VoiceSpec(turns && reaches ? other : own.Gender, drawn),
        };
        return chosen with { Person = Singers.Drawn(unchecked((long)random.Child("person").NextBits())) };
    }
}
