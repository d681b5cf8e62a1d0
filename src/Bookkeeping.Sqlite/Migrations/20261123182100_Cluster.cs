using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Troubadour.Bookkeeping.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Cluster : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "node",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "round",
                table: "tasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "touched_at",
                table: "tasks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "call_rates",
                columns: table => new
                {
                    key_id = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_call_rates", x => x.key_id);
                });

            migrationBuilder.CreateTable(
                name: "duties",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    holder = table.Column<string>(type: "TEXT", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duties", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "house_values",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_house_values", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tasks_order",
                table: "tasks",
                columns: new[] { "state", "round" },
                filter: "state IN('queued','running')");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_own",
                table: "tasks",
                columns: new[] { "account_id", "round" },
                filter: "state IN('queued','running')");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_busy",
                table: "accounts",
                column: "open_tasks",
                filter: "open_tasks>0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "call_rates");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropTable(
                name: "house_values");

            migrationBuilder.DropIndex(
                name: "ix_tasks_order",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_tasks_own",
                table: "tasks");

            migrationBuilder.DropIndex(
                name: "ix_accounts_busy",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "node",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "round",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "touched_at",
                table: "tasks");
        }
    }
}
