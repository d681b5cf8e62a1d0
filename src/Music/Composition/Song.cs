using System.Collections.Immutable;

namespace Troubadour.Music;

/// <summary>A composed song: everything that is heard, before any sound. Every clip keeps its song, so that edits are exact.</summary>
public sealed record Song
{
    /// <summary>The version of this document's shape.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What was asked for, predictions filled in.</summary>
    public required SongBrief Brief { get; init; }

    /// <summary>The style's id.</summary>
    public required string Style { get; init; }

    /// <summary>The style whose swing is played, where an edit gave a sung part a band of another style; null is <see cref="Style"/>.</summary>
    public string? Groove { get; init; }

    /// <summary>A title taken from the lyrics or the description; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The key it starts in.</summary>
    public required Key Key { get; init; }

    /// <summary>The time signature.</summary>
    public required Meter Meter { get; init; }

    /// <summary>Tempo changes in rising order, the first at tick 0.</summary>
    public required ImmutableArray<TempoChange> Tempos { get; init; }

    /// <summary>The exact length in seconds, ring-out included.</summary>
    public required double Seconds { get; init; }

    /// <summary>The form.</summary>
    public required ImmutableArray<SongSection> Sections { get; init; }

    /// <summary>The harmony.</summary>
    public required ImmutableArray<ChordSpan> Chords { get; init; }

    /// <summary>The instruments.</summary>
    public required ImmutableArray<Part> Parts { get; init; }

    /// <summary>The singer; null for an instrumental.</summary>
    public VoiceSpec? Voice { get; init; }

    /// <summary>The sung phrases, lead, doubles and harmonies, in rising time within a layer.</summary>
    public ImmutableArray<VocalPhrase> Vocals { get; init; } = [];

    /// <summary>The lyrics as sung, each tag and line on its own line; empty for an instrumental.</summary>
    public string Lyrics { get; init; } = "";

    /// <summary>The lyrics of the clip alone, where it is not the whole song (see <see cref="From"/>); null takes <see cref="Lyrics"/>.</summary>
    public string? PartLyrics { get; init; }

    /// <summary>The mix the style wants.</summary>
    public required MixPlan Mix { get; init; }

    /// <summary>
    /// Where the clip starts, in ticks: 0 for a whole song; where the new part begins for an extension, which keeps the song it continues
    /// before it.
    /// </summary>
    public int From { get; init; }

    /// <summary>The seed of the sung takes, where an edit keeps those of an older song; null takes the brief's.</summary>
    public long? TakeSeed { get; init; }

    /// <summary>The stretch that was recorded anew last, over the song that was there before; null for none.</summary>
    public PunchIn? PunchIn { get; init; }

    /// <summary>How far all is tuned from an A of 440 Hz, in cents.</summary>
    public double TuneCents { get; init; }

    /// <summary>A recording from elsewhere that is heard in it; null for none.</summary>
    public Recording? Recording { get; init; }

    /// <summary>How the song was balanced when it was first mixed; edits keep it, so that what they do not touch stays as it was.</summary>
    public MixState? MixState { get; init; }
}
