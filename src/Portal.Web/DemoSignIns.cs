using Portal.Data.Demo;

namespace Portal.Web;

/// <summary>What the console says in Development: where the portal is, and who can sign in.</summary>
internal static class DemoSignIns
{
    public static void Print(Uri address) =>
        Console.WriteLine(
            $"""

            Agreed at Work is at {address}
            Mails that it would send: {new Uri(address, "dev/mail")}

            Demo sign-ins (password {DemoSeed.Password}):
              person1@demo.example   a first job in a shop      supervisor1@demo.example
              person2@demo.example   from benefits into work    supervisor2@demo.example
              person3@demo.example   a work trial, in steps     supervisor3@demo.example
              worker1@demo.example   the support worker         worker2@demo.example (another one)
              lead1@demo.example     the employer lead          manager@demo.example (service manager)

            """
        );
}
