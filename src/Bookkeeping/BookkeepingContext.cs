using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Troubadour.Bookkeeping;

/// <summary>The model of the books: tables, keys, indexes and checks. Migrations are made from it, one set a database product.</summary>
public class BookkeepingContext(DbContextOptions options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        Accounts(modelBuilder);
        Tasks(modelBuilder);
        Clips(modelBuilder);
        Webhooks(modelBuilder);
        Cluster(modelBuilder);
        NameColumns(modelBuilder);
    }

    private static void Accounts(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(table =>
        {
            table.ToTable(
                "accounts",
                t =>
                {
                    t.HasCheckConstraint("ck_accounts_credits", "credits>=0");
                    t.HasCheckConstraint("ck_accounts_extra_credits", "extra_credits>=0");
                    t.HasCheckConstraint("ck_accounts_open_tasks", "open_tasks>=0");
                }
            );
        });
        modelBuilder.Entity<Account>().Property(a => a.Subscribed).HasDefaultValue(true);
        modelBuilder.Entity<Account>().HasIndex(a => a.OpenTasks, "ix_accounts_busy").HasFilter("open_tasks>0");
        modelBuilder.Entity<ApiKey>(table =>
        {
            table.ToTable("api_keys");
            table.HasIndex(k => k.Hash).IsUnique();
            table.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<LedgerEntry>(table =>
        {
            table.ToTable("ledger");
            table
                .HasIndex(e => new
                {
                    e.TaskId,
                    e.Kind,
                    e.Purse,
                })
                .IsUnique();
            table.HasIndex(e => new { e.AccountId, e.Purse });
        });
        modelBuilder.Entity<AuditEntry>().ToTable("audit");
    }

    private static void Tasks(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MusicTask>(table =>
        {
            table.ToTable("tasks");
            table.HasIndex(t => t.Id, "ix_tasks_open").HasFilter("state IN('queued','running')");
            table.HasIndex(t => new { t.AccountId, t.Id });
            table.HasIndex(t => new { t.State, t.Round }, "ix_tasks_order").HasFilter("state IN('queued','running')");
            table.HasIndex(t => new { t.AccountId, t.Round }, "ix_tasks_own").HasFilter("state IN('queued','running')");
            table.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Restrict);
            table.Property(t => t.Round).HasDefaultValue(0);
            table.Ignore(t => t.Clips);
        });
        modelBuilder.Entity<IdempotencyRecord>(table =>
        {
            table.ToTable("idempotency");
            table.HasKey(r => new { r.AccountId, r.Key });
        });
        modelBuilder.Entity<Batch>(table =>
        {
            table.ToTable("batches");
            table.HasIndex(b => new { b.AccountId, b.Id });
        });
    }

    private static void Clips(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Clip>(table =>
        {
            table.ToTable("clips");
            table.HasIndex(c => new { c.TaskId, c.Position });
            table.HasIndex(c => new { c.AccountId, c.Id });
            table.HasOne<MusicTask>().WithMany().HasForeignKey(c => c.TaskId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Blob>(table =>
        {
            table.ToTable("blobs");
            table.HasKey(b => new { b.ClipId, b.Kind });
            table.HasOne<Clip>().WithMany().HasForeignKey(b => b.ClipId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Persona>(table =>
        {
            table.ToTable("personas");
            table.HasIndex(p => new { p.AccountId, p.Id });
            table.HasOne<Clip>().WithMany().HasForeignKey(p => p.ClipId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Webhooks(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Webhook>(table =>
        {
            table.ToTable("webhooks");
            table.HasIndex(w => new { w.TaskId, w.Event }).IsUnique();
            table.HasIndex(w => w.NextAt, "ix_webhooks_due").HasFilter("state='waiting'");
            table.HasOne<MusicTask>().WithMany().HasForeignKey(w => w.TaskId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<WebhookTry>(table =>
        {
            table.ToTable("webhook_tries");
            table.HasIndex(t => t.WebhookId);
            table.HasOne<Webhook>().WithMany().HasForeignKey(t => t.WebhookId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Cluster(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CallRate>(table =>
        {
            table.ToTable("call_rates");
            table.HasKey(r => r.KeyId);
        });
        modelBuilder.Entity<Duty>(table =>
        {
            table.ToTable("duties");
            table.HasKey(d => d.Name);
        });
        modelBuilder.Entity<HouseValue>(table =>
        {
            table.ToTable("house_values");
            table.HasKey(v => v.Name);
        });
    }

    private static void NameColumns(ModelBuilder modelBuilder)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            property.SetColumnName(Snake(property.Name));
        }
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
