using CsCheck;
using Troubadour.Music;

namespace Troubadour.Rendering.Tests;

/// <summary>A broken bank gives a <see cref="SoundBankException"/> with a sentence, or plays; nothing else.</summary>
public sealed class HostileBankTests
{
    private static readonly byte[] Tiny = MakeTiny();

    [Fact]
    public void Every_truncation_of_a_bank_is_refused()
    {
        for (var length = 0; length < Tiny.Length - 1; length += 7)
        {
            var cut = Tiny[..length];
            var refusal = Assert.Throws<SoundBankException>(() => SoundBank.Load(cut));
            Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Mutated_banks_are_refused_or_play() =>
        Gen.Select(Gen.Int[0, Tiny.Length - 1], Gen.Byte)
            .Array[1, 8]
            .Sample(
                changes =>
                {
                    var bytes = (byte[])Tiny.Clone();
                    foreach (var (at, value) in changes)
                    {
                        bytes[at] = value;
                    }

                    Try(bytes);
                },
                iter: 3000
            );

    [Fact]
    public void Mutated_records_of_a_real_bank_are_refused_or_play()
    {
        if (Banks.Small is null)
        {
            return;
        }

        var real = File.ReadAllBytes(Banks.SmallPath);
        var records = real.Length - 201030;
        Gen.Select(Gen.Int[records, real.Length - 1], Gen.Byte)
            .Array[1, 20]
            .Sample(
                changes =>
                {
                    var bytes = (byte[])real.Clone();
                    foreach (var (at, value) in changes)
                    {
                        bytes[at] = value;
                    }

                    Try(bytes);
                },
                iter: 30
            );
    }

    [Fact]
    public void A_compressed_sample_that_is_none_is_refused_by_name()
    {
        var bank = new TinyBank();
        bank.AddCompressed([.. Enumerable.Range(0, 500).Select(i => (byte)i)], (8, 100));
        bank.AddZone(0, (Generator.SampleModes, 1));
        using var loaded = SoundBank.Load(bank.Write());
        var refusal = Assert.Throws<SoundBankException>(() =>
            new InstrumentPlayer(loaded, Rendered.Note(60, 100, 0, 1))
        );
        Assert.Contains("Sample 0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        var path = Path.GetTempFileName();
        try
        {
            Assert.Throws<SoundBankException>(() => SoundBank.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Try(byte[] bytes)
    {
        try
        {
            using var bank = SoundBank.Load(bytes);
            foreach (var preset in bank.Presets.Take(3))
            {
                var notes = new TimedNote[] { new(0, 0.05, 60, 100), new(0.02, 0.1, 127, 1), new(0.03, 0.1, 0, 127) };
                var track = new InstrumentTrack("x", Math.Min(preset.Bank, 128), preset.Program, [.. notes], []);
                Assert.All(Rendered.Of(bank, track, 0.1).Left, x => Assert.True(float.IsFinite(x)));
            }
        }
        catch (SoundBankException e)
        {
            Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] MakeTiny()
    {
        var bank = new TinyBank();
        bank.AddSample(TinyBank.SinePoints()[..120], (10, 110));
        bank.AddSample(TinyBank.SinePoints()[..200], null, 22050);
        bank.AddModulator(0x502, Generator.Attenuation, 480);
        bank.AddZone(0, (Generator.KeyRange, 0x4000), (Generator.SampleModes, 1), (Generator.FilterCutoff, 8000));
        bank.AddZone(
            1,
            (Generator.KeyRange, 0x7F20),
            (Generator.SampleModes, 3),
            (Generator.ModulationEnvelopeToFilter, 900)
        );
        return bank.Write();
    }
}
