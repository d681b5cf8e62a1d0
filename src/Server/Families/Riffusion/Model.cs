namespace Troubadour.Server.Families.Riffusion;

/// <summary>A model of the contract and how richly our engine works for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seconds">The longest song.</param>
/// <param name="Detail">1 to 5: see <see cref="Music.SongBrief.Detail"/>.</param>
internal sealed record Model(string Name, int Seconds, int Detail);
