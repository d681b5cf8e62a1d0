using System.Globalization;

namespace Troubadour.Singing;

/// <summary>Reads decision trees and keeps each different question once.</summary>
internal sealed class QuestionTable
{
    private readonly List<Question> _all = [];
    private readonly Dictionary<string, int> _byPatterns = new(StringComparer.Ordinal);

    /// <summary>All questions so far.</summary>
    public IReadOnlyList<Question> All => _all;

    /// <summary>
    /// Reads a tree part: lines <c>QS name { "pattern", ... }</c>, then for each state <c>{*}[state]</c> and lines "node question no
    /// yes" in braces, or one leaf.
    /// </summary>
    public DecisionTree[] ReadTrees(string text)
    {
        var questions = new Dictionary<string, int>(StringComparer.Ordinal);
        var trees = new List<DecisionTree>();
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith("QS ", StringComparison.Ordinal))
            {
                AddQuestion(line, questions);
            }
            else if (line.StartsWith("{*}", StringComparison.Ordinal))
            {
                trees.Add(new DecisionTree());
            }
            else if (line.Length > 0 && line[0] is not ('{' or '}'))
            {
                AddNode(trees[^1], line.Split(' ', StringSplitOptions.RemoveEmptyEntries), questions);
            }
        }

        return [.. trees];
    }

    private static void AddNode(DecisionTree tree, string[] fields, Dictionary<string, int> questions)
    {
        if (fields.Length == 1)
        {
            tree.AddLeaf(fields[0]);
        }
        else
        {
            tree.Add(int.Parse(fields[0], CultureInfo.InvariantCulture), questions[fields[1]], fields[2], fields[3]);
        }
    }

    private void AddQuestion(string line, Dictionary<string, int> names)
    {
        var open = line.IndexOf('{', StringComparison.Ordinal);
        var patterns = line[(open + 1)..line.LastIndexOf('}')]
            .Split(',')
            .Select(p => p.Trim().Trim('"'))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var key = string.Join(',', patterns);
        if (!_byPatterns.TryGetValue(key, out var index))
        {
            index = _all.Count;
            _byPatterns.Add(key, index);
            _all.Add(new Question(patterns));
        }

        names[line[3..open].Trim()] = index;
    }
}
