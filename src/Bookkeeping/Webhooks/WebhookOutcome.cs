namespace Troubadour.Bookkeeping;

/// <summary>What came of one try to deliver a webhook.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">The receiver's HTTP status; null when there was no answer.</param>
/// <param name="Error">Why it did not work, in a few words; null when it did.</param>
/// <param name="IsFinal">Whether trying again is no use.</param>
public sealed record WebhookOutcome(long At, int Milliseconds, int? Status, string? Error, bool IsFinal = false);
