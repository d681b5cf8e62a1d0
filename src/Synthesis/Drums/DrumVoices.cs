using Troubadour.Music;

namespace Troubadour.Synthesis;

/// <summary>The drums of a kit that a track strikes. Who cuts off whom is settled before anything sounds.</summary>
internal sealed class DrumVoices : IVoices
{
    private const int Each = 3;
    private readonly PlannedHit[] _plan;
    private readonly DrumVoice[][] _voices = new DrumVoice[128][];
    private readonly DrumVoice[] _all;
    private int _next;

    public DrumVoices(Kit kit, InstrumentTrack track, int rate)
    {
        _plan = Plan(kit, track, rate);
        var cutoffs = new CutoffTable(rate);
        foreach (var key in _plan.Select(hit => hit.Key).Distinct().Order())
        {
            var drum = kit.Drums[key];
            _voices[key] = [.. Enumerable.Range(0, Each).Select(_ => new DrumVoice(drum, rate, cutoffs))];
        }

        _all = [.. _voices.Where(v => v is not null).SelectMany(v => v)];
    }

    /// <inheritdoc/>
    public int Sounding
    {
        get
        {
            var count = 0;
            foreach (var voice in _all)
            {
                count += voice.IsSounding ? 1 : 0;
            }

            return count;
        }
    }

    /// <inheritdoc/>
    public long NextStart => _next < _plan.Length ? _plan[_next].Start : long.MaxValue;

    /// <inheritdoc/>
    public void Render(long start, ControlDesk desk, Span<float> left, Span<float> right)
    {
        while (NextStart < start + left.Length)
        {
            var hit = _plan[_next++];
            Oldest(_voices[hit.Key]).Start(hit);
        }

        foreach (var voice in _all)
        {
            if (voice.IsSounding)
            {
                voice.Render(start, left, right);
            }
        }
    }

    private static DrumVoice Oldest(DrumVoice[] voices)
    {
        var oldest = voices[0];
        foreach (var voice in voices)
        {
            oldest = voice.Began < oldest.Began ? voice : oldest;
        }

        return oldest;
    }

    private static PlannedHit[] Plan(Kit kit, InstrumentTrack track, int rate)
    {
        var seed = new RandomStream(0, $"{kit.Id}/{track.Id}").NextBits();
        var hits = new List<PlannedHit>();
        var byGroup = new Dictionary<int, PlannedHit>();
        var ringing = new Dictionary<int, (PlannedHit? Last, PlannedHit? Before)>();
        foreach (var note in track.Notes.OrderBy(n => (long)Math.Round(n.Start * rate)))
        {
            var key = kit.Drums.ContainsKey(note.Key) ? note.Key : DrumStandIns.ByKey.GetValueOrDefault(note.Key, -1);
            if (key < 0)
            {
                continue;
            }

            var start = (long)Math.Round(note.Start * rate);
            var drum = kit.Drums[key];
            var hit = new PlannedHit
            {
                Start = start,
                Key = key,
                Velocity = note.Velocity,
                Seed = Counter.Bits(seed, unchecked((ulong)start * 128 + (ulong)key)),
            };

            // A drum is cut off by its group, and by itself unless it rings; groups of one are numbered from the keys.
            var group = drum.Choke > 0 ? 1000 + drum.Choke : key;
            if ((drum.Choke > 0 || !drum.Rings) && byGroup.TryGetValue(group, out var earlier))
            {
                earlier.Cut = Math.Max(start, earlier.Start + 1);
            }

            byGroup[group] = hit;
            // What rings is cut by the stroke after next, so that a voice is always free.
            if (drum.Rings)
            {
                var (last, before) = ringing.GetValueOrDefault(key);
                if (before is not null)
                {
                    before.Cut = Math.Min(before.Cut, Math.Max(start, before.Start + 1));
                }

                ringing[key] = (hit, last);
            }

            hits.Add(hit);
        }

        return [.. hits];
    }
}
