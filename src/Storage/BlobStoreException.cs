namespace Troubadour.Storage;

/// <summary>The store itself failed: it is down, full, or does not let us in. The same call may succeed later.</summary>
public sealed class BlobStoreException : IOException
{
    /// <summary>Fails with a sentence for the operator.</summary>
    public BlobStoreException(string message)
        : base(message) { }

    /// <summary>Fails without a sentence.</summary>
    public BlobStoreException() { }

    /// <summary>Fails with a sentence for the operator and its cause.</summary>
    public BlobStoreException(string message, Exception innerException)
        : base(message, innerException) { }
}
