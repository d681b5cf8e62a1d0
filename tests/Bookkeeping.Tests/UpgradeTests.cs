using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Troubadour.Bookkeeping.Sqlite;

namespace Troubadour.Bookkeeping.Tests;

/// <summary>Books of an earlier release are brought up to this one with everything in them.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("troubadour-upgrade-").FullName;

    private string File => Path.Combine(_folder, "books.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_releases_songs_become_clips_and_open_tasks_go_on()
    {
        await FirstReleaseAsync();
        await using var database = new SqliteBookDatabase(File);
        await database.MigrateAsync();
        var tasks = new TaskBook(database, TimeProvider.System);
        var done = await tasks.FindAsync("a", "t1");
        var clip = Assert.Single(done!.Clips);
        Assert.Equal(
            ("t1", "succeeded", "la la", 12.5, 77L, "Pop", "Happy", "Male", "Warm"),
            (clip.Id, clip.State, clip.Lyrics, clip.Seconds, clip.Seed, clip.Genre, clip.Mood, clip.Gender, clip.Timbre)
        );
        Assert.Equal("x/y.wav", (await new ClipBook(database, TimeProvider.System).FindBlobAsync("t1", "wav"))!.Path);

        var claimed = await new WorkBook(database, TimeProvider.System).ClaimAsync("t2");
        Assert.Equal("""{"orders":[{"kind":"Compose","brief":{"lyrics":"so"}}]}""", claimed!.Plan);
        Assert.Equal("t2", Assert.Single(claimed.Clips).Id);
        Assert.Empty((await tasks.FindAsync("a", "t3"))!.Clips);
        Assert.Empty(await new LedgerAudit(database).FindFaultsAsync());
    }

    private async Task FirstReleaseAsync()
    {
        await using (var context = new SqliteContextFactory().CreateDbContext([]))
        {
            context.Database.SetConnectionString($"Data Source={File}");
            await context.GetService<IMigrator>().MigrateAsync("Start");
        }

        await using var connection = new SqliteConnection($"Data Source={File}");
        await connection.ExecuteAsync(
            """
            INSERT INTO accounts(id,name,credits,extra_credits,open_tasks,created_at) VALUES('a','a',0,0,1,0);
            INSERT INTO tasks(id,account_id,key_id,family,action,brief,genre,mood,gender,timbre,state,attempt,crashes,progress,cost,
                              lyrics,seconds,seed,created_at,clip_deleted_at)
            VALUES('t1','a','k','nuro','vocal','{}','Pop','Happy','Male','Warm','succeeded',1,0,100,0,'la la',12.5,77,1,NULL),
                  ('t2','a','k','nuro','vocal','{"lyrics":"so"}','','','','','queued',0,0,0,0,NULL,NULL,NULL,2,NULL),
                  ('t3','a','k','nuro','vocal','{}','','','','','succeeded',1,0,100,0,'',1,1,3,9);
            INSERT INTO blobs(task_id,kind,path,bytes,sha256,content_type,created_at)
            VALUES('t1','wav','x/y.wav',1,'00','audio/wav',1);
            """
        );
        SqliteConnection.ClearAllPools();
    }
}
