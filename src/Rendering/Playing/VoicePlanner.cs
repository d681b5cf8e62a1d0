using Troubadour.Music;

namespace Troubadour.Rendering;

/// <summary>
/// Turns a track's notes into voices before anything sounds: which regions answer, and when each voice is let go or cut off. A pedal held at the end of
/// the track, or a note struck again while it sounds, is settled here.
/// </summary>
internal sealed class VoicePlanner
{
    private const int SustainPedal = 64;
    private const int SostenutoPedal = 66;
    private const int LoopContinuously = 1;
    private const int LoopUntilRelease = 3;

    private readonly SoundBank _bank;
    private readonly Preset? _preset;
    private readonly bool _isPercussion;
    private readonly double _tuneCents;
    private readonly PedalTimeline _sustain;
    private readonly PedalTimeline _sostenuto;
    private readonly Articulation _articulation;
    private readonly int _rate;
    private readonly List<PlannedVoice> _voices = [];
    private readonly List<PlannedVoice>[] _byKey = new List<PlannedVoice>[128];
    private readonly Dictionary<int, List<PlannedVoice>> _byClass = [];

    /// <summary>Prepares to plan one track.</summary>
    public VoicePlanner(SoundBank bank, InstrumentTrack track, int rate, PlayerOptions options)
    {
        _bank = bank;
        _preset = bank.Find(track.Bank, track.Program);
        _isPercussion = track.Bank == InstrumentTrack.PercussionBank;
        _tuneCents = _isPercussion ? 0 : track.TuneCents;
        _sustain = new PedalTimeline(track.Controls, SustainPedal, rate);
        _sostenuto = new PedalTimeline(track.Controls, SostenutoPedal, rate);
        _articulation = new Articulation(track, rate, options);
        _rate = rate;
        for (var key = 0; key < _byKey.Length; key++)
        {
            _byKey[key] = [];
        }
    }

    /// <summary>All voices in order of their start.</summary>
    public PlannedVoice[] Plan(IEnumerable<TimedNote> notes)
    {
        foreach (var note in notes.OrderBy(n => (long)Math.Round(n.Start * _rate)))
        {
            Add(note);
        }

        return [.. _voices];
    }

    private void Add(in TimedNote note)
    {
        var start = (long)Math.Round(note.Start * _rate);
        var keyUp = Math.Max((long)Math.Round(note.End * _rate), start + 1);
        var release = _sustain.ReleaseOf(_sostenuto.ReleaseOfHeld(start, keyUp));
        var touch = _articulation.Next(note.Key, start);
        touch = touch with { DetuneCents = touch.DetuneCents + _tuneCents };
        foreach (var earlier in _byKey[note.Key])
        {
            earlier.Release = Math.Min(earlier.Release, Math.Max(start, earlier.Start + 1));
        }

        _byKey[note.Key].Clear();
        var first = _voices.Count;
        foreach (var region in _preset is null ? [] : _preset.RegionsOf(note.Key))
        {
            if (region.Answers(note.Key, note.Velocity))
            {
                _voices.Add(Make(region, note, start, release, touch));
                _byKey[note.Key].Add(_voices[^1]);
            }
        }

        _articulation.Hold(start, keyUp, _byKey[note.Key]);
        Cut(first, start);
    }

    private PlannedVoice Make(Region region, in TimedNote note, long start, long release, in NoteTouch touch)
    {
        var mode = region[Generator.SampleModes] & 3;
        var looped = mode is LoopContinuously or LoopUntilRelease;
        var sample = _bank.Samples.Prepare(region, looped);
        var key = region[Generator.ForcedKey];
        var velocity = region[Generator.ForcedVelocity];

        // A drum is struck, not held: what does not loop rings until its envelope or its sample ends.
        var rings = _isPercussion && sample.LoopLength == 0;
        return new PlannedVoice
        {
            Region = region,
            Key = key is >= 0 and <= 127 ? key : note.Key,
            Velocity = velocity is >= 1 and <= 127 ? velocity : note.Velocity,
            Start = start,
            Release = rings ? long.MaxValue : release,
            Sample = sample,
            Touch = touch,
            AfterRelease =
                mode == LoopUntilRelease && sample.LoopLength > 0 ? _bank.Samples.Prepare(region, false) : null,
        };
    }

    /// <summary>The voices of a note from <paramref name="first"/> on cut off the earlier ones of their exclusive classes.</summary>
    private void Cut(int first, long start)
    {
        for (var i = first; i < _voices.Count; i++)
        {
            var group = _voices[i].Region[Generator.ExclusiveClass];
            if (group == 0 || !_byClass.TryGetValue(group, out var sounding))
            {
                continue;
            }

            foreach (var earlier in sounding)
            {
                earlier.CutAt(start, PlannedVoice.ClassTimecents);
            }

            sounding.Clear();
        }

        for (var i = first; i < _voices.Count; i++)
        {
            var group = _voices[i].Region[Generator.ExclusiveClass];
            if (group != 0)
            {
                if (!_byClass.TryGetValue(group, out var sounding))
                {
                    _byClass.Add(group, sounding = []);
                }

                sounding.Add(_voices[i]);
            }
        }
    }
}
