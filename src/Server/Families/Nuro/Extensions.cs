using Troubadour.Music;
using Troubadour.Server.Http;

namespace Troubadour.Server.Families.Nuro;

/// <summary>Where our own fields meet the contract's.</summary>
internal static class Extensions
{
    public static SongBrief Apply(Fields body, SongBrief brief)
    {
        if (!brief.Segments.IsEmpty && body.Has("structure"))
        {
            throw ApiException.BadRequest("structure and segments exclude each other; give one of them.");
        }

        var exact = ExactControl.Apply(body, brief);
        var hasLengths = exact.Segments.Any(segment => segment.Bars is not null || segment.Seconds is not null);
        // The contract's usual duration does not speak against a structure that has its own.
        return body.Has("structure") && hasLengths && !body.Has("duration") ? exact with { Seconds = null } : exact;
    }
}
