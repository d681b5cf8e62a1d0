namespace Troubadour.Server.Working;

/// <summary>
/// Start-time fair queuing (Goyal, Vin and Cheng 1996) with equal weights: each account's tasks are numbered from the round now
/// being served, so that accounts take turns however many tasks one of them has waiting.
/// </summary>
internal sealed class FairOrder
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, int> _lastRounds = new(StringComparer.Ordinal);
    private int _served;

    /// <summary>The round of an account's next task; lower rounds are served first.</summary>
    public int Enter(string accountId)
    {
        lock (_guard)
        {
            var last = _lastRounds.GetValueOrDefault(accountId, _served);
            var round = Math.Max(last, _served) + 1;
            _lastRounds[accountId] = round;
            return round;
        }
    }

    /// <summary>Notes that a task of this round is being served.</summary>
    public void Serve(int round)
    {
        lock (_guard)
        {
            _served = Math.Max(_served, round);
            foreach (var (account, last) in _lastRounds)
            {
                if (last <= _served)
                {
                    _lastRounds.Remove(account);
                }
            }
        }
    }
}
