using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Troubadour.Server.Families;

/// <summary>A dialect of the public API: everything about it lies in a folder of its own.</summary>
internal interface IFamily
{
    /// <summary>Its name: its routes lie under "/api/v1/NAME", its tasks are of the family NAME.</summary>
    string Name { get; }

    /// <summary>What it is, for the API document.</summary>
    string About { get; }

    /// <summary>Adds its own parts.</summary>
    void AddTo(IServiceCollection services);

    /// <summary>Maps its routes; every one asks for a key.</summary>
    void MapTo(IEndpointRouteBuilder group);
}
