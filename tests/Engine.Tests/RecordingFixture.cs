using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Engine.Tests;

/// <summary>A master of ours that is treated as anybody's, listened to once.</summary>
public sealed class RecordingFixture : IAsyncLifetime, IDisposable
{
    private readonly EngineFixture _engine = new();
    private readonly EmbeddedEngine _listener = new(
        EngineFixture.Options(2) with
        {
            Models = Path.Combine(AppContext.BaseDirectory, "models"),
        },
        TimeProvider.System
    );

    private string _source = "";

    /// <summary>An engine that can take recordings apart.</summary>
    public EmbeddedEngine Engine => _listener;

    /// <summary>The song that was written by ear.</summary>
    public Song Heard { get; private set; } = null!;

    public string HeardFolder { get; private set; } = "";

    /// <summary>The recording.</summary>
    public AudioBuffer Recorded { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        (_, _source) = await _engine.MakeAsync(EngineFixture.Sung with { Bpm = 112 }, engine: _listener);
        Recorded = Clip.Master(_source);
        (_, HeardFolder) = await MakeAsync(new SongOrder(OrderKind.Understand, new SongBrief { Seed = 1 }), null);
        Heard = Clip.Song(HeardFolder);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _listener.Dispose();
        _engine.Dispose();
    }

    public async Task<(MadeSong Song, string Folder)> MakeAsync(SongOrder order, Song? source)
    {
        var folder = _engine.Folder();
        var request = new MakeRequest(order, folder, false, false)
        {
            Source = source,
            Recording = Path.Combine(_source, "master.wav"),
        };
        var made = await _listener.MakeAsync(request, new Progress<MakeProgress>(), CancellationToken.None);
        return (made, folder);
    }

    /// <summary>The seconds of two bar lines.</summary>
    public (double From, double To) Bars(int from, int to)
    {
        var map = new TimeMap(Heard.Tempos);
        var bar = Heard.Meter.TicksPerBar;
        return (map.SecondsAt(from * bar), map.SecondsAt(to * bar));
    }

    /// <summary>A stretch in which somebody was heard to sing.</summary>
    public (double From, double To) SungSpan()
    {
        var map = new TimeMap(Heard.Tempos);
        var from = map.SecondsAt(Heard.Vocals[0].Notes[0].Tick);
        return (from, Math.Min(Heard.Seconds, from + 4));
    }

    /// <summary>The words as they were really sung.</summary>
    public IReadOnlyList<WordTime> TrueWords()
    {
        using var file = File.OpenRead(Path.Combine(_source, "lyrics.json"));
        return [.. LyricTimes.Read(file).Lines.SelectMany(line => line.Words)];
    }
}
