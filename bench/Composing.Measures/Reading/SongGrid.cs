using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Composing.Measures;

/// <summary>A composed song's times on the grid of sixteenths: swing, bars and what is sung in them.</summary>
public sealed class SongGrid
{
    /// <summary>Reads the song's swing from the lead voice, or from all parts when nobody sings.</summary>
    public SongGrid(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        Song = song;
        Leads = [.. song.Vocals.Where(p => p.Layer == VoiceLayer.Lead && !p.Notes.IsEmpty)];
        var sung = Leads.SelectMany(phrase => phrase.Notes).Select(note => note.Tick).ToList();
        Swing = SwingFit.Of(sung.Count > 0 ? sung : [.. song.Parts.SelectMany(part => part.Notes).Select(n => n.Tick)]);
        BarSlots = song.Meter.TicksPerBar / Ticks.PerSixteenth;
        PulseSlots = song.Meter.TicksPerPulse / Ticks.PerSixteenth;
        var end = song.Sections.IsEmpty ? 0 : song.Sections[^1].Tick + song.Sections[^1].Length;
        Slots = end / Ticks.PerSixteenth;
    }

    /// <summary>The song.</summary>
    public Song Song { get; }

    /// <summary>The lead voice's phrases.</summary>
    public ImmutableArray<VocalPhrase> Leads { get; }

    /// <summary>The swing that all share.</summary>
    public SwingFit Swing { get; }

    /// <summary>Sixteenths in a bar.</summary>
    public int BarSlots { get; }

    /// <summary>Sixteenths in a felt beat.</summary>
    public int PulseSlots { get; }

    /// <summary>Sixteenths of the form; the last chord follows it.</summary>
    public int Slots { get; }

    /// <summary>Share of sung notes that are spoken on the rhythm.</summary>
    public double RapShare =>
        (double)Leads.Where(p => p.Rap).Sum(p => p.Notes.Length) / Math.Max(1, Leads.Sum(p => p.Notes.Length));

    /// <summary>The sixteenth a played tick belongs to.</summary>
    public int Slot(double tick) => Swing.Slot(tick);

    /// <summary>Where a section starts.</summary>
    public static int Start(SongSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Tick / Ticks.PerSixteenth;
    }

    /// <summary>True when most of a lead phrase lies in the section.</summary>
    public static bool Holds(SongSection section, VocalPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(phrase);
        var middle = phrase.Notes[phrase.Notes.Length / 2].Tick;
        return middle >= section.Tick && middle < section.Tick + section.Length;
    }

    /// <summary>True when the voice sings in the section.</summary>
    public bool IsSung(SongSection section) => Leads.Any(phrase => Holds(section, phrase));
}
