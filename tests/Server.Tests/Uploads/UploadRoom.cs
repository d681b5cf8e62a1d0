using Troubadour.Server.Http;
using Troubadour.Server.Settings;
using Troubadour.Server.Tests.Outgoing;
using Troubadour.Server.Uploads;
using Troubadour.Server.Working;

namespace Troubadour.Server.Tests.Uploads;

/// <summary>An upload desk over a data directory of its own.</summary>
internal sealed class UploadRoom : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-uploads-").FullName;
    private readonly UploadFetcher _fetcher;

    public UploadRoom(
        Action<UploadSettings>? set = null,
        bool allowLocal = true,
        int minFreeMb = 0,
        TimeProvider? decoding = null
    )
    {
        var settings = new TroubadourSettings { Blobs = new BlobSettings { MinFreeMb = minFreeMb } };
        settings.Uploads.AllowPrivate = allowLocal ? ["127.0.0.1"] : [];
        set?.Invoke(settings.Uploads);
        Data = DataFolder.Open(_folder);
        _fetcher = new UploadFetcher(settings, TimeProvider.System);
        Desk = new UploadDesk(
            _fetcher,
            new AudioReader(settings, decoding ?? TimeProvider.System),
            Data,
            new DiskRoom(Data, settings)
        );
    }

    public UploadDesk Desk { get; }

    public DataFolder Data { get; }

    /// <summary>What lies in the folder of work.</summary>
    public string[] Leftovers => Directory.GetFileSystemEntries(Data.Work);

    /// <summary>The sentence that a file is refused with; nothing may be left of it.</summary>
    public async Task<string> RefusalAsync(byte[] file)
    {
        await using var host = RawHost.Of(file);
        return await RefusalAsync(host.Root + "song.mp3");
    }

    /// <summary>The sentence that an address is refused with.</summary>
    public async Task<string> RefusalAsync(string url)
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => Desk.FetchAsync(url));
        Assert.Equal(400, refusal.Status);
        Assert.DoesNotContain(_folder, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Leftovers);
        return refusal.Message;
    }

    public void Dispose()
    {
        Desk.Dispose();
        _fetcher.Dispose();
        Data.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
