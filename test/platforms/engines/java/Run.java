import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Makes the recipe's tag. Each line is one person: email, name and phone in Base64, with "-" for null, or nothing. Writes each tag
 * in Base64, one a line.
 */
public class Run {
    public static void main(String[] arguments) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] parts = line.isEmpty() ? new String[] {"-", "-", "-"} : line.split(",", -1);
            String tag = Useresponse.tag(text(parts[0]), text(parts[1]), text(parts[2]));
            System.out.println(Base64.getEncoder().encodeToString(tag.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String text(String base64) {
        return base64.equals("-") ? null : new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
