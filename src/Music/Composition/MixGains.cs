namespace Troubadour.Music;

/// <summary>The moving gains from bus to master, packed as the mixer packs them.</summary>
/// <param name="Voices">That of the voices; of all, where there is no other.</param>
/// <param name="Band">That of the band, where it is another than the voices'.</param>
public sealed record MixGains(ReadOnlyMemory<byte> Voices, ReadOnlyMemory<byte>? Band = null);
