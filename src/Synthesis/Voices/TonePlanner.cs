using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Synthesis;

/// <summary>Turns a track's notes into voices before anything sounds: pedal, one-note patches, legato and portamento are settled here.</summary>
internal sealed class TonePlanner
{
    // Until the time is moved, the patch has its own glide.
    private const int Unset = -1;

    private readonly Patch _patch;
    private readonly InstrumentTrack _track;
    private readonly int _rate;
    private readonly ControlLane _pedal;
    private readonly ControlLane _legato;
    private readonly ControlLane _portamento;
    private readonly ControlLane _portamentoTime;

    private readonly ulong _seed;
    private readonly List<PlannedTone> _tones = [];
    private readonly Dictionary<int, PlannedTone> _byKey = [];
    private PlannedTone? _last;
    private long _lastKeyUp;
    private double _lastKey = double.NaN;

    public TonePlanner(Patch patch, InstrumentTrack track, int rate)
    {
        (_patch, _track, _rate) = (patch, track, rate);
        _pedal = new ControlLane(track, 64, 0, rate);
        _legato = new ControlLane(track, 68, 0, rate);
        _portamento = new ControlLane(track, 65, 0, rate);
        _portamentoTime = new ControlLane(track, 5, Unset, rate);
        _seed = new RandomStream(0, $"{patch.Id}/{track.Id}").NextBits();
    }

    /// <summary>All voices in order of their start.</summary>
    public PlannedTone[] Plan()
    {
        foreach (var note in _track.Notes.OrderBy(n => (long)Math.Round(n.Start * _rate)))
        {
            Add(note);
        }

        return [.. _tones];
    }

    private void Add(in TimedNote note)
    {
        var start = (long)Math.Round(note.Start * _rate);
        var keyUp = Math.Max((long)Math.Round(note.End * _rate), start + 1);
        var release = _patch.IsOneShot ? long.MaxValue : _pedal.NextUp(keyUp);
        var isLegato = _patch.IsMono || _legato.At(start) >= 64;
        var overlaps = _last is not null && start < _lastKeyUp;
        var glide = Glide(start);
        if (isLegato && overlaps && !_patch.IsOneShot && !HasFaded(start))
        {
            _last!.Steps.Add(new ToneStep(start, note.Key, glide));
            _last.Release = release;
        }
        else
        {
            Begin(note, start, keyUp, release, glide);
        }

        (_lastKeyUp, _lastKey) = (keyUp, note.Key);
    }

    private void Begin(in TimedNote note, long start, long keyUp, long release, double glide)
    {
        var overlaps = _patch.IsMono && _last is not null && start < _lastKeyUp;
        var glides = !double.IsNaN(_lastKey) && (_portamento.At(start) >= 64 || overlaps);
        var tone = new PlannedTone
        {
            Start = start,
            Release = release,
            Key = note.Key,
            Velocity = note.Velocity,
            Length = keyUp - start,
            From = glides ? _lastKey : note.Key,
            Glide = glides ? glide : 0,
            Seed = Counter.Bits(_seed, unchecked((ulong)start * 128 + (ulong)note.Key)),
        };
        if (_patch.IsMono && _last is not null)
        {
            _last.Cut = Math.Min(_last.Cut, start);
        }
        else if (_byKey.TryGetValue(note.Key, out var earlier) && !_patch.IsOneShot)
        {
            // The same key again: a pedal no longer holds the older one.
            earlier.Release = Math.Min(earlier.Release, Math.Max(start, earlier.Start + 1));
        }

        _byKey[note.Key] = tone;
        _tones.Add(tone);
        _last = tone;
    }

    /// <summary>
    /// Whether a sound that dies away by itself has fallen so far (some 20 dB) that a note must strike anew, else a long line would end in silence.
    /// </summary>
    private bool HasFaded(long start) =>
        _patch.Envelope.Sustain == 0
        && start - _last!.Start > (_patch.Envelope.Hold + _patch.Envelope.Decay / 3) * _rate;

    /// <summary>Seconds of a glide: the patch's own, or by controller 5 from 5 ms to 1.2 s in sixteenths of the way to twice as long.</summary>
    private double Glide(long frame) =>
        _portamentoTime.At(frame) is var time && time != Unset ? 0.005 * FastExponential.Exp2(time / 16.0)
        : _portamento.At(frame) >= 64 ? Math.Max(_patch.Glide, 0.06)
        : _patch.Glide;
}
