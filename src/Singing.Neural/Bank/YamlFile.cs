using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Troubadour.Singing.Neural;

/// <summary>
/// Reads the first document of a YAML file into plain values. Depth and number of values are bounded and aliases are refused, so that
/// a small file cannot become a large one. No types are made of what the file says.
/// </summary>
internal sealed class YamlFile
{
    private const int Deepest = 16;
    private const int MostNodes = 50_000;

    private readonly Parser _parser;
    private int _nodes;

    private YamlFile(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Parses a text whose top is a map.</summary>
    /// <exception cref="InvalidDataException">It is not; the message is a part of a sentence.</exception>
    public static YamlNode Parse(string text)
    {
        try
        {
            var file = new YamlFile(text);
            file._parser.Consume<StreamStart>();
            if (!file._parser.TryConsume<DocumentStart>(out _))
            {
                return YamlNode.Empty;
            }

            var top = file.Value(0);
            return top.Keys is not null ? top : throw new InvalidDataException("its top is no map of keys to values");
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"line {e.Start.Line}: {e.Message}", e);
        }
    }

    private YamlNode Value(int depth)
    {
        if (depth > Deepest || ++_nodes > MostNodes)
        {
            throw new InvalidDataException("it is nested too deeply or holds too many values");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlNode(scalar.Value, [], null);
        }

        if (_parser.TryConsume<SequenceStart>(out _))
        {
            return new YamlNode(null, Items(depth), null);
        }

        return _parser.TryConsume<MappingStart>(out _)
            ? new YamlNode(null, [], Entries(depth))
            : throw new InvalidDataException("it uses aliases, which are not supported");
    }

    private ImmutableArray<YamlNode> Items(int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }

        return items.ToImmutable();
    }

    private Dictionary<string, YamlNode> Entries(int depth)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1).Text ?? throw new InvalidDataException("it has a key that is no text");
            entries[key] = Value(depth + 1);
        }

        return entries;
    }
}
