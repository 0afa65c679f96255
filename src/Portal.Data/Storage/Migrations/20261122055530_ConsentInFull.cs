using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ConsentInFull : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "NewSharingWaitsSince",
                table: "People",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Rules",
                table: "People",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AsksAttestation",
                table: "Consents",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Present",
                table: "Consents",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "NotAsked");

            migrationBuilder.AddColumn<Guid>(
                name: "ReadyId",
                table: "Consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsSafeguardingLead",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Authorities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SeenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AlsoSeenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Authorities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Authorities_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Authorities_Accounts_AlsoSeenBy",
                        column: x => x.AlsoSeenBy,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Authorities_Accounts_SeenBy",
                        column: x => x.SeenBy,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Authorities_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConsentMarks",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConsentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    About = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentMarks", x => new { x.PersonId, x.ConsentId, x.Step, x.About });
                    table.ForeignKey(
                        name: "FK_ConsentMarks_Consents_ConsentId",
                        column: x => x.ConsentId,
                        principalTable: "Consents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConsentMarks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HelpRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReaderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HelpRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HelpRequests_Accounts_ReaderId",
                        column: x => x.ReaderId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HelpRequests_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Authorities_AccountId",
                table: "Authorities",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Authorities_AlsoSeenBy",
                table: "Authorities",
                column: "AlsoSeenBy");

            migrationBuilder.CreateIndex(
                name: "IX_Authorities_PersonId",
                table: "Authorities",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Authorities_SeenBy",
                table: "Authorities",
                column: "SeenBy");

            migrationBuilder.CreateIndex(
                name: "IX_ConsentMarks_ConsentId",
                table: "ConsentMarks",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_HelpRequests_PersonId",
                table: "HelpRequests",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_HelpRequests_ReaderId",
                table: "HelpRequests",
                column: "ReaderId",
                filter: "\"AnsweredAt\" IS NULL");

            // What was done when its time came is appended as well; see the migration AppendOnly.
            foreach (var verb in new[] { "UPDATE", "DELETE" })
            {
                migrationBuilder.Sql(
                    $"CREATE TRIGGER ConsentMarks_no_{verb} BEFORE {verb} ON ConsentMarks BEGIN SELECT RAISE(ABORT, 'ConsentMarks is append-only'); END;");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Authorities");

            migrationBuilder.DropTable(
                name: "ConsentMarks");

            migrationBuilder.DropTable(
                name: "HelpRequests");

            migrationBuilder.DropColumn(
                name: "NewSharingWaitsSince",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "People");

            migrationBuilder.DropColumn(
                name: "AsksAttestation",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "Present",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "ReadyId",
                table: "Consents");

            migrationBuilder.DropColumn(
                name: "IsSafeguardingLead",
                table: "Accounts");
        }
    }
}
