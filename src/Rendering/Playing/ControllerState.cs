using Troubadour.Music;

namespace Troubadour.Rendering;

/// <summary>Where a track's controllers stand.</summary>
internal sealed class ControllerState
{
    /// <summary>Pitch bend range in semitones.</summary>
    public const int BendRange = 2;

    private readonly int[] _values = new int[128];

    /// <summary>All controllers at the positions that General MIDI starts with; sends at 0, so that the bank alone decides.</summary>
    public ControllerState()
    {
        _values[7] = 100;
        _values[10] = 64;
        _values[11] = 127;
        _values.AsSpan(71, 5).Fill(64);
    }

    /// <summary>0 to 16383, centre 8192.</summary>
    public int PitchBend { get; private set; } = 8192;

    /// <summary>0 to 127.</summary>
    public int this[int controller] => _values[controller];

    /// <summary>Moves one controller.</summary>
    public void Apply(in TimedControl control)
    {
        if (control.Controller == TimedControl.PitchBend)
        {
            PitchBend = Math.Clamp(control.Value, 0, 16383);
        }
        else
        {
            _values[control.Controller] = Math.Clamp(control.Value, 0, 127);
        }
    }
}
