using System;
using System.Net;
using System.Security.Cryptography;
using System.Text;

/// <summary>In a Razor layout, right above the end of body: @Html.Raw(Useresponse.Tag(email, name, phone))</summary>
public static class Useresponse
{
    /// <summary>The email of nobody is null or empty; property_170 is a custom field.</summary>
    public static string Tag(string email, string name, string phone)
    {
        // In the environment; the name is what ASP.NET's configuration takes for UseResponse:Key.
        var key = Environment.GetEnvironmentVariable("UseResponse__Key");
        var visitor = "";
        if (!string.IsNullOrEmpty(key) && !string.IsNullOrEmpty(email))
            using (var sha256 = SHA256.Create())
            {
                var hash = sha256.ComputeHash(Encoding.UTF8.GetBytes(key + email));
                var token = BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
                visitor = $@" token=""{token}"" email=""{WebUtility.HtmlEncode(email)}"" name=""{WebUtility.HtmlEncode(name)}""
  property_170=""{WebUtility.HtmlEncode(phone)}""";
            }
        return $@"<script src=""https://cdn.example.com/useresponse-widget.min.js"" async></script>
<useresponse-widget{visitor}
  src=""https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js"">
  <a href=""https://help.example.com/"">Contact support</a>
</useresponse-widget>";
    }
}
