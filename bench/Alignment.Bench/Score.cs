using System.Globalization;

namespace Troubadour.Alignment.Bench;

/// <summary>Errors of word onsets, gathered over songs.</summary>
internal sealed class Score
{
    private readonly List<double> _errors = [];
    private readonly List<double> _found = [];
    private int _phantoms;
    private int _unsung;

    /// <summary>CPU seconds spent, of this process and the recogniser's.</summary>
    public double Cpu { get; set; }

    /// <summary>Minutes of sound.</summary>
    public double Minutes { get; set; }

    /// <summary>Adds a song's words.</summary>
    /// <param name="words">What was found.</param>
    /// <param name="starts">True starts in seconds; null for a word that nobody sings.</param>
    public void Add(IReadOnlyList<AlignedWord> words, IReadOnlyList<double?> starts)
    {
        if (words.Count != starts.Count)
        {
            throw new InvalidOperationException($"{words.Count} words instead of {starts.Count}.");
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (starts[i] is { } start)
            {
                _errors.Add(Math.Abs(words[i].Start - start));
                if (words[i].Success)
                {
                    _found.Add(_errors[^1]);
                }
            }
            else
            {
                _unsung++;
                _phantoms += words[i].Success ? 1 : 0;
            }
        }
    }

    /// <summary>The middle error in seconds.</summary>
    public double Median => _errors.Order().ElementAt(_errors.Count / 2);

    /// <summary>The mean error in seconds.</summary>
    public double Mean => _errors.Average();

    /// <summary>Share of words within so many seconds.</summary>
    public double Within(double seconds) => _errors.Count(error => error <= seconds) / (double)_errors.Count;

    /// <summary>A row of the table.</summary>
    public string Row(string name)
    {
        var unsung = _unsung == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{_phantoms} of {_unsung}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {Median:0.000} | {Mean:0.00} | {Within(.1):0.0 %} | {Within(.3):0.0 %} | {Within(.5):0.0 %} | {_found.Count / (double)_errors.Count:0.0 %} | {unsung} | {Cpu / Minutes:0.0} |"
        );
    }
}
