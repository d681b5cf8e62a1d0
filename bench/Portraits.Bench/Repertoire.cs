using System.Collections.Immutable;
using Troubadour.Audio;
using Troubadour.Lyrics;
using Troubadour.Music;
using Troubadour.Singing;

namespace Troubadour.Portraits.Bench;

/// <summary>Clips of our own singer: lines of the bench's lyrics on tunes drawn by chance.</summary>
internal sealed class Repertoire
{
    private const string Voice =
        "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice";
    private const string Dictionary = "/usr/share/festival/dicts/cmu/cmudict-0.4.out";
    private const int Lines = 7;

    private static readonly int[] Scale = [0, 2, 4, 5, 7, 9, 11];

    private readonly Singer _singer = new(HtsVoice.Load(Voice));
    private readonly ImmutableArray<SungWord>[] _lines;

    /// <summary>Takes the lyrics, by the names of their files.</summary>
    public Repertoire(params string[] songs)
    {
        var pronouncer = Pronouncer.Load(Dictionary);
        _lines =
        [
            .. songs
                .SelectMany(song => File.ReadLines(Path.Combine("bench", "lyrics", song + ".txt")))
                .Where(line => line.Length > 0 && line[0] != '[')
                .Distinct()
                .Select(line => pronouncer.Line(line)),
        ];
    }

    /// <summary>A clip of seven lines, about 25 s.</summary>
    /// <param name="voice">Who sings.</param>
    /// <param name="number">Which clip: other numbers have other words, tunes and efforts.</param>
    /// <param name="shift">Semitones up; 0 is about the middle of the singer's range.</param>
    public AudioBuffer Clip(VoiceSpec voice, long number, double? shift = null)
    {
        var random = new RandomStream(number, "clip");
        var centre = (voice.Gender == Gender.Female ? 64 : 52) + (shift ?? random.Next(-3, 4));
        var effort = random.Next(0.45, 0.85);
        var beat = random.Next(0.4, 0.65);
        var first = random.NextInt(_lines.Length);
        var takes = new List<SungPhrase>();
        var time = 1.0;
        for (var i = 0; i < Lines; i++)
        {
            var words = _lines[(first + 5 * i) % _lines.Length];
            var notes = Notes(words.Sum(word => word.Syllables.Length), time, centre, beat, random);
            var score = new PhraseScore(words, notes, VoiceLayer.Lead, effort, 1, false, i);
            takes.Add(_singer.Sing(score, voice, number));
            time = notes[^1].End + 1;
        }

        var clip = new AudioBuffer((int)(time * SampleRate.House));
        foreach (var take in takes)
        {
            var at = (int)Math.Round(take.Start * SampleRate.House);
            for (var i = 0; i < take.Samples.Length; i++)
            {
                if (at + i >= 0 && at + i < clip.Length)
                {
                    clip.Left[at + i] += take.Samples[i];
                    clip.Right[at + i] += take.Samples[i];
                }
            }
        }

        return clip;
    }

    private static ImmutableArray<SungNote> Notes(
        int count,
        double start,
        double centre,
        double beat,
        RandomStream random
    )
    {
        var notes = ImmutableArray.CreateBuilder<SungNote>();
        var degree = random.NextInt(5) - 2;
        for (var i = 0; i < count; i++)
        {
            var seconds =
                i == count - 1 ? 3 * beat
                : random.Chance(0.3) ? beat
                : beat / 2;
            var octave = degree < 0 ? -1 : degree / 7;
            notes.Add(new SungNote(start, start + seconds, centre + Scale[(degree + 7) % 7] + 12 * octave, i));
            start += seconds;
            degree = Math.Clamp(degree + random.NextInt(5) - 2, -4, 5);
        }

        return notes.ToImmutable();
    }
}
