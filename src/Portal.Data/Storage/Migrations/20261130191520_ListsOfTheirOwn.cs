using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Storage.Migrations
{
    /// <inheritdoc />
    public partial class ListsOfTheirOwn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Listings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmployerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Listings_Employers_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_EmployerId",
                table: "Listings",
                column: "EmployerId");

            // What leads have listed so far stays on their lists; the seats are no part of them any more.
            migrationBuilder.Sql(
                """
                INSERT INTO Listings (Id, EmployerId, Name, Email)
                SELECT s.Id, s.EmployerId, COALESCE(NULLIF(a.Name, ''), a.Email), a.Email
                FROM Seats s JOIN Accounts a ON a.Id = s.AccountId
                WHERE s.ListedByLead AND s.ClosedAt IS NULL AND a.Email IS NOT NULL
                """
            );

            migrationBuilder.DropColumn(
                name: "ListedByLead",
                table: "Seats");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Listings");

            migrationBuilder.AddColumn<bool>(
                name: "ListedByLead",
                table: "Seats",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}
