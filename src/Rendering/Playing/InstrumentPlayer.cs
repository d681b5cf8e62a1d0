using Troubadour.Audio;
using Troubadour.Music;

namespace Troubadour.Rendering;

/// <summary>
/// Plays one instrument track with a sound bank: a SoundFont 2.04 synthesizer that renders ahead of no clock. All decisions (which samples,
/// when let go) are made when it is constructed, where samples are also decoded; reading allocates nothing. Controllers act from the 64-frame grid block they fall
/// in, notes on their exact frame.
/// </summary>
public sealed class InstrumentPlayer : IStemSource
{
    /// <summary>At most this many voices sound at once; one more takes the place of the quietest.</summary>
    public const int MostVoices = 512;

    /// <summary>Controllers act from a grid of this spacing.</summary>
    private const int ControlFrames = 64;

    private readonly PlannedVoice[] _plan;
    private readonly TimedControl[] _controls;
    private readonly int _rate;
    private readonly ControllerState _controllers = new();
    private readonly VoiceBuses _buses = new();
    private readonly Voice[] _voices;
    private int _sounding;
    private int _nextVoice;
    private int _nextControl;
    private long _blockStart;
    private int _blockFrames;
    private int _readInBlock;

    /// <summary>Plans the track and decodes the samples that it needs.</summary>
    /// <param name="bank">The bank; if it has no preset for the track (see <see cref="SoundBank.Find"/>), the stem is silent.</param>
    /// <param name="track">Notes and controls.</param>
    /// <param name="rate">Frames a second of the stem.</param>
    /// <param name="options">What the bank and the track leave open; null is <see cref="PlayerOptions.Usual"/>.</param>
    /// <exception cref="ArgumentException">A note or control has a time, key, velocity or controller out of its range.</exception>
    /// <exception cref="SoundBankException">A sample that is needed cannot be decoded.</exception>
    public InstrumentPlayer(
        SoundBank bank,
        InstrumentTrack track,
        int rate = Audio.SampleRate.House,
        PlayerOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(track);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        TrackRules.Check(track);
        Id = track.Id;
        Preset = bank.Find(track.Bank, track.Program);
        _rate = rate;
        options ??= PlayerOptions.Usual;
        var cutoffs = new CutoffTable(rate);
        _plan = new VoicePlanner(bank, track, rate, options).Plan(track.Notes);
        _controls = [.. track.Controls.OrderBy(c => c.Time)];
        var filterMoves = _controls.Where(c => SoundControllers.MovesFilter(c.Controller)).Select(c => ActsFrom(c));
        var filterMovesFrom = filterMoves.DefaultIfEmpty(long.MaxValue).First();
        var most = Math.Min(MostVoices, _plan.Length);
        _voices =
        [
            .. Enumerable.Range(0, most).Select(_ => new Voice(rate, cutoffs, options.HasSends, filterMovesFrom)),
        ];
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>The preset that plays; null if the bank has none.</summary>
    public Preset? Preset { get; }

    /// <summary>True once nothing sounds any more and no note is left.</summary>
    public bool IsFinished => _sounding == 0 && _nextVoice == _plan.Length;

    /// <summary>Voices that sound in the block last rendered.</summary>
    internal int Sounding => _sounding;

    /// <inheritdoc/>
    public void Read(Span<float> left, Span<float> right, Span<float> reverb, Span<float> chorus)
    {
        if (right.Length != left.Length || reverb.Length != left.Length || chorus.Length != left.Length)
        {
            throw new ArgumentException("The four spans must have the same length.");
        }

        var done = 0;
        while (done < left.Length)
        {
            if (_readInBlock == _blockFrames)
            {
                RenderBlock();
                _readInBlock = 0;
            }

            var n = Math.Min(left.Length - done, _blockFrames - _readInBlock);
            _buses.Left.AsSpan(_readInBlock, n).CopyTo(left[done..]);
            _buses.Right.AsSpan(_readInBlock, n).CopyTo(right[done..]);
            _buses.Reverb.AsSpan(_readInBlock, n).CopyTo(reverb[done..]);
            _buses.Chorus.AsSpan(_readInBlock, n).CopyTo(chorus[done..]);
            done += n;
            _readInBlock += n;
        }
    }

    private void RenderBlock()
    {
        _buses.Clear();
        ApplyControls();
        var end = BlockEnd();
        StartVoices(end);
        var kept = 0;
        for (var i = 0; i < _sounding; i++)
        {
            var voice = _voices[i];
            if (voice.Render(_blockStart, end, _buses))
            {
                (_voices[kept], _voices[i]) = (voice, _voices[kept]);
                kept++;
            }
        }

        _sounding = kept;
        _blockFrames = (int)(end - _blockStart);
        _blockStart = end;
    }

    /// <summary>The next grid frame, or before it the fine grid frame from which the next control acts.</summary>
    private long BlockEnd()
    {
        var end = (_blockStart | (VoiceBuses.BlockFrames - 1)) + 1;
        return _nextControl < _controls.Length ? Math.Min(end, ActsFrom(_controls[_nextControl])) : end;
    }

    private long ActsFrom(in TimedControl control) => (long)Math.Round(control.Time * _rate) & -ControlFrames;

    private void ApplyControls()
    {
        var moved = false;
        while (_nextControl < _controls.Length && ActsFrom(_controls[_nextControl]) <= _blockStart)
        {
            _controllers.Apply(_controls[_nextControl]);
            _nextControl++;
            moved = true;
        }

        for (var i = 0; moved && i < _sounding; i++)
        {
            _voices[i].Follow(_blockStart, _controllers, _buses.Values);
        }
    }

    private void StartVoices(long end)
    {
        while (_nextVoice < _plan.Length && _plan[_nextVoice].Start < end)
        {
            var at = _sounding < MostVoices ? _sounding++ : Quietest();
            _voices[at].Start(_plan[_nextVoice], _controllers, _buses.Values);
            _nextVoice++;
        }
    }

    private int Quietest()
    {
        var quietest = 0;
        for (var i = 1; i < _sounding; i++)
        {
            quietest = _voices[i].Loudness < _voices[quietest].Loudness ? i : quietest;
        }

        return quietest;
    }
}
