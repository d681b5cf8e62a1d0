namespace Troubadour.Singing;

/// <summary>A binary tree from a label to the index of a distribution.</summary>
internal sealed class DecisionTree
{
    private readonly Dictionary<int, int> _index = [];
    private readonly List<Node> _nodes = [];

    /// <summary>Adds an inner node under its number in the file; the first one added is the root.</summary>
    public void Add(int number, int question, string no, string yes)
    {
        _index[number] = _nodes.Count;
        _nodes.Add(new Node(question, Target(no), Target(yes)));
    }

    /// <summary>Makes a tree of one leaf.</summary>
    public void AddLeaf(string leaf) => _nodes.Add(new Node(-1, Target(leaf), Target(leaf)));

    /// <summary>The 0-based distribution that the label falls to.</summary>
    public int Find(LabelContext label)
    {
        var node = _nodes[0];
        while (true)
        {
            var next = node.Question >= 0 && label.Answers(node.Question) ? node.Yes : node.No;
            if (next >= 0)
            {
                return next;
            }

            node = _nodes[_index[next]];
        }
    }

    // Inner nodes are numbered 0, -1, -2 ...; a leaf's name ends in its 1-based distribution.
    private static int Target(string text)
    {
        var name = text.Trim('"');
        if (int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var digits = name.Length;
        while (digits > 0 && char.IsAsciiDigit(name[digits - 1]))
        {
            digits--;
        }

        return digits < name.Length
            ? int.Parse(name[digits..], System.Globalization.CultureInfo.InvariantCulture) - 1
            : throw new InvalidDataException($"A leaf is called \"{name}\", which does not end in a number.");
    }

    private readonly record struct Node(int Question, int No, int Yes);
}
