using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Understanding.Bench;

/// <summary>A song of the set.</summary>
/// <param name="Number">Its place; its seeds follow from it.</param>
/// <param name="Style">The engine's name of its style.</param>
/// <param name="Meter">Its time signature.</param>
/// <param name="Key">Its key; null leaves it to the style.</param>
/// <param name="Words">What its lyrics are about; null for an instrumental.</param>
internal sealed record SongPlan(int Number, string Style, Meter Meter, Key? Key, string? Words)
{
    private const long FirstSeed = 930_000;
    private const double Seconds = 38;

    /// <summary>The folder's name.</summary>
    public string Name => FormattableString.Invariant($"{Number:00}-{Style}{(Words is null ? "-played" : "")}");

    /// <summary>Its seed; no song of the training has one over 10,000.</summary>
    public long Seed => FirstSeed + Number;

    /// <summary>What is asked of the engine.</summary>
    /// <param name="lyrics">Its words; empty for an instrumental.</param>
    public SongBrief Brief(string lyrics)
    {
        var timbres = Enum.GetValues<Timbre>();
        return new()
        {
            IsVocal = Words is not null,
            Lyrics = lyrics,
            Styles = ImmutableSortedDictionary<string, double>.Empty.Add(Style, 1),
            Gender = Number % 2 == 0 ? Gender.Female : Gender.Male,
            Timbre = timbres[Number * 2 % timbres.Length],
            Meter = Meter,
            Key = Key,
            Seconds = Seconds,
            Seed = Seed,
        };
    }
}
