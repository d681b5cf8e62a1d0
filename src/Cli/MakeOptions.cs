using System.Collections.Immutable;
using System.CommandLine;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Families.Nuro;
using Troubadour.Server.Http;

namespace Troubadour.Cli;

/// <summary>The options of "troubadour make" and the brief they spell.</summary>
internal sealed class MakeOptions
{
    private readonly Option<string?> _lyrics = new("--lyrics")
    {
        Description = "A file with the lyrics; without it an instrumental is made.",
    };
    private readonly Option<string[]> _genre = Choice(
        "--genre",
        [.. Vocabulary.VocalGenres, .. Vocabulary.BgmGenres],
        "Genre; up to five for an instrumental."
    );
    private readonly Option<string[]> _mood = Choice(
        "--mood",
        [.. Vocabulary.VocalMoods, .. Vocabulary.BgmMoods],
        "Mood; up to five for an instrumental."
    );
    private readonly Option<string[]> _instrument = Choice(
        "--instrument",
        Vocabulary.Instruments,
        "Instruments of an instrumental."
    );
    private readonly Option<string[]> _theme = Choice("--theme", Vocabulary.Themes, "Themes of an instrumental.");
    private readonly Option<string?> _description = new("--description")
    {
        Description = "What it should be like, in words or tags.",
    };
    private readonly Option<string?> _exclude = new("--exclude") { Description = "What it should not have, in words." };
    private readonly Option<string?> _gender = new("--gender") { Description = "Female or Male." };
    private readonly Option<string?> _timbre = new("--timbre")
    {
        Description = "Timbre of the voice, by the contract's or by the short name.",
    };
    private readonly Option<double?> _duration = new("--duration") { Description = "Length in seconds, 1 to 240." };
    private readonly Option<double?> _bpm = new("--bpm") { Description = "Tempo, 40 to 240." };
    private readonly Option<string?> _key = new("--key") { Description = "Key, such as 'F# minor'." };
    private readonly Option<string?> _meter = new("--meter", "--time-signature")
    {
        Description = "Time signature, such as 3/4.",
    };
    private readonly Option<string?> _chords = new("--chords")
    {
        Description = "Chords, one a bar: 'Am F C G', or by section 'verse: Am F; chorus: C G,E'.",
    };
    private readonly Option<string?> _structure = new("--structure")
    {
        Description = "Sections in order with bars or seconds: 'intro:4 verse:8 chorus:8 outro:12s'.",
    };
    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Same seed, same song.",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Where to.</summary>
    public Option<string> Out { get; } = new("--out") { Description = "The folder to write to.", Required = true };

    /// <summary>Leave the stems out.</summary>
    public Option<bool> NoStems { get; } = new("--no-stems") { Description = "Write no stems." };

    /// <summary>Leave the MP3 out.</summary>
    public Option<bool> NoMp3 { get; } = new("--no-mp3") { Description = "Write no MP3." };

    public void AddTo(Command command)
    {
        Option[] all =
        [
            _lyrics,
            _genre,
            _mood,
            _instrument,
            _theme,
            _description,
            _exclude,
            _gender,
            _timbre,
            _duration,
            _bpm,
            _key,
            _meter,
            _chords,
            _structure,
            _seed,
            Out,
            NoStems,
            NoMp3,
        ];
        foreach (var option in all)
        {
            command.Add(option);
        }
    }

    /// <exception cref="SongRefusedException">A value is none of those allowed.</exception>
    public async Task<SongBrief> BriefAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(_lyrics);
        var duration = Range(parsed.GetValue(_duration), "duration", 1, 240);
        return new SongBrief
        {
            IsVocal = file is not null,
            Lyrics = file is null ? "" : await File.ReadAllTextAsync(file, cancellation),
            Description = parsed.GetValue(_description) ?? "",
            Exclude = parsed.GetValue(_exclude) ?? "",
            Genres =
            [
                .. (parsed.GetValue(_genre) ?? []).Where(name =>
                    Known(name, file is not null, Vocabulary.VocalGenres, Vocabulary.BgmGenres)
                ),
            ],
            Moods =
            [
                .. (parsed.GetValue(_mood) ?? []).Where(name =>
                    Known(name, file is not null, Vocabulary.VocalMoods, Vocabulary.BgmMoods)
                ),
            ],
            Instruments = [.. parsed.GetValue(_instrument) ?? []],
            Themes = [.. parsed.GetValue(_theme) ?? []],
            Gender = GenderOf(parsed.GetValue(_gender)),
            Timbre = TimbreOf(parsed.GetValue(_timbre)),
            Seconds = duration,
            Bpm = Range(parsed.GetValue(_bpm), "bpm", ExactValues.Slowest, ExactValues.Fastest),
            Key = Read<Key?>(parsed.GetValue(_key), text => ExactValues.Key(text, "--key")),
            Meter = Read<Meter?>(parsed.GetValue(_meter), text => ExactValues.Meter(text, "--meter")),
            Chords =
                Read(parsed.GetValue(_chords), text => ChordText.Sections(text, "--chords")) ?? new SongBrief().Chords,
            Segments =
                Read<ImmutableArray<SegmentBrief>?>(
                    parsed.GetValue(_structure),
                    text => StructureText.Read(text, "--structure")
                ) ?? [],
            Seed = parsed.GetValue(_seed),
        };
    }

    private static Option<string[]> Choice(string name, IEnumerable<string> values, string description)
    {
        var option = new Option<string[]>(name) { Description = description, AllowMultipleArgumentsPerToken = false };
        return option.AcceptOnlyFromAmong([.. values.Distinct()]);
    }

    private static bool Known(string name, bool vocal, IReadOnlyList<string> sung, IReadOnlyList<string> played) =>
        (vocal ? sung : played).Contains(name)
            ? true
            : throw new SongRefusedException(
                $"'{name}' is no value for {(vocal ? "a song" : "an instrumental")}; allowed are: {string.Join(", ", vocal ? sung : played)}."
            );

    private static double? Range(double? value, string name, double low, double high) =>
        value is { } number && (number < low || number > high)
            ? throw new SongRefusedException($"--{name} must lie between {low} and {high}.")
            : value;

    private static Gender? GenderOf(string? text) =>
        text is null ? null : Literals.Gender(text) ?? throw new SongRefusedException("--gender is Female or Male.");

    private static Timbre? TimbreOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var named = Enum.TryParse<Timbre>(text, out var timbre) && Enum.IsDefined(timbre);
        return Literals.Timbre(text)
            ?? (
                named
                    ? timbre
                    : throw new SongRefusedException($"--timbre is one of: {string.Join(", ", Vocabulary.Timbres)}.")
            );
    }

    private static T? Read<T>(string? text, Func<string, T> read)
    {
        try
        {
            return text is null ? default : read(text);
        }
        catch (FormatException e)
        {
            throw new SongRefusedException(e.Message, e);
        }
    }
}
