namespace Troubadour.Analysis.Bench;

/// <summary>One song's scores: from the mix alone, with the voice and the bass given, and by simple methods.</summary>
internal sealed record SongRow(SongScore Mix, SongScore Stems, Baselines Simple);
