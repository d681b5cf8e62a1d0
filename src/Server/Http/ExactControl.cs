using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Troubadour.Music;

namespace Troubadour.Server.Http;

/// <summary>
/// Our own optional fields of every create body: bpm, key, time_signature, seed, chords, structure. See docs/extensions.md.
/// </summary>
internal static class ExactControl
{
    private static readonly string[] SectionFields = ["section", "bars", "seconds"];

    /// <summary>The brief with the fields that the body has; a seed that is not given is drawn.</summary>
    /// <exception cref="ApiException">400: a field has a value that is not allowed.</exception>
    public static SongBrief Apply(Fields body, SongBrief brief)
    {
        try
        {
            var structure = Structure(body);
            return brief with
            {
                Bpm = body.Number("bpm", ExactValues.Slowest, ExactValues.Fastest) ?? brief.Bpm,
                Key = body.Text("key") is { } key ? ExactValues.Key(key, "key") : brief.Key,
                Meter = body.Text("time_signature") is { } meter
                    ? ExactValues.Meter(meter, "time_signature")
                    : brief.Meter,
                Seed = Seed(body),
                Chords = body.Has("chords") ? Chords(body) : brief.Chords,
                Segments = structure.IsEmpty ? brief.Segments : structure,
            };
        }
        catch (FormatException e)
        {
            throw ApiException.BadRequest(e.Message);
        }
    }

    /// <summary>The body's seed; one that is not given is drawn.</summary>
    public static long Seed(Fields body) => body.Long("seed") ?? Draw();

    /// <summary>A fresh seed, 0 or more.</summary>
    public static long Draw() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Chords(Fields body)
    {
        var kind = body.KindOf("chords");
        if (kind == JsonValueKind.String)
        {
            return ChordText.Sections(body.Text("chords")!, "chords");
        }

        var chords = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (kind == JsonValueKind.Array)
        {
            return chords.Add("", ChordText.Bars(body.Texts("chords", ChordText.MostBars, null), "chords"));
        }

        if (kind != JsonValueKind.Object)
        {
            throw new FormatException(
                "chords must be a string such as \"Am F C G\", an array of bars, or an object of these by section."
            );
        }

        var sections = body.Inner("chords");
        foreach (var name in sections.Names())
        {
            var field = $"chords.{SectionKinds.Read(name, "chords")}";
            var bars = sections.KindOf(name) switch
            {
                JsonValueKind.String => ChordText.Bars(sections.Text(name)!, field),
                JsonValueKind.Array => ChordText.Bars(sections.Texts(name, ChordText.MostBars, null), field),
                _ => throw new FormatException($"{field} must be a string such as \"Am F C G\" or an array of bars."),
            };
            chords = chords.SetItem(name, bars);
        }

        return chords.IsEmpty ? throw new FormatException("chords must not be empty.") : chords;
    }

    private static ImmutableArray<SegmentBrief> Structure(Fields body)
    {
        switch (body.KindOf("structure"))
        {
            case null:
                return [];
            case JsonValueKind.String:
                return StructureText.Read(body.Text("structure")!, "structure");
            case JsonValueKind.Array:
                var sections = body.Elements("structure", StructureText.MostSections)
                    .Select(Section)
                    .ToImmutableArray();
                return StructureText.Checked(sections, "structure");
            default:
                throw new FormatException(
                    "structure must be an array of sections or a string such as \"intro:4 verse:8 chorus:8\"."
                );
        }
    }

    private static SegmentBrief Section(Fields item, int index)
    {
        var field = $"structure[{index}]";
        if (item.Itself(field) is { } text)
        {
            return StructureText.Section(text, field);
        }

        var odd = item.Names().FirstOrDefault(name => !SectionFields.Contains(name));
        if (odd is not null)
        {
            throw new FormatException($"{field} has an unknown field. Allowed: {string.Join(", ", SectionFields)}.");
        }

        var kind = SectionKinds.Read(item.RequiredText("section"), $"{field}.section");
        var bars = item.Whole("bars", 1, StructureText.MostBars);
        var seconds = item.Number("seconds", 1, StructureText.MostSeconds);
        return bars is not null && seconds is not null
            ? throw new FormatException($"{field} has bars and seconds; give one of them.")
            : new SegmentBrief(kind, seconds, bars);
    }
}
