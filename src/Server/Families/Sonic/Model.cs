namespace Troubadour.Server.Families.Sonic;

/// <summary>A model of the contract: the limits of its fields, and how richly our engine works for it.</summary>
/// <param name="Name">The name without its "sonic-" or "chirp-".</param>
/// <param name="Prompt">Most characters of lyrics.</param>
/// <param name="Tags">Most characters of tags.</param>
/// <param name="Seconds">The longest song.</param>
/// <param name="Detail">1 to 5: see <see cref="Music.SongBrief.Detail"/>.</param>
/// <param name="Weirdness">How far it leaves the usual ways when the caller does not say.</param>
internal sealed record Model(string Name, int Prompt, int Tags, int Seconds, int Detail, double? Weirdness = null);
