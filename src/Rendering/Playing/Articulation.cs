using Troubadour.Music;

namespace Troubadour.Rendering;

/// <summary>
/// How a track's notes are joined and told apart, decided note by note in rising start: slurs by the legato footswitch (controller 68), glides by portamento
/// (65 on or off, 5 time), the soft pedal (67), and the small differences of a repeated key. Percussion is neither slurred nor glided.
/// </summary>
internal sealed class Articulation
{
    private const int PortamentoTime = 5;
    private const int PortamentoSwitch = 65;
    private const int SoftPedal = 67;
    private const int LegatoSwitch = 68;

    /// <summary>A key struck again within this time differs from the last time.</summary>
    private const double RepeatSeconds = 1;

    private readonly bool _isPercussion;
    private readonly int _rate;
    private readonly PedalTimeline _legato;
    private readonly PedalTimeline _portamento;
    private readonly PedalTimeline _soft;
    private readonly (long Frame, int Value)[] _times;
    private readonly RoundRobin? _differences;
    private readonly long[] _lastStart = new long[128];
    private readonly List<HeldNote> _held = [];
    private int _lastKey = -1;
    private long _lastFrame = -1;
    private long _slurFrame = -1;
    private int _keyBefore = -1;

    /// <summary>Reads the track's switches.</summary>
    public Articulation(InstrumentTrack track, int rate, PlayerOptions options)
    {
        _isPercussion = track.Bank == InstrumentTrack.PercussionBank;
        _rate = rate;
        _legato = new PedalTimeline(track.Controls, LegatoSwitch, rate);
        _portamento = new PedalTimeline(track.Controls, PortamentoSwitch, rate);
        _soft = new PedalTimeline(track.Controls, SoftPedal, rate);
        _times =
        [
            .. track
                .Controls.Where(c => c.Controller == PortamentoTime)
                .Select(c => ((long)Math.Round(c.Time * rate), c.Value)),
        ];
        _differences = options.HasRoundRobin ? new RoundRobin(track.Id) : null;
        Array.Fill(_lastStart, long.MinValue / 2);
    }

    /// <summary>How the next note is played. A slur cuts the voices that it takes over from.</summary>
    public NoteTouch Next(int key, long start)
    {
        var touch = NoteTouch.Plain;
        if (_differences is not null && start - _lastStart[key] <= RepeatSeconds * _rate)
        {
            touch = _differences.Touch(key, start);
        }

        _lastStart[key] = start;
        if (_isPercussion)
        {
            return touch;
        }

        if (start != _lastFrame)
        {
            (_keyBefore, _lastFrame) = (_lastKey, start);
        }

        _lastKey = key;
        touch = touch with { IsSoft = _soft.IsDown(start) };
        var isSlurred = _legato.IsDown(start) && TakesOver(start);
        return _portamento.IsDown(start) && _keyBefore >= 0 && _keyBefore != key
            ? touch with
            {
                IsSlurred = isSlurred,
                GlideSemitones = _keyBefore - key,
                GlideFrames = GlideFrames(start),
            }
            : touch with
            {
                IsSlurred = isSlurred,
            };
    }

    /// <summary>Tells the voices of a note, which later ones may take over from.</summary>
    public void Hold(long start, long keyUp, IEnumerable<PlannedVoice> voices)
    {
        if (_legato.IsUsed && !_isPercussion)
        {
            _held.Add(new HeldNote(start, keyUp, [.. voices]));
        }
    }

    /// <summary>Cuts what is held, and says if anything was, or if another note of the same frame has just done so.</summary>
    private bool TakesOver(long start)
    {
        foreach (var note in _held)
        {
            if (note.Start < start && note.KeyUp > start)
            {
                _slurFrame = start;
                foreach (var voice in note.Voices)
                {
                    voice.CutAt(start, PlannedVoice.SlurTimecents);
                }
            }
        }

        _held.RemoveAll(note => note.KeyUp <= start || (note.Start < start && _slurFrame == start));
        return _slurFrame == start;
    }

    /// <summary>5 ms times 2 to the (value / 16): 5 ms at 0, 80 ms at 64, 1.2 s at 127.</summary>
    private long GlideFrames(long start)
    {
        var value = 0;
        foreach (var (frame, set) in _times)
        {
            value = frame <= start ? set : value;
        }

        return Math.Max(1, (long)Math.Round(0.005 * Audio.DeterministicMath.Exp2(value / 16.0) * _rate));
    }

    private readonly record struct HeldNote(long Start, long KeyUp, PlannedVoice[] Voices);
}
