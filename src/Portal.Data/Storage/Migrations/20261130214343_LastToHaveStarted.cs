using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LastToHaveStarted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Consents_RecipientId_End",
                table: "Consents");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_RecipientId_Order_Start_End",
                table: "Consents",
                columns: new[] { "RecipientId", "Order", "Start", "End" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Consents_RecipientId_Order_Start_End",
                table: "Consents");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_RecipientId_End",
                table: "Consents",
                columns: new[] { "RecipientId", "End" });
        }
    }
}
