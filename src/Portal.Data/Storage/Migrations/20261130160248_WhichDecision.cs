using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Storage.Migrations
{
    /// <inheritdoc />
    public partial class WhichDecision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "CannotDecideOn",
                table: "Authorities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "Authorities",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Sharing");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CannotDecideOn",
                table: "Authorities");

            migrationBuilder.DropColumn(
                name: "Scope",
                table: "Authorities");
        }
    }
}
