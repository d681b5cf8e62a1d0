using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Troubadour.Server.OpenApi;

/// <summary>The OpenAPI document, made from the routes and what they declare.</summary>
internal static class ApiDocument
{
    private const string Scheme = "bearer";

    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["account"] = "Credits.",
        ["tasks"] = "Our own: tasks of all families.",
        ["clips"] = "Our own: clips of all families.",
        ["webhooks"] = "Our own: messages about tasks, and what became of them.",
        ["storage"] = "Files, for everybody who has their address.",
        ["health"] = "For operators.",
    };

    /// <summary>Adds the document.</summary>
    /// <param name="services">The server's services.</param>
    /// <param name="families">What each family is, by its name.</param>
    public static void AddApiDocument(
        this IServiceCollection services,
        IEnumerable<KeyValuePair<string, string>> families
    )
    {
        var tags = new Dictionary<string, string>(Tags.Concat(families), StringComparer.Ordinal);
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = SchemaName;
                options.AddDocumentTransformer((document, _, _) => DescribeAsync(document, tags));
                options.AddOperationTransformer(DescribeAsync);
            }
        );
    }

    // Families have records of the same names.
    private static string? SchemaName(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        var room = type.Type.Namespace?.Split('.') ?? [];
        return name is not null && room is [.., "Families", var family] ? family + name : name;
    }

    private static Task DescribeAsync(OpenApiDocument document, Dictionary<string, string> tags)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Troubadour",
            Version = "1",
            Description =
                "A music API of your own: songs and instrumentals from lyrics and a few words, on your own machine.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        foreach (var server in document.Servers ?? [])
        {
            server.Url = server.Url?.TrimEnd('/');
        }

        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description = tags.GetValueOrDefault(tag.Name ?? "");
        }

        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Scheme,
            Description = "A key made with \"troubadour keys create\".",
        };
        return Task.CompletedTask;
    }

    private static Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken _
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (context.Description.HttpMethod == "HEAD")
        {
            operation.OperationId += "-head";
        }

        operation.Security = NeedsKey(context)
            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] }]
            : [];
        if (metadata.OfType<OperationDocument>().LastOrDefault() is not { } document)
        {
            return Task.CompletedTask;
        }

        operation.Description = document.Description ?? operation.Description;
        if (document.BodySchema is not null)
        {
            operation.RequestBody = RequestBody(document);
        }

        if (
            document.Answer is not null
            && operation.Responses?.TryGetValue("200", out var answer) == true
            && answer.Content?.TryGetValue("application/json", out var content) == true
        )
        {
            content.Example = JsonNode.Parse(document.Answer);
        }

        return Task.CompletedTask;
    }

    private static bool NeedsKey(OpenApiOperationTransformerContext context)
    {
        var path = context.Description.RelativePath ?? "";
        return path.StartsWith("api/", StringComparison.Ordinal) || path.StartsWith("v1/", StringComparison.Ordinal);
    }

    private static OpenApiRequestBody RequestBody(OperationDocument document) =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new()
                {
                    Schema = Schema(JsonNode.Parse(document.BodySchema!)!.AsObject()),
                    Examples = document.Bodies.ToDictionary(
                        body => body.Key,
                        IOpenApiExample (body) => new OpenApiExample { Value = JsonNode.Parse(body.Value) }
                    ),
                },
            },
        };

    private static OpenApiSchema Schema(JsonObject json) =>
        (OpenApiSchema)
            OpenApiModelFactory.Parse<OpenApiSchema>(
                json.ToJsonString(),
                OpenApiSpecVersion.OpenApi3_1,
                new OpenApiDocument(),
                out OpenApiDiagnostic _,
                "json"
            )!;
}
