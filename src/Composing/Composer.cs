using System.Collections.Immutable;
using Troubadour.Lyrics;
using Troubadour.Music;

namespace Troubadour.Composing;

/// <summary>Turns a brief into a song: direction, form, harmony, melody, arrangement, performance.</summary>
public sealed class Composer
{
    private readonly Director _director;
    private readonly StyleLibrary _library;
    private readonly Pronouncer _pronouncer;
    private readonly Studio _studio;

    /// <summary>A composer over a style library; it keeps no state between songs and may serve many threads.</summary>
    public Composer(StyleLibrary library, Pronouncer pronouncer)
    {
        _director = new Director(library);
        _library = library;
        _pronouncer = pronouncer;
        _studio = new Studio(library);
    }

    /// <summary>The brief with genre, mood, gender and timbre predicted where they are missing.</summary>
    public SongBrief Fill(SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        return _director.Fill(brief);
    }

    /// <summary>Plans the form of a filled brief and throws it away: fails as <see cref="Compose"/> would, in a few milliseconds.</summary>
    /// <exception cref="LyricsDoNotFitException">Not even the first section fits the duration.</exception>
    /// <exception cref="BriefRefusedException">Wishes of the brief exclude each other.</exception>
    public void Check(SongBrief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var planner = new FormPlanner(_director.Direct(brief), _pronouncer.For(brief.Lyrics), _library.Forms);
        _ = brief.IsVocal ? planner.PlanSong(ReadLyrics(brief)) : planner.PlanInstrumental();
    }

    /// <summary>Says in words what the brief would become, and whether somebody would sing in it.</summary>
    public (bool IsVocal, ImmutableArray<string> Tags) Portray(SongBrief brief)
    {
        var filled = Fill(brief);
        return (filled.IsVocal, Portrait.Of(_director.Direct(filled)));
    }

    /// <summary>Composes the song. The same brief gives the same song.</summary>
    /// <exception cref="LyricsDoNotFitException">Not even the first section fits the duration.</exception>
    /// <exception cref="BriefRefusedException">Wishes of the brief exclude each other.</exception>
    public Song Compose(SongBrief brief)
    {
        var filled = Fill(brief);
        var direction = _director.Direct(filled);
        var planner = new FormPlanner(direction, _pronouncer.For(filled.Lyrics), _library.Forms);
        var lyrics = ReadLyrics(filled);
        var form = filled.IsVocal ? planner.PlanSong(lyrics) : planner.PlanInstrumental();
        var harmony = new Harmony(new Harmoniser(direction).Harmonise(form));
        var take = _studio.Record(direction, form, harmony, TuneMemory.Empty);
        return new Song
        {
            Brief = filled,
            Style = direction.Style.Id,
            Title = Title(filled, lyrics),
            Key = direction.Key,
            Meter = direction.Meter,
            Tempos = form.Tempos,
            Seconds = form.Seconds,
            Sections = take.Sections,
            Chords = harmony.Spans,
            Parts = take.Parts,
            Voice = filled.IsVocal ? Singers.Of(filled) : null,
            Vocals = take.Vocals,
            Lyrics = filled.IsVocal ? LyricsReader.Normalise(Sung(form, lyrics)) : "",
            Mix = Mix(direction),
        };
    }

    private static ImmutableArray<LyricSection> ReadLyrics(SongBrief brief) =>
        brief.IsVocal ? Structure.Apply(LyricsReader.Read(brief.Lyrics), brief.Segments) : [];

    private static IEnumerable<LyricSection> Sung(FormPlan form, ImmutableArray<LyricSection> lyrics) =>
        form.Sections.Where(section => section.Source >= 0).Select(section => lyrics[section.Source]);

    internal static MixPlan Mix(Direction direction)
    {
        var mix = direction.Style.Mix;
        return mix with
        {
            TiltDb = Math.Clamp(mix.TiltDb + direction.Effect.BrightDb, -5, 5),
            VocalReverbDb = mix.VocalReverbDb + direction.Effect.ReverbDb * 0.5,
        };
    }

    // The chorus's first line is what people call a song by.
    private static string Title(SongBrief brief, ImmutableArray<LyricSection> lyrics)
    {
        var named =
            lyrics.FirstOrDefault(s => s.Kind == "chorus" && !s.IsInstrumental)
            ?? lyrics.FirstOrDefault(s => !s.IsInstrumental);
        var text = named is null ? brief.Description : named.Lines[0].Shown;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6);
        var title = string.Join(' ', words);
        return title.Length == 0 ? "" : char.ToUpperInvariant(title[0]) + title[1..];
    }
}
