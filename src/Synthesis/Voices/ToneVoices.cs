namespace Troubadour.Synthesis;

/// <summary>The voices of a patch on a track. When all of them sound, the quietest fades within milliseconds for the next note.</summary>
internal sealed class ToneVoices : IVoices
{
    private const int Fading = 8;
    private readonly PlannedTone[] _plan;
    private readonly ToneVoice[] _voices;
    private readonly int _polyphony;
    private int _next;
    private int _sounding;

    public ToneVoices(Patch patch, PlannedTone[] plan, int rate)
    {
        _plan = plan;
        _polyphony = patch.IsMono ? 1 : patch.Polyphony;
        var cutoffs = new CutoffTable(rate);
        var most = Math.Min(_polyphony + Fading, plan.Length);
        _voices = [.. Enumerable.Range(0, most).Select(_ => new ToneVoice(patch, rate, cutoffs))];
    }

    /// <inheritdoc/>
    public int Sounding => _sounding;

    /// <inheritdoc/>
    public long NextStart => _next < _plan.Length ? _plan[_next].Start : long.MaxValue;

    /// <inheritdoc/>
    public void Render(long start, ControlDesk desk, Span<float> left, Span<float> right)
    {
        while (NextStart < start + SynthPlayer.BlockFrames)
        {
            Free(_plan[_next].Start).Start(_plan[_next++]);
        }

        var kept = 0;
        for (var i = 0; i < _sounding; i++)
        {
            var voice = _voices[i];
            if (voice.Render(start, desk, left, right))
            {
                (_voices[kept], _voices[i]) = (voice, _voices[kept]);
                kept++;
            }
        }

        _sounding = kept;
    }

    private ToneVoice Free(long frame)
    {
        var held = 0;
        for (var i = 0; i < _sounding; i++)
        {
            held += _voices[i].IsFading(frame) ? 0 : 1;
        }

        if (held >= _polyphony && Quietest(frame, false) is var quietest && quietest >= 0)
        {
            _voices[quietest].FadeOut();
        }

        return _sounding < _voices.Length ? _voices[_sounding++] : _voices[Math.Max(0, Quietest(frame, true))];
    }

    private int Quietest(long frame, bool fading)
    {
        var found = -1;
        for (var i = 0; i < _sounding; i++)
        {
            if (_voices[i].IsFading(frame) == fading && (found < 0 || _voices[i].Loudness < _voices[found].Loudness))
            {
                found = i;
            }
        }

        return found;
    }
}
