namespace Troubadour.Portraits;

/// <summary>
/// Our voices, and the scale on which they differ: a lower triangular matrix that turns features into ones whose spread between clips of
/// one voice is 1 and uncorrelated (the inverse of the Cholesky factor of their covariance).
/// </summary>
internal sealed record PortraitTable(double[][] Whitening, PortraitRow[] Rows);
