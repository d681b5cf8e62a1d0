using System.Runtime.CompilerServices;
using Dapper;
using Troubadour.Bookkeeping;

namespace Troubadour.Moving.Files;

/// <summary>The files that books name.</summary>
/// <param name="database">The books.</param>
public sealed class NamedFiles(IBookDatabase database)
{
    private const int Page = 500;

    /// <summary>All of them, read a page at a time, so that a server may go on beside it.</summary>
    public async IAsyncEnumerable<StoredFile> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var (clip, kind) = ("", "");
        while (true)
        {
            var page = await PageAsync(clip, kind, cancellation);
            foreach (var row in page)
            {
                yield return new StoredFile(row.Path, row.Bytes, row.Sha256) { ClipId = row.ClipId, Kind = row.Kind };
            }

            if (page.Count < Page)
            {
                yield break;
            }

            (clip, kind) = (page[^1].ClipId, page[^1].Kind);
        }
    }

    /// <summary>Whether they still name a file that was read here.</summary>
    public async Task<bool> HasAsync(StoredFile file, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return await database.ReadAsync(
            connection =>
                connection.ExecuteScalar<long>(
                    "SELECT COUNT(*) FROM blobs WHERE clip_id=@ClipId AND kind=@Kind AND path=@Key AND sha256=@Sha256",
                    file
                ) > 0,
            cancellation
        );
    }

    private ValueTask<List<Blob>> PageAsync(string clip, string kind, CancellationToken cancellation) =>
        database.ReadAsync(
            connection =>
                connection
                    .Query<Blob>(
                        """
                        SELECT clip_id AS ClipId, kind AS Kind, path AS Path, bytes AS Bytes, sha256 AS Sha256 FROM blobs
                        WHERE (clip_id,kind)>(@clip,@kind) ORDER BY clip_id,kind LIMIT @Page
                        """,
                        new
                        {
                            clip,
                            kind,
                            Page,
                        }
                    )
                    .AsList(),
            cancellation
        );
}
