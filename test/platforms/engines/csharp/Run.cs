using System;
using System.Text;

/// <summary>
/// Makes the recipe's tag. Each line is one person: email, name and phone in Base64, with "-" for null, or nothing. Writes each tag
/// in Base64, one a line.
/// </summary>
public static class Run
{
    public static void Main()
    {
        // What ASP.NET's configuration calls UseResponse:Key.
        Environment.SetEnvironmentVariable("UseResponse__Key", Environment.GetEnvironmentVariable("USERESPONSE_KEY"));
        string line;
        while ((line = Console.ReadLine()) != null)
        {
            var parts = line == "" ? new[] { "-", "-", "-" } : line.Split(',');
            var tag = Useresponse.Tag(Text(parts[0]), Text(parts[1]), Text(parts[2]));
            Console.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes(tag)));
        }
    }

    private static string Text(string base64)
    {
        return base64 == "-" ? null : Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }
}
