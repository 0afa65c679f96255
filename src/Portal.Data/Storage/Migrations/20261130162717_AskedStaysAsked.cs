using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Storage.Migrations
{
    /// <inheritdoc />
    public partial class AskedStaysAsked : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AfterProposal",
                table: "LineVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsToLead",
                table: "HelpRequests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // Whoever read a message about pressure, and was not the person's worker, was the lead.
            migrationBuilder.Sql(
                """
                UPDATE HelpRequests SET IsToLead = 1
                WHERE Kind = 'Pressure'
                    AND ReaderId <> (SELECT p.WorkerId FROM People p WHERE p.Id = HelpRequests.PersonId);
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AfterProposal",
                table: "LineVersions");

            migrationBuilder.DropColumn(
                name: "IsToLead",
                table: "HelpRequests");
        }
    }
}
