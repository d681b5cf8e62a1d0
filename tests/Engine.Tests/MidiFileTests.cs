using System.Buffers.Binary;
using System.Text;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

public sealed class MidiFileTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task The_file_holds_a_conductor_the_voices_and_a_track_a_part_with_balanced_notes()
    {
        var (song, tracks) = await MakeAsync();

        var layers = song.Vocals.Select(phrase => phrase.Layer).Distinct().Count();
        Assert.Equal(1 + layers + song.Parts.Length, tracks.Count);
        foreach (var (track, part) in tracks.Skip(1 + layers).Zip(song.Parts))
        {
            Assert.Equal(part.Notes.Length, track.Count(e => e.Bytes[0] >> 4 == 9));
            Assert.Equal(part.Notes.Length, track.Count(e => e.Bytes[0] >> 4 == 8));
            Assert.Equal(part.Id, Text(track, 3).Single());
        }
    }

    [Fact]
    public async Task The_voice_track_carries_the_lyrics_a_syllable_an_event()
    {
        var (song, tracks) = await MakeAsync();

        var leads = song.Vocals.Where(phrase => phrase.Layer == VoiceLayer.Lead).ToList();
        var syllables = leads.Sum(phrase => phrase.Words.Sum(word => word.Syllables.Length));
        var lyrics = Text(tracks[1], 5).ToList();
        Assert.Equal(syllables, lyrics.Count);
        Assert.Equal(
            leads.SelectMany(p => p.Words).Select(w => w.Text),
            lyrics.Where(t => t != "-").Select(t => t.TrimEnd())
        );
    }

    [Fact]
    public async Task Tempo_key_metre_and_section_markers_stand_in_the_conductor_track()
    {
        var (song, tracks) = await MakeAsync();

        var tempo = Meta(tracks[0], 0x51).First();
        var micros = (tempo[0] << 16) | (tempo[1] << 8) | tempo[2];
        Assert.Equal(song.Tempos[0].QuartersPerMinute, 60_000_000.0 / micros, 2);
        Assert.Equal(song.Tempos.Length, Meta(tracks[0], 0x51).Count());
        Assert.Equal([4, 2, 24, 8], Meta(tracks[0], 0x58).Single());
        Assert.Equal(song.Key.IsMinor ? 1 : 0, Meta(tracks[0], 0x59).Single()[1]);
        Assert.Equal(song.Sections.Select(s => s.Kind), Text(tracks[0], 6));
    }

    private async Task<(Song Song, List<List<(int Tick, byte[] Bytes)>> Tracks)> MakeAsync()
    {
        var (_, folder) = await fixture.MakeAsync(EngineFixture.Sung);
        using var json = File.OpenRead(Path.Combine(folder, "song.json"));
        return (SongFile.Read(json), Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "song.mid"))));
    }

    private static IEnumerable<byte[]> Meta(List<(int Tick, byte[] Bytes)> track, byte kind) =>
        track.Where(e => e.Bytes[0] == 0xFF && e.Bytes[1] == kind).Select(e => e.Bytes[2..]);

    private static IEnumerable<string> Text(List<(int Tick, byte[] Bytes)> track, byte kind) =>
        Meta(track, kind).Select(Encoding.UTF8.GetString);

    // A reader of its own, after the MIDI 1.0 file specification, so that the writer is not judged by itself.
    private static List<List<(int Tick, byte[] Bytes)>> Parse(byte[] file)
    {
        Assert.Equal("MThd"u8.ToArray(), file[..4]);
        Assert.Equal(1, BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(8)));
        Assert.Equal(Ticks.PerQuarter, BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(12)));
        var tracks = new List<List<(int, byte[])>>();
        var at = 14;
        while (at < file.Length)
        {
            Assert.Equal("MTrk"u8.ToArray(), file[at..(at + 4)]);
            var end = at + 8 + BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at + 4));
            at += 8;
            var track = new List<(int, byte[])>();
            var tick = 0;
            while (at < end)
            {
                tick += Variable(file, ref at);
                var status = file[at];
                if (status == 0xFF)
                {
                    var kind = file[at + 1];
                    at += 2;
                    var length = Variable(file, ref at);
                    track.Add((tick, [0xFF, kind, .. file[at..(at + length)]]));
                    at += length;
                }
                else
                {
                    var length = status >> 4 == 0xC ? 2 : 3;
                    track.Add((tick, file[at..(at + length)]));
                    at += length;
                }
            }

            Assert.Equal(end, at);
            tracks.Add(track);
        }

        Assert.Equal(tracks.Count, BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(10)));
        return tracks;
    }

    private static int Variable(byte[] file, ref int at)
    {
        var value = 0;
        byte next;
        do
        {
            next = file[at++];
            value = (value << 7) | (next & 127);
        } while ((next & 128) != 0);

        return value;
    }
}
