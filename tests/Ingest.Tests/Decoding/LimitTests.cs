using System.Runtime.Versioning;
using Microsoft.Extensions.Time.Testing;
using Troubadour.Audio;

namespace Troubadour.Ingest.Tests.Decoding;

/// <summary>What ends a decoder before it is ready, and that it is then gone.</summary>
public sealed class LimitTests
{
    // More than pipes and buffers hold, so that the decoder still runs at the first block.
    private static readonly byte[] Long = Sounds.Wav(Sounds.Noise(30, 0.1, 5), WavFormat.Pcm16);

    [Fact]
    public async Task A_stream_without_end_is_cut_at_the_largest_size()
    {
        using var room = new Room();
        using var stream = new OneWayStream(Long, isEndless: true);
        var refusal = await Assert.ThrowsAsync<IngestException>(() =>
            room.Ingest(new() { MaxBytes = 8 << 20 }).ReadAsync(stream)
        );
        Assert.Equal(IngestProblem.TooLarge, refusal.Problem);
        Assert.Equal("the file is larger than 8 MB.", refusal.Message);
        Assert.InRange(stream.Taken, 8 << 20, 9 << 20);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_given_up()
    {
        using var room = new Room();
        var clock = new FakeTimeProvider();
        using var stream = new OneWayStream(Long, isSilent: true);
        var reading = room.Ingest(clock: clock).ReadAsync(stream);
        while (stream.Taken < Long.Length)
        {
            await Task.Delay(1);
        }

        Assert.False(reading.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(IngestProblem.TimedOut, (await Assert.ThrowsAsync<IngestException>(() => reading)).Problem);
    }

    [Fact]
    public async Task A_decoder_that_takes_too_long_on_the_clock_is_killed()
    {
        using var room = new Room();
        var clock = new FakeTimeProvider();
        var alive = 0;
        var refusal = await Assert.ThrowsAsync<IngestException>(() =>
            room.Ingest(clock: clock)
                .DecodeAsync(
                    room.Put("long.wav", Long),
                    (_, _) =>
                    {
                        alive += room.Decoders.Length;
                        clock.Advance(TimeSpan.FromMinutes(2));
                    }
                )
        );
        Assert.Equal(IngestProblem.TimedOut, refusal.Problem);
        Assert.InRange(alive, 1, 9);
    }

    [Fact]
    public async Task A_decoder_that_takes_too_long_on_the_processor_is_killed()
    {
        using var room = new Room();
        // Eight channels of 192 kHz without end, in a sparse file: several seconds' work.
        var path = room.Put("wide.wav", Sounds.WavHead(8, 192_000, 32, 2_900_000_000));
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(2_900_000_044);
        }

        var limits = new IngestLimits { MaxBytes = 1L << 40, CpuSeconds = 1 };
        var refusal = await Assert.ThrowsAsync<IngestException>(() =>
            room.Ingest(limits).DecodeAsync(path, (_, _) => { })
        );
        Assert.Equal(IngestProblem.TimedOut, refusal.Problem);
    }

    [Fact]
    public async Task Cancelling_kills_the_decoder()
    {
        using var room = new Room();
        using var cancellation = new CancellationTokenSource();
        var alive = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            room.Ingest()
                .DecodeAsync(
                    room.Put("long.wav", Long),
                    (_, _) =>
                    {
                        alive += room.Decoders.Length;
                        cancellation.Cancel();
                    },
                    cancellation.Token
                )
        );
        Assert.InRange(alive, 1, 9);
        Assert.Empty(room.Decoders);
    }

    [Fact]
    public async Task A_sink_that_fails_ends_the_work()
    {
        using var room = new Room();
        var alive = 0;
        await Assert.ThrowsAsync<IOException>(() =>
            room.Ingest()
                .DecodeAsync(
                    room.Put("long.wav", Long),
                    (_, _) =>
                    {
                        alive += room.Decoders.Length;
                        throw new IOException("The disk is full.");
                    }
                )
        );
        Assert.Equal(1, alive);
        Assert.Empty(room.Decoders);
    }

    [Fact]
    public async Task A_decoder_that_cannot_start_is_no_fault_of_the_file()
    {
        using var room = new Room();
        var ingest = new AudioIngest(workFolder: room.Work) { Decoder = "no-such-decoder" };
        var refusal = await Assert.ThrowsAsync<IngestException>(() => ingest.ReadAsync(room.Put("long.wav", Long)));
        Assert.Equal(IngestProblem.NoDecoder, refusal.Problem);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_decoder_that_crashes_gives_nothing()
    {
        using var room = new Room();
        // Stands for a decoder that a file has brought down behind two seconds of sound.
        var crash = room.Put("crash", "#!/bin/sh\nhead -c 800000 /dev/zero\nkill -SEGV $$\n"u8.ToArray());
        File.SetUnixFileMode(crash, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var ingest = new AudioIngest(workFolder: room.Work) { Decoder = crash };
        var refusal = await Assert.ThrowsAsync<IngestException>(() => ingest.ReadAsync(room.Put("long.wav", Long)));
        Assert.Equal(IngestProblem.Damaged, refusal.Problem);
    }
}
