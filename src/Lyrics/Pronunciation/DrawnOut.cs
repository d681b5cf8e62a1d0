using System.Collections.Immutable;
using Troubadour.Music;

namespace Troubadour.Lyrics;

/// <summary>
/// Words that hyphens draw out: "lo-o-ove" is "love" with its vowel sung three times, "umbrella-ella" repeats an ending, "ba-by" only
/// shows syllables, "b-b-baby" stammers.
/// </summary>
internal sealed class DrawnOut(Lexicon lexicon)
{
    private const int MostParts = 24;

    // Parts that begin with a vowel and are words of their own: "no-one" is not "none" drawn out.
    private static readonly HashSet<string> Words = new(
        "a all an and any are as at each end enter eye even ever if in is it of off old on one only open or order other our out over own up us".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    /// <summary>The syllables of a word's parts.</summary>
    /// <param name="parts">Two or more, each of the letters a to z.</param>
    public ImmutableArray<Syllable> Pronounce(string[] parts)
    {
        var syllables = ImmutableArray.CreateBuilder<Syllable>();
        for (var i = 0; i < parts.Length; )
        {
            var stammers = Stammers(parts, i);
            var end = i + stammers;
            var word = Whole(parts, ref end);
            if (stammers > 0)
            {
                var onset = word[0].Phones.TakeWhile(phone => !Phones.IsVowel(phone)).ToList();
                var isWhole = parts[i + stammers].TakeWhile(c => !IsVowel(c)).Count() == parts[i].Length;
                var stammer = new Syllable([.. isWhole ? onset : onset.Take(1), "ax"], 0);
                syllables.AddRange(Enumerable.Repeat(stammer, stammers));
            }

            syllables.AddRange(word);
            i = end;
        }

        return syllables.ToImmutable();
    }

    // "b" and "b" before "baby".
    private static int Stammers(string[] parts, int from)
    {
        var count = 0;
        while (from + count < parts.Length - 1 && parts[from + count] == parts[from])
        {
            count++;
        }

        return
            !parts[from].Any(IsVowel)
            && parts[from + count] != parts[from]
            && parts[from + count].StartsWith(parts[from], StringComparison.Ordinal)
            && parts[from + count].Any(IsVowel)
            ? count
            : 0;
    }

    // One word: as many parts as a known spelling has, else those that draw out the first one.
    private ImmutableArray<Syllable> Whole(string[] parts, ref int from)
    {
        for (var end = Math.Min(parts.Length, from + MostParts); end > from + 1; end--)
        {
            var reading = new Reading(parts[from..end]);
            var isOne = end == from + 1 + reading.Echoes.Count;
            var isAll = reading.Echoes.Count == 0 && end == parts.Length && !Repeats(parts, from);
            var shows =
                reading.Echoes.Count > 0
                || isAll && parts[from..end].Any(part => part.Length < 3 || lexicon.Known(part).IsDefault);
            if (isOne || (shows && !lexicon.Known(reading.Plain).IsDefault))
            {
                from = end;
                return reading.Sing(lexicon.Pronounce(reading.Plain));
            }
        }

        return lexicon.Pronounce(parts[from++]);
    }

    private static bool Repeats(string[] parts, int from) =>
        parts[from..].Distinct(StringComparer.Ordinal).Count() < parts.Length - from;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>Parts read as one word with vowels that are sung again.</summary>
    private sealed class Reading
    {
        private const int FromEnd = -1;

        // The vowel in letters that is sung again, counted over the spelling, or from its end; and how many syllables are.
        public List<(int Vowel, int Syllables)> Echoes { get; } = [];

        public string Plain { get; private set; }

        public Reading(string[] parts)
        {
            Plain = Short(parts[0]);
            var wasEcho = false;
            foreach (var part in parts.Skip(1).Select(Short))
            {
                var isEcho = (part != parts[0] || part.All(IsVowel)) && (IsEnding(part) || IsHeld(part));
                if (isEcho)
                {
                    Echoes.Add((FromEnd, Math.Max(1, Vowels(part, part.Length) - (IsMute(part) ? 1 : 0))));
                }
                else if (Merged(part) is { } merged && (wasEcho || !Words.Contains(part)))
                {
                    Settle();
                    Echoes.Add((Vowels(Plain, Plain.Length) - 1, 1));
                    Plain = merged;
                }
                else
                {
                    Settle();
                    Plain += part;
                }

                wasEcho = isEcho;
            }
        }

        /// <summary>The word's syllables with the echoes among them.</summary>
        public ImmutableArray<Syllable> Sing(ImmutableArray<Syllable> word)
        {
            var counts = new int[word.Length];
            var endings = new List<Syllable>();
            foreach (var (vowel, syllables) in Echoes)
            {
                if (syllables > 1 && syllables <= word.Length)
                {
                    var first = word[^syllables];
                    endings.Add(first with { Phones = [.. first.Phones.SkipWhile(phone => !Phones.IsVowel(phone))] });
                    endings.AddRange(word[^(syllables - 1)..]);
                }
                else
                {
                    counts[vowel == FromEnd ? word.Length - 1 : Math.Min(vowel, word.Length - 1)]++;
                }
            }

            return [.. word.SelectMany((syllable, i) => Held(syllable, counts[i])), .. endings];
        }

        private static IEnumerable<Syllable> Held(Syllable syllable, int times)
        {
            var vowel = syllable.Phones.IndexOf(syllable.Phones.First(Phones.IsVowel));
            for (var i = 0; i < times; i++)
            {
                var phones = i == 0 ? syllable.Phones[..vowel] : [];
                yield return new Syllable(phones.Add(Open(syllable.Phones[vowel])), i == 0 ? syllable.Stress : 0);
            }

            yield return times == 0 ? syllable : new Syllable(syllable.Phones[vowel..], 0);
        }

        // Singers stay on the open part of a wide diphthong and close it at the end only.
        private static string Open(string vowel) =>
            vowel switch
            {
                "ay" or "aw" => "aa",
                "oy" => "ao",
                _ => vowel,
            };

        // Echoes so far belong to the vowel that ended the word then.
        private void Settle()
        {
            for (var i = 0; i < Echoes.Count; i++)
            {
                if (Echoes[i].Vowel == FromEnd)
                {
                    Echoes[i] = (Vowels(Plain, Plain.Length) - 1, Echoes[i].Syllables);
                }
            }
        }

        // "ey" after "hey", "ight" after "night".
        private bool IsEnding(string part) =>
            part[0] is 'a' or 'e' or 'i' or 'o' or 'u' && Plain.EndsWith(part, StringComparison.Ordinal);

        // "o" after "oh", "oo" after "no".
        private bool IsHeld(string part)
        {
            var tail = Plain.Length;
            while (tail > 0 && (IsVowel(Plain[tail - 1]) || Plain[tail - 1] is 'h' or 'w'))
            {
                tail--;
            }

            return IsVowel(part[0])
                && (
                    part.All(c => c == Plain[^1])
                    || (part.All(IsVowel) && Plain[tail..].StartsWith(part, StringComparison.Ordinal))
                );
        }

        // "night" of "ni" and "ight", "way" of "wa" and "ay".
        private string? Merged(string part)
        {
            var lead = part.TakeWhile(IsVowel).Count();
            var tail = Plain.Reverse().TakeWhile(IsVowel).Count();
            if (lead == 0 || tail == 0)
            {
                return null;
            }

            var (end, start) = (Plain[^tail..], part[..lead]);
            return start.StartsWith(end, StringComparison.Ordinal) ? Plain[..^tail] + part
                : end.EndsWith(start, StringComparison.Ordinal) && lead < part.Length ? Plain + part[lead..]
                : null;
        }

        // A letter that stands three times or more is held, and counts once.
        private static string Short(string part) =>
            string.Concat(part.Where((c, i) => i < 1 || c != part[i - 1] || (Run(part, i) < 3 && Run(part, i) > 0)));

        private static int Run(string part, int at)
        {
            var (from, to) = (at, at);
            while (from > 0 && part[from - 1] == part[at])
            {
                from--;
            }

            while (to + 1 < part.Length && part[to + 1] == part[at])
            {
                to++;
            }

            return to - from + 1;
        }

        private static bool IsMute(string part) => part.Length > 2 && part[^1] == 'e' && !IsVowel(part[^2]);

        private static int Vowels(string text, int length)
        {
            var count = 0;
            for (var i = 0; i < length; i++)
            {
                count += IsVowel(text[i]) && (i == 0 || !IsVowel(text[i - 1])) ? 1 : 0;
            }

            return count;
        }
    }
}
