namespace Troubadour.Analysis.Bench;

/// <summary>One song's scores: from the mix alone, with its own voice and bass given, with separated stems given, and by simple methods.</summary>
internal sealed record SongRow(SongScore Mix, SongScore Stems, SongScore Separated, BandScore Band, Baselines Simple);
