using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Finds the singer in person: each song has one of its own, unless its brief names her.</summary>
internal static class Singers
{
    /// <summary>The singer of a new song.</summary>
    public static VoiceSpec Of(SongBrief brief) =>
        new(brief.Gender ?? Gender.Female, brief.Timbre ?? Timbre.Warm) { Person = brief.Person ?? Drawn(brief.Seed) };

    /// <summary>Another gender or timbre is another person; without a change she stays.</summary>
    public static VoiceSpec Changed(VoiceSpec own, Gender? gender, Timbre? timbre, long seed)
    {
        var asked = own with { Gender = gender ?? own.Gender, Timbre = timbre ?? own.Timbre };
        return asked == own ? own : asked with { Person = Drawn(seed) };
    }

    /// <summary>The person that a seed draws; never 0.</summary>
    public static long Drawn(long seed) => 1 + (long)(new RandomStream(seed, "person").NextBits() >> 16);
}
