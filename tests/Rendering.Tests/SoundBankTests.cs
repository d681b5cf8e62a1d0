using System.Diagnostics;
using Troubadour.Music;

namespace Troubadour.Rendering.Tests;

/// <summary>Opening real banks and finding presets in them.</summary>
public sealed class SoundBankTests
{
    [NeedsFact(Banks.SmallPath)]
    public void The_small_bank_opens_and_finds_presets_as_general_midi_expects()
    {
        var bank = Banks.Small!;
        Assert.Equal("GM GS Bank", bank.Name);
        Assert.Equal(329, bank.Presets.Length);
        Assert.Equal("Piano 1", bank.Find(0, 0)!.Name);
        Assert.Equal("Ukulele", bank.Find(8, 24)!.Name);
        Assert.Equal("Piano 1", bank.Find(99, 0)!.Name);
        Assert.Equal("Jazz", bank.Find(InstrumentTrack.PercussionBank, 32)!.Name);
        Assert.Equal("Standard", bank.Find(InstrumentTrack.PercussionBank, 5)!.Name);
    }

    [NeedsFact(Banks.GeneralPath)]
    public void The_general_bank_plays_its_compressed_samples()
    {
        using var bank = SoundBank.Load(Banks.GeneralPath);
        Assert.Equal("Grand Piano", bank.Find(0, 0)!.Name);
        var track = new InstrumentTrack("piano", 0, 0, [new(0, 0.4, 60, 100)], []);
        var sound = Rendered.Of(bank, track, 0.4);
        Assert.InRange(Rendered.Rms(sound.Left), 0.005, 0.3);
        Assert.InRange(Rendered.Rms(sound.Right), 0.005, 0.3);
    }

    [Fact]
    public void A_small_cache_changes_nothing()
    {
        if (!File.Exists(Banks.SmallPath))
        {
            return;
        }

        using var frugal = SoundBank.Load(Banks.SmallPath, cacheBytes: 1);
        var track = new InstrumentTrack(
            "x",
            0,
            0,
            [new(0, 0.5, 40, 90), new(0.1, 0.5, 70, 90), new(0.2, 0.5, 41, 90)],
            []
        );
        Assert.Equal(Rendered.Of(Banks.Small!, track, 1).Left, Rendered.Of(frugal, track, 1).Left);
    }

    [NeedsFact("/usr/bin/ffmpeg")]
    public void A_compressed_sample_sounds_like_the_plain_one()
    {
        var points = TinyBank.SinePoints();
        short[] longer = [.. Enumerable.Range(0, 30000).Select(i => points[i % 100])];
        var bank = new TinyBank();
        bank.AddCompressed(Vorbis(longer), (1000, 21000));
        bank.AddZone(0, (Generator.SampleModes, 1));
        using var compressed = SoundBank.Load(bank.Write());
        using var plain = TinyBank.Of(longer, (1000, 21000));
        var track = Rendered.Note(60, 127, 0, 2);
        var a = Rendered.Of(plain, track, 1.5).Left;
        var b = Rendered.Of(compressed, track, 1.5).Left;
        var difference = a.Zip(b, (x, y) => x - y).ToArray();
        // Vorbis at quality 10 keeps a steady tone to better than -35 dB.
        Assert.InRange(Rendered.Decibels(Rendered.Rms(difference) / Rendered.Rms(a)), -120, -35);
    }

    private static byte[] Vorbis(short[] points)
    {
        var start = new ProcessStartInfo("/usr/bin/ffmpeg")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in "-v error -f s16le -ar 44100 -ac 1 -i - -c:a libvorbis -q:a 10 -f ogg -".Split(' '))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var made = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(made);
        process.StandardInput.BaseStream.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<short>(points));
        process.StandardInput.Close();
        reading.Wait();
        process.WaitForExit();
        return made.ToArray();
    }
}
