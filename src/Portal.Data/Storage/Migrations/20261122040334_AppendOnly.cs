using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Storage.Migrations
{
    /// <summary>
    /// What is appended can be neither changed nor deleted, not even by a bug of ours (P12): the database
    /// itself refuses.
    /// </summary>
    public partial class AppendOnly : Migration
    {
        private static readonly string[] Appended =
        [
            "LineVersions",
            "Consents",
            "ConsentEvents",
            "Ledger",
            "Feedback",
            "FeedbackHandled",
            "FeedbackReplies",
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Appended)
            {
                foreach (var verb in new[] { "UPDATE", "DELETE" })
                {
                    migrationBuilder.Sql(
                        $"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
                    );
                }
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Appended)
            {
                migrationBuilder.Sql($"DROP TRIGGER {table}_no_UPDATE; DROP TRIGGER {table}_no_DELETE;");
            }
        }
    }
}
