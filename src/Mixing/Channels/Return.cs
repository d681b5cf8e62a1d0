namespace Troubadour.Mixing;

/// <summary>An effect with the sends that feed it.</summary>
internal sealed class Return
{
    private readonly IReturnEffect _effect;
    private readonly IReadOnlyList<Send> _sends;
    private readonly DuckGain? _ducker;
    private readonly float _gain;
    private readonly float[] _inLeft;
    private readonly float[] _inRight;
    private float _lastDuck = 1;

    public Return(IReturnEffect effect, IReadOnlyList<Send> sends, float gain, DuckGain? ducker, int chunkFrames)
    {
        (_effect, _sends, _gain, _ducker) = (effect, sends, gain, ducker);
        _inLeft = new float[chunkFrames];
        _inRight = new float[chunkFrames];
        Left = new float[chunkFrames];
        Right = new float[chunkFrames];
    }

    public float[] Left { get; }

    public float[] Right { get; }

    /// <summary>Computes the effect of a chunk, ducked and at the return's level.</summary>
    public void Process(int frames)
    {
        var inLeft = _inLeft.AsSpan(0, frames);
        var inRight = _inRight.AsSpan(0, frames);
        var left = Left.AsSpan(0, frames);
        var right = Right.AsSpan(0, frames);
        inLeft.Clear();
        inRight.Clear();
        foreach (var send in _sends)
        {
            send.AddTo(inLeft, inRight, left);
        }

        _effect.Process(inLeft, inRight, left, right);
        Kernels.Scale(left, _gain);
        Kernels.Scale(right, _gain);
        if (_ducker is not null)
        {
            Kernels.ApplyGains(left, _lastDuck, _ducker.Gains);
            Kernels.ApplyGains(right, _lastDuck, _ducker.Gains);
            _lastDuck = _ducker.Gains[(frames - 1) / Kernels.Control];
        }
    }
}
