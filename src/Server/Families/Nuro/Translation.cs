using Troubadour.Bookkeeping;
using Troubadour.Engine;
using Troubadour.Music;
using Troubadour.Server.Working;

namespace Troubadour.Server.Families.Nuro;

/// <summary>Turns a prepared brief into a task of this family.</summary>
internal static class Translation
{
    public const string Family = "nuro";

    public static NewTask Task(Caller caller, string action, SongBrief asked, SongBrief prepared, long cost) =>
        new(caller, Family, action, new TaskPlan([SongOrder.Compose(prepared)]).ToJson(), cost)
        {
            Clips =
            [
                new NewClip
                {
                    HasTaskId = true,
                    Genre = Told(asked.Genres, prepared.Genres),
                    Mood = Told(asked.Moods, prepared.Moods),
                    Gender = prepared.IsVocal ? prepared.Gender?.ToString() ?? "" : "",
                    Timbre = prepared.IsVocal ? prepared.Timbre?.ToString() ?? "" : "",
                },
            ],
        };

    private static string Told(IReadOnlyList<string> asked, IReadOnlyList<string> prepared) =>
        string.Join(", ", asked.Count > 0 ? asked : prepared);
}
