using System.Collections.Immutable;
using System.Security.Cryptography;
using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Nuro;

/// <summary>Our own optional fields of a create body: bpm, key, time_signature, seed, chords, structure.</summary>
internal static class Extensions
{
    private const int MostChords = 512;
    private const int MostSections = 64;

    public static SongBrief Apply(Fields body, SongBrief brief)
    {
        var structure = body.Texts("structure", MostSections, Vocabulary.Sections);
        return brief with
        {
            Bpm = body.Number("bpm", 40, 240),
            Key = KeyOf(body),
            Meter = MeterOf(body),
            Seed = body.Long("seed") ?? BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue,
            Chords = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add(
                "",
                body.Texts("chords", MostChords, null)
            ),
            Segments = brief.Segments.IsEmpty
                ? [.. structure.Select(name => new SegmentBrief(name, null))]
                : brief.Segments,
        };
    }

    private static Key? KeyOf(Fields body)
    {
        if (body.Text("key") is not { } text)
        {
            return null;
        }

        return Key.TryParse(text, out var key)
            ? key
            : throw ApiException.BadRequest("key must be a key such as \"C\", \"Am\", \"F# minor\" or \"D dorian\".");
    }

    private static Meter? MeterOf(Fields body)
    {
        if (body.Text("time_signature") is not { } text)
        {
            return null;
        }

        return Meter.TryParse(text, out var meter)
            ? meter
            : throw ApiException.BadRequest("time_signature must be a metre such as \"4/4\", \"3/4\" or \"6/8\".");
    }
}
