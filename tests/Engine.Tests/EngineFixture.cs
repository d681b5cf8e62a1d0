using Troubadour.Music;

namespace Troubadour.Engine.Tests;

/// <summary>One warm engine on the small bank, and folders that go away.</summary>
public sealed class EngineFixture : IDisposable
{
    public const string SmallBank = "/usr/share/sounds/sf2/sf_GMbank.sf2";

    private readonly string _root = Directory.CreateTempSubdirectory("troubadour-engine-").FullName;
    private int _folders;

    public EngineFixture()
    {
        Engine = New(1);
    }

    public EmbeddedEngine Engine { get; }

    public static EngineOptions Options(int threads) =>
        new()
        {
            SoundBank = SmallBank,
            Voice = DebianParts.Voice,
            Dictionary = DebianParts.Dictionary,
            Styles = Path.Combine(AppContext.BaseDirectory, "styles"),
            Patches = Path.Combine(AppContext.BaseDirectory, "patches"),
            Threads = threads,
        };

    public static EmbeddedEngine New(int threads) => new(Options(threads), TimeProvider.System);

    public static SongBrief Sung { get; } =
        new()
        {
            Lyrics =
                "[verse]\nThe morning light is on the water\nAnd every bird begins to sing\n[chorus]\nWe are going home\nWe are going home",
            Genres = ["Pop"],
            Moods = ["Happy"],
            Gender = Gender.Female,
            Timbre = Timbre.Warm,
            Seconds = 24,
            Seed = 5,
        };

    public static SongBrief Played { get; } =
        new()
        {
            IsVocal = false,
            Genres = ["funk"],
            Seconds = 9,
            Seed = 3,
        };

    public string Folder() =>
        Directory.CreateDirectory(Path.Combine(_root, (_folders++).ToString("D3", null))).FullName;

    public Task<(MadeSong Song, string Folder)> MakeAsync(
        SongBrief brief,
        bool stems = false,
        EmbeddedEngine? engine = null
    ) => MakeAsync(SongOrder.Compose(brief), null, stems, engine);

    public async Task<(MadeSong Song, string Folder)> MakeAsync(
        SongOrder order,
        Song? source,
        bool stems = false,
        EmbeddedEngine? engine = null
    )
    {
        var folder = Folder();
        var made = await (engine ?? Engine).MakeAsync(
            new MakeRequest(order, folder, stems, false) { Source = source },
            new Progress<MakeProgress>(),
            CancellationToken.None
        );
        return (made, folder);
    }

    public void Dispose()
    {
        Engine.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
