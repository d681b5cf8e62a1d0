using System.Buffers.Binary;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Engine;

/// <summary>
/// Writes a song as a Standard MIDI File, format 1 (MIDI 1.0 specification, RP-001): a conductor track with tempo, metre, key and
/// section markers, a vocal track with lyrics, then one track a part.
/// </summary>
public static class MidiFile
{
    private const int VocalChannel = 0;
    private const int DrumChannel = 9;

    /// <summary>Writes the file.</summary>
    public static void Write(Song song, Stream output)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(output);
        song = PartedVoices.Of(song);
        var tracks = new List<byte[]> { Conductor(song) };
        foreach (var layer in song.Vocals.Select(phrase => phrase.Layer).Distinct().Order())
        {
            tracks.Add(Voice(song, layer));
        }

        var channel = 1;
        foreach (var part in song.Parts)
        {
            var percussion = part.Bank == InstrumentTrack.PercussionBank;
            tracks.Add(Instrument(part, percussion ? DrumChannel : channel));
            channel = percussion ? channel : NextChannel(channel);
        }

        Span<byte> header = stackalloc byte[14];
        "MThd"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], 6);
        BinaryPrimitives.WriteInt16BigEndian(header[8..], 1);
        BinaryPrimitives.WriteInt16BigEndian(header[10..], (short)tracks.Count);
        BinaryPrimitives.WriteInt16BigEndian(header[12..], Ticks.PerQuarter);
        output.Write(header);
        foreach (var track in tracks)
        {
            output.Write(track);
        }
    }

    private static int NextChannel(int channel) => channel % 15 + 1 == DrumChannel ? DrumChannel + 1 : channel % 15 + 1;

    private static byte[] Conductor(Song song)
    {
        var track = new MidiTrackWriter();
        track.Text(0, 3, song.Title.Length > 0 ? song.Title : song.Style);
        track.Meta(0, 0x58, [(byte)song.Meter.Beats, (byte)int.Log2(song.Meter.Unit), 24, 8]);
        track.Meta(0, 0x59, [(byte)Sharps(song.Key), (byte)(song.Key.IsMinor ? 1 : 0)]);
        foreach (var tempo in song.Tempos)
        {
            var micros = (int)Math.Round(60_000_000 / tempo.QuartersPerMinute);
            track.Meta(tempo.Tick, 0x51, [(byte)(micros >> 16), (byte)(micros >> 8), (byte)micros]);
        }

        foreach (var section in song.Sections)
        {
            track.Text(section.Tick, 6, section.Kind);
        }

        return track.ToChunk();
    }

    // Sharps (positive) or flats (negative) of the signature: seven semitones up the circle of fifths is one more sharp.
    private static int Sharps(Key key)
    {
        var major = key.Mode switch
        {
            Mode.Minor or Mode.MinorPentatonic => key.Tonic + 3,
            Mode.Dorian => key.Tonic + 10,
            Mode.Mixolydian => key.Tonic + 5,
            _ => key.Tonic,
        };
        var fifths = major * 7 % 12;
        return fifths > 6 ? fifths - 12 : fifths;
    }

    private static byte[] Voice(Song song, VoiceLayer layer)
    {
        var track = new MidiTrackWriter();
        track.Text(0, 3, layer == VoiceLayer.Lead ? "vocals" : "vocals " + layer);
        track.Event(0, [(byte)(0xC0 | VocalChannel), 52]);
        foreach (var phrase in song.Vocals.Where(phrase => phrase.Layer == layer))
        {
            var syllables = Syllables(phrase);
            var last = -1;
            foreach (var note in phrase.Notes)
            {
                if (note.Syllable != last)
                {
                    track.Text(note.Tick, 5, syllables[note.Syllable]);
                    last = note.Syllable;
                }

                track.Note(VocalChannel, note.Tick, note.Length, note.Key, 60 + (int)(50 * phrase.Effort));
            }
        }

        return track.ToChunk();
    }

    // The word on its first syllable, a hyphen on the others, as karaoke readers expect it.
    private static List<string> Syllables(VocalPhrase phrase) =>
        [.. phrase.Words.SelectMany(word => word.Syllables.Select((_, i) => i == 0 ? word.Text + " " : "-"))];

    private static byte[] Instrument(Part part, int channel)
    {
        var track = new MidiTrackWriter();
        track.Text(0, 3, part.Id);
        track.Event(0, [(byte)(0xC0 | channel), (byte)part.Program]);
        foreach (var control in part.Controls)
        {
            byte[] bytes =
                control.Controller == TimedControl.PitchBend
                    ? [(byte)(0xE0 | channel), (byte)(control.Value & 127), (byte)(control.Value >> 7)]
                    : [(byte)(0xB0 | channel), (byte)control.Controller, (byte)control.Value];
            track.Event(control.Tick, bytes);
        }

        foreach (var note in part.Notes)
        {
            track.Note(channel, note.Tick, note.Length, note.Key, note.Velocity);
        }

        return track.ToChunk();
    }

    /// <summary>Text as MIDI readers take it: UTF-8.</summary>
    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
