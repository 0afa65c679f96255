using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Storage.Migrations
{
    /// <inheritdoc />
    public partial class HearsBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "ExpectFrom",
                table: "Recipients",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FeedbackSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FeedbackId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Sentence = table.Column<byte[]>(type: "BLOB", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedbackSteps_Feedback_FeedbackId",
                        column: x => x.FeedbackId,
                        principalTable: "Feedback",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackSteps_FeedbackId",
                table: "FeedbackSteps",
                column: "FeedbackId");

            // What was told is kept as it was told; see AppendOnly.
            foreach (var verb in new[] { "UPDATE", "DELETE" })
            {
                migrationBuilder.Sql(
                    $"CREATE TRIGGER FeedbackSteps_no_{verb} BEFORE {verb} ON FeedbackSteps BEGIN SELECT RAISE(ABORT, 'FeedbackSteps is append-only'); END;");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FeedbackSteps");

            migrationBuilder.DropColumn(
                name: "ExpectFrom",
                table: "Recipients");
        }
    }
}
