using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Troubadour.Bookkeeping.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Clips : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "batches",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "clips",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    task_id = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    family = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    stem = table.Column<string>(type: "TEXT", nullable: false),
                    source_id = table.Column<string>(type: "TEXT", nullable: true),
                    model = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    lyrics = table.Column<string>(type: "TEXT", nullable: false),
                    genre = table.Column<string>(type: "TEXT", nullable: false),
                    mood = table.Column<string>(type: "TEXT", nullable: false),
                    gender = table.Column<string>(type: "TEXT", nullable: false),
                    timbre = table.Column<string>(type: "TEXT", nullable: false),
                    seconds = table.Column<double>(type: "REAL", nullable: true),
                    seed = table.Column<long>(type: "INTEGER", nullable: true),
                    asked = table.Column<string>(type: "TEXT", nullable: false),
                    error_text = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clips", x => x.id);
                    table.ForeignKey(
                        name: "FK_clips_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    task_id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    secret = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks", x => x.id);
                    table.ForeignKey(
                        name: "FK_webhooks_tasks_task_id",
                        column: x => x.task_id,
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "personas",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    clip_id = table.Column<string>(type: "TEXT", nullable: false),
                    voice = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_personas", x => x.id);
                    table.ForeignKey(
                        name: "FK_personas_clips_clip_id",
                        column: x => x.clip_id,
                        principalTable: "clips",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "webhook_tries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    webhook_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_tries", x => x.id);
                    table.ForeignKey(
                        name: "FK_webhook_tries_webhooks_webhook_id",
                        column: x => x.webhook_id,
                        principalTable: "webhooks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_batches_account_id_id",
                table: "batches",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_clips_account_id_id",
                table: "clips",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_clips_task_id_position",
                table: "clips",
                columns: new[] { "task_id", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_personas_account_id_id",
                table: "personas",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_personas_clip_id",
                table: "personas",
                column: "clip_id");

            migrationBuilder.CreateIndex(
                name: "IX_webhook_tries_webhook_id",
                table: "webhook_tries",
                column: "webhook_id");

            migrationBuilder.CreateIndex(
                name: "ix_webhooks_due",
                table: "webhooks",
                column: "next_at",
                filter: "state='waiting'");

            migrationBuilder.CreateIndex(
                name: "IX_webhooks_task_id_event",
                table: "webhooks",
                columns: new[] { "task_id", "event" },
                unique: true);

            migrationBuilder.Sql(
                """
                INSERT INTO clips(id,account_id,task_id,position,family,kind,state,stem,model,title,tags,lyrics,genre,mood,gender,timbre,
                                  seconds,seed,asked,error_text,created_at,finished_at,deleted_at)
                SELECT id,account_id,id,0,family,'song',state,'','','','',COALESCE(lyrics,''),genre,mood,gender,timbre,
                       seconds,seed,'',error_text,created_at,finished_at,clip_deleted_at
                FROM tasks;
                """);

            migrationBuilder.DropForeignKey(
                name: "FK_blobs_tasks_task_id",
                table: "blobs");

            migrationBuilder.RenameColumn(
                name: "task_id",
                table: "blobs",
                newName: "clip_id");

            migrationBuilder.RenameColumn(
                name: "brief",
                table: "tasks",
                newName: "plan");

            migrationBuilder.Sql(
                """
                UPDATE tasks SET plan='{"orders":[{"kind":"Compose","brief":' || plan || '}]}';
                """);

            migrationBuilder.DropColumn(
                name: "genre",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "mood",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "gender",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "timbre",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "lyrics",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "seconds",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "seed",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "clip_deleted_at",
                table: "tasks");

            migrationBuilder.AddColumn<string>(
                name: "base_url",
                table: "tasks",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "webhook_url",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "webhook_secret",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_blobs_clips_clip_id",
                table: "blobs",
                column: "clip_id",
                principalTable: "clips",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Clips cannot be folded back into tasks; restore the backup made before the update.");
    }
}
