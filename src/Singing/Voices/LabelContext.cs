namespace Troubadour.Singing;

/// <summary>A phone's full-context label with the answers it has given so far, so that each question is matched once. One thread at a time.</summary>
internal sealed class LabelContext
{
    private readonly IReadOnlyList<Question> _questions;
    private readonly sbyte[] _answers;

    /// <summary>Joins a label and a voice's questions.</summary>
    public LabelContext(string text, IReadOnlyList<Question> questions)
    {
        Text = text;
        _questions = questions;
        _answers = new sbyte[questions.Count];
    }

    /// <summary>The label.</summary>
    public string Text { get; }

    /// <summary>The answer to the question at an index.</summary>
    public bool Answers(int question)
    {
        if (_answers[question] == 0)
        {
            _answers[question] = (sbyte)(_questions[question].Matches(Text) ? 1 : -1);
        }

        return _answers[question] > 0;
    }
}
