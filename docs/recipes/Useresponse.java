import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** From Java 17 on. The security key is in the environment; if it is not ASCII, start Java in a UTF-8 locale. */
public final class Useresponse {
    /** Goes unescaped right above </body>. The email of nobody is null or empty; property_170 is a custom field. */
    public static String tag(String email, String name, String phone) throws NoSuchAlgorithmException {
        String key = System.getenv("USERESPONSE_KEY");
        String visitor = "";
        if (key != null && !key.isEmpty() && email != null && !email.isEmpty()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((key + email).getBytes(StandardCharsets.UTF_8));
            visitor = " token=\"" + HexFormat.of().formatHex(hash) + "\" email=\"" + escape(email)
                + "\" name=\"" + escape(name) + "\" property_170=\"" + escape(phone) + "\"";
        }
        return "<script src=\"https://cdn.example.com/useresponse-widget.min.js\" async></script>\n"
            + "<useresponse-widget" + visitor + "\n"
            + "  src=\"https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js\">\n"
            + "  <a href=\"https://help.example.com/\">Contact support</a>\n</useresponse-widget>";
    }

    private static String escape(String value) {
        return value == null ? "" : value.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#39;")
            .replace("<", "&lt;").replace(">", "&gt;");
    }
}
